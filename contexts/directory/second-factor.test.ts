import { generateSync } from 'otplib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#platform/database.ts';
import { cloneDatabase } from '../../test/database.ts';
import { idOf, newBrowser, openCounty, PASSWORD, type Browser, type County } from './testing.ts';

let county: County;
let admin: Database;
let secret: string;
let recoveryCodes: string[];

const codeAt = (offsetSeconds = 0) => generateSync({ secret, epoch: Math.floor(county.needs.now().getTime() / 1000) + offsetSeconds });
const post = (url: string, body: object, as?: Browser) => county.send('POST', `/api/directory/${url}`, body, as);

async function half(): Promise<Browser> {
  const browser = newBrowser();
  expect((await post('sign-in', { login: 'zj02', password: PASSWORD }, browser)).body.next).toBe('second');
  return browser;
}

beforeAll(async () => {
  const open = await cloneDatabase();
  admin = open('postgres');
  county = await openCounty(open());
});

describe('the second factor', () => {
  it('is enrolled with the password, a picture to scan and one right code', async () => {
    const browser = await county.signIn('zj02');
    expect((await post('me/second-factor', { password: '不是这个' }, browser)).status).toBe(403);
    expect((await post('me/second-factor/confirm', { code: '123456' }, browser)).body.type).toBe('WrongStage');

    const { body } = await post('me/second-factor', { password: PASSWORD }, browser);
    expect(body.uri).toContain('otpauth://totp/');
    expect(body.qr).toContain('<svg');
    secret = body.secret;

    expect((await post('me/second-factor/confirm', { code: '000000' }, browser)).body.type).toBe('AgainstRule');
    const confirmed = await post('me/second-factor/confirm', { code: codeAt() }, browser);
    recoveryCodes = confirmed.body.recoveryCodes;
    expect(recoveryCodes).toHaveLength(10);
  });

  it('is kept sealed: neither its secret nor a recovery code stands in the tables', async () => {
    const rows = await admin.sql.selectFrom('directory.account').selectAll().where('login', '=', 'zj02').execute();
    const codes = await admin.sql.selectFrom('directory.recovery_code').selectAll().execute();
    const dump = JSON.stringify([rows, codes].flat(), (_, value) => (value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value));
    expect(dump).not.toContain(secret);
    expect(recoveryCodes.some((code) => dump.includes(code.replaceAll('-', '')))).toBe(false);
  });

  it('leaves a password alone outside: no page opens before the code', async () => {
    const browser = await half();
    expect((await county.send('GET', '/api/directory/me', undefined, browser)).status).toBe(401);
    expect((await county.send('GET', '/api/directory/organs', undefined, browser)).status).toBe(401);
  });

  it('lets in with the code of the moment, and refuses the same code a second time', async () => {
    county.pass(60_000);
    const code = codeAt();
    expect((await post('sign-in/second', { code }, await half())).body).toEqual({ next: 'done', failuresBefore: 0 });
    expect((await post('sign-in/second', { code }, await half())).body.title).toContain('已经用过');
  });

  it('lets only one in of two who send the same code at once', async () => {
    county.pass(60_000);
    const code = codeAt();
    const browsers = [await half(), await half()];
    const answers = await Promise.all(browsers.map((browser) => post('sign-in/second', { code }, browser)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
  });

  it('refuses a code of before the last one that was used', async () => {
    county.pass(60_000);
    const earlier = codeAt(-30);
    expect((await post('sign-in/second', { code: codeAt() }, await half())).status).toBe(200);
    expect((await post('sign-in/second', { code: earlier }, await half())).status).toBe(403);
  });

  it('makes guessing wait', async () => {
    const browser = await half();
    const titles: string[] = [];
    for (let nth = 0; nth < 6; nth += 1) titles.push((await post('sign-in/second', { code: `00000${nth}` }, browser)).body.title);
    expect(titles.at(-1)).toContain('分钟再试');
    county.pass(10 * 60_000);
  });

  it('gives five minutes between password and code', async () => {
    const browser = await half();
    county.pass(6 * 60_000);
    expect((await post('sign-in/second', { code: codeAt() }, browser)).status).toBe(401);
  });

  it('opens with a recovery code, each of them once', async () => {
    const [code] = recoveryCodes;
    expect((await post('sign-in/second', { code }, await half())).status).toBe(200);
    expect((await post('sign-in/second', { code }, await half())).status).toBe(403);
  });

  it('is dropped by the person with password and code', async () => {
    county.pass(60 * 60_000);
    const browser = await half();
    await post('sign-in/second', { code: codeAt() }, browser);
    browser.csrf = (await county.send('GET', '/api/directory/me', undefined, browser)).body.csrf;
    county.pass(60_000);
    expect((await post('me/second-factor/drop', { password: PASSWORD, code: '111111' }, browser)).status).toBe(403);
    expect((await post('me/second-factor/drop', { password: PASSWORD, code: codeAt() }, browser)).body).toEqual({ done: ['SecondFactorRemoved'] });
    expect((await post('sign-in', { login: 'zj02', password: PASSWORD })).body.next).toBe('done');
  });

  it('leaves its acts in the history of the account', async () => {
    const rows = await admin.sql.selectFrom('history.action').select('type').where('subject', '=', idOf('zj02')).orderBy('n').execute();
    expect(rows.map(({ type }) => type)).toEqual(['AccountMade', 'RolesSet', 'SecondFactorEnrolled', 'SignInBarred', 'SecondFactorRemoved']);
  });
});
