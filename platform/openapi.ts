import type { FastifyInstance } from 'fastify';
import type { Endpoint } from '#kernel/endpoint.ts';
import { closed } from './http/strict.ts';
import { STATUS } from './http/problem.ts';
import type { HttpNeeds } from './http.ts';

/** Prints, as OpenAPI 3.1, what this port serves, from the same objects that serve it. */
export function serveOpenApi(app: FastifyInstance, { surface, version = '0' }: HttpNeeds): void {
  app.get('/api/openapi.json', async (_, reply) => reply.header('cache-control', 'public, max-age=300').send(describeAll(app.endpoints, surface, version)));
}

export function describeAll(endpoints: readonly Endpoint[], surface: string, version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.url.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[endpoint.method.toLowerCase()] = describe(endpoint);
  }
  const title = surface === 'portal' ? '回音 群众门户接口' : '回音 工作台接口';
  return { openapi: '3.1.0', info: { title, version }, paths, components: { schemas: { Problem: PROBLEM } } };
}

function describe({ method, url, says, open, upload, gives, params, query, body, reply }: Endpoint): object {
  const name = `${method} ${url}`;
  const form = { 'multipart/form-data': { schema: { type: 'object' } } };
  const json = body && { 'application/json': { schema: closed(body, name) } };
  return {
    ...(says && { summary: says }),
    operationId: `${method.toLowerCase()}${url.replace(/\W+(\w)?/g, (_, letter: string = '') => letter.toUpperCase())}`,
    security: open ? [] : [{ session: [] }],
    parameters: [...fields('path', params), ...fields('query', query)],
    ...((upload || json) && { requestBody: { required: true, content: upload ? form : json } }),
    responses: {
      200: { description: '办成', content: gives ? { [gives]: {} } : { 'application/json': { schema: reply } } },
      default: { description: '没有办成：说明原因和下一步', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  };
}

function fields(place: 'path' | 'query', schema: Endpoint['params']): object[] {
  const { properties = {}, required = [] } = (schema ?? {}) as { properties?: Record<string, object>; required?: string[] };
  return Object.entries(properties).map(([name, part]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: part }));
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', enum: [...Object.keys(STATUS), 'Bug'] },
    title: { type: 'string', description: '给人看的一句话，说明下一步怎么办' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    article: { type: 'string', description: '依据条款' },
    request: { type: 'string', description: '编号，来电时请报出' },
    fields: { type: 'array', items: { type: 'object', properties: { at: { type: 'string' }, says: { type: 'string' } } } },
  },
};
