import { createHash } from 'node:crypto';
import {
  FILE_ITEMS,
  filesOfMatter,
  itemsPresent,
  loadMatter,
  partiesOf,
  requiredItems,
  TELLINGS,
  textOf,
  type FileOfMatter,
  type LoadedMatter,
} from '#contexts/casework/index.ts';
import { CHANNELS } from '#kernel/channels.ts';
import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { readFile } from '#platform/blobs-seal.ts';
import { wholeOf } from '#platform/blobs.ts';
import { CATALOGUE } from '../domain/catalogue.ts';
import { inOrder, isFiled, sectionOf, type Filed } from '../domain/file.ts';
import { numberOf } from '../domain/paper.ts';
import type { Part } from '../render/typst.ts';
import { plainSheet, sheetOf, type Facts } from '../render/sheet.ts';
import { receiptSheet } from './deliver.ts';
import type { DocumentsNeeds } from './needs.ts';
import { papersBeside, type BesidePaper } from './file-beside.ts';
import { pictureFor } from './file-pictures.ts';
import { contentOf, factsOf, readPaper } from './render.ts';
import { papersOf } from './step.ts';
import { wordsOf } from './words.ts';

/** One thing in a file: what the contents say of it, how it is set in the volume, and its bytes as they were kept. */
export interface FileItem extends Filed {
  readonly no: string; // 发文字号
  readonly author: string;
  readonly title: string;
  readonly part?: Part; // absent: it lies in the ZIP alone, as it was handed in
  readonly original?: { readonly name: string; readonly bytes: Buffer; readonly role: 'paper' | 'material'; readonly document?: string };
}

export interface MatterFile {
  readonly loaded: LoadedMatter;
  readonly organ: string;
  readonly items: readonly FileItem[];
  readonly remarks: readonly string[];
  readonly cover: { readonly values: Readonly<Record<string, unknown>>; readonly facts: Facts };
}

/** Everything that belongs into the file of one matter, in its order. What the sealed line keeps is not in a matter, and so not here. */
export async function gatherFile(needs: DocumentsNeeds, subject: Subject, actor: Actor): Promise<MatterFile> {
  const loaded = await loadMatter(needs, subject);
  const { matter, past } = loaded;
  if (!matter.opening || !matter.firstReceipt) throw new Refusal('NotFound', '没有这件信访事项。');
  const organ = needs.signatureOf(actor.unit).name;
  const today = dateInChina(needs.now());
  const facts: Facts = { organ, issuedOn: today, matterNo: matter.opening.no };
  const papers = Object.values(papersOf(past).all);
  const issued = papers.filter(({ code, rendering, stage }) => isFiled(code) && rendering && stage !== 'voided');
  const own = issued.map((paper) => paperItems(needs, { subject, past, paper }, actor));
  const beside = (await papersBeside(needs, loaded, subject, actor)).map((each) => paperItems(needs, each, actor, true));
  const found = await Promise.all([...own, ...beside]);
  const handed = await Promise.all(filesOfMatter(loaded).map((each) => fileItem(needs, each, facts)));
  const items = inOrder([
    courseItem(needs, loaded, facts, await lastHash(needs, subject)),
    ...found.flatMap(({ items: one }) => one),
    wordsItem(loaded, facts),
    ...handed,
  ]);
  const voided = papers.filter(({ stage }) => stage === 'voided').map(({ number }) => `${number ?? '无号文书'}已作废，号留存。`);
  const remarks = [...voided, ...found.flatMap(({ remarks: one }) => one), ...handed.flatMap(apart)];
  const last = past.at(-1);
  const present = itemsPresent(matter);
  const values = {
    archiveNo: matter.archiveNo ?? '（归档时编定）',
    subject: textOf(loaded.texts, matter.opening.title),
    startedOn: matter.firstReceipt,
    endedOn: last ? dateInChina(last.at) : today,
    retention: keptUntilSaid(needs.keptFor?.(past.map(({ type }) => type))),
    checks: requiredItems(matter).map((item) => ({ item: FILE_ITEMS[item], found: present.includes(item) ? '有' : '无' })),
    notes: remarks.join('\n'),
    archivist: needs.personOf(actor.person),
    checker: '',
  };
  return { loaded, organ, items, remarks, cover: { values, facts } };
}

/** A proposal, since no text of evidence T fixes it: the archive authority decides (documents 5). */
const keptUntilSaid = (term: string | undefined) => (term ? `${term}（建议，以档案部门核定为准）` : '以档案部门核定为准');

