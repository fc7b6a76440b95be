import { request as ask, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { SEALED_ENDPOINTS } from '#contexts/sealed/index.ts';
import { Refusal } from '#kernel/refusal.ts';

/**
 * The way from the office's port to the sealed process: passes on what comes
 * under /api/sealed/, as a stream, and reads none of it. Who asks is found out
 * over there again, from the same cookie.
 */
const ASKED: readonly string[] = ['cookie', 'x-csrf-token', 'content-type', 'content-length', 'accept', 'origin', 'sec-fetch-site', 'host', 'user-agent'];
const ANSWERED: readonly string[] = ['content-type', 'content-length', 'content-disposition', 'cache-control', 'retry-after', 'x-request-id'];
const PATIENCE = 30_000;

export async function passOnToSealed(app: FastifyInstance, port: number): Promise<void> {
  app.endpoints.push(...SEALED_ENDPOINTS);
  await app.register(async (way) => {
    way.removeAllContentTypeParsers();
    way.addContentTypeParser('*', (_, body, done) => done(null, body)); // not read here
    way.route({
      method: ['GET', 'POST'],
      url: '/api/sealed/*',
      onRequest: async ({ actor }) => {
        if (!actor) throw new Refusal('NotSignedIn', '您还没有登录，或者登录已到期。请登录后再办；写的内容还在这一页上。');
      },
      handler: async ({ method, url, headers, ip, raw }, reply) => {
        const answer = await passOn({ port, method, path: url, headers: { ...only(headers, ASKED), 'x-forwarded-for': ip } }, raw);
        return reply
          .status(answer.statusCode ?? 502)
          .headers(only(answer.headers, ANSWERED))
          .send(answer);
      },
    });
  });
}

interface Passed {
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** @throws Refusal Unavailable while that process is down; it is started again by itself */
function passOn(passed: Passed, body: NodeJS.ReadableStream): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    // Refused at the door: nothing arrived. Broken off later, an act may have been done or not.
    const down = ({ code }: Error & { code?: string }) => {
      const arrived = code !== 'ECONNREFUSED' && passed.method === 'POST';
      if (arrived) reject(new Refusal('Uncertain', '连接中断，是否已办成还不能确定。请先刷新页面看一看，再决定要不要再办；写的内容还在。'));
      else reject(new Refusal('Unavailable', '这一部分暂时用不上，没有写入任何内容。请过一会儿再办；写的内容还在这一页上。'));
    };
    const sent = ask({ host: '127.0.0.1', timeout: PATIENCE, ...passed }, resolve);
    sent.on('timeout', () => sent.destroy());
    sent.on('error', down);
    body.pipe(sent);
  });
}

const only = (headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
