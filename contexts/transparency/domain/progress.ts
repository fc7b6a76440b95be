import type { ClockId, ClockType } from '#kernel/clocks/rule.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Evidence, Length } from '#kernel/law.ts';
import type { ActionType } from '#kernel/vocabulary.ts';
import type { PublicCommitment } from './commitment.ts';
import type { PublicGroup } from './group.ts';
import type { PublicHearing, PublicPublication } from './heard.ts';
import type { AskAbout } from './messages.ts';
import type { MyInformation } from './mine.ts';

/**
 * What a query code shows: everything the petitioner may know (条例第十八条,
 * 不变量 21), as dates, codes and names, so that the page can say it in either
 * language and count the days anew every morning. Published sealed to the code.
 */
export interface ProgressPage {
  readonly version: 1;
  readonly publishedAt: string;
  readonly intake: PublicIntake;
  readonly matters: readonly PublicMatter[];
  readonly sealed?: SealedPart; // of an accusation: that it was handed over, and whom to ask; nothing else
  readonly opened: readonly OpenedBy[];
  readonly mine?: MyInformation; // none on a page that was published before there was any
}

export interface PublicIntake {
  readonly no: string;
  readonly channel: string; // 'web', 'visit', 'letter' …
  readonly receivedAt: string;
  readonly petitioner?: string; // 张某某; none: anonymous
  readonly people?: number; // of a group
  readonly claims: number;
  readonly files: number;
  readonly given?: readonly GivenFile[]; // what was handed in, with the letter and later
  readonly reply?: { readonly on: PlainDate; readonly by: string; readonly text?: string }; // an inquiry or thanks, answered
}

/** A file by its name, for whoever gave it. */
export interface GivenFile {
  readonly name: string;
  readonly on: PlainDate;
}

export interface PublicMatter {
  readonly subject?: string; // none while it is only an intake
  readonly no: string;
  readonly title: string;
  readonly claims: readonly PublicClaim[];
  readonly receivedOn: PlainDate;
  readonly stage: PublicStage;
  readonly stations: readonly Station[];
  readonly answerable?: Answerable; // none in an end stage
  readonly clocks: readonly PublicClock[]; // the strictest first
  readonly log: readonly LogLine[];
  readonly papers: readonly PublicPaper[];
  readonly evaluation: PublicEvaluation;
  readonly phone?: string; // 139****1234, where call-backs go
  readonly electronic: boolean; // consent to electronic delivery
  readonly review?: string; // the organ that a request for review goes to
  readonly recheck?: string;
  readonly canAsk?: CanAsk; // for a review or a recheck, now
  readonly hearings?: readonly PublicHearing[];
  readonly publication?: PublicPublication; // of the recheck opinion, after a hearing
  readonly may?: readonly AskAbout[]; // about those two, now
  readonly commitment?: PublicCommitment; // what was promised, where anything was
  readonly group?: PublicGroup; // of several people: their roster
  readonly complaints: readonly PublicComplaint[];
  readonly main?: MainMatter; // merged: where it is handled now
  readonly ending?: { readonly text: string; readonly on: PlainDate }; // why it ended, in the words of the closed list
}

/** The matter into which one was merged: how far it is and who answers for it; nothing of what was said in it. */
export type MainMatter = Pick<PublicMatter, 'no' | 'stage' | 'stations' | 'answerable' | 'clocks' | 'receivedOn'>;

export const PUBLIC_STAGES = [
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
  'concluded',
  'archived',
] as const;
export type PublicStage = (typeof PUBLIC_STAGES)[number];

/** What the petitioner may ask the organ above for, until when, and of whom. */
export interface CanAsk {
  readonly instance: 'review' | 'recheck';
  readonly until: PlainDate; // after this day a reason has to be given
  readonly organs: readonly { readonly unit: string; readonly name: string }[];
}

export type PublicResult = 'supported' | 'explained' | 'notSupported';

export interface PublicClaim {
  readonly text: string;
  readonly result?: PublicResult; // of what stands now; none: not answered yet, or revoked
  readonly standing?: Answered<'review' | 'recheck'>; // the last word that went out, where an organ above has spoken
  readonly before?: readonly Answered<'opinion' | 'review'>[]; // what was said before it, the first first
}

/** What one instance answered on a claim. A paper that counts as received when it is opened says nothing before. */
export interface Answered<By extends 'opinion' | 'review' | 'recheck'> {
  readonly by: By;
  readonly on?: PlainDate; // when it went out; of the first opinion, when it was received
  readonly said?: 'uphold' | 'change' | 'revoke' | 'revokeAndRemand';
  readonly result?: PublicResult;
}

