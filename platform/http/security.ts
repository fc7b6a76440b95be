import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import helmet from 'helmet';
import { Refusal } from '#kernel/refusal.ts';
import type { HttpNeeds, Limits } from '../http.ts';
import { placeOf } from '../rate.ts';

export type Surface = 'portal' | 'office';

/** Everything that stands between the network and a handler. */
export async function protect(app: FastifyInstance, needs: HttpNeeds & { readonly limits: Limits }): Promise<void> {
  const { surface, secure = false, limits } = needs;
  // Made once: the plugin of the framework reads the same policy anew at each request.
  const headers = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { ...policy(surface), ...(secure && { upgradeInsecureRequests: [] }) } },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // A query code may stand in an address: it is told to no other site. 'no-referrer' would blank the Origin of our own forms.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: surface === 'portal' ? 'deny' : 'sameorigin' },
  });
  app.addHook('onRequest', ({ raw }, reply, done) => headers(raw, reply.raw, done as () => void));
  await app.register(cookie);
  await app.register(csrf, { cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', secure }, getToken: tokenOf });
  await app.register(multipart, {
    limits: { fileSize: limits.file, files: limits.files, fields: 200, fieldSize: limits.body, parts: 200 + limits.files },
  });
  await app.register(rateLimit, { global: false, cache: 20_000 });
  const crowd = surface === 'office' ? limits.callsAMinute * 20 : limits.callsAMinute; // a whole office stands behind one address
  const ofPlace = app.createRateLimit({ max: crowd, timeWindow: 60_000, keyGenerator: ({ ip }) => placeOf(ip) });
  const ofSession = app.createRateLimit({ max: limits.callsAMinute, timeWindow: 60_000, keyGenerator: ({ actor }) => actor!.session });
  takeForms(app);

  app.decorateRequest('formToken', undefined);
  app.decorateRequest('usedCode', false);
  app.decorateRequest('checkForm', function checkForm(this: FastifyRequest) {
    return new Promise<void>((resolve, reject) => app.csrfProtection(this, refusing(reject), resolve));
  });
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/health/')) return;
    refuseMore(await ofPlace(request), reply);
    refuseOtherSites(request);
    request.actor = await needs.whoIs(request);
    if (request.actor) refuseMore(await ofSession(request), reply);
  });
  app.addHook('preHandler', (request, _reply, done) => {
    if (request.is404 || request.method !== 'POST') done();
    else if (isForm(request)) request.checkForm().then(() => done(), done);
    else done(surface === 'portal' ? refuseOther(request) : undefined);
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    reply.header('permissions-policy', 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=()');
    if (request.usedCode || !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done(null, payload);
  });
}

function refuseMore(outcome: Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>, reply: FastifyReply): void {
  if (outcome.isAllowed || !outcome.isExceeded) return;
  reply.header('retry-after', outcome.ttlInSeconds);
  throw new Refusal('TooMany', `操作太快了，请过${outcome.ttlInSeconds}秒再试。写的内容还在这一页上，没有丢。`);
}

/** Only what we serve ourselves runs or is shown; antd writes its styles into the page, so the office app may do that. */
function policy(surface: Surface): Record<string, string[]> {
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    scriptSrcAttr: ["'none'"],
    styleSrc: surface === 'office' ? ["'self'", "'unsafe-inline'"] : ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    mediaSrc: ["'self'", 'blob:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    frameSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: surface === 'portal' ? ["'none'"] : ["'self'"],
  };
}

/**
 * A page of another site may make a browser send our cookies with its request.
 * Browsers say where a request comes from, so such a one is refused; a program
 * says nothing, and is let through only when it brings no cookie.
 */
function refuseOtherSites(request: FastifyRequest): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
  const { 'sec-fetch-site': site, origin, cookie: cookies, host } = request.headers;
  const ours =
    site !== undefined ? site === 'same-origin' || site === 'none' : origin !== undefined ? sameHost(origin, host) : !cookies || carriesToken(request);
  if (!ours) throw new Refusal('NotAllowed', '这次提交来自别的网站，为保护您，系统没有收下。请从本站页面重新提交。');
}

function sameHost(origin: string, host: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const theirs = new URL(origin);
  const ours = `${theirs.protocol}//${host}`;
  return URL.canParse(ours) && new URL(ours).host === theirs.host; // one may write the usual port that the other leaves out
}

/**
 * A page of the portal takes forms, whose token is asked for before anything is
 * done. A form with files is looked at by the route that reads its first part;
 * to any other route it would be a way around that question.
 */
function refuseOther(request: FastifyRequest): Refusal | undefined {
  const { url = '', config } = request.routeOptions;
  if (url.startsWith('/api/') || (config.takesFiles && request.isMultipart())) return undefined;
  return new Refusal('Invalid', '这里只收从本站页面上提交的表单，所以没有收下。请回到页面上重新提交；写的内容还在那一页上。');
}

/** Old browsers say nothing about where a form comes from; its token does (`checkForm`). */
const carriesToken = (request: FastifyRequest) => isForm(request) || request.isMultipart();
const isForm = ({ headers }: FastifyRequest) => headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;

/** Forms without a script: names may repeat, then the values are a list. */
function takeForms(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, text, done) => {
    const fields = new URLSearchParams(text as string);
    const names = [...new Set(fields.keys())].filter((name) => name !== '__proto__');
    done(null, Object.fromEntries(names.map((name) => [name, fields.getAll(name).length > 1 ? fields.getAll(name) : fields.get(name)])));
  });
}

function tokenOf(request: FastifyRequest): string {
  const { _csrf } = (request.body ?? {}) as { _csrf?: unknown };
  return request.formToken ?? (typeof _csrf === 'string' ? _csrf : '');
}

/** The plugin answers by itself; here its no becomes an error like any other. */
const refusing = (reject: (error: Error) => void) => ({ send: reject }) as unknown as FastifyReply;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** This page of the portal takes forms with files, and checks their token itself. */
    takesFiles?: boolean;
  }
  interface FastifyRequest {
    /** The token of a multipart form, put here by the handler that has read its first part. */
    formToken: string | undefined;
    /** Set by whoever answers to a query code or resume code: the answer is kept by no cache. */
    usedCode: boolean;
    /** Refuses a form that this site did not hand out. Ordinary forms are checked without asking. */
    checkForm(): Promise<void>;
  }
}
