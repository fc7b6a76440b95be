import type { PlainDate } from '#kernel/dates.ts';
import type { Done, Words } from '#kernel/decider.ts';
import type { ClaimItem, ClaimResult, Classification, Contact, Level, Opening } from './actions.ts';
import type { CorrectionError } from './corrections.ts';
import type { ClaimRoute } from './kinds.ts';
import type { DeliveryMethod, PaperKind } from './papers.ts';
import type { Sending } from './sending.ts';
import type { ConcludeReason, DeclineReason, GuideReason } from './reasons.ts';
import type { ReviewCommand } from './ways/review/commands.ts';
import type { HearingCommand } from './ways/hearing/commands.ts';
import type { SimpleCommand } from './ways/simple/commands.ts';
import type { JointCommand } from './ways/joint/commands.ts';
import type { WithdrawalCommand } from './ways/withdrawal/commands.ts';
import type { AgreementCommand } from './ways/agreement/commands.ts';
import type { PromisesCommand } from './ways/promises/commands.ts';
import type { CareCommand } from './ways/care/commands.ts';
import type { SealingCommand } from './ways/sealing/commands.ts';
import type { RepeatsCommand } from './ways/repeats/commands.ts';
import type { CollectiveCommand } from './ways/collective/commands.ts';
import type { ProceduresCommand } from './ways/procedures/commands.ts';
import type { AssignmentSource, CongressCommand } from './ways/congress/commands.ts';

export type { Sending } from './sending.ts';

/** What may be asked of a matter. Imperative; the names of lifecycle 4. Text comes as `Words`, already put away. */
export type MatterCommand = Done &
  (
    | ReviewCommand
    | HearingCommand
    | SimpleCommand
    | JointCommand
    | WithdrawalCommand
    | AgreementCommand
    | PromisesCommand
    | CareCommand
    | CongressCommand
    | ProceduresCommand
    | SealingCommand
    | CollectiveCommand
    | RepeatsCommand
    | { type: 'open'; opening: Opening }
    | ({ type: 'classify' } & Classification)
    | { type: 'attachDuplicate'; target: DuplicateTarget; ground: 'sameText' | 'insideTerm'; grounds: Words }
    | { type: 'detachDuplicate'; grounds: Words }
    | { type: 'guideElsewhere'; reason: GuideReason; place: Words; grounds: Words }
    | { type: 'refer'; to: string; dutyItem?: string; note?: Words }
    | { type: 'assign'; to: string; dueOn: PlainDate; source?: AssignmentSource; dutyItem?: string; note?: Words }
    | { type: 'passDown'; to: string; level: Level; grounds: Words }
    | { type: 'raiseObjection'; proposed?: string; grounds: Words }
    | { type: 'decideObjection'; upheld: boolean; grounds: Words }
    | { type: 'reassign'; to: string; ground: 'superior' | 'successor' | 'noPower'; grounds: Words }
    | { type: 'accept'; route?: ClaimRoute; claims?: readonly ClaimItem[] }
    | { type: 'routeToProcedure'; route: ClaimRoute; guide?: string; organ: Words; term: Words; reviewer: string; grounds: Words }
    | { type: 'decline'; reason: DeclineReason; remedy: Words; grounds: Words }
    | { type: 'reopen'; grounds: Words }
    | { type: 'checkOtherProcedure'; ended: boolean; state: Words }
    | { type: 'startHandling'; handler: Contact }
    | { type: 'recordInvestigation'; on: PlainDate; staff: number; record: Words }
    | { type: 'hearPetitioner'; on: PlainDate; refused: boolean; record: Words }
    | ({ type: 'extend'; days: number; grounds: Words; document: string } & Sending)
    | {
        type: 'issueOpinion';
        document: string;
        results: Readonly<Record<number, ClaimResult>>;
        dueOn?: PlainDate;
        performingUnit?: string;
        newFacts?: Words;
        consent?: Words;
      }
    | { type: 'replySuggestion'; document: string; adopted: 'adopted' | 'partly' | 'not'; contribution: boolean; grounds: Words }
    | { type: 'performDuty'; done: Words }
    | { type: 'replyDuty'; document: string; performed: boolean; grounds: Words }
    | { type: 'decideReward'; rewarded: boolean; grounds: Words }
    | ({ type: 'dispatch'; document: string; paper: PaperKind; reason?: GuideReason; phase?: 'start' | 'end'; late?: true } & Sending)
    | { type: 'recordDelivery'; document: string; method: DeliveryMethod; evidence: Words; on: PlainDate }
    | { type: 'reportDeliveryFailed'; document: string; grounds: Words }
    | { type: 'postPublicNotice'; document: string; place: Words }
    | { type: 'deemDelivered'; document: string }
    | { type: 'lapseDelivery'; document: string }
    | { type: 'postStatus'; told: Words }
    | { type: 'recordToldLater'; grounds: Words }
    | { type: 'reportCompletion'; document?: string; report: Words }
    | { type: 'checkReport'; accepted: boolean; grounds?: Words }
    | { type: 'reportPerformance'; evidence: Words }
    | { type: 'verifyPerformance'; answer: 'petitionerConfirms' | 'petitionerNotReached' | 'petitionerDenies'; evidence: Words }
    | { type: 'lapseTerm' }
    | { type: 'conclude'; reason: ConcludeReason }
    | { type: 'archive'; archiveNo: string }
    | { type: 'correct'; as: 'superior' | 'unitHead'; error?: CorrectionError; dueOn: PlainDate; grounds: Words }
    | { type: 'consentElectronic'; consented: boolean }
    | { type: 'changeContact'; parties: Words; contactKnown: boolean }
    | { type: 'takeNote'; text: Words; shown: boolean }
    | { type: 'addMaterial'; text: Words; files?: Words }
  );

export type CommandType = MatterCommand['type'];

/** What must be known of the main matter before another is attached to it. */
export interface DuplicateTarget {
  readonly id: string;
  readonly no: string;
  readonly kind: Classification['kind'] | undefined;
  readonly open: boolean;
  readonly answered?: true; // its answer had arrived before this one came: what comes then is no duplicate
}
