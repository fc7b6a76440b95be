/** A piece of work as a colleague reads it: lines for every step, forms for what may come next. */
import type { Law } from '#kernel/law.ts';
import { explain } from '#kernel/clocks/explain.ts';
import { dateInChina, daysBetween, type PlainDate } from '#kernel/dates.ts';
import { workClocks, type CountedWork } from '#kernel/work/clocks.ts';
import { isWords, listOfValue, type Work, type WorkField, type WorkKind, type WorkStep, type WorkValue } from '#kernel/work/kind.ts';
import { CLOCKS, isClockId } from '#kernel/clocks/index.ts';
import { daysOfMoved, nameOfMoved, RECOUNTED, type TermsRecounted } from '#kernel/clocks/moved.ts';
import type { Directory } from '#contexts/directory/index.ts';
import type { FormShown, WorkRow as RowShown } from './contract.ts';
import { decisionsOf } from './domain/kinds/meeting.ts';
import type { WorkRow } from './store.ts';

export type Texts = ReadonlyMap<string, string>;
const ERASED = '（内容已依法删除）';

/** Texts that lie outside the row: its own title, by its id, and that of the matter that it is about. */
export interface RowTexts {
  readonly own: Texts;
  readonly matterOf: (row: WorkRow) => string | undefined;
}

export function rowShown(row: WorkRow, kind: WorkKind, { own, matterOf }: RowTexts, directory: Directory, today: PlainDate): RowShown {
  const { about_unit: unit, matter, clock, light_on: lightOn, legal_on: legalOn } = row;
  const title = own.get(row.title ?? '') ?? matterOf(row);
  const topic = topicOf(row, kind);
  const about = [title && topic, unit && directory.shortNameOf(unit), matter].filter(Boolean).join(' · ');
  return {
    region: row.region,
    work: row.subject,
    kind: row.kind,
    kindName: kind.name,
    stageName: kind.stages[row.stage]?.name ?? row.stage,
    open: row.is_open,
    title: title || topic || about || directory.shortNameOf(row.owner),
    ...((title || topic) && about && { about }),
    ownerName: directory.shortNameOf(row.owner),
    openedOn: dateInChina(row.opened_at),
    ...(clock && { clockName: CLOCKS[clock].name }),
    ...(lightOn && row.is_open && { lightOn, daysLeft: daysBetween(today, lightOn) }),
    ...(legalOn && row.is_open && { legalOn }),
  };
}

/** 办结超期; 推诿、敷衍、拖延; 2026年11月领导接访. */
function topicOf({ topic }: WorkRow, { name, topics = [], steps }: WorkKind): string {
  if (!topic) return '';
  if (PERIOD.test(topic)) return namedFor(topic, name);
  if (isClockId(topic)) return `${CLOCKS[topic].name}超期`;
  const fields = Object.values(steps).flatMap((step) => step.fields.filter(({ name }) => topics.includes(name)));
  return fields.flatMap(({ options = [] }) => options).find(({ value }) => value === topic)?.label ?? topic;
}

/** A year, a month or a day that a piece of work is for: 2026年度, 2026年11月, 2026年11月20日. */
const PERIOD = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;
function periodSaid(period: string): string {
  const [, year, month, dayOfMonth] = PERIOD.exec(period) ?? [];
  if (!month) return `${year}年度`;
  return `${year}年${Number(month)}月${dayOfMonth ? `${Number(dayOfMonth)}日` : ''}`;
}

/** 2026年11月领导接访, 2025年度考核, 2025年信访情况年度报告: 年度 is said once. */
function namedFor(period: string, name: string): string {
  if (period.length > 4 || !name.includes('年度')) return `${periodSaid(period)}${name}`;
  return name.startsWith('年度') ? `${period}${name}` : `${period}年${name}`;
}

/** Its steps, and in between what a holiday notice moved of its terms. */
export function historyShown(kind: WorkKind, work: Work, actions: readonly CountedWork[], texts: Texts, directory: Directory) {
  const recounts = actions.flatMap((action) => (action.type === 'TermsRecounted' ? [recountShown(action as unknown as TermsRecounted)] : []));
  return [...entriesShown(kind, work, texts, directory), ...recounts]
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at: _, ...line }) => line);
}

