import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { cloneAddress, openFor, query } from '../test/database.ts';
import { raw, type Database } from './database.ts';
import { newId } from './numbers-id.ts';
import { insertRows, upsertRows } from './rows.ts';

let db: Database;
beforeAll(async () => {
  const address = (await cloneAddress())('postgres');
  await query(
    address,
    'create table public.note (region text, id uuid primary key, text text, seal bytea, at timestamptz, day date, marks text[], data jsonb)',
  );
  await query(address, 'create table public.taken (text text primary key, id uuid)');
  db = openFor(address, { shares: true });
});

const note = (id: string, text: string) => ({
  region: 'qinghe',
  id,
  text,
  seal: Buffer.from([0, 92, 255]),
  at: new Date('2026-03-02T01:02:03.456Z'),
  day: '2026-03-02',
  marks: ['甲,乙', '引"号', '反\\斜'],
  data: { words: '换\n行\t制表\\n' },
});
const rowsOf = (id: string, text: string) => [
  insertRows(db.sql, 'note', [note(id, text)]),
  upsertRows(db.sql, 'taken', ['text'], [{ text, id }]),
  insertRows(db.sql, 'note', [note(newId(), '附')]),
];
const keep = (id: string, text: string) => db.shared!([...rowsOf(id, text)]);
const noted = (ids: readonly string[]) => db.sql.selectFrom('note').selectAll().where('id', 'in', ids).orderBy('id').execute();
const transactions = () => db.state().acts;

describe('同一时刻登记的几件', () => {
  it('一次提交，一个来回；写下的和各自写的一个字不差', async () => {
    const ids = Array.from({ length: 5 }, () => newId());
    const before = { ...db.state() };
    await Promise.all(ids.map((id, index) => keep(id, `第${index}件：\\N、制表\t、换行\n、引号"，末尾反斜杠\\`)));
    expect([transactions() - before.acts, db.state().trips - before.trips]).toEqual([1, 1]);
    const together = await noted(ids);

    const others = Array.from({ length: 5 }, () => newId());
    for (const [index, id] of others.entries()) await keep(id, `又第${index}件：\\N、制表\t、换行\n、引号"，末尾反斜杠\\`);
    expect(transactions() - before.acts).toBe(6);
    const alone = await noted(others);
    const plain = (rows: readonly any[]) =>
      rows.map(({ id: _, text, ...row }) => ({ ...row, text: text.replace('又', '') })).sort((a, b) => (a.text < b.text ? -1 : 1));
    expect(together).toHaveLength(5);
    expect(plain(together)).toEqual(plain(alone));
  });

  it('其中一件已经有了：只有它听到，别的照样登记', async () => {
    const first = newId();
    await keep(first, '先来的');
    const ids = [newId(), first, newId()]; // the second is there already
    const told = await Promise.allSettled(ids.map((id, index) => keep(id, `同来的${index}`)));
    expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(told[1]).toMatchObject({ reason: { code: '23505', table: 'note' } });
    expect(await noted([ids[0]!, ids[2]!])).toHaveLength(2);
    const { text } = (await noted([first]))[0] as { text: string };
    expect(text).toBe('先来的');
  });

  it('两件互相冲突：一件登记，另一件听到', async () => {
    const id = newId();
    const told = await Promise.allSettled([keep(id, '一样的甲'), keep(id, '一样的乙')]);
    expect(told.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await noted([id])).toHaveLength(1);
  });

  it('一件写不进去的字，不连累别的', async () => {
    const ids = [newId(), newId()];
    const told = await Promise.allSettled([keep(ids[0]!, '零字符\u0000'), keep(ids[1]!, '好好的')]);
    expect(told).toMatchObject([{ status: 'rejected', reason: { code: '22021' } }, { status: 'fulfilled' }]);
    expect(await noted(ids)).toHaveLength(1);
  });
});

describe('同一时刻的几次查看', () => {
  const one = (text: string) => raw(db.sql, sql`select ${text}::text as text`);
  const bad = () => raw(db.sql, sql`select 1 / ${0}::int`);

  it('一个来回，各得各的', async () => {
    const before = db.state().trips;
    const answers = await Promise.all(['甲', '乙', '丙'].map((text) => db.look(one(text), one(`${text}二`))));
    expect(answers).toEqual(['甲', '乙', '丙'].map((text) => [[{ text }], [{ text: `${text}二` }]]));
    expect(db.state().trips - before).toBe(1);
    expect(await db.look(one('丁'))).toEqual([[{ text: '丁' }]]);
  });

  it('其中一次出错：只有它听到，别的照样得到', async () => {
    const told = await Promise.allSettled([db.look(one('甲')), db.look(one('乙'), bad()), db.look(one('丙'))]);
    expect(told).toMatchObject([
      { status: 'fulfilled', value: [[{ text: '甲' }]] },
      { status: 'rejected', reason: { code: '22012' } },
      { status: 'fulfilled', value: [[{ text: '丙' }]] },
    ]);
  });

  it('写下的记录也是：别人出错，自己的记录只有一条', async () => {
    const ids = [newId(), newId()];
    const told = await Promise.allSettled([
      db.look(insertRows(db.sql, 'note', [note(ids[0]!, '看过')])),
      db.look(insertRows(db.sql, 'note', [note(ids[1]!, '也看过')]), bad()),
    ]);
    expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await noted(ids)).toHaveLength(1);
  });

  it('比一次能带的多，分几次走，谁也不少', async () => {
    const texts = Array.from({ length: 50 }, (_, index) => `第${index}`);
    const before = db.state().trips;
    const answers = await Promise.all(texts.map((text) => db.look(one(text))));
    expect(answers.map(([rows]) => rows![0].text)).toEqual(texts);
    expect(db.state().trips - before).toBeLessThan(10);
  });
});
