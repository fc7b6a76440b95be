import type { Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import type { Recorded } from '#platform/history.ts';
import { initial } from './domain/intake.ts';
import { intakeOf, type IntakeNeeds } from './handle.ts';
import { intakeViews, type IntakeDb } from './store.ts';

/** The list of what came, from history alone. Codes, numbers from elsewhere and marks of recognition are no views: no action holds them. */
export const intakeRebuilder = {
  name: 'intake',
  tables: ['intake.intake'],
  rowsOf(needs: IntakeNeeds, subject: Subject, past: readonly Recorded[]): Query[] {
    if (past[0]?.type !== 'IntakeReceived') return [];
    return intakeViews(needs.db.sql as IntakeDb, subject, initial, intakeOf(needs, past));
  },
};
