import { isRecounted, movedTerms, SYSTEM } from '#contexts/casework/index.ts';
import { recalculate } from '#kernel/clocks/engine.ts';
import type { Subject } from '#kernel/subject.ts';
import { act, type Step } from '#platform/act.ts';
import type { IntakeAction } from './domain/intake.ts';
import { intakeClocks } from './domain/clocks.ts';
import { intakeOf, type IntakeNeeds } from './handle.ts';
import { findWaitingIds, intakeViews, type IntakeDb } from './store.ts';

/** Intakes that wait when a new year's holidays are published: their terms are counted again, as those of matters are (不变量 11). Before these: what marks the region as done is the count of its matters. */
export async function recountIntakes(needs: IntakeNeeds, region: string): Promise<number> {
  if (await isRecounted(needs, region)) return 0;
  let moved = 0;
  for (const id of await findWaitingIds(needs.db.sql as IntakeDb, region)) {
    const subject = { region, id };
    moved += (await act(needs, [recountStep(needs, subject)])).length;
  }
  return moved;
}

function recountStep(needs: IntakeNeeds, subject: Subject): Step {
  const at = needs.now(); // here, not inside: an act may not be later than the moment in which it is recorded
  return {
    subject,
    take(past) {
      const before = intakeOf(needs, past);
      const law = needs.lawOf(before.received!.pack);
      const moved = movedTerms(before.clocks, recalculate(before.clocks, needs.calendar(), law));
      if (moved.length === 0) return { stream: 'intake', actions: [] };
      const action: IntakeAction = { type: 'TermsRecounted', moved, by: { person: SYSTEM, unit: SYSTEM }, at };
      const after = { ...before, clocks: intakeClocks(before.clocks, before, action, law, needs.calendar()) };
      return { stream: 'intake', actions: [action], writes: intakeViews(needs.db.sql as IntakeDb, subject, before, after) };
    },
  };
}
