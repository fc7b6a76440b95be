import { explain } from '#kernel/clocks/explain.ts';
import { CLOCKS } from '#kernel/clocks/index.ts';
import type { Reading } from '#kernel/clocks/reading.ts';
import { earlier } from '#kernel/dates.ts';
import type { Evidence, Term } from '#kernel/law.ts';
import type { ClockShown } from '../contract.ts';
import { holderNow } from '../domain/clocks.ts';
import type { Matter } from '../domain/matter.ts';
import type { CaseworkNeeds } from '../handle.ts';

/** Every clock of a matter with its calculation, the running ones first, the most urgent of them at the top. */
export function clocksShown(needs: CaseworkNeeds, matter: Matter): ClockShown[] {
  const law = needs.lawOf(matter.opening!.pack);
  const organs = needs.organs();
  return Object.values(matter.clocks)
    .sort(byUrgency)
    .map((reading) => {
      const { clock, key, startedOn, targetOn, legalOn, promisedOn, targetAt, stoppedOn, outcome, provisional } = reading;
      const { lines, name } = explain(reading, law);
      return {
        clock,
        key,
        name,
        type: CLOCKS[clock].type,
        holder: organs.nameOf(holderNow(reading, matter)),
        startedOn,
        targetOn,
        legalOn,
        lightOn: promisedOn ? earlier(promisedOn, targetOn) : targetOn,
        targetAt: targetAt?.toISOString() ?? null,
        stoppedOn: stoppedOn ?? null,
        outcome: outcome ?? null,
        provisional,
        evidence: evidenceOf(law.terms[clock]),
        lines: lines.map(({ word, text }) => ({ word, text })),
      };
    });
}

/** The weaker of the two marks: that there is a duty, and how long it is. */
function evidenceOf(term: Term | undefined): Evidence {
  const ORDER: readonly Evidence[] = ['T', 'S', 'P', 'M'];
  const marks = [term?.dutyEvidence ?? 'P', term?.lengthEvidence ?? 'P'];
  return ORDER.findLast((mark) => marks.includes(mark)) ?? 'P';
}

function byUrgency(one: Reading, other: Reading): number {
  if (!one.stoppedOn !== !other.stoppedOn) return one.stoppedOn ? 1 : -1;
  const [a, b] = one.stoppedOn ? [other.stoppedOn ?? '', one.stoppedOn] : [one.targetOn, other.targetOn];
  return a < b ? -1 : a > b ? 1 : 0;
}
