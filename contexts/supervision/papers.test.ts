import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LoadedMatter } from '#contexts/casework/index.ts';
import { besideWork, workRebuilder, workRoutes, worksAbout, type WorkNeeds } from '#contexts/coordination/index.ts';
import {
  CATALOGUE,
  documentsRebuilder,
  documentsRoutes,
  openPress,
  renderPending,
  verificationRoutes,
  type DocumentsRouteNeeds,
} from '#contexts/documents/index.ts';
import { papersBeside } from '#contexts/documents/handle/file-beside.ts';
import type { Actor } from '#platform/actor.ts';
import { blobsInFolder } from '#platform/blobs-folder.ts';
import { NO_WORK } from '#kernel/work/decide.ts';
import type { Work } from '#kernel/work/kind.ts';
import type { Database } from '#platform/database.ts';
import { loadHistory, toAction } from '#platform/history.ts';
import { readLaws } from '#platform/rules.ts';
import { keepNotes, takeNote } from '#platform/words.ts';
import { WORK_KINDS, WORK_PAPERS } from '../../apps/server/work-kinds.ts';
import { openCounty, type Browser, type County } from '../directory/testing.ts';
import { cloneDatabase } from '../../test/database.ts';
import { paperFacts } from './index.ts';

/** 督办、建议、会议的文书: numbered with the step that they carry, seen before, sealed, sent, and proven genuine like any other. */
const laws = readLaws();
const folder = mkdtempSync(join(tmpdir(), 'huiyin-work-papers-'));
const WORDS: Readonly<Record<string, string>> = { 'qc/petition': '清信', 'qc/housing': '清住建', 'qc/conference': '清联办' };
let county: County;
let needs: DocumentsRouteNeeds & WorkNeeds;
let root: Database;
let looks = 0;
const as: Record<string, Browser> = {};

