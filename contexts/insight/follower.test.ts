import { beforeAll, describe, expect, it } from 'vitest';
import { loadMatter } from '#contexts/casework/index.ts';
import { intakeRebuilder, registerIntake, type IntakeNeeds, type Registered } from '#contexts/intake/index.ts';
import type { Database } from '#platform/database.ts';
import { sequence } from '#platform/feed.ts';
import { keysInMemory } from '#platform/keys-memory.ts';
import { cloneDatabase } from '../../test/database.ts';
import { arrivedBy, deskNeeds } from '../../test/desk.ts';
import { rebuilt } from '../../test/rebuilt.ts';
import { countTerms } from './figures/follower.ts';
import { indexMatters } from './follower.ts';
import { hiders, textRows } from './index-matter.ts';
import { figuresRebuilder, searchRebuilder } from './rebuild.ts';

const NOW = new Date('2026-07-24T10:00:00+08:00');
const { search } = keysInMemory();
const classify = { kind: 'claim', purpose: 'seekResolution', category: '0101', also: [], firstTime: true, general: false } as const;
let worker: Database;
let owner: Database;
let needs: IntakeNeeds;
beforeAll(async () => {
  const open = await cloneDatabase();
  needs = deskNeeds(open('huiyin_office'), () => NOW);
  worker = open('huiyin_worker');
  owner = open('postgres');
});

async function register(count: number) {
  const made: Registered['matters'][number][] = [];
  for (let index = 0; index < count; index += 1) {
    const text = `第${made.length}栋楼前的路灯不亮，已经${count}天`;
    const part = {
      title: '路灯不亮',
      text,
      claims: ['修好路灯'],
      classify: { ...classify, simple: false, ownLower: false, litigation: false, evaluation: true },
    };
    const arrived = { ...arrivedBy('letter', text), receivedAt: new Date('2026-07-23T09:00:00+08:00') };
    made.push(...(await registerIntake(needs, 'qinghe', arrived, { by: { person: '张明', unit: 'qinghe/petition' }, parts: [part] })).matters);
  }
  await sequence(worker.sql, 'qinghe');
  return made;
}

async function follow() {
  const [reads, writes] = [needs.db.state().trips, worker.state().trips];
  await indexMatters({ staff: needs, worker, search }, 'qinghe', 'search');
  await countTerms({ staff: needs, worker }, 'qinghe', 'figures');
  return { reads: needs.db.state().trips - reads, writes: worker.state().trips - writes };
}

describe('跟着办理留痕更新检索和期限数', () => {
  it('不论一次跟上几件，问数据库的次数一样；写下的与一件一件算出来的一样', async () => {
    await register(1);
    await follow(); // the followers' own rows are made
    await register(1);
    const one = await follow();
    const many = await register(15);
    expect(await follow()).toEqual(one);

    const hiderOf = hiders(search);
    const rows = await worker.sql
      .selectFrom('insight.text')
      .selectAll()
      .where(
        'subject',
        'in',
        many.map(({ id }) => id),
      )
      .orderBy('subject')
      .execute();
    expect(rows).toHaveLength(15);
    for (const { id, region } of many) {
      const [wanted] = textRows(await loadMatter(needs, { region, id }), hiderOf);
      const { tokens, ...rest } = rows.find(({ subject }) => subject === id)!;
      const { tokens: listed, ...others } = wanted!;
      expect(rest).toEqual(others);
      expect(
        tokens
          .split(' ')
          .map((token: string) => token.replaceAll("'", ''))
          .sort(),
      ).toEqual([...new Set(listed.split(' '))].sort());
    }
    const terms = await worker.sql.selectFrom('insight.term').select('subject').distinct().execute();
    expect(terms).toHaveLength(17);
  });

  it('再跟一遍，什么也不变', async () => {
    const before = await worker.sql.selectFrom('insight.term').selectAll().orderBy('subject').orderBy('key').execute();
    await worker.sql.updateTable('history.follower').set({ position: 0 }).execute();
    await follow();
    expect(await worker.sql.selectFrom('insight.term').selectAll().orderBy('subject').orderBy('key').execute()).toEqual(before);
  });

  it('从历史重建，与跟着写下的一行不差', async () => {
    const whole = { ...needs, search };
    const counted = await rebuilt<typeof whole>(owner, whole, [searchRebuilder, figuresRebuilder, intakeRebuilder]);
    expect(counted).toEqual({ 'insight.text': 17, 'insight.term': expect.any(Number), 'intake.intake': 17 });
    expect(counted['insight.term']).toBeGreaterThanOrEqual(17);
  });
});
