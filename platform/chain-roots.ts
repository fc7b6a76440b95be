import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { addDays, dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { KeyRing } from './keys.ts';
import { pathOf, rootOf, type Step } from './merkle.ts';
import { signBytes } from './receipts.ts';

export interface RootRow {
  region: string;
  kind: 'history' | 'access';
  day: PlainDate;
  first: number;
  last: number;
  leaves: number;
  root: Buffer;
  chained: Buffer;
  signature: Buffer;
  key: number;
  made_at: Date;
}

/** Leaf of the history: the act and the hash that chains all actions before it. */
const leafOfAct = (position: number, subject: string, n: number, hash: Buffer) => Buffer.concat([Buffer.from(`${position} ${subject} ${n} `), hash]);
const leafOfSegment = (segment: string, n: number, hash: Buffer) => Buffer.concat([Buffer.from(`${segment} ${n} `), hash]);

/**
 * Makes the roots that are missing, up to yesterday in China. A day is what
 * entered the feed after the day before it was closed, so that nothing falls
 * between two days; a second run does nothing. Gives the rows made.
 */
export async function makeRoots(db: Kysely<any>, ring: KeyRing, region: string, now: Date): Promise<readonly RootRow[]> {
  const day = addDays(dateInChina(now), -1);
  return db.transaction().execute(async (trx) => {
    await trx.selectFrom('history.sequence').select('position').where('region', '=', region).forUpdate().execute(); // one at a time
    const history = await makeRoot(trx, ring, region, 'history', day, now, (before) => leavesOfHistory(trx, region, before?.last ?? 0));
    const access = await makeRoot(trx, ring, region, 'access', day, now, (before) => leavesOfAccess(trx, region, before?.day, day));
    return [history, access].filter((row) => row !== undefined);
  });
}

interface Leaves {
  readonly first: number;
  readonly last: number;
  readonly leaves: readonly Buffer[];
}

async function makeRoot(
  db: Kysely<any>,
  ring: KeyRing,
  region: string,
  kind: RootRow['kind'],
  day: PlainDate,
  now: Date,
  find: (before: RootRow | undefined) => Promise<Leaves>,
) {
  const before = await findLastRoot(db, region, kind);
  if (before && before.day >= day) return undefined;
  const { first, last, leaves } = await find(before);
  const root = rootOf(leaves);
  const chained = chainRoot(before?.chained, day, root);
  const { signature } = signBytes(ring, region, chained);
  const row: RootRow = { region, kind, day, first, last, leaves: leaves.length, root, chained, signature, key: ring.current(region).id, made_at: now };
  await db.insertInto('proof.root').values(row).execute();
  return row;
}

export function chainRoot(before: Buffer | undefined, day: PlainDate, root: Buffer): Buffer {
  return createHash('sha256')
    .update(before ?? Buffer.alloc(32))
    .update(`${day} `)
    .update(root)
    .digest();
}

async function findLastRoot(db: Kysely<any>, region: string, kind: string): Promise<RootRow | undefined> {
  const row = await db
    .selectFrom('proof.root')
    .selectAll()
    .where('region', '=', region)
    .where('kind', '=', kind)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && ({ ...row, first: Number(row.first), last: Number(row.last) } as RootRow);
}

/** Acts in the feed after a position, up to another. */
export async function leavesOfHistory(db: Kysely<any>, region: string, after: number, upTo = Number.MAX_SAFE_INTEGER): Promise<Leaves> {
  const { rows } = await sql<{ position: string; subject: string; n: number; hash: Buffer }>`
    select position, feed.subject, feed.n, hash from history.feed
    join history.action on action.region = feed.region and action.subject = feed.subject and action.n = feed.n
    where feed.region = ${region} and position > ${after} and position <= ${upTo} order by position`.execute(db);
  const leaves = rows.map(({ position, subject, n, hash }) => leafOfAct(Number(position), subject, n, hash));
  return { first: after + 1, last: Number(rows.at(-1)?.position ?? after), leaves };
}

/** Segments that ended in these days, the first excluded. */
export async function leavesOfAccess(db: Kysely<any>, region: string, after: PlainDate | undefined, upTo: PlainDate): Promise<Leaves> {
  const day = sql`(closed_at at time zone 'Asia/Shanghai')::date`;
  const { rows } = await sql<{ segment: string; n: number; hash: Buffer }>`
    select segment, n, hash from access.closing
    where region = ${region} and ${day} <= ${upTo}::date and ${day} > ${after ?? '0001-01-01'}::date order by segment`.execute(db);
  return { first: 0, last: 0, leaves: rows.map(({ segment, n, hash }) => leafOfSegment(segment, n, hash)) };
}

/** What a petitioner needs to show that an action is under a published root. Undefined until its day is closed. */
export interface Proof {
  readonly leaf: string; // hex
  readonly steps: readonly Step[];
  readonly day: PlainDate;
  readonly root: string; // hex
}

export async function findProof(db: Kysely<any>, region: string, subject: string, n: number): Promise<Proof | undefined> {
  const { rows } = await sql<{ position: string }>`
    select position from history.feed where region = ${region} and subject = ${subject} and n >= ${n} order by n limit 1`.execute(db);
  if (!rows[0]) return undefined;
  const position = Number(rows[0].position);
  const row = await db
    .selectFrom('proof.root')
    .selectAll()
    .where('region', '=', region)
    .where('kind', '=', 'history')
    .where('first', '<=', position)
    .where('last', '>=', position)
    .executeTakeFirst();
  if (!row) return undefined;
  const { leaves } = await leavesOfHistory(db, region, Number(row.first) - 1, Number(row.last));
  const index = position - Number(row.first);
  return { leaf: leaves[index]!.toString('hex'), steps: pathOf(leaves, index), day: row.day, root: row.root.toString('hex') };
}
