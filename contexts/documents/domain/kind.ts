import type { ActionType } from '#kernel/vocabulary.ts';
import type { Field } from './field.ts';

/** Codes of 文书目录, all of them. */
export type PaperCode =
  | 'F01'
  | 'F02'
  | 'F03'
  | 'F04'
  | 'F05'
  | 'F06'
  | 'F07'
  | 'F08'
  | 'F09'
  | 'F10'
  | 'F11'
  | 'F12'
  | 'F13'
  | 'F14'
  | 'F15'
  | 'F16'
  | 'F17'
  | 'F18'
  | 'F19'
  | 'F20'
  | 'F21'
  | 'F22'
  | 'F23'
  | 'F24'
  | 'F25'
  | 'F26'
  | 'F27'
  | 'F28'
  | 'F29'
  | 'F30'
  | 'F31'
  | 'F32'
  | 'F33'
  | 'F34'
  | 'F35'
  | 'F36'
  | 'F37'
  | 'F38'
  | 'F39'
  | 'F40'
  | 'F41'
  | 'F42'
  | 'F43'
  | 'F44'
  | 'F45'
  | 'F46'
  | 'F47'
  | 'F48'
  | 'F49'
  | 'F50'
  | 'F51'
  | 'F52'
  | 'F53'
  | 'F54'
  | 'F55'
  | 'F56'
  | 'F57'
  | 'F58'
  | 'F59'
  | 'F60'
  | 'F61'
  | 'F62'
  | 'F63';

/** 函 letter, 文 red-head document, 表 form, 笔录 minutes signed page by page, 回执 slip, 纪要 minutes of a meeting, 公告 public notice and open letter, 协议 agreement, 电子 answer that is sent as text. */
export type PaperForm = '函' | '文' | '表' | '笔录' | '回执' | '纪要' | '公告' | '协议' | '电子';

export type Addressee = 'petitioner' | 'unit' | 'internal' | 'public';

/** Three notices move no clock: their going out is told by a record of its own, beside the vocabulary of lifecycle 4.5. */
export type Dispatched = ActionType | 'SuspensionNoticeDispatched' | 'WithdrawalConfirmationDispatched' | 'ConversionNoticeDispatched';

/** What casework records in the same act: when the paper is numbered, sent, received, or comes back. */
export interface Effects {
  readonly signed?: ActionType;
  readonly dispatched?: Dispatched;
  readonly delivered?: ActionType;
  readonly failed?: ActionType;
  readonly goesWith?: readonly string[]; // beside a matter: what the step records in whose act the paper is numbered
}

/** Where the petitioner may go with a no: the field that names the organ, and the article. */
export interface Remedy {
  readonly organ: string;
  readonly days?: number;
  readonly article: string;
}

export interface PaperKind {
  readonly code: PaperCode;
  readonly name: string;
  readonly identifier: string;
  readonly form: PaperForm;
  readonly addressee: Addressee;
  readonly typeWord?: string; // stands in the 发文字号; a paper without one takes no number
  readonly version: number; // of the template
  readonly fields: readonly Field[];
  readonly remedy?: Remedy;
  readonly published?: true; // shown to everybody by a step of its own: sent to nobody, and taken down instead of voided
  readonly effects: Effects;
}
