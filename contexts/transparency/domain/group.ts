import type { PlainDate } from '#kernel/dates.ts';

/** What the page of a group's matter says of its roster: to the representatives the code to hand out and how many joined, to a member how to leave. */
export type PublicGroup =
  | { readonly role: 'representative'; readonly most?: number; readonly joinCode?: string; readonly members?: number; readonly canOpen: boolean }
  | { readonly role: 'member'; readonly joinedOn: PlainDate; readonly withdrawal?: OwnWithdrawal; readonly agreement?: OwnAgreement };

/** The representative would withdraw: what this member has said to it. Who has said nothing stays. */
export type OwnWithdrawal = 'asked' | 'agreed';

/** An agreement that was put to each of the group: the terms as they bind, and what this member has said to them. Who has said nothing is not bound. */
export interface OwnAgreement {
  readonly offer?: number; // the answer is to these terms and to no others; none where it is signed
  readonly said: 'asked' | 'agreed' | 'signed';
  readonly terms: string;
  readonly until: PlainDate;
}

/** What a join code opens: which matter it is, so that nobody joins another one by mistake; nothing of what was said in it. */
export interface JoinPage {
  readonly version: 1;
  readonly title: string;
  readonly no: string;
  readonly unit: string; // who answers for it, or who received it
  readonly open: boolean; // a matter that has ended takes nobody any more
}

export interface JoinTyped {
  readonly name: string;
  readonly phone: string;
}

export type JoinProblem = 'writeName' | 'nameTooLong' | 'phone';
