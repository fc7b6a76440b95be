import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { handleMatter, loadMatter } from '#contexts/casework/index.ts';
import { saveDraft, signDraft, startDraft } from '#contexts/documents/index.ts';
import type { Subject } from '#kernel/subject.ts';
import { sequence } from '#platform/feed.ts';
import { takeNote } from '#platform/words.ts';
import { actor, paperNeeds } from '../../test/papers.ts';
import { startPortalServer, type PortalServer } from '../../test/portal-server.ts';
import { CITY, doAs, recheckedMatter } from '../../test/rechecked.ts';
import { at } from '../../test/stories.ts';
import { visit } from '../../test/visitor.ts';
import { deleteOverRechecks, publishRechecks } from './index.ts';

/** 复核意见公示（F37，第三十六条第二款）on a real database: drafted without persons, told, released by another, shown, taken down. */
let portal: PortalServer;
let staff: Awaited<ReturnType<typeof paperNeeds>>;
let matter: Subject;
const stopped: string[] = [];
const city = actor(CITY, ['unitHead', 'unitClerk'], '钱江');
const BASIS = '《信访工作条例》第三十六条；《建设工程质量管理条例》第四十条';

beforeAll(async () => {
  portal = await startPortalServer();
  staff = await paperNeeds(portal.as('huiyin_office'));
  matter = await recheckedMatter(staff);
});

async function publish(): Promise<void> {
  const worker = portal.as('huiyin_worker');
  await sequence(worker.sql, matter.region);
  await publishRechecks({ staff, worker, stopped: (subject) => stopped.push(subject) }, matter.region, 'rechecks');
}

async function look(day: string): Promise<string> {
  portal.time = at(day);
  return visit(portal.origin).open('/rechecks');
}

const rows = async () =>
  (await sql<{ count: number }>`select count(*)::int as count from transparency.recheck`.execute(portal.as('postgres').sql)).rows[0]?.count;

describe('复核意见公示', () => {
  it('机器起草的稿子里没有姓名、电话、住址；改回去的，签不了，并说出还剩什么', async () => {
    staff.clock.now = at('2026-11-09');
    const { draft, version, values } = await startDraft(
      staff,
      matter,
      { code: 'F37', values: { checkedBy: '郑河', basis: BASIS, recheckNo: '临政复核〔2026〕1号' } },
      city,
    );
    const text = JSON.stringify([values['subject'], values['claims'], values['result']]);
    for (const left of ['张𬭚', '13900001234', '翠屏小区', '3号楼']) expect(text).not.toContain(left);
    expect(values['result']).toContain('张某2023年7月报修时过了保修期');
    expect(values['heardOn']).toBe('2026-10-26');

    const named = await saveDraft(staff, matter, draft, { ...values, claims: '张𬭚要求修好屋面' }, version, city);
    expect(named.missing.map(({ label }) => label).join()).toContain('张𬭚');
    await expect(signDraft(staff, matter, { draft, version: named.version }, city)).rejects.toThrow('张𬭚');

    const mended = await saveDraft(staff, matter, draft, { ...values, claims: '请求修好屋面' }, named.version, city);
    expect(mended.missing).toEqual([]);
    await signDraft(staff, matter, { draft, version: mended.version }, city);
    expect((await loadMatter(staff, matter)).matter.publication).toMatchObject({ state: 'proposed', startsOn: '2026-11-20', proposedBy: '钱江' });
  });

  it('告知、等过十日、由另一个人发布以后，到了公示的日子谁都看得到，搜索网站除外', async () => {
    await doAs(staff, matter, '2026-11-10', '钱江', CITY, 'tellPublication', { on: '2026-11-10' }, { told: '当面给他看过' });
    await publish();
    expect(await look('2026-11-21')).toContain('现在没有公示的复核意见');
    await doAs(staff, matter, '2026-11-21', '郑河', CITY, 'releasePublication', { reviewed: true, left: [] }, { grounds: '逐字看过' });
    await publish();
    const page = await look('2026-11-21');
    for (const said of ['请求修好屋面', '张某2023年7月报修时过了保修期', '临水市人民政府', BASIS, 'name="robots" content="noindex'])
      expect(page, said).toContain(said);
    expect(page).not.toContain('张𬭚');
    expect(page).not.toContain(matter.id);
    const { headers } = await portal.app.inject({ url: '/rechecks?lang=en' });
    expect(headers['x-robots-tag']).toContain('noindex');
  });

  it('门户的角色只读得到公示的文字，读不到是哪一件事项，也写不进去', async () => {
    const db = portal.as('huiyin_portal').sql;
    await expect(sql`select subject from transparency.recheck`.execute(db)).rejects.toThrow('permission denied');
    await expect(sql`delete from transparency.recheck`.execute(db)).rejects.toThrow('permission denied');
    const shown = await sql<{ data: object }>`select data from transparency.recheck`.execute(db);
    expect(Object.keys(shown.rows[0]!.data).sort()).toEqual(['basis', 'claims', 'heardOn', 'organ', 'recheckNo', 'result', 'subject']);
  });

  it('信访人提出异议，马上撤下；不成立的，答复以后再挂出来', async () => {
    await doAs(staff, matter, '2026-11-23', '信访人', '信访人', 'objectToPublication', {}, { grounds: '邻居看得出是我' });
    await publish();
    expect(await rows()).toBe(0);
    await doAs(staff, matter, '2026-11-24', '郑河', CITY, 'answerObjection', { upheld: false }, { grounds: '没有姓名、住址和电话，看不出是谁' });
    await publish();
    expect(await look('2026-11-24')).toContain('请求修好屋面');
  });

  it('发布以后才知道的姓名在稿子里，不由人再说一次，也不再挂出来', async () => {
    const parties = takeNote(JSON.stringify([{ role: 'principal', name: '修好', phone: '13900005678' }]));
    staff.clock.now = at('2026-11-25');
    const by = { by: { person: '信访人', unit: '信访人' }, at: at('2026-11-25') };
    await handleMatter(staff, matter, { type: 'changeContact', parties: parties.words, contactKnown: true, ...by }, { notes: [parties] });
    await publish();
    expect(stopped).toContain(matter.id);
    expect(await rows()).toBe(0);
  });

  it('公示期过了，什么也不留', async () => {
    const worker = portal.as('huiyin_worker');
    const row = { region: 'qinghe', slug: 'x', subject: matter.id, starts_on: '2026-11-20', ends_on: '2026-12-01', data: '{}', published_at: at('2026-11-20') };
    await worker.sql
      .insertInto('transparency.recheck' as never)
      .values(row as never)
      .execute();
    expect(await look('2026-12-02')).toContain('现在没有公示的复核意见');
    expect(await deleteOverRechecks(worker.sql as never, 'qinghe', '2026-12-02')).toBe(1);
    expect(await rows()).toBe(0);
  });
});
