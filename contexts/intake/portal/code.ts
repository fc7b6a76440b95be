import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { chance } from '#platform/chance.ts';
import { ready } from '#platform/keys.ts';
import { boxKeysFrom, type BoxKeys } from '#platform/sealed-box.ts';

/**
 * Codes that open something without a name: the query code (查询码) of an
 * intake, three characters of the region and ten at random, and the resume code
 * (续填码) of a draft, twelve. Neither is ever stored: what is kept is an HMAC to
 * find by, and keys derived from the code to seal with.
 */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The three characters that name a region: always the same ones, so that nobody has to hand them out. */
export function prefixOf(region: string): string {
  const known = prefixes.get(region) ?? madeOf(region);
  prefixes.set(region, known);
  return known;
}

const prefixes = new Map<string, string>();

function madeOf(region: string): string {
  const [first = 0, second = 0, third = 0] = createHash('sha256').update(`huiyin region ${region}`).digest();
  return [first, second, third].map((byte) => CROCKFORD[byte & 31]).join('');
}

export const newQueryCode = (prefix: string): string => prefix + random(10);
export const newResumeCode = (): string => random(12);

/** Takes what people type: O for 0, I and L for 1, small letters, full width, blanks and dashes. */
export function readCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('U', 'V');
}

/** '9BH7K3MQ9XD2P' → '9BH 7K3MQ 9XD2P'; a resume code → 'M4TZ-81HC-90KX'. */
export function showCode(code: string): string {
  if (code.length === 12) return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join('-');
  return [code.slice(0, 3), code.slice(3, 8), code.slice(8)].filter(Boolean).join(' ');
}

export interface CodeKeys {
  readonly id: Buffer; // what a row is found by
  readonly box: BoxKeys; // its public half is stored; only the code gives the private half
}

/** `pepper` lies in the key store, not in the database: a dump alone cannot be searched for codes. */
export function keysOfCode(pepper: Buffer, kind: 'query' | 'resume' | 'join', code: string): CodeKeys {
  const id = createHmac('sha256', ready(pepper)).update(`${kind} id ${code}`).digest();
  const secret = Buffer.from(hkdfSync('sha256', code, pepper, `huiyin ${kind} code`, 32));
  return { id, box: boxKeysFrom(secret) };
}

/** A code that follows from something known and from the pepper: the same each time, and nothing to keep. */
export function derivedCode(pepper: Buffer, prefix: string, from: string): string {
  return prefix + spelled(createHmac('sha256', ready(pepper)).update(`code ${from}`).digest().subarray(0, 10));
}

const random = (length: number) => spelled(chance(length));

/** 256 is a multiple of 32: each character is equally likely. */
const spelled = (bytes: Uint8Array) => [...bytes].map((byte) => CROCKFORD[byte & 31]).join('');
