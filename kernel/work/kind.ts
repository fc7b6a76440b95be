/**
 * Work beside a matter: a meeting, a supervision order, a request about one's
 * own data. Each kind is a table: its stages, its steps, who may take them, what
 * they record. Which clocks run follows from what is recorded, as with a matter.
 */
import type { ClockId, HolderRole, Kind } from '../clocks/rule.ts';
import type { PlainDate } from '../dates.ts';
import type { Done, Words } from '../decider.ts';
import type { Role } from '../roles.ts';

/** Codes, ids, dates and amounts stand as they are; what a person wrote is Words. */
export type WorkValue = string | number | boolean | readonly string[] | Words;
export type WorkValues = Readonly<Record<string, WorkValue>>;

/** One act of a step: what is recorded, and what clocks have to know of it. */
export interface WorkAct {
  readonly type: string;
  readonly assignment?: string;
  readonly part?: string;
  readonly period?: string;
  readonly on?: PlainDate;
  readonly dueOn?: Readonly<Partial<Record<ClockId, PlainDate>>>;
}

export type WorkAction = Done &
  WorkAct & {
    readonly step: string;
    readonly stage: string; // in which it stands afterwards
    readonly values: WorkValues;
    readonly begins?: { readonly kind: string; readonly owner: string; readonly pack: string };
  };

/** A piece of work as its history makes it. */
export interface Work {
  readonly kind: string;
  readonly owner: string; // the unit that it belongs to
  readonly pack: string; // rules in force when it began
  readonly openedAt?: Date;
  readonly stage: string; // 'none' before it began
  readonly values: WorkValues; // each as last told
  readonly entries: readonly WorkAction[];
}

export type WorkFieldKind = 'text' | 'longText' | 'date' | 'unit' | 'units' | 'choice' | 'yesNo' | 'number' | 'matter';

export interface WorkField {
  readonly name: string;
  readonly label: string;
  readonly kind: WorkFieldKind;
  readonly required?: boolean;
  readonly orPaper?: true; // not asked for where the paper of this very step is numbered with it
  readonly options?: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly from?: 'decisions' | 'openDecisions'; // options that lie in the records
  readonly inner?: true; // what only the machine needs: not shown
  readonly counted?: true; // reckoned from the records when the step is taken: not asked for, and nobody types it
  readonly hint?: string;
  readonly minLength?: number;
  readonly max?: number;
  readonly when?: WorkWhen; // neither shown nor required without this answer to another field
}

export type WorkWhen = { readonly field: string; readonly is: string } | { readonly field: string; readonly over: number };

/** What is known of units, without knowing the directory. */
export interface WorkPlaces {
  nameOf(unit: string): string;
  organOf(unit: string): string;
  typeOf(unit: string): string | undefined;
  isPetitionDept(unit: string): boolean;
  isSubordinate(unit: string, of: string): boolean;
  phoneOf?(unit: string): string | undefined;
}

/** What a rule looks at. `referred` is the other piece of work that a value points to. */
export interface WorkAsked {
  readonly values: WorkValues;
  readonly lengths: Readonly<Record<string, number>>; // of what was written, in characters
  readonly work: Work;
  readonly today: PlainDate;
  readonly unit: string;
  readonly person: string;
  readonly paper?: boolean; // its paper is numbered in the same act
  readonly places: WorkPlaces;
  readonly referred?: Work | undefined;
}

export interface WorkStep {
  readonly label: string; // on the button
  readonly ask: string; // asked once before it is done: what will follow
  readonly article?: string;
  readonly from: readonly string[]; // stages; 'none' begins a new one
  readonly to: string | ((asked: WorkAsked) => string);
  readonly roles: readonly Role[]; // any one of them; none: the system alone, or the petitioner through the portal
  /** May this unit take it? */
  may(unit: string, work: Work, places: WorkPlaces): boolean;
  readonly fields: readonly WorkField[];
  /** There is nothing to take it for now: not offered; whoever asks all the same is told why by `refuse`. */
  readonly idle?: (work: Work) => boolean;
  readonly acts: string | ((asked: WorkAsked) => readonly WorkAct[]);
  /** What the records say already, put into the form for a person to check and change. */
  readonly known?: (work: Work, today: PlainDate) => Readonly<Record<string, string>>;
  /** The sentence of the refusal, which says what to do; nothing where it may be done. */
  readonly refuse?: (asked: WorkAsked) => string | undefined;
}

export interface WorkKind {
  readonly name: string;
  readonly article: string;
  readonly stages: Readonly<Record<string, { readonly name: string; readonly open: boolean }>>;
  readonly steps: Readonly<Record<string, WorkStep>>;
  holders(work: Work): Readonly<Partial<Record<HolderRole, string>>>;
  /** The units that see it. */
  concerned(work: Work): readonly string[];
  /** Only these roles open it; all of the concerned units' where it does not say. */
  readonly opensFor?: readonly Role[];
  /** As what its clocks count it; as work where it does not say. */
  readonly countsAs?: Kind;
  /** Clocks whose day the paper that starts them names to whoever has to keep it: told, it stands whatever calendar comes later (不变量 11). */
  readonly tells?: readonly ClockId[];
  /** Dates that were given and are not yet kept, where no clock of a pack counts them. */
  readonly dues?: (work: Work) => readonly PlainDate[];
  /** The fields of which the first that has a code says in a list what this is about. */
  readonly topics?: readonly string[];
}

export type WorkKinds = Readonly<Record<string, WorkKind>>;

export const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null && 'hash' in value;
export const textOfValue = (value: WorkValue | undefined): string => (typeof value === 'string' ? value : '');
export const listOfValue = (value: WorkValue | undefined): readonly string[] => (Array.isArray(value) ? value : []);
