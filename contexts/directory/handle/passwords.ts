/** Passwords: argon2id at the cost that OWASP names as the least (19 MiB, 2 passes: the package's own default). */
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '#kernel/refusal.ts';
import { turns } from '#platform/turns.ts';
import { spellOneTimePassword } from '../domain/password.ts';

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'));

/** Nobody's password. Whoever has no account is checked against it, so that the answer takes the same work. */
const nobodys = hashPassword(randomBytes(24).toString('hex'));

export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  const right = await inTurn(async () => verify(stored ?? (await nobodys), password.normalize('NFKC')));
  return right && stored !== undefined;
}

/**
 * A look at a password costs a core a moment and 19 MiB, and anybody may ask for
 * one: so few are at work at once, and those who are signed in work on meanwhile.
 */
const inTurn = turns(2);
const MOST_ASKING = 64;
let asking = 0;

/** Around a whole sign-in, so that one that is turned away is not counted as a try. @throws Refusal Unavailable */
export async function amongFew<Result>(signIn: () => Promise<Result>): Promise<Result> {
  if (asking >= MOST_ASKING) throw new Refusal('Unavailable', '此刻同时登录的人太多，请过几秒再登录一次。这一次没有计入输错次数。');
  asking += 1;
  try {
    return await signIn();
  } finally {
    asking -= 1;
  }
}

export const newOneTimePassword = (): string => spellOneTimePassword(randomBytes(64));
