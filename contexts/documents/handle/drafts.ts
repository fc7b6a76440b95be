import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { BEGIN, COMMIT } from '#platform/database.ts';
import { newId } from '#platform/numbers-id.ts';
import { loadKeys, makeKey, openKey } from '#platform/words.ts';
import { openEnvelopes, putIn } from '#platform/words-envelopes.ts';
import { notOfMatters } from '../domain/belongs.ts';
import { CATALOGUE } from '../domain/catalogue.ts';
import { findMissing, type Missing } from '../domain/check.ts';
import { mustBeCorrectedOnce } from '../domain/decide.ts';
import type { Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';
import { documentOf } from '../domain/paper.ts';
import { findUnprintable } from '../render/faces.ts';
import { sheetOf } from '../render/sheet.ts';
import { findDraft, insertDraft, insertDraftSave, takeDraft, updateDraft, type DocumentsDb, type DraftRow } from '../store.ts';
import { wrongDates } from './dates.ts';
import { strangeEnclosures } from './enclosures.ts';
import { loadHome, matterNoOf, papersAt, type Home } from './home.ts';
import { organFor, type DocumentsNeeds } from './needs.ts';
import { calendarOf, prefill } from './prefill.ts';
import { personsLeft } from './published.ts';
import { wordsNow } from './words.ts';

/** Drafts are rows that may be changed and thrown away; each save leaves a line of who and when. */
export interface Draft {
  readonly row: DraftRow;
  readonly values: Values;
}

/** What still stands between a draft and its number. */
export interface Readiness {
  readonly version: number;
  readonly missing: Missing[];
  readonly unprintable: { character: string; code: string }[];
}

const PLACE = 'draft';

export async function startDraft(
  needs: DocumentsNeeds,
  subject: Subject,
  { code, values, corrects }: { code: PaperCode; values?: Values; corrects?: number },
  actor: Actor,
): Promise<{ draft: string; values: Values } & Readiness> {
  const home = await loadHome(needs, subject);
  mayBeWritten(home, code, actor);
  const given = { ...(corrects ? wrongPaper(home, corrects) : {}), ...(code === 'F01' ? await formOf(needs, home) : {}), ...values };
  const filled = home.matter ? prefill(needs, code, home.matter, actor.unit, given) : ofItsOwn(code, { ...(await home.beside?.known(code, actor)), ...given });
  const at = needs.now();
  const row: DraftRow = {
    region: subject.region,
    subject: subject.id,
    id: newId(),
    unit: actor.unit,
    code,
    corrects: corrects ?? null,
    version: 1,
    envelope: await sealed(needs, subject, filled, home),
    saved_by: actor.person,
    saved_at: at,
  };
  const db = needs.db.sql as DocumentsDb;
  await needs.db.transact((send) => send(BEGIN, insertDraft(db, row), insertDraftSave(db, row, 'started', actor.person, at), COMMIT));
  return { draft: row.id, values: filled, ...readinessOf(needs, home, { row, values: filled }) };
}

/** @throws Refusal NotFound; the draft of another unit is nobody else's to see */
export async function loadDraft(needs: DocumentsNeeds, subject: Subject, draft: string, { unit }: Actor): Promise<Draft> {
  const row = await findDraft(needs.db.sql as DocumentsDb, subject, draft);
  if (!row || row.unit !== unit) throw new Refusal('NotFound', '没有这份草稿，可能已经签发或者弃用。请刷新页面。');
  const [text] = await openEnvelopes(needs.db.sql, needs.keys, [row], PLACE);
  if (text === undefined) throw new Refusal('NotFound', '这份草稿的内容已依法删除。');
  return { row, values: JSON.parse(text) as Values };
}

/** @throws Refusal Stale when somebody saved since `version`: what was typed stays on the page */
export async function saveDraft(
  needs: DocumentsNeeds,
  subject: Subject,
  draft: string,
  values: Values,
  version: number,
  actor: Actor,
): Promise<{ savedAt: string } & Readiness> {
  const { row } = await loadDraft(needs, subject, draft, actor);
  const at = needs.now();
  const saved: DraftRow = { ...row, version: version + 1, envelope: await sealed(needs, subject, values), saved_by: actor.person, saved_at: at };
  const db = needs.db.sql as DocumentsDb;
  await needs.db.transact(async (send) => {
    const [, changed = []] = await send(BEGIN, updateDraft(db, saved, version));
    if (changed.length === 0) throw new Refusal('Stale', '这份草稿刚被别人保存过，您写的内容还在这一页上。请刷新后对照修改。');
    await send(insertDraftSave(db, saved, 'saved', actor.person, at), COMMIT);
  });
  return { savedAt: at.toISOString(), ...readinessOf(needs, await loadHome(needs, subject), { row: saved, values }) };
}

export async function discardDraft(needs: DocumentsNeeds, subject: Subject, draft: string, actor: Actor): Promise<boolean> {
  const { row } = await loadDraft(needs, subject, draft, actor);
  const db = needs.db.sql as DocumentsDb;
  return needs.db.transact(async (send) => {
    const [, taken = []] = await send(BEGIN, takeDraft(db, subject, draft));
    await send(...(taken.length > 0 ? [insertDraftSave(db, row, 'discarded', actor.person, needs.now())] : []), COMMIT);
    return taken.length > 0;
  });
}

/** The paper as it would be, from the same templates, marked 草稿 on every page. */
export async function previewDraft(needs: DocumentsNeeds, subject: Subject, draft: string, actor: Actor): Promise<Buffer> {
  const [{ row, values }, { past }] = await Promise.all([loadDraft(needs, subject, draft, actor), loadHome(needs, subject)]);
  const { typeset } = needs.typesetter();
  const organ = organFor(needs, row.unit);
  const own = await wordsNow(needs, organ, row.code);
  const facts = { own, organ: needs.signatureOf(organ).name, issuedOn: dateInChina(needs.now()), matterNo: matterNoOf(past), draft: true };
  return typeset(row.code, sheetOf(row.code, values, facts)).pdf;
}

export function readinessOf(needs: DocumentsNeeds, { matter }: Home, { row, values }: Draft): Readiness {
  const missing = [
    ...findMissing(row.code, values),
    ...(matter
      ? [...wrongDates(row.code, values, matter.matter, calendarOf(needs)), ...personsLeft(row.code, values, matter), ...strangeEnclosures(values, matter)]
      : []),
  ];
  const characters = findUnprintable(JSON.stringify(values), needs.typesetter().faces);
  return {
    version: row.version,
    missing,
    unprintable: characters.map((character) => ({ character, code: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` })),
  };
}

/** What a correction says of the paper that it corrects. */
function wrongPaper(home: Home, corrects: number): Values {
  const paper = papersAt(home).all[documentOf(corrects)];
  if (!paper) throw new Refusal('NotFound', '要更正的那份文书不在本件中，请核对。');
  mustBeCorrectedOnce(papersAt(home), documentOf(corrects)); // before anybody has written it
  return { wrongName: CATALOGUE[paper.code].name, wrongNo: paper.number ?? '无文号', wrongOn: paper.issuedOn };
}

/** F01: what the desk wrote down when it arrived, with the visitor's signature where one was given. */
async function formOf({ registrationOf }: DocumentsNeeds, { subject: { region }, matter }: Home): Promise<Values> {
  const opening = matter?.matter.opening;
  return opening && registrationOf ? registrationOf({ region, id: opening.intake }) : {};
}

/** Beside a matter only its own papers are written, and in a matter none of theirs. */
export function mayBeWritten({ beside, matter }: Home, code: PaperCode, actor: Actor): void {
  const elsewhere = matter && notOfMatters(code);
  if (elsewhere) throw new Refusal('WrongStage', elsewhere);
  if (!beside || beside.offers(actor).includes(code)) return;
  throw new Refusal('WrongStage', `这项工作现在不出《${CATALOGUE[code].name}》，或者不由您所在的单位出。请先办前一步，再刷新。`);
}

const ofItsOwn = (code: PaperCode, known: Values): Values =>
  Object.fromEntries(CATALOGUE[code].fields.flatMap(({ name }) => (known[name] === undefined ? [] : [[name, known[name]]])));

/** What the system found by itself has no words, and so no key, until somebody writes of it; what was erased gets none again. */
async function sealed({ db, keys }: DocumentsNeeds, subject: Subject, values: Values, home?: Home): Promise<Buffer> {
  if (home?.beside && !home.past.some(({ type }) => type === 'PersonalDataErased')) await db.send(makeKey(db.sql, keys, subject));
  const [row] = await loadKeys(db.sql, [subject]).execute();
  if (!row) throw new Refusal('NotFound', '本件的内容已依法删除，不能再起草文书。');
  return putIn(openKey(keys, subject.region, subject.id, row.wrapped), subject.id, PLACE, JSON.stringify(values));
}
