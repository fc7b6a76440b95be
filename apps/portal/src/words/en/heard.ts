import type { heard as chinese } from '../zh/heard.ts';

/** Hearings, and the publication of the second review after one. */
export const heard: typeof chinese = {
  title: 'Hearing',
  applyLead:
    'If the matter is serious, complex or difficult you can ask for a hearing: everybody speaks and is asked face to face, before people who have not handled it. The organ decides, and tells you why.',
  apply: 'Ask for a hearing',
  states: {
    applied: (organ) => `You asked for a hearing; ${organ} has not answered yet. Until then no opinion can be made.`,
    decided: (organ) => `${organ} decided to hold a hearing. You get the time, place and panel in writing, at least 7 days before (default).`,
    scheduled: (organ, on) => `${organ} holds the hearing on ${on}.`,
    held: (_organ, on) => `The hearing was held on ${on}; the report is being written.`,
    reported: (_organ, on) => `The report of the hearing of ${on} is there.`,
    cancelled: (organ) => `${organ} cancelled the hearing; the reason stands below.`,
    declined: (organ) => `${organ} decided against a hearing; the reason stands below. You can ask again if things change.`,
  },
  place: (place) => `${place}. The panel stands in the notice. You may bring evidence, somebody to stand by you, or an agent.`,
  challenge: 'Ask for another member of the panel',
  challenged: {
    pending: 'You challenged a member of the panel. The hearing is not held before that is decided.',
    recused: 'A member of the panel stands aside. Another is named and you are told before the hearing is held.',
  },

  publication: 'Publication of the second review',
  publicationLead:
    'An opinion made after a hearing may be published. It tells of the matter, not of the person: below is every word of it. Please look whether anything in it still leads to you.',
  publicationStates: {
    proposed: "It is signed and not public. Somebody will tell you; from that day you have 10 days to object (this number is this system's default).",
    told: (until) => `It is not public. You can object until ${until}; after that a second officer reads it again before it is released.`,
    released: (from, to) => `Public here from ${from} to ${to}. It is taken down by itself, and search engines are kept out.`,
    objected: 'You objected. It is not shown before you have an answer.',
    ended: 'It was taken down and is not shown any more.',
  },
  object: 'Object to the publication',
  fields: {
    organ: 'Organ',
    recheckNo: 'Number of the opinion',
    heardOn: 'Heard on',
    claims: 'What was asked for',
    result: 'Opinion',
    basis: 'Basis',
    term: 'Shown',
  },

  page: {
    title: 'Published second reviews',
    lead: 'Opinions made after a hearing, without names, telephone numbers and addresses (Art. 36). Each is taken down when its term is over. The texts are in Chinese.',
    none: 'None at the moment.',
    term: (from, to) => `${from} to ${to}`,
    wrong: (name) =>
      `If you recognise somebody or something is wrong, call ${name}: the organ that made the opinion looks into it, and takes down at once what leads to a person.`,
  },
};
