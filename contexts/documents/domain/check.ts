import { plainDate } from '#kernel/dates.ts';
import { CATALOGUE } from './catalogue.ts';
import { PAPER_RULES } from './check-rules.ts';
import { readDrawn } from './drawn.ts';
import { isEmpty, isRows, type Field, type LegalDate, type Missing, type Row, type Value, type Values } from './field.ts';
import type { PaperCode } from './kind.ts';

export { isRows, type Missing } from './field.ts';

/**
 * The blanks that are still empty or wrong. A paper that lacks one gets no
 * number: an opinion that does not answer a claim, or names no organ of review,
 * would harm the person who trusts it (不变量 14、16、17).
 */
export function findMissing(code: PaperCode, values: Values): Missing[] {
  const { fields } = CATALOGUE[code];
  return [...unknown(fields, values), ...fields.flatMap((field) => lacks(field, values[field.name])), ...(RULES[code]?.(values) ?? [])];
}

function unknown(fields: readonly Field[], values: Values): Missing[] {
  const known = new Set(fields.map(({ name }) => name));
  return Object.keys(values)
    .filter((name) => !known.has(name))
    .map((name) => ({ field: name, label: `“${name}”`, why: '这种文书没有这一栏' }));
}

function lacks(field: Field, value: Value | undefined, place = field.name, label = field.label): Missing[] {
  const missing = [{ field: place, label, why: field.why }];
  if (isEmpty(value)) return field.optional ? [] : missing;
  switch (field.kind) {
    case 'line':
      return typeof value === 'string' && !value.includes('\n') ? [] : missing;
    case 'text':
      return typeof value === 'string' ? [] : missing;
    case 'drawing':
      return typeof value === 'string' && readDrawn(value) ? [] : [{ field: place, label: `${label}（请重新签）`, why: field.why }];
    case 'date':
      return typeof value === 'string' && isDate(value) ? [] : missing;
    case 'legalDate':
      return isLegalDate(value) ? [] : missing;
    case 'choice':
      return typeof value === 'string' && field.options && Object.hasOwn(field.options, value) ? [] : missing;
    case 'lines':
      return isLines(value) && value.length >= (field.atLeast ?? 1) ? [] : missing;
    case 'enclosures':
      return isRows(value) && value.length <= MOST_ENCLOSED && value.every(isEnclosed) ? [] : missing;
    case 'rows':
      if (!isRows(value) || value.length < (field.atLeast ?? 1)) return missing;
      return value.flatMap((row, index) => inRow(field, row, place, index));
  }
}

const MOST_ENCLOSED = 20;
const isEnclosed = ({ file, name, ...others }: Row) => /^[0-9a-f]{64}$/.test(file ?? '') && Boolean(name?.trim()) && Object.keys(others).length === 0;

function inRow({ columns = [], label }: Field, row: Row, place: string, index: number): Missing[] {
  return columns.flatMap((column) => lacks(column, row[column.name], `${place}.${index}.${column.name}`, `${label}第${index + 1}项的“${column.label}”`));
}

/** Rules that look at more than one blank. */
const RULES: Partial<Record<PaperCode, (values: Values) => Missing[]>> = {
  F13: ({ result, newTarget }) => (result === 'upheld' && isEmpty(newTarget) ? [{ field: 'newTarget', label: '改送的单位', why: '异议成立后要有着落' }] : []),
  F15: ({ days }) => tooLong(days),
  F16: ({ days }) => tooLong(days),
  ...PAPER_RULES,
};

function tooLong(days: Value | undefined): Missing[] {
  const count = Number(days);
  const fine = Number.isInteger(count) && count >= 1 && count <= 30;
  return fine ? [] : [{ field: 'days', label: '延长的日数（1至30）', why: '《信访工作条例》第三十四条：延长期限不得超过30日' }];
}

function isDate(value: string): boolean {
  try {
    return plainDate(value) === value;
  } catch {
    return false;
  }
}

const isLines = (value: Value | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string' && item.trim() !== '');

export const isLegalDate = (value: Value | undefined): value is LegalDate =>
  typeof value === 'object' && 'on' in value && typeof value.on === 'string' && isDate(value.on);
