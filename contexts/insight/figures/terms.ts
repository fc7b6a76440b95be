import { dateInChina } from '#kernel/dates.ts';
import { isOwed, standingOf } from '#kernel/clocks/light.ts';
import type { Reading } from '#kernel/clocks/reading.ts';
import type { Law } from '#kernel/law.ts';
import type { Term } from '../domain/figures.ts';
import { holderNow, type Matter, type MatterAction } from '#contexts/casework/index.ts';

/**
 * The statutory terms of one matter, each with whoever answered for it when it
 * ran out. What is past does not change hands: an objection, a merger, a
 * withdrawal or a reassignment moves no breach to anybody else (不变量 42).
 */
interface Fold {
  readonly initial: Matter;
  readonly evolve: (matter: Matter, action: MatterAction) => Matter;
  readonly lawOf: (pack: string) => Law;
}

/** Of the actions that are given, and nothing else: cut them off at a moment, and the figures are those of that moment (不变量 40). */
export function termsOf({ initial, evolve, lawOf }: Fold, past: readonly MatterAction[]): Term[] {
  const answered = new Map<string, string>(); // by key, who held it when its legal day was over
  let matter = initial;
  for (const action of past) {
    const day = dateInChina(action.at);
    for (const reading of Object.values(matter.clocks)) {
      if (!reading.stoppedOn && reading.legalOn < day && !answered.has(reading.key)) answered.set(reading.key, holderNow(reading, matter));
    }
    matter = evolve(matter, action);
  }
  const pack = matter.opening?.pack;
  if (!pack) return [];
  const law = lawOf(pack);
  return Object.values(matter.clocks)
    .filter((reading) => isStatutory(reading, law) && !isHandedOnLate(reading))
    .map((reading) => ({
      key: reading.key,
      clock: reading.clock,
      unit: answered.get(reading.key) ?? holderNow(reading, matter),
      bornOn: dateInChina(reading.startedAt),
      legalOn: reading.legalOn,
      ...(reading.stoppedOn && { stoppedOn: reading.stoppedOn }),
      ...(reading.outcome && { outcome: reading.outcome }),
    }));
}

/** Only what a read text gives is held against an organ; a due date inside a withdrawal that was taken back is counted apart. */
const isStatutory = (reading: Reading, law: Law) => isOwed(reading) && !reading.withdrawnMeanwhile && standingOf(reading, law) === 'law';

/** A report whose date was over when the matter was given to another unit: the breach is the first unit's, and was counted there. */
const isHandedOnLate = ({ instance, legalOn, startedAt }: Reading) => instance !== undefined && legalOn < dateInChina(startedAt);
