import { AGREEMENTS } from './papers-agreement.ts';
import { CARE_PAPERS } from './papers-care.ts';
import { HEARING_PAPERS } from './papers-hearing.ts';
import { INTAKE_PAPERS } from './papers-intake.ts';
import { LEADER_PAPERS } from './papers-leader.ts';
import { NOTICES } from './papers-notices.ts';
import { OUTCOME_PAPERS } from './papers-outcome.ts';
import { PROCEDURE_PAPERS } from './papers-procedure.ts';
import { PUBLIC_PAPERS } from './papers-public.ts';
import { RECORDS } from './papers-records.ts';
import { REFERRAL_PAPERS } from './papers-referral.ts';
import { REVIEW_PAPERS } from './papers-review.ts';
import { SEALED_PAPERS } from './papers-sealed.ts';
import { SUPERVISION_PAPERS } from './papers-supervision.ts';
import type { PaperCode, PaperKind } from './kind.ts';

/** 文书目录: what each paper is called, what it must say, and what it means for its matter. */
export const CATALOGUE = Object.fromEntries(
  [
    ...INTAKE_PAPERS,
    ...REFERRAL_PAPERS,
    ...NOTICES,
    ...OUTCOME_PAPERS,
    ...PROCEDURE_PAPERS,
    ...HEARING_PAPERS,
    ...AGREEMENTS,
    ...REVIEW_PAPERS,
    ...LEADER_PAPERS,
    ...SUPERVISION_PAPERS,
    ...CARE_PAPERS,
    ...PUBLIC_PAPERS,
    ...SEALED_PAPERS,
    ...RECORDS,
  ]
    .sort((one, other) => one.code.localeCompare(other.code))
    .map((kind) => [kind.code, kind]),
) as Readonly<Record<PaperCode, PaperKind>>;

export const PAPER_CODES = Object.keys(CATALOGUE) as readonly PaperCode[];

/** F07/1, or F07/1+3 where an office adds its own words in their third version. */
export const templateNamed = (code: PaperCode, words?: number) => `${code}/${CATALOGUE[code].version}${words ? `+${words}` : ''}`;
