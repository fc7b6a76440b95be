import type { Kysely } from 'kysely';
import { findByNo, type CaseworkDb } from '#contexts/casework/index.ts';
import type { PaperCode } from '#contexts/documents/index.ts';
import type { Subject } from '#kernel/subject.ts';
import { regionOf } from '#kernel/subject.ts';
import type { Database } from '#platform/database.ts';
import type { Story } from '../../../data/demo/schema.ts';
import type { Numbers } from './clock.ts';

/**
 * One story while it is replayed: where its arrival, its matters and their
 * papers lie. All of it can be found again by their numbers, so that a replay
 * goes on after it was broken off.
 */
export interface Scene {
  readonly story: Story;
  readonly region: string;
  readonly numbers: Numbers;
  readonly drafts: Map<string, string>; // that are open, by matter and kind of paper
  intake(): Promise<Subject>;
  matter(index: number): Promise<Subject>;
  /** How far the history of a subject is: what whoever acts has seen. */
  seen(subject: Subject): Promise<number>;
  /** The nth paper of this kind; the newest where nothing is said. */
  paper(subject: Subject, code: PaperCode, nth?: number): Promise<PaperRow | undefined>;
}

export interface PaperRow {
  readonly document: number;
  readonly number: string | null;
  readonly ended_on: string | null;
}

/** The rows by which a story is found again. */
interface Found {
  'intake.intake': { region: string; no: string; subject: string };
  'history.head': { region: string; subject: string; n: number };
  'documents.paper': PaperRow & { region: string; subject: string; code: PaperCode };
}

export function openScene(db: Database, story: Story, numbers: Numbers): Scene {
  const region = regionOf(story.receivedBy);
  const sql = db.sql as Kysely<Found>;
  const known = new Map<string, Subject>();
  const remember = async (no: string, find: () => Promise<{ subject: string } | undefined>): Promise<Subject> => {
    const before = known.get(no);
    if (before) return before;
    const row = await find();
    if (!row) throw new Error(`${story.id}: ${no} is not there`);
    const subject = { region, id: row.subject };
    known.set(no, subject);
    return subject;
  };

  return {
    story,
    region,
    numbers,
    drafts: new Map(),
    intake: () =>
      remember(numbers.intake, () =>
        sql.selectFrom('intake.intake').select('subject').where('region', '=', region).where('no', '=', numbers.intake).executeTakeFirst(),
      ),
    matter(index) {
      const no = numbers.matters[ordinaryIndex(story, index)];
      if (no === undefined) throw new Error(`${story.id}: matter ${index} has no number`);
      return remember(no, () => findByNo(db.sql as CaseworkDb, region, no));
    },
    async seen({ region: home, id }) {
      const row = await sql.selectFrom('history.head').select('n').where('region', '=', home).where('subject', '=', id).executeTakeFirst();
      return row?.n ?? 0;
    },
    async paper({ region: home, id }, code, nth) {
      const rows = await sql
        .selectFrom('documents.paper')
        .select(['document', 'number', 'ended_on'])
        .where('region', '=', home)
        .where('subject', '=', id)
        .where('code', '=', code)
        .orderBy('document')
        .execute();
      return rows.at(nth === undefined ? -1 : nth - 1);
    },
  };
}

/** Accusations take no number of a matter. */
export const ordinaryIndex = ({ matters }: Story, index: number): number => matters.slice(0, index).filter(({ kind }) => kind !== 'accusation').length;
