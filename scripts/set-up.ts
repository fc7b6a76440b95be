import { readFileSync } from 'node:fs';
import { prepareData } from '#apps/server/prepare-data.ts';
import { openStaffNeeds } from '#apps/server/needs.ts';
import {
  agreersOf,
  guardedIn,
  newOneTimePassword,
  seedDirectory,
  seededId,
  wrongInFirstList,
  type OrganEntry,
  type PersonEntry,
} from '#contexts/directory/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import { regionOf } from '#kernel/subject.ts';
import { createKeys } from '#platform/keys-folder.ts';
import { createLog } from '#platform/log.ts';
import { readSettings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { keyFolderOf, withStorage } from '#platform/storage.ts';

/**
 * `npm run set-up -- organs.json people.json`: the first organs and accounts of
 * a deployment of one's own, in the form of data/demo/ (docs/how-to/first-start.md).
 * Whoever is there already stays as they are; the others get a password of their
 * own, told this once, which the first sign-in has them change.
 */
const [organFile, peopleFile] = process.argv.slice(2);
try {
  if (!organFile || !peopleFile) throw new StartRefused('用法：npm run set-up -- organs.json people.json（写法见 data/demo/ 中的同名文件）。');
  const organs = read<OrganEntry>(organFile);
  const people = read<PersonEntry>(peopleFile);
  const settings = { ...readSettings(process.env), demo: false };

  await withStorage(settings, async (storage) => {
    await prepareData(settings, storage);
    createKeys(keyFolderOf(settings), regionsIn(organs));
    const needs = await openStaffNeeds(settings, createLog('set-up', settings.logLevel), 'office');
    try {
      const today = dateInChina(new Date());
      const known = needs.directory.current();
      const admin = known.organs.some(({ unit }) => known.holdersOf(unit, 'sysAdmin', today).length > 0);
      const mustBeAgreed = (person: PersonEntry, unit: string, role: string) => {
        const isNew = person.posts[0] !== undefined && !known.findPerson(seededId(person));
        const opens = guardedIn(known, unit)
          .filter((each) => each === role)
          .map((each) => ({ unit, role: each }));
        return isNew && opens.length > 0 && agreersOf(known, { opens, gains: '-', proposedBy: '-' }, today).length > 0;
      };
      const wrong = wrongInFirstList(organs, people, { organ: known.exists, admin, mustBeAgreed });
      if (wrong.length > 0) throw new StartRefused(`没有建立任何单位和账号，请先改好：\n${wrong.join('\n')}`);
      const passwords: (readonly [PersonEntry, string])[] = [];
      const made = await seedDirectory(needs, organs, people, { password: (person) => keep(passwords, person), since: today });
      console.log(`建立了 ${made.organs} 个单位、${made.people} 个账号。`);
      if (passwords.length > 0) console.log('一次性密码只显示这一次，请分别当面交给本人；首次登录须改成自己的密码。');
      for (const [{ login, name }, password] of passwords) console.log(`${login}\t${name}\t${password}`);
    } finally {
      await needs.close();
    }
  });
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function keep(passwords: (readonly [PersonEntry, string])[], person: PersonEntry): string {
  const password = newOneTimePassword();
  passwords.push([person, password]);
  return password;
}

/** Of what is well written alone: the rest is refused before anything is made with it. */
function regionsIn(organs: readonly OrganEntry[]): string[] {
  return [...new Set(organs.flatMap(({ code }) => (/^[a-z][a-z0-9-]*\//.test(code) ? [regionOf(code)] : [])))];
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
