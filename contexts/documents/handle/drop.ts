import type { Subject } from '#kernel/subject.ts';
import type { Step } from '#platform/act.ts';
import type { Recorded } from '#platform/history.ts';
import { deletePapers, type DocumentsDb } from '../store.ts';
import type { DocumentsNeeds } from './needs.ts';

/**
 * A matter that moved to the sealed line takes its drafts and its place in the
 * queues of papers along: their words have lost their key. The register and the
 * public proof stay: a number that was given was given, and says nothing.
 */
export function dropPapers({ db }: Pick<DocumentsNeeds, 'db'>, subject: Subject): Step {
  return {
    subject,
    take(past, doneBefore) {
      const sealed = doneBefore > 0 && isSealed(past.slice(-doneBefore));
      return { stream: 'matter', actions: [], writes: sealed ? deletePapers(db.sql as DocumentsDb, subject) : [] };
    },
  };
}

export const isSealed = (past: readonly Recorded[]) => past.some(({ type }) => type === 'MatterSealed');
