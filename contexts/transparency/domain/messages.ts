import type { PlainDate } from '#kernel/dates.ts';
import type { Wish } from './mine.ts';

/** What whoever holds the code may say and do; sealed to the office, taken up by it in its own acts. */
export type Message =
  | { readonly kind: 'rating'; readonly subject: string; readonly petitionDept?: Rating; readonly handlingUnit?: Rating; readonly callBack: boolean }
  | { readonly kind: 'supplement'; readonly subject?: string; readonly text: string; readonly files: readonly SentFile[] }
  | { readonly kind: 'complaint'; readonly subject?: string; readonly about: ComplaintAbout; readonly text: string; readonly to: 'supervision' | 'above' }
  | {
      readonly kind: 'review'; // 请求复查、复核
      readonly subject: string;
      readonly instance: 'review' | 'recheck';
      readonly organ?: string; // where two are competent
      readonly grounds: string;
      readonly newFacts?: string;
      readonly excuse?: string; // why it comes late
    }
  | { readonly kind: 'contact'; readonly phone?: string; readonly address?: string }
  | { readonly kind: 'privacy'; readonly wish: Wish; readonly text: string } // about one's own data (个人信息保护法第五十条)
  | { readonly kind: 'electronicDelivery'; readonly consented: boolean }
  | {
      readonly kind: 'ask';
      readonly subject: string;
      readonly about: AskAbout;
      readonly text: string;
      readonly headConcerned?: true; // of a recusal: the head of the unit is concerned too, so the organ above decides
      readonly newGround?: true; // of a recusal that was asked for before and not granted
    }
  | {
      readonly kind: 'commitment'; // 双向承诺书, of one's own free will (rights R7)
      readonly subject: string;
      readonly step: 'sign' | 'cancel';
      readonly parts: readonly string[]; // the promises of the unit as they stood on the page
      readonly until?: PlainDate;
    }
  | { readonly kind: 'openRoster'; readonly subject: string; readonly representatives: number } // by a representative of a group
  | {
      readonly kind: 'joinRoster'; // under the code that will be the member's own
      readonly join: string; // how the office finds the join code, never the code itself
      readonly codeKey: string; // what seals the member's page
      readonly name: string;
      readonly phone?: string;
    }
  | { readonly kind: 'leaveRoster' }
  | { readonly kind: 'answerWithdrawal'; readonly agrees: boolean } // by a member, to the withdrawal of the representative
  | { readonly kind: 'answerAgreement'; readonly agrees: boolean; readonly offer: number } // by a member, to the terms as they stood on the page
  | { readonly kind: 'opened'; readonly subject: string; readonly document: string; readonly on: PlainDate };

export type MessageKind = Message['kind'];

export const GRADES = ['satisfied', 'basicallySatisfied', 'dissatisfied'] as const;
export type Grade = (typeof GRADES)[number];

export const FAULTS = ['noBasis', 'notEachClaim', 'tooSlow', 'badManner', 'promiseNotKept'] as const;
export type Fault = (typeof FAULTS)[number];

export interface Rating {
  readonly grade: Grade;
  readonly faults: readonly Fault[];
  readonly text?: string;
}

export const COMPLAINTS = ['delay', 'manner', 'retaliation', 'notTold', 'other'] as const;
export type ComplaintAbout = (typeof COMPLAINTS)[number];

/** What the holder of a code may ask for in the matter itself; whether it can be done is decided in the office, by the same rules. */
export const ASKS = ['withdraw', 'undoWithdraw', 'disputeRoute', 'recusal', 'appealRepeat', 'applyHearing', 'challengePanel', 'objectPublication'] as const;
export type AskAbout = (typeof ASKS)[number];

export interface SentFile {
  readonly blob: string;
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
}
