import { generateSync } from 'otplib';
import Type from 'typebox';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '#kernel/endpoint.ts';
import { SEALED_ROLES, type Role } from '#kernel/roles.ts';
import { serve } from '#platform/http.ts';
import { cloneDatabase } from '../../test/database.ts';
import { agreeAsOperator } from './handle/proposals.ts';
import { seedDirectory } from './handle/seed.ts';
import { idOf, newBrowser, openCounty, PASSWORD, type Answer, type Browser, type County } from './testing.ts';

/** 密件线的门：有密件角色的才进得去（contexts/sealed 的权限另有测试）. */
const sealed = { method: 'GET', url: '/api/sealed/files', reply: Type.Boolean() } as const satisfies Endpoint;
const DAY = 86_400_000;
const NEW = '河边的柳树发芽了2026';

let county: County;
let admin: Browser;
let keeper: Browser; // 秦守默, the only one who holds a sealed role
beforeAll(async () => {
  const open = await cloneDatabase();
  county = await openCounty(open(), {}, (app) => serve(app, sealed, async ({ actor }) => SEALED_ROLES.some((role) => actor.roles.includes(role))));
  admin = await county.signIn('gl01');
  keeper = await county.signIn('jw01');
});

const post = (url: string, body: object | undefined, as: Browser) => county.send('POST', `/api/directory/${url}`, body, as);
const get = async (url: string, as: Browser) => (await county.send('GET', `/api/directory/${url}`, undefined, as)).body;
const account = (login: string, verb: string, region = 'qc') => `accounts/${region}/${idOf(login)}/${verb}`;
const opens = async (as: Browser) => (await county.send('GET', sealed.url, undefined, as)).body === true;
const openOnes = async (as: Browser) => (await get('proposals', as)).filter(({ state }: { state: string }) => state === 'open');
const decide = ({ region, id }: { region: string; id: string }, verb: string, as: Browser, body?: object) =>
  post(`proposals/${region}/${id}/${verb}`, body, as);
const give = (login: string, unit: string, roles: Role[], as = admin) => post(account(login, 'roles'), { unit, post: '专管员', roles }, as);
const trail = async (login: string): Promise<string[]> =>
  (await get(account(login, 'history'), admin)).map(({ type, detail }: Record<string, string>) => `${type} ${detail}`);

async function enter(login: string, password: string): Promise<{ answer: Answer; browser: Browser }> {
  const browser = newBrowser();
  const answer = await post('sign-in', { login, password }, browser);
  browser.csrf = (await get('me', browser)).csrf ?? '';
  return { answer, browser };
}

