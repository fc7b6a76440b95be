import type { FastifyInstance } from 'fastify';
import { dateInChina } from '#kernel/dates.ts';
import { findRechecks } from '../rechecks.ts';
import type { Counter } from './counter.ts';

/** 复核意见公示: for everybody who comes here, and for no search engine: what hangs for a term must not stay elsewhere for ever. */
export function recheckRoutes(app: FastifyInstance, counter: Counter): void {
  const { needs } = counter;

  app.get('/rechecks', async (request, reply) => {
    const rechecks = await findRechecks(needs.db.sql, needs.home(), dateInChina(needs.now()));
    reply.header('x-robots-tag', 'noindex, noarchive, nosnippet').header('cache-control', 'no-store');
    return counter.show(request, reply, { name: 'rechecks', rechecks });
  });
}
