import { sql, type Kysely } from 'kysely';

/** Files that an official has sent up and not yet used: what a row holds opens with the ticket alone. */
export interface UploadTables {
  'intake.upload': UploadRow;
}

export interface UploadRow {
  region: string;
  id: Buffer;
  envelope: Buffer;
  blob: string;
  uses: number;
  expires_at: Date;
}

export type UploadDb = Kysely<UploadTables>;

export const insertUpload = (db: UploadDb, row: UploadRow) => db.insertInto('intake.upload').values(row);

/** From here on the content stays, whatever becomes of the process. */
export const lendUploads = (db: UploadDb, region: string, ids: readonly Buffer[], now: Date) =>
  db
    .updateTable('intake.upload')
    .set({ uses: sql`uses + 1` })
    .where('region', '=', region)
    .where('id', 'in', [...ids])
    .where('expires_at', '>', now)
    .returning(['id', 'envelope']);

export const giveBackUploads = (db: UploadDb, region: string, ids: readonly Buffer[]) =>
  db
    .updateTable('intake.upload')
    .set({ uses: sql`uses - 1` })
    .where('region', '=', region)
    .where('id', 'in', [...ids]);

export const expiredUploads = (db: UploadDb, region: string, now: Date, limit: number) =>
  db.selectFrom('intake.upload').select(['id', 'blob', 'uses']).where('region', '=', region).where('expires_at', '<=', now).limit(limit).execute();

export const deleteUpload = (db: UploadDb, region: string, id: Buffer) =>
  db.deleteFrom('intake.upload').where('region', '=', region).where('id', '=', id).execute();
