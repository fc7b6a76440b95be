/** Complaints that are not answered when a new year's holidays are published: their term is counted again (不变量 11). */
import { isRecounted } from '#contexts/casework/index.ts';
import { recountedWith } from '#kernel/clocks/recounted.ts';
import type { Readings } from '#kernel/clocks/reading.ts';
import { loadHistories, toAction, type Recorded } from '#platform/history.ts';
import { recountAll } from '#platform/recount.ts';
import { complaintClocks } from './domain/clocks.ts';
import { viewOf, type CountedAction, type SupervisionNeeds } from './handle.ts';
import { findUnanswered, type SupervisionDb } from './store.ts';

/** Before the matters of the region: what marks it as done is their count. @returns how many complaints moved */
export async function recountComplaints(needs: SupervisionNeeds, region: string): Promise<number> {
  if (await isRecounted(needs, region)) return 0;
  return recountAll(needs, await findUnanswered(needs.db.sql as SupervisionDb, region), (subject, past, at) => {
    const { clocks, pack } = clocksOf(needs, past);
    const actions = recountedWith(clocks, needs.calendar(), needs.lawOf(pack), at);
    const after = [...past, ...actions.map((action) => ({ ...action, calendar: needs.calendar() }))] as unknown as readonly CountedAction[];
    return { stream: 'complaint', actions, writes: actions.length > 0 ? viewOf(needs, subject, after) : [] };
  });
}

/** What runs of complaints in a region, for whoever looks ahead at what a notice would move. */
export async function runningComplaints(needs: Pick<SupervisionNeeds, 'db' | 'lawOf'>, region: string, most: number): Promise<RunningBeside[]> {
  const open = (await findUnanswered(needs.db.sql as SupervisionDb, region)).slice(0, most);
  if (open.length === 0) return [];
  const rows = await loadHistories(needs.db.sql, open).execute();
  return [...Map.groupBy(rows, ({ subject }) => subject).values()].map((acts) => clocksOf(needs, acts.map(toAction)));
}

interface RunningBeside {
  readonly clocks: Readings;
  readonly pack: string;
}

function clocksOf({ lawOf }: Pick<SupervisionNeeds, 'lawOf'>, past: readonly Recorded[]): RunningBeside {
  const actions = past as unknown as readonly CountedAction[];
  const { pack } = actions.find((action) => action.type === 'ConductComplaintReceived')!;
  return { pack, clocks: complaintClocks(actions, lawOf(pack)) };
}
