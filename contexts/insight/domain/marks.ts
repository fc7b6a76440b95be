/** What a matter can be asked for beside its words; `category` is a first level '03' or a whole code '0302'. */
export interface Facts {
  readonly stage?: string | null;
  readonly kind?: string | null;
  readonly category?: string | null;
  readonly channel?: string | null;
}

/**
 * The same as marks in the index, of a matter and of a question alike: so the
 * index alone finds the few that answer all of it, and no row is opened that
 * is not shown.
 */
export function marksOf({ stage, kind, category, channel }: Facts): string[] {
  const levels = category ? [...new Set([category.slice(0, 2), category])] : [];
  return [...named('stage', stage), ...named('kind', kind), ...levels.flatMap((level) => named('category', level)), ...named('channel', channel)];
}

const named = (fact: string, value: string | null | undefined) => (value ? [`${fact} ${value}`] : []);
