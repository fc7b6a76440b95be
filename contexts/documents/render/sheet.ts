import type { PlainDate } from '#kernel/dates.ts';
import { CATALOGUE, templateNamed } from '../domain/catalogue.ts';
import { isRows } from '../domain/check.ts';
import type { Field, Value, Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';
import { drawnSvg } from '../domain/drawn.ts';
import { drawQr } from './qr.ts';

/** What a paper says beside its own blanks: who issues it, under which number and day, how it is verified. */
export interface Facts {
  readonly organ: string; // full name, as on the seal
  readonly issuedOn: PlainDate;
  readonly number?: string | undefined;
  readonly matterNo?: string | undefined;
  readonly verify?: { readonly url: string; readonly check: string } | undefined;
  readonly queryUrl?: string | undefined; // F02: what its large QR opens
  readonly seal?: { readonly format: 'svg' | 'png'; readonly data: string | readonly number[] } | undefined;
  readonly draft?: boolean | undefined;
  readonly own?: OwnWords | undefined; // of the office that issues it
}

/** What an office says in its own words around what every paper must say. */
export interface OwnWords {
  readonly version: number;
  readonly opening: string;
  readonly closing: string;
  readonly contact: string;
  readonly appendix: string;
}

/** The input of a template: blanks as they are, choices in words, and the frame. */
export function sheetOf(code: PaperCode, values: Values, facts: Facts) {
  const { name, fields, typeWord } = CATALOGUE[code];
  const shown = facts.draft ? withBlanks(fields, values) : values;
  return {
    values: shown,
    words: wordsOf(fields, shown),
    frame: frameOf({ name, template: templateNamed(code, facts.own?.version), numbered: typeWord !== undefined }, facts),
  };
}

/** A sheet of a file that is no paper of the catalogue: what was brought, the course, a picture. */
export const plainSheet = (name: string, values: object, facts: Facts) => ({
  values,
  words: {},
  frame: frameOf({ name, template: name, numbered: false }, facts),
});

function frameOf(kind: { name: string; template: string; numbered: boolean }, facts: Facts) {
  const { organ, issuedOn, number, matterNo, verify, queryUrl, seal, own, draft = false } = facts;
  return {
    ...kind,
    organ,
    title: kind.name,
    own: own ?? null,
    number: number ?? null,
    matterNo: matterNo ?? null,
    on: issuedOn.split('-').map(Number),
    onText: issuedOn,
    draft,
    seal: seal ?? null,
    verify: verify ? { ...verify, qr: drawQr(verify.url) } : null,
    query: queryUrl ? { qr: drawQr(queryUrl), url: queryUrl.replace(/#.*$/, '') } : null, // the code stands beside it, large, and is typed in there
  };
}

/** Choices as they are printed; of a table, one list a column. */
function wordsOf(fields: readonly Field[], values: Values): Record<string, string | string[]> {
  const said = (field: Field, value: unknown) => field.options?.[String(value ?? '')] ?? BLANK;
  return Object.fromEntries(
    fields.flatMap((field): [string, string | string[]][] => {
      const value = values[field.name];
      if (field.kind === 'drawing') return typeof value === 'string' ? [[field.name, drawnSvg(value) ?? '']] : [];
      if (field.kind === 'choice') return [[field.name, said(field, value)]];
      if (field.kind !== 'rows' || !isRows(value)) return [];
      const choices = (field.columns ?? []).filter(({ kind }) => kind === 'choice');
      return choices.map((column) => [`${field.name}.${column.name}`, value.map((row) => said(column, row[column.name]))]);
    }),
  );
}

const BLANK = '＿＿＿＿';
const DAY_UNKNOWN = '0000-00-00';

/** A draft is shown before it is complete: what is missing is shown as a blank line. */
function withBlanks(fields: readonly Field[], values: Values): Values {
  const filled = fields.map((field): [string, Value] | undefined => {
    const value = values[field.name];
    const given = fill(field, value);
    return given === undefined ? undefined : [field.name, given];
  });
  return Object.fromEntries(filled.filter((one) => one !== undefined));
}

function fill(field: Field, value: Value | undefined): Value | undefined {
  if (field.kind === 'rows') {
    const given = isRows(value) && value.length > 0 ? value : [{}];
    if (field.optional && given.length === 0) return undefined;
    return given.map((row) =>
      Object.fromEntries(
        (field.columns ?? []).map((column) => [column.name, String(fill(column, row[column.name]) ?? (column.kind === 'date' ? DAY_UNKNOWN : ''))]),
      ),
    );
  }
  const empty = value === undefined || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.every((item) => item === ''));
  if (!empty) return field.kind === 'date' && !/^\d{4}-\d\d-\d\d$/.test(String(value)) ? DAY_UNKNOWN : value;
  if (field.optional) return undefined;
  switch (field.kind) {
    case 'date':
      return DAY_UNKNOWN;
    case 'legalDate':
      return { on: DAY_UNKNOWN, rolled: false, provisional: false };
    case 'lines':
      return [BLANK];
    default:
      return field.kind === 'choice' ? '' : BLANK;
  }
}
