import type { PlainDate } from '../dates.ts';
import type { ActionType } from '../vocabulary.ts';
import type { ClockId, Fact, HolderRole, Kind } from './rule.ts';

/** One clock as it stands: derived from the actions of a subject, never typed in by anybody. */
export interface Reading {
  readonly clock: ClockId;
  readonly key: string; // 'A14', 'A06@assignment/2', 'D13@2026-11-23'; a later run of the same: 'A17#2'
  readonly instance?: string; // 'assignment/2': of which of several it speaks
  readonly role: HolderRole;
  readonly holder: string; // the unit or person that this role resolved to
  readonly startedBy: ActionType;
  readonly startedAt: Date;
  readonly startedOn: PlainDate; // day 0, not counted
  readonly startedWith?: string; // the paper that started it
  readonly targetOn: PlainDate; // un-rolled last day: drives reminders and the light
  readonly legalOn: PlainDate; // rolled last day: after it the duty is broken, the right has lapsed
  readonly targetAt?: Date; // clocks of hours end at an instant
  readonly promisedOn?: PlainDate; // a local promise beside the legal date: a miss is a local figure
  readonly givenOn?: PlainDate; // the date was set by somebody, not counted
  readonly toldOn?: PlainDate; // somebody was told this date: it is a fact, whatever calendar comes later
  readonly provisional: boolean; // rests on a year whose holidays are not yet published
  readonly calendar: string; // version that it was last counted with
  readonly pack: string; // version of the pack that gave the length
  readonly extendedDays: number;
  readonly suspendedDays: number;
  readonly suspendedOn?: PlainDate; // suspended since; until the end is known, the cap is counted in
  readonly reopenedOn?: PlainDate;
  readonly withdrawnMeanwhile?: true; // the due date fell into a withdrawal that was taken back, or a redo waited for a recheck: counted apart
  readonly stoppedAt?: Date;
  readonly stoppedOn?: PlainDate; // the day that counts: a postmark goes before the day it arrived
  readonly stoppedBy?: ActionType;
  readonly stoppedWith?: string; // the paper that stopped it: if that comes back, the clock runs on
  readonly outcome?: 'kept' | 'late' | 'stopped'; // done in time, done late, ended without being done
}

export type Readings = Readonly<Record<string, Reading>>;

/** One act, as far as clocks look at it. A recorded action has most of this under the same names. */
export interface Happening {
  readonly type: ActionType;
  readonly at: Date; // when it happened, not when it was typed in
  readonly calendar: string; // version in force when it was recorded
  readonly unit?: string; // that acted
  readonly assignment?: string; // 'assignment/2': of which it speaks; absent: all of them
  readonly document?: string; // 'document/4'
  readonly part?: string; // 'hearing/1', 'commitment/3': another part of the subject
  readonly period?: string; // '2026-11-23', '2026': of a recurring clock
  readonly on?: PlainDate; // the day that counts where it is not the day of `at`: day of receipt, day of the hearing
  readonly postmarkOn?: PlainDate; // handed to the post on: counts for what the petitioner keeps, not for what it starts
  readonly days?: number; // of an extension
  readonly dueOn?: Readonly<Partial<Record<ClockId, PlainDate>>>; // dates given, not counted
  readonly told?: Readonly<Partial<Record<ClockId, PlainDate>>>; // dates that this act told the person concerned
}

/** The subject as it stands right after the act. */
export interface Situation {
  readonly kinds: ReadonlySet<Kind>; // EVERY_KIND until a person has classified it
  readonly facts: ReadonlySet<Fact>;
  readonly holders: Readonly<Partial<Record<HolderRole, string>>>; // a clock starts only where its role resolves
  readonly coUnits?: readonly string[]; // each has an A40 of its own
  readonly firstReceipt?: PlainDate; // receipt of the earliest intake
  readonly unitReceipt?: PlainDate; // first arrival at the unit that handles it, opened or not; a reopening does not move it
  readonly acceptance?: PlainDate;
  readonly intake?: { readonly receivedAt: Date; readonly registeredAt?: Date }; // for clocks that only a classification shows to have run
}
