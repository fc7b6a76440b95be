import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { prepareData } from '#apps/server/prepare-data.ts';
import { openStaffNeeds } from '#apps/server/needs.ts';
import { seedDirectory, type OrganEntry, type PersonEntry } from '#contexts/directory/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import { regionOf } from '#kernel/subject.ts';
import { createKeys } from '#platform/keys-folder.ts';
import { createLog } from '#platform/log.ts';
import { readSettings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { keyFolderOf, withStorage } from '#platform/storage.ts';

/**
 * `npm run set-up -- organs.json people.json`: the first organs and accounts of
 * a deployment of one's own, in the form of data/demo/. Whoever is there already
 * stays as they are.
 */
const [organFile, peopleFile] = process.argv.slice(2);
try {
  if (!organFile || !peopleFile) throw new StartRefused('用法：npm run set-up -- organs.json people.json（写法见 data/demo/ 中的同名文件）。');
  const organs = read<OrganEntry>(organFile);
  const people = read<PersonEntry>(peopleFile);
  const settings = { ...readSettings(process.env), demo: false };
  const password = randomBytes(9).toString('base64url');

  await withStorage(settings, async (storage) => {
    await prepareData(settings, storage);
    createKeys(keyFolderOf(settings), [...new Set(organs.map(({ code }) => regionOf(code)))]);
    const needs = await openStaffNeeds(settings, createLog('set-up', settings.logLevel), 'office');
    const made = await seedDirectory(needs, organs, people, { password, since: dateInChina(new Date()) });
    await needs.close();
    console.log(`建立了 ${made.organs} 个单位、${made.people} 个账户。`);
    if (made.people > 0) console.log(`新账户的密码都是 ${password}，只显示这一次；请各人首次登录后立即修改。`);
  });
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function read<Entry>(file: string): Entry[] {
  try {
    const entries = JSON.parse(readFileSync(file, 'utf8'));
    if (Array.isArray(entries)) return entries;
  } catch (error) {
    throw new StartRefused(`读不了 ${file}：${(error as Error).message}`);
  }
  throw new StartRefused(`${file} 应是一个列表。`);
}
