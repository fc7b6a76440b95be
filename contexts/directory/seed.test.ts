import { beforeAll, expect, it } from 'vitest';
import { newKey, ringOf } from '#platform/keys.ts';
import type { Database } from '#platform/database.ts';
import { loadOrgans, loadPeople } from '../../data/demo/load.ts';
import { cloneDatabase } from '../../test/database.ts';
import { demoAccountsOf, openDirectory, seedDirectory, seededId, type DirectoryNeeds } from './index.ts';

let db: Database;
let needs: DirectoryNeeds;
beforeAll(async () => {
  const open = await cloneDatabase();
  db = open();
  const now = () => new Date('2026-05-11T09:00:00+08:00');
  needs = { db, keys: ringOf(newKey(1)), now, calendar: () => 'test', directory: await openDirectory(db, { now }) };
});

const organs = loadOrgans();
const people = loadPeople();
const settings = { password: '清和 演示 口令', since: '2019-01-01' } as const;

it('puts the demonstration county in, and a second time nothing', async () => {
  expect(await seedDirectory(needs, organs, people, settings)).toEqual({ organs: organs.length, people: people.length });
  expect(await seedDirectory(needs, organs, people, settings)).toEqual({ organs: 0, people: 0 });
});

it('goes on where an earlier start was cut off; whoever gets a password of their own has to change it', async () => {
  const more = { ...people[0]!, login: 'xf99', name: '新来的' };
  const own = { ...settings, password: ({ login }: { login: string }) => `${login} 一次性` };
  expect(await seedDirectory(needs, organs, [...people, more], own)).toEqual({ organs: 0, people: 1 });
  const { must_change } = await db.sql.selectFrom('directory.account').select('must_change').where('login', '=', 'xf99').executeTakeFirstOrThrow();
  expect(must_change).toBe(true);
});

it('knows the same people by the same ids at every start, and everyone has the main post first', () => {
  const directory = needs.directory.current();
  for (const person of people) {
    expect(directory.personOf(seededId(person))).toBe(person.name);
    expect(directory.postsOf(seededId(person), '2026-05-11')[0]?.unit).toBe(person.posts[0]!.unit);
  }
});

it('hashes the one password once', async () => {
  const rows = await db.sql.selectFrom('directory.account').select('password_hash').where('login', '!=', 'xf99').distinct().execute();
  expect(rows).toHaveLength(1);
  expect(rows[0]!['password_hash']).toMatch(/^\$argon2id\$/);
});

it('refuses a role that does not exist, naming whose it is', async () => {
  const wrong = [{ ...people[0]!, login: 'xf98', posts: [{ unit: organs[0]!.code, title: '某职', roles: ['king'] }] }];
  await expect(seedDirectory(needs, [], wrong, settings)).rejects.toThrow('xf98: there is no role king');
});

it('leaves no unit of the county without a superior for review, a discipline organ and somebody for complaints', () => {
  const directory = needs.directory.current();
  const units = organs.filter(({ code, type }) => code.startsWith('qinghe/') && type !== 'party').map(({ code }) => code);
  expect(units.filter((unit) => !directory.superiorOf(unit))).toEqual([]);
  expect(units.filter((unit) => !directory.disciplineFor(unit))).toEqual([]);
  expect(units.filter((unit) => !directory.inChargeOfComplaintsAbout(unit))).toEqual([]);
});

it('puts complaints before somebody who is there to answer them', () => {
  const directory = needs.directory.current();
  const mayAnswer = ['supervisor', 'petitionDeptHead', 'unitHead', 'leader', 'jointConferenceOffice'];
  const answering = (unit: string) =>
    [unit, directory.organOf(unit)]
      .flatMap((each) => directory.membersOf(each, '2026-05-11'))
      .filter(({ roles }) => roles.some((role) => mayAnswer.includes(role)));
  const units = organs.map(({ code }) => code).filter((code) => code.startsWith('qinghe/'));
  expect(units.filter((unit) => answering(directory.inChargeOfComplaintsAbout(unit) ?? '').length === 0)).toEqual([]);
  expect(directory.inChargeOfComplaintsAbout('qinghe/water')).toBe('qinghe/petition-supervision');
});

it('lists the demonstration accounts with what to try', () => {
  const list = demoAccountsOf(organs, people, settings.password, { xf01: '登记一封来信' });
  expect(list).toHaveLength(people.length);
  expect(list.find(({ login }) => login === 'xf01')).toMatchObject({ unitName: '清和县信访局', tryThis: '登记一封来信' });
});
