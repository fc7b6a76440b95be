/** What came with a form, checked field by field: words become notes, codes stay codes, anything unknown is refused. */
import { isPlainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { WorkField, WorkValue } from '#kernel/work/kind.ts';
import { takeNote, type Note } from '#platform/words.ts';

export interface TakenValues {
  readonly values: Readonly<Record<string, WorkValue>>;
  readonly notes: readonly Note[];
  readonly lengths: Readonly<Record<string, number>>;
}

const LONGEST = 20_000;
const MATTER_NO = /^\d{6}-X-\d{4}-\d{7,}-[0-9A-Z]$/;

export function takeValues(fields: readonly WorkField[], sent: Readonly<Record<string, unknown>>, exists: (unit: string) => boolean): TakenValues {
  const unknown = Object.keys(sent).find((name) => !fields.some((field) => field.name === name));
  if (unknown) throw new Refusal('Invalid', `没有“${unknown}”这一栏，请刷新页面再填。`);
  const values: Record<string, WorkValue> = {};
  const notes: Note[] = [];
  const lengths: Record<string, number> = {};
  for (const field of fields) {
    if (field.counted && sent[field.name] !== undefined) throw new Refusal('Invalid', `“${field.label}”由系统按记录算出，不用填。`);
    const value = sent[field.name];
    if (value === undefined || value === null || value === '') continue;
    if (field.kind === 'text' || field.kind === 'longText') {
      const text = textIn(field, value);
      const note = takeNote(text);
      notes.push(note);
      values[field.name] = note.words;
      lengths[field.name] = [...text].length;
    } else values[field.name] = codeIn(field, value, exists);
  }
  return { values, notes, lengths };
}

function textIn({ label }: WorkField, value: unknown): string {
  if (typeof value !== 'string' || value.length > LONGEST) throw wrong(label, `应是不超过 ${LONGEST} 字的文字`);
  return value.trim();
}

function codeIn({ label, kind, options, from, max = Number.MAX_SAFE_INTEGER }: WorkField, value: unknown, exists: (unit: string) => boolean): WorkValue {
  switch (kind) {
    case 'date':
      if (typeof value === 'string' && isPlainDate(value)) return value;
      throw wrong(label, '应是日期，如 2026-11-20');
    case 'unit':
      if (typeof value === 'string' && exists(value)) return value;
      throw wrong(label, '名录里没有这个单位，请从列表中选');
    case 'units':
      if (Array.isArray(value) && value.length <= 200 && value.every((unit) => typeof unit === 'string' && exists(unit)))
        return [...new Set(value as string[])];
      throw wrong(label, '有的单位不在名录里，请从列表中选');
    case 'choice':
      if (typeof value === 'string' && value.length <= 200 && (from !== undefined || options?.some((option) => option.value === value))) return value;
      throw wrong(label, '请从列出的里面选一项');
    case 'yesNo':
      if (typeof value === 'boolean') return value;
      throw wrong(label, '请选是或者否');
    case 'number':
      if (Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= max) return value as number;
      throw wrong(label, `应是 0 到 ${max} 的整数`);
    case 'matter':
      if (typeof value === 'string' && MATTER_NO.test(value.trim().toUpperCase())) return value.trim().toUpperCase();
      throw wrong(label, '应是信访事项编号，如 990421-X-2026-0000042-W');
    default:
      throw wrong(label, '这一栏不能这样填');
  }
}

const wrong = (label: string, why: string) => new Refusal('Invalid', `“${label}”${why}。`);
