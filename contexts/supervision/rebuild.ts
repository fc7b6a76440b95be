/** The queue of complaints, and what came for each call, from history alone. */
import type { Subject } from '#kernel/subject.ts';
import type { Database, Query } from '#platform/database.ts';
import type { Recorded } from '#platform/history.ts';
import { insertRows } from '#platform/rows.ts';
import type { Lived } from '#platform/views-rebuild.ts';
import { suggestionsOf } from './calls.ts';
import { viewOf, type CountedAction, type SupervisionNeeds } from './handle.ts';
import type { SupervisionDb } from './store.ts';

export const complaintRebuilder = {
  name: 'complaints',
  tables: ['supervision.complaint', 'supervision.complaint_of_matter'],
  rowsOf: (needs: Pick<SupervisionNeeds, 'db' | 'lawOf'>, subject: Subject, past: readonly Recorded[]): Query[] =>
    past[0]?.type === 'ConductComplaintReceived' ? viewOf(needs, subject, past as unknown as readonly CountedAction[]) : [],
};

/** A suggestion stands in the acts of two subjects, the intake and the matter that it became: those few are read once more. */
export const suggestionRebuilder = {
  name: 'suggestions',
  tables: ['supervision.call_suggestion'],
  followers: ['calls'],
  async rowsOfMany({ db }: { readonly db: Database }, lived: readonly Lived[]): Promise<Query[]> {
    const suggested = lived.filter(({ past }) => past[0]?.type === 'IntakeReceived' && past.some((action) => 'call' in action));
    const byRegion = Map.groupBy(suggested, ({ subject }) => subject.region);
    const rows = [...byRegion].map(([region, those]) =>
      suggestionsOf(
        db,
        region,
        those.map(({ subject }) => subject.id),
      ),
    );
    return [insertRows(db.sql as SupervisionDb, 'supervision.call_suggestion', (await Promise.all(rows)).flat())];
  },
};
