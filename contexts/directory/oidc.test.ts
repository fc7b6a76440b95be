import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import Type from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '#kernel/endpoint.ts';
import { cloneDatabase } from '../../test/database.ts';
import { SEALED_ROLES } from '#kernel/roles.ts';
import { serve } from '#platform/http.ts';
import { agreeAsOperator } from './handle/proposals.ts';
import { seedDirectory } from './handle/seed.ts';
import { idOf, newBrowser, openCounty, PASSWORD, SINCE, type Browser, type County } from './testing.ts';

const CALLBACK = 'http://office.test/api/directory/oidc/callback';
/** The door of the sealed line: whoever is told `true` here has come through it (what opens behind it is tested in contexts/sealed). */
const sealed = { method: 'GET', url: '/api/sealed/files', reply: Type.Boolean() } as const satisfies Endpoint;
const CLIENT = { client: 'huiyin', secret: 'only the two of us know' };

/** A provider small enough to read: real keys, real signatures, PKCE checked. Who signs in there is said by the test. */
async function startProvider() {
  const [own, strange] = [1, 2].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 })) as [Pair, Pair];
  const keys = { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] };
  const codes = new Map<string, { challenge: string; nonce: string }>();
  const told = { user: 'zj01', nonce: undefined as string | undefined, aud: CLIENT.client, key: own.privateKey };
  const server: Server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    const json = (body: object, status = 200) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration') {
      return void json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    }
    if (url.pathname === '/keys') return void json(keys);
    const body = new URLSearchParams(await textOf(request));
    const known = codes.get(body.get('code') ?? '');
    codes.delete(body.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    if (!known || known.challenge !== challenge) return void json({ error: 'invalid_grant' }, 400);
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: told.aud, sub: 's-1', iat: now, exp: now + 300, nonce: told.nonce ?? known.nonce, preferred_username: told.user };
    const text = [{ alg: 'RS256', kid: 'one' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    const token = `${text}.${sign('RSA-SHA256', Buffer.from(text), told.key).toString('base64url')}`;
    json({ access_token: 'a', token_type: 'Bearer', id_token: token });
  }

  return {
    issuer,
    told,
    own: own.privateKey,
    strange: strange.privateKey,
    /** What the person does there: gives consent, and is sent back with a code. */
    consent(address: string): string {
      const asked = new URL(address).searchParams;
      const code = `code-${codes.size}-${Math.random()}`;
      codes.set(code, { challenge: asked.get('code_challenge') ?? '', nonce: asked.get('nonce') ?? '' });
      return `/api/directory/oidc/callback?code=${code}&state=${asked.get('state')}`;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

interface Pair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

let county: County;
let provider: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
  provider = await startProvider();
  const open = await cloneDatabase();
  const oidc = { issuer: provider.issuer, ...CLIENT, callback: CALLBACK, insecure: true, label: '县政务统一认证' };
  county = await openCounty(open(), { oidc }, (app) => serve(app, sealed, async ({ actor }) => SEALED_ROLES.some((role) => actor.roles.includes(role))));
});
afterAll(() => provider.stop());

async function start(browser: Browser): Promise<string> {
  const { status, headers } = await county.send('GET', '/api/directory/oidc/start', undefined, browser);
  expect(status).toBe(302);
  return String(headers.location);
}
const comeBack = async (path: string, browser: Browser) => String((await county.send('GET', path, undefined, browser)).headers.location);

describe('sign-in at another authority', () => {
  it('is offered on the sign-in page when it is configured', async () => {
    expect((await county.send('GET', '/api/directory/sign-in')).body.oidc).toEqual({ label: '县政务统一认证', start: '/api/directory/oidc/start' });
  });

  it('lets in whom the provider names, if there is such an account here', async () => {
    const browser = newBrowser();
    const address = await start(browser);
    expect(address).toContain('code_challenge_method=S256');
    expect(await comeBack(provider.consent(address), browser)).toBe('/');
    expect((await county.send('GET', '/api/directory/me', undefined, browser)).body.name).toBe('李砚秋');
  });

  it('turns away whom nobody here knows', async () => {
    provider.told.user = 'stranger';
    const browser = newBrowser();
    expect(await comeBack(provider.consent(await start(browser)), browser)).toBe('/sign-in?refused=oidc-unknown');
    expect((await county.send('GET', '/api/directory/me', undefined, browser)).status).toBe(401);
    provider.told.user = 'zj01';
  });

  it('turns away a locked account', async () => {
    await county.needs.db.sql.updateTable('directory.account').set({ locked_at: new Date() }).where('login', '=', 'sl01').execute();
    provider.told.user = 'sl01';
    const browser = newBrowser();
    expect(await comeBack(provider.consent(await start(browser)), browser)).toBe('/sign-in?refused=oidc-locked');
    provider.told.user = 'zj01';
  });

  it('takes no answer that another browser began, and none twice', async () => {
    const browser = newBrowser();
    const path = provider.consent(await start(browser));
    expect(await comeBack(path, newBrowser())).toBe('/sign-in?refused=oidc-again');
    const other = newBrowser();
    await start(other);
    expect(await comeBack(path, other)).toBe('/sign-in?refused=oidc-failed'); // another state
    expect(await comeBack(path, browser)).toBe('/');
    expect(await comeBack(path, browser)).toBe('/sign-in?refused=oidc-again');
  });

  it('takes no token made for another time or another program, or signed by somebody else', async () => {
    for (const lie of [{ nonce: 'another' }, { aud: 'another-program' }, { key: provider.strange }]) {
      Object.assign(provider.told, lie);
      const browser = newBrowser();
      expect(await comeBack(provider.consent(await start(browser)), browser)).toBe('/sign-in?refused=oidc-failed');
      Object.assign(provider.told, { nonce: undefined, aud: CLIENT.client, key: provider.own });
    }
  });

  it('says so when the person changes their mind there', async () => {
    const browser = newBrowser();
    const state = new URL(await start(browser)).searchParams.get('state');
    expect(await comeBack(`/api/directory/oidc/callback?error=access_denied&state=${state}`, browser)).toBe('/sign-in?refused=oidc-failed');
  });
});

describe('不变量 27、29：在别处登录，也绕不过密件线的门', () => {
  const post = (url: string, body: object | undefined, as: Browser) => county.send('POST', `/api/directory/${url}`, body, as);
  const opens = async (as: Browser) => (await county.send('GET', sealed.url, undefined, as)).body === true;

  /** As this account, by the other authority. */
  async function enter(login: string): Promise<Browser> {
    provider.told.user = login;
    const browser = newBrowser();
    expect(await comeBack(provider.consent(await start(browser)), browser)).toBe('/');
    provider.told.user = 'zj01';
    browser.csrf = (await county.send('GET', '/api/directory/me', undefined, browser)).body.csrf;
    return browser;
  }

  it('密件经办人的密码重置、经同意以后：先前的登录结束；从别处登录的，没有一次性密码，什么也打不开；改了密码才进得去', async () => {
    const holder = await enter('jw01');
    expect(await opens(holder)).toBe(true); // nothing of theirs was renewed: the other authority's word is enough

    const other = { login: 'jgl1', name: '纪管', phone: '', posts: [{ unit: 'qc-discipline/commission', title: '系统管理员', roles: ['sysAdmin'] }] };
    await seedDirectory(county.needs, [], [other], { password: PASSWORD, since: SINCE });
    await post(`accounts/qc-discipline/${idOf('jw01')}/password`, undefined, await county.signIn('jgl1'));
    const [waiting] = (await county.send('GET', '/api/directory/proposals', undefined, holder)).body;
    const password = await agreeAsOperator(county.needs, waiting.region, waiting.id, '手机丢了，书记在场确认'); // nobody else keeps the line there
    county.pass(30_000); // so long at most goes on what another process has ended
    expect((await county.send('GET', sealed.url, undefined, holder)).status).toBe(401);

    const again = await enter('jw01');
    for (const url of [sealed.url, '/api/directory/organs', '/api/directory/proposals'])
      expect((await county.send('GET', url, undefined, again)).status, url).toBe(401);
    expect((await post('me/password', { old: '河边的柳树发芽了', new: '河边的柳树发芽了2026' }, again)).status).toBe(403);
    const changed = await post('me/password', { old: password, new: '河边的柳树发芽了2026' }, again);
    again.csrf = changed.body.csrf;
    expect(await opens(again)).toBe(true);
    expect(await opens(await enter('jw01'))).toBe(true); // and from now on again without
  });

  it('别的账号重置了密码：从别处登录照常，不用一次性密码', async () => {
    await post(`accounts/qc/${idOf('zj02')}/password`, undefined, await county.signIn('gl01'));
    const head = await enter('zj02');
    expect((await county.send('GET', '/api/directory/organs', undefined, head)).status).toBe(200);
    expect(await opens(head)).toBe(false);
  });
});
