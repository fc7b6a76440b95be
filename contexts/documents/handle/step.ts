import { replay } from '#kernel/decider.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Step } from '#platform/act.ts';
import type { Query } from '#platform/database.ts';
import type { Recorded } from '#platform/history.ts';
import type { Note } from '#platform/words.ts';
import type { PaperAction } from '../domain/actions.ts';
import { paperDecider, type PaperCommand } from '../domain/decide.ts';
import type { Papers } from '../domain/paper.ts';
import { paperViews, type DocumentsDb } from '../store.ts';
import type { DocumentsNeeds } from './needs.ts';

/** The papers of a subject, from its recorded past. */
export const papersOf = (past: readonly Recorded[]): Papers => replay(paperDecider, past as unknown as readonly PaperAction[]);

/** Documents' part of an act: decided on the whole past, written to the stream of the paper, with its rows. */
export function paperStep(
  { db }: Pick<DocumentsNeeds, 'db'>,
  subject: Subject,
  command: PaperCommand | ((papers: Papers) => PaperCommand),
  { notes = [], writes = [] }: { readonly notes?: readonly Note[]; readonly writes?: readonly Query[] } = {},
): Step {
  return {
    subject,
    take(past) {
      const before = papersOf(past);
      const actions = paperDecider.decide(command instanceof Function ? command(before) : command, before);
      const after = actions.reduce(paperDecider.evolve, before);
      const { document } = actions[0]!;
      return { stream: document, actions, notes, writes: [...paperViews(db.sql as DocumentsDb, subject, before, after), ...writes] };
    },
  };
}
