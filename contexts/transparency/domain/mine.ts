import type { PlainDate } from '#kernel/dates.ts';

/**
 * 我的信息 (个人信息保护法第四十四条至第五十条; rights, subject access): what is held by kind, the
 * petitioner's own words, and what was asked about them. Of other people and of
 * notes between offices there is nothing here.
 */
export interface MyInformation {
  readonly held: readonly Held[];
  readonly own?: OwnCopy; // none where several people came together: nobody's copy holds another's name
  readonly requests: readonly PrivacyRequest[];
}

export const HELD_KINDS = ['identity', 'statement', 'files', 'papers', 'course', 'ratings', 'complaints', 'openings', 'requests'] as const;
export type HeldKind = (typeof HELD_KINDS)[number];

export interface Held {
  readonly kind: HeldKind;
  readonly count: number;
  readonly since: PlainDate;
}

export interface OwnCopy {
  readonly name?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly title: string;
  readonly text: string;
  readonly claims: readonly string[];
  readonly files: readonly string[]; // names
}

export const WISHES = ['know', 'copy', 'correct', 'delete', 'explain', 'complain'] as const;
export type Wish = (typeof WISHES)[number];

export interface PrivacyRequest {
  readonly on: PlainDate;
  readonly wish: Wish;
  readonly answerBy?: PlainDate; // a default of this system, no date of the law
  readonly answer?: {
    readonly on: PlainDate;
    readonly result: 'granted' | 'partly' | 'refused';
    readonly text: string;
    readonly ground?: string;
    readonly wayOut?: string;
  };
}