beforeAll(async () => {
  const open = await cloneDatabase();
  root = open('postgres');
  const blobs = await blobsInFolder(folder);
  county = await openCounty(open(), {}, (app, directoryNeeds) => {
    const directory = directoryNeeds.directory.current;
    needs = {
      ...directoryNeeds,
      calendar: () => laws.calendars.current.version,
      calendars: laws.calendars,
      lawOf: laws.get,
      packFor: (region, on) => laws.inForce(on, region).version,
      organs: directory,
      levelOf: () => 'county',
      workKinds: WORK_KINDS,
      workPapers: WORK_PAPERS,
      documents: () => needs,
      besideOf: (...asked) => besideWork(needs)(...asked),
      knownFor: (...asked) => paperFacts(needs)(...asked),
      blobs,
      typesetter: openPress(),
      organOf: (unit) => directory().organOf(unit),
      signatureOf: (unit) => ({ ...directory().getOrgan(unit), documentWord: WORDS[unit] ?? '' }),
      unitNamed: () => undefined,
      personOf: (id) => directory().personOf(id),
      portalUrl: 'https://huiyin.example',
      regions: () => ['qc'],
      mayOpenContent: ({ roles }) => !roles.includes('sysAdmin'),
      logAccess: async () => void (looks += 1),
    };
    workRoutes(app, needs);
    documentsRoutes(app, needs);
    verificationRoutes(app, needs);
  });
  for (const login of ['xf02', 'zj01', 'zj02', 'sl01', 'gl01']) as[login] = await county.signIn(login);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = (url: string, login: string) => county.send('GET', url, undefined, as[login]);
const post = (url: string, body: object, login: string) => county.send('POST', url, body, as[login]);
const WORK = '/api/coordination/work';
const papersAt = (work: string) => `/api/documents/matters/qc/${work}`;
const past = async (work: string) => (await loadHistory(needs.db.sql, [{ region: 'qc', id: work }]).execute()).map(toAction);

const NO = '990421-X-2026-0000042-W';
const ORDER = {
  unit: 'qc/housing',
  matter: NO,
  cause: 'shirking',
  facts: '受理后两个月没有到现场。',
  demand: '十日内到现场查清，当面答复。',
  answerBy: '2026-06-01',
};

describe('督办函（F39）', () => {
  let work: string;

  it('先看样子，再督办：督办和取号是同一个行为，文号是信访局的，不是内设科室的', async () => {
    const before = await post(`${WORK}/preview`, { kind: 'order', step: 'open', fields: ORDER }, 'xf02');
    expect(before.status).toBe(200);
    expect(before.headers['content-type']).toBe('application/pdf');
    const made = await post(WORK, { kind: 'order', step: 'open', fields: ORDER }, 'xf02');
    expect(made.status).toBe(200);
    work = made.body.work;
    expect((await past(work)).map(({ stream, type }) => `${stream} ${type}`)).toEqual(['work SupervisionIssued', 'document/1 DocumentNumbered']);
    const { body } = await get(`${papersAt(work)}/papers`, 'xf02');
    expect(body.papers).toMatchObject([{ no: 1, code: 'F39', number: '清信信督〔2026〕1号', organ: 'qc/petition', stage: 'numbered' }]);
  });

  it('成文、核对：核对页只有种类、文号、单位、日期、摘要，没有被督办的单位、事项和内容', async () => {
    expect(await renderPending(needs, 'qc')).toBe(1);
    const { body } = await get(`${papersAt(work)}/papers`, 'xf02');
    expect(body.papers[0]).toMatchObject({ stage: 'sealed', allows: ['dispatch'] });
    const row = await needs.db.sql.selectFrom('documents.verification').select(['code', 'hash']).where('subject', '=', work).executeTakeFirstOrThrow();
    const { body: told } = await county.send('GET', `/api/documents/verify/${row.code}`);
    expect(told).toEqual({
      name: '督办函',
      number: '清信信督〔2026〕1号',
      organ: '县信访局（全称）',
      issuedOn: '2026-05-11',
      state: 'inForce',
      replacedBy: null,
      checkValue: expect.stringMatching(/^[0-9A-F]{4}( [0-9A-F]{4}){3}$/),
      hash: body.papers[0].hash,
    });
    expect(JSON.stringify(told)).not.toMatch(/住建|现场|990421-X/);
  });

  it('被督办的单位看得到、打得开，但不能发出；无关的单位听到的是没有', async () => {
    expect((await get(`${papersAt(work)}/papers/1/paper.pdf`, 'zj02')).status).toBe(200);
    expect((await get(`${papersAt(work)}/papers`, 'zj02')).body.papers[0].allows).toEqual([]);
    expect((await get(`${papersAt(work)}/papers`, 'sl01')).body.type).toBe('NotFound');
    expect((await get(`${papersAt(work)}/papers`, 'gl01')).status).toBe(403);
    expect(looks).toBeGreaterThan(0);
  });

  it('发出、送达都有凭证；不动督办的步子', async () => {
    const sent = await post(`${papersAt(work)}/papers/1/dispatch`, { method: 'direct', evidence: { deliverer: '严维舟', place: '县住建局' } }, 'xf02');
    expect(sent.body.done).toEqual(['PaperDispatched']);
    const delivery = { evidence: { signedBy: '孟庆舟', signature: '扫描件 1' }, on: '2026-05-11' };
    expect((await post(`${papersAt(work)}/papers/1/delivery`, delivery, 'xf02')).body.done).toEqual(['PaperDelivered']);
    expect((await get(`${WORK}/qc/${work}`, 'xf02')).body).toMatchObject({ stageName: '已督办，等反馈' });
    expect((await get(`${papersAt(work)}/papers/1/delivery-receipt.pdf`, 'xf02')).status).toBe(200);
  });

  it('催办记录（F38）随催办一同留下，不编号', async () => {
    expect((await post(`${WORK}/qc/${work}`, { step: 'remind', fields: { way: 'phone', said: '下周去' } }, 'xf02')).status).toBe(200);
    const { body } = await get(`${papersAt(work)}/papers`, 'xf02');
    expect(body.papers[0]).toMatchObject({ code: 'F38', number: null });
  });

  it('一案一档：督办函、催办记录随它所关于的事项入卷；没有经手这项督办的单位取卷，里面没有', async () => {
    await renderPending(needs, 'qc');
    const filing = { ...needs, worksAbout: (region: string, no: string) => worksAbout(needs, region, no) };
    const filed = async (unit: string, no = NO) => {
      const loaded = { matter: { opening: { no } } } as LoadedMatter;
      const found = await papersBeside(filing, loaded, { region: 'qc', id: randomUUID() }, {
        person: '档案员',
        unit,
        roles: ['archivist'],
      } as unknown as Actor);
      return found.map(({ paper }) => paper.code).sort();
    };
    expect([await filed('qc/housing'), await filed('qc/supervision')]).toEqual([
      ['F38', 'F39'],
      ['F38', 'F39'],
    ]);
    expect([await filed('qc/water'), await filed('qc/housing', '990421-X-2026-0000043-V')]).toEqual([[], []]);
  });

  it('内容用这项工作自己的钥匙加密：钥匙一毁，文书和历史里的文字都打不开', async () => {
    const [{ wrapped } = { wrapped: undefined }] = await needs.db.sql.selectFrom('words.key').select('wrapped').where('subject', '=', work).execute();
    expect(wrapped).toBeDefined();
    const papers = (await past(work)).filter(({ type }) => type === 'DocumentNumbered') as unknown as { content: { id: string } }[];
    const rows = await needs.db.sql
      .selectFrom('words.text')
      .select('subject')
      .where(
        'id',
        'in',
        papers.map(({ content }) => content.id),
      )
      .execute();
    expect(rows.map(({ subject }) => subject)).toEqual([work, work]);
  });

  it('可以从历史重建：文书一览和工作列表各是一行不差', async () => {
    const subject = { region: 'qc', id: work };
    const actions = await past(work);
    const before = await needs.db.sql.selectFrom('coordination.work').selectAll().where('subject', '=', work).orderBy('unit').execute();
    await needs.db.sql.deleteFrom('coordination.work').where('subject', '=', work).execute();
    await needs.db.send(...workRebuilder.rowsOf(needs, subject, actions));
    expect(await needs.db.sql.selectFrom('coordination.work').selectAll().where('subject', '=', work).orderBy('unit').execute()).toEqual(before);
    expect(documentsRebuilder.rowsOf(needs, subject, actions).length).toBeGreaterThan(0);
  });
});

describe('不变量 34：事项以外的文书也连着排号', () => {
  it('十人同时督办，号从2到11，不断不重；被拒的不占号', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, nth) => post(WORK, { kind: 'order', step: 'open', fields: { ...ORDER, demand: `要求${nth}，写到能够检查。` } }, 'xf02')),
    );
    expect(all.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect((await post(WORK, { kind: 'order', step: 'open', fields: { ...ORDER, unit: 'qc/supervision' } }, 'xf02')).status).toBe(422);
    await post(WORK, { kind: 'order', step: 'open', fields: ORDER }, 'xf02');
    const rows = await needs.db.sql.selectFrom('documents.register').select('n').where('word', '=', '清信信督').orderBy('n').execute();
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 12 }, (_, nth) => nth + 1));
  });
});

