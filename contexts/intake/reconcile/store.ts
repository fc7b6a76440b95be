import { sql, type Kysely } from 'kysely';
import type { PlainDate } from '#kernel/dates.ts';
import type { AstrayKind } from '../domain/reconciliation.ts';

/** The SQL of the reconciliation: the count of the days, what does not agree, and both as they are read. */
interface ReconcileTables {
  'intake.reconciliation': { region: string; day: PlainDate; channel: string; came: number; registered: number; counted_at: Date };
  'intake.astray': AstrayRow;
}

interface AstrayRow {
  region: string;
  kind: AstrayKind;
  subject: string;
  no: string;
  day: PlainDate;
  channel: string;
  found_at: Date;
  seen_at: Date;
}

export type ReconcileDb = Kysely<ReconcileTables>;

interface Window {
  readonly region: string;
  readonly from: PlainDate; // these days are counted again
  readonly today: PlainDate; // which is not over, and not counted
  readonly since: string; // ids given out from here on are of arrivals of the last days, whenever they came: 补登记, imports
  readonly at: Date;
}

const CHINA = sql`'Asia/Shanghai'`;
const dayOf = (moment: string) => sql`(${sql.ref(moment)} at time zone ${CHINA})::date`;
const startOf = (day: ReturnType<typeof sql>) => sql`((${day})::timestamp at time zone ${CHINA})`;

/**
 * Counts the days in one question, and writes down their numbers and whatever does
 * not agree: what the portal took in against what was registered of it, and what is
 * listed against what history says. Counted before anything is recognised, so an
 * accusation counts as any other letter; nothing here is of the sealed line.
 */
export async function countDays(db: ReconcileDb, { region, from, today, since, at }: Window): Promise<void> {
  await sql`
    with arrived as (
      select id as subject, intake_no as no, channel, ${dayOf('received_at')} as day
      from intake.arrival
      where region = ${region} and received_at < ${startOf(sql`${today}::date`)}
        and not exists (select from intake.intake where intake.region = arrival.region and intake.subject = arrival.id)
    ), days as (
      select generate_series(${from}::date, ${today}::date - 1, interval '1 day')::date as day
      union select ${dayOf('received_at')} from intake.intake where region = ${region} and subject >= ${since}::uuid
      union select day from arrived
    ), listed as (
      select intake.subject, intake.no, intake.channel, days.day,
        (select count(*) from history.action
          where action.region = intake.region and action.subject = intake.subject and action.type = 'IntakeRegistered') as records
      from days
      join intake.intake on intake.region = ${region}
        and intake.received_at >= ${startOf(sql`days.day`)} and intake.received_at < ${startOf(sql`days.day + 1`)}
      where days.day < ${today}::date
    ), every as (
      select subject, no, channel, day, records, 'notRegistered' as kind from listed
      union all select subject, no, channel, day, 0, 'notTaken' from arrived
    ), astray as (
      insert into intake.astray (region, kind, subject, no, day, channel, found_at, seen_at)
      select ${region}, kind, subject, no, day, channel, ${at}, ${at} from every where records <> 1
      on conflict (region, kind, subject) do update set seen_at = excluded.seen_at
    )
    insert into intake.reconciliation (region, day, channel, came, registered, counted_at)
    select ${region}, day, channel, count(*), count(*) filter (where records = 1), ${at} from every group by day, channel
    on conflict (region, day, channel) do update set came = excluded.came, registered = excluded.registered, counted_at = excluded.counted_at`.execute(db);
}

export async function putAstray(db: ReconcileDb, rows: readonly AstrayRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('intake.astray')
    .values([...rows])
    .onConflict((same) => same.columns(['region', 'kind', 'subject']).doUpdateSet({ seen_at: (eb) => eb.ref('excluded.seen_at') }))
    .execute();
}

/** Of the days that were counted again: a channel on which nothing is found any more came to nothing. */
export const emptyRest = (db: ReconcileDb, { region, from, at }: Pick<Window, 'region' | 'from' | 'at'>) =>
  db
    .updateTable('intake.reconciliation')
    .set({ came: 0, registered: 0, counted_at: at })
    .where('region', '=', region)
    .where('day', '>=', from)
    .where('counted_at', '<', at)
    .execute();

/** What agrees again is no difference any more. */
export const dropFound = (db: ReconcileDb, region: string, before: Date) =>
  db.deleteFrom('intake.astray').where('region', '=', region).where('seen_at', '<', before).execute();

/** The first day that has to be counted: of what came before the first count as well. */
export async function firstDay(db: ReconcileDb, region: string): Promise<PlainDate | null> {
  const { rows } = await sql<{ day: PlainDate | null }>`
    select case when exists (select from intake.reconciliation where region = ${region}) then null
      else (select min(received_at) at time zone ${CHINA} from intake.intake where region = ${region})::date end as day`.execute(db);
  return rows[0]?.day ?? null;
}

export const findDays = (db: ReconcileDb, region: string, from: PlainDate, until: PlainDate) =>
  db
    .selectFrom('intake.reconciliation')
    .selectAll()
    .where('region', '=', region)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .where('came', '>', 0)
    .orderBy('day', 'desc')
    .orderBy('channel')
    .execute();

export const findAstray = (db: ReconcileDb, region: string, limit: number) =>
  db.selectFrom('intake.astray').selectAll().where('region', '=', region).orderBy('day').orderBy('no').limit(limit).execute();

export async function lastCount(db: ReconcileDb, region: string): Promise<Date | null> {
  const row = await db
    .selectFrom('intake.reconciliation')
    .select(({ fn }) => fn.max('counted_at').as('at'))
    .where('region', '=', region)
    .executeTakeFirst();
  return row?.at ?? null;
}
