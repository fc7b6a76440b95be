import type { ReplacedCode } from '#kernel/sealed-dates.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Done, Words } from '#kernel/decider.ts';
import type { Line, Mark, Opening, ReportKind, ReportPost, ReportRecipient, Whom } from './actions.ts';

/** What may be done with an accusation (lifecycle 9, 47, 48, 53). Who is competent comes in from the directory; whether that is lawful is decided here. */
export type SealedCommand = Done &
  (
    | { readonly type: 'open'; readonly opening: Opening }
    | {
        readonly type: 'classify';
        readonly accusedUnit: string;
        readonly whom: Whom;
        readonly also?: readonly string[];
        readonly line?: Line;
        readonly accused?: Words;
        readonly recipient: string | undefined;
        readonly desk: string | undefined; // who goes on with it: not the accused's
      }
    | ({ readonly type: 'transfer'; readonly recipient: string | undefined; readonly slipNo: string } & Handing)
    | ({ readonly type: 'receive'; readonly higher?: boolean; readonly repeated?: boolean } & Omit<Handing, 'isOutside'>)
    | { readonly type: 'refuse'; readonly reason: Words; readonly noAccusation?: boolean }
    | { readonly type: 'handBack'; readonly reason: Words }
    | { readonly type: 'giveBack'; readonly reason: Words }
    | { readonly type: 'mark'; readonly mark: Mark; readonly on: PlainDate }
    | {
        readonly type: 'forward';
        readonly way: 'up' | 'down';
        readonly on: PlainDate;
        readonly recipient: string | undefined; // none of the directory: it goes on paper, and only the day is kept
        readonly slipNo: string;
        readonly packet?: Omit<Handing, 'isOutside'>;
      }
    | { readonly type: 'flagCadre'; readonly kind: ReportKind }
    | ({
        readonly type: 'sendReport';
        readonly kind: ReportKind;
        readonly recipients: readonly ReportRecipient[];
        readonly said: Words;
        readonly no: string;
      } & Handing)
    | ({ readonly type: 'replaceCode' } & ReplacedCode)
    | ({ readonly type: 'giveCode'; readonly checked: Words } & ReplacedCode)
    | { readonly type: 'receiveReport'; readonly report: number; readonly post: ReportPost; readonly pages: number; readonly sealNo: string }
  );

/** So many pages under such a seal; and whether who gets them stands outside everything that the accused has a say in. */
export interface Handing {
  readonly isOutside: boolean;
  readonly pages: number;
  readonly sealNo: string;
}

export type CommandOf<Type extends SealedCommand['type']> = Extract<SealedCommand, { type: Type }>;
