import { filesOfMatter, type FileKept, type LoadedMatter } from '#contexts/casework/index.ts';
import { isRows, type Missing } from '../domain/check.ts';
import type { Values } from '../domain/field.ts';
import type { Paper } from '../domain/paper.ts';

/** 附件: which files of a matter go out with a paper. Only what an office added can be marked; what the petitioner brought is theirs already. */
const mayGoOut = (loaded: LoadedMatter) => filesOfMatter(loaded).filter(({ byOffice }) => byOffice);

const markedIn = ({ enclosures }: Values) => (isRows(enclosures) ? enclosures : []);

/** What was marked and is not among the files of this matter under this name: nothing else may leave the office with it. */
export function strangeEnclosures(values: Values, loaded: LoadedMatter): Missing[] {
  const there = mayGoOut(loaded).map(({ file }) => file);
  const strange = markedIn(values).filter((marked) => !there.some(({ sha256, name }) => sha256 === marked['file'] && name === marked['name']));
  return strange.map(({ name = '' }) => ({ field: 'enclosures', label: `附件“${name}”不在本件里`, why: '先在事项页用“补充材料”添上，再勾选' }));
}

/** The files that an issued paper names, with their keys; what was erased since is gone from here too. */
export function enclosedWith(loaded: LoadedMatter, { content }: Pick<Paper, 'content'>): FileKept[] {
  const written = loaded.texts.get(content.id);
  if (!written) return [];
  const marked = markedIn(JSON.parse(written) as Values);
  const there = mayGoOut(loaded).map(({ file }) => file);
  return marked.flatMap(({ file }) => there.find(({ sha256 }) => sha256 === file) ?? []);
}
