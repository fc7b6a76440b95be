import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { prepareData } from '#apps/server/prepare-data.ts';
import { openDirectory } from '#contexts/directory/index.ts';
import { keysForEnglish, readEnglish } from '#contexts/transparency/index.ts';
import { openDatabase } from '#platform/database.ts';
import { readSettings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { addressFor, withStorage } from '#platform/storage.ts';

/**
 * `npm run english -- english.json`: the file in which an operator writes the
 * English names of the offices (HUIYIN_ENGLISH). Makes it, or adds what is new in
 * the directory, each in Chinese until somebody writes English there; says what
 * is missing, what belongs to no office, and what cannot be used.
 */
const [file] = process.argv.slice(2);
try {
  if (!file) throw new StartRefused('用法：npm run english -- english.json（没有这个文件就新建；有就核对，并补上新单位）。');
  const settings = readSettings({ ...process.env, HUIYIN_ENGLISH: '' });
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '{}';
  const { english, wrong } = readEnglish(text);
  if (wrong.length > 0) throw new StartRefused(`没有改动 ${file}，请先改好：\n${wrong.join('\n')}`);

  await withStorage(settings, async (storage) => {
    await prepareData(settings, storage);
    const db = openDatabase(addressFor(settings, 'huiyin_portal'));
    const directory = await openDirectory(db, { organsOnly: true });
    const keys = keysForEnglish(directory.current());
    await db.close();
    const given = JSON.parse(text.replace(/^\ufeff/, '')) as Record<string, string>;
    const all = { ...Object.fromEntries([...keys].map(([key, chinese]) => [key, given[key] || chinese])), ...given };
    writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
    const missing = [...keys].filter(([key]) => !english[key]);
    const strange = Object.keys(english).filter((key) => !keys.has(key));
    console.log(`${file}：共 ${keys.size} 项，已有英文 ${keys.size - missing.length} 项。`);
    for (const [key, chinese] of missing) console.log(`还是中文\t${key}\t${chinese}`);
    for (const key of strange) console.log(`名录里没有\t${key}\t不会显示，请核对代码`);
  });
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
