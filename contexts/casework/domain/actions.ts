import type { MovedTerm } from '#kernel/clocks/moved.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Done, Words } from '#kernel/decider.ts';
import type { Channel } from '#kernel/channels.ts';
import type { ClaimResult, Contact } from './answers.ts';
import type { CorrectionError } from './corrections.ts';
import type { ClaimRoute, Kind, Purpose } from './kinds.ts';
import type { DeliveryMethod, DispatchedAction, PaperKind } from './papers.ts';
import type { ConcludeReason, DeclineReason, GuideReason } from './reasons.ts';
import type { ReviewAction } from './ways/review/actions.ts';
import type { PublicationAction } from './ways/review/publication/actions.ts';
import type { HearingAction } from './ways/hearing/actions.ts';
import type { SimpleAction } from './ways/simple/actions.ts';
import type { JointAction } from './ways/joint/actions.ts';
import type { WithdrawalAction } from './ways/withdrawal/actions.ts';
import type { AgreementAction } from './ways/agreement/actions.ts';
import type { PromisesAction } from './ways/promises/actions.ts';
import type { CareAction } from './ways/care/actions.ts';
import type { SealingAction } from './ways/sealing/actions.ts';
import type { RepeatsAction } from './ways/repeats/actions.ts';
import type { CollectiveAction } from './ways/collective/actions.ts';
import type { ProceduresAction } from './ways/procedures/actions.ts';
import type { CongressAction } from './ways/congress/actions.ts';
import type { AssignmentSource } from './ways/congress/commands.ts';

export { CLAIM_RESULTS, type ClaimResult, type Contact } from './answers.ts';

/**
 * Everything that can have happened to a matter in this context, in the one
 * vocabulary of lifecycle 4.5: past tense; codes, ids and dates; never edited,
 * never deleted. Moments inside an action are ISO text, as history keeps them.
 */
export type MatterAction = Done &
  (
    | ReviewAction
    | PublicationAction
    | HearingAction
    | SimpleAction
    | JointAction
    | WithdrawalAction
    | AgreementAction
    | PromisesAction
    | CareAction
    | CongressAction
    | ProceduresAction
    | SealingAction
    | CollectiveAction
    | RepeatsAction
    | (Opening & { type: 'MatterOpened' })
    | ({ type: 'MatterClassified' } & Classification)
    | { type: 'DuplicateAttached'; to: string; toNo: string; ground: 'sameText' | 'insideTerm'; grounds: Words }
    | { type: 'DuplicateDetached'; grounds: Words }
    | { type: 'VisitorGuided'; reason: GuideReason; place: Words; grounds: Words }
    | { type: 'MatterReferred'; assignment: string; to: string; dutyItem?: string; note?: Words }
    | {
        type: 'MatterAssigned';
        assignment: string;
        to: string;
        source?: AssignmentSource;
        dueOn: { A16: PlainDate; D15?: PlainDate };
        dutyItem?: string;
        note?: Words;
      }
    | {
        type: 'AssignmentReceived';
        assignment: string;
        from: string;
        to: string;
        reportDuty: boolean;
        byCongress?: true;
        dueOn?: { A16: PlainDate; D15?: PlainDate };
      }
    | { type: 'PassedToNextPetitionDept'; to: string; level: Level; grounds: Words }
    | { type: 'PetitionDeptReceived'; level: Level }
    | { type: 'ObjectionRaised'; assignment: string; proposed?: string; grounds: Words }
    | { type: 'ObjectionUpheld'; assignment: string; grounds: Words }
    | { type: 'ObjectionRejected'; assignment: string; grounds: Words }
    | { type: 'MatterReassigned'; from: string; to: string; ground: 'superior' | 'successor' | 'noPower'; grounds: Words }
    | { type: 'MatterAccepted'; route: ClaimRoute | null; claims: readonly ClaimItem[] }
    | { type: 'MatterRouted'; route: ClaimRoute; guide?: string; organ: Words; term: Words; reviewer: string; grounds: Words }
    | { type: 'MatterDeclined'; reason: DeclineReason; remedy: Words; grounds: Words }
    | { type: 'MatterReopened'; grounds: Words }
    | { type: 'OtherProcedureChecked'; state: Words }
    | { type: 'OtherProcedureEnded'; state: Words }
    | { type: 'HandlingStarted'; handler: Contact; noInterest: true }
    | { type: 'InvestigationRecorded'; on: PlainDate; staff: number; record: Words }
    | { type: 'PetitionerHeard'; on: PlainDate; refused: boolean; record: Words }
    | { type: 'HandlingExtended'; days: number; grounds: Words; told: { A15: PlainDate } }
    | ({ type: 'OpinionIssued'; document: string } & OpinionTerms)
    | { type: 'OpinionRevoked'; document: string; by2: 'superior' | 'unitHead'; error?: CorrectionError; dueOn: { A37: PlainDate }; grounds: Words }
    | { type: 'SuggestionReplyIssued'; document: string; adopted: 'adopted' | 'partly' | 'not'; grounds: Words; contribution: boolean }
    | { type: 'DutyPerformed'; done: Words }
    | { type: 'DutyReplyIssued'; document: string; performed: boolean; grounds: Words }
    | { type: 'ContributionFound' }
    | { type: 'RewardDecided'; rewarded: boolean; grounds: Words }
    | ({
        type: DispatchedAction;
        document: string;
        paper: PaperKind;
        reason?: GuideReason;
        dueOn?: { A27: PlainDate };
        part?: string;
        phase?: 'start' | 'end';
        on?: PlainDate; // the day it went out, where the proof came late
      } & Sent)
    | ({
        type: 'OpinionDelivered' | 'SuggestionReplyDelivered' | 'DutyReplyDelivered' | 'NoticeDelivered' | 'ReviewOpinionDelivered' | 'RecheckOpinionDelivered';
        document: string;
        paper: PaperKind;
      } & Received)
    | { type: 'DeliveryFailed'; document: string; paper: PaperKind; grounds?: Words; unproven?: true } // unproven: nobody wrote grounds, the day itself did it
    | { type: 'PublicNoticePosted'; document: string; paper: PaperKind; place: Words }
    | { type: 'DeemedDelivered'; document: string; paper: PaperKind }
    | { type: 'StatusPosted'; told: Words }
    | { type: 'ToldLaterRecorded'; grounds: Words }
    | { type: 'CompletionReported'; document?: string; report: Words }
    | { type: 'CompletionReportAccepted' }
    | { type: 'CompletionReportReturned'; grounds: Words }
    | { type: 'PerformanceReported'; evidence: Words }
    | { type: 'PerformanceVerified'; asked: 'petitionerConfirms' | 'petitionerNotReached'; evidence: Words }
    | { type: 'PerformanceRefuted'; grounds: Words }
    | { type: 'ReviewTermEnded' }
    | { type: 'ReviewTermLapsed' }
    | { type: 'MatterConcluded'; reason: ConcludeReason }
    | { type: 'MatterArchived'; archiveNo: string; items: readonly string[] }
    | { type: 'ElectronicDeliveryConsented'; consented: boolean }
    | { type: 'ContactChanged'; parties: Words; contactKnown: boolean }
    | { type: 'NoteTaken'; text: Words; shown: boolean }
    | { type: 'MaterialAdded'; text: Words; files?: Words }
    | { type: 'TermsRecounted'; moved: readonly MovedTerm[] }
  );

