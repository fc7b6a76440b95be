/** The only way anything happens to a piece of work, and how it is loaded. */
import { dateInChina } from '#kernel/dates.ts';
import { replay } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Role } from '#kernel/roles.ts';
import type { Subject } from '#kernel/subject.ts';
import { workDecider } from '#kernel/work/decide.ts';
import type { CountedWork } from '#kernel/work/clocks.ts';
import { textOfValue, type Work, type WorkValues } from '#kernel/work/kind.ts';
import { act, type Circumstances, type DoneAll } from '#platform/act.ts';
import type { Query } from '#platform/database.ts';
import { loadHistory, toAction } from '#platform/history.ts';
import { changes } from '#platform/views.ts';
import type { Note } from '#platform/words.ts';
import { KEY, workRows, type CoordinationDb } from '../store.ts';
import { placesIn, type WorkNeeds } from './needs.ts';

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
}

export const STREAM = 'work';

export async function handleWork(needs: WorkNeeds, subject: Subject, asked: WorkAskedFor, circumstances: Circumstances = {}): Promise<DoneAll> {
  const { db, workKinds, lawOf } = needs;
  const decider = workDecider(workKinds);
  const at = asked.at ?? needs.now();
  const referred = await findReferred(needs, asked);
  const { person, unit, roles } = asked.by;
  const command = {
    kind: asked.kind,
    step: asked.step,
    values: asked.values,
    lengths: asked.lengths ?? {},
    roles,
    pack: needs.packFor(subject.region, dateInChina(at)),
    ...(asked.owner && { owner: asked.owner }),
    places: placesIn(needs.directory.current()),
    referred,
    by: { person, unit },
    at,
  };
  return act(
    needs,
    [
      {
        subject,
        take(past) {
          const before = past as unknown as readonly CountedWork[];
          const work = replay(decider, before);
          if (before.length > 0 && !workKinds[work.kind]) throw notHere();
          const actions = decider.decide(command, work);
          if (actions.length === 0) return { stream: STREAM, actions };
          const after = [...before, ...actions.map((action) => ({ ...action, calendar: needs.calendar() }))];
          const rows = [before, after].map((list) => workRows(workKinds, subject, list, lawOf));
          const views = changes(db.sql as CoordinationDb, 'coordination.work', KEY, rows[0]!, rows[1]!);
          return { stream: STREAM, actions, notes: asked.notes ?? [], writes: [...views, ...(asked.also ?? [])] };
        },
      },
    ],
    circumstances,
  );
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
async function findReferred(needs: WorkNeeds, { kind, step, values }: WorkAskedFor): Promise<Work | undefined> {
  const field = needs.workKinds[kind]?.steps[step]?.fields.find(({ from }) => from === 'decisions');
  const [, region, id] = /^([a-z0-9-]+)\/([0-9a-f-]{36})#/.exec(textOfValue(field && values[field.name])) ?? [];
  if (!region || !id) return undefined;
  return (await loadWork(needs, { region, id }).catch(() => undefined))?.work;
}

/** Whoever may not know hears the same as whoever is wrong. */
export const notHere = () => new Refusal('NotFound', '没有这项工作，或者不由您所在的单位办。');

/** The timetable itself acts. */
export const asSystem = { person: '系统', unit: '系统', roles: 'system' } as const;
