import type { notices as chinese } from '../zh/notices.ts';

/** Fewer than five are not published, nor what would give fewer than five away (不变量 28). */
const few = (count: number | null) => count ?? 'not published';
const why = (counts: readonly (number | null)[]) =>
  counts.includes(null) ? ' Fewer than 5, or what would give fewer than 5 away, is not published, so that nobody can be guessed.' : '';

/** Calls and receptions: what offices publish for everybody. */
export const notices: typeof chinese = {
  title: 'Calls, receptions and notices',
  lead: 'Suggestions that offices are asking for, when leaders receive visitors, and public boards. Anybody may look; no code is needed.',
  calls: 'Calls for suggestions',
  receptions: 'Leaders receive visitors',
  boards: 'Public boards',
  none: {
    suggestionCall: 'No call is open now. A suggestion can be made at any time; it is registered and answered all the same.',
    reception: 'Nothing is announced now. The reception is open on working days, without an appointment.',
    board: 'Nothing is on the boards now.',
  },
  until: (day: string) => `Open until ${day}`,
  suggest: 'Make a suggestion',
  open: 'Open calls for suggestions',
  answer: 'Make a suggestion on this',
  answers: 'Which call it answers',
  used: 'How suggestions were used',
  counts: (received, adopted, rewarded) =>
    `Suggestions: received ${few(received)}; adopted in whole or in part ${few(adopted)}; rewarded ${few(rewarded)}.${why([received, adopted, rewarded])}`,
  late: 'Something has changed and is not put up yet',
};
