import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actOnMatters, matterStep, type MatterCommand } from '#contexts/casework/index.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { createHttp } from '#platform/http.ts';
import { cloneDatabase } from '../../test/database.ts';
import { actor, doOn, newMatter, paperNeeds } from '../../test/papers.ts';
import { takeNote } from '#platform/words.ts';
import { at, by, UNITS } from '../../test/stories.ts';
import { accompanyPapers } from './handle/accompany.ts';
import { renderPending } from './handle/render.ts';
import { papersOf } from './handle/step.ts';
import { documentsRebuilder } from './rebuild.ts';
import { documentsRoutes, verificationRoutes } from './routes.ts';
import { loadMatter } from '#contexts/casework/index.ts';

let needs: Awaited<ReturnType<typeof paperNeeds>>;
let app: FastifyInstance;
const looks: string[] = [];
const people: Readonly<Record<string, Actor>> = {
  head: actor(UNITS.housing),
  clerk: actor(UNITS.housing, ['unitClerk'] as never, '李兰'),
  water: actor(UNITS.water),
  above: actor(UNITS.government),
  admin: actor(UNITS.housing, ['sysAdmin'] as never, '管理员'),
};

beforeAll(async () => {
  const open = await cloneDatabase();
  needs = await paperNeeds(open());
  app = await createHttp({ surface: 'office', whoIs: async ({ headers }) => people[String(headers['x-who'])], limits: { callsAMinute: 100_000 } });
  documentsRoutes(app, {
    ...needs,
    regions: () => ['qinghe'],
    mayOpenContent: ({ roles }) => !roles.includes('sysAdmin'),
    logAccess: async ({ actor: { person }, purpose }) => void looks.push(`${person} ${purpose}`),
  });
  verificationRoutes(app, needs);
});
afterAll(() => app.close());

const base = ({ region, id }: Subject) => `/api/documents/matters/${region}/${id}`;
async function post(who: string, url: string, payload: object = {}) {
  const reply = await app.inject({ method: 'POST', url, payload, headers: { 'x-who': who } });
  return { status: reply.statusCode, json: reply.json() };
}
async function get(who: string, url: string) {
  const reply = await app.inject({ method: 'GET', url, headers: { 'x-who': who } });
  return { status: reply.statusCode, reply, json: () => reply.json() };
}
const mail = { method: 'post', evidence: { mailNo: 'XA12345678', address: '翠屏小区3号楼' } };

