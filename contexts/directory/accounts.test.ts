import { generateSync } from 'otplib';
import Type from 'typebox';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '#kernel/endpoint.ts';
import type { Database } from '#platform/database.ts';
import { serve } from '#platform/http.ts';
import { cloneDatabase } from '../../test/database.ts';
import { idOf, newBrowser, openCounty, PASSWORD, tokenOf, type Browser, type County } from './testing.ts';

/** As any other context has them. */
const desk = { method: 'GET', url: '/api/casework/desk', reply: Type.Array(Type.String()) } as const satisfies Endpoint;

let county: County;
let root: Database;
let admin: Browser;
let clerk: Browser;
let made: { person: string; login: string; oneTimePassword: string };

beforeAll(async () => {
  const open = await cloneDatabase();
  root = open('postgres');
  county = await openCounty(open(), {}, (app) => serve(app, desk, async ({ actor }) => [actor.name]));
  admin = await county.signIn('gl01');
  clerk = await county.signIn('zj01');
});

const post = (url: string, body: object | undefined, as: Browser) => county.send('POST', `/api/directory/${url}`, body, as);
const get = (url: string, as?: Browser) => county.send('GET', `/api/directory/${url}`, undefined, as);
const account = (login: string, verb: string) => `accounts/qc/${idOf(login)}/${verb}`;
const historyOf = async (login: string, as = admin) =>
  (await get(account(login, 'history'), as)).body.map(({ type, detail }: Record<string, string>) => `${type} ${detail}`);
const fresh = { login: 'xr01', name: '章新', phone: '0000-622 0199', unit: 'qc/water', post: '科员', roles: ['unitClerk'] };

describe('the list of accounts', () => {
  it('is for the administrator of the region and the auditor', async () => {
    const { body } = await get('accounts', admin);
    expect(body.map(({ login }: { login: string }) => login)).toContain('zj01');
    expect(body.every(({ region }: { region: string }) => region === 'qc')).toBe(true);
    expect((await get('accounts', await county.signIn('sj01'))).status).toBe(200);
  });

  it('is refused to others, and to nobody in particular', async () => {
    expect(await get('accounts', clerk)).toMatchObject({ status: 403, body: { type: 'NotAllowed' } });
    expect((await get('accounts')).status).toBe(401);
  });
});

describe('making an account', () => {
  it('gives a password for one sign-in, and then asks for a new one before anything else', async () => {
    const { status, body } = await post('accounts', fresh, admin);
    expect(status).toBe(200);
    made = body;
    const browser = newBrowser();
    expect((await post('sign-in', { login: 'xr01', password: made.oneTimePassword }, browser)).body.next).toBe('password');
    const me = (await get('me', browser)).body;
    expect(me).toMatchObject({ mustChangePassword: true, roles: [] });
    browser.csrf = me.csrf;
    expect((await get('organs', browser)).status).toBe(401);
    expect((await post('me/unit', { unit: 'qc/water' }, browser)).status).toBe(403);

    expect((await post('me/password', { old: made.oneTimePassword, new: '1234567890' }, browser)).body.title).toContain('太');
    const before = tokenOf(browser);
    const changed = await post('me/password', { old: made.oneTimePassword, new: '河边的柳树发芽了' + '2026' }, browser);
    expect(changed.body).toMatchObject({ mustChangePassword: false, roles: ['unitClerk'] });
    expect(tokenOf(browser)).not.toBe(before);
    expect((await get('organs', browser)).status).toBe(200);
  });

  it('is refused to others, for another region, with a name that is taken, with roles that do not go together', async () => {
    expect((await post('accounts', { ...fresh, login: 'xr02' }, clerk)).status).toBe(403);
    expect((await post('accounts', { ...fresh, login: 'xr02', unit: 'lin/housing' }, admin)).status).toBe(403);
    expect((await post('accounts', fresh, admin)).body).toMatchObject({ type: 'AgainstRule', title: expect.stringContaining('已经有人用') });
    expect((await post('accounts', { ...fresh, login: 'xr02', roles: ['sysAdmin', 'unitClerk'] }, admin)).body.title).toContain('系统管理员只管账号');
    expect((await post('accounts', { ...fresh, login: 'xr02', roles: ['king'] }, admin)).status).toBe(400);
  });

  it('puts no recipient of accusations where that line does not run', async () => {
    const { body } = await post('accounts', { ...fresh, login: 'xr02', roles: ['disciplineRecipient'] }, admin);
    expect(body).toMatchObject({ type: 'AgainstRule', article: '信访工作条例第三十条' });
    expect((await post('accounts', { ...fresh, login: 'zb01', unit: 'qc/organization', roles: ['organizationRecipient'] }, admin)).status).toBe(200);
  });

  it('keeps SQL and HTML as the text that they are', async () => {
    const name = `<img src=x onerror=a()>'; drop table directory.person; --`;
    const { body } = await post('accounts', { ...fresh, login: 'xr03', name }, admin);
    const list = (await get('accounts', admin)).body;
    expect(list.find(({ person }: { person: string }) => person === body.person).name).toBe(name);
    expect(await post('accounts', { ...fresh, login: 'xr04', name: '零\u0000字节' }, admin)).toMatchObject({ status: 400, body: { type: 'Invalid' } });
  });
});

