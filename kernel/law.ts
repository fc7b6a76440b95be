import type { Calendars } from './calendar.ts';
import type { ClockId } from './clocks/rule.ts';

/** How long a clock runs. One unit each; `dateGiven` stands in the act itself. */
export type Length =
  | { readonly days: number }
  | { readonly workingDays: number }
  | { readonly months: number }
  | { readonly hours: number }
  | { readonly atOnce: true }
  | { readonly dateGiven: true };

/** T text read, S stated in a practice, M not verified, P product default. Only T and S are shown as rule or practice. */
export type Evidence = 'T' | 'S' | 'M' | 'P';

/** A length with its proof: that there is a duty and how long it is are evidenced apart. */
export interface Term {
  readonly length: Length;
  readonly source: string;
  readonly quote?: string;
  readonly dutyEvidence: Evidence;
  readonly lengthEvidence: Evidence;
  readonly officeHoursOnly?: boolean; // hours in which the office is closed are not counted
  readonly pack: string; // version of the pack that it stands in
}

/** A ground that a text of evidence T adds to the closed lists of reasons, with its article. */
export interface Ground {
  readonly act: 'decline' | 'refuseFurther' | 'refuseReview' | 'conclude' | 'suspend';
  readonly code: string;
  readonly text: string;
  readonly article: string;
}

/** The rules that a matter was registered under. It keeps them for its whole life. */
export interface Law {
  readonly version: string; // 'cn-2022-05-01+qinghe-520-2026'
  readonly calendars: Calendars;
  readonly terms: Readonly<Partial<Record<ClockId, Term>>>; // a clock that is not here does not run
  readonly promises: Readonly<Partial<Record<ClockId, Term>>>; // second dates beside the legal ones
  readonly laxer: ReadonlySet<ClockId>; // from a pack that the operator let through: shown, never driving a light
  readonly grounds: readonly Ground[];
  readonly rollLastDay: boolean; // 民法典第二百零三条: a last day on a rest day goes to the next working day
  readonly officeHours: { readonly opens: string; readonly closes: string }; // '08:30', '17:30', on working days
}
