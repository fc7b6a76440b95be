import type { Accompaniment } from '#contexts/casework/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Step } from '#platform/act.ts';
import type { Recorded } from '#platform/history.ts';
import { CATALOGUE } from '../domain/catalogue.ts';
import { findMissing } from '../domain/check.ts';
import type { Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';
import { sheetOf } from '../render/sheet.ts';
import { organFor, type DocumentsNeeds } from './needs.ts';
import { prepare } from './sign.ts';
import { wordsNow } from './words.ts';

/** Who issues a paper, and when. */
interface Issuing {
  readonly by: { readonly person: string; readonly unit: string };
  readonly at: Date;
}

/**
 * A paper numbered in the act that it tells of: its blanks are filled from the
 * past that this very act makes. Undefined where they are not all known, or the
 * unit has no 机关代字: the act then goes on without it, and it is drafted.
 */
export async function numberedWith(
  needs: DocumentsNeeds,
  subject: Subject,
  code: PaperCode,
  { by, at }: Issuing,
  beforehand: Values,
  values: (past: readonly Recorded[]) => Values,
): Promise<Accompaniment | undefined> {
  if (findMissing(code, beforehand).length > 0 || lacksWord(needs, code, organFor(needs, by.unit))) return undefined;
  const words = { words: (await wordsNow(needs, organFor(needs, by.unit), code))?.version };
  const same = { ...needs, now: () => at }; // one act, one moment: a later one would lie after its own recording
  const { first } = prepare(same, subject, code, {}, by, words);
  const paper = (n: number): Step => ({
    subject,
    take: (past, doneBefore) => prepare(same, subject, code, values(past), by, words).steps(n)[0]!.take(past, doneBefore),
  });
  return { first, steps: (rows) => [paper(rows[0]?.[0]?.last)] };
}

const lacksWord = ({ signatureOf }: DocumentsNeeds, code: PaperCode, unit: string) =>
  CATALOGUE[code].typeWord !== undefined && !signatureOf(unit).documentWord && !signatureOf(unit).documentWords[code];

/** The paper as it would be, before the step that numbers it. */
export async function previewOf(needs: DocumentsNeeds, code: PaperCode, values: Values, by: string, matterNo: string | undefined): Promise<Buffer> {
  const unit = organFor(needs, by);
  const own = await wordsNow(needs, unit, code);
  const facts = { own, organ: needs.signatureOf(unit).name, issuedOn: dateInChina(needs.now()), matterNo, draft: true };
  return needs.typesetter().typeset(code, sheetOf(code, values, facts)).pdf;
}
