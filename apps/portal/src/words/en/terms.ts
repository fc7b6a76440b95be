/** Of a matter of several people: an agreement that the office proposes, answered by each for themselves. */
export const terms: typeof import('../zh/terms.ts').terms = {
  title: 'An agreement is proposed. Do you agree?',
  points: [
    'No representative can sign for you: your answer is for yourself only.',
    'If you do not agree, you need do nothing. It does not bind you, and your claim goes on.',
    'If you agree, use the button. Until it is signed you can change your mind.',
    'Nobody may press you.',
  ],
  agreed: 'You have agreed to this, for yourself only. If you change your mind before it is signed, use the button.',
  what: 'The terms',
  until: (on) => `To be carried out by ${on}.`,
  agree: 'I agree to this',
  not: 'I do not agree: go on',
  link: 'An agreement waits for your own answer',
  hint: 'If you do not agree, you need do nothing: it goes on',
};
