import { access, constants, statfs } from 'node:fs/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { HttpNeeds } from '../http.ts';
import { describe } from '../log.ts';
import { waitingMigrations } from '../migrate.ts';

/** Something without which this process cannot work; it throws, or gives a sentence, when that is missing. */
export interface Check {
  readonly name: string;
  check(): Promise<string | undefined>;
}

const PATIENCE = 3_000;

/** `live`: the process runs. `ready`: it can also do its work, so send it people. `metrics`: for those who watch machines. */
export function serveHealth(app: FastifyInstance, { checks = [], metrics, showMetrics = 'localhost' }: HttpNeeds): void {
  app.get('/health/live', async () => ({ live: true }));

  app.get('/health/ready', async (request, reply) => {
    const results = await Promise.all(checks.map(async (one) => [one.name, await outcomeOf(one, request)] as const));
    const ready = results.every(([, wrong]) => wrong === undefined);
    return reply.status(ready ? 200 : 503).send({ ready, checks: Object.fromEntries(results.map(([name, wrong]) => [name, wrong ?? 'ok'])) });
  });

  if (!metrics || showMetrics === 'none') return;
  app.get('/metrics', async (request, reply) => {
    if (showMetrics === 'localhost' && !isLocal(request)) return reply.callNotFound();
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.print());
  });
}

async function outcomeOf({ check }: Check, request: FastifyRequest): Promise<string | undefined> {
  const late = new Promise<string>((resolve) => setTimeout(resolve, PATIENCE, '没有在3秒内回应').unref());
  return Promise.race([check(), late]).catch((error) => {
    request.log.warn(describe(error), 'not ready');
    return '用不上';
  });
}

/** Whoever comes through a proxy on this machine comes from elsewhere, although the address says otherwise. */
const isLocal = ({ ip, headers }: FastifyRequest) =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(ip) && ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].every((name) => headers[name] === undefined);

export const databaseCheck = (db: Database): Check => ({
  name: 'database',
  check: async () => void (await sql`select 1`.execute(db.sql)),
});

export const migrationsCheck = (db: Database): Check => ({
  name: 'migrations',
  async check() {
    const waiting = await waitingMigrations(db);
    return waiting.length === 0 ? undefined : `还有${waiting.length}个迁移没有执行`;
  },
});

/** Can the folder be written, and is there room: a full disk is told before a petition meets it. */
export const folderCheck = (name: string, folder: string, room = 256 * 1024 * 1024): Check => ({
  name,
  async check() {
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    const left = Number(bavail) * Number(bsize);
    return left >= room ? undefined : `只剩${Math.floor(left / 1024 / 1024)} MB`;
  },
});
