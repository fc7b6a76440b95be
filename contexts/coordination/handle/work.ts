/** The only way anything happens to a piece of work, and how it is loaded. A step whose paper is complete numbers it in the same act. */
import { dateInChina } from '#kernel/dates.ts';
import { replay } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Role } from '#kernel/roles.ts';
import type { Subject } from '#kernel/subject.ts';
import { workDecider } from '#kernel/work/decide.ts';
import type { CountedWork } from '#kernel/work/clocks.ts';
import { textOfValue, type Work, type WorkValues } from '#kernel/work/kind.ts';
import { act, type Circumstances, type DoneAll, type Step } from '#platform/act.ts';
import type { Query } from '#platform/database.ts';
import { loadHistory, toAction } from '#platform/history.ts';
import { changes } from '#platform/views.ts';
import type { Note } from '#platform/words.ts';
import { KEY, workRows, type CoordinationDb } from '../store.ts';
import { countedFor } from './counted.ts';
import { placesIn, type WorkNeeds } from './needs.ts';
import { paperWith } from './paper-with.ts';
import { ofWork, STREAM } from './told.ts';

export interface WorkAskedFor {
  readonly kind: string;
  readonly step: string;
  readonly values: WorkValues;
  readonly notes?: readonly Note[];
  readonly lengths?: Readonly<Record<string, number>>;
  readonly by: { readonly person: string; readonly unit: string; readonly roles: readonly Role[] | 'system' };
  readonly owner?: string;
  readonly at?: Date;
  readonly also?: readonly Query[]; // what the bearer writes in the same transaction
  readonly paper?: boolean; // the paper of this step is numbered in the same act
}

export async function handleWork(needs: WorkNeeds, subject: Subject, request: WorkAskedFor, circumstances: Circumstances = {}): Promise<DoneAll> {
  const at = request.at ?? needs.now();
  const counted = await countedFor(needs, subject, request.kind, request.step);
  const asked = { ...request, values: { ...request.values, ...counted } };
  const referred = await findReferred(needs, asked);
  const withPaper = workStep(needs, subject, { ...asked, at, paper: true }, referred);
  const paper = await paperWith(needs, subject, { ...asked, at }, withPaper);
  if (!paper) return act(needs, [workStep(needs, subject, { ...asked, at }, referred)], circumstances);
  return act(needs, (rows) => [withPaper, ...paper.steps(rows)], { ...circumstances, first: paper.first });
}

/** Work's part of an act: decided by the table of its kind, with its rows. */
export function workStep(needs: WorkNeeds, subject: Subject, asked: WorkAskedFor & { readonly at: Date }, referred?: Work): Step {
  const { db, workKinds, lawOf } = needs;
  const decider = workDecider(workKinds);
  const { person, unit, roles } = asked.by;
  const command = {
    kind: asked.kind,
    step: asked.step,
    values: asked.values,
    lengths: asked.lengths ?? {},
    roles,
    pack: needs.packFor(subject.region, dateInChina(asked.at)),
    ...(asked.owner && { owner: asked.owner }),
    paper: asked.paper ?? false,
    places: placesIn(needs.directory.current()),
    referred,
    by: { person, unit },
    at: asked.at,
  };
  return {
    subject,
    take(past) {
      const before = ofWork(past);
      const work = replay(decider, before);
      if (before.length > 0 && !workKinds[work.kind]) throw notHere();
      const actions = decider.decide(command, work);
      if (actions.length === 0) return { stream: STREAM, actions };
      const after = [...before, ...actions.map((action) => ({ ...action, calendar: needs.calendar() }))];
      const rows = [before, after].map((list) => workRows(workKinds, subject, list, lawOf));
      const views = changes(db.sql as CoordinationDb, 'coordination.work', KEY, rows[0]!, rows[1]!);
      return { stream: STREAM, actions, notes: asked.notes ?? [], writes: [...views, ...(asked.also ?? [])] };
    },
  };
}

export interface LoadedWork {
  readonly work: Work;
  readonly actions: readonly CountedWork[];
  readonly n: number;
}

export async function loadWork({ db, workKinds }: Pick<WorkNeeds, 'db' | 'workKinds'>, subject: Subject): Promise<LoadedWork> {
  const rows = await loadHistory(db.sql, [subject]).execute();
  const actions = rows.filter(({ stream }) => stream === STREAM).map((row) => toAction(row) as unknown as CountedWork);
  const work = replay(workDecider(workKinds), actions);
  if (!workKinds[work.kind]) throw notHere();
  return { work, actions, n: rows.at(-1)?.n ?? 0 };
}

/** 'qinghe/<id>#decision/2' → that meeting. */
export async function findReferred(needs: WorkNeeds, { kind, step, values }: Pick<WorkAskedFor, 'kind' | 'step' | 'values'>): Promise<Work | undefined> {
  const field = needs.workKinds[kind]?.steps[step]?.fields.find(({ from }) => from === 'decisions');
  const [, region, id] = /^([a-z0-9-]+)\/([0-9a-f-]{36})#/.exec(textOfValue(field && values[field.name])) ?? [];
  if (!region || !id) return undefined;
  return (await loadWork(needs, { region, id }).catch(() => undefined))?.work;
}

/** Whoever may not know hears the same as whoever is wrong. */
export const notHere = () => new Refusal('NotFound', '没有这项工作，或者不由您所在的单位办。');

/** The timetable itself acts. */
export const asSystem = { person: '系统', unit: '系统', roles: 'system' } as const;
