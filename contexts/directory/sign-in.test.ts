import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#platform/database.ts';
import { cloneDatabase } from '../../test/database.ts';
import { idOf, newBrowser, openCounty, PASSWORD, tokenOf, type County } from './testing.ts';

const MINUTE = 60_000;
let county: County;
let admin: Database;
beforeAll(async () => {
  const open = await cloneDatabase();
  admin = open('postgres');
  county = await openCounty(open());
});

const tryPassword = (login: string, password: string) => county.send('POST', '/api/directory/sign-in', { login, password });

describe('signing in with a password', () => {
  it('lets in by name, tells who one is and for which units one may act', async () => {
    const browser = await county.signIn('xf01');
    const { body } = await county.send('GET', '/api/directory/me', undefined, browser);
    expect(body).toMatchObject({
      name: '何静怡',
      unit: 'qc/petition',
      region: 'qc',
      roles: ['intakeOfficer', 'triageOfficer'],
      demo: false,
      mustChangePassword: false,
    });
    expect(body.posts.map(({ unit }: { unit: string }) => unit)).toEqual(['qc/petition', 'qc/housing']);
  });

  it('takes the account with its region too, and the token begins with the region, so that it finds its shard', async () => {
    const browser = await county.signIn('XF01@qc ');
    expect(tokenOf(browser)).toMatch(/^qc\.[\w-]{43}$/);
  });

  it('hides the cookie from scripts and from other sites', async () => {
    const { headers } = await county.send('POST', '/api/directory/sign-in', { login: 'xf01', password: PASSWORD });
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Lax/);
  });

  it('keeps no token, only its hash', async () => {
    const browser = await county.signIn('xf01');
    const rows = await admin.sql.selectFrom('directory.session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(tokenOf(browser));
  });

  it('gives a new token at each sign-in and ends the one of before', async () => {
    const browser = await county.signIn('xf01');
    const before = tokenOf(browser);
    await county.send('POST', '/api/directory/sign-in', { login: 'xf01', password: PASSWORD }, browser);
    expect(tokenOf(browser)).not.toBe(before);
    const stolen = newBrowser();
    stolen.cookies.set('huiyin_session', before);
    expect((await county.send('GET', '/api/directory/me', undefined, stolen)).status).toBe(401);
  });

  it('says the same of a wrong password and of an account that does not exist, and does the same work', async () => {
    const wrong = await tryPassword('zj01', '不对的密码');
    const nobody = await tryPassword('nobody99', '不对的密码');
    expect(wrong.status).toBe(403);
    expect({ ...wrong.body, request: '' }).toEqual({ ...nobody.body, request: '' });
    const counted = await admin.sql.selectFrom('directory.attempt').selectAll().execute();
    expect(counted).toHaveLength(2); // one row each: nobody is counted too
  });

  it('makes one wait after five wrong ones, longer each time, and never says whether the account exists', async () => {
    const told = async (login: string) => {
      const titles: string[] = [];
      for (let nth = 0; nth < 6; nth += 1) titles.push((await tryPassword(login, `猜 ${nth}`)).body.title);
      return titles;
    };
    const real = await told('sl01');
    expect(real[4]).toContain('已连续 5 次，请过 1 分钟再试');
    expect(real[5]).toContain('请过 1 分钟再试');
    expect(await told('nobody98')).toEqual(real);

    const right = await tryPassword('sl01', PASSWORD);
    expect(right).toMatchObject({ status: 429, body: { type: 'TooMany' } }); // even the right one waits

    county.pass(2 * MINUTE);
    expect((await tryPassword('sl01', '又错')).body.title).toContain('已连续 6 次，请过 2 分钟再试');
    county.pass(3 * MINUTE);
    expect((await tryPassword('sl01', PASSWORD)).body).toEqual({ next: 'done', failuresBefore: 6 });
  });

  it('counts guesses that come all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, nth) => tryPassword('sx01', `同时猜 ${nth}`)));
    const looked = answers.filter(({ body }) => !body.title.startsWith('连续多次'));
    expect(looked).toHaveLength(5);
  });

  it('turns away who comes in a flood without counting it, forgets names that nobody has, and lets people in after it', async () => {
    const kept = async () => (await sql<{ what: string }>`select what from directory.attempt where region = '-'`.execute(admin.sql)).rows;
    await sql`insert into directory.attempt (region, what, failures, last_at) values ('-', 'long ago', 9, '2020-01-01')`.execute(admin.sql);
    const before = (await kept()).length;
    const answers = await Promise.all(Array.from({ length: 100 }, (_, at) => tryPassword(`flood${at}`, 'x')));
    const away = answers.filter(({ status }) => status === 503);
    expect(away.length).toBeGreaterThan(0);
    expect(away[0]!.body).toMatchObject({ type: 'Unavailable', title: expect.stringContaining('没有计入') });
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(100 - away.length);
    expect(await kept()).toHaveLength(before + 100 - away.length);
    await county.signIn('xf01');
    expect((await kept()).map(({ what }) => what)).not.toContain('long ago');
  });

  it('notes the waiting time in the account history, by the system', async () => {
    await expect
      .poll(async () => {
        const rows = await admin.sql.selectFrom('history.action').select(['type', 'person']).where('subject', '=', idOf('sx01')).execute();
        return rows.filter(({ type }) => type === 'SignInBarred');
      })
      .toEqual([{ type: 'SignInBarred', person: '系统' }]);
  });

  it('takes SQL and HTML in the fields for what they are: text', async () => {
    for (const text of ["' or '1'='1", "xf01'; drop table directory.account; --", '<script>alert(1)</script>', 'xf01@qc/../lin', '\u0000']) {
      expect([400, 403]).toContain((await tryPassword(text, text)).status);
    }
    expect((await tryPassword('xf01', PASSWORD)).status).toBe(200);
  });

  it('refuses a field that it does not know', async () => {
    const { status } = await county.send('POST', '/api/directory/sign-in', { login: 'xf01', password: PASSWORD, admin: true });
    expect(status).toBe(400);
  });
});

