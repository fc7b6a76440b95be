import { isRecounted } from '#contexts/casework/index.ts';
import { recountedWith } from '#kernel/clocks/recounted.ts';
import type { Readings } from '#kernel/clocks/reading.ts';
import { loadHistories, toAction } from '#platform/history.ts';
import { recountAll } from '#platform/recount.ts';
import { intakeClocks } from './domain/clocks.ts';
import { intakeOf, type IntakeNeeds } from './handle.ts';
import { findWaitingIds, intakeViews, type IntakeDb } from './store.ts';

/** Intakes that wait when a new year's holidays are published: their terms are counted again, as those of matters are (不变量 11). Before these: what marks the region as done is the count of its matters. */
export async function recountIntakes(needs: IntakeNeeds, region: string): Promise<number> {
  if (await isRecounted(needs, region)) return 0;
  const waiting = (await findWaitingIds(needs.db.sql as IntakeDb, region)).map((id) => ({ region, id }));
  return recountAll(needs, waiting, (subject, past, at) => {
    const before = intakeOf(needs, past);
    const law = needs.lawOf(before.received!.pack);
    const actions = recountedWith(before.clocks, needs.calendar(), law, at);
    const writes = actions.flatMap((action) => {
      const after = { ...before, clocks: intakeClocks(before.clocks, before, action, law, needs.calendar()) };
      return intakeViews(needs.db.sql as IntakeDb, subject, before, after);
    });
    return { stream: 'intake', actions, writes };
  });
}

/** What runs of arrivals that wait in a region, for whoever looks ahead at what a notice would move. */
export async function runningIntakes(needs: IntakeNeeds, region: string, most: number): Promise<{ readonly clocks: Readings; readonly pack: string }[]> {
  const waiting = (await findWaitingIds(needs.db.sql as IntakeDb, region)).slice(0, most);
  if (waiting.length === 0) return [];
  const subjects = waiting.map((id) => ({ region, id }));
  const rows = await loadHistories(needs.db.sql, subjects).execute();
  return [...Map.groupBy(rows, ({ subject }) => subject).values()].map((acts) => {
    const { clocks, received } = intakeOf(needs, acts.map(toAction));
    return { clocks, pack: received!.pack };
  });
}
