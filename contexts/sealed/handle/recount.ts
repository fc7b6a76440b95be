/**
 * A new year's holidays are published: the terms of the sealed files are counted
 * again (不变量 11), by the sealed process in its own role, in their own history.
 * How many there are is a small number: nothing is logged, and the preview of
 * the calendar page, which the ordinary office shows, does not know them.
 */
import { recountedWith } from '#kernel/clocks/recounted.ts';
import { replay } from '#kernel/decider.ts';
import { recountAll } from '#platform/recount.ts';
import type { SealedAction } from '../domain/actions.ts';
import { sealedDecider } from '../domain/decide.ts';
import type { ActNeeds } from '#platform/act.ts';
import type { SealedNeeds } from '../handle.ts';
import { findRunning, sealedViews, type SealedDb } from '../store.ts';
import { tellDates } from './told.ts';

/** A second time it finds nothing that moves and writes nothing, so no mark is kept of it. @returns how many files moved */
export async function recountSealed(needs: ActNeeds & Pick<SealedNeeds, 'lawOf'>): Promise<number> {
  const db = needs.db.sql as SealedDb;
  const decider = sealedDecider({ lawOf: needs.lawOf, calendar: needs.calendar() });
  return recountAll(needs, await findRunning(db), (subject, past, at) => {
    const before = replay(decider, past as unknown as readonly SealedAction[]);
    const actions = recountedWith(before.clocks, needs.calendar(), needs.lawOf(before.opening!.pack), at);
    const after = actions.reduce(decider.evolve, before);
    const told = tellDates(needs.db.sql, subject, before, after, { n: past.length + actions.length, at });
    return { stream: 'sealed', actions, writes: [...sealedViews(db, subject, before, after), ...told] };
  });
}
