import type { Readings } from '#kernel/clocks/reading.ts';
import { reopened } from '#kernel/clocks/stops.ts';
import { dateInChina } from '#kernel/dates.ts';

/**
 * The clocks of a matter whose conclusion was undone: the petitioner's own run
 * again at their old dates, so that a postmark inside the term is seen to have
 * kept them (民事诉讼法第八十五条, by analogy). A duty that could still be kept runs
 * again as well; one whose day fell into the time when nobody had the matter does
 * not: nobody can be late there (不变量 40).
 */
export function resumed(clocks: Readings, at: Date): Readings {
  const today = dateInChina(at);
  return Object.fromEntries(
    Object.entries(clocks).map(([key, reading]) => {
      const isBack = reading.stoppedBy === 'MatterConcluded' && (reading.role === 'petitioner' || reading.legalOn >= today);
      return [key, isBack ? reopened(reading, today) : reading];
    }),
  );
}
