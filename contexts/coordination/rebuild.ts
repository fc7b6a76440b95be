/** The view of work can be dropped: this gives the rows of one subject anew, from its history alone. */
import type { Subject } from '#kernel/subject.ts';
import type { CountedWork } from '#kernel/work/clocks.ts';
import type { Query } from '#platform/database.ts';
import type { Recorded } from '#platform/history.ts';
import { changes } from '#platform/views.ts';
import { STREAM } from './handle/told.ts';
import type { WorkNeeds } from './handle/needs.ts';
import { KEY, workRows, type CoordinationDb } from './store.ts';

export const workRebuilder = {
  name: 'coordination',
  tables: ['coordination.work'],
  rowsOf({ db, workKinds, lawOf }: WorkNeeds, subject: Subject, past: readonly Recorded[]): Query[] {
    const actions = past.filter(({ stream }) => stream === STREAM) as unknown as readonly CountedWork[];
    if (actions.length === 0) return [];
    return changes(db.sql as CoordinationDb, 'coordination.work', KEY, [], workRows(workKinds, subject, actions, lawOf));
  },
};
