import { createHash } from 'node:crypto';

export interface OpeningRow {
  region: string;
  segment: string;
  n: number;
  at: Date;
  subject: string;
  person: string;
  unit: string;
  session: string;
  place: string;
  purpose: string;
  fields: string;
  exported: boolean;
  hash: Buffer;
}

/** Each record's hash covers the one before it in its segment. */
export function linkOf(
  previous: Buffer,
  { region, segment, n, at, subject, person, unit, session, place, purpose, fields, exported }: Omit<OpeningRow, 'hash'>,
): Buffer {
  const told = JSON.stringify([region, segment, n, at.toISOString(), subject, person, unit, session, place, purpose, fields, exported]);
  return createHash('sha256').update(previous).update(told).digest();
}
