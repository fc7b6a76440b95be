import { Type } from 'typebox';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Refusal } from '#kernel/refusal.ts';
import { CommitLost } from './database-errors.ts';
import { createHttp, serve, type Actor, type HttpNeeds } from './http.ts';
import { createMetrics } from './metrics.ts';

const contact = Type.Object({ name: Type.String({ title: '联系人姓名', minLength: 1, maxLength: 4 }), phone: Type.Optional(Type.String()) });
const accept = {
  method: 'POST',
  url: '/api/matters/:region/accept',
  says: '受理',
  params: Type.Object({ region: Type.String() }),
  body: Type.Object({ contact, on: Type.Optional(Type.String({ format: 'date', title: '受理日期' })) }),
  reply: Type.Object({ done: Type.String(), by: Type.String() }),
} as const satisfies Endpoint;
const list = {
  method: 'GET',
  url: '/api/list',
  query: Type.Object({ page: Type.Optional(Type.Integer({ minimum: 1, title: '页码' })) }),
  reply: Type.Object({ page: Type.Integer() }),
} as const satisfies Endpoint;
const progress = {
  method: 'GET',
  url: '/api/progress/:code',
  open: true,
  params: Type.Object({ code: Type.String() }),
  reply: Type.Object({ ok: Type.Boolean() }),
} as const satisfies Endpoint;
const paper = { method: 'GET', url: '/api/paper', gives: 'application/pdf', reply: Type.Unknown() } as const satisfies Endpoint;

const lan: Actor = { person: 'p1', name: '李兰', unit: 'qinghe/housing', region: 'qinghe', roles: ['unitClerk'], session: 's1' };
const signedIn = { cookie: 'session=lan', 'sec-fetch-site': 'same-origin' };

async function port(needs: Partial<HttpNeeds> = {}) {
  const app = await createHttp({ surface: 'office', whoIs: async ({ headers }) => (headers.cookie?.includes('session=lan') ? lan : undefined), ...needs });
  serve(app, accept, async ({ body, actor }) => ({ done: body.contact.name, by: actor.name }));
  serve(app, list, async ({ query }) => ({ page: query.page ?? 1 }));
  serve(app, progress, async ({ params, request }) => {
    request.usedCode = true;
    if (params.code === 'lost') throw new CommitLost('x');
    if (params.code === 'away') throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });
    if (params.code === 'full') throw Object.assign(new Error('could not extend file'), { code: '53100', severity: 'ERROR' });
    if (params.code === 'bug') throw new Error('王小明的电话是13800000000');
    if (params.code === 'late') throw new Refusal('TooLate', '已过期限，请到窗口说明。', '信访工作条例第三十五条');
    return { ok: true };
  });
  serve(app, paper, async () => ({ name: '受理告知书.pdf', content: Buffer.from('%PDF') }));
  app.get('/page', async (_, reply) => reply.type('text/html').send(`<input name="_csrf" value="${reply.generateCsrf()}">`));
  app.post('/form', async ({ body }) => ({ got: body }));
  return app;
}

