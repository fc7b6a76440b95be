import type { ClaimResult } from '#contexts/casework/index.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Done, Words } from '#kernel/decider.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { isLegalDate, isRows } from '../domain/check.ts';
import type { Value, Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';
import type { Effect } from './effects.ts';
import type { DocumentsNeeds } from './needs.ts';
import { effectOfPublication } from './published.ts';

/** What signing a review or recheck opinion decides: it is the decision (第三十五条、第三十六条). */
export function effectOfReviewPaper(needs: DocumentsNeeds, code: PaperCode, values: Values, done: Done): Effect | undefined {
  if (code === 'F37') return effectOfPublication(needs, values, done);
  if (code !== 'F35' && code !== 'F36') return undefined;
  const type = code === 'F35' ? 'decideReview' : 'decideRecheck';
  const grounds = takeNote([values['found'], values['opinion']].join('\n'));
  const result = String(values['result']) as 'uphold' | 'change' | 'revoke' | 'revokeAndRemand';
  const redo = values['redoDueOn'];
  const terms = result === 'change' ? termsOf(needs, values['changes'], done.by.unit) : {};
  return {
    notes: [grounds],
    command: (document) => ({ type, document, result, grounds: grounds.words, ...terms, ...(isLegalDate(redo) && { redoBy: redo.on }), ...done }),
  };
}

/** §32: one answer a claim; what is supported has one date by which all of it is done, and who performs it. */
export function termsOf({ unitNamed }: DocumentsNeeds, claims: Value | undefined, unit: string) {
  const rows = isRows(claims) ? claims : [];
  const results = Object.fromEntries(rows.map(({ no, result }) => [Number(no), result as ClaimResult]));
  const supported = rows.filter(({ result }) => result === 'supported');
  const dueOn = supported
    .map(({ performBy }) => performBy as PlainDate)
    .sort()
    .at(-1);
  const performer = supported.map(({ performer: name }) => unitNamed(String(name).trim())).find((one) => one !== undefined);
  return { results, ...(dueOn && { dueOn, performingUnit: performer ?? unit }) };
}

/** Why a new opinion may say the same as the one that was revoked (不变量 19). */
export function reasonsOfRedo(values: Values): { readonly notes: readonly Note[]; readonly words: { newFacts?: Words; consent?: Words } } {
  const taken = (field: string) => (values[field] ? takeNote(String(values[field])) : undefined);
  const [newFacts, consent] = [taken('newFacts'), taken('superiorConsent')];
  return {
    notes: [newFacts, consent].filter((note) => note !== undefined),
    words: { ...(newFacts && { newFacts: newFacts.words }), ...(consent && { consent: consent.words }) },
  };
}
