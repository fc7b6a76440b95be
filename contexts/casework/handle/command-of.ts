import type { PlainDate } from '#kernel/dates.ts';
import { plainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { askedNow, type Field } from '../domain/forms/form.ts';
import { isCategory } from '../domain/categories.ts';
import { FORMS } from '../domain/forms.ts';
import type { CommandType } from '../domain/commands.ts';

/** What was filled in, put in order: values by name, and the texts on their way to be sealed. */
export interface Filled {
  readonly values: Readonly<Record<string, unknown>>;
  readonly notes: readonly Note[];
}

/** Files that were uploaded before and are named by their tickets; whoever keeps the tickets gives them up. */
export type TakeFiles = (ids: readonly string[]) => readonly object[];

/** The tickets that a form names, so that their files can be fetched before it is filled. */
export function ticketsIn(command: CommandType, given: Readonly<Record<string, unknown>>): string[] {
  const form = FORMS[command];
  const named = form ? askedNow(form, given).filter(({ kind }) => kind === 'files') : [];
  return named.flatMap(({ name }) => (Array.isArray(given[name]) ? given[name].slice(0, MOST_FILES) : [])).filter((one) => typeof one === 'string');
}

/** Which text fields history knows only as Words; the others are codes. */
const CODES = new Set(['dutyItem', 'archiveNo']);

/**
 * Checks what a person filled in against the form of the command, and puts
 * the texts away. What the other answers leave unasked is not taken.
 *
 * @throws Refusal `Invalid` with the label of the first field that is wrong
 */
export function fill(command: CommandType, given: Readonly<Record<string, unknown>>, takeFiles: TakeFiles = noFiles): Filled {
  const form = FORMS[command];
  if (!form) throw new Refusal('Invalid', '这件事要在文书中办理，请到“文书”一栏。');
  const known = new Set(form.fields.map(({ name }) => name));
  const strange = Object.keys(given).find((name) => !known.has(name));
  if (strange) throw new Refusal('Invalid', `没有“${strange}”这一项，请刷新页面后重新填写。`);

  const notes: Note[] = [];
  const keep = (text: string): Words => {
    const note = takeNote(text);
    notes.push(note);
    return note.words;
  };
  const values: Record<string, unknown> = {};
  for (const field of askedNow(form, given)) {
    const value = valueFor(field, given[field.name], keep, takeFiles);
    if (value !== undefined) values[field.name] = value;
  }
  return { values, notes };
}

function valueFor(field: Field, given: unknown, keep: (text: string) => Words, takeFiles: TakeFiles): unknown {
  if (given === undefined || given === null || given === '') {
    if (field.required) throw new Refusal('Invalid', `“${field.label}”还没有填，请补上。`);
    return undefined;
  }
  switch (field.kind) {
    case 'text':
    case 'longText':
      return CODES.has(field.name) ? text(field, given) : keep(text(field, given));
    case 'date':
      return date(field, given);
    case 'number':
      return number(field, given);
    case 'yesNo':
      if (typeof given !== 'boolean') throw wrong(field, '请选择是或者否');
      return given;
    case 'choice':
      if (!field.options?.some(({ value }) => value === given)) throw wrong(field, '请从列出的选项中选择');
      return given;
    case 'unit':
    case 'petitionDept':
    case 'person':
    case 'matter':
      return code(field, given);
    case 'units':
      if (!Array.isArray(given)) throw wrong(field, '请从名录里选单位，一个一个选');
      if (given.length > 20) throw wrong(field, '至多选二十个单位，请去掉几个');
      return given.map((one) => code(field, one));
    case 'category':
      return category(field, given);
    case 'categories':
      if (!Array.isArray(given)) throw wrong(field, '请从目录里选类别');
      if (given.length > 3) throw wrong(field, '至多选三类，请去掉几类');
      return given.map((one) => category(field, one));
    case 'claims':
      if (!Array.isArray(given) || given.length > 20) throw wrong(field, '请逐项填写诉求，至多二十项');
      return given.map((one, index) => ({ no: index + 1, text: keep(text(field, one)) }));
    case 'contact':
      return contact(field, given, keep);
    case 'files':
      if (!Array.isArray(given) || given.length > MOST_FILES) throw wrong(field, `一次至多添${MOST_FILES}个，多的请分几次添`);
      return given.length > 0 ? keep(JSON.stringify(takeFiles(given.map((one) => code(field, one))))) : undefined;
  }
}

const MOST_FILES = 10;
const noFiles: TakeFiles = () => {
  throw new Refusal('Invalid', '这里不收附件，请在事项页用“补充材料”添。');
};

const LONGEST = 20_000;

function text(field: Field, given: unknown): string {
  if (typeof given !== 'string') throw wrong(field, '请填写文字');
  const trimmed = given.trim();
  const length = [...trimmed].length;
  if (length < (field.minLength ?? 1)) throw wrong(field, `至少写${field.minLength ?? 1}个字，现在${length}个字`);
  if (length > LONGEST) throw wrong(field, `最多${LONGEST}个字，现在${length}个字，请精简或者作为附件`);
  return trimmed;
}

function date(field: Field, given: unknown): PlainDate {
  try {
    return plainDate(String(given));
  } catch (error) {
    if (error instanceof RangeError) throw wrong(field, '请按年-月-日填写日期，例如2026-11-20');
    throw error;
  }
}

function number(field: Field, given: unknown): number {
  if (typeof given !== 'number' || !Number.isInteger(given) || given < 0 || given > (field.max ?? 1_000_000)) throw wrong(field, '请填写整数');
  return given;
}

function code(field: Field, given: unknown): string {
  if (typeof given !== 'string' || given.length > 100) throw wrong(field, '请从列表中选择');
  return given;
}

function category(field: Field, given: unknown): string {
  if (typeof given !== 'string' || !isCategory(given)) throw wrong(field, '请从分类表中选择');
  return given;
}

function contact(field: Field, given: unknown, keep: (text: string) => Words) {
  const { person, name, post, phone } = given as Readonly<Record<string, unknown>>;
  const all = [person, name, post, phone];
  if (!all.every((part): part is string => typeof part === 'string' && part.trim() !== '')) throw wrong(field, '姓名、职务、电话都要填');
  return { person, card: keep(JSON.stringify({ name, post, phone })) };
}

const wrong = ({ label }: Field, what: string) => new Refusal('Invalid', `“${label}”：${what}。`);