describe('roles', () => {
  it('given and taken take effect at once, and are noted with the post', async () => {
    const browser = await county.signIn('sl01');
    const done = await post(account('sl01', 'roles'), { unit: 'qc/water', post: '副局长', roles: ['unitHead'] }, admin);
    expect(done.body).toEqual({ done: ['RolesSet'] });
    expect((await get('me', browser)).body.roles).toEqual(['unitHead']);
    expect((await historyOf('sl01'))[0]).toBe('RolesSet 县水利局（全称）；副局长；授予：单位负责人；取消：承办人');
  });

  it('are refused to others, for oneself, and when nothing changes', async () => {
    const body = { unit: 'qc/water', post: '副局长', roles: ['unitHead'] };
    expect((await post(account('sl01', 'roles'), body, clerk)).status).toBe(403);
    expect((await post(account('sl01', 'roles'), body, admin)).body.type).toBe('AgainstRule');
    expect((await post(account('gl01', 'roles'), { unit: 'qc/petition', post: '局长', roles: ['petitionDeptHead'] }, admin)).body.title).toContain(
      '不能给自己',
    );
  });

  it('taken away altogether, end what the person can do', async () => {
    const browser = await county.signIn('xf02');
    await post(account('xf02', 'roles'), { unit: 'qc/supervision', post: '督查专员', roles: [] }, admin);
    expect((await get('organs', browser)).status).toBe(401);
    const { status, body } = await county.send('POST', '/api/directory/sign-in', { login: 'xf02', password: PASSWORD });
    expect({ status, title: body.title }).toMatchObject({ status: 403, title: expect.stringContaining('没有代表任何单位') });
  });
});

describe('locking', () => {
  it('ends every sign-in, is told only to who knows the password, and is undone', async () => {
    const browser = await county.signIn('xf01');
    expect((await post(account('xf01', 'lock'), { reason: '调离' }, admin)).body).toEqual({ done: ['AccountLocked'] });
    expect((await get('organs', browser)).status).toBe(401);
    const told = async (password: string) => (await county.send('POST', '/api/directory/sign-in', { login: 'xf01', password })).body.title;
    expect(await told(PASSWORD)).toContain('已停用');
    expect(await told('不知道的密码')).not.toContain('停用');
    expect((await post(account('xf01', 'unlock'), undefined, admin)).body).toEqual({ done: ['AccountUnlocked'] });
    expect((await get('me', await county.signIn('xf01'))).status).toBe(200);
    expect(await historyOf('xf01')).toEqual(expect.arrayContaining(['AccountLocked 原因：调离', 'AccountUnlocked ']));
  });

  it('is refused to others, for oneself, and across regions', async () => {
    expect((await post(account('xf01', 'lock'), { reason: '试试' }, clerk)).status).toBe(403);
    expect((await post(account('xf01', 'unlock'), undefined, clerk)).status).toBe(403);
    expect((await post(account('gl01', 'lock'), { reason: '试试' }, admin)).status).toBe(403);
    expect((await post(`accounts/lin/${idOf('sx01')}/lock`, { reason: '试试' }, admin)).status).toBe(403);
  });

  it('keeps the reason out of history: there stands only its proof', async () => {
    const rows = await root.sql.selectFrom('history.action').selectAll().where('subject', '=', idOf('xf01')).execute();
    expect(JSON.stringify(rows)).not.toContain('调离');
  });
});