/** A paper as it was issued, and the proof of its way behind it. */
async function paperItems(needs: DocumentsNeeds, { subject, past, paper }: BesidePaper, actor: Pick<Actor, 'person'>, beside = false) {
  const { code, document, number, issuedOn, organName, method } = paper;
  const { name } = CATALOGUE[code];
  const same = { section: sectionOf(code), on: issuedOn, author: organName } as const;
  try {
    const [{ pdf }, content, own] = await Promise.all([readPaper(needs, subject, numberOf(document)), contentOf(needs, subject, paper), wordsOf(needs, paper)]);
    const original = { name: `${name}${number ?? ''}.pdf`, bytes: pdf, role: 'paper', ...(!beside && { document }) } as const; // another history has its hash: the signed manifest holds it here
    const items: FileItem[] = [
      { ...same, no: number ?? '', title: name, part: { template: code, paper: sheetOf(code, content, { ...factsOf(needs, paper, past), own }) }, original },
    ];
    if (method)
      items.push({ ...same, no: '', title: `${name}送达回证`, part: { template: 'F27', paper: await receiptSheet(needs, subject, paper, past, actor) } });
    return { items, remarks: [] };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NotFound') return { items: [], remarks: [`《${name}》${number ?? ''}的内容已依法删除。`] };
    throw error;
  }
}

/** The words as they were registered, with the names of what came with them. */
function wordsItem(loaded: LoadedMatter, facts: Facts): FileItem {
  const { matter, texts } = loaded;
  const opening = matter.opening!;
  const on = matter.firstReceipt!;
  const values = {
    title: textOf(texts, opening.title),
    receivedOn: on,
    channel: CHANNELS[opening.channel].name,
    petitioner: opening.anonymous
      ? '匿名'
      : partiesOf(loaded)
          .map(({ name }) => name)
          .join('、'),
    claims: matter.claims.map(({ text }) => textOf(texts, text)),
    text: textOf(texts, opening.text),
    files: filesOfMatter(loaded).flatMap(({ file, later }) => (later ? [] : [file.name])),
  };
  const part = { template: 'V01', paper: plainSheet('信访人提出的内容', values, facts) };
  return { section: 'incoming', on, no: opening.intakeNo, author: '信访人', title: '信访人提出的内容', part };
}

/** A file as it was handed in, at first or later: what an office added belongs to the handling. */
async function fileItem(needs: DocumentsNeeds, { file, on, by, byOffice }: FileOfMatter, facts: Facts): Promise<FileItem> {
  const bytes = await wholeOf(await readFile(needs.blobs, { blob: file.blob, key: Buffer.from(file.key, 'base64') }));
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw new Error(`Material ${file.blob} does not match the hash that was recorded`);
  const picture = await pictureFor(file.type, bytes);
  const part = picture && { template: 'V03', paper: plainSheet('照片', { name: file.name, sha256: file.sha256 }, facts), picture };
  return {
    section: byOffice ? 'handling' : 'incoming',
    on,
    no: '',
    author: byOffice ? needs.organs().nameOf(by.unit) : '信访人',
    title: file.name,
    ...(part && { part }),
    original: { name: file.name, bytes, role: 'material' },
  };
}

const apart = ({ part, title }: FileItem) => (part ? [] : [`“${title}”是电子材料，原样存在卷宗压缩包中，本册不重排。`]);

/** The hash that covers all actions: the same as in the manifest of the ZIP. */
async function lastHash({ db }: DocumentsNeeds, { region, id }: Subject): Promise<string> {
  const { hash } = await db.sql.selectFrom('history.head').select('hash').where('region', '=', region).where('subject', '=', id).executeTakeFirstOrThrow();
  return (hash as Buffer).toString('hex');
}

const PAPER_STEPS: Readonly<Record<string, string>> = { DocumentNumbered: '文书取号', DocumentSealed: '文书成文', DocumentVoided: '文号作废' };

/** 办理过程, from the history alone. */
function courseItem(needs: DocumentsNeeds, { past, matter }: LoadedMatter, facts: Facts, head: string): FileItem {
  const named = TELLINGS as Readonly<Record<string, { readonly title: string } | undefined>>;
  const steps = past.flatMap(({ type, at, by }, index) => {
    const what = named[type]?.title ?? PAPER_STEPS[type];
    return what ? [{ n: String(index + 1), on: dateInChina(at), unit: by.unit.includes('/') ? needs.organs().nameOf(by.unit) : by.unit, what }] : [];
  });
  const values = { steps, head: head.slice(0, 16) };
  const part = { template: 'V02', paper: plainSheet('办理过程', values, facts) };
  return { section: 'summary', on: matter.firstReceipt!, no: '', author: facts.organ, title: '办理过程', part };
}
