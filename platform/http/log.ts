import type { FastifyInstance, FastifyRequest } from 'fastify';
import { describe } from '../log.ts';
import type { Metrics } from '../metrics.ts';

/** One line a call, of its route and never of its address: an address may carry a query code, a route cannot. */
export function logCalls(app: FastifyInstance, metrics: Metrics | undefined): void {
  const seconds = metrics?.histogram('huiyin_http_seconds', 'Time of an answer by route and status', ['method', 'route', 'status']);
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    seconds?.observe([request.method, route, String(reply.statusCode)], reply.elapsedTime / 1000);
    request.log.info({ id: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'call');
    done();
  });
}

export function logBug(request: FastifyRequest, error: unknown): void {
  request.log.error({ id: request.id, method: request.method, route: request.routeOptions.url ?? 'none', ...describe(error) }, 'bug');
}
