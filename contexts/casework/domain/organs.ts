import type { PlainDate } from '#kernel/dates.ts';

/** What casework has to know of organs. The directory answers; the domain only asks. */
export interface Organs {
  isPetitionDept(unit: string): boolean;
  /** 政法机关, to which litigation claims go (第二十二条第二款). */
  isPoliticalLegal(unit: string): boolean;
  /** A standing committee of a people's congress, or part of one: it supervises, and handles nothing itself. */
  isCongress(unit: string): boolean;
  /** The organ one level above, which may reassign, correct, and is asked to review. */
  superiorOf(unit: string): string | undefined;
  /** Every organ that may be asked for review: where two are competent, the petitioner chooses (statutes 5.2). */
  reviewOrgansOf(unit: string): readonly string[];
  /** The nearest organ above all of them, which decides a dispute about who takes a matter on (第二十四条第一款). */
  commonSuperior(units: readonly string[]): string | undefined;
  /** Where there is none: the office of the joint conference that they have in common. */
  jointConferenceOf(units: readonly string[]): string | undefined;
  exists(unit: string): boolean;
  /** Merged, divided or abolished by this day (第二十四条第二款). */
  isClosed(unit: string, day: PlainDate): boolean;
  /** Who goes on with what it had; the unit itself where nobody is named. */
  successorOf(unit: string, day: PlainDate): string;
  nameOf(unit: string): string;
}
