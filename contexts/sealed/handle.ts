import { dateInChina, yearOf, type PlainDate } from '#kernel/dates.ts';
import { replay } from '#kernel/decider.ts';
import type { Law } from '#kernel/law.ts';
import type { ToldCode } from '#kernel/sealed-dates.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Directory, DirectorySource } from '#contexts/directory/index.ts';
import type { AccessLog } from '#platform/access-log.ts';
import { act, type ActNeeds, type Step } from '#platform/act.ts';
import type { Actor } from '#platform/actor.ts';
import type { Blobs } from '#platform/blobs.ts';
import type { Database, Query } from '#platform/database.ts';
import { moveSchemas } from '#platform/database-moved.ts';
import { loadHistory, toAction, type Recorded } from '#platform/history.ts';
import type { KeyRing } from '#platform/keys.ts';
import type { Note } from '#platform/words.ts';
import type { SealedAction } from './domain/actions.ts';
import type { SealedCommand } from './domain/commands.ts';
import { sealedDecider, type SealedDecider } from './domain/decide.ts';
import { initial, type SealedFile } from './domain/file.ts';
import { notHere } from './domain/guard.ts';
import { seatOf, type Asker, type Seat } from './domain/permissions.ts';
import type { Competence } from './domain/recipient.ts';
import type { PaperFacts, PaperValues } from './handle/papers.ts';
import { tellDates } from './handle/told.ts';
import { sealedViews, takePaperNumber, type SealedDb, type SealedPaper } from './store.ts';

/** What the sealed process hands in. Nothing of it is the ordinary office's: not the database role, not the keys. */
export interface SealedNeeds extends ActNeeds {
  readonly boxes: KeyRing; // private: opens what the ordinary side put into the inbox
  readonly officeBoxes: KeyRing; // public halves of the ordinary office: closes what goes back there, and opens nothing
  readonly lawOf: (version: string) => Law;
  readonly packFor: (region: string, on: PlainDate) => string;
  readonly directory: DirectorySource;
  readonly blobs: Blobs; // attachments, each sealed with a key that only the file knows
  readonly access: AccessLog;
  /** A new query code, as it is read out and as it is known: what made it lies in the key store, and intake may not be known here. */
  readonly newCode: (region: string) => { readonly code: string; readonly told: ToldCode };
  /** F54, F55, F62, set by whoever composes: the documents context has the press, and may not be known here. */
  readonly renderPaper: (paper: SealedPaper, values: PaperValues, facts: PaperFacts) => Promise<Uint8Array>;
}

/** History, words and log of access of the sealed line lie in its own schema. */
export const sealedDatabase = (db: Database): Database => moveSchemas(db, { history: 'sealed', words: 'sealed', access: 'sealed' });

const deciderOf = ({ lawOf, calendar }: SealedNeeds): SealedDecider => sealedDecider({ lawOf, calendar: calendar() });

type Deciding<Command> = Command | ((file: SealedFile) => Command);

export function sealedStep(
  needs: SealedNeeds,
  subject: Subject,
  command: Deciding<SealedCommand>,
  { notes = [], writes = [], isNew = false }: { readonly notes?: readonly Note[]; readonly writes?: readonly Query[]; readonly isNew?: boolean } = {},
): Step {
  const decider = deciderOf(needs);
  return {
    subject,
    isNew,
    take(past) {
      const before = replay(decider, past as unknown as readonly SealedAction[]);
      const actions = decider.decide(command instanceof Function ? command(before) : command, before);
      const after = actions.reduce(decider.evolve, before);
      const told = tellDates(needs.db.sql, subject, before, after, { n: past.length + actions.length, at: needs.now() });
      return { stream: 'sealed', actions, notes, writes: [...sealedViews(needs.db.sql as SealedDb, subject, before, after), ...told, ...writes] };
    },
  };
}

