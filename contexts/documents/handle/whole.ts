import { createHash } from 'node:crypto';
import { filesOfMatter, loadMatter } from '#contexts/casework/index.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import { readFile } from '#platform/blobs-seal.ts';
import { CATALOGUE } from '../domain/catalogue.ts';
import { numberOf, type Paper } from '../domain/paper.ts';
import type { DocumentsNeeds } from './needs.ts';
import { readPaper } from './render.ts';
import { papersOf } from './step.ts';

/**
 * Before a matter is filed away each original is read once more, and is what it
 * was when it came (不变量 38): a file closed over a damaged one would stay so for
 * decades. What was lawfully erased is missed by nobody.
 *
 * @throws Refusal naming what cannot be read
 */
export async function mustBeWhole(needs: DocumentsNeeds, subject: Subject): Promise<void> {
  const loaded = await loadMatter(needs, subject);
  const damaged: string[] = [];
  for (const { file } of filesOfMatter(loaded)) {
    if (!(await isAsKept(needs, file))) damaged.push(`“${file.name}”`);
  }
  for (const paper of Object.values(papersOf(loaded.past).all)) {
    if (paper.rendering && paper.stage !== 'voided' && !(await isReadable(needs, subject, paper)))
      damaged.push(`《${CATALOGUE[paper.code].name}》${paper.number ?? ''}`);
  }
  if (damaged.length === 0) return;
  throw new Refusal('AgainstRule', `卷宗里的${damaged.join('、')}打不开，或者和收下时不一样，不能归档。请系统管理员从备份恢复以后再归档；别的照常办。`);
}

/** Piece by piece: a recording of an hour is not in memory whole. */
async function isAsKept({ blobs }: DocumentsNeeds, { blob, key, sha256 }: { blob: string; key: string; sha256: string }): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const piece of await readFile(blobs, { blob, key: Buffer.from(key, 'base64') })) hash.update(piece);
  } catch {
    return false; // gone, or changed where it lies
  }
  return hash.digest('hex') === sha256;
}

async function isReadable(needs: DocumentsNeeds, subject: Subject, paper: Paper): Promise<boolean> {
  try {
    await readPaper(needs, subject, numberOf(paper.document)); // it compares the bytes with the hash in the history
    return true;
  } catch (error) {
    return error instanceof Refusal && error.code === 'NotFound'; // erased when its term was over
  }
}
