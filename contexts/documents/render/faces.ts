import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCoverage, renameFace } from './sfnt.ts';
import { readable } from '#kernel/readable.ts';

/** 四个字位: the places of a paper that ask for a face. */
export type Slot = 'fangsong' | 'biaosong' | 'kaiti' | 'heiti';

/**
 * Faces that come with the program, complete for rare names (㛃, 𬭚, 龘), both
 * under the Open Font License: Noto Serif SC and Noto Sans Hans. 仿宋 and
 * 方正小标宋 are not free to give away; whoever holds a licence lays the files
 * into the folder fonts/ of the data folder, named after the slot.
 */
const MODULES = new URL('../../../node_modules/', import.meta.url).pathname;
const OURS = {
  song: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  title: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  hei: '@embedpdf/fonts-sc/fonts/NotoSansHans-Medium.otf',
} as const;

const SLOTS: Readonly<Record<Slot, { readonly files: readonly string[]; readonly ours: keyof typeof OURS }>> = {
  fangsong: { files: ['仿宋', 'fangsong'], ours: 'song' },
  biaosong: { files: ['小标宋', 'xiaobiaosong'], ours: 'title' },
  kaiti: { files: ['楷体', 'kaiti'], ours: 'song' },
  heiti: { files: ['黑体', 'heiti'], ours: 'hei' },
};

export interface Faces {
  readonly files: readonly Buffer[];
  readonly families: Readonly<Record<Slot, readonly string[]>>; // the first that has the character prints it
  readonly covers: (character: number) => boolean; // some face can print it, in whatever slot
}

/** @throws when a file in the operator's folder is no usable face: better at start than in a paper */
export function loadFaces(folder?: string): Faces {
  const ours = Object.entries(OURS).map(([name, path]) => ({ name: `huiyin-${name}`, file: readFileSync(join(MODULES, path)) }));
  const own = (Object.keys(SLOTS) as Slot[]).flatMap((slot) => {
    const path = folder && findOwn(folder, SLOTS[slot].files);
    return path ? [{ name: `huiyin-own-${slot}`, file: readOwn(path) }] : [];
  });
  const owned = new Set(own.map(({ name }) => name));
  const families = Object.fromEntries(
    (Object.keys(SLOTS) as Slot[]).map((slot) => {
      const mine = `huiyin-own-${slot}`;
      return [slot, [...(owned.has(mine) ? [mine] : []), `huiyin-${SLOTS[slot].ours}`, 'huiyin-song']];
    }),
  ) as unknown as Record<Slot, string[]>;

  const song = ours.find(({ name }) => name === 'huiyin-song')!; // every slot ends with it
  return {
    files: [...own, ...ours].map(({ name, file }) => renameFace(file, name)),
    families,
    covers: coverage(song.file),
  };
}

function findOwn(folder: string, names: readonly string[]): string | undefined {
  return names.flatMap((name) => ['.ttf', '.otf'].map((ending) => join(folder, name + ending))).find((path) => existsSync(path));
}

function readOwn(path: string): Buffer {
  const file = readFileSync(path);
  try {
    readCoverage(file);
    return file;
  } catch {
    throw new Error(`字体文件 ${path} 不能用：请放入单个 TrueType（.ttf）或 OpenType（.otf）字体。`);
  }
}

function coverage(file: Buffer): (character: number) => boolean {
  const known = new Set<number>();
  for (const [first, last] of readCoverage(file)) for (let code = first; code <= last; code += 1) known.add(code);
  return (character) => known.has(character);
}

/** Characters that no face can print, each once: told before signing, never printed as a box. */
export function findUnprintable(text: string, { covers }: Pick<Faces, 'covers'>): string[] {
  const silent = /\s|[\u200C\u200D]|[\uFE00-\uFE0F]/u;
  return [...new Set(readable(text))].filter((character) => !silent.test(character) && !covers(character.codePointAt(0) ?? 0));
}