describe('系统查出的超期', () => {
  it('还没有人写过字，也能起草督办函：看过、签发就是督办；催办记录的期限是中文名，内部编号不给人看', async () => {
    const { handleWork, asSystem } = await import('#contexts/coordination/index.ts');
    const id = randomUUID();
    const values = { unit: 'qc/housing', clock: 'A06', key: 'A06@assignment/1', legalOn: '2026-05-08', matter: NO, matterId: `qc/${randomUUID()}` };
    await handleWork(needs, { region: 'qc', id }, { kind: 'order', step: 'detect', values, by: asSystem, owner: 'qc/petition' });
    const { body: page } = await get(`${WORK}/qc/${id}`, 'xf02');
    expect(JSON.stringify(page.entries)).not.toMatch(/A06|assignment/);
    const mine = { cause: 'overdue', demand: '三日内书面告知信访人。', dueOn: { on: '2026-05-20', rolled: false, provisional: false } };
    const { body: draft } = await post(`${papersAt(id)}/drafts`, { code: 'F39', values: mine }, 'xf02');
    expect(draft).toMatchObject({ missing: [], values: { subject: NO, facts: expect.stringContaining('2026年5月8日') } });
    const { body: signed } = await post(`${papersAt(id)}/drafts/${draft.draft}/sign`, { version: 1 }, 'xf02');
    expect(signed).toMatchObject({ number: '清信信督〔2026〕13号', done: ['SupervisionIssued', 'DocumentNumbered'] });
    expect((await get(`${WORK}/qc/${id}`, 'zj02')).body.stageName).toBe('已督办，等反馈');
  });
});

