import { CLOCKS } from '#kernel/clocks/index.ts';
import { earlier, type PlainDate } from '#kernel/dates.ts';
import { regionOf, type Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import { changes } from '#platform/views.ts';
import { callBackOf } from './call-backs.ts';
import { holderNow } from './domain/clocks.ts';
import { answerableOrgan, currentAssignment, type Matter } from './domain/matter.ts';
import { isConcerned } from './domain/permissions.ts';
import { PERFORMING, performingUnit, performsBeside } from './domain/performing.ts';
import { isOpen } from './domain/stages.ts';
import { isSpent } from './domain/ways/promises/beginning.ts';
import { jointUnits } from './domain/ways/joint/state.ts';
import type { CaseworkDb, RunningRow } from './store.ts';

/** The views of casework: which rows a matter has, and what to write where they changed. */

/** What to write so that the views follow from `before` to `after`. */
export function caseworkViews(db: CaseworkDb, subject: Subject, before: Matter, after: Matter): Query[] {
  const was = rowsOf(subject, before);
  const is = rowsOf(subject, after);
  return [
    ...changes(db, 'casework.matter', ['region', 'subject'], was.matter, is.matter),
    ...changes(db, 'casework.box', ['holder_region', 'unit', 'region', 'subject'], was.box, is.box),
    ...changes(db, 'casework.running', ['holder_region', 'region', 'subject', 'key'], was.running, is.running),
    ...changes(db, 'casework.call_back', ['region', 'subject'], was.callBack, is.callBack),
  ];
}

/** The rows that a matter has in each view. A loaded matter and a registered one have the same. */
export function rowsOf({ region, id: subject }: Subject, matter: Matter) {
  const { opening, stage, classification, desk } = matter;
  if (!opening || !desk) return { matter: [], box: [], running: [], callBack: [] };

  const kind = classification?.kind ?? null;
  const category = classification?.category ?? null;
  const {
    no,
    channel,
    title: { id: title },
  } = opening;
  const received_at = new Date(opening.receivedAt);
  const common = { region, subject, stage, no, channel, title, received_at };

  const running = Object.values(matter.clocks).flatMap((reading): RunningRow[] => {
    const { key, clock, targetOn, promisedOn, legalOn, startedOn, targetAt = null, stoppedOn } = reading;
    if (stoppedOn || isSpent(clock, stage)) return [];
    const isRight = CLOCKS[clock].type === 'right' || reading.role === 'petitioner';
    const unit = isRight ? PETITIONER : holderNow(reading, matter);
    const row: RunningRow = {
      holder_region: isRight || !unit.includes('/') ? region : regionOf(unit), // an organ outside has no region of ours
      key,
      clock,
      unit,
      started_on: startedOn,
      light_on: promisedOn ? earlier(promisedOn, targetOn) : targetOn,
      legal_on: legalOn,
      target_at: targetAt,
      handler: isRight ? null : handlerOf(matter, unit),
      ...common,
    };
    const second = PERFORMED.has(clock) ? performsBeside(matter, unit) : undefined;
    return second ? [row, { ...row, holder_region: regionOf(second), key: key + PERFORMING, unit: second, handler: null }] : [row];
  });
  const answerable = answerableOrgan(matter);
  const performer = performingUnit(matter); // waits for nobody: what others owe in it is not its business

  return {
    matter: [
      {
        ...common,
        kind,
        category,
        desk_unit: desk,
        handling_unit: matter.handlingUnit ?? null,
        answerable,
        intake: opening.intake,
        duplicate_of: matter.duplicateOf ?? null,
        concluded: matter.concluded ?? null,
      },
    ],
    callBack: callBackOf({ region, subject, no }, matter),
    box: concernedUnits(matter).map((unit) => ({
      holder_region: regionOf(unit),
      unit,
      ...common,
      kind,
      category,
      others_on:
        isOpen(stage) && (unit !== performer || isConcerned(matter, unit)) ? othersOn(running, unit, [region, answerable && regionOf(answerable)]) : null,
    })),
    running,
  };
}

/** The day on which whoever waits for others in a matter looks next; of organs in a third region this row knows nothing (`findWaiting`). */
function othersOn(running: readonly RunningRow[], unit: string, regions: readonly (string | null)[]): PlainDate | null {
  const days = running.filter((row) => row.unit !== unit && regions.includes(row.holder_region)).map((row) => row.light_on);
  return days.sort()[0] ?? null;
}

const PETITIONER = '信访人';
/** What the handling unit urges and another unit may have to do: it stands at both desks (第三十二条第二款、第三十三条). */
const PERFORMED: ReadonlySet<string> = new Set(['A27', 'A38']);

/** Who of this unit has it in hand: a unit to which a matter was just given has yet to name somebody. */
function handlerOf({ stage, handlingUnit, handler, review, recheck }: Matter, unit: string): string | null {
  if (unit === handlingUnit) return stage === 'accepted' ? null : (handler?.person ?? null);
  return [recheck, review].find((round) => round?.organ === unit)?.officer?.person ?? null;
}

/** The units that keep this matter among theirs: one that objected with success does not. */
export function concernedUnits(matter: Matter): string[] {
  const { opening, desk, petitionDept, handlingUnit, assignments, stage } = matter;
  if (stage === 'sealed') return [];
  const taken = assignments.flatMap(({ from, to, state }) => (state === 'upheld' ? [from] : [from, to]));
  const all = [
    opening?.receivedBy,
    desk,
    petitionDept,
    handlingUnit,
    currentAssignment(matter)?.from,
    ...taken,
    ...(matter.reviewers ?? []),
    ...jointUnits(matter),
    performingUnit(matter),
  ];
  return [...new Set(all.filter((unit) => unit !== undefined))].sort();
}
