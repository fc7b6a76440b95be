import type { Channel } from '#kernel/channels.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Done, Words } from '#kernel/decider.ts';

/** What is recorded of an accusation: codes, units and days here, every word of it encrypted beside (条例第三十条). */
export type SealedAction = Done &
  (
    | ({ readonly type: 'MatterOpened' } & Opening)
    | { readonly type: 'MatterClassified'; readonly kind: 'accusation'; readonly accusedUnit: string; readonly whom: Whom; readonly accused?: Words }
    | { readonly type: 'PassedToNextPetitionDept'; readonly to: string }
    | {
        readonly type: 'AccusationTransferred';
        readonly to: string;
        readonly pages: number;
        readonly sealNo: string;
        readonly slipNo: string;
        readonly told: Readonly<Partial<Record<ClockId, PlainDate>>>; // the day by which the slip asks for the receipt
      }
    | { readonly type: 'SealedReceiptConfirmed'; readonly pages: number; readonly sealNo: string }
    | { readonly type: 'DisciplineReceived' }
    | { readonly type: 'MatterConcluded'; readonly reason: 'accusationHandedOver' }
    | { readonly type: 'SealedTransferRefused'; readonly reason: Words }
    | { readonly type: Mark; readonly on: PlainDate }
  );

/** As it left the ordinary side: the day of its first receipt above all. */
export interface Opening {
  readonly code: string; // all that the ordinary side kept
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
  readonly parties: Words;
  readonly files?: Words;
}

/** Whose conduct it is about: leading cadres are often managed one level higher (干部管理权限). */
export const WHOM = { leaders: '领导班子成员', cadres: '其他干部、工作人员' } as const satisfies Record<string, string>;
export type Whom = keyof typeof WHOM;

/** Of what happens at the discipline organ only that it happened, and on which day (lifecycle 48). */
export const MARKS = {
  ReporterNotified: '已告知实名检举控告人受理情况',
  AccusationHandled: '已办结',
  SealedFeedbackRecorded: '已向实名检举控告人反馈结果',
} as const satisfies Record<string, string>;
export type Mark = keyof typeof MARKS;
