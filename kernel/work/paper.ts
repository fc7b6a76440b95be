/**
 * Papers of work beside matters: which a kind of work has, in which step each
 * goes out, and what the work already knows of its blanks. A kind names them by
 * their codes (F39 督办函); the documents context prints, numbers and keeps them.
 */
import type { ClockId } from '../clocks/rule.ts';
import type { PlainDate } from '../dates.ts';
import type { Work, WorkPlaces, WorkValue } from './kind.ts';

/** A last day as papers print it. */
export interface ToldDay {
  readonly on: PlainDate;
  readonly rolled: boolean;
  readonly provisional: boolean;
}

export type Blank = string | readonly string[] | readonly Readonly<Record<string, string>>[] | ToldDay;
export type Blanks = Readonly<Record<string, Blank | undefined>>;

/** A piece of work as its papers tell it: words opened, units by their names. */
export interface WorkTold {
  readonly work: Work;
  readonly unit: string; // that issues the paper
  readonly person: string; // who writes it, by name
  readonly places: WorkPlaces;
  readonly known: Readonly<Record<string, string>>; // what others reckoned for this paper, such as the figures of a year
  readonly referred?: Told | undefined; // the other work that it rests on
  text(value: WorkValue | undefined): string;
  clock(id: string): string; // its name
  due(id: ClockId): ToldDay | undefined; // as its clock counts it now
}

export interface Told {
  readonly work: Work;
  readonly numbers: Readonly<Record<string, string>>; // of its papers, by code
  text(value: WorkValue | undefined): string;
}

export interface WorkPaper {
  /** Steps in whose act the paper is numbered, where all its blanks are known. */
  readonly steps: readonly string[];
  /** Stages in which it may be written by itself: seen before it is signed. */
  readonly stages: readonly string[];
  /** May this unit issue it? */
  may(unit: string, work: Work, places: WorkPlaces): boolean;
  blanks(told: WorkTold): Blanks;
  /** The step that signing takes where it is open, and what it records: paper and decision are one act. */
  readonly signing?: { readonly step: string; fields(blanks: Blanks): Readonly<Record<string, unknown>> };
}

/** Kind of work → code of paper → what it is there. */
export type WorkPapers = Readonly<Record<string, Readonly<Record<string, WorkPaper>>>>;

/** A day that somebody set, as it is printed: it neither rolls nor waits for a calendar. */
export const toldDay = (day: WorkValue | undefined): ToldDay | undefined =>
  typeof day === 'string' && day !== '' ? { on: day as PlainDate, rolled: false, provisional: false } : undefined;

/** What a letter between offices always says. */
export const letterTo = ({ places, unit, person }: WorkTold, to: string): Blanks => ({
  addressee: to && places.nameOf(places.organOf(to)),
  contactPerson: person,
  contactPhone: places.phoneOf?.(unit),
});