let app: Awaited<ReturnType<typeof port>>;
beforeAll(async () => void (app = await port()));
const post = (body: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/matters/qinghe/accept',
    headers: { ...signedIn, 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('an endpoint', () => {
  it('answers what its contract says', async () => {
    const reply = await post({ contact: { name: '李兰' } });
    expect([reply.statusCode, reply.json()]).toEqual([200, { done: '李兰', by: '李兰' }]);
  });

  it.each([
    ['an unknown field', { contact: { name: '李兰' }, risk: 1 }, 'risk', '不认识“risk”这一项，请去掉或核对名称'],
    ['an unknown field further in', { contact: { name: '李兰', risk: 1 } }, 'contact.risk', '不认识“contact.risk”这一项，请去掉或核对名称'],
    ['a missing field, by the name people know', { contact: {} }, 'contact.name', '缺少“联系人姓名”，请填上'],
    ['a number where words belong, unconverted', { contact: { name: 5 } }, 'contact.name', '“联系人姓名”应当是文字'],
    ['an empty name', { contact: { name: '' } }, 'contact.name', '“联系人姓名”不能空着'],
    ['a date that is none', { contact: { name: '李兰' }, on: '2026-02-30' }, 'on', '“受理日期”应当是日期，如 2026-05-11'],
  ])('refuses %s', async (_, body, at, says) => {
    const reply = await post(body);
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({ type: 'Invalid', title: '填写不完整或格式不对，没有写入任何内容。', detail: says, fields: [{ at, says }] });
  });

  it.each([
    ['broken JSON', '{"contact": ', {}, 400, '不是完整的 JSON'],
    ['a poisoned prototype', '{"__proto__": {"a": 1}}', {}, 400, '不是完整的 JSON'],
    ['nothing', '', {}, 400, '没有收到内容'],
    ['another media type', 'x', { 'content-type': 'text/xml' }, 400, 'application/json'],
    ['too much', JSON.stringify({ contact: { name: '长'.repeat(400_000) } }), {}, 413, '没有丢'],
  ])('refuses %s with a sentence', async (_, body, headers, status, sentence) => {
    const reply = await post(body, headers);
    expect(reply.statusCode).toBe(status);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.json().title).toContain(sentence);
  });

  it('reads numbers from an address and refuses what is none', async () => {
    expect((await app.inject({ url: '/api/list?page=3', headers: signedIn })).json()).toEqual({ page: 3 });
    expect((await app.inject({ url: '/api/list?page=x', headers: signedIn })).json()).toMatchObject({ detail: '“页码”应当是整数' });
    expect((await app.inject({ url: '/api/list?sort=name', headers: signedIn })).statusCode).toBe(400);
  });

  it('asks a stranger to sign in, before it says anything about its form', async () => {
    const reply = await post('{"contact": ', { cookie: '' });
    expect([reply.statusCode, reply.json().type]).toEqual([401, 'NotSignedIn']);
    expect((await app.inject('/api/progress/x')).statusCode).toBe(200);
  });

  it('gives a file under its Chinese name', async () => {
    const reply = await app.inject({ url: '/api/paper', headers: signedIn });
    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('受理告知书.pdf')}`,
    });
    expect(reply.body).toBe('%PDF');
  });

  it('cannot be written so that unknown fields pass', () => {
    const loose = { ...accept, url: '/api/loose', body: Type.Intersect([contact, contact]) };
    expect(() => serve(app, loose, async () => ({ done: '', by: '' }))).toThrow('write one object');
  });
});

describe('a no', () => {
  it.each([
    ['late', 409, 'TooLate', '已过期限，请到窗口说明。'],
    ['away', 503, 'Unavailable', '没有办'],
    ['lost', 504, 'Uncertain', '还不能确定'],
    ['full', 507, 'NoSpace', '存储空间满了'],
    ['bug', 500, 'Bug', '责任在我们'],
  ])('of kind %s has one status, one code and a way out', async (code, status, type, sentence) => {
    const reply = await app.inject(`/api/progress/${code}`);
    expect([reply.statusCode, reply.json().type]).toEqual([status, type]);
    expect(reply.json().title).toContain(sentence);
    expect(reply.json().request).toBe(reply.headers['x-request-id']);
    expect(reply.body).not.toContain('13800000000');
  });

  it('names the article', async () => expect((await app.inject('/api/progress/late')).json().article).toBe('信访工作条例第三十五条'));

  it('of a bug is logged without the words that were in it when it came from the database', async () => {
    const lines: unknown[] = [];
    const log = {
      level: 'info',
      child: () => log,
      info: (line: unknown) => lines.push(line),
      error: (line: unknown) => lines.push(line),
      warn() {},
      debug() {},
      trace() {},
      fatal() {},
      silent() {},
    };
    const other = await port({ log: log as never });
    other.get('/dup/:code', async () =>
      Promise.reject(Object.assign(new Error('Key (name)=(王小明) already exists'), { code: '23505', severity: 'ERROR', detail: '王小明' })),
    );
    expect((await other.inject('/dup/K7Q9')).statusCode).toBe(500);
    expect(JSON.stringify(lines)).toContain('23505');
    expect(JSON.stringify(lines)).not.toMatch(/王小明|K7Q9/);
  });

  it('is a page for a person who opened one, where the surface has pages', async () => {
    const portal = await port({ surface: 'portal', errorPage: ({ title }) => `<h1>${title}</h1>` });
    expect((await portal.inject({ url: '/nothing', headers: { accept: 'text/html' } })).body).toContain('<h1>没有这个地址');
    expect((await portal.inject('/api/nothing')).json()).toMatchObject({ type: 'NotFound', status: 404 });
  });

  it('says which method an address takes', async () => {
    const reply = await app.inject({ url: '/api/matters/qinghe/accept', headers: signedIn });
    expect([reply.statusCode, reply.headers.allow]).toEqual([405, 'POST']);
    expect(reply.json().title).toContain('请改用 POST');
  });
});

describe('the edge', () => {
  it('sends the headers that keep a page to itself', async () => {
    const { headers } = await app.inject('/api/progress/x');
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cache-control': 'no-store' });
    const portal = await port({ surface: 'portal' });
    const page = await portal.inject('/page');
    expect(page.headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it.each([
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }, 403],
    ['another origin, from an older browser', { 'sec-fetch-site': undefined, origin: 'https://evil.example' }, 403],
    ['a program that brings cookies and says nothing', { 'sec-fetch-site': undefined }, 403],
    ['our own page, from an older browser', { 'sec-fetch-site': undefined, origin: 'http://localhost:80' }, 200],
  ])('meets a change sent from %s', async (_, headers, status) => {
    const sent = { ...signedIn, 'content-type': 'application/json', host: 'localhost:80', ...headers };
    const reply = await app.inject({
      method: 'POST',
      url: '/api/matters/qinghe/accept',
      headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value)) as never,
      payload: '{"contact":{"name":"李兰"}}',
    });
    expect(reply.statusCode).toBe(status);
  });

  it('takes a form only with the token that it handed out', async () => {
    const page = await app.inject('/page');
    const token = /value="([^"]+)"/.exec(page.body)![1]!;
    const cookie = String(page.headers['set-cookie']).split(';')[0]!;
    const send = (payload: string, headers = {}) =>
      app.inject({ method: 'POST', url: '/form', payload, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } });

    expect(String(page.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/);
    const fields = `_csrf=${encodeURIComponent(token)}&words=${encodeURIComponent('路灯不亮')}&photo=1&photo=2&__proto__=x`;
    expect((await send(fields, { cookie })).json()).toEqual({ got: { _csrf: token, words: '路灯不亮', photo: ['1', '2'] } });
    expect((await send(fields)).json()).toMatchObject({ type: 'NotAllowed', title: expect.stringContaining('没有丢') });
    expect((await send('_csrf=x&words=y', { cookie })).statusCode).toBe(403);
  });

  it('slows down one session, not another, and says for how long', async () => {
    const small = await port({ limits: { callsAMinute: 3 } });
    const ask = () => small.inject({ url: '/api/list', headers: signedIn });
    for (let turn = 0; turn < 3; turn += 1) expect((await ask()).statusCode).toBe(200);
    const reply = await ask();
    expect(reply.json()).toMatchObject({ type: 'TooMany', title: expect.stringMatching(/请过\d+秒再试/) });
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    expect((await small.inject('/api/progress/x')).statusCode).toBe(200);
    expect((await small.inject('/health/live')).statusCode).toBe(200);
  });

  it('is ready only when everything is that it needs', async () => {
    let full = false;
    const checked = await port({
      checks: [
        { name: 'disk', check: async () => (full ? '只剩3 MB' : undefined) },
        { name: 'database', check: async () => undefined },
      ],
    });
    expect((await checked.inject('/health/ready')).json()).toEqual({ ready: true, checks: { disk: 'ok', database: 'ok' } });
    full = true;
    const reply = await checked.inject('/health/ready');
    expect([reply.statusCode, reply.json()]).toEqual([503, { ready: false, checks: { disk: '只剩3 MB', database: 'ok' } }]);
  });

  it('prints figures by route, for this machine only', async () => {
    const measured = await port({ metrics: createMetrics() });
    await measured.inject('/api/progress/K7Q9');
    const { body } = await measured.inject('/metrics');
    expect(body).toContain('huiyin_http_seconds_count{method="GET",route="/api/progress/:code",status="200"} 1');
    expect(body).not.toContain('K7Q9');
    expect((await measured.inject({ url: '/metrics', remoteAddress: '203.0.113.9' })).statusCode).toBe(404);
    expect((await measured.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.9' } })).statusCode).toBe(404);
  });

  it('prints the description of what this port serves', async () => {
    const described = (await app.inject('/api/openapi.json')).json();
    expect(described.openapi).toBe('3.1.0');
    expect(described.paths['/api/matters/{region}/accept'].post).toMatchObject({
      summary: '受理',
      security: [{ session: [] }],
      parameters: [{ name: 'region', in: 'path', required: true }],
      requestBody: { content: { 'application/json': { schema: { additionalProperties: false } } } },
    });
    expect(described.paths['/api/progress/{code}'].get.security).toEqual([]);
  });
});
