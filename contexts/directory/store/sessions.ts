/** Sign-ins that are under way. Only the hash of a token is kept: who reads the table cannot sign in with it. */
import type { DirectoryDb, SessionRow } from './tables.ts';

export const insertSession = (db: DirectoryDb, session: SessionRow) => db.insertInto('directory.session').values(session);

export const findSession = (db: DirectoryDb, region: string, hash: Buffer) =>
  db.selectFrom('directory.session').selectAll().where('region', '=', region).where('token_hash', '=', hash).executeTakeFirst();

export const updateSession = (db: DirectoryDb, region: string, hash: Buffer, changes: { seen_at?: Date; unit?: string }) =>
  db.updateTable('directory.session').set(changes).where('region', '=', region).where('token_hash', '=', hash);

export const deleteSession = (db: DirectoryDb, region: string, hash: Buffer) =>
  db.deleteFrom('directory.session').where('region', '=', region).where('token_hash', '=', hash);

export const deleteSessionsOf = (db: DirectoryDb, region: string, person: string) =>
  db.deleteFrom('directory.session').where('region', '=', region).where('person', '=', person);

/** Those that nobody can use any more; swept at a sign-in, so that the table needs no job of its own. */
export const deleteExpiredSessions = (db: DirectoryDb, region: string, person: string, before: Date) =>
  deleteSessionsOf(db, region, person).where('made_at', '<', before);