describe('不变量 27、29：一个管理员办不成', () => {
  it('给别人密件角色、开一个有密件角色的账号：只是提出，谁也没有多看到什么；账号也没有能登录的密码', async () => {
    const clerk = await county.signIn('xf01');
    const asked = await give('xf01', 'qc/petition', ['intakeOfficer', 'triageOfficer', 'sealedTriage']);
    expect(asked.body).toMatchObject({
      done: ['RolesSet', 'ActProposed'],
      waiting: { who: ['秦守默（纪委信访室）'], firstHalf: expect.stringMatching(/^.{4}-.{4}$/) },
    });
    expect(await opens(clerk)).toBe(false);

    const body = { login: 'mj09', name: '章新', phone: '', unit: 'qc/petition', post: '专管员', roles: ['sealedTriage'] };
    const fresh = (await post('accounts', body, admin)).body;
    expect(fresh.oneTimePassword).toBeUndefined();
    expect((await enter('mj09', fresh.waiting.firstHalf)).answer.status).toBe(403);
    const reset = (await post(`accounts/qc/${fresh.person}/password`, undefined, admin)).body; // no sealed role yet: reset alone, and worth nothing
    expect(await opens((await enter('mj09', reset.oneTimePassword)).browser)).toBe(false);
    for (const each of await openOnes(admin)) await decide(each, 'withdraw', admin);
  });

  it('重置密件经办人的密码、解除动态口令、恢复停用的账号：原来的照旧，只是提出', async () => {
    const holder = await county.signIn('jw01');
    const { secret } = (await post('me/second-factor', { password: PASSWORD }, holder)).body;
    const code = generateSync({ secret, epoch: Math.floor(county.needs.now().getTime() / 1000) });
    await post('me/second-factor/confirm', { code }, holder);
    const other = await adminOf('qc-discipline');
    for (const [verb, waits] of [
      ['password', true],
      ['second-factor/remove', false],
    ] as const) {
      const { body } = await post(account('jw01', verb, 'qc-discipline'), undefined, other);
      expect(body.waiting).toMatchObject({ who: [], ...(waits && { firstHalf: expect.any(String) }) });
      expect(body.oneTimePassword).toBeUndefined();
    }
    expect((await enter('jw01', PASSWORD)).answer.body.next).toBe('second'); // both as they were
    await post(account('jw01', 'lock', 'qc-discipline'), { reason: '休假' }, other);
    expect((await post(account('jw01', 'unlock', 'qc-discipline'), undefined, other)).body).toMatchObject({ done: ['ActProposed'] });
    expect((await enter('jw01', PASSWORD)).answer.status).toBe(403);
    for (const each of await openOnes(other)) {
      if (each.label === '重置密码') await decide(each, 'withdraw', other);
      else expect(await agreeAsOperator(county.needs, each.region, each.id, '误停、手机丢了，书记在场确认')).toBeUndefined(); // nobody else is there
    }
    keeper = await county.signIn('jw01'); // with the old password, which nobody has learnt
    expect(await opens(keeper)).toBe(true);
  });

  it('先安排代班，再给被代的人密件角色：给不成', async () => {
    const holiday = { unit: 'qc/petition', substitute: idOf('xf02'), from: '2026-05-12', to: '2026-05-14' };
    expect((await post(account('xf01', 'substitute'), holiday, admin)).body.done).toContain('SubstituteNamed');
    expect((await give('xf01', 'qc/petition', ['intakeOfficer', 'sealedTriage'])).body).toMatchObject({
      type: 'AgainstRule',
      title: expect.stringContaining('先结束代班'),
    });
    await post(account('xf01', 'substitute/end'), { unit: 'qc/petition', substitute: idOf('xf02') }, admin);
  });

  it('管理员自己的负责人、自己的另一个管理员，都不能同意', async () => {
    await give('xf01', 'qc/petition', ['intakeOfficer', 'sealedTriage']);
    const [waiting] = await openOnes(admin);
    for (const login of ['gl01', 'gl02', 'zj02', 'xf01']) expect((await decide(waiting, 'agree', await county.signIn(login))).status, login).toBe(403);
    await decide(waiting, 'withdraw', admin);
  });

  it('有人经办密件的单位，类型、隶属、区划不能由一人改；电话、职责可以', async () => {
    const other = await adminOf('qc-discipline');
    const {
      unit: _,
      version,
      children: _1,
      reviewOrgans: _2,
      people: _3,
      disciplineOrgan: _4,
      complaintsOrgan: _5,
      ...organ
    } = await get('organs/qc-discipline/letters', other);
    const save = (more: object) => post('organs/qc-discipline/letters', { version, organ: { ...organ, ...more } }, other);
    expect((await save({ type: 'department' })).body).toMatchObject({ type: 'AgainstRule', article: '信访工作条例第三十条第三款' });
    expect((await save({ parent: 'qc/housing' })).body.type).toBe('AgainstRule');
    expect((await save({ hours: '周一至周五' })).body).toEqual({ done: ['OrganSaved'] });
  });
});

