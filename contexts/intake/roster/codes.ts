import { createHash } from 'node:crypto';
import type { Subject } from '#kernel/subject.ts';
import { derivedCode } from '../portal/code.ts';

/**
 * The codes of a group. The join code (加入码) follows from the matter and the
 * round of its roster: the representatives see it on their page, hand it out,
 * and nobody keeps it. A member's own code follows from what the browser was
 * given once, so that a button pressed twice joins once.
 */
export const joinCodeOf = (pepper: Buffer, prefix: string, { region, id }: Subject, round: number): string =>
  derivedCode(pepper, prefix, `join ${region} ${id} ${round}`);

export const memberCodeOf = (pepper: Buffer, prefix: string, joinCode: string, once: string): string =>
  derivedCode(pepper, prefix, `member ${joinCode} ${once}`);

/** By what a member is known inside the one matter: nothing of the person is in it, and it is another one in any other matter. */
export function memberOf(codeHmac: Buffer): string {
  const hex = createHash('sha256').update('huiyin member').update(codeHmac).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
