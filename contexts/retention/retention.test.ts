import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseworkRebuilder, handleMatter, loadMatter, loadPast, type MatterCommand } from '#contexts/casework/index.ts';
import { handleWork } from '#contexts/coordination/index.ts';
import { indexMatters } from '#contexts/insight/index.ts';
import { loadIntake, openMatters, registerIntake, type IntakeNeeds } from '#contexts/intake/index.ts';
import type { Subject } from '#kernel/subject.ts';
import { blobsInFolder } from '#platform/blobs-folder.ts';
import type { Database } from '#platform/database.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { keys, letter } from '../../test/arrivals.ts';
import { followedCounty, type Followed } from '../../test/followed.ts';
import type { PortalServer } from '../../test/portal-server.ts';
import { at, by, claim, UNITS } from '../../test/stories.ts';
import { visit } from '../../test/visitor.ts';
import { eraseExpired, planRetention, readSchedule, type EraseNeeds } from './index.ts';

const REGION = 'qinghe';
const NAME = '张𬭚';
const NAMES = { search: 'search', plan: 'retention', progress: 'progress' };
let county: Followed;
let portal: PortalServer;
let staff: IntakeNeeds & EraseNeeds['staff'];
let worker: Database;
let root: Database;

beforeAll(async () => {
  county = await followedCounty();
  portal = county.portal;
  worker = county.publishing.worker;
  root = portal.as('postgres');
  staff = Object.assign(county.staff, { blobs: await blobsInFolder(portal.needs.blobFolder) });
});

/** What the worker does every second. */
async function follow(): Promise<void> {
  await county.follow();
  await indexMatters({ staff, worker, search: keys.search }, REGION, NAMES.search);
  await planRetention({ staff, worker, schedule: readSchedule() }, REGION, NAMES.plan);
}

let letters = 0;
async function register(more: Parameters<typeof letter>[0] = {}) {
  portal.time = at('2026-07-20', '09:42');
  letters += 1;
  const arrived = letter({ text: `第${letters}封：屋面去年起漏水，找了三次没有结果。`, ...more });
  const { intake, code } = await registerIntake(staff, REGION, arrived, { by: { person: '张明', unit: UNITS.petition } });
  const loaded = await loadIntake(staff, intake);
  const parts = [{ title: `屋面漏水${letters}`, text: '漏水', claims: ['修好屋面'], classify: claim }];
  const { matters } = await openMatters(staff, loaded, parts, { by: { person: '张明', unit: UNITS.petition }, at: portal.time }, loaded.past.length);
  return { intake, code: code!, matter: { region: REGION, id: matters[0]!.id } };
}

async function does(day: string, unit: string, subject: Subject, command: Record<string, unknown>, notes: readonly Note[] = []) {
  portal.time = at(day);
  await handleMatter(staff, subject, { ...command, ...by(unit, day) } as unknown as MatterCommand, { notes });
}

async function merge(same: Subject, main: Subject) {
  const target = await loadMatter(staff, main);
  const grounds = takeNote('两封信说的是同一处屋面漏水。');
  const about = { ...target.matter, id: main.id, no: target.matter.opening!.no, open: true };
  await does('2026-07-22', UNITS.petition, same, { type: 'attachDuplicate', target: about, ground: 'insideTerm', grounds: grounds.words }, [grounds]);
}

async function withCode(code: string) {
  const visitor = visit(portal.origin);
  await visitor.open('/follow');
  await visitor.send('/follow', { code });
  return visitor;
}

const rowsOf = (table: string, subject: Subject) =>
  root.sql.selectFrom(table).selectAll().where('region', '=', subject.region).where('subject', '=', subject.id).execute();

describe('保存期限', () => {
  it('不变量 39：期满，文字、材料、检索都没有了；动作和编号还在，删除有记录，查询码不再打开', async () => {
    const blob = randomBytes(16).toString('hex');
    await staff.blobs.put(blob, Buffer.from('照片'));
    const files = [{ blob, key: 'x', name: '照片.jpg' }];
    const [main, same] = [await register(), await register({ files })];
    await merge(same.matter, main.matter);
    await follow();
    expect(await rowsOf('retention.due', same.matter)).toEqual([expect.objectContaining({ class: 'ordinary', due_on: '2036-07-22', erased_at: null })]);
    expect(await rowsOf('retention.due', main.matter)).toEqual([]); // still open
    expect(await rowsOf('insight.text', same.matter)).not.toEqual([]);
    expect(await withCode(same.code).then(({ page }) => page.html)).toContain('合在一起办');
    const before = await loadPast(staff, same.matter);

    portal.time = at('2036-07-22');
    expect(await eraseExpired({ staff, worker }, REGION)).toBe(0); // the last day still counts
    portal.time = at('2036-07-23');
    expect(await eraseExpired({ staff, worker }, REGION)).toBe(1);
    await follow();

    for (const subject of [same.matter, same.intake])
      for (const table of ['words.text', 'words.key', 'insight.text']) expect(await rowsOf(table, subject), table).toEqual([]);
    expect(await rowsOf('retention.due', same.intake)).toEqual([
      expect.objectContaining({ kind: 'intake', class: 'ordinary', due_on: '2036-07-22', erased_at: portal.time }),
    ]);
    for (const table of ['intake.blind', 'intake.same_text']) expect(await rowsOf(table, same.intake), table).toEqual([]);
    await expect(staff.blobs.get(blob)).rejects.toThrow();
    const past = await loadPast(staff, same.matter);
    expect(past.slice(0, before.length)).toEqual(before);
    expect(past.at(-1)).toMatchObject({ type: 'PersonalDataErased', reason: 'retention', class: 'ordinary' });
    expect(await withCode(same.code).then(({ page }) => page.path)).toBe('/follow');
    expect((await loadMatter(staff, main.matter)).texts.size).toBeGreaterThan(0); // what goes on is untouched
  });

  it('不变量 39：从历史重建，仍旧是同一件，没有文字也不出错；再跑一遍什么也不做', async () => {
    const [due] = await root.sql.selectFrom('retention.due').selectAll().where('erased_at', 'is not', null).where('kind', '=', 'matter').execute();
    const subject = { region: REGION, id: due!.subject as string };
    const { matter, past, texts } = await loadMatter(staff, subject);
    expect({ stage: matter.stage, texts: texts.size }).toEqual({ stage: 'merged', texts: 0 });
    expect(caseworkRebuilder.rowsOf(staff, subject, past).length).toBeGreaterThan(0);
    expect(await eraseExpired({ staff, worker }, REGION)).toBe(0);
  });
});

