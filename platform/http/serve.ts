import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Body, Endpoint, FileReply, Params, Query, Reply } from '#kernel/endpoint.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Actor } from '../actor.ts';
import { closed } from './strict.ts';

/** What a handler is given. It needs `request` and `reply` only for cookies, uploads and addresses. */
interface Call<E extends Endpoint> {
  readonly params: Params<E>;
  readonly query: Query<E>;
  readonly body: Body<E>;
  readonly actor: E extends { readonly open: true } ? Actor | undefined : Actor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Serves one endpoint: Fastify checks the request against its schema, and writes the reply by it. */
export function serve<const E extends Endpoint>(app: FastifyInstance, endpoint: E, handler: (call: Call<E>) => Promise<Reply<E>>): void {
  const { method, url, params, query, body, open, gives, reply: answer } = endpoint;
  const name = `${method} ${url}`;
  app.route({
    method,
    url,
    schema: {
      ...(params && { params: closed(params, name) }),
      ...(query && { querystring: closed(query, name) }),
      ...(body && { body: closed(body, name) }),
      ...(!gives && { response: { 200: answer } }),
    },
    // Before the body is read: a stranger learns nothing about its shape.
    onRequest: ({ actor }, _reply, done) => {
      done(!open && !actor ? new Refusal('NotSignedIn', '您还没有登录，或者登录已到期。请登录后再办；写的内容还在这一页上。') : undefined);
    },
    handler: async (request, reply) => {
      const call = { params: request.params, query: request.query, body: request.body, actor: request.actor, request, reply };
      const answered = await handler(call as unknown as Call<E>);
      return gives ? send(reply, gives, answered as FileReply) : answered;
    },
  });
  app.endpoints.push(endpoint);
}

function send(reply: FastifyReply, type: string, { name, content, show = false }: FileReply) {
  const placed = `${show ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`;
  reply.type(type).header('content-disposition', placed);
  return reply.send(content instanceof Uint8Array ? Buffer.from(content) : Readable.from(content));
}

declare module 'fastify' {
  interface FastifyInstance {
    endpoints: Endpoint[];
  }
  interface FastifyRequest {
    actor: Actor | undefined;
  }
}
