import type { FastifyInstance } from 'fastify';
import { findMatters, type CaseworkDb } from '#contexts/casework/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import { serve } from '#platform/http.ts';
import { readWords } from '#platform/words.ts';
import { listPaperQueue } from './contract.ts';
import { CATALOGUE, PAPER_CODES } from './domain/catalogue.ts';
import { PAPER_PERMISSIONS, signersOf } from './domain/permissions.ts';
import { loadPastOf } from './handle/home.ts';
import { organFor } from './handle/needs.ts';
import type { DocumentsRouteNeeds } from './routes.ts';
import { findDraftsOf, findUnderWay, type DocumentsDb } from './store.ts';

/** 文书台: what a unit has still to do with its papers, over all its matters. Titles only: opening a matter leaves its trace, this list does not. */
const MOST = 300;

/** Those whose way ends in the petitioner's hand, and letters that stand alone: only they wait to be sent. A letter between offices about a matter goes with its file. */
const SENT = PAPER_CODES.filter((code) => CATALOGUE[code].effects.dispatched || CATALOGUE[code].effects.goesWith);

export function queueRoutes(app: FastifyInstance, needs: DocumentsRouteNeeds): void {
  const db = needs.db.sql as DocumentsDb;

  serve(app, listPaperQueue, async ({ actor }) => {
    const allowed: readonly string[] = PAPER_PERMISSIONS.read;
    if (!actor.roles.some((role) => allowed.includes(role))) throw new Refusal('NotAllowed', '文书由本单位承办、负责、用印的人员办理。');
    const regions = needs.regions();
    const [drafts, papers] = await Promise.all([
      findDraftsOf(db, regions, actor.unit, MOST + 1),
      findUnderWay(db, regions, organFor(needs, actor.unit), SENT, MOST + 1),
    ]);
    const subjects = [...drafts, ...papers].map(({ region, subject }) => ({ region, id: subject }));
    const matters = await findMatters(needs.db.sql as CaseworkDb, subjects);
    const texts = await readWords(
      needs.db.sql,
      needs.keys,
      matters.map(({ region, title }) => ({ region, id: title })),
    );
    const known = new Map(matters.map((row) => [row.subject, row]));
    const besides = await titlesBeside(
      needs,
      subjects.filter(({ id }) => !known.has(id)),
    );
    const about = ({ region, subject }: { region: string; subject: string }) => {
      const row = known.get(subject);
      const beside = besides.get(subject);
      if (beside) return { region, matter: subject, matterNo: '', title: beside, beside: true as const };
      return { region, matter: subject, matterNo: row?.no ?? '', title: (row && texts.get(row.title)) ?? '（内容已依法删除）' };
    };

    return {
      today: dateInChina(needs.now()),
      more: drafts.length > MOST || papers.length > MOST,
      drafts: drafts.slice(0, MOST).map((row) => ({
        ...about(row),
        draft: row.id,
        code: row.code,
        name: CATALOGUE[row.code].name,
        savedAt: row.saved_at.toISOString(),
        savedBy: needs.personOf(row.saved_by),
        forHead: !signersOf(row.code).includes('unitClerk'),
      })),
      papers: papers.slice(0, MOST).map((row) => ({
        ...about(row),
        no: row.document,
        code: row.code,
        name: CATALOGUE[row.code].name,
        number: row.number,
        stage: row.stage as 'sealed',
        issuedOn: row.issued_on,
        method: row.method,
        dispatchedOn: row.dispatched_on,
        endedOn: row.ended_on,
      })),
    };
  });
}

/** What the other papers of a unit belong to, by name. */
async function titlesBeside(needs: DocumentsRouteNeeds, subjects: readonly Subject[]): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    [...new Map(subjects.map((subject) => [subject.id, subject])).values()].map(async (subject) => {
      const beside = await needs.besideOf?.(subject, await loadPastOf(needs, subject));
      return beside && ([subject.id, beside.title] as const);
    }),
  );
  return new Map(found.filter((one) => one !== undefined));
}
