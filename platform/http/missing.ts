import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { STATUS, type Problem } from './problem.ts';

type Answer = (problem: Problem, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** What is said at an address that has nothing, or has something for another method. */
export function answerMissing(app: FastifyInstance, answer: Answer): void {
  const routes: { methods: readonly string[]; pattern: RegExp }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    if (!url.includes('*')) routes.push({ methods: [method].flat(), pattern: patternOf(url) });
  });

  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?');
    const methods = [...new Set(routes.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods))];
    if (methods.length === 0 || methods.includes(request.method)) {
      const title = '没有这个地址。请核对网址，或者从首页重新进入。';
      return answer({ type: 'NotFound', title, status: STATUS.NotFound, request: request.id }, request, reply);
    }
    const allowed = methods.join('、');
    reply.header('allow', methods.join(', '));
    const title = `这个地址不接受 ${request.method}，没有写入任何内容。请改用 ${allowed}。`;
    return answer({ type: 'Invalid', title, status: 405, request: request.id }, request, reply);
  });
}

function patternOf(url: string): RegExp {
  const parts = url.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}/?$`);
}
