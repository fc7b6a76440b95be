/** How long what is kept (documents 5): classes as data, the class of a matter from what was done with it. */
import { addDays, addMonths, type PlainDate } from '#kernel/dates.ts';
import type { Evidence } from '#kernel/law.ts';

export const CLASSES = ['permanent', 'handled', 'ordinary', 'intakeOnly', 'work', 'danger'] as const;
export type RetentionClass = (typeof CLASSES)[number];

/** What is kept beside the files: no subject of its own, so the day it began counts, not an end. */
export const TRACES = ['code', 'refused', 'said', 'arrival', 'accessLog'] as const;
export type TraceClass = (typeof TRACES)[number];

export interface Term {
  readonly name: string;
  readonly length: { readonly years: number } | { readonly days: number } | null; // null: for ever
  readonly source: string;
  readonly dutyEvidence: Evidence;
  readonly lengthEvidence: Evidence;
}
export type Schedule = Readonly<Record<RetentionClass | TraceClass, Term>>;

/** The last day on which personal data are kept; nothing where they stay. */
export function keptUntil({ length }: Term, endedOn: PlainDate): PlainDate | undefined {
  if (!length) return undefined;
  return 'years' in length ? addMonths(endedOn, length.years * 12) : addDays(endedOn, length.days);
}

/** The first day whose traces are still kept; what began before it goes. */
export function keptFrom({ length }: Term, today: PlainDate): PlainDate | undefined {
  if (!length) return undefined;
  return 'years' in length ? addMonths(today, -length.years * 12) : addDays(today, -length.days);
}

const MAJOR = new Set(['LeaderInstructionSigned', 'LeadershipDecided', 'GreenChannelOpened', 'UrgencyFlagged']);
const HANDLED = new Set(['MatterAccepted', 'OpinionIssued', 'DutyReplyIssued', 'SuggestionReplyIssued', 'AgreementSigned']);

export function classOfMatter(types: readonly string[]): RetentionClass {
  if (types.some((type) => MAJOR.has(type))) return 'permanent';
  return types.some((type) => HANDLED.has(type)) ? 'handled' : 'ordinary';
}

/** How it is said: 永久, 30年, 180日. */
export const termOf = ({ length }: Pick<Term, 'length'>): string => (length === null ? '永久' : 'years' in length ? `${length.years}年` : `${length.days}日`);

export const ERASED = 'PersonalDataErased'; // a record beside the vocabulary: what was forgotten, why, under which class
