import { createHash } from 'node:crypto';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import { act } from '#platform/act.ts';
import { keepFile, readFile } from '#platform/blobs-seal.ts';
import { wholeOf } from '#platform/blobs.ts';
import type { Recorded } from '#platform/history.ts';
import { readWords, takeNote } from '#platform/words.ts';
import { CATALOGUE } from '../domain/catalogue.ts';
import { getPaper } from '../domain/decide.ts';
import type { Values } from '../domain/field.ts';
import { documentOf, type Paper } from '../domain/paper.ts';
import { sheetOf } from '../render/sheet.ts';
import { findUnsealed, type DocumentsDb } from '../store.ts';
import { loadPastOf, matterNoOf } from './home.ts';
import type { DocumentsNeeds } from './needs.ts';
import { papersOf, paperStep } from './step.ts';
import { wordsOf } from './words.ts';

const LARGEST = 50 * 1024 * 1024;
const SYSTEM = { person: '系统', unit: '系统' };

/**
 * 成文: makes the bytes of a paper that has its number, once, and records their
 * hash. It may be asked for again after a crash: what was made and not recorded
 * is made anew, and who comes second finds the paper sealed and leaves it so.
 */
export async function renderPaper(needs: DocumentsNeeds, subject: Subject, no: number): Promise<boolean> {
  const past = await loadPastOf(needs, subject);
  const paper = getPaper(papersOf(past), documentOf(no));
  if (paper.stage !== 'numbered') return false;
  const values = await contentOf(needs, subject, paper);
  const facts = { ...factsOf(needs, paper, past), own: await wordsOf(needs, paper) };
  const { pdf, pages } = needs.typesetter().typeset(paper.code, sheetOf(paper.code, values, facts));
  const kept = await keepFile(needs.blobs, pdf, LARGEST);
  const file = takeNote(JSON.stringify({ blob: kept.blob, key: kept.key.toString('base64') }));
  const hash = createHash('sha256').update(pdf).digest('hex');
  const seal = { type: 'seal', document: paper.document, file: file.words, hash, bytes: pdf.length, pages, by: SYSTEM, at: needs.now() } as const;
  try {
    await act(needs, [paperStep(needs, subject, seal, { notes: [file] })]);
    return true;
  } catch (error) {
    await needs.blobs.delete(kept.blob);
    if (error instanceof Refusal && error.code === 'WrongStage') return false;
    throw error;
  }
}

/**
 * What a crash between number and bytes has left, of one region. Gives how many
 * were finished. One that cannot be set does not keep the others waiting.
 */
export async function renderPending(needs: DocumentsNeeds, region: string, limit = 50): Promise<number> {
  let finished = 0;
  const faults: unknown[] = [];
  for (const { subject, document } of await findUnsealed(needs.db.sql as DocumentsDb, region, limit)) {
    await renderPaper(needs, { region, id: subject }, document).then(
      (made) => (finished += made ? 1 : 0),
      (fault) => faults.push(fault),
    );
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} papers of ${region} could not be set`);
  return finished;
}

/** The PDF as it was sealed; every reading is checked against the recorded hash. @throws Refusal */
export async function readPaper(needs: DocumentsNeeds, subject: Subject, no: number): Promise<{ paper: Paper; pdf: Buffer; name: string }> {
  const paper = getPaper(papersOf(await loadPastOf(needs, subject)), documentOf(no));
  if (!paper.rendering) throw new Refusal('WrongStage', '文书取号后几秒内成文，请稍后刷新。');
  const texts = await readWords(needs.db.sql, needs.keys, [{ region: subject.region, id: paper.rendering.file.id }]);
  const text = texts.get(paper.rendering.file.id);
  if (text === undefined) throw new Refusal('NotFound', '这份文书的内容已依法删除。');
  const { blob, key } = JSON.parse(text) as { blob: string; key: string };
  const pdf = await wholeOf(await readFile(needs.blobs, { blob, key: Buffer.from(key, 'base64') }));
  if (createHash('sha256').update(pdf).digest('hex') !== paper.rendering.hash)
    throw new Error(`Paper ${subject.id} ${paper.document}: bytes do not match the recorded hash`);
  return { paper, pdf, name: `${CATALOGUE[paper.code].name}${paper.number ?? ''}.pdf` };
}

/** The blanks as they were signed. */
export async function contentOf({ db, keys }: DocumentsNeeds, { region }: Subject, { content }: Paper): Promise<Values> {
  const text = (await readWords(db.sql, keys, [{ region, id: content.id }])).get(content.id);
  if (text === undefined) throw new Refusal('NotFound', '这份文书的内容已依法删除。');
  return JSON.parse(text) as Values;
}

/** Everything on the sheet of an issued paper beside its blanks. */
export function factsOf(needs: DocumentsNeeds, { organ, organName, issuedOn, number, verify, check }: Paper, past: readonly Recorded[]) {
  return {
    organ: organName,
    issuedOn,
    number: number ?? undefined,
    matterNo: matterNoOf(past),
    seal: needs.sealOf?.(organ),
    verify: { url: `${needs.portalUrl}/v/${verify}`, check },
  };
}
