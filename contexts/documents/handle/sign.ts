import { createHash, randomBytes } from 'node:crypto';
import { actOnMatters, matterStep, mustBeDecidedToNumber } from '#contexts/casework/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import { act, type DoneAll, type Step } from '#platform/act.ts';
import type { Actor } from '#platform/actor.ts';
import type { Query } from '#platform/database.ts';
import { takeNote } from '#platform/words.ts';
import { SEALING } from '../domain/actions.ts';
import { CATALOGUE, templateNamed } from '../domain/catalogue.ts';
import { findMissing } from '../domain/check.ts';
import type { Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';
import { documentOf, nextDocument, numberOf } from '../domain/paper.ts';
import { sheetOf, type OwnWords } from '../render/sheet.ts';
import { insertDraftSave, takeDraft, takeNext, type DocumentsDb } from '../store.ts';
import { wrongDates } from './dates.ts';
import { loadDraft, mayBeWritten, readinessOf } from './drafts.ts';
import { effectOf, effectOfSigning, particulars } from './effects.ts';
import { strangeEnclosures } from './enclosures.ts';
import { loadHome, matterNoOf } from './home.ts';
import { organFor, type DocumentsNeeds, type Signature } from './needs.ts';
import { calendarOf } from './prefill.ts';
import { personsLeft } from './published.ts';
import { papersOf, paperStep } from './step.ts';
import { wordsNow } from './words.ts';

export interface Signing {
  readonly draft: string;
  readonly version: number; // that the person was looking at
  readonly seen?: number;
}

export interface Signed {
  readonly no: number;
  readonly number: string | null;
  readonly done: DoneAll;
}

/**
 * 取号: the number, the decision that the paper carries and the end of the
 * draft are one act. The number is taken while the series is locked, so two
 * who sign at once get two neighbours, and an act that fails gives its number back.
 */
export async function signDraft(needs: DocumentsNeeds, subject: Subject, { draft, version, seen }: Signing, actor: Actor): Promise<Signed> {
  const [{ row, values }, home] = await Promise.all([loadDraft(needs, subject, draft, actor), loadHome(needs, subject)]);
  if (home.matter) mayBeWritten(home, row.code, actor); // also what was begun before
  const own = await wordsNow(needs, organFor(needs, actor.unit), row.code);
  const { unprintable } = readinessOf(needs, home, { row, values });
  if (unprintable.length > 0) {
    const which = unprintable.map(({ character, code }) => `“${character}”（${code}）`).join('、');
    throw new Refusal('AgainstRule', `这些字现有字体印不出来：${which}。请请管理员放入含有这些字的字体，或者征得本人同意改用其他写法。`);
  }
  const [wrong] = home.matter
    ? [
        ...wrongDates(row.code, values, home.matter.matter, calendarOf(needs)),
        ...personsLeft(row.code, values, home.matter),
        ...strangeEnclosures(values, home.matter),
      ]
    : [];
  if (wrong) throw new Refusal('AgainstRule', `${wrong.label}。请改好草稿后再签。`);

  const kind = home.matter && !CATALOGUE[row.code].effects.signed ? effectOf(row.code) : undefined; // what decides is decided in the act itself
  if (home.matter && kind) mustBeDecidedToNumber(kind, actor.unit, home.matter.matter, needs.organs(), particulars(row.code, values));

  const at = needs.now();
  const db = needs.db.sql as DocumentsDb;
  if (!needs.untried) tryOut(needs, row.code, values, matterNoOf(home.past), organFor(needs, actor.unit), own);
  const issue = prepare(needs, subject, row.code, values, actor, {
    corrects: row.corrects,
    words: own?.version,
    carried: home.beside?.carried(row.code, values, actor),
  });
  const take = takeDraft(db, subject, draft, version);
  const steps = (first: readonly any[][]): Step[] => {
    if (first[0]?.length === 0) throw new Refusal('Stale', '这份草稿刚被别人改过或者签发，请刷新后再签。');
    return [...issue.steps(first[1]?.[0]?.last), forget()];
  };
  const forget = (): Step => ({ subject, take: () => ({ stream: 'matter', actions: [], writes: [insertDraftSave(db, row, 'signed', actor.person, at)] }) });
  const circumstances = { first: [take, ...issue.first], ...(seen !== undefined && { seen }) };
  const done = home.matter ? await actOnMatters(needs, steps, [subject], circumstances) : await act(needs, steps, { overlook: SEALING, ...circumstances });
  const numbered = done.find(({ type }) => type === 'DocumentNumbered') as unknown as { document: string; number: string | null };
  return { no: numberOf(numbered.document), number: numbered.number, done };
}

/** A paper that the typesetter cannot set would keep its number and never get bytes: found out before, with placeholders. */
function tryOut(needs: DocumentsNeeds, code: PaperCode, values: Values, matterNo: string | undefined, unit: string, own: OwnWords | undefined): void {
  if (findMissing(code, values).length > 0) return; // refused in the act, field by field
  const verify = { url: `${needs.portalUrl}/v/0`, check: '0' };
  const facts = { organ: needs.signatureOf(unit).name, issuedOn: dateInChina(needs.now()), number: '〔〕', matterNo, verify, own, seal: needs.sealOf?.(unit) };
  needs.typesetter().typeset(code, sheetOf(code, values, facts));
}

/** Everything of an issue that can be made before its series is locked. */
export function prepare(
  needs: DocumentsNeeds,
  subject: Subject,
  code: PaperCode,
  values: Values,
  actor: Pick<Actor, 'person' | 'unit'>,
  { corrects = null, words, carried }: { readonly corrects?: number | null; readonly words?: number | undefined; readonly carried?: Step | undefined } = {},
) {
  const at = needs.now();
  const done = { by: { person: actor.person, unit: actor.unit }, at };
  const issuedOn = dateInChina(at);
  const year = Number(issuedOn.slice(0, 4));
  const organ = organFor(needs, actor.unit);
  const signature = needs.signatureOf(organ);
  const word = wordOf(code, signature);
  const content = takeNote(JSON.stringify(values));
  const verify = newVerificationCode();
  const effect = effectOfSigning(needs, code, values, done);
  const first: Query[] = word === undefined ? [] : [takeNext(needs.db.sql as DocumentsDb, organ, word, year)];

  const steps = (n: number | undefined): Step[] => {
    const series = word !== undefined && n !== undefined ? { word, year, n } : null;
    const number = series ? `${series.word}〔${series.year}〕${series.n}号` : null;
    const paper = paperStep(
      needs,
      subject,
      {
        type: 'number',
        code,
        values,
        number,
        series,
        organ,
        organName: signature.name,
        issuedOn,
        template: templateNamed(code, words),
        content: content.words,
        check: checkOf({ code, number, organ: signature.name, issuedOn, values }),
        verify,
        corrects: corrects === null ? null : documentOf(corrects),
        ...done,
      },
      { notes: [content] },
    );
    if (!effect) return carried ? [carried, paper] : [paper];
    // casework decides first, so that a refusal speaks of the matter, and names the number that the paper is about to get
    const decided = matterStep(needs, subject, (past) => effect.command(nextDocument(papersOf(past))), { notes: effect.notes });
    return [decided, paper];
  };
  return { first, steps };
}

/** 机关代字 and type word; undefined for papers that take no number. */
function wordOf(code: PaperCode, { name, documentWord, documentWords }: Signature): string | undefined {
  const { typeWord } = CATALOGUE[code];
  if (typeWord === undefined) return undefined;
  const own = documentWords[code];
  if (own) return own;
  if (!documentWord) throw new Refusal('AgainstRule', `名录中没有${name}的机关代字，不能取号。请管理员在名录中补上。`);
  return documentWord + typeWord;
}

/** Printed on the paper: whoever holds it compares it with the public page. */
export function checkOf(content: { code: PaperCode; number: string | null; organ: string; issuedOn: string; values: Values }): string {
  const text = JSON.stringify(content, (_, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
  const hash = createHash('sha256').update(text).digest('hex').toUpperCase();
  return (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const newVerificationCode = () => [...randomBytes(16)].map((byte) => CROCKFORD[byte % 32]).join('');
