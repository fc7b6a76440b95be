import { dateInChina, yearOf, type PlainDate } from '#kernel/dates.ts';
import { replay } from '#kernel/decider.ts';
import type { Law } from '#kernel/law.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Directory, DirectorySource } from '#contexts/directory/index.ts';
import type { AccessLog } from '#platform/access-log.ts';
import { act, type ActNeeds, type Circumstances, type Step } from '#platform/act.ts';
import type { Actor } from '#platform/actor.ts';
import type { Blobs } from '#platform/blobs.ts';
import type { Database, Query } from '#platform/database.ts';
import { moveSchemas } from '#platform/database-moved.ts';
import { loadHistory, toAction, type Recorded } from '#platform/history.ts';
import type { KeyRing } from '#platform/keys.ts';
import type { Note } from '#platform/words.ts';
import type { SealedAction } from './domain/actions.ts';
import { notHere, sealedDecider, type SealedCommand, type SealedDecider } from './domain/decide.ts';
import type { SealedFile } from './domain/file.ts';
import { sideOf, type Side } from './domain/permissions.ts';
import type { Competence } from './domain/recipient.ts';
import type { SlipFields, SlipFacts } from './handle/slip.ts';
import { sealedViews, takeSlipNumber, type SealedDb } from './store.ts';

/** What the sealed process hands in. Nothing of it is the ordinary office's: not the database role, not the keys. */
export interface SealedNeeds extends ActNeeds {
  readonly boxes: KeyRing; // private: opens what the ordinary side put into the inbox
  readonly lawOf: (version: string) => Law;
  readonly directory: DirectorySource;
  readonly blobs: Blobs; // attachments, each sealed with a key that only the file knows
  readonly access: AccessLog;
  /** F54, set by whoever composes: the documents context has the press, and may not be known here. */
  readonly renderSlip: (fields: SlipFields, facts: SlipFacts) => Promise<Uint8Array>;
}

/** History, words and log of access of the sealed line lie in its own schema. */
export const sealedDatabase = (db: Database): Database => moveSchemas(db, { history: 'sealed', words: 'sealed', access: 'sealed' });

const deciderOf = ({ lawOf, calendar }: SealedNeeds): SealedDecider => sealedDecider({ lawOf, calendar: calendar() });

export const fileOf = (needs: SealedNeeds, past: readonly Recorded[]): SealedFile => replay(deciderOf(needs), past as unknown as readonly SealedAction[]);

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
      return { stream: 'sealed', actions, notes, writes: [...sealedViews(needs.db.sql as SealedDb, subject, before, after), ...writes] };
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
): Promise<number> {
  const done = await act(needs, [sealedStep(needs, subject, command, { notes })], { seen });
  return done.at(-1)?.n ?? seen;
}

/** A transfer takes the next number of the slips of this desk, in the act: a number without a transfer does not come to be. */
export async function transferSealed(
  needs: SealedNeeds,
  subject: Subject,
  desk: string,
  command: (slipNo: string) => Deciding<SealedCommand>,
  seen: number,
): Promise<number> {
  const year = yearOf(dateInChina(needs.now()));
  const circumstances: Circumstances = { seen, first: [takeSlipNumber(needs.db.sql, subject.region, desk, year)] };
  const steps = ([rows]: readonly { last: number }[][]) => [sealedStep(needs, subject, command(slipNumber(needs, desk, year, rows?.[0]?.last ?? 0)))];
  const done = await act(needs, steps, circumstances);
  return done.at(-1)?.n ?? seen;
}

function slipNumber({ directory }: SealedNeeds, desk: string, year: number, sequence: number): string {
  const word = directory.current().findOrgan(desk)?.documentWord ?? '';
  return `${word}密移〔${year}〕${sequence}号`;
}

export interface Loaded {
  readonly subject: Subject;
  readonly file: SealedFile;
  readonly past: readonly Recorded[];
  readonly side: Side;
}

/** @throws Refusal NotFound alike for a file that is not there and for one that is not theirs */
export async function loadSealed(needs: SealedNeeds, subject: Subject, actor: Actor): Promise<Loaded> {
  const rows = await loadHistory(needs.db.sql, [subject]).execute();
  const past = rows.map(toAction);
  const file = fileOf(needs, past);
  const side = sideOf(askerOf(needs.directory.current(), actor, dateInChina(needs.now())), file, needs.directory.current());
  if (!side || file.stage === 'unknown') throw notHere();
  return { subject, file, past, side };
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
  return { ...current, hasSealedDesk: (unit) => [unit, ...offices(unit)].some(sits) };
}

export function askerOf(directory: Directory, { person, unit, roles }: Actor, today: PlainDate) {
  return { unit, roles, units: directory.postsOf(person, today).map((post) => post.unit) };
}
