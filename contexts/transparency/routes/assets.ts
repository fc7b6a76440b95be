import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const TYPES: Readonly<Record<string, string>> = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' };

/** One style sheet, one script, one icon; their names carry their hash, so a browser asks for each once. */
export function assetRoutes(app: FastifyInstance, folder: string): void {
  const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));

  app.get<{ Params: { name: string } }>('/assets/:name', { config: { rateLimit: false } }, async (request, reply) => {
    const { name } = request.params;
    const plain = files.get(name);
    const type = TYPES[name.split('.').at(-1) ?? ''];
    if (!plain || !type) return reply.callNotFound();
    const packed = files.get(`${name}.gz`);
    const gzip = packed !== undefined && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding');
    if (gzip) reply.header('content-encoding', 'gzip');
    return reply.send(gzip ? packed : plain);
  });

  app.get('/robots.txt', async (_, reply) => reply.type('text/plain').send('User-agent: *\nDisallow: /file\nDisallow: /progress\nDisallow: /receipt\n'));
}
