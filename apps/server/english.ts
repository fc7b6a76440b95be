import { readFileSync, statSync } from 'node:fs';
import { readEnglish, type English } from '#contexts/transparency/index.ts';
import type { Settings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';

/**
 * The operator's English names, as the file has them now: a change shows within
 * seconds, without a new start. A file that cannot be used refuses the start;
 * while the portal runs the names of before stay.
 */
const LOOK_MS = 5_000;
const DEMO = new URL('../../data/demo/english.json', import.meta.url);

interface Kept {
  readonly onTrouble: (error: unknown) => void;
  readonly now?: () => number;
}

export function keepEnglish({ englishFile: file, demo }: Pick<Settings, 'englishFile' | 'demo'>, { onTrouble, now = Date.now }: Kept): () => English {
  const shown = demo ? load(DEMO) : {};
  if (!file) return () => shown;
  let known = { english: { ...shown, ...load(file) }, changed: changedAt(file), looked: now() };
  return () => {
    if (now() - known.looked < LOOK_MS) return known.english;
    known = { ...known, looked: now() };
    try {
      const changed = changedAt(file);
      if (changed === known.changed) return known.english;
      known = { ...known, changed }; // told once
      known = { ...known, english: { ...shown, ...load(file) } };
    } catch (error) {
      onTrouble(error);
    }
    return known.english;
  };
}

const changedAt = (file: string) => statSync(file).mtimeMs;

function load(file: string | URL): English {
  const { english, wrong } = readEnglish(read(file));
  if (wrong.length > 0) throw new StartRefused(`单位英文名称的文件 ${file} 要改：\n${wrong.join('\n')}`);
  return english;
}

function read(file: string | URL): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartRefused(`读不了单位英文名称的文件（HUIYIN_ENGLISH）：${(error as Error).message}`);
  }
}
