/** Secrets of a sign-in: the token in the cookie, its hash in the table, the CSRF token that follows from it. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Token {
  readonly region: string; // first in every key, so that the row is found on its own shard
  readonly text: string;
  readonly hash: Buffer;
  readonly key: string; // the hash, as a key of a map
  readonly csrf: string; // known only to whoever has the cookie's content and to pages of this site, which are told it by `me`
}

export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

export function newToken(region: string): Token {
  const text = `${region}.${randomBytes(32).toString('base64url')}`;
  return tokenOf(region, text);
}

export function readToken(text: string | undefined): Token | undefined {
  const [, region] = /^([a-z0-9-]{1,60})\.[\w-]{43}$/.exec(text ?? '') ?? [];
  return text && region ? tokenOf(region, text) : undefined;
}

function tokenOf(region: string, text: string): Token {
  const hash = hashOf(text);
  return { region, text, hash, key: hash.toString('base64'), csrf: createHmac('sha256', text).update('csrf').digest('base64url') };
}

/** Takes as long wherever they differ; that the length is another may be seen. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
