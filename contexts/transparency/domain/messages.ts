import type { PlainDate } from '#kernel/dates.ts';

/** What whoever holds the code may say and do; sealed to the office, taken up by it in its own acts. */
export type Message =
  | { readonly kind: 'rating'; readonly subject: string; readonly petitionDept?: Rating; readonly handlingUnit?: Rating; readonly callBack: boolean }
  | { readonly kind: 'supplement'; readonly subject?: string; readonly text: string; readonly files: readonly SentFile[] }
  | { readonly kind: 'complaint'; readonly subject?: string; readonly about: ComplaintAbout; readonly text: string; readonly to: 'supervision' | 'above' }
  | { readonly kind: 'contact'; readonly phone?: string; readonly address?: string }
  | { readonly kind: 'electronicDelivery'; readonly consented: boolean }
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

export interface SentFile {
  readonly blob: string;
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
}
