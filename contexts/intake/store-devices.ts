import type { Kysely } from 'kysely';

/** Devices that take down arrivals where there is no network: the public half of a key, and who prepared it. */
export interface DeviceTables {
  'intake.device': DeviceRow;
}

export interface DeviceRow {
  region: string;
  id: string;
  person: string;
  unit: string;
  public_key: Buffer;
  made_at: Date;
}

export type DeviceDb = Kysely<DeviceTables>;

export const insertDevice = (db: DeviceDb, row: DeviceRow) => db.insertInto('intake.device').values(row);

export const findDevice = (db: DeviceDb, region: string, id: string) =>
  db.selectFrom('intake.device').selectAll().where('region', '=', region).where('id', '=', id).executeTakeFirst();