export type Level = 'national' | 'provincial' | 'prefecture' | 'county' | 'township';

/** How a matter begins: what its earliest intake brought, and who holds it. */
export interface Opening {
  readonly no: string;
  readonly intake: string;
  readonly intakeNo: string;
  readonly channel: Channel;
  readonly receivedAt: string; // the moment of receipt, which nothing can change (不变量 2)
  readonly registeredAt: string;
  readonly receivedBy: string;
  readonly isPetitionDept: boolean;
  readonly level: Level;
  readonly pack: string;
  readonly title: Words;
  readonly text: Words;
  readonly parties: Words;
  readonly claims: readonly ClaimItem[];
  readonly contactKnown: boolean;
  readonly anonymous: boolean;
  readonly electronic: boolean; // consent to electronic delivery
  readonly people: number;
  readonly place?: string; // code of the place of the matter, never of the person
  readonly files?: Words; // names and keys of what was handed in
  readonly postmarkOn?: PlainDate; // of the letter that it came in: keeps a term, starts none
  readonly convertedFrom?: 'inquiry' | 'thanks';
  readonly unitReceipt?: PlainDate; // of one that was taken for an accusation while a unit had it: its terms are those of then (不变量 48)
  readonly offline?: { readonly deviceAt: string; readonly syncedAt: string; readonly counts: 'device' | 'server' }; // both times are shown (不变量 46)
}

export interface Classification {
  readonly kind: Kind;
  readonly purpose: Purpose;
  readonly category: string;
  readonly also: readonly string[];
  readonly firstTime: boolean;
  readonly general: boolean; // 一般信访事项, as the local pack means it
  readonly litigation: boolean;
  readonly simple: boolean; // inside the scope of 简易办理
  readonly ownLower: boolean; // belongs to a lower organ of the receiving organ's own system (第二十三条第一款)
  readonly evaluation: boolean; // inside the scope of 满意度评价
}

export interface ClaimItem {
  readonly no: number;
  readonly text: Words;
}

/** What an opinion says on each claim, and what has to be done by whom and when (第三十二条). */
export interface OpinionTerms {
  readonly results: Readonly<Record<number, ClaimResult>>;
  readonly dueOn?: { readonly A27: PlainDate };
  readonly performingUnit?: string;
  readonly reviewOrgan: string;
  readonly afterRemand?: { readonly newFacts?: Words; readonly consent?: Words }; // why it may be as before (不变量 19)
}

interface Sent {
  readonly method: DeliveryMethod;
  readonly evidence: Words;
  readonly told?: Readonly<Partial<Record<string, PlainDate>>>;
}

interface Received {
  readonly method: DeliveryMethod;
  readonly evidence: Words;
  readonly on: PlainDate;
  readonly termFrom?: PlainDate; // the day the terms count from, where the proof came late
}