const recountShown = ({ at, by, moved }: TermsRecounted) => ({
  at,
  on: dateInChina(at),
  label: RECOUNTED,
  unit: by.unit,
  person: by.person,
  lines: moved.map((term) => ({ label: nameOfMoved(term), text: daysOfMoved(term) })),
});

function entriesShown(kind: WorkKind, { entries }: Work, texts: Texts, directory: Directory) {
  return entries
    .filter(({ values }, nth) => nth === 0 || Object.keys(values).length > 0 || entries[nth - 1]?.step !== entries[nth]?.step)
    .map(({ step, at, by, values }) => ({
      at,
      on: dateInChina(at),
      label: kind.steps[step]?.label ?? step,
      unit: directory.shortNameOf(by.unit),
      person: directory.personOf(by.person),
      lines: (kind.steps[step]?.fields ?? []).flatMap((field) => {
        const value = values[field.name];
        return value === undefined || field.inner ? [] : [{ label: field.label, text: textShown(field, value, texts, directory) }];
      }),
    }));
}

function textShown({ name, options }: WorkField, value: WorkValue, texts: Texts, directory: Directory): string {
  if (isWords(value)) return texts.get(value.id) ?? ERASED;
  if (Array.isArray(value)) return listOfValue(value).map(directory.shortNameOf).join('、');
  if (typeof value === 'boolean') return value ? '是' : '否';
  const text = String(value);
  if (isClockId(text)) return CLOCKS[text].name;
  if (name === 'period' && PERIOD.test(text)) return periodSaid(text);
  return (
    options?.find((option) => option.value === text)?.label ??
    (directory.exists(text) ? directory.shortNameOf(text) : text.replace(/^.*#decision\/|^decision\//, '第 '))
  );
}

export function clocksShown(kind: WorkKind, actions: readonly CountedWork[], law: Law, directory: Directory) {
  return Object.values(workClocks(kind, actions, law)).map((reading) => {
    const told = explain(reading, law);
    return {
      name: told.name,
      holder: directory.shortNameOf(reading.holder),
      standing: told.standing,
      stopped: reading.stoppedOn !== undefined,
      lines: told.lines.map(({ word, text }) => ({ word, text })),
    };
  });
}

/** `decisions`: of the joint conference, found in the records for the measures that need one. */
export function formShown(name: string, step: WorkStep, work: Work, texts: Texts, decisions: NonNullable<WorkField['options']>): FormShown {
  return {
    step: name,
    label: step.label,
    ask: step.ask,
    ...(step.article && { article: step.article }),
    fields: step.fields
      .filter(({ counted }) => !counted)
      .map(({ from, options, ...field }) => {
        const found = from === 'decisions' ? decisions : from === 'openDecisions' ? openDecisions(work, texts) : options;
        return { ...field, kind: from ? 'choice' : field.kind, ...(found && { options: [...found] }) };
      }),
  };
}

/** The step that leads onward, where it is the only one: the usual thing to do. A reminder leaves it where it stands, and a choice between two is a person's. */
export function onwardOf(steps: readonly (readonly [string, WorkStep])[], work: Work): string | undefined {
  const onward = steps.filter(([, { to }]) => to !== work.stage && (typeof to === 'string' || steps.length === 1));
  return onward.length === 1 ? onward[0]![0] : undefined;
}

const openDecisions = (work: Work, texts: Texts) =>
  decisionsOf(work)
    .filter(({ state }) => state === 'open' || state === 'reported')
    .map(({ id, at, dueOn }) => {
      const words = at.values.decision;
      return {
        value: id,
        label: `${id.replace('decision/', '第 ')} 项：${(isWords(words) ? (texts.get(words.id) ?? ERASED) : '').slice(0, 60)}`,
        ...(dueOn && { hint: `${dueOn} 前` }),
      };
    });
