/** Work beside matters when a new year's holidays are published: what runs is counted again, and it says so itself (不变量 11). */
import { isRecounted } from '#contexts/casework/index.ts';
import { recountedWith } from '#kernel/clocks/recounted.ts';
import type { Readings } from '#kernel/clocks/reading.ts';
import { workClocks, type CountedWork } from '#kernel/work/clocks.ts';
import { loadHistories, toAction, type Recorded } from '#platform/history.ts';
import { recountAll } from '#platform/recount.ts';
import { changes } from '#platform/views.ts';
import type { WorkNeeds } from './handle/needs.ts';
import { ofWork, STREAM, workOf } from './handle/told.ts';
import { findOpen, KEY, workRows, type CoordinationDb } from './store.ts';

/** Before the matters of the region: what marks it as done is their count. @returns how many pieces of work moved */
export async function recountWork(needs: WorkNeeds, region: string): Promise<number> {
  if (await isRecounted(needs, region)) return 0;
  const db = needs.db.sql as CoordinationDb;
  return recountAll(needs, await findOpen(db, region), (subject, past, at) => {
    const before = ofWork(past);
    const actions = recountedWith(clocksOf(needs, past).clocks, needs.calendar(), needs.lawOf(workOf(past).pack), at);
    if (actions.length === 0) return { stream: STREAM, actions };
    const after = [...before, ...actions.map((action) => ({ ...action, calendar: needs.calendar() }))] as unknown as readonly CountedWork[];
    const [was, is] = [before, after].map((list) => workRows(needs.workKinds, subject, list, needs.lawOf));
    return { stream: STREAM, actions, writes: changes(db, 'coordination.work', KEY, was!, is!) };
  });
}

/** What runs beside the matters of a region, for whoever looks ahead at what a notice would move. */
export async function runningWork(needs: Pick<WorkNeeds, 'db' | 'lawOf' | 'workKinds'>, region: string, most: number): Promise<RunningBeside[]> {
  const open = (await findOpen(needs.db.sql as CoordinationDb, region)).slice(0, most);
  if (open.length === 0) return [];
  const rows = await loadHistories(needs.db.sql, open).execute();
  return [...Map.groupBy(rows, ({ subject }) => subject).values()].map((acts) => clocksOf(needs, acts.map(toAction)));
}

interface RunningBeside {
  readonly clocks: Readings;
  readonly pack: string;
}

function clocksOf({ workKinds, lawOf }: Pick<WorkNeeds, 'lawOf' | 'workKinds'>, past: readonly Recorded[]): RunningBeside {
  const { kind, pack } = workOf(past);
  const known = workKinds[kind];
  return { pack, clocks: known ? workClocks(known, ofWork(past), lawOf(pack)) : {} };
}
