/**
 * What the demonstration county consists of: organs, people and stories. All of
 * it is invented. A story is one arrival (来件) with the matters that came of it
 * and what happened to each, in days after receipt, so that it can be replayed
 * with the real commands whatever day today is.
 */
import Type, { type Static } from 'typebox';
import type { PlainDate } from '#kernel/dates.ts';
import { attached } from './step.ts';
import { Step } from './steps.ts';

/** The day for which the stories were written: seasons in the texts agree with it, and every lawful term was counted for it. */
export const ANCHOR: PlainDate = '2026-11-21';

const strict = { additionalProperties: false };
const words = (min: number, max: number) => Type.String({ minLength: min, maxLength: max });
const unit = Type.String({ pattern: '^[a-z-]+/[a-z-]+$' });
const division = Type.String({ pattern: '^990\\d{3}(\\d{3}){0,2}$' });
const officePhone = Type.String({ pattern: '^0000-6\\d\\d 01\\d\\d$' });
const privatePhone = Type.String({ pattern: '^1990000\\d{4}$' });

export const CHANNELS = ['visit', 'letter', 'phone', 'web', 'mobile', 'kiosk', 'gridReport', 'upstream', 'messageBoard', 'email', 'fax', 'deputy'] as const;
export const PURPOSES = ['appeal', 'seekResolution', 'suggestion', 'accusation', 'reportFacts', 'inquiry', 'thanks', 'other'] as const;
export const ROUTES = ['litigation', 'arbitration', 'partyAppeal', 'administrativeProcedure', 'petitionProcedure'] as const;
/** The stages in which a matter can stand today, with the names of casework. */
export const STAGES = [
  'registered',
  'triaged',
  'awaitingLeadership',
  'awaitingAcceptance',
  'objectionPending',
  'jurisdictionPending',
  'accepted',
  'inProgress',
  'studying',
  'agreed',
  'withdrawn',
  'opinionIssued',
  'opinionDispatched',
  'opinionDelivered',
  'reviewRequested',
  'underReview',
  'reviewIssued',
  'reviewDispatched',
  'reviewDelivered',
  'recheckRequested',
  'underRecheck',
  'recheckIssued',
  'recheckDispatched',
  'performing',
  'replied',
  'routed',
  'merged',
  'guided',
  'notAccepted',
  'furtherRefused',
  'sealedTransferred',
  'concluded',
  'archived',
  'sealed',
] as const;

export type Organ = Static<typeof Organ>;
export const Organ = Type.Object(
  {
    code: unit, // begins with the tenant that keeps its desk
    name: words(3, 40),
    shortName: words(2, 20),
    type: Type.Enum([
      'government',
      'petitionDept',
      'department',
      'subdistrict',
      'town',
      'township',
      'community',
      'village',
      'office',
      'supervision',
      'jointConference',
      'publicInstitution',
      'party',
      'congress',
      'committee',
      'petitionOffice',
      'court',
      'discipline',
    ]),
    parent: Type.Optional(unit),
    superiors: Type.Optional(Type.Array(unit, { minItems: 1 })), // organs that may review; the first is printed in the opinion
    complaintsTo: Type.Optional(unit), // who answers complaints about conduct, for this organ and those under it
    division,
    sign: Type.Optional(words(1, 4)), // 机关代字, without the word for the kind of paper
    duties: Type.Array(words(2, 60), { minItems: 1 }),
    address: words(4, 60),
    phone: officePhone,
    hours: words(5, 60),
  },
  strict,
);

export type Person = Static<typeof Person>;
export const Person = Type.Object(
  {
    login: Type.String({ pattern: '^[a-z]{2}\\d\\d$' }),
    name: words(2, 4),
    phone: officePhone,
    posts: Type.Array(Type.Object({ unit, title: words(2, 20), roles: Type.Array(Type.String({ pattern: '^[a-zA-Z]+$' }), { minItems: 1 }) }, strict), {
      minItems: 1,
    }),
  },
  strict,
);

/** Who petitions. Without phone and address the contact is unclear (第二十三条第二款); `anonymous` leaves all of it out. */
const Petitioner = Type.Object(
  {
    anonymous: Type.Optional(Type.Literal(true)),
    name: Type.Optional(words(2, 12)),
    phone: Type.Optional(privatePhone),
    place: Type.Optional(division),
    address: Type.Optional(words(1, 40)),
    people: Type.Optional(Type.Integer({ minimum: 2 })), // of a group
    representatives: Type.Optional(Type.Array(Type.Object({ name: words(2, 4), phone: privatePhone }, strict), { minItems: 1 })),
    guardian: Type.Optional(Type.Object({ name: words(2, 4), relation: words(1, 6), phone: privatePhone }, strict)),
    electronic: Type.Optional(Type.Literal(true)), // consents to electronic delivery
  },
  strict,
);

const Matter = Type.Object(
  {
    kind: Type.Enum(['claim', 'suggestion', 'accusation']),
    route: Type.Optional(Type.Enum(ROUTES)), // of a claim
    purpose: Type.Enum(PURPOSES),
    category: Type.String({ pattern: '^\\d\\d\\.\\d\\d$' }),
    also: Type.Optional(Type.Array(Type.String({ pattern: '^\\d\\d\\.\\d\\d$' }))),
    title: words(4, 24), // what happened, in the petitioner's terms
    claims: Type.Array(Type.Object({ quote: words(2, 200), wish: words(4, 80) }, strict), { minItems: 1, maxItems: 3 }),
    classifiedOn: Type.Optional(Type.Integer({ minimum: 0 })), // day; without it the matter is still to be triaged
    path: Type.Array(Step),
    stage: Type.Enum(STAGES), // where it stands today
    late: Type.Optional(Type.Array(Type.String({ pattern: '^[A-E]\\d\\d$' }))), // clocks that are, or were, overdue
  },
  strict,
);

/** An inquiry or thanks that is answered without becoming a matter. */
const Answer = Type.Object(
  {
    day: Type.Integer({ minimum: 0 }),
    minutes: Type.Integer({ minimum: 1 }), // from the start of the contact to the answer
    text: words(10, 600),
    basis: words(4, 120),
    rated: Type.Optional(Type.Enum(['satisfied', 'basically', 'dissatisfied'])),
  },
  strict,
);

export type Story = Static<typeof Story>;
export const Story = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z]+-\\d\\d$' }),
    channel: Type.Enum(CHANNELS),
    daysAgo: Type.Integer({ minimum: 0, maximum: 366 }),
    at: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
    receivedBy: unit,
    externalId: Type.Optional(words(4, 40)), // of the platform that pushed it
    offlineHours: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })), // taken down where there was no network, sent on so much later (不变量 46)
    enteredBy: Type.Optional(words(2, 30)), // who wrote it down, where not the petitioner
    petitioner: Petitioner,
    text: words(20, 700),
    files: Type.Optional(Type.Array(attached, { minItems: 1 })), // that came with it
    released: Type.Optional(Type.Array(Type.Integer({ minimum: 0 }))), // of a mixed letter: which of them a person lets the units see
    purpose: Type.Optional(Type.Enum(['inquiry', 'thanks'])), // of an intake that is (at first) no matter
    answer: Type.Optional(Answer),
    converted: Type.Optional(Type.Object({ day: Type.Integer({ minimum: 0 }), reason: words(4, 120) }, strict)),
    unregistered: Type.Optional(Type.Literal(true)), // arrived, nobody has looked at it yet
    matters: Type.Array(Matter, { maxItems: 3 }),
  },
  strict,
);

export type StoryMatter = Static<typeof Matter>;