/** One command on a file, decided on what the person saw: `seen` is always told here. */
export async function handleSealed(
  needs: SealedNeeds,
  subject: Subject,
  command: Deciding<SealedCommand>,
  seen: number,
  notes: readonly Note[] = [],
  writes: readonly Query[] = [],
): Promise<number> {
  const done = await act(needs, [sealedStep(needs, subject, command, { notes, writes })], { seen });
  return done.at(-1)?.n ?? seen;
}

/** What goes out under a number takes the next of its series in the act: a number without a paper does not come to be. */
export interface Numbering {
  readonly paper: SealedPaper;
  readonly unit: string; // whose series
}

export async function actNumbered(
  needs: SealedNeeds,
  subject: Subject,
  { paper, unit }: Numbering,
  stepFor: (no: string) => Step,
  seen: number,
): Promise<{ n: number; no: string }> {
  const year = yearOf(dateInChina(needs.now()));
  let no = '';
  const steps = ([rows]: readonly { last: number }[][]) => {
    no = numberOf(needs, { paper, unit }, year, rows?.[0]?.last ?? 0);
    return [stepFor(no)];
  };
  const done = await act(needs, steps, { seen, first: [takePaperNumber(needs.db.sql, paper, { region: subject.region, unit, year })] });
  return { n: done.at(-1)?.n ?? seen, no };
}

const SERIES: Readonly<Record<SealedPaper, string>> = { F54: '密移', F55: '密报', F62: '密供' };

function numberOf({ directory }: SealedNeeds, { paper, unit }: Numbering, year: number, sequence: number): string {
  const word = directory.current().findOrgan(unit)?.documentWord ?? '';
  return `${word}${SERIES[paper]}〔${year}〕${sequence}号`;
}

export interface Loaded {
  readonly subject: Subject;
  readonly file: SealedFile;
  readonly past: readonly Recorded[];
  readonly seat: Seat;
}

/** The whole file, for whoever asks on behalf of nobody: each way in asks who may. */
export async function replayFile(needs: SealedNeeds, subject: Subject): Promise<{ readonly file: SealedFile; readonly past: readonly Recorded[] }> {
  const past = (await loadHistory(needs.db.sql, [subject]).execute()).map(toAction);
  if (past[0]?.type !== 'MatterOpened') return { file: initial, past: [] };
  return { file: replay(deciderOf(needs), past as unknown as readonly SealedAction[]), past };
}

/** @throws Refusal NotFound alike for a file that is not there and for one that is not theirs */
export async function loadSealed(needs: SealedNeeds, subject: Subject, actor: Actor): Promise<Loaded> {
  const { file, past } = await replayFile(needs, subject);
  const seat = seatOf(askerOf(needs, actor), file, needs.directory.current());
  if (!seat || file.stage === 'unknown') throw notHere();
  return { subject, file, past, seat };
}

/** What the rules of who and where to ask of the directory as it is today. */
export function placesOf({ directory, now }: Pick<SealedNeeds, 'directory' | 'now'>): Competence & Directory {
  const current = directory.current();
  const today = dateInChina(now());
  const sits = (unit: string) => (['sealedTriage', 'disciplineRecipient'] as const).some((role) => current.holdersOf(unit, role, today).length > 0);
  const offices = (organ: string) =>
    current
      .childrenOf(organ)
      .map(({ unit }) => unit)
      .filter((unit) => current.organOf(unit) === organ);
  return {
    ...current,
    hasSealedDesk: (unit) => [unit, ...offices(unit)].some(sits),
    seatsOf: (role) => [
      ...new Set(current.organs.filter(({ unit }) => current.holdersOf(unit, role, today).length > 0).map(({ unit }) => current.organOf(unit))),
    ],
  };
}

export function askerOf({ directory, now }: Pick<SealedNeeds, 'directory' | 'now'>, { person, unit, roles }: Actor): Asker {
  const posts = directory.current().postsOf(person, dateInChina(now()));
  return { person, unit, roles, units: posts.map((post) => post.unit) };
}
