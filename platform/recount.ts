/** Many subjects of one kind are counted again with a new calendar: a page of them is one act, two round trips. */
import type { Subject } from '#kernel/subject.ts';
import { act, type ActNeeds, type Taken } from './act.ts';
import type { Recorded } from './history.ts';

const PAGE = 100; // nobody waits long for the subjects that are locked meanwhile

/** What a subject records on it, decided on its whole past; no actions where none of its days moves. */
export type Recount = (subject: Subject, past: readonly Recorded[], at: Date) => Taken;

/** @returns how many moved */
export async function recountAll(needs: ActNeeds, subjects: readonly Subject[], recount: Recount): Promise<number> {
  let moved = 0;
  for (let from = 0; from < subjects.length; from += PAGE) {
    const at = needs.now(); // before the act: it may not be later than the moment in which it is recorded
    const steps = subjects.slice(from, from + PAGE).map((subject) => ({ subject, take: (past: readonly Recorded[]) => recount(subject, past, at) }));
    moved += (await act(needs, steps)).length;
  }
  return moved;
}
