import { draftedPublication, leftIn, type LoadedMatter, type PublishedText } from '#contexts/casework/index.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Done } from '#kernel/decider.ts';
import { takeNote } from '#platform/words.ts';
import type { Missing } from '../domain/check.ts';
import type { Value, Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';
import type { Effect } from './effects.ts';
import type { DocumentsNeeds } from './needs.ts';
import { papersOf } from './step.ts';

/** 复核意见公示 (F37): the machine drafts it without persons, a person edits it, and with a person left in it nobody signs. */
export function publicationPrefill(needs: DocumentsNeeds, loaded: LoadedMatter): Record<string, Value | undefined> {
  const { document } = loaded.matter.recheck?.opinion ?? {};
  const opinion = document ? papersOf(loaded.past).all[document] : undefined;
  const written = opinion && loaded.texts.get(opinion.content.id);
  const { basis } = written ? (JSON.parse(written) as Values) : {};
  return { ...draftedPublication(loaded, dateInChina(needs.now()), needs.lawOf(loaded.matter.opening!.pack)), recheckNo: opinion?.number ?? undefined, basis };
}

/** What in the draft still leads to a person, said as something that is missing: the editor shows it while one writes. */
export function personsLeft(code: PaperCode, values: Values, loaded: LoadedMatter): Missing[] {
  if (code !== 'F37') return [];
  const left = leftIn(loaded, values as Readonly<Record<string, string>>);
  if (left.length === 0) return [];
  return [{ field: 'result', label: `公示稿里还有能认出人的内容：${left.join('、')}`, why: '《个人信息保护法》第二十五条：公示的是事，不是人' }];
}

/** Signing it proposes the publication: the petitioner is told next, and a second person releases it. */
export function effectOfPublication(needs: DocumentsNeeds, values: Values, done: Done): Effect {
  const of = (name: string) => String(values[name] ?? '');
  const text: PublishedText = {
    organ: needs.signatureOf(done.by.unit).name,
    subject: of('subject'),
    recheckNo: of('recheckNo'),
    heardOn: of('heardOn') as PlainDate,
    claims: of('claims'),
    result: of('result'),
    basis: of('basis'),
  };
  const note = takeNote(JSON.stringify(text));
  const term = { startsOn: of('startsOn') as PlainDate, endsOn: of('endsOn') as PlainDate };
  // looked through before (personsLeft), where the names of the matter are at hand
  return { notes: [note], command: (document) => ({ type: 'proposePublication', document, text: note.words, left: [], ...term, ...done }) };
}
