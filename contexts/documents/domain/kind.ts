import type { ActionType } from '#kernel/vocabulary.ts';
import type { Field } from './field.ts';

/** The papers that this version can make; codes of 文书目录. */
export type PaperCode =
  | 'F01'
  | 'F02'
  | 'F03'
  | 'F04'
  | 'F05'
  | 'F06'
  | 'F07'
  | 'F08'
  | 'F10'
  | 'F11'
  | 'F12'
  | 'F13'
  | 'F14'
  | 'F15'
  | 'F16'
  | 'F17'
  | 'F23'
  | 'F25'
  | 'F27'
  | 'F32'
  | 'F45'
  | 'F50'
  | 'F54'
  | 'F58'
  | 'F59'
  | 'F60';

/** 函 letter, 文 red-head document, 表 form, 笔录 minutes, 回执 slip. */
export type PaperForm = '函' | '文' | '表' | '笔录' | '回执';

export type Addressee = 'petitioner' | 'unit' | 'internal';

/** What casework records in the same act: when the paper is numbered, sent, received, or comes back. */
export interface Effects {
  readonly signed?: ActionType;
  readonly dispatched?: ActionType;
  readonly delivered?: ActionType;
  readonly failed?: ActionType;
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
  readonly effects: Effects;
}
