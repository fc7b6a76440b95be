import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { cloneDatabase } from '../test/database.ts';
import { findOrgansThatOpened, closeAbandoned, findAccessBreaks } from './access-log-verify.ts';
import { openAccessLog, type AccessLog, type Opening } from './access-log.ts';
import { raw, type Database } from './database.ts';
import { newId } from './numbers-id.ts';

let office: Database;
let worker: Database;
let owner: Database;
let log: AccessLog;
let clock = new Date('2026-05-11T01:00:00Z');
beforeAll(async () => {
  const open = await cloneDatabase();
  [office, worker, owner] = [open('huiyin_office'), open('huiyin_worker'), open('postgres')];
  log = openAccessLog(office, { name: 'office 1', now: () => clock });
});

const matter = (region = 'qinghe') => ({ region, id: newId() });
const look = (subjects: Opening['subjects'], more: Partial<Opening> = {}): Opening => ({
  by: { person: 'p-lan', unit: 'qinghe/housing', session: 's1' },
  place: '10.1.2.3',
  purpose: 'handle',
  subjects,
  ...more,
});
const one = () => raw(office.sql, sql`select 1 as one`);
const ofSubject = (id: string) => owner.sql.selectFrom('access.opening').selectAll().where('subject', '=', id).orderBy('at').execute();

describe('不变量 29：打开任何一件都留下谁、何时、从何处、为何', () => {
  it('与页面的最后一次查询同去同回，不多一次往返', async () => {
    const subject = matter();
    const before = office.state().trips;
    expect(await log.read(look([subject], { fields: ['phone', 'name'] }), one(), one())).toEqual([[{ one: 1 }], [{ one: 1 }]]);
    expect(office.state().trips - before).toBe(1);
    expect(await ofSubject(subject.id)).toMatchObject([
      { person: 'p-lan', unit: 'qinghe/housing', session: 's1', place: '10.1.2.3', purpose: 'handle', fields: 'name,phone', exported: false, at: clock },
    ]);
  });

  it('记不下来就不给看', async () => {
    const subject = matter();
    await owner.send(raw(owner.sql, sql`revoke insert on access.opening from huiyin_office`));
    await expect(log.read(look([subject]), one())).rejects.toThrow('permission denied');
    await owner.send(raw(owner.sql, sql`grant insert on access.opening to huiyin_office`));
    expect(await log.read(look([subject]), one())).toEqual([[{ one: 1 }]]);
    expect(await findAccessBreaks(worker.sql, 'qinghe')).toEqual([]);
  });

  it('与自己有关才当场记下；无关的不记，链上不缺一环', async () => {
    const [mine, theirs] = [matter(), matter()];
    const there = ({ region, id }: typeof mine) => ({ table: 'history.head', row: { region, subject: id } });
    await owner.sql
      .insertInto('history.head')
      .values({ region: mine.region, subject: mine.id, n: 1, hash: Buffer.alloc(32) })
      .execute();
    const before = office.state().trips;
    expect(await log.readIf(there(mine), look([mine]), one())).toEqual({ recorded: true, answers: [[{ one: 1 }]] });
    expect(await log.readIf(there(theirs), look([theirs]), one())).toEqual({ recorded: false, answers: [[{ one: 1 }]] });
    expect(await log.readIf(there(mine), look([mine]), one())).toMatchObject({ recorded: true });
    expect(office.state().trips - before).toBe(3);
    expect(await ofSubject(mine.id)).toHaveLength(2);
    expect(await ofSubject(theirs.id)).toHaveLength(0);
    expect(await findAccessBreaks(worker.sql, 'qinghe')).toEqual([]);
  });

  it('许多人同时打开，各写各的，一条不少', async () => {
    const subjects = Array.from({ length: 60 }, () => matter());
    await Promise.all(subjects.map((subject) => log.read(look([subject]), one())));
    await log.read(look([...subjects, matter('linshui')], { purpose: 'export', exported: true }));
    const { length } = await owner.sql
      .selectFrom('access.opening')
      .select('n')
      .where(
        'subject',
        'in',
        subjects.map(({ id }) => id),
      )
      .execute();
    expect(length).toBe(120);
    expect(await findAccessBreaks(worker.sql, 'qinghe')).toEqual([]);
  });

  it('一次导出五千件，逐件留痕', async () => {
    const region = `r${newId().slice(-6)}`;
    await log.read(
      look(
        Array.from({ length: 5_001 }, () => matter(region)),
        { purpose: 'export', exported: true },
      ),
    );
    const { rows } = await sql<{ count: string }>`select count(*) from access.opening where region = ${region} and exported`.execute(owner.sql);
    expect(Number(rows[0]!.count)).toBe(5_001);
    expect(await findAccessBreaks(worker.sql, region)).toEqual([]);
  });

  it('信访人能看到哪些机关打开过，看不到工作人员的名字', async () => {
    const subject = matter();
    await log.read(look([subject]));
    clock = new Date(clock.getTime() + 60_000);
    await log.read(look([subject], { by: { person: 'p-he', unit: 'qinghe/petitions', session: 's2' } }));
    await log.read(look([subject]));
    const organs = await findOrgansThatOpened(worker.sql, subject);
    expect(organs.map(({ unit }) => unit)).toEqual(['qinghe/housing', 'qinghe/petitions']);
    expect(JSON.stringify(organs)).not.toMatch(/p-lan|p-he/);
    expect(organs[0]!.last.getTime() - organs[0]!.first.getTime()).toBe(60_000);
  });
});