describe('督办函写的是什么事', () => {
  it('不变量 29：督办的和被督办的都经手过，才写标题；有一方没有经手的，只写编号', async () => {
    const [id, matter] = [randomUUID(), randomUUID()];
    const title = takeNote('屋面漏水一年没有人修');
    await root.send(...keepNotes(root.sql, needs.keys, { region: 'qc', id: matter }, undefined, [title]));
    const no = '990421-X-2026-0000088-5';
    const own = { region: 'qc', subject: matter, no, stage: 'inProgress', channel: 'letter', title: title.words.id, received_at: new Date('2026-01-20') };
    const mine = { ...own, desk_unit: 'qc/petition', intake: randomUUID() };
    await root.sql.insertInto('casework.matter').values(mine).execute();
    const known = async (values: object) => {
      const work = { ...NO_WORK, kind: 'order', owner: 'qc/petition', values: { unit: 'qc/housing', ...values } };
      return paperFacts(needs)('F39', { region: 'qc', id }, work as Work);
    };
    const isIn = (unit: string) =>
      root.sql
        .insertInto('casework.box')
        .values({ ...own, holder_region: 'qc', unit })
        .execute();
    const both = [{ matter: no }, { matter: no, matterId: `qc/${matter}` }];
    const told = () => Promise.all([...both, {}].map(known));
    expect(await told()).toEqual([{}, {}, {}]);
    await isIn('qc/housing');
    expect(await told()).toEqual([{}, {}, {}]); // whoever orders typed a number that is none of their business
    await isIn('qc/petition');
    expect(await told()).toEqual([{ matter: '屋面漏水一年没有人修' }, { matter: '屋面漏水一年没有人修' }, {}]);
    expect(await known({ matter: no, unit: 'qc/water' })).toEqual({});
  });
});

describe('建议书和反馈函（F40、F41）', () => {
  it('建议书文号由系统取；反馈由单位负责人在草稿里写好、看过、签发，签发就是反馈', async () => {
    const fields = {
      advice: 'improve',
      unit: 'qc/housing',
      facts: '三个月里有五件到期没有答复。',
      basis: '《信访工作条例》第四十条',
      text: '建议按期办理，逐件答复。',
    };
    const made = await post(WORK, { kind: 'recommendation', step: 'send', fields }, 'xf02');
    expect(made.status).toBe(200);
    const at = papersAt(made.body.work);
    expect((await get(`${at}/papers`, 'zj02')).body).toMatchObject({ papers: [{ code: 'F40', number: '清信信建议〔2026〕1号' }], offers: [{ code: 'F41' }] });
    expect((await post(`${at}/drafts`, { code: 'F41' }, 'zj01')).body.type).toBe('WrongStage'); // 承办人不能代负责人反馈
    const { body: draft } = await post(
      `${at}/drafts`,
      { code: 'F41', values: { result: 'partly', reasons: '已经排查，三件已答复，两件月底前答复。' } },
      'zj02',
    );
    expect(draft).toMatchObject({ missing: [], values: { addressee: '县信访局（全称）', recommendationNo: '清信信建议〔2026〕1号', contactPerson: '孟庆舟' } });
    expect((await get(`${at}/drafts/${draft.draft}/preview.pdf`, 'zj02')).status).toBe(200);
    const { body: signed } = await post(`${at}/drafts/${draft.draft}/sign`, { version: 1 }, 'zj02');
    expect(signed).toMatchObject({ number: '清住建信建复〔2026〕1号', done: ['RecommendationFeedbackReceived', 'DocumentNumbered'] });
    expect((await get(`${WORK}/qc/${made.body.work}`, 'xf02')).body.stageName).toBe('已采纳，看落实');
  });

  it('没有随附文书、也没有填文号的反馈，不算书面反馈', async () => {
    expect(WORK_KINDS['recommendation']!.steps['feedback']!.fields.find(({ name }) => name === 'evidence')).toMatchObject({ required: true, orPaper: true });
  });
});

