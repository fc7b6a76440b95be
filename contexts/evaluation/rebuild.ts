import type { CaseworkNeeds } from '#contexts/casework/index.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import type { Recorded } from '#platform/history.ts';
import { initial } from './domain/evaluation.ts';
import { evaluationOf, noOf } from './handle.ts';
import { evaluationViews, type EvaluationDb } from './store.ts';

/** The views of evaluation from history alone: what was rated, and who waits for a call. */
export const evaluationRebuilder = {
  name: 'evaluation',
  tables: ['evaluation.rating', 'evaluation.members', 'evaluation.call'],
  rowsOf(needs: CaseworkNeeds, subject: Subject, past: readonly Recorded[]): Query[] {
    if (past[0]?.type !== 'MatterOpened') return [];
    return evaluationViews(needs.db.sql as EvaluationDb, subject, noOf(past), initial, evaluationOf(past));
  },
};
