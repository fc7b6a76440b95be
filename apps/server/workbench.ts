import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Serves the built workbench: its files by their names, its one page at every other address that a browser opens. */
const FOLDER = join(import.meta.dirname, '../../dist/workbench');
const YEAR = 365 * 24 * 3600;

export async function serveWorkbench(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(FOLDER, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: FOLDER,
    wildcard: false,
    preCompressed: true,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', path.includes('/assets/') ? `public, max-age=${YEAR}, immutable` : 'no-cache'),
  });
  app.get('/', (_, reply) => reply.sendFile('index.html'));
  app.get('/assets/*', (request, reply) => reply.sendFile(`assets/${(request.params as { '*': string })['*']}`)); // built anew while we run: found all the same
  app.get('/*', (request, reply) => (isPage(request.url) ? reply.sendFile('index.html') : reply.callNotFound()));
}

/** A page of the workbench, not a file that is missing nor an address of the API. */
const isPage = (url: string) => !/^\/(api|health|metrics)(\/|$|\?)/.test(url) && !/\.\w+(\?|$)/.test(url);
