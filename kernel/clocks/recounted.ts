/**
 * A new year's holidays are published: what still runs is counted again
 * (不变量 11). What has ended stays as it was, and what somebody was told stands.
 * One for every history: of matters, arrivals, work beside them, complaints and
 * the sealed line.
 */
import type { Law } from '../law.ts';
import { SYSTEM } from '../system.ts';
import { recalculate } from './engine.ts';
import type { MovedTerm, TermsRecounted } from './moved.ts';
import type { Readings } from './reading.ts';

/** What is recorded where any term moves; nothing where none does, so that a second time finds nothing to do. */
export function recountedWith(clocks: Readings, calendar: string, law: Law, at: Date): TermsRecounted[] {
  const moved = movedTerms(clocks, recalculate(clocks, calendar, law));
  return moved.length > 0 ? [{ type: 'TermsRecounted', moved, by: { person: SYSTEM, unit: SYSTEM }, at }] : [];
}

function movedTerms(before: Readings, after: Readings): MovedTerm[] {
  return Object.values(after).flatMap(({ key, legalOn }) => {
    const from = before[key]?.legalOn;
    return from && from !== legalOn ? [{ key, from, to: legalOn }] : [];
  });
}
