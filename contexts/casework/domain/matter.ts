import type { Readings } from '#kernel/clocks/reading.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { Classification, ClaimItem, Contact, Opening, OpinionTerms } from './actions.ts';
import type { ClaimRoute } from './kinds.ts';
import type { DeliveryMethod, PaperKind } from './papers.ts';
import type { ConcludeReason } from './reasons.ts';
import type { Agreement } from './ways/agreement/state.ts';
import { barring, type Recusal } from './ways/care/state.ts';
import type { Collective } from './ways/collective/state.ts';
import type { Joint } from './ways/joint/state.ts';
import type { Promises } from './ways/promises/state.ts';
import type { Repeat } from './ways/repeats/state.ts';
import type { Simple } from './ways/simple/state.ts';
import type { Withdrawal } from './ways/withdrawal/state.ts';
import type { Hearing } from './ways/hearing/state.ts';
import { supportsAny } from './ways/review/outcome.ts';
import type { Publication } from './ways/review/publication/state.ts';
import type { Comparison, Proceeding, Refusal, Remand, TookPart } from './ways/review/state.ts';
import { STAGES, type Stage } from './stages.ts';

/** A matter as its history makes it: one claim on one set of facts, by one petitioner or one group. */
export interface Matter {
  readonly stage: Stage;
  readonly stageBefore?: Stage; // to which a detached duplicate goes back
  readonly opening?: Opening;
  readonly firstReceipt?: PlainDate;
  readonly classification?: Classification;
  readonly desk?: string; // the unit that holds it before anybody else took it
  readonly petitionDept?: string; // the petition department that holds it now, if one does
  readonly assignments: readonly Assignment[];
  readonly objectors: readonly string[]; // a unit objects to a matter at most once (P)
  readonly unitReceipt?: PlainDate; // the first receipt that A14 may not lie too long behind
  readonly handlingUnit?: string;
  readonly acceptedOn?: PlainDate;
  readonly route?: ClaimRoute;
  readonly parties?: Words; // who brings it, as last told
  readonly claims: readonly ClaimItem[];
  readonly handler?: Contact;
  readonly investigations: number;
  readonly statements: number;
  readonly extended: boolean;
  readonly opinion?: Opinion;
  readonly reply?: { readonly document: string; readonly adopted: 'adopted' | 'partly' | 'not'; readonly contribution: boolean };
  readonly dutyReply?: { readonly document: string; readonly performed: boolean };
  readonly papers: Readonly<Record<string, Paper>>;
  readonly report?: 'due' | 'reported' | 'accepted';
  readonly performance?: 'owed' | 'reported' | 'verified';
  readonly performedBy?: readonly string[]; // who reported that it was done: they do not verify it
  readonly statusPosted: boolean; // shown under the query code in place of a notice
  readonly lapsed: boolean; // the term for review and the mail margin are over
  readonly electronic: boolean;
  readonly guidedBy?: 'petitionDept' | 'unit';
  readonly duplicateOf?: string;
  readonly concluded?: ConcludeReason;
  readonly simple?: Simple;
  readonly joint?: Joint;
  readonly repeat?: Repeat; // what a person found it to be to an earlier matter
  readonly collective?: Collective; // of a group: whoever joined by their own act
  readonly withdrawal?: Withdrawal;
  readonly agreement?: Agreement;
  readonly promises?: Promises;
  readonly recusals?: readonly Recusal[];
  readonly review?: Proceeding;
  readonly recheck?: Proceeding;
  readonly reviewers?: readonly string[]; // every organ that was asked for review or recheck
  readonly remand?: Remand;
  readonly revokedBy?: readonly ('superior' | 'unitHead')[]; // an opinion that was wrong: each may take one back, once
  readonly tookPart?: TookPart; // who may not decide in a later stage (不变量 18)
  readonly opinionBy?: readonly string[]; // who made the opinion now in force
  readonly hearings?: readonly Hearing[];
  readonly comparison?: Comparison; // with an earlier matter, before a second person has decided
  readonly refusal?: Refusal; // not taken up again: who decided so, and what the re-audit found
  readonly publication?: Publication; // of its recheck opinion, after a hearing
  readonly follows?: string; // the earlier matter to which this one brings something new
  readonly archiveNo?: string;
  readonly clocks: Readings;
}

export interface Assignment {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly receivedOn: PlainDate;
  readonly reportDuty: boolean;
  readonly byCongress?: true; // a congress waits for a written answer
  readonly answeredInWriting?: true;
  readonly state: 'open' | 'objected' | 'upheld' | 'replaced';
}

export interface Opinion extends OpinionTerms {
  readonly document: string;
  readonly deliveredOn?: PlainDate;
}

/** What a matter knows of its papers: how far each has come. The paper itself belongs to documents. */
export interface Paper {
  readonly kind: PaperKind;
  readonly state: 'dispatched' | 'delivered' | 'failed';
  readonly by: string;
  readonly method: DeliveryMethod;
  readonly on: PlainDate;
  readonly unproven?: true; // counts as failed since no proof of delivery came in time (A34); such a proof may still come
  readonly late?: true; // sent as before, its proof came after it had counted as failed
}

export const initial: Matter = {
  stage: 'unknown',
  assignments: [],
  objectors: [],
  claims: [],
  investigations: 0,
  statements: 0,
  extended: false,
  papers: {},
  statusPosted: false,
  lapsed: false,
  electronic: false,
  clocks: {},
};

export const currentAssignment = ({ assignments }: Pick<Matter, 'assignments'>) => assignments.at(-1);

/** The unit that has to decide on acceptance: the one it was sent to, or the one that received it directly and reopened it. */
export const assigneeOf = (matter: Pick<Matter, 'assignments' | 'desk'>) => currentAssignment(matter)?.to ?? matter.desk;

/** Who has it in hand at this unit: the handler, or whoever reviews (第二十八条第三款); nobody of another office, nor who has stood aside. */
export function contactAt(matter: Matter, unit: string): Contact | undefined {
  const { handler, handlingUnit, review, recheck } = matter;
  const contact = unit === handlingUnit ? handler : [recheck, review].find((round) => round?.organ === unit)?.officer;
  return barring(matter, contact?.person)?.state === 'recused' ? undefined : contact;
}

/** The one organ that is answerable now; null when the matter is in an end stage (不变量 7). */
export function answerableOrgan(matter: Matter): string | null {
  switch (STAGES[matter.stage].answerable) {
    case 'desk':
      return matter.desk ?? null;
    case 'leadership':
      return matter.joint?.leadership?.to ?? null;
    case 'before':
      return matter.withdrawal?.before ? answerableOrgan({ ...matter, stage: matter.withdrawal.before }) : null;
    case 'assignee':
      return assigneeOf(matter) ?? null;
    case 'handlingUnit':
      return matter.handlingUnit ?? null;
    case 'reviewOrgan':
      return matter.review?.organ ?? null;
    case 'recheckOrgan':
      return matter.recheck?.organ ?? null;
    case null:
      return null;
  }
}

/** Does what now stands support anything, so that something has to be performed (第三十二条第二款)? */
export const supports = supportsAny;
