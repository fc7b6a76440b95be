import { explain } from '#kernel/clocks/explain.ts';
import { CLOCKS } from '#kernel/clocks/index.ts';
import { byPressure, dueOn, isLocal, standingOf } from '#kernel/clocks/light.ts';
import type { Reading } from '#kernel/clocks/reading.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Evidence, Law, Term } from '#kernel/law.ts';
import type { ClockShown } from '../contract.ts';
import { holderNow } from '../domain/clocks.ts';
import type { Matter } from '../domain/matter.ts';
import type { CaseworkNeeds } from '../handle.ts';

/** Every clock of a matter with its calculation, the running ones first, the most urgent of them at the top. */
export function clocksShown(needs: CaseworkNeeds, matter: Matter): ClockShown[] {
  const law = needs.lawOf(matter.opening!.pack);
  const organs = needs.organs();
  const now = needs.now();
  return Object.values(matter.clocks)
    .sort(byUrgency(law, dateInChina(now), now))
    .map((reading) => {
      const { clock, key, startedOn, targetOn, legalOn, targetAt, stoppedOn, outcome, provisional } = reading;
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
        lightOn: dueOn(reading),
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

/** Those that run in the order of the light; of those that ended the newest first. */
function byUrgency(law: Law, today: PlainDate, now: Date) {
  const pressing = byPressure({ today, now, isLaw: (reading) => !isLocal(reading) && standingOf(reading, law) === 'law' });
  return (one: Reading, other: Reading): number => {
    if (!one.stoppedOn !== !other.stoppedOn) return one.stoppedOn ? 1 : -1;
    if (!one.stoppedOn) return pressing(one, other);
    return (other.stoppedOn ?? '') < one.stoppedOn ? -1 : other.stoppedOn === one.stoppedOn ? 0 : 1;
  };
}
