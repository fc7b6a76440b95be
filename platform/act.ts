import { replay, type Decider, type Done } from '#kernel/decider.ts';
import type { Subject } from '#kernel/subject.ts';
import { BEGIN, COMMIT, type Database, type Query } from './database.ts';
import { append, headsOf, historyOf, toAction, toRow, type ActionRow, type Recorded } from './history.ts';
import type { KeyRing } from './keys.ts';
import { isRows, merged } from './rows.ts';
import { stale } from './stale.ts';
import { keepNotes, keysOf, type Note } from './words.ts';

/** An action as a decider gives it: without what only the recording knows. */
export type Given = Done & { readonly type: string };

/** What one step writes: actions on a stream of its subject, the words they point to, and other rows. */
export interface Taken {
  readonly stream: string;
  readonly actions: readonly Given[];
  readonly notes?: readonly Note[];
  readonly writes?: readonly Query[];
}

/**
 * One context's part in an act. `take` is given the whole past of the subject,
 * all streams, what earlier steps of this act have done to it included: a rule
 * that spans streams is decided on a state that nobody else can change.
 */
export interface Step {
  readonly subject: Subject;
  readonly isNew?: boolean; // the subject does not exist yet: nothing to lock, nothing to load
  take(past: readonly Recorded[], doneBefore: number): Taken;
}

export interface ActNeeds {
  readonly db: Database;
  readonly keys: KeyRing;
  readonly now: () => Date;
  readonly calendar: () => string; // the version in force
  readonly followed?: boolean; // false: nobody follows this history, as that of the sealed line
}

export interface Circumstances {
  readonly seen?: number; // the n of the first step's subject that the person was looking at
  readonly overlook?: ReadonlySet<string>; // actions after `seen` that change nothing for whoever looked, such as a paper that was rendered
  readonly titleOf?: (type: string) => string | undefined; // how an action is told, where it is the system's that came in between
  /** Rows that must be locked or changed before anything is decided, such as a number series; given to `steps`. */
  readonly first?: readonly Query[];
}

/** Lets a decider take part. */
export function step<Command, Action extends Given, State>(
  subject: Subject,
  stream: string,
  decider: Decider<Command, Action, State>,
  command: Command | ((past: readonly Recorded[]) => Command),
  also: { readonly isNew?: boolean; readonly notes?: readonly Note[] } = {},
): Step {
  const { isNew = false, notes = [] } = also;
  return {
    subject,
    isNew,
    take(past) {
      const before = replay(decider, past as unknown as readonly Action[]);
      return { stream, notes, actions: decider.decide(command instanceof Function ? command(past) : command, before) };
    },
  };
}

/** What was done in an act, by subject, in order. */
export type DoneAll = readonly (Recorded & { readonly subject: Subject; readonly n: number })[];

/**
 * One legal act: lock its subjects, decide every step on the same past, write
 * everything. Two round trips; one where every subject is new. `steps` may be
 * a function of the rows that the queries of `first` gave.
 *
 * @throws Refusal `Stale` when somebody else acted since `seen`
 */
export async function act(
  needs: ActNeeds,
  steps: readonly Step[] | ((first: readonly any[][]) => readonly Step[]),
  { seen, overlook, titleOf, first = [] }: Circumstances = {},
): Promise<DoneAll> {
  const { db } = needs;
  if (!(steps instanceof Function) && first.length === 0 && seen === undefined && oldOf(steps).length === 0) return begin(needs, steps);
  return db.transact(async (send) => {
    const early = steps instanceof Function ? await send(BEGIN, ...first) : [];
    const parts = steps instanceof Function ? steps(early.slice(1)) : steps;
    const old = oldOf(parts);

    const opening = steps instanceof Function ? [] : [BEGIN, ...first];
    const loaded = old.length > 0 ? await send(...opening, headsOf(db.sql, old), historyOf(db.sql, old), keysOf(db.sql, old)) : undefined;
    const [heads = [], past = [], wrapped = []] = loaded ? loaded.slice(opening.length) : [];
    const seenHead = heads.find((head) => parts[0] && isOf(head, parts[0].subject));
    const newer = seen !== undefined && parts[0] ? past.filter((row: ActionRow) => isOf(row, parts[0]!.subject) && row.n > seen) : [];
    const missed = newer.filter(({ type }: ActionRow) => !overlook?.has(type));
    if (seen !== undefined && (seen > (seenHead?.n ?? 0) || missed.length > 0)) throw stale(missed, titleOf);

    const { writes, done } = decided(needs, parts, { heads, past, wrapped });
    await send(...(loaded ? [] : opening), ...merged(writes), COMMIT).catch(asStale);
    return done;
  });
}

