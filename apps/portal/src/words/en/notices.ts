import type { notices as chinese } from '../zh/notices.ts';

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
  used: 'How suggestions were used',
  late: 'Something has changed and is not put up yet',
};
