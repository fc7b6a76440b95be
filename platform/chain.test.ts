import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../test/database.ts';
import { openAccessLog } from './access-log.ts';
import { act, step, type ActNeeds } from './act.ts';
import { findProof, makeRoots } from './chain-roots.ts';
import { findHistoryBreaks } from './chain-verify.ts';
import type { Database } from './database.ts';
import { sequence } from './feed.ts';
import { keysInMemory } from './keys-memory.ts';
import { followPath } from './merkle.ts';
import { newId } from './numbers-id.ts';

const keys = keysInMemory();
let now = new Date('2026-05-11T02:00:00Z');
let needs: ActNeeds;
let office: Database;
let worker: Database;
let owner: Database;
beforeAll(async () => {
  const open = await cloneDatabase();
  [office, worker, owner] = [open('huiyin_office'), open('huiyin_worker'), open('postgres')];
  needs = { db: office, keys: keys.regions, now: () => now, calendar: () => '2026' };
});

const thing = {
  initial: undefined,
  decide: (days: number) => [{ type: 'Done', days, by: { person: 'p', unit: 'qinghe/office' }, at: new Date('2026-05-10T00:00:00Z') }],
  evolve: () => undefined,
};
const DAY = 24 * 3600_000;

/** A region with six subjects of three actions each, over two closed days, and one act that waits for its place. */
async function newRegion(): Promise<{ region: string; ids: string[] }> {
  const region = `r${newId().slice(-8)}`;
  const ids = Array.from({ length: 6 }, () => newId());
  const log = openAccessLog(office, { name: 'office', now: () => now });
  const began = now;
  for (const turn of [0, 1, 2]) {
    for (const id of ids) await act(needs, [step({ region, id }, 'matter', thing, turn, { isNew: turn === 0 })]);
    await log.read({ by: { person: 'p', unit: 'u', session: 's' }, place: '::1', purpose: 'handle', subjects: [{ region, id: ids[turn]! }] });
    await log.close();
    await sequence(worker.sql, region);
    now = new Date(now.getTime() + DAY);
    if (turn < 2) await makeRoots(worker.sql, keys.receipts, region, now);
  }
  now = began;
  await act(needs, [step({ region, id: newId() }, 'matter', thing, 9, { isNew: true })]);
  return { region, ids };
}

const breaks = (region: string) => findHistoryBreaks(worker.sql, region, keys.receipts);

describe('不变量 36：办理留痕首尾相连，任何缺漏和改动都能查出', () => {
  it('完好的查不出毛病', async () => expect(await breaks((await newRegion()).region)).toEqual([]));

  const second = (id: string) => sql<boolean>`subject = ${id} and n = 2`;
  it.each([
    [
      '改了一个动作的时间',
      (id: string) =>
        owner.sql
          .updateTable('history.action')
          .set({ at: new Date('2026-05-09T00:00:00Z') })
          .where(second(id)),
      '第2个动作被改动',
    ],
    [
      '改了一个动作的内容',
      (id: string) =>
        owner.sql
          .updateTable('history.action')
          .set({ data: { days: 7 } })
          .where(second(id)),
      '第2个动作被改动',
    ],
    ['删了中间一个', (id: string) => owner.sql.deleteFrom('history.action').where(second(id)), '缺第2个动作'],
    ['删了最后一个', (id: string) => owner.sql.deleteFrom('history.action').where('subject', '=', id).where('n', '=', 3), '应有3个动作，只剩2个'],
    ['删了末号', (id: string) => owner.sql.deleteFrom('history.head').where('subject', '=', id), '末号缺失'],
  ])('%s', async (_, harm, told) => {
    const { region, ids } = await newRegion();
    await harm(ids[2]!).execute();
    expect(await breaks(region)).toContainEqual(`办理留痕 ${ids[2]}：${told}`);
  });

  it('整件删得干干净净，次序和公开的根摘要还在', async () => {
    const { region, ids } = await newRegion();
    for (const table of ['history.action', 'history.head']) await owner.sql.deleteFrom(table).where('subject', '=', ids[0]!).execute();
    expect(await breaks(region)).toEqual(
      expect.arrayContaining([expect.stringContaining('所指的动作不存在'), expect.stringContaining('办理根摘要：应有6条，现有5条')]),
    );
  });

  it('连次序也一并重排，与公开过的根摘要对不上', async () => {
    const { region, ids } = await newRegion();
    for (const table of ['history.action', 'history.head', 'history.feed']) await owner.sql.deleteFrom(table).where('subject', '=', ids[0]!).execute();
    await sql`update history.feed set position = -place from (select position as old, row_number() over (order by position) as place from history.feed where region = ${region}) as places where region = ${region} and position = old`.execute(
      owner.sql,
    );
    await sql`update history.feed set position = -position where region = ${region}`.execute(owner.sql);
    expect(await breaks(region)).toContainEqual(expect.stringContaining('根摘要：与现有内容对不上'));
  });

  it('删去一段查阅记录连同收尾，与公开过的根摘要对不上', async () => {
    const { region } = await newRegion();
    await sql`delete from access.closing where region = ${region} and closed_at < ${new Date('2026-05-12T00:00:00Z')}`.execute(owner.sql);
    expect(await breaks(region)).toContainEqual(expect.stringContaining('查阅根摘要：应有1条，现有0条'));
  });

  it('换了根摘要，签名和前后都不认', async () => {
    const { region } = await newRegion();
    await owner.sql
      .updateTable('proof.root')
      .set({ chained: Buffer.alloc(32, 7) })
      .where('region', '=', region)
      .where('kind', '=', 'history')
      .execute();
    expect(await breaks(region)).toContainEqual(expect.stringContaining('与前一日不相连'));
  });

  it('没有进入次序的办理也会说出来', async () => {
    const { region } = await newRegion();
    await owner.sql.deleteFrom('history.outbox').where('region', '=', region).execute();
    expect(await breaks(region)).toEqual([expect.stringContaining('没有进入次序')]);
  });
});

describe('a day’s root', () => {
  it('is made once, for what entered the feed since the day before, and cannot be made again', async () => {
    const { region } = await newRegion();
    const roots = await worker.sql
      .selectFrom('proof.root')
      .select(['kind', 'day', 'first', 'last', 'leaves'])
      .where('region', '=', region)
      .orderBy('kind')
      .orderBy('day')
      .execute();
    expect(roots.filter(({ kind }) => kind === 'history')).toEqual([
      { kind: 'history', day: '2026-05-11', first: '1', last: '6', leaves: 6 },
      { kind: 'history', day: '2026-05-12', first: '7', last: '12', leaves: 6 },
    ]);
    expect(await makeRoots(worker.sql, keys.receipts, region, new Date('2026-05-13T02:00:00Z'))).toEqual([]);
    await expect(worker.sql.updateTable('proof.root').set({ leaves: 1 }).execute()).rejects.toThrow('permission denied');
  });

  it('proves that an action is under it', async () => {
    const { region, ids } = await newRegion();
    const proof = await findProof(worker.sql, region, ids[3]!, 1);
    expect(proof?.day).toBe('2026-05-11');
    expect(followPath(Buffer.from(proof!.leaf, 'hex'), proof!.steps).toString('hex')).toBe(proof!.root);
    expect(await findProof(worker.sql, region, ids[3]!, 3)).toBeUndefined(); // its day is not closed yet
  });
});
