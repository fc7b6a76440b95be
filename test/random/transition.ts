import type { LineName, Taken } from './tally.ts';

/** One transition of lifecycle.md 4: which command brings about what, from where to where. Counted over random histories. */
export interface Transition {
  readonly no: string; // row of the table there
  readonly command: string; // as it is called there
  readonly line: LineName;
  readonly by: string; // as it is called here
  readonly from: string; // 'any': wherever it stands
  readonly to: string; // 'any', or 'stays'
  readonly records?: string; // an action that belongs to it
  readonly saying?: Readonly<Record<string, unknown>>; // and what that action says
}

type More = Pick<Transition, 'records' | 'saying'>;

/** The rows of one line, written short: several stages before are a row each. */
export const rowsOf =
  (line: LineName) =>
  (no: string, command: string, by: string, from: string | readonly string[], to: string | readonly string[], more: More = {}): Transition[] =>
    [from].flat().flatMap((before) => [to].flat().map((after) => ({ no, command, line, by, from: before, to: after, ...more })));

export function isTransition({ line, by, from, to, records, saying }: Transition, taken: Taken): boolean {
  if (taken.line !== line || (by !== 'any' && taken.command !== by)) return false;
  if (from !== 'any' && from !== taken.from) return false;
  if (to !== 'any' && taken.to !== (to === 'stays' ? taken.from : to)) return false;
  return records === undefined || taken.actions.some((action) => action.type === records && says(action, saying));
}

const says = (action: object, saying: Transition['saying'] = {}) =>
  Object.entries(saying).every(([name, value]) => (action as Readonly<Record<string, unknown>>)[name] === value);

/** `23 recordDelivery (deemDelivered): opinionDispatched → opinionDelivered`, as the figures show it. */
export function nameOf({ no, command, by, from, to, records, saying }: Transition): string {
  const said = records ? `, ${records}${saying ? ` ${Object.values(saying).join(' ')}` : ''}` : '';
  return `${no} ${command}${by === command || by === 'any' ? '' : ` (${by})`}: ${from} → ${to}${said}`;
}
