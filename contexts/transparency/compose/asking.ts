import { newestOf, organsFor, PETITIONER, whyNot, type LoadedMatter } from '#contexts/casework/index.ts';
import type { Directory } from '#contexts/directory/index.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { CanAsk } from '../domain/progress.ts';

/** Which of the two the petitioner may ask for now, by the same rule that decides when it is asked (第三十五条、第三十六条). */
export function canAskOf({ matter }: Pick<LoadedMatter, 'matter'>, directory: Directory, today: PlainDate): { canAsk?: CanAsk } {
  for (const [type, instance, clock] of [
    ['requestRecheck', 'recheck', 'A19'],
    ['requestReview', 'review', 'A17'],
  ] as const) {
    const right = newestOf(matter.clocks, clock);
    if (!right || whyNot(type, { matter, unit: PETITIONER, organs: directory, today })) continue;
    return { canAsk: { instance, until: right.legalOn, organs: organsFor(type, matter, directory).map((unit) => ({ unit, name: directory.nameOf(unit) })) } };
  }
  return {};
}
