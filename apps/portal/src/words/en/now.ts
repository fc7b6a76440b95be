import type { now as zh } from '../zh/now.ts';

export const now: typeof zh = {
  title: 'What you can do now',
  choose: 'What you can do is listed below. It is for you to decide.',
  step: (at, of, name) => `Stop ${at} of ${of}: ${name}`,
  latest: (on) => `Last step, ${on}: `,
  newestFirst: 'newest first',
  older: (count) => `${count} earlier steps`,
  moreClaims: (count) => `${count} more`,
  answered: (count) => (count > 1 ? `Your ${count} requests: ` : 'Your request: '),
  answer: (result, count, all) => (all > 1 ? `${result} ${count}` : result),
  unanswered: 'not answered yet',
  between: ', ',
  end: '.',
  open: 'Open the document sent to you',
  openHint: 'The day you open it counts as the day you received it; terms count from the next day',
  ask: { review: 'Ask the level above for a review', recheck: 'Ask the next level for a second review' },
  askUntil: (last) => `If you disagree, by ${last}`,
  askLate: (last) => `${last} has passed; with a good reason you can still ask`,
  until: (last) => `By ${last}`,
  undoUntil: (last) => `If you change your mind, by ${last}`,
  aboveHint: 'The petition office one level up; nobody here handles it',
};