describe('典型案例（F52）和信访信息（F49）', () => {
  it('案例由另一人审核以后才能签发；写的人不能自己审', async () => {
    const made = await post(
      WORK,
      { kind: 'caseStudy', step: 'begin', fields: { title: '屋面漏水怎样一次办成', facts: '某小区屋面漏水，三个部门各说各的。' } },
      'xf02',
    );
    const check = { found: 'clear', checkedBy: '严维舟', remarks: '没有姓名、住址' };
    const refused = await post(`${WORK}/qc/${made.body.work}`, { step: 'check', fields: check }, 'xf02');
    expect(refused.body).toMatchObject({ title: expect.stringContaining('另一人审核') });
    expect((await post(`${papersAt(made.body.work)}/drafts`, { code: 'F52' }, 'xf02')).body.type).toBe('WrongStage');
  });

  it('专报：定题目，起草，签发就是报送', async () => {
    const begun = await post(
      WORK,
      { kind: 'briefing', step: 'begin', fields: { title: '一季度物业类信访', unit: 'qc/government', period: '2026年1月至3月，按收到日期' } },
      'xf02',
    );
    const at = papersAt(begun.body.work);
    const values = { trend: '物业类增多。', causes: '换物业衔接不好。', advice: '提前公告。' };
    const { body: draft } = await post(`${at}/drafts`, { code: 'F49', values }, 'xf02');
    expect(draft).toMatchObject({ missing: [], values: { addressee: '县政府（全称）', subject: '一季度物业类信访' } });
    const { body: signed } = await post(`${at}/drafts/${draft.draft}/sign`, { version: 1 }, 'xf02');
    expect(signed).toMatchObject({ number: null, done: ['BriefingIssued', 'DocumentNumbered'] });
  });
});

describe('表和目录', () => {
  it('工作里的文书都在目录中，随步取号的，目录写明那一步记的是什么', () => {
    for (const [kind, papers] of Object.entries(WORK_PAPERS)) {
      for (const [code, { steps, signing, stages }] of Object.entries(papers)) {
        const paper = CATALOGUE[code as keyof typeof CATALOGUE];
        expect(paper, `${kind} ${code}`).toBeDefined();
        expect(stages.filter((stage) => !WORK_KINDS[kind]!.stages[stage])).toEqual([]);
        for (const step of [...steps, ...(signing ? [signing.step] : [])]) {
          const { acts } = WORK_KINDS[kind]!.steps[step]!;
          const records = typeof acts === 'string' ? [acts] : undefined;
          if (records) expect(paper.effects.goesWith, `${kind} ${code} ${step}`).toEqual(expect.arrayContaining(records));
          else expect(paper.effects.goesWith?.length, `${kind} ${code} ${step}`).toBeGreaterThan(0);
        }
      }
    }
  });

  it('没有这项工作的人起草不了', async () => {
    expect((await post(`${papersAt(randomUUID())}/drafts`, { code: 'F39' }, 'xf02')).body.type).toBe('NotFound');
  });
});