describe('a forgotten password', () => {
  it('is replaced by one for a single sign-in, and whoever was in is out', async () => {
    const other = await county.signIn('zj02');
    const { body } = await post(account('zj02', 'password'), undefined, admin);
    expect((await get('organs', other)).status).toBe(401);
    expect((await county.send('POST', '/api/directory/sign-in', { login: 'zj02', password: PASSWORD })).status).toBe(403);
    expect((await county.send('POST', '/api/directory/sign-in', { login: 'zj02', password: body.oneTimePassword })).body.next).toBe('password');
  });

  it("is not reset by others, nor one's own, nor across regions", async () => {
    expect((await post(account('zj02', 'password'), undefined, clerk)).status).toBe(403);
    expect((await post(account('gl01', 'password'), undefined, admin)).status).toBe(403);
    expect((await post(`accounts/lin/${idOf('sx01')}/password`, undefined, admin)).status).toBe(403);
  });

  it('asks for the present one before it takes a new one', async () => {
    const browser = await county.signIn('zj01');
    expect((await post('me/password', { old: '不是', new: '河边的柳树发芽了2026' }, browser)).status).toBe(403);
  });
});

describe('the history of an account', () => {
  it('is read by administrator and auditor, in words', async () => {
    const { body } = await get(account('zj01', 'history'), await county.signIn('sj01'));
    expect(body.map(({ label }: { label: string }) => label)).toEqual(['设定职务和角色', '建立账号']);
    expect(body[0].detail).toBe('县住建局（全称）；科长；授予：承办人');
  });

  it('is refused to others', async () => {
    expect((await get(account('zj01', 'history'), clerk)).status).toBe(403);
  });
});

describe('不变量 29：系统管理员不看内容', () => {
  it('the administrator opens no matter, whatever the context; a clerk does', async () => {
    expect(await county.send('GET', desk.url, undefined, clerk)).toMatchObject({ status: 200, body: ['李砚秋'] });
    expect(await county.send('GET', desk.url, undefined, admin)).toMatchObject({ status: 403, body: { type: 'NotAllowed' } });
  });
});

describe('the second factor of somebody else', () => {
  it('is removed by the administrator alone, and only where there is one', async () => {
    expect((await post(account('zj01', 'second-factor/remove'), undefined, clerk)).status).toBe(403);
    expect((await post(account('zj01', 'second-factor/remove'), undefined, admin)).body.type).toBe('WrongStage');

    const phone = await county.signIn('sl01');
    const {
      body: { secret },
    } = await post('me/second-factor', { password: PASSWORD }, phone);
    await post('me/second-factor/confirm', { code: generateSync({ secret, epoch: Math.floor(county.needs.now().getTime() / 1000) }) }, phone);
    expect((await county.send('POST', '/api/directory/sign-in', { login: 'sl01', password: PASSWORD })).body.next).toBe('second');
    expect((await post(account('sl01', 'second-factor/remove'), undefined, admin)).body).toEqual({ done: ['SecondFactorRemoved'] });
    expect((await county.send('POST', '/api/directory/sign-in', { login: 'sl01', password: PASSWORD })).body.next).toBe('done');
  });
});
