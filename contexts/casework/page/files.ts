import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { Recorded } from '#platform/history.ts';
import type { MatterAction } from '../domain/actions.ts';
import { PETITIONER } from '../domain/permissions.ts';
import { textOf, type LoadedMatter } from './load.ts';

/** A file as it was taken in: what it really is, where it lies, and the key that opens it, which lies among the words of the matter. */
export interface FileKept {
  readonly blob: string;
  readonly key: string; // base64
  readonly name: string;
  readonly type: string; // by content
  readonly bytes: number;
  readonly sha256: string; // of what is kept: two papers that name it mean the same bytes
}

/** Who handed it in, and when; `byOffice` is what an office added to its work, and may send out with a paper. */
export interface FileOfMatter {
  readonly file: FileKept;
  readonly on: PlainDate;
  readonly by: Recorded['by'];
  readonly later: boolean;
  readonly byOffice: boolean;
}

/** In the order in which they came; what was erased is not listed. */
export function filesOfMatter({ past, texts }: Pick<LoadedMatter, 'past' | 'texts'>): FileOfMatter[] {
  return (past as unknown as readonly MatterAction[]).flatMap((action): FileOfMatter[] => {
    const { by } = action;
    if (action.type === 'MatterOpened') {
      const came = { on: dateInChina(new Date(action.receivedAt)), by: { person: PETITIONER, unit: PETITIONER }, later: false, byOffice: false };
      return keptIn(texts, action.files).map((file) => ({ file, ...came }));
    }
    if (action.type === 'AgreementSigned' || action.type === 'AgreedBySome') {
      const signed = { on: dateInChina(action.at), by, later: true, byOffice: true };
      return keptIn(texts, action.scan).map((file) => ({ file, ...signed }));
    }
    if (action.type !== 'MaterialAdded') return [];
    const added = { on: dateInChina(action.at), by, later: true, byOffice: by.unit !== PETITIONER };
    return [...besideText(texts, action.text), ...keptIn(texts, action.files)].map((file) => ({ file, ...added }));
  });
}

const keptIn = (texts: LoadedMatter['texts'], words: Words | undefined): readonly FileKept[] => {
  const text = words && texts.get(words.id);
  return text ? (JSON.parse(text) as FileKept[]) : [];
};

/** What was said on the portal is kept in one text with its files; whoever only wrote something that begins like it has none. */
function besideText(texts: LoadedMatter['texts'], words: Words): readonly FileKept[] {
  const text = textOf(texts, words);
  if (!text.startsWith('{"text":')) return [];
  try {
    return (JSON.parse(text) as { files?: FileKept[] }).files ?? [];
  } catch {
    return [];
  }
}
