import { randomBytes } from 'node:crypto';

/**
 * Bytes of chance for keys, nonces and salts, fetched from the system a page at
 * a time: an act needs thirty small pieces, and each call costs as much as a
 * page. What was given out is wiped from the page.
 */
const PAGE = 8 * 1024;

let page = Buffer.alloc(0);
let at = 0;

export function chance(length: number): Buffer {
  if (at + length > page.length) {
    page = randomBytes(Math.max(PAGE, length));
    at = 0;
  }
  const bytes = Buffer.from(page.subarray(at, at + length));
  page.fill(0, at, at + length);
  at += length;
  return bytes;
}
