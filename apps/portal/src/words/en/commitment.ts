import type { commitment as zh } from '../zh/commitment.ts';

export const commitment: typeof zh = {
  title: 'What the office promised',
  signTitle: 'Mutual commitment',
  promise: (dueOn, owner) => `${owner}, by ${dueOn}`,
  states: {
    open: 'to be kept',
    verified: 'kept, as checked',
    broken: 'not kept; taken to the supervisors',
    released: 'released, with the reason under “What was done”',
  },
  asked: 'When the day has come another office asks you. If you say it was not done, it was not.',
  link: 'See the mutual commitment; signing is up to you',
  signedLink: 'The mutual commitment you signed',
  lead: 'Your matter goes on just the same if you do not sign: the promises, time limits, answers and help do not depend on it. Nobody may ask you to sign.',
  theirs: (unit) => `${unit} promises`,
  yours: 'Your side',
  yourWords: (until) => `I wait for the result until ${until}.`,
  clauseTitle: 'The saving clause printed on it',
  clause:
    'This commitment is signed voluntarily and may be left at any time. By signing you do not give up asking for a review or a second review, adding new facts and reasons, complaining about delay, or petitioning by law. If you do not keep it, nothing follows.',
  ofGroup:
    'You brought this together with others: each signs under their own query code, or does not. What a representative signs is not yours, and what you sign is not theirs. Nobody is shown who signed and who did not; the office knows only how many did.',
  after: 'Signed online, it can be taken back within 3 days; afterwards you can leave it at any time, without a reason.',
  tick: 'I have read it and sign of my own free will',
  tickMissing: 'The box is not ticked. If you do not want to sign, just leave this page',
  sign: 'Sign the mutual commitment',
  noOffer: 'There is nothing to sign now. It can be signed while the office has promises to keep and the time limit runs.',
  signed: (on, online) => `You signed it ${online ? 'online' : 'in person'} on ${on}.`,
  cooling: (until) => `You can take it back until ${until} (3 days, a default of this system); you can leave it at any time afterwards too.`,
  lasting: (until) => `It lasts until ${until} and then ends by itself.`,
  cancelled: (on) => `You left it on ${on}. The matter goes on, and the office still has to keep its promises.`,
  cancel: 'Leave the commitment',
  cancelNote: 'No reason is needed, and nothing follows.',
  pressed: 'If somebody presses you to sign, call the supervisors',
};