describe('a sign-in', () => {
  it('ends with signing out, on the server too: a stolen token opens nothing after it', async () => {
    const browser = await county.signIn('xf01');
    const thief = newBrowser();
    thief.cookies.set('huiyin_session', tokenOf(browser));
    expect((await county.send('GET', '/api/directory/me', undefined, thief)).status).toBe(200);
    expect((await county.send('POST', '/api/directory/sign-out', undefined, browser)).body).toEqual({ signedOut: true });
    expect((await county.send('GET', '/api/directory/organs', undefined, thief)).status).toBe(401);
  });

  it('changes nothing without the token of its page (CSRF)', async () => {
    const browser = await county.signIn('xf01');
    const forged = { ...browser, csrf: '' };
    const refused = await county.send('POST', '/api/directory/me/unit', { unit: 'qc/housing' }, forged);
    expect(refused).toMatchObject({ status: 403, body: { type: 'NotAllowed' } });
    expect((await county.send('POST', '/api/directory/me/unit', { unit: 'qc/housing' }, { ...browser, csrf: 'x'.repeat(43) })).status).toBe(403);
    expect((await county.send('POST', '/api/directory/me/unit', { unit: 'qc/housing' }, browser)).body.unit).toBe('qc/housing');
  });

  it('ends half an hour after its last use, and after ten hours in any case', async () => {
    const idle = await county.signIn('xf01');
    county.pass(31 * MINUTE);
    expect((await county.send('GET', '/api/directory/me', undefined, idle)).status).toBe(401);

    const busy = await county.signIn('xf01');
    const statuses: number[] = [];
    for (let minutes = 0; minutes < 625; minutes += 25) {
      statuses.push((await county.send('GET', '/api/directory/me', undefined, busy)).status);
      county.pass(25 * MINUTE);
    }
    expect(statuses).toEqual([...Array(25).fill(200)]);
    expect((await county.send('GET', '/api/directory/me', undefined, busy)).status).toBe(401);
  });

  it('that another process has ended is honoured within thirty seconds', async () => {
    const browser = await county.signIn('xf01');
    await admin.sql.deleteFrom('directory.session').where('person', '=', idOf('xf01')).execute();
    county.pass(31_000);
    expect((await county.send('GET', '/api/directory/organs', undefined, browser)).status).toBe(401);
  });

  it('costs no round trip while it is believed', async () => {
    const browser = await county.signIn('xf01');
    await county.send('GET', '/api/directory/organs', undefined, browser);
    const { trips } = county.needs.db.state();
    await county.send('GET', '/api/directory/organs', undefined, browser);
    expect(county.needs.db.state().trips).toBe(trips);
  });
});

describe('the sign-in page', () => {
  it('lists no accounts outside of the demonstration', async () => {
    expect((await county.send('GET', '/api/directory/sign-in')).body).toEqual({ demo: false, signedIn: false });
    expect((await county.send('GET', '/api/directory/demo-accounts')).status).toBe(404);
    expect((await county.send('GET', '/api/directory/oidc/start')).status).toBe(404);
  });
});
