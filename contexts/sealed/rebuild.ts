import { replay } from '#kernel/decider.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import type { Recorded } from '#platform/history.ts';
import type { SealedAction } from './domain/actions.ts';
import { sealedDecider } from './domain/decide.ts';
import { initial } from './domain/file.ts';
import { inspectorateDecider, type InspectorateAction } from './domain/inspectorate.ts';
import type { SealedNeeds } from './handle.ts';
import { requestViews, sealedViews, type SealedDb } from './store.ts';

export type SealedRebuildNeeds = Pick<SealedNeeds, 'db' | 'lawOf' | 'calendar'>;

/** The lists of the sealed line, from its own history, in its own role. Its actions hold codes and dates, so no key is needed. */
export const sealedRebuilder = {
  name: 'sealed',
  tables: ['sealed.file', 'sealed.request'],
  rowsOf({ db, lawOf, calendar }: SealedRebuildNeeds, subject: Subject, past: readonly Recorded[]): Query[] {
    const mine = db.sql as SealedDb;
    if (past[0]?.type === 'MatterOpened') {
      const decider = sealedDecider({ lawOf, calendar: calendar() });
      return sealedViews(mine, subject, initial, replay(decider, past as unknown as readonly SealedAction[]));
    }
    if (past[0]?.type !== 'InspectorateMaterialRequested') return [];
    const decider = inspectorateDecider(lawOf, calendar());
    return requestViews(mine, subject, decider.initial, replay(decider, past as unknown as readonly InspectorateAction[]));
  },
};
