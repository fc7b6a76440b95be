import type { PlainDate } from '#kernel/dates.ts';

/** What a blank of a paper takes. A table of rows has columns, which are blanks again. */
export type FieldKind = 'line' | 'text' | 'date' | 'legalDate' | 'choice' | 'lines' | 'rows' | 'drawing' | 'enclosures';

/** One blank of a paper: the screen draws its input from this, the refusal to number speaks with its label. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly why: string; // why the paper must say it, for the clerk
  readonly optional?: true;
  readonly options?: Readonly<Record<string, string>>; // of a choice: code → printed words
  readonly columns?: readonly Field[]; // of rows
  readonly atLeast?: number; // of lines and rows; 1 where nothing is said
}

/** A last day as papers print it: the legal date, and why it may still move or has moved. */
export interface LegalDate {
  readonly on: PlainDate;
  readonly rolled: boolean; // 逢节假日顺延
  readonly provisional: boolean; // the calendar of that year is not published yet
}

export type Row = Readonly<Record<string, string>>;
export type Value = string | readonly string[] | readonly Row[] | LegalDate;
export type Values = Readonly<Record<string, Value>>;

/** What stands between a draft and its number: which blank, and why the paper needs it. */
export interface Missing {
  readonly field: string; // 'claims.1.opinion'
  readonly label: string; // 第2项“处理意见”
  readonly why: string;
}

type Also = Partial<Pick<Field, 'optional' | 'atLeast'>>;

export const line = (name: string, label: string, why: string, also: Also = {}): Field => ({ name, label, kind: 'line', why, ...also });
export const text = (name: string, label: string, why: string, also: Also = {}): Field => ({ name, label, kind: 'text', why, ...also });
export const lines = (name: string, label: string, why: string, also: Also = {}): Field => ({ name, label, kind: 'lines', why, ...also });
export const date = (name: string, label: string, why: string, also: Also = {}): Field => ({ name, label, kind: 'date', why, ...also });
export const legalDate = (name: string, label: string, why: string, also: Also = {}): Field => ({ name, label, kind: 'legalDate', why, ...also });
/** A signature on a pad or phone; always optional, since paper does as well. */
export const drawing = (name: string, label: string, why: string): Field => ({ name, label, kind: 'drawing', why, optional: true });
export const rows = (name: string, label: string, why: string, columns: readonly Field[], also: Also = {}): Field => ({
  name,
  label,
  kind: 'rows',
  why,
  columns,
  ...also,
});
/** Files that go out with the paper, each named by the hash of its bytes: what was marked is what the reader gets. */
export const enclosures = (why: string): Field => ({ name: 'enclosures', label: '附件', kind: 'enclosures', why, optional: true });
export const choice = (name: string, label: string, why: string, options: Readonly<Record<string, string>>, also: Also = {}): Field => ({
  name,
  label,
  kind: 'choice',
  why,
  options,
  ...also,
});
export const OPTIONAL: Also = { optional: true };

export function isEmpty(value: Value | undefined): value is undefined {
  if (value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && item.trim() === '');
}

export const isRows = (value: Value | undefined): value is readonly Row[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'object' && Object.values(item).every((cell) => typeof cell === 'string'));
