import { sql, type Kysely } from 'kysely';
import type { Subject } from '#kernel/subject.ts';
import { BEGIN, COMMIT, type Database } from '#platform/database.ts';
import { codesOf } from '../portal/store.ts';
import { insertCode, revokeOwnCodes, type IntakeDb } from '../store.ts';
import { fiveYearsAfter } from './new-code.ts';

/** A code that the sealed line gave out anew, and those that it takes the place of. */
interface GivenRow {
  readonly region: string;
  readonly code_hmac: Buffer;
  readonly code_key: Buffer;
  readonly replaces: Buffer[];
  readonly given_at: Date;
}

type Db = Kysely<{ 'intake.given_code': GivenRow; 'intake.code': { region: string; code_hmac: Buffer; intake: string } }>;

export interface GivenCodesNeeds {
  readonly db: Database; // in the office's role
  /** Shows its page to the new code, and takes it back from the old. */
  readonly publish: (intake: Subject) => Promise<void>;
  readonly failed: (id: string, error: unknown) => void;
}

/**
 * Enters the codes that the sealed line gave out: the old one ends, the new one
 * opens what it opened. No act of the intake is recorded, for this side learns
 * of no reason. What was broken off is done again from the start, without harm.
 *
 * @returns how many there were
 */
export async function takeGivenCodes(needs: GivenCodesNeeds, region: string, limit = 50): Promise<number> {
  const db = needs.db.sql as unknown as Db;
  const rows = await db.selectFrom('intake.given_code').selectAll().where('region', '=', region).orderBy('given_at').limit(limit).execute();
  let taken = 0;
  for (const row of rows) {
    try {
      const intake = await intakeBehind(db, row);
      if (intake) await enter(needs, row, intake);
      await db.deleteFrom('intake.given_code').where('region', '=', region).where('code_hmac', '=', row.code_hmac).execute();
      taken += 1;
    } catch (error) {
      needs.failed('given code', error);
    }
  }
  return taken;
}

async function enter({ db, publish }: GivenCodesNeeds, { region, code_hmac, code_key, given_at }: GivenRow, intake: string): Promise<void> {
  const known = await codesOf(db.sql as never, region, [intake]);
  if (!known.some((code) => code.code_hmac.equals(code_hmac))) {
    const row = { region, code_hmac, code_key, intake, issued_at: given_at, expires_at: fiveYearsAfter(given_at) };
    await db.transact((send) =>
      send(BEGIN, revokeOwnCodes(db.sql as unknown as IntakeDb, region, intake, given_at), insertCode(db.sql as unknown as IntakeDb, row), COMMIT),
    );
  }
  await publish({ region, id: intake });
}

/** Of whichever of the old codes is still kept. */
async function intakeBehind(db: Db, { region, replaces }: GivenRow): Promise<string | undefined> {
  const found = await db
    .selectFrom('intake.code')
    .select('intake')
    .where('region', '=', region)
    .where('code_hmac', 'in', sql<Buffer>`(${sql.join(replaces.map((hmac) => sql`${hmac}::bytea`))})`)
    .limit(1)
    .executeTakeFirst();
  return found?.intake;
}
