import type { Law } from '#kernel/law.ts';
import type { Calendars } from '#kernel/calendar.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import { act, type ActNeeds, type Circumstances, type DoneAll, type Step } from '#platform/act.ts';
import type { Query } from '#platform/database.ts';
import type { Recorded } from '#platform/history.ts';
import { openReplays } from '#platform/replayed.ts';
import type { Note } from '#platform/words.ts';
import type { Level, MatterAction } from './domain/actions.ts';
import type { MatterCommand } from './domain/commands.ts';
import { matterDecider, type MatterDecider } from './domain/decide/index.ts';
import type { Matter } from './domain/matter.ts';
import type { Organs } from './domain/organs.ts';
import { TELLINGS } from './domain/timeline.ts';
import type { Telling } from './domain/ways/telling.ts';
import type { CaseworkDb } from './store.ts';
import { caseworkViews } from './views.ts';

export interface CaseworkNeeds extends ActNeeds {
  readonly lawOf: (version: string) => Law;
  readonly calendars: Calendars;
  readonly packFor: (region: string, on: PlainDate) => string; // version of the rules that a matter registered on this day keeps
  readonly organs: () => Organs;
  readonly levelOf: (unit: string) => Level;
  /** Papers that go with a command of the page, such as the letter of a referral; the documents context gives them. */
  readonly accompany?: Accompany;
  /** What other contexts add to every act on a matter once its own steps are done; each looks, and mostly adds nothing. */
  readonly follow?: readonly ((subject: Subject) => Step)[];
}

/** What another context adds to an act that is asked for here: rows to lock first, and its own steps. */
export type Accompany = (subject: Subject, command: MatterCommand, matter: Matter) => Promise<Accompaniment | undefined>;

export interface Accompaniment {
  readonly first: readonly Query[];
  readonly steps: (first: readonly any[][]) => readonly Step[];
}

export const deciderOf = ({ lawOf, calendars, calendar, organs }: CaseworkNeeds): MatterDecider =>
  matterDecider({ lawOf, calendars, calendar: calendar(), organs: organs() });

/** The fold itself, for whoever has to look between two actions. */
export const matterFold = (needs: CaseworkNeeds): Pick<MatterDecider, 'initial' | 'evolve'> => deciderOf(needs);

/** A matter from its recorded actions, whichever context recorded them. */
export function matterOf(needs: CaseworkNeeds, past: readonly Recorded[]): Matter {
  return stateAfter(deciderOf(needs), past);
}

const stateAfter = openReplays<MatterAction, Matter>();

/** Casework's part of an act: its decider on the whole past of the matter. The views follow at the end (`withViews`). */
export function matterStep(
  needs: CaseworkNeeds,
  subject: Subject,
  command: MatterCommand | ((past: readonly Recorded[]) => MatterCommand),
  { notes = [], isNew = false }: { readonly notes?: readonly Note[]; readonly isNew?: boolean } = {},
): Step {
  const decider = deciderOf(needs);
  return {
    subject,
    isNew,
    take(past) {
      const before = stateAfter(decider, past);
      const asked = command instanceof Function ? command(past) : command;
      return { stream: 'matter', notes, actions: decider.decide(asked, before) };
    },
  };
}

/**
 * An act on matters, with whatever contexts take part: after the last step of
 * each matter its stage, clocks and desk rows are brought up to its new
 * history, in the same transaction. Every act on a matter goes through here.
 */
export function actOnMatters(
  needs: CaseworkNeeds,
  steps: readonly Step[] | ((first: readonly any[][]) => readonly Step[]),
  matters: readonly Subject[],
  circumstances: Circumstances = {},
): Promise<DoneAll> {
  const views = matters.flatMap((subject) => [...(needs.follow ?? []).map((follow) => follow(subject)), viewsStep(needs, subject)]);
  const all = { overlook: BY_ITSELF, titleOf, ...circumstances };
  if (steps instanceof Function) return act(needs, (first) => [...steps(first), ...views], all);
  return act(needs, [...steps, ...views], all);
}

const titleOf = (type: string) => (TELLINGS as Readonly<Record<string, Telling | undefined>>)[type]?.title;

/** What the system does of itself: whoever has the page open has lost nothing by it, and nobody was quicker than they. */
const BY_ITSELF: ReadonlySet<string> = new Set(['DocumentSealed', 'EvaluationOpened', 'EvaluationWindowClosed']);

/** Writes the view rows that differ between what the subject was before this act and what it is now. */
function viewsStep(needs: CaseworkNeeds, subject: Subject): Step {
  const decider = deciderOf(needs);
  return {
    subject,
    take(past, doneBefore) {
      const before = stateAfter(decider, past, past.length - doneBefore);
      return { stream: 'matter', actions: [], writes: caseworkViews(needs.db.sql as CaseworkDb, subject, before, stateAfter(decider, past)) };
    },
  };
}

/** The usual act: one command on one matter. */
export function handleMatter(
  needs: CaseworkNeeds,
  subject: Subject,
  command: MatterCommand,
  { notes = [], seen, isNew = false }: { readonly notes?: readonly Note[]; readonly seen?: number; readonly isNew?: boolean } = {},
): Promise<DoneAll> {
  return actOnMatters(needs, [matterStep(needs, subject, command, { notes, isNew })], [subject], seen === undefined ? {} : { seen });
}
