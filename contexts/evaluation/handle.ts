import { dateInChina } from '#kernel/dates.ts';
import { replay, type Done } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Step } from '#platform/act.ts';
import type { Query } from '#platform/database.ts';
import { loadHistory, toAction, type Recorded } from '#platform/history.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { actOnMatters, matterOf, newestOf, PETITIONER, SYSTEM, type CaseworkNeeds, type MatterAction } from '#contexts/casework/index.ts';
import { evaluationDecider, type EvaluationCommand } from './domain/decide.ts';
import type { Evaluation, EvaluationAction, Grade, Verdict } from './domain/evaluation.ts';
import { evaluationViews, findOver, type EvaluationDb } from './store.ts';

export const evaluationOf = (past: readonly Recorded[]): Evaluation => replay(evaluationDecider, past as unknown as readonly EvaluationAction[]);

/** The number of the matter, as its first action says it. */
export const noOf = (past: readonly Recorded[]): string => {
  const [first] = past as unknown as readonly MatterAction[];
  return first?.type === 'MatterOpened' ? first.no : '';
};

interface Also {
  readonly notes?: readonly Note[];
  readonly writes?: readonly Query[];
}

function evaluationStep(needs: CaseworkNeeds, subject: Subject, command: (past: readonly Recorded[]) => EvaluationCommand | undefined, also: Also = {}): Step {
  return {
    subject,
    take(past) {
      const before = evaluationOf(past);
      const asked = command(past);
      if (!asked) return { stream: 'evaluation', actions: [] };
      const actions = evaluationDecider.decide(asked, before);
      const after = actions.reduce(evaluationDecider.evolve, before);
      const views = evaluationViews(needs.db.sql as EvaluationDb, subject, noOf(past), before, after);
      return { stream: 'evaluation', actions, notes: also.notes ?? [], writes: [...views, ...(also.writes ?? [])] };
    },
  };
}

/**
 * What evaluation adds to every act on a matter: the first delivery of an
 * outcome opens one window for both offices. Handed in by the composition root.
 */
export const openOnDelivery =
  (needs: CaseworkNeeds) =>
  (subject: Subject): Step =>
    evaluationStep(needs, subject, (past) => {
      const delivered = (past as unknown as readonly MatterAction[]).find(({ type }) => type === 'OpinionDelivered' || type === 'SuggestionReplyDelivered');
      if (!delivered || !('on' in delivered) || evaluationOf(past).state !== 'notDue') return undefined;
      const matter = matterOf(needs, past);
      const window = newestOf(matter.clocks, 'B06');
      if (!window || !matter.handlingUnit) return undefined; // outside the scope of 满意度评价
      return {
        type: 'open',
        unit: matter.handlingUnit,
        dept: matter.petitionDept ?? null,
        receivedOn: delivered.on,
        closesOn: window.legalOn,
        by: { person: SYSTEM, unit: SYSTEM },
        at: delivered.at,
      };
    });

/** What the petitioner said of one office, with its words still open. */
export interface Said {
  readonly grade: Grade;
  readonly faults: readonly string[];
  readonly text?: string;
}

/** The petitioner rates, or one member of a group, with the code in the hand. `at` is when the button was pressed. */
export async function evaluate(
  needs: CaseworkNeeds,
  subject: Subject,
  {
    petitionDept,
    handlingUnit,
    callBack,
    member,
    at,
    done,
  }: { petitionDept?: Said; handlingUnit?: Said; callBack: boolean; member?: string; at: Date; done?: Query },
): Promise<void> {
  const notes: Note[] = [];
  const verdict = ({ grade, faults, text }: Said): Verdict => {
    if (!text) return { grade, faults };
    const note = takeNote(text);
    notes.push(note);
    return { grade, faults, text: note.words };
  };
  const by = { person: PETITIONER, unit: PETITIONER };
  const command: EvaluationCommand = {
    type: 'evaluate',
    callBack,
    by,
    at,
    ...(member !== undefined && { member }),
    ...(petitionDept && { petitionDept: verdict(petitionDept) }),
    ...(handlingUnit && { handlingUnit: verdict(handlingUnit) }),
  };
  await actOnMatters(needs, [evaluationStep(needs, subject, () => command, { notes, writes: done ? [done] : [] })], [subject]);
}

/** What came of a call that the petitioner had asked for. */
export async function recordCall(needs: CaseworkNeeds, subject: Subject, told: { reached: boolean; record: string; by: Done['by'] }): Promise<void> {
  const note = takeNote(told.record);
  const command: EvaluationCommand = { type: 'recordCall', reached: told.reached, record: note.words, by: told.by, at: needs.now() };
  await actOnMatters(needs, [evaluationStep(needs, subject, () => command, { notes: [note] })], [subject]);
}

/** Closes the windows that are over: who did not rate is counted as not rated. @returns how many */
export async function closeWindows(needs: CaseworkNeeds, region: string): Promise<number> {
  const at = needs.now();
  const done: Done = { by: { person: SYSTEM, unit: SYSTEM }, at };
  const over = await findOver(needs.db.sql as EvaluationDb, region, dateInChina(at));
  for (const { region: home, subject: id } of over) {
    const subject = { region: home, id };
    await actOnMatters(needs, [evaluationStep(needs, subject, () => ({ type: 'close', ...done }))], [subject]).catch((error) => {
      if (!(error instanceof Refusal)) throw error;
    });
  }
  return over.length;
}

export async function loadEvaluation(needs: CaseworkNeeds, subject: Subject): Promise<Evaluation> {
  const rows = await loadHistory(needs.db.sql, [subject]).execute();
  return evaluationOf(rows.map(toAction));
}