describe('我的信息', () => {
  it('凭查询码看到保存了什么、自己写的；副本里没有别人，没有内部意见', async () => {
    const { code, matter } = await register();
    const inner = takeNote('内部：注意方式方法');
    await does('2026-07-21', UNITS.petition, matter, { type: 'takeNote', text: inner.words, shown: false }, [inner]);
    await follow();
    const visitor = await withCode(code);
    const page = await visitor.open('/my-information');
    for (const text of ['我的信息', '姓名、电话、地址', NAME, '13900001234', '屋面去年起漏水', '下载 JSON', '个人信息保护法第十三条'])
      expect(page, text).toContain(text);
    const copy = await visitor.open('/my-information/copy.json');
    expect(JSON.parse(copy)).toMatchObject({ own: { name: NAME, phone: '13900001234' }, what: '个人信息副本' });
    expect(copy + page).not.toContain('注意方式方法');
  });

  it('几个人一起来的，谁的副本里也没有名字', async () => {
    const parties = [
      { role: 'principal' as const, name: '王兰', phone: '13900002222' },
      { role: 'cosigner' as const, name: '赵石', phone: '13900003333' },
    ];
    const { code } = await register({ parties, people: 2 });
    await follow();
    const visitor = await withCode(code);
    const all = (await visitor.open('/my-information')) + (await visitor.open('/my-information/copy.json'));
    for (const other of ['王兰', '赵石', '13900002222', '13900003333']) expect(all).not.toContain(other);
  });

  it('W18、E03：请求送到个人信息保护负责人；答复连同理由和起诉的途径，在同一页看到', async () => {
    const { code, matter } = await register();
    const corrected = takeNote(JSON.stringify([{ role: 'principal', name: NAME, phone: '13900009999' }]));
    await does('2026-07-21', '信访人', matter, { type: 'changeContact', parties: corrected.words, contactKnown: true }, [corrected]);
    await follow();
    const old = (await loadPast(staff, matter))[0] as unknown as { parties: { id: string } };
    portal.time = at('2026-07-21', '15:00');
    const visitor = await withCode(code);
    await visitor.open('/my-information');
    expect(await visitor.send('/my-information', { wish: 'delete', text: '' })).toContain('请写几句');
    await visitor.send('/my-information', { wish: 'delete', text: '请删除我原来的电话。' });
    await county.follow();
    const [row] = await root.sql.selectFrom('coordination.work').selectAll().where('kind', '=', 'privacy').execute();
    expect(row).toMatchObject({ unit: UNITS.petition, stage: 'received', clock: 'E03', legal_on: '2026-08-11' });
    await follow();
    expect(await visitor.open('/my-information')).toContain('8月11日');

    const answer = takeNote('原来的电话已经删除；登记和答复的记录依照档案规定保存。');
    const work = { region: REGION, id: row!.subject as string };
    const answered = {
      kind: 'privacy',
      step: 'answer',
      values: { result: 'partly', ground: 'archive', answer: answer.words, told: 'portal' },
      notes: [answer],
      lengths: { answer: 30 },
    };
    const as = (...roles: ('privacyOfficer' | 'unitHead')[]) => ({ person: '项慎行', unit: UNITS.petition, roles });
    await expect(handleWork(staff, work, { ...answered, by: as('unitHead') })).rejects.toMatchObject({ code: 'NotAllowed' });
    await handleWork(staff, work, { ...answered, by: as('privacyOfficer') });
    await follow();
    const page = await visitor.open('/my-information');
    for (const text of ['部分照办', '原来的电话已经删除', '应当归档保存', '人民法院起诉']) expect(page, text).toContain(text);

    portal.time = at('2026-07-23');
    expect(await eraseExpired({ staff, worker }, REGION)).toBe(1);
    const left = await rowsOf('words.text', matter);
    expect(left.map(({ id }) => id)).not.toContain(old.parties.id);
    expect((await loadPast(staff, matter)).at(-1)).toMatchObject({ type: 'PersonalDataErased', reason: 'request', request: work.id });
    expect((await loadMatter(staff, matter)).texts.get(corrected.words.id)).toContain('13900009999');
  });
});

describe('期限表', () => {
  it('每类都有出处；永久的不删，其余的到期就删', () => {
    const schedule = readSchedule();
    expect(Object.values(schedule).every(({ source }) => source.length > 4)).toBe(true);
    expect(schedule.permanent.length).toBeNull();
  });
});
