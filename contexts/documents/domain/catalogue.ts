import { INTAKE_PAPERS } from './papers-intake.ts';
import { NOTICES } from './papers-notices.ts';
import { OUTCOME_PAPERS } from './papers-outcome.ts';
import { RECORDS } from './papers-records.ts';
import { REFERRAL_PAPERS } from './papers-referral.ts';
import type { PaperCode, PaperKind } from './kind.ts';

/** 文书目录: what each paper is called, what it must say, and what it means for its matter. */
export const CATALOGUE = Object.fromEntries(
  [...INTAKE_PAPERS, ...REFERRAL_PAPERS, ...NOTICES, ...OUTCOME_PAPERS, ...RECORDS]
    .sort((one, other) => one.code.localeCompare(other.code))
    .map((kind) => [kind.code, kind]),
) as Readonly<Record<PaperCode, PaperKind>>;

export const PAPER_CODES = Object.keys(CATALOGUE) as readonly PaperCode[];

export const templateOf = (code: PaperCode) => `${code}/${CATALOGUE[code].version}`;