describe('不变量 36：查阅记录只增不改，缺一条、改一处都能查出', () => {
  it('办理进程和后台进程都不能改、不能删', async () => {
    for (const db of [office, worker]) {
      await expect(db.sql.deleteFrom('access.opening').execute()).rejects.toThrow('permission denied');
      await expect(db.sql.updateTable('access.opening').set({ unit: 'x' }).execute()).rejects.toThrow('permission denied');
      await expect(db.sql.deleteFrom('access.closing').execute()).rejects.toThrow('permission denied');
    }
  });

  /** A segment of five records, closed; then the owner of the machine does something to it. */
  async function damage(harm: (segment: string) => Promise<unknown>): Promise<string[]> {
    const own = openAccessLog(office, { name: 'office 2', now: () => clock });
    const region = `r${newId().slice(-6)}`;
    for (let turn = 0; turn < 5; turn += 1) await own.read(look([matter(region)]));
    await own.close();
    expect(await findAccessBreaks(worker.sql, region)).toEqual([]);
    const [row] = await owner.sql.selectFrom('access.opening').select('segment').where('region', '=', region).execute();
    await harm(row!.segment);
    return findAccessBreaks(worker.sql, region);
  }
  const opening = (segment: string, n: number) => sql<boolean>`segment = ${segment} and n = ${n}`;

  it.each([
    [
      '改了一条',
      (segment: string) => owner.sql.updateTable('access.opening').set({ unit: 'qinghe/other' }).where(opening(segment, 3)).execute(),
      '第3条被改动',
    ],
    ['删了中间一条', (segment: string) => owner.sql.deleteFrom('access.opening').where(opening(segment, 2)).execute(), '缺第2条'],
    ['删了末尾一条', (segment: string) => owner.sql.deleteFrom('access.opening').where(opening(segment, 5)).execute(), '应有5条，只剩4条'],
    ['全删了', (segment: string) => owner.sql.deleteFrom('access.opening').where('segment', '=', segment).execute(), '应有5条，只剩0条'],
    ['改了时间', (segment: string) => owner.sql.updateTable('access.opening').set({ at: new Date() }).where(opening(segment, 1)).execute(), '第1条被改动'],
  ])('%s', async (_, harm, told) => {
    expect(await damage(harm)).toEqual([expect.stringContaining(told)]);
  });

  it('过了一小时另起一段，前一段收尾', async () => {
    const own = openAccessLog(office, { name: 'office 3', now: () => clock });
    const region = `r${newId().slice(-6)}`;
    await own.read(look([matter(region)]));
    clock = new Date(clock.getTime() + 3600_000);
    await own.read(look([matter(region)]));
    const closings = await owner.sql.selectFrom('access.closing').selectAll().where('region', '=', region).execute();
    expect(closings).toMatchObject([{ n: 1, closed_by: 'office 3' }]);
  });

  it('进程突然中止，由后台收尾，不算缺漏', async () => {
    const region = `r${newId().slice(-6)}`;
    await openAccessLog(office, { name: 'office 4', now: () => clock }).read(look([matter(region), matter(region)]));
    const later = new Date(clock.getTime() + 2 * 3600_000);
    expect(await closeAbandoned(worker.sql, region, clock, later)).toBe(0);
    expect(await closeAbandoned(worker.sql, region, new Date(clock.getTime() + 1), later)).toBe(1);
    expect(await closeAbandoned(worker.sql, region, later, later)).toBe(0);
    expect(await findAccessBreaks(worker.sql, region)).toEqual([]);
  });
});
