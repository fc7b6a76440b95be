/** Accounts: what signing in needs to know, and the rows that change with an act on an account. */
import type { DirectoryDb } from './tables.ts';

/** Mostly one region; all of them when the part after @ was left out. Two of the same name are nobody. */
export const findAccountsByLogin = (db: DirectoryDb, login: string, regions: readonly string[]) =>
  db.selectFrom('directory.account').selectAll().where('region', 'in', regions).where('login', '=', login).limit(2).execute();

export const findAccount = (db: DirectoryDb, region: string, person: string) =>
  db.selectFrom('directory.account').selectAll().where('region', '=', region).where('person', '=', person).executeTakeFirst();

export const findAccountsOf = (db: DirectoryDb, region: string) =>
  db
    .selectFrom('directory.account as account')
    .innerJoin('directory.person as person', (join) => join.onRef('person.region', '=', 'account.region').onRef('person.id', '=', 'account.person'))
    .select(['account.region', 'account.person', 'account.login', 'account.locked_at', 'account.last_sign_in_at', 'person.name', 'person.phone'])
    .select((eb) => eb('account.totp', 'is not', null).as('second_factor'))
    .where('account.region', '=', region)
    .orderBy('account.login')
    .execute();

/** Whoever is locked can agree to nothing, whatever role they hold. */
export const findLockedAmong = (db: DirectoryDb, people: readonly string[]) =>
  db.selectFrom('directory.account').select('person').where('person', 'in', people).where('locked_at', 'is not', null).execute();

export const findLogins = (db: DirectoryDb, people: readonly string[]) =>
  db.selectFrom('directory.account').select(['person', 'region', 'login']).where('person', 'in', people).execute();

export const insertAccounts = (
  db: DirectoryDb,
  accounts: readonly { region: string; person: string; login: string; password_hash: string; must_change: boolean }[],
) => db.insertInto('directory.account').values(accounts.map((account) => ({ ...account, totp_step: 0 })));

interface Changes {
  readonly password_hash?: string;
  readonly must_change?: boolean;
  readonly locked_at?: Date | null;
  readonly totp?: Buffer | null;
  readonly totp_pending?: Buffer | null;
  readonly totp_step?: number;
  readonly last_sign_in_at?: Date;
}

export const updateAccount = (db: DirectoryDb, region: string, person: string, changes: Changes) =>
  db.updateTable('directory.account').set(changes).where('region', '=', region).where('person', '=', person);

/** A time step is used up by whoever comes first: the same code a second time moves nothing. */
export async function spendTotpStep(db: DirectoryDb, region: string, person: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await updateAccount(db, region, person, { totp_step: step }).where('totp_step', '<', step).executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function spendRecoveryCode(db: DirectoryDb, region: string, person: string, hash: Buffer): Promise<boolean> {
  const query = db.deleteFrom('directory.recovery_code').where('region', '=', region).where('person', '=', person).where('hash', '=', hash);
  const { numDeletedRows } = await query.executeTakeFirst();
  return numDeletedRows === 1n;
}

export const deleteRecoveryCodes = (db: DirectoryDb, region: string, person: string) =>
  db.deleteFrom('directory.recovery_code').where('region', '=', region).where('person', '=', person);

export const insertRecoveryCodes = (db: DirectoryDb, region: string, person: string, hashes: readonly Buffer[]) =>
  db.insertInto('directory.recovery_code').values(hashes.map((hash) => ({ region, person, hash })));
