import type { Subject } from '#kernel/subject.ts';
import type { Step } from '#platform/act.ts';
import type { Recorded } from '#platform/history.ts';
import { deletePapers, paperViews, type DocumentsDb } from '../store.ts';
import type { DocumentsNeeds } from './needs.ts';
import { papersOf } from './step.ts';

/**
 * What acts on a matter do to its papers, beside the steps of documents: an
 * opinion that is revoked says so wherever somebody checks it, a notice that was
 * posted long enough waits for no proof of delivery. A matter that moved to the
 * sealed line takes its drafts and its place in the queues of papers along:
 * their words have lost their key. The register and the public proof stay: a
 * number that was given was given, and says nothing.
 */
export function followPapers({ db }: Pick<DocumentsNeeds, 'db'>, subject: Subject): Step {
  return {
    subject,
    take(past, doneBefore) {
      const nothing = { stream: 'matter', actions: [] };
      if (doneBefore === 0) return nothing;
      const fresh = past.slice(-doneBefore);
      if (isSealed(fresh)) return { ...nothing, writes: deletePapers(db.sql as DocumentsDb, subject) };
      if (!fresh.some(changesPapers)) return nothing;
      return { ...nothing, writes: paperViews(db.sql as DocumentsDb, subject, papersOf(past.slice(0, -doneBefore)), papersOf(past)) };
    },
  };
}

/** Actions of other contexts that `evolve` of a paper knows. A paper that came back has a step of its own. */
const CHANGING: ReadonlySet<string> = new Set(['OpinionRevoked', 'MatterRemanded', 'DeemedDelivered']);
const changesPapers = (action: Recorded) => CHANGING.has(action.type) || (action.type === 'DeliveryFailed' && 'unproven' in action);

export const isSealed = (past: readonly Recorded[]) => past.some(({ type }) => type === 'MatterSealed');
