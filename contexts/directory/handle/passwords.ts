/** Passwords: argon2id at the cost that OWASP names as the least (19 MiB, 2 passes: the package's own default). */
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { spellOneTimePassword } from '../domain/password.ts';

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'));

/** Nobody's password. Whoever has no account is checked against it, so that the answer takes the same work. */
const nobodys = hashPassword(randomBytes(24).toString('hex'));

export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await nobodys), password.normalize('NFKC'));
  return right && stored !== undefined;
}

export const newOneTimePassword = (): string => spellOneTimePassword(randomBytes(64));
