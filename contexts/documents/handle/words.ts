import { Refusal } from '#kernel/refusal.ts';
import type { Actor } from '#platform/actor.ts';
import { CATALOGUE } from '../domain/catalogue.ts';
import type { PaperCode } from '../domain/kind.ts';
import { hasWords, wordsVersionOf, wrongWords, type Texts } from '../domain/words.ts';
import type { Paper } from '../domain/paper.ts';
import { findUnprintable } from '../render/faces.ts';
import type { OwnWords } from '../render/sheet.ts';
import { setSpecimen } from '../render/specimen.ts';
import { SAMPLES } from '../render/samples.ts';
import { addWordsAct, findInUse, findWords, findWordsActs, findWordsVersion, insertWords, type OfficeDb } from '../store-words.ts';
import type { DocumentsNeeds } from './needs.ts';

const dbOf = ({ db }: Pick<DocumentsNeeds, 'db'>) => db.sql as OfficeDb;

/** 单位用语: saved as a version, looked at, then used; papers already issued keep the version that they were issued with. */
export async function saveWords(
  needs: DocumentsNeeds,
  code: PaperCode,
  { note, ...texts }: Texts & { note: string },
  { unit, region, person }: Actor,
): Promise<number> {
  mustHaveRoom(code);
  const wrong = wrongWords(texts);
  if (wrong) throw new Refusal('AgainstRule', wrong);
  const unprintable = findUnprintable(Object.values(texts).join(''), needs.typesetter().faces);
  if (unprintable.length > 0) throw new Refusal('AgainstRule', `这些字现有字体印不出来：${unprintable.join('、')}。请改用其他写法。`);
  const db = dbOf(needs);
  const [newest] = await findWords(db, unit, code);
  const version = (newest?.version ?? 0) + 1;
  const at = needs.now();
  if (!(await insertWords(db, { region, unit, code, version, ...texts, note, saved_by: person, saved_at: at })))
    throw new Refusal('Stale', '刚有人存了一版，您写的内容还在这一页上。请刷新后对照。');
  await addWordsAct(db, unit, code, 'saved', version, person, at);
  return version;
}

/** The example paper with these words, marked 草稿. Who used a version without having seen it would be surprised by the next letter. */
export async function previewWords(needs: DocumentsNeeds, code: PaperCode, version: number, { unit, person }: Actor): Promise<Buffer> {
  const own = await loadWords(needs, unit, code, version);
  const { pdf } = setSpecimen(needs.typesetter, code, SAMPLES[code], {
    organ: needs.signatureOf(unit).name,
    own,
    draft: true,
    number: undefined,
    verify: undefined,
  });
  await addWordsAct(dbOf(needs), unit, code, 'previewed', version, person, needs.now());
  return pdf;
}

/** @throws Refusal when nobody of the unit has looked at this version yet */
export async function startUsing(needs: DocumentsNeeds, code: PaperCode, version: number, { unit, person }: Actor): Promise<void> {
  await loadWords(needs, unit, code, version);
  const acts = await findWordsActs(dbOf(needs), unit, code);
  if (!acts.some((one) => one.act === 'previewed' && one.version === version)) throw new Refusal('AgainstRule', '请先预览这一版的样张，再启用。');
  await addWordsAct(dbOf(needs), unit, code, 'used', version, person, needs.now());
}

export async function stopUsing(needs: DocumentsNeeds, code: PaperCode, { unit, person }: Actor): Promise<void> {
  await addWordsAct(dbOf(needs), unit, code, 'stopped', 0, person, needs.now());
}

/** The version that a paper issued now takes; nothing where the office adds none. */
export async function wordsNow(needs: Pick<DocumentsNeeds, 'db'>, unit: string, code: PaperCode): Promise<OwnWords | undefined> {
  if (!hasWords(code)) return undefined;
  const version = await findInUse(dbOf(needs), unit, code);
  return version === undefined ? undefined : loadWords(needs, unit, code, version);
}

/** The words with which a paper was issued. */
export async function wordsOf(needs: Pick<DocumentsNeeds, 'db'>, { organ, code, template }: Paper): Promise<OwnWords | undefined> {
  const version = wordsVersionOf(template);
  return version === undefined ? undefined : loadWords(needs, organ, code, version);
}

async function loadWords(needs: Pick<DocumentsNeeds, 'db'>, unit: string, code: PaperCode, version: number): Promise<OwnWords> {
  const row = await findWordsVersion(dbOf(needs), unit, code, version);
  if (!row) throw new Refusal('NotFound', '没有这一版单位用语，请刷新页面。');
  const { opening, closing, contact, appendix } = row;
  return { version, opening, closing, contact, appendix };
}

function mustHaveRoom(code: PaperCode): void {
  if (!hasWords(code)) throw new Refusal('AgainstRule', `《${CATALOGUE[code].name}》是固定的表格、笔录或者协议，不能加单位用语。`);
}
