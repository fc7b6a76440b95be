import { loadMatter, type LoadedMatter } from '#contexts/casework/index.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Step } from '#platform/act.ts';
import type { Actor } from '#platform/actor.ts';
import { loadHistory, toAction, type Recorded } from '#platform/history.ts';
import type { Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';
import { papersOf } from './step.ts';
import type { DocumentsNeeds } from './needs.ts';

/**
 * Where a paper belongs: a matter, or something beside matters that has papers
 * of its own (a supervision order, a meeting, the report of a year). Numbers,
 * bytes, hash, key and delivery are the same for both; a matter gives a paper
 * its legal effect through casework, anything else through its own step.
 */
export interface Home {
  readonly subject: Subject;
  readonly past: readonly Recorded[];
  readonly matter?: LoadedMatter;
  readonly beside?: Beside;
}

/** What the papers of something that is no matter ask of it. */
export interface Beside {
  readonly title: string;
  readonly isOpenTo: (actor: Actor) => boolean;
  readonly offers: (actor: Actor) => readonly PaperCode[]; // that this person may write now
  readonly known: (code: PaperCode, actor: Actor) => Promise<Values>; // what it knows of the blanks
  readonly carried: (code: PaperCode, values: Values, actor: Actor) => Step | undefined; // taken in the act of signing
}

/** Another context says what a subject is that is no matter; undefined where it is nothing of its own. */
export type BesideOf = (subject: Subject, past: readonly Recorded[]) => Promise<Beside | undefined>;

/** The recorded past of whatever has papers. @throws Refusal NotFound */
export async function loadPastOf({ db }: Pick<DocumentsNeeds, 'db'>, subject: Subject): Promise<readonly Recorded[]> {
  const rows = await loadHistory(db.sql, [subject]).execute();
  if (rows.length === 0) throw notHere();
  return rows.map(toAction);
}

/** @throws Refusal NotFound where there is neither a matter nor other work with papers */
export async function loadHome(needs: DocumentsNeeds, subject: Subject): Promise<Home> {
  const past = await loadPastOf(needs, subject);
  if (past[0]?.type === 'MatterOpened') {
    const matter = await loadMatter(needs, subject);
    return { subject, past: matter.past, matter };
  }
  const beside = await needs.besideOf?.(subject, past);
  if (!beside) throw notHere();
  return { subject, past, beside };
}

/** As it is printed: the matter itself, or that which other work is about. */
export function matterNoOf(past: readonly Recorded[]): string | undefined {
  const told = past as unknown as readonly { readonly type: string; readonly no?: unknown; readonly values?: Readonly<Record<string, unknown>> }[];
  const no = told[0]?.type === 'MatterOpened' ? told[0].no : told.findLast(({ values }) => values?.['matter'])?.values?.['matter'];
  return typeof no === 'string' ? no : undefined;
}

export const papersAt = ({ past }: Home) => papersOf(past);

const notHere = () => new Refusal('NotFound', '没有这件信访事项或者这项工作，或者不在本单位经手的范围内。请核对编号。');
