import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place, Stage } from './stage.ts';

/** The import of real messages, twice: what came in, what was turned down, and that the second run brings nothing. */
const MESSAGES = join(import.meta.dirname, '../../shared/data/messages/issues/messages.jsonl');
const SCRIPT = join(import.meta.dirname, '../scripts/import.ts');

export interface ImportFigures {
  readonly first: string;
  readonly again: string;
  readonly seconds: number;
}

/** Undefined where the file is not there: it is for evaluation alone and no part of the project. */
export function measureImport({ folder }: Stage, { settings }: Place): ImportFigures | undefined {
  if (!existsSync(MESSAGES)) return undefined;
  const [file, map] = [join(folder, 'messages.jsonl'), join(folder, 'map.json')];
  copyFileSync(MESSAGES, file);
  writeFileSync(
    map,
    JSON.stringify({ columns: { externalId: 'id', title: 'title', text: 'detail', receivedAt: 'time' }, constants: { channel: 'messageBoard' } }),
  );
  const env = { PATH: process.env['PATH'], HUIYIN_DATA: settings.dataFolder, DATABASE_URL: settings.databaseUrl, HUIYIN_DEMO: '1' };
  const run = () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [SCRIPT, file, '--map', map], { env, encoding: 'utf8' });
    if (status === 1 || status === null) throw new Error(`The import failed: ${stderr}`);
    return /共读到 .*。/.exec(stdout)?.[0] ?? stdout;
  };
  const start = performance.now();
  const first = run();
  const seconds = (performance.now() - start) / 1_000;
  const again = run();
  rmSync(file);
  return { first, again, seconds };
}
