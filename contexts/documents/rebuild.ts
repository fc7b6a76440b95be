import type { Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import type { Recorded } from '#platform/history.ts';
import { none } from './domain/paper.ts';
import type { DocumentsNeeds } from './handle/needs.ts';
import { isSealed } from './handle/follow.ts';
import { papersOf } from './handle/step.ts';
import { deletePapers, paperViews, type DocumentsDb } from './store.ts';

/** The lists of papers can be dropped: this gives the rows of one subject anew, from its history alone. Series and drafts are no views. */
export const documentsRebuilder = {
  name: 'documents',
  tables: ['documents.paper', 'documents.verification', 'documents.register'],
  rowsOf: ({ db }: Pick<DocumentsNeeds, 'db'>, subject: Subject, past: readonly Recorded[]): Query[] => [
    ...paperViews(db.sql as DocumentsDb, subject, none, papersOf(past)),
    ...(isSealed(past) ? deletePapers(db.sql as DocumentsDb, subject) : []),
  ],
};