describe('另一人同意', () => {
  it('看得到谁提出、给谁、能看到什么、近来办过什么；同意以后才生效，密码两半在两个人手里', async () => {
    const before = await county.signIn('xf01');
    const { firstHalf } = (await give('xf01', 'qc/petition', ['intakeOfficer', 'sealedTriage'])).body.waiting;
    const [waiting] = await openOnes(keeper);
    expect(waiting).toMatchObject({
      label: '授予密件角色',
      whom: '何静怡（xf01@qc）',
      opens: ['县信访局（全称）：检举控告密件（检举控告件甄别人员）'],
      by: '凌键（县信访局）',
      until: '2026-05-18',
      mayDecide: true,
      mayWithdraw: false,
      lately: expect.arrayContaining([expect.stringContaining('设定职务和角色')]),
    });
    expect((await openOnes(admin))[0]).toMatchObject({ mayDecide: false, mayWithdraw: true });

    const { secondHalf } = (await decide(waiting, 'agree', keeper)).body;
    expect((await county.send('GET', '/api/directory/organs', undefined, before)).status).toBe(401); // whoever was in is out
    for (const part of [PASSWORD, firstHalf, secondHalf]) expect((await enter('xf01', part)).answer.status).toBe(403);
    county.pass(2 * 60_000);
    const { answer, browser } = await enter('xf01', `${firstHalf}-${secondHalf}`);
    expect(answer.body.next).toBe('password');
    expect(await opens(browser)).toBe(false);
    await post('me/password', { old: `${firstHalf}-${secondHalf}`, new: NEW }, browser);
    expect(await opens(browser)).toBe(true);
    expect((await trail('xf01')).slice(1, 5)).toEqual([
      'PasswordReset 经秦守默同意',
      expect.stringMatching(/^RolesSet .*授予：检举控告件甄别人员；经秦守默同意$/),
      'ProposalAgreed ',
      expect.stringMatching(/^ActProposed .*给何静怡；等到 2026-05-18$/),
    ]);
    expect((await decide(waiting, 'agree', keeper)).body.type).toBe('WrongStage');
  });

  it('现在有两位经办人：一位忘了密码，管理员提出，另一位同意；本人不能同意', async () => {
    const self = (await enter('xf01', NEW)).browser;
    const { firstHalf } = (await post(account('xf01', 'password'), undefined, admin)).body.waiting;
    const [waiting] = await openOnes(keeper);
    expect((await decide(waiting, 'agree', self)).body.title).toContain('是给您本人办的');
    expect((await enter('xf01', NEW)).answer.body.next).toBe('done'); // nothing has changed yet
    const { secondHalf } = (await decide(waiting, 'agree', keeper)).body;
    const { browser } = await enter('xf01', `${firstHalf}-${secondHalf}`);
    await post('me/password', { old: `${firstHalf}-${secondHalf}`, new: NEW }, browser);
  });

  it('负责人提出代班：代班人不能同意，不在的人同意了，到日子才看得到', async () => {
    await give('sj01', 'qc/petition', ['petitionDeptHead']);
    const head = await county.signIn('sj01');
    const holiday = { unit: 'qc/petition', substitute: idOf('xf02'), from: '2026-05-12', to: '2026-05-14' };
    const { waiting } = (await post(account('xf01', 'substitute'), holiday, head)).body;
    const away = (await enter('xf01', NEW)).browser;
    const [row] = await openOnes(away);
    expect(row).toMatchObject({ label: '指定代班人', whom: '严维舟（xf02@qc）', mayDecide: true });
    expect((await decide(row, 'agree', head)).status).toBe(403);
    const { secondHalf } = (await decide(row, 'agree', away)).body;
    county.pass(DAY);
    const password = `${waiting.firstHalf}-${secondHalf}`;
    const { browser } = await enter('xf02', password);
    browser.csrf = (await post('me/password', { old: password, new: NEW }, browser)).body.csrf;
    await post('me/unit', { unit: 'qc/petition' }, browser);
    expect(await opens(browser)).toBe(true);
    admin = await county.signIn('gl01');
    expect((await post(account('xf02', 'password'), undefined, admin)).body.waiting).toBeDefined(); // a stand-in opens it too
    keeper = await county.signIn('jw01');
  });

  it('不同意要写理由，提出的人看得到；过了期限自己作废，都在留痕里', async () => {
    const [first] = await openOnes(keeper);
    expect((await decide(first, 'refuse', keeper, { reason: '' })).status).toBe(400);
    await decide(first, 'refuse', keeper, { reason: '本人说没有忘' });
    const found = (await get('proposals', admin)).find(({ id }: { id: string }) => id === first.id);
    expect(found).toMatchObject({ state: 'refused', reason: '本人说没有忘', decidedBy: '秦守默（纪委信访室）' });

    await post(account('xf02', 'password'), undefined, admin);
    const [second] = await openOnes(admin);
    county.pass(8 * DAY);
    [admin, keeper] = [await county.signIn('gl01'), await county.signIn('jw01')];
    expect((await decide(second, 'agree', keeper)).body.type).toBe('TooLate');
    expect((await get('proposals', admin)).find(({ id }: { id: string }) => id === second.id).state).toBe('expired');
    expect((await trail('xf02')).slice(0, 4)).toEqual([
      'ProposalExpired ',
      expect.stringContaining('ActProposed'),
      'ProposalRefused 理由：本人说没有忘',
      expect.stringContaining('ActProposed'),
    ]);
  });
});

describe('没有另一个人的时候：服务器命令行', () => {
  it('有人能同意的，先找他们；等了三天还没有人办的才可以，写明的理由告诉每位密件经办人和信访部门负责人', async () => {
    await post(account('xf01', 'password'), undefined, admin);
    const [waiting] = await openOnes(admin);
    await expect(agreeAsOperator(county.needs, 'qc', waiting.id, '手机丢了')).rejects.toThrow('秦守默');
    county.pass(3 * DAY);
    const password = await agreeAsOperator(county.needs, 'qc', waiting.id, '手机丢了，局长当面确认');
    expect((await enter('xf01', password!)).answer.body.next).toBe('password');
    for (const login of ['jw01', 'sj01']) {
      const told = (await get('proposals', await county.signIn(login))).find(({ id }: { id: string }) => id === waiting.id);
      expect(told, login).toMatchObject({ state: 'agreed', decidedBy: '运维人员（服务器命令行）', reason: '手机丢了，局长当面确认' });
    }
    expect((await get('proposals', await county.signIn('gl02'))).length).toBeGreaterThan(0);
    admin = await county.signIn('gl01');
    expect((await trail('xf01')).join()).toContain('ProposalAgreed 理由：手机丢了，局长当面确认');
  });
});

/** The administrator of another tenant: an account of its own there, as the first list gives one. */
async function adminOf(region: string): Promise<Browser> {
  const entry = { login: 'jgl1', name: '纪管', phone: '', posts: [{ unit: `${region}/commission`, title: '系统管理员', roles: ['sysAdmin'] }] };
  await seedDirectory(county.needs, [], [entry], { password: PASSWORD, since: '2020-01-01' });
  return county.signIn('jgl1');
}
