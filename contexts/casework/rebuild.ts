import type { Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import type { Recorded } from '#platform/history.ts';
import { initial } from './domain/matter.ts';
import { matterOf, type CaseworkNeeds } from './handle.ts';
import type { CaseworkDb } from './store.ts';
import { caseworkViews } from './views.ts';

/** The views of casework can be dropped: this gives the rows of one subject anew, from its history alone. */
export const caseworkRebuilder = {
  name: 'casework',
  tables: ['casework.matter', 'casework.box', 'casework.running', 'casework.call_back'],
  /** The writes for one subject; none where it is no matter. */
  rowsOf(needs: CaseworkNeeds, subject: Subject, past: readonly Recorded[]): Query[] {
    if (past[0]?.type !== 'MatterOpened') return [];
    return caseworkViews(needs.db.sql as CaseworkDb, subject, initial, matterOf(needs, past));
  },
};