/** Subjects that do not exist yet: nothing to lock, nothing to load; one round trip, that of whoever else begins at this moment. */
async function begin(needs: ActNeeds, steps: readonly Step[]): Promise<DoneAll> {
  const { db } = needs;
  const { writes, done } = decided(needs, steps, { heads: [], past: [], wrapped: [] });
  const kept = db.shared && writes.every(isRows) ? db.shared(writes) : db.transact((send) => send(BEGIN, ...merged(writes), COMMIT));
  await kept.catch(asStale);
  return done;
}

interface Loaded {
  readonly heads: readonly any[];
  readonly past: readonly ActionRow[];
  readonly wrapped: readonly any[];
}

/** Every step decides, one after the other; gives what is to be written of it. */
function decided({ db, keys, now, calendar, followed = true }: ActNeeds, parts: readonly Step[], loaded: Loaded): { writes: Query[]; done: DoneAll } {
  const recordedAt = now();
  const writes: Query[] = [];
  const done: (Recorded & { subject: Subject; n: number })[] = [];
  const states = new Map(parts.map(({ subject }) => [nameOf(subject), begun(subject, loaded)]));

  for (const { subject, take } of parts) {
    const state = states.get(nameOf(subject))!;
    const taken = take(state.actions, state.rows.length);
    for (const given of taken.actions) {
      const action = { ...given, stream: taken.stream, recordedAt, calendar: calendar() };
      const row = toRow(subject, state.rows.at(-1) ?? state.head, action);
      state.rows.push(row);
      state.actions.push(action);
      done.push({ ...action, subject, n: row.n });
    }
    state.notes.push(...(taken.notes ?? []));
    writes.push(...(taken.writes ?? []));
  }

  const kept = [...states.values()].flatMap(({ subject, head, rows, notes, key }) => {
    const last = rows.at(-1);
    const words = keepNotes(db.sql, keys, subject, key, notes);
    return last ? [...append(db.sql, subject, head.n, last, rows, followed), ...words] : words;
  });
  return { writes: [...kept, ...writes], done };
}

function oldOf(parts: readonly Step[]): Subject[] {
  const fresh = new Set(parts.filter(({ isNew }) => isNew).map(({ subject }) => nameOf(subject)));
  const subjects = new Map(parts.map(({ subject }) => [nameOf(subject), subject]));
  return [...subjects].filter(([name]) => !fresh.has(name)).map(([, subject]) => subject);
}

function begun(subject: Subject, { heads, past, wrapped }: Loaded) {
  const head: { n: number; hash: Buffer } = heads.find((row) => isOf(row, subject)) ?? { n: 0, hash: Buffer.alloc(32) };
  return {
    subject,
    head,
    key: wrapped.find((row) => isOf(row, subject))?.wrapped as Buffer | undefined,
    actions: past.filter((row) => isOf(row, subject)).map(toAction),
    rows: [] as ActionRow[],
    notes: [] as Note[],
  };
}

const nameOf = ({ region, id }: Subject) => `${region} ${id}`;
const isOf = (row: { region: string; subject: string }, { region, id }: Subject) => row.region === region && row.subject === id;
/** Two people may register the same subject at once: the key of the head lets one through. */
function asStale(error: { code?: string; table?: string }): never {
  throw error.code === '23505' && error.table === 'head' ? stale() : error;
}