describe('文书接口', () => {
  it('简易转普通的告知书（F63）成文以后，在文书台等着发出', async () => {
    const subject = await newMatter(needs, 'accepted', {}, [], { simple: true });
    await doOn(needs, subject, '2026-08-03', UNITS.housing, { type: 'chooseSimple', noRefusal: true });
    const card = takeNote(JSON.stringify({ name: '李兰', post: '科长', phone: '0000-622 0132' }));
    await doOn(needs, subject, '2026-08-04', UNITS.housing, { type: 'startHandling', handler: { person: '李兰', card: card.words } }, [card]);
    const why = takeNote('案情复杂');
    await doOn(needs, subject, '2026-08-05', UNITS.housing, { type: 'convertToOrdinary', grounds: why.words }, [why]);
    const { json: draft } = await post('clerk', `${base(subject)}/drafts`, { code: 'F63', values: { reasons: '案情复杂，需要进一步调查。' } });
    const { json: saved } = await post('clerk', `${base(subject)}/drafts/${draft.draft}`, { values: draft.values, version: draft.version });
    expect(saved.missing).toEqual([]);
    const waiting = async () =>
      (await get('head', '/api/documents/queue'))
        .json()
        .papers.filter(({ matter, code }: { matter: string; code: string }) => matter === subject.id && code === 'F63');
    const { status } = await post('head', `${base(subject)}/drafts/${draft.draft}/sign`, { version: saved.version });
    expect(status).toBe(200);
    await renderPending(needs, 'qinghe');
    expect(await waiting()).toEqual([expect.objectContaining({ stage: 'sealed', name: '简易转普通程序告知书' })]);
  });

  it('第二十八条：负责人有利害关系的，由上一级写《回避申请和决定》；别的文书它不写，也看不到', async () => {
    const subject = await newMatter(needs, 'handling');
    const objection = { referralNo: '清信访信转〔2026〕1号', arrivedOn: '2026-07-24', reasons: '不归本单位。', basis: '第二十三条', approvedBy: '孟庆舟' };
    const { json: other } = await post('head', `${base(subject)}/drafts`, { code: 'F12', values: objection });
    await post('head', `${base(subject)}/drafts/${other.draft}/sign`, { version: other.version });
    expect((await get('above', `${base(subject)}/papers`)).status).toBe(404);
    const interest = takeNote('承办人和局长都是物业经理的亲戚');
    await doOn(needs, subject, '2026-08-20', '信访人', { type: 'requestRecusal', interest: interest.words, headConcerned: true }, [interest]);
    expect((await get('above', `${base(subject)}/papers`)).json()).toMatchObject({ papers: [], drafts: [], offers: [{ code: 'F18' }] });
    expect((await get('above', `${base(subject)}/papers/1/paper.pdf`)).status).toBe(403);
    expect((await post('above', `${base(subject)}/drafts`, { code: 'F07' })).json).toMatchObject({ type: 'NotAllowed' });
    const { json: draft } = await post('above', `${base(subject)}/drafts`, { code: 'F18' });
    expect(draft.values).toMatchObject({ capacity: 'petitioner', appliedOn: '2026-08-20', challenged: '李兰', interest: '承办人和局长都是物业经理的亲戚' });
    expect(draft.values.applicant).toBeUndefined();
    const decided = { applicant: '张𬭚', decision: 'refused', reasons: '查明没有亲属关系。', decidedBy: '周政，县长' };
    const { json: saved } = await post('above', `${base(subject)}/drafts/${draft.draft}`, { values: { ...draft.values, ...decided }, version: draft.version });
    expect(saved.missing).toEqual([]);
    expect((await post('above', `${base(subject)}/drafts/${draft.draft}/sign`, { version: saved.version })).json).toMatchObject({ no: 2 });
    expect((await get('above', `${base(subject)}/papers`)).json().papers).toMatchObject([{ no: 2, code: 'F18' }]);
  });

  it('起草、保存、预览、签发、下载、发出、送达、送达回证、核对，一路走完', async () => {
    const subject = await newMatter(needs, 'handling');
    const { json: draft } = await post('clerk', `${base(subject)}/drafts`, { code: 'F07' });
    expect(draft).toMatchObject({ version: 1, missing: [], unprintable: [], values: { addressee: '张𬭚' } });
    const { json: saved } = await post('clerk', `${base(subject)}/drafts/${draft.draft}`, { values: draft.values, version: 1 });
    expect(saved).toMatchObject({ version: 2, missing: [] });
    expect((await get('head', `${base(subject)}/drafts/${draft.draft}`)).json()).toMatchObject({ code: 'F07', version: 2, savedBy: '李兰' });

    const preview = await get('clerk', `${base(subject)}/drafts/${draft.draft}/preview.pdf`);
    expect(preview.reply.headers['content-type']).toBe('application/pdf');
    expect(preview.reply.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');

    const { json: signed } = await post('clerk', `${base(subject)}/drafts/${draft.draft}/sign`, { version: 2 });
    expect(signed).toEqual({ no: 1, number: '清住建信受告〔2026〕1号', done: ['DocumentNumbered'] });
    expect((await get('clerk', `${base(subject)}/papers`)).json()).toMatchObject({
      drafts: [],
      electronicConsent: false,
      papers: [{ no: 1, name: '受理告知书', stage: 'sealed', pages: 2, allows: ['dispatch'] }],
    });

    expect((await post('clerk', `${base(subject)}/papers/1/dispatch`, mail)).json.done).toEqual(['PaperDispatched', 'AcceptanceNoticeDispatched']);
    needs.clock.now = at('2026-08-20');
    expect((await post('clerk', `${base(subject)}/papers/1/delivery`, { evidence: { returnSlip: '本人签收' }, on: '2026-08-18' })).json.done).toEqual([
      'PaperDelivered',
      'NoticeDelivered',
    ]);
    const receipt = await get('clerk', `${base(subject)}/papers/1/delivery-receipt.pdf`);
    expect(receipt.reply.rawPayload.length).toBeGreaterThan(20_000);
    const paper = await get('head', `${base(subject)}/papers/1/paper.pdf`);
    expect(decodeURIComponent(String(paper.reply.headers['content-disposition']))).toContain('受理告知书清住建信受告〔2026〕1号.pdf');

    const { verify, check, rendering } = papersOf((await loadMatter(needs, subject)).past).all['document/1']!;
    expect((await get('nobody', `/api/documents/verify/${verify}`)).json()).toEqual({
      number: '清住建信受告〔2026〕1号',
      name: '受理告知书',
      organ: '清和县住房和城乡建设局',
      issuedOn: '2026-08-13',
      state: 'inForce',
      checkValue: check,
      hash: rendering?.hash,
      replacedBy: null,
    });
    expect(looks).toEqual(expect.arrayContaining(['李兰 预览草稿', 'qinghe/housing的人 查阅文书']));
  });

  it('猜的核对码查不到，话说明白', async () => {
    const { status, json } = await get('nobody', '/api/documents/verify/0000000000000000');
    expect([status, json().title]).toEqual([404, '没有这个核对码。请核对文书上的二维码；仍查不到的，请向文书上的单位核实。']);
  });

  it('决定由负责人签发，承办人签不了；草稿还在', async () => {
    const subject = await newMatter(needs, 'handling');
    const { json: draft } = await post('clerk', `${base(subject)}/drafts`, { code: 'F16', values: { reasons: '业主表决尚未结束。' } });
    const refused = await post('clerk', `${base(subject)}/drafts/${draft.draft}/sign`, { version: 1 });
    expect([refused.status, refused.json.title]).toEqual([403, '《延期告知书》要由单位负责人签发，请送签。']);
    expect((await post('head', `${base(subject)}/drafts/${draft.draft}/sign`, { version: 1 })).status).toBe(200);
    expect((await post('clerk', `${base(subject)}/papers/1/dispatch`, mail)).status).toBe(403);
    expect((await post('head', `${base(subject)}/papers/1/dispatch`, mail)).json.done).toContain('HandlingExtended');
  });

  it('别的单位、没有登录的、系统管理员，看不到也办不了', async () => {
    const subject = await newMatter(needs, 'handling');
    expect((await get('water', `${base(subject)}/papers`)).status).toBe(404);
    expect((await get('nobody', `${base(subject)}/papers`)).status).toBe(401);
    expect((await get('admin', `${base(subject)}/papers`)).status).toBe(403);
    expect((await post('water', `${base(subject)}/drafts`, { code: 'F07' })).status).toBe(404);
  });

  it('没有凭证、没有同意的电子送达、多出来的栏目、没有这种文书，都被拒绝并说明', async () => {
    const subject = await newMatter(needs, 'handling');
    const { json: draft } = await post('clerk', `${base(subject)}/drafts`, { code: 'F07' });
    await post('clerk', `${base(subject)}/drafts/${draft.draft}/sign`, { version: 1 });
    const bare = await post('clerk', `${base(subject)}/papers/1/dispatch`, { method: 'post', evidence: {} });
    expect([bare.status, bare.json.title]).toEqual([422, '没有凭证不能登记发出，缺：挂号（快递）单号、收件地址。请补齐凭证后再登记。']);
    const electronic = await post('clerk', `${base(subject)}/papers/1/dispatch`, { method: 'electronic', evidence: { address: '139****1234' } });
    expect([electronic.status, electronic.json.title]).toEqual([422, '信访人没有同意电子送达，请改用其他方式；征得同意的，请先登记电子送达意愿。']);
    expect((await post('clerk', `${base(subject)}/papers/1/dispatch`, { ...mail, backdate: '2026-07-01' })).status).toBe(400);
    expect((await post('clerk', `${base(subject)}/drafts`, { code: 'F99' })).status).toBe(400);
    const strange = await post('clerk', `${base(subject)}/drafts`, { code: 'F07', values: { riskLevel: '高' } });
    expect(strange.json.missing ?? []).not.toContainEqual(expect.objectContaining({ field: 'riskLevel' })); // dropped: no paper has such a blank
    expect(strange.json.values).not.toHaveProperty('riskLevel');
  });

  it('写进去的网页和语句只是文字', async () => {
    const subject = await newMatter(needs, 'handling');
    const hostile = `<script>alert(1)</script>'; drop table documents.paper; --#panic("x")`;
    const { json: draft } = await post('head', `${base(subject)}/drafts`, { code: 'F07', values: { addressee: hostile } });
    expect((await post('head', `${base(subject)}/drafts/${draft.draft}/sign`, { version: 1 })).status).toBe(200);
    expect((await get('head', `${base(subject)}/papers`)).json().papers[0]).toMatchObject({ stage: 'sealed' });
  });
});

describe('随办理一同制发', () => {
  it('转送时转送函同时取号，日期由这一次转送起算；系统随后成文', async () => {
    const subject = await newMatter(needs, 'triaged');
    needs.clock.now = at('2026-07-24');
    const command = { type: 'refer', to: UNITS.housing, ...by(UNITS.petition, '2026-07-24') } as unknown as MatterCommand;
    const papers = (await accompanyPapers(needs)(subject, command, (await loadMatter(needs, subject)).matter))!;
    const done = await actOnMatters(needs, (first) => [matterStep(needs, subject, command), ...papers.steps(first)], [subject], { first: papers.first });
    expect(done.map(({ type }) => type)).toEqual(['MatterReferred', 'AssignmentReceived', 'DocumentNumbered']);
    expect(done.at(-1)).toMatchObject({ code: 'F04', number: '清信访信转〔2026〕1号' });
    expect(await renderPending(needs, 'qinghe')).toBe(1);
    expect(papersOf((await loadMatter(needs, subject)).past).all['document/1']).toMatchObject({ stage: 'sealed' });
  });

  it('匿名又没有内容可写的，转送照办，函由信访部门另行起草', async () => {
    const subject = await newMatter(needs, 'triaged', { contactKnown: false, parties: { id: '00000000-0000-7000-8000-000000000000', hash: 'x' } });
    const command = { type: 'refer', to: UNITS.housing, ...by(UNITS.petition, '2026-07-24') } as unknown as MatterCommand;
    expect(await accompanyPapers(needs)(subject, command, (await loadMatter(needs, subject)).matter)).toBeUndefined();
  });

  it('文书一览可以由留痕重建，一行不差', async () => {
    const subject = await newMatter(needs, 'handling');
    const { json: draft } = await post('head', `${base(subject)}/drafts`, { code: 'F07' });
    await post('head', `${base(subject)}/drafts/${draft.draft}/sign`, { version: 1 });
    await post('head', `${base(subject)}/papers/1/dispatch`, mail);
    const rows = () =>
      Promise.all(
        ['documents.paper', 'documents.verification'].map((table) => needs.db.sql.selectFrom(table).selectAll().where('subject', '=', subject.id).execute()),
      );
    const before = await rows();
    const worker = needs.db.sql;
    for (const query of documentsRebuilder.rowsOf(needs, subject, (await loadMatter(needs, subject)).past)) await worker.executeQuery(query.compile());
    expect(await rows()).toEqual(before);
  });
});
