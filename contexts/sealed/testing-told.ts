/** What the petitioner of a sealed letter is told, and what came in about codes: looked up in the database, for the tests of the whole line. */
import { sql } from 'kysely';
import { sealedDatesPlace, type SealedDates } from '#kernel/sealed-dates.ts';
import { openDatabase } from '#platform/database.ts';
import { openSealed, type BoxKeys } from '#platform/sealed-box.ts';
import type { Office } from './testing.ts';

/** The newest days that the holder of a code may open, as the portal's role finds them. */
export async function toldIn(office: Office, { id, box }: { readonly id: Buffer; readonly box: BoxKeys }): Promise<SealedDates> {
  const db = openDatabase(office.address('huiyin_portal'));
  const { rows } = await sql<{
    region: string;
    envelope: Buffer;
  }>`select region, envelope from transparency.sealed_dates where code_hmac = ${id} order by n desc`.execute(db.sql);
  await db.close();
  return JSON.parse(openSealed(box, rows[0]!.envelope, sealedDatesPlace(rows[0]!.region)).toString());
}

/** How many envelopes were put in without the name of a file, and taken out again. */
export async function codesTakenIn(office: Office): Promise<number> {
  const db = openDatabase(office.address('huiyin_sealed'));
  const rows = await db.sql
    .selectFrom('sealed.inbox' as never)
    .select('id' as never)
    .where('code' as never, '=', '' as never)
    .where('taken_at' as never, 'is not', null as never)
    .execute();
  await db.close();
  return rows.length;
}
