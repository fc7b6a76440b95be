import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from '../metrics.ts';

/** One line a call, of its route and never of its address: an address may carry a query code, a route cannot. */
export function logCalls(app: FastifyInstance, metrics: Metrics | undefined): void {
  const seconds = metrics?.histogram('huiyin_http_seconds', 'Time of an answer by route and status', ['method', 'route', 'status']);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    seconds?.observe([request.method, route, String(reply.statusCode)], reply.elapsedTime / 1000);
    request.log.info({ id: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'call');
  });
}

/** A database error quotes the values that it met; only its code and place may be written down. */
export function logBug(request: FastifyRequest, error: unknown): void {
  request.log.error({ id: request.id, method: request.method, route: request.routeOptions.url ?? 'none', ...describe(error) }, 'bug');
}

export function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, table, constraint, routine, severity } = error as Error & Record<string, unknown>;
  const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).map((line) => line.trim());
  const fromDatabase = severity !== undefined;
  return { error: error.name, ...(fromDatabase ? { table, constraint, routine } : { message: error.message }), code, places };
}
