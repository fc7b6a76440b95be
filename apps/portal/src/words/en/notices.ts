import type { notices as chinese } from '../zh/notices.ts';

/** Fewer than five are not told as a number. */
const few = (count: number | null) => count ?? 'fewer than 5';

/** Calls and receptions: what offices publish for everybody. */
export const notices: typeof chinese = {
  title: 'Calls, receptions and notices',
  lead: 'Suggestions that offices are asking for, when leaders receive visitors, and public boards. Anybody may look; no code is needed.',
  calls: 'Calls for suggestions',
  receptions: 'Leaders receive visitors',
  boards: 'Public boards',
  none: 'None at the moment.',
  until: (day: string) => `Open until ${day}`,
  suggest: 'Make a suggestion',
  open: 'Open calls for suggestions',
  answer: 'Make a suggestion on this',
  answers: 'Which call it answers',
  used: 'How suggestions were used',
  counts: (received, adopted, rewarded) => `Online: ${few(received)} received, ${few(adopted)} adopted in whole or in part, ${few(rewarded)} rewarded.`,
  late: 'Something has changed and is not put up yet',
};
