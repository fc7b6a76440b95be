/** What was written in a draft and could not be saved, kept for this tab: a colleague saved in between, the line broke, the session was over. */
import type { Field, Value, Values } from '#contexts/documents/domain/field.ts';

const at = (draft: string) => `paper/${draft}`;

export const keepUnsaved = (draft: string, values: Values): void => sessionStorage.setItem(at(draft), JSON.stringify(values));
export const dropUnsaved = (draft: string): void => sessionStorage.removeItem(at(draft));

export interface Unsaved {
  readonly field: Field;
  readonly value: Value;
  readonly words: string;
}

/** Blank by blank, what was written and does not stand in the draft as it is now. */
export function findUnsaved(draft: string, fields: readonly Field[], now: Values): Unsaved[] {
  const kept = read(draft);
  return fields.flatMap((field) => {
    const value = kept[field.name];
    const words = value === undefined ? '' : wordsOf(value, field);
    return value !== undefined && words !== '' && JSON.stringify(value) !== JSON.stringify(now[field.name]) ? [{ field, value, words }] : [];
  });
}

function wordsOf(value: Value, { columns = [], options = {} }: Field): string {
  if (typeof value === 'string') return options[value] ?? value;
  if ('on' in value) return value.on;
  const rows = value as readonly (string | Readonly<Record<string, string>>)[];
  return rows
    .map((row) => (typeof row === 'string' ? row : columns.flatMap(({ name, options: choices }) => choices?.[row[name] ?? ''] ?? row[name] ?? []).join('，')))
    .join('\n');
}

function read(draft: string): Values {
  try {
    return JSON.parse(sessionStorage.getItem(at(draft)) ?? '{}');
  } catch {
    return {};
  }
}
