import type { after as zh } from '../zh/after.ts';

export const after: typeof zh = {
  forkTitle: 'If you disagree with the decision',
  fork: (review, recheck) => [
    ['First you receive the decision', 'The term counts from the day after you received it, not from its date'],
    ['Within 30 days, a review by the level above', `Ask ${review || 'the organ above the office'}. It answers in writing within 30 days`],
    ['Still not agreed: within 30 days, a second review', `Ask ${recheck || 'the organ above the reviewing organ'}. It decides within 30 days`],
  ],
  askHere: { review: 'Ask for a review here', recheck: 'Ask for a second review here' },
  forkNote:
    'If you prefer paper, hand the request to the organ named above, or to the petition office to pass it on; the postmark or the receipt counts, just as online.',
  results: { supported: 'supported', explained: 'explained', notSupported: 'not supported' },
  answers: {
    opinion: 'First decision',
    said: {
      review: {
        uphold: 'upheld on review',
        change: 'changed on review',
        revoke: 'revoked on review',
        revokeAndRemand: 'revoked on review, to be decided anew',
      },
      recheck: {
        uphold: 'upheld on second review',
        change: 'changed on second review',
        revoke: 'revoked on second review',
        revokeAndRemand: 'revoked on second review, to be decided anew',
      },
    },
    unread: {
      review: 'The review opinion has been sent: open the paper below to read it',
      recheck: 'The opinion of the second review has been sent: open the paper below to read it',
    },
    with: (said, result) => `${said}: ${result}`,
    before: (said, on, received) => (on ? `${said} (${received ? 'received' : 'sent'} on ${on})` : said),
  },
  stationNotAnew: 'Not taken up again',
  anew: {
    title: 'What you can still do',
    decided: 'It only means that the same facts and reasons are not dealt with from the start again; how they were compared stands in the paper.',
    always:
      'New facts, new evidence or new reasons can be brought as a new matter at any time, as often as needed; it is registered and dealt with as any other.',
    file: 'Raise a new matter',
    how: (no) => `Say what is new, and give the number of this matter, ${no}. Photograph your papers and send them, bring them to the reception, or post them.`,
    wrong:
      'If you think that the comparison is wrong, that something was overlooked, or that you were treated badly, you can complain; it never counts against you.',
    complain: 'Complain now',
    help: 'If you are in need, you can ask for help:',
  },
};
