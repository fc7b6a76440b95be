import { sql, type Kysely } from 'kysely';
import type { Subject } from '#kernel/subject.ts';
import { linkOf, type OpeningRow } from './access-log-chain.ts';
import type { AccessTables } from './access-log.ts';
import type { Query } from './database.ts';
import { keptQuery } from './kept.ts';

type AccessDb = Kysely<AccessTables>;

/** The organs that opened a matter, for its petitioner: organs and days, no names of staff. A person counts once a day, however often the page is drawn. */
export function findOrgansThatOpened(db: AccessDb, subject: Subject): Promise<readonly OrganThatOpened[]> {
  return organsThatOpened(db, subject).execute();
}

/** The same, to be asked together with others. */
export const findOpened = (db: AccessDb, subject: Subject): Query => keptQuery(db, 'opened', [subject.region, subject.id], () => organsThatOpened(db, subject));

export interface OrganThatOpened {
  readonly unit: string;
  readonly times: number;
  readonly first: Date;
  readonly last: Date;
}

function organsThatOpened(db: AccessDb, { region, id }: Subject) {
  return db
    .selectFrom('access.opening')
    .select(({ fn }) => [
      'unit',
      sql<number>`count(distinct (person, (at at time zone 'Asia/Shanghai')::date))::int`.as('times'),
      fn.min('at').as('first'),
      fn.max('at').as('last'),
    ])
    .where('region', '=', region)
    .where('subject', '=', id)
    .groupBy('unit')
    .orderBy('first');
}

/** Ends the segments of processes that ended without a word: those whose last record is older than `before`. */
export async function closeAbandoned(db: AccessDb, region: string, before: Date, now: Date): Promise<number> {
  const { rows } = await sql<{ segment: string }>`
    insert into access.closing (region, segment, n, hash, closed_at, closed_by)
    select region, segment, n, hash, ${now}::timestamptz, 'worker'
    from (
      select distinct on (segment) region, segment, n, hash, at from access.opening
      where region = ${region} and not exists (
        select from access.closing where closing.region = opening.region and closing.segment = opening.segment)
      order by segment, n desc
    ) as last
    where at < ${before}
    on conflict (region, segment) do nothing
    returning segment`.execute(db);
  return rows.length;
}

/** Whole segments that are older than the log is kept go, as the worker; what is younger than three years the database keeps, whoever asks. */
export async function forgetOpenings(db: AccessDb, region: string, before: Date, now: Date): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select access.forget_old(${region}, ${before}::timestamptz, ${now}::timestamptz) as gone`.execute(db);
  return Number(rows[0]?.gone ?? 0);
}

/** What is wrong with the access log of a region: a gap, an edit, a missing end. Empty when nothing is (不变量 36). */
export async function findAccessBreaks(db: AccessDb, region: string): Promise<string[]> {
  const breaks: string[] = [];
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<{ segment: string }>`
      select distinct segment from (
        select segment from access.opening where region = ${region} and segment > ${after}::uuid
        union all select segment from access.closing where region = ${region} and segment > ${after}::uuid) as known
      order by segment limit 200`.execute(db);
    if (rows.length === 0) return breaks;
    after = rows.at(-1)!.segment;
    const segments = rows.map(({ segment }) => segment);
    const openings = await db
      .selectFrom('access.opening')
      .selectAll()
      .where('region', '=', region)
      .where('segment', 'in', segments)
      .orderBy('segment')
      .orderBy('n')
      .execute();
    const closings = await db.selectFrom('access.closing').selectAll().where('region', '=', region).where('segment', 'in', segments).execute();
    const { rows: old } = await sql<{ segment: string }>`
      select segment from access.forgotten where region = ${region} and segment in (${sql.join(segments)})`.execute(db);
    const forgotten = new Set(old.map(({ segment }) => segment));
    const ends = new Map(closings.map((closing) => [closing.segment, closing]));
    const bySegment = Map.groupBy(openings, ({ segment }) => segment);
    for (const segment of segments.filter((one) => !forgotten.has(one))) breaks.push(...breaksOf(segment, bySegment.get(segment) ?? [], ends.get(segment)));
  }
}

function breaksOf(segment: string, rows: readonly OpeningRow[], end: { n: number; hash: Buffer } | undefined): string[] {
  let previous: Buffer = Buffer.alloc(32);
  for (const [index, row] of rows.entries()) {
    if (row.n !== index + 1) return [`查阅记录 ${segment}：缺第${index + 1}条`];
    if (!linkOf(previous, row).equals(row.hash)) return [`查阅记录 ${segment}：第${row.n}条被改动`];
    previous = row.hash;
  }
  if (!end || (end.n === rows.length && end.hash.equals(previous))) return [];
  return [rows.length < end.n ? `查阅记录 ${segment}：应有${end.n}条，只剩${rows.length}条` : `查阅记录 ${segment}：收尾与内容不符`];
}
