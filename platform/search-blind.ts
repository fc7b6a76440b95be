import { createHmac } from 'node:crypto';
import { ready, type Key } from './keys.ts';
import { plainOf } from './search-tokens.ts';

/**
 * The blind index: finds the earlier matters of one petitioner by telephone,
 * identity number, or name and place, without keeping any of them. Only equal
 * values meet. It serves the one lawful purpose of finding duplicates, and the
 * page that uses it records the look.
 */
export type BlindKind = 'phone' | 'identity' | 'namePlace';

const KEPT = 16; // bytes

export function blindIndexOf({ secret }: Key, kind: BlindKind, value: string): Buffer {
  const text = NORMAL[kind](value);
  if (text === '') throw new Error(`Nothing to index as ${kind}`);
  return createHmac('sha256', ready(secret)).update(`${kind} ${text}`).digest().subarray(0, KEPT);
}

/** Name and place together: a name alone is shared by too many. */
export const namePlace = (name: string, place: string): string => `${name}\n${place}`;

const NORMAL: Record<BlindKind, (value: string) => string> = {
  phone: (value) => digitsOf(value).replace(/^(0086|86)(?=1\d{10}$)/, ''),
  identity: (value) => plainOf(value).replace(/[^0-9x]/g, ''),
  namePlace: (value) =>
    plainOf(value)
      .split('\n')
      .map((part) => part.replace(/[\s·・]/g, ''))
      .join('\n'),
};

const digitsOf = (value: string) => plainOf(value).replace(/\D/g, '');

const LONG = /(?<![\d-])(?:\+?86[- ]?)?\d(?:[- ]?\d){5,}[xX]?(?![\d])/g;

/** What in a text or a search looks like a telephone or identity number; the search leaves these to the blind index. */
export function longNumbersIn(text: string): { readonly kind: BlindKind; readonly value: string }[] {
  return (text.normalize('NFKC').match(LONG) ?? []).map((value) => {
    const plain = value.replace(/[- +]/g, '');
    return { kind: /^\d{17}[\dxX]$/.test(plain) ? ('identity' as const) : ('phone' as const), value: plain };
  });
}
