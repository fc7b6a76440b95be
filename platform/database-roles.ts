import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** The database's roles and their passwords: one file each in the key folder, so that a machine gets only its own. */
export const DATABASE_ROLES = ['huiyin_office', 'huiyin_worker', 'huiyin_portal', 'huiyin_sealed'] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/** The password of a role, made when it is first asked for. */
export function passwordOf(keyFolder: string, role: DatabaseRole | 'postgres'): string {
  const folder = join(keyFolder, 'database');
  const file = join(folder, role);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** Gives each role the password of the key folder. The server is sent a verifier, so no log of it can hold a password. */
export async function setPasswords(ownerUrl: string, keyFolder: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const role of DATABASE_ROLES) await client.query(`alter role ${role} password '${verifierOf(passwordOf(keyFolder, role))}'`);
  } finally {
    await client.end();
  }
}

const ROUNDS = 4096;

/** SCRAM-SHA-256 as PostgreSQL keeps it (RFC 5803). */
function verifierOf(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ROUNDS, 32, 'sha256');
  const stored = createHash('sha256').update(hmac(salted, 'Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ROUNDS}:${salt.toString('base64')}$${stored}:${hmac(salted, 'Server Key').toString('base64')}`;
}

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();
