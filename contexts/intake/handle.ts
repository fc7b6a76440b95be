import type { PlainDate } from '#kernel/dates.ts';
import type { Decider } from '#kernel/decider.ts';
import type { ReplacedCode, ToldCode } from '#kernel/sealed-dates.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Step } from '#platform/act.ts';
import type { Query } from '#platform/database.ts';
import type { Key } from '#platform/keys.ts';
import { loadHistory, toAction, type Recorded } from '#platform/history.ts';
import { openReplays } from '#platform/replayed.ts';
import { readWords, type Note } from '#platform/words.ts';
import type { CaseworkNeeds } from '#contexts/casework/index.ts';
import { wordsIn } from '#contexts/casework/index.ts';
import { intakeDecider, noSuchIntake, type IntakeCommand } from './domain/decide.ts';
import type { Intake, IntakeAction } from './domain/intake.ts';
import type { CodeStock } from './portal/code-stock.ts';
import { intakeViews, type IntakeDb } from './store.ts';

/** What the desk side of intake needs beside what casework needs. */
export interface IntakeNeeds extends CaseworkNeeds {
  readonly intakeNo: (region: string, at: Date) => Promise<string>;
  readonly matterNo: (region: string, at: Date) => Promise<string>;
  readonly blindKey: (region: string) => Key;
  readonly codePepper: Buffer;
  readonly codePrefix: (region: string) => string;
  readonly codes?: Pick<CodeStock, 'take'>; // made ahead, where many are registered
  readonly newCode?: (region: string) => string | undefined; // a code that is known beforehand: of the demonstration alone
  /** Closes an accusation to the sealed line; nobody here can open it again. Given by the sealed context. */
  readonly sealAway: (region: string, part: SealedPart) => Query;
  /** Tells the sealed line that a code was given out anew; of every intake alike. */
  readonly passOnCode: (region: string, replaced: ReplacedCode) => Query;
}

/** What is handed to the sealed line: everything that was said, and nothing of it stays here. */
export interface SealedPart {
  readonly intake: string;
  readonly code: string; // what the ordinary history keeps
  readonly intakeNo: string;
  readonly unit: string;
  readonly receivedAt: string;
  readonly channel: string;
  readonly title: string;
  readonly text: string;
  readonly original?: string; // the whole letter: what the other parts show of it is blacked out
  readonly parties: string;
  readonly files: string | null;
  readonly contactKnown: boolean;
  readonly pack: string;
  readonly level: string;
  readonly unitReceipt?: PlainDate; // of a matter that a unit had received already: should it come back, no term begins anew
  readonly codes?: readonly ToldCode[]; // whose page may show the days of it
}

const deciderOf = ({ lawOf, calendar }: IntakeNeeds): Decider<IntakeCommand, IntakeAction, Intake> => intakeDecider(lawOf, calendar());

export function intakeOf(needs: IntakeNeeds, past: readonly Recorded[]): Intake {
  return stateAfter(deciderOf(needs), past);
}

const stateAfter = openReplays<IntakeAction, Intake>();

/** One command on an intake, its row in the desk's list, and whatever else has to be written with it. */
export function intakeStep(
  needs: IntakeNeeds,
  subject: Subject,
  command: IntakeCommand,
  { notes = [], writes = [], isNew = false }: { notes?: readonly Note[]; writes?: readonly Query[]; isNew?: boolean } = {},
): Step {
  const decider = deciderOf(needs);
  return {
    subject,
    isNew,
    take(past) {
      const before = stateAfter(decider, past);
      const actions = decider.decide(command, before);
      const after = actions.reduce(decider.evolve, before);
      return { stream: 'intake', actions, notes, writes: [...intakeViews(needs.db.sql as IntakeDb, subject, before, after), ...writes] };
    },
  };
}

export interface LoadedIntake {
  readonly subject: Subject;
  readonly intake: Intake;
  readonly past: readonly Recorded[];
  readonly texts: ReadonlyMap<string, string>;
}

/** @throws Refusal NotFound */
export async function loadIntake(needs: IntakeNeeds, subject: Subject): Promise<LoadedIntake> {
  const rows = await loadHistory(needs.db.sql, [subject]).execute();
  const past = rows.map(toAction);
  if (past[0]?.type !== 'IntakeReceived') throw noSuchIntake();
  const intake = intakeOf(needs, past);
  // Once a part of it is sealed its words are not read any more, not even in the minute until they are erased.
  const texts = intake.sealed
    ? new Map<string, string>()
    : await readWords(
        needs.db.sql,
        needs.keys,
        wordsIn(past).map(({ id }) => ({ region: subject.region, id })),
      );
  return { subject, intake, past, texts };
}