/** One stop on the line. Filled, here, overdue or to come: the page draws it and says it. */
export interface Station {
  readonly key: StationKey;
  readonly state: 'done' | 'now' | 'to';
  readonly on?: PlainDate;
  readonly due?: PlainDate;
  readonly unit?: string;
}

export type StationKey =
  | 'registered'
  | 'sent'
  | 'accepted'
  | 'handling'
  | 'studying'
  | 'followed'
  | 'answered'
  | 'reviewed'
  | 'rechecked'
  | 'performed'
  | 'concluded'
  | 'guided'
  | 'declined'
  | 'merged';

export interface Answerable {
  readonly unit: string;
  readonly short: string;
  readonly person?: string; // name and post
  readonly phone?: string;
  readonly standIns?: readonly StandIn[]; // for this person, now or later
  readonly hours?: string;
  readonly address?: string;
  readonly second: { readonly unit: string; readonly person?: string; readonly phone: string }; // if nobody answers
}

/** Who has it in hand on these days, both included. */
export interface StandIn {
  readonly person: string; // name and post
  readonly phone?: string; // the office's
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** One time limit with its whole calculation. */
export interface PublicClock {
  readonly id: ClockId;
  readonly type: ClockType;
  readonly holder: string; // 县水利局; 您 for a right of the petitioner
  readonly mine: boolean; // a right of the petitioner: it can lapse, nobody is late
  readonly startedOn: PlainDate;
  readonly startedBy: ActionType;
  readonly actedOn: PlainDate; // the day of that act; later than `startedOn` where acting late did not buy time
  readonly length: Length;
  readonly targetOn: PlainDate; // counted
  readonly legalOn: PlainDate; // rolled
  readonly hours?: { readonly from: string; readonly to: string }; // the two moments, where hours are counted and not days
  readonly promisedOn?: PlainDate; // a local promise beside the legal date
  readonly rest?: { readonly name: string; readonly from: PlainDate; readonly to: PlainDate }; // why it rolled
  readonly extended: number;
  readonly suspended: number;
  readonly provisional: boolean;
  readonly spentOn?: PlainDate; // a promise for the beginning: since this day it can help nobody any more, kept or not
  readonly stoppedOn?: PlainDate;
  readonly outcome?: 'kept' | 'late' | 'stopped';
  readonly article: string;
  readonly dutyEvidence: Evidence;
  readonly lengthEvidence: Evidence;
}

export interface LogLine {
  readonly on: PlainDate;
  readonly type: ActionType | string;
  readonly text: string; // in Chinese, as the office told it
  readonly title?: string; // the same without the words of anybody
}

export interface PublicPaper {
  readonly title: string;
  readonly no?: string;
  readonly on: PlainDate;
  readonly pages?: number;
  readonly file?: { readonly blob: string; readonly key: string; readonly bytes: number };
  readonly opens?: 'receipt'; // posted under the code: the first opening is the receipt (documents 4)
  readonly enclosed?: readonly Enclosed[]; // what was marked to go out with it
  readonly enclosures?: number; // how many there will be once it is opened
  readonly document: string; // 'document/4', for the message that says it was opened
  readonly subject: string; // the matter it belongs to
}

/** A file that an office sent along with a paper. */
export interface Enclosed {
  readonly name: string;
  readonly type: string;
  readonly file: { readonly blob: string; readonly key: string; readonly bytes: number };
}

export interface PublicEvaluation {
  readonly state: 'notDue' | 'open' | 'changed' | 'closed' | 'outOfScope'; // changed: once, and that was the only time
  readonly until?: PlainDate;
  readonly receivedOn?: PlainDate; // of the outcome that opened the window
  readonly petitionDept?: string;
  readonly handlingUnit?: string;
  readonly caller?: string; // who calls whoever asks for it: never the handling unit; absent where there is nobody else
  readonly rated: number; // times so far; it may be changed once
}

/** A complaint about the handling: where it lies, by when it is answered, and the answer. */
export interface PublicComplaint {
  readonly on: PlainDate;
  readonly about: string; // 'delay', 'manner' …
  readonly organ: string;
  readonly said?: string; // in the petitioner's own words: for their copy
  readonly answerBy?: PlainDate; // a default of this system, no date of the law
  readonly answer?: { readonly on: PlainDate; readonly result: 'upheld' | 'partly' | 'notUpheld'; readonly text: string };
}

export interface SealedPart {
  readonly handedOverOn?: PlainDate;
  readonly contact: { readonly name: string; readonly phone: string };
}

/** Organs, never persons (不变量 29). */
export interface OpenedBy {
  readonly organ: string;
  readonly lastOn: PlainDate;
  readonly times: number;
}
