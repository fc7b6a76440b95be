/** Of a matter of several people: an agreement that the office proposes, answered by each for themselves. */
export const terms: typeof import('../zh/terms.ts').terms = {
  title: 'An agreement is proposed. Do you agree?',
  points: [
    'No representative can sign for you: your answer is for yourself only.',
    'If you do not agree, you need do nothing. It does not bind you, and your claim goes on.',
    'If you agree, use the button. Until it is signed you can change your mind.',
    'Nobody may press you.',
  ],
  agreedTitle: 'You agreed to this',
  agreed: 'For yourself only. If you change your mind before it is signed, use the button.',
  signedTitle: 'What you agreed to is signed',
  signed:
    'It binds those who signed or agreed for themselves. When the day comes another office asks you whether it was done; if you say it was not, it was not, and your claim goes on.',
  what: 'The terms',
  until: (on) => `To be carried out by ${on}.`,
  agree: 'I agree to this',
  not: 'I no longer agree: go on',
  link: 'An agreement waits for your own answer',
  hint: 'If you do not agree, you need do nothing: it goes on',
  agreedLink: 'The agreement that you agreed to',
  agreedHint: 'Until it is signed you can change your mind',
};
