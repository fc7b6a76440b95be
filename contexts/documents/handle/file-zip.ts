import { createHash } from 'node:crypto';
import PizZip from 'pizzip';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { findProof } from '#platform/chain-roots.ts';
import { loadHistory } from '#platform/history.ts';
import { fileName, isFiled, SECTION_NAMES, SECTIONS } from '../domain/file.ts';
import type { MatterFile } from './file.ts';
import type { DocumentsNeeds } from './needs.ts';
import { papersOf } from './step.ts';

/** One line of the manifest; scripts/verify-file.ts reads it outside Huiyin. */
interface Listed {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly title: string;
  readonly document?: string; // whose recorded hash it must be
}

/**
 * The file as a ZIP: the bound volume, every paper with the bytes that were
 * sealed, every material as it was handed in, the history of the matter with
 * its chain, and a manifest of all hashes, signed: whoever can make a ZIP can
 * make a manifest too. Texts of the history are not in it: they stand in the papers.
 */
export async function packFile(needs: DocumentsNeeds, subject: Subject, file: MatterFile, volume: Buffer, actor: Pick<Actor, 'unit'>): Promise<Buffer> {
  const rows = await loadHistory(needs.db.sql, [subject]).execute();
  const history = rows.map(({ hash, ...row }) => ({ ...row, hash: hash.toString('hex') }));
  const last = rows.at(-1)!;
  const zip = new PizZip();
  const files: Listed[] = [];
  const date = needs.now();
  const add = (path: string, bytes: Buffer, title: string, document?: string) => {
    zip.file(path, bytes, { binary: true, date, createFolders: false });
    files.push({ path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), title, ...(document && { document }) });
  };
  add('卷宗.pdf', volume, '卷宗（封面、目录、归档检查表和全部材料）');
  file.items.forEach(({ section, original, title }, index) => {
    if (!original) return;
    const place = `${SECTIONS.indexOf(section) + 1}-${SECTION_NAMES[section]}`;
    add(`${place}/${String(index + 1).padStart(3, '0')}-${fileName(original.name)}`, original.bytes, title, original.document);
  });
  add('办理留痕.json', Buffer.from(`${JSON.stringify(history, null, 1)}\n`), '办理留痕');
  const manifest = {
    format: 'huiyin-matter-file/1',
    matter: file.loaded.matter.opening?.no,
    madeAt: date.toISOString(),
    madeBy: needs.organs().nameOf(actor.unit),
    files,
    absent: absentFrom(file, files),
    history: {
      region: subject.region,
      subject: subject.id,
      n: last.n,
      hash: last.hash.toString('hex'),
      proof: (await findProof(needs.db.sql, subject.region, subject.id, last.n)) ?? null,
    },
  };
  const listed = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  zip.file('清单.json', listed, { binary: true, date, createFolders: false });
  const signed = needs.sign?.(subject.region, listed);
  if (signed) {
    const told = { key: signed.key, signature: signed.signature.toString('base64') };
    zip.file('清单签名.json', Buffer.from(`${JSON.stringify(told)}\n`), { binary: true, date, createFolders: false });
  }
  return zip.generate({ type: 'nodebuffer', compression: 'STORE' });
}

/** Every paper that was sealed is in the file, or it is said why not: a paper cannot be left out in silence. */
function absentFrom({ loaded: { past } }: MatterFile, files: readonly Listed[]) {
  const here = new Set(files.map(({ document }) => document));
  return Object.values(papersOf(past).all)
    .filter(({ document, rendering, stage }) => rendering && stage !== 'voided' && !here.has(document))
    .map(({ document, code }) => ({ document, why: isFiled(code) ? '内容已依法删除' : '依规定不入本卷' }));
}
