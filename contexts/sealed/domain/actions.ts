import type { ReplacedCode, ToldCode } from '#kernel/sealed-dates.ts';
import type { Channel } from '#kernel/channels.ts';
import type { MovedTerm } from '#kernel/clocks/moved.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Done, Words } from '#kernel/decider.ts';

/** What is recorded of an accusation: codes, units and days here, every word of it encrypted beside (条例第三十条). */
export type SealedAction = Done &
  (
    | ({ readonly type: 'MatterOpened' } & Opening)
    | ({ readonly type: 'MatterClassified'; readonly kind: 'accusation' } & Classified)
    | { readonly type: 'PassedToNextPetitionDept'; readonly to: string }
    | ({ readonly type: 'AccusationTransferred'; readonly to: string; readonly line?: 'politicalLegal'; readonly told: Told } & Packet)
    | ({ readonly type: 'SealedReceiptConfirmed'; readonly higher?: true; readonly repeated?: true } & Omit<Packet, 'slipNo'>)
    | { readonly type: 'DisciplineReceived' }
    | { readonly type: 'DisciplineReceivedFromSuperior' }
    | { readonly type: 'MatterConcluded'; readonly reason: 'accusationHandedOver' }
    | { readonly type: 'SealedTransferRefused'; readonly reason: Words; readonly noAccusation?: true } // it accuses nobody: the desk may give it back
    | { readonly type: 'AccusationReturned'; readonly reason: Words } // a record beside the vocabulary: refused → TRIAGED (lifecycle 47), the ordinary desk has it again
    | ({ readonly type: 'AccusationForwardedUp' | 'AccusationForwarded'; readonly on: PlainDate; readonly to?: string } & Partial<Packet>)
    | { readonly type: Mark; readonly on: PlainDate }
    | { readonly type: 'CadreProblemFlagged' | 'MajorCadreProblemFlagged' }
    | ({ readonly type: 'CadreReportSent' | 'MajorCadreReportSent' } & SentReport)
    | ({ readonly type: 'PetitionerCodeReplaced'; readonly checked?: Words } & ReplacedCode) // a record beside the vocabulary: who is told the days has another code
    | { readonly type: 'TermsRecounted'; readonly moved: readonly MovedTerm[] } // a holiday notice came out
    | { readonly type: 'CadreReportReceived'; readonly report: number; readonly post: ReportPost } // a record beside the vocabulary: one of its recipients has signed for it
  );

/** As it left the ordinary side: the day of its first receipt above all. */
export interface Opening {
  readonly code: string; // all that the ordinary side kept
  readonly intake?: string; // in which it came, for the day on which it has to go back; absent in what came before that was possible
  readonly desk: string; // the petition department whose sealed line has it
  readonly receivedAt: string;
  readonly channel: Channel;
  readonly isPetitionDept: boolean;
  readonly level: string;
  readonly pack: string;
  readonly contactKnown: boolean;
  readonly realName: boolean;
  readonly title: Words;
  readonly text: Words;
  readonly original?: Words; // the whole letter that it was a part of
  readonly parties: Words;
  readonly files?: Words;
  readonly unitReceipt?: PlainDate; // when a unit had first received it: should it go back, its terms are those of then
  readonly codes?: readonly ToldCode[]; // who is told the days of it
}

export interface Classified {
  readonly accusedUnit: string;
  readonly whom: Whom;
  readonly also?: readonly string[];
  readonly line?: 'politicalLegal'; // about how a case was handled; otherwise the discipline organ's
  readonly accused?: Words;
}

/** What goes from hand to hand: so many pages under such a seal, and the number of the slip. */
export interface Packet {
  readonly pages: number;
  readonly sealNo: string;
  readonly slipNo: string;
}

/** The day by which the slip asks for the receipt. */
export type Told = Readonly<Partial<Record<ClockId, PlainDate>>>;

/** F55 of 第三十条第二款, to the recipients that the law names and to nobody else. */
export interface SentReport {
  readonly recipients: readonly ReportRecipient[];
  readonly said: Words; // JSON: office, subject, facts, identity, and what the recipients are called
  readonly pages: number;
  readonly sealNo: string;
  readonly no: string;
}

export interface ReportRecipient {
  readonly post: ReportPost;
  readonly unit: string;
  readonly person?: string; // of the two leaders: nobody else of that unit
}

/** Whose conduct it is about: leading cadres are often managed one level higher (干部管理权限). */
export const WHOM = { leaders: '领导班子成员', cadres: '其他干部、工作人员' } as const satisfies Record<string, string>;
export type Whom = keyof typeof WHOM;

/** Which organ with power receives it (lifecycle 3.1). */
export const LINES = { discipline: '纪检监察机关', politicalLegal: '政法机关（反映执法办案的）' } as const satisfies Record<string, string>;
export type Line = keyof typeof LINES;

/** Of what happens at the recipient only that it happened, and on which day (lifecycle 48). */
export const MARKS = {
  AccusationAccepted: '已受理',
  ReporterNotified: '已告知实名检举控告人受理情况',
  AccusationHandled: '已办结',
  SealedFeedbackRecorded: '已向实名检举控告人反馈结果',
} as const satisfies Record<string, string>;
export type Mark = keyof typeof MARKS;

/** What 第三十条第二款 asks of a petition department: to the organisation department; a major one to the two leaders. */
export const REPORTS = { report: '通报组织部门', major: '重大情况报送' } as const satisfies Record<string, string>;
export type ReportKind = keyof typeof REPORTS;

export const REPORT_POSTS = {
  organization: '组织（人事）部门',
  secretary: '党委主要负责同志',
  organizationLeader: '分管组织（人事）工作的负责同志',
} as const satisfies Record<string, string>;
export type ReportPost = keyof typeof REPORT_POSTS;
