import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { findVerification } from '#contexts/documents/index.ts';
import { readCode } from '#contexts/intake/index.ts';
import { isPlainDate } from '#kernel/dates.ts';
import type { PublishedPaper } from '../domain/paper.ts';
import { findNotices } from '../notices.ts';
import { findRoots } from '../store.ts';
import type { Counter } from './counter.ts';

type AtCode = { Params: { code: string } };

const DAYS = 31; // roots on one page
const PROGRAMS = ['verify-receipt.ts', 'verify-file.ts'] as const;

/** Pages that everybody may open; and whether a paper in the hand is real. */
export function aboutRoutes(app: FastifyInstance, counter: Counter): void {
  const { needs } = counter;

  app.get('/', async (request, reply) => counter.show(request, reply, { name: 'home' }));
  for (const name of ['privacy', 'accessibility', 'law', 'accusation', 'feedback'] as const) {
    app.get(`/${name}`, async (request, reply) => counter.show(request, reply, { name }));
  }

  for (const name of ['offices', 'ways'] as const) {
    app.get<{ Querystring: { q?: string | string[] } }>(`/${name}`, async (request, reply) => {
      const search = [request.query.q ?? ''].flat()[0]?.slice(0, 60) ?? '';
      return counter.show(request, reply, { name, search });
    });
  }

  app.get('/notices', async (request, reply) => counter.show(request, reply, { name: 'notices', notices: await findNotices(needs.db.sql, needs.home()) }));

  app.get<{ Querystring: { until?: string | string[] } }>('/proof', async (request, reply) => {
    const asked = [request.query.until ?? ''].flat()[0] ?? '';
    const until = isPlainDate(asked) ? asked : undefined;
    const found = await findRoots(needs.db.sql, needs.home(), DAYS + 1, until);
    const [roots, next] = [found.slice(0, DAYS), found[DAYS]];
    const key = needs.signingKey?.();
    return counter.show(request, reply, { name: 'proof', roots, ...(key && { key }), ...(until && { until }), ...(next && { older: next.day }) });
  });

  /** The programs that check a receipt or a case file without us: this very file, which needs nothing else. */
  for (const name of PROGRAMS) {
    const text = readFileSync(new URL(`../../../scripts/${name}`, import.meta.url));
    app.get(`/proof/${name}`, (_, reply) => reply.type('text/plain; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`).send(text));
  }

  /** Typed by whoever has no camera. */
  app.get<{ Querystring: { code?: string | string[] } }>('/v', async (request, reply) => {
    const code = readCode([request.query.code ?? ''].flat()[0]?.slice(0, 60) ?? '');
    return code ? reply.redirect(`/v/${code}`, 303) : counter.show(request, reply, { name: 'verify', code });
  });

  app.get<AtCode>('/v/:code', async (request, reply) => {
    const code = readCode(request.params.code);
    const paper = await find(code);
    return counter.show(request, reply, { name: 'verify', code, ...(paper && { paper }) }, paper ? 200 : 404);
  });

  /** The file is read, hashed and dropped: nothing of it is kept. */
  app.post<AtCode>('/v/:code', { config: { takesFiles: true } }, async (request, reply) => {
    const code = readCode(request.params.code);
    const paper = await find(code);
    const hash = createHash('sha256');
    let bytes = 0;
    let token = '';
    for await (const part of request.parts({ throwFileSizeLimit: false } as never)) {
      if (part.type === 'field') {
        if (part.fieldname === '_csrf') token = String(part.value);
        continue;
      }
      for await (const piece of part.file) {
        hash.update(piece);
        bytes += piece.length;
      }
    }
    request.formToken = token;
    await request.checkForm();
    const compared = bytes === 0 ? 'nothing' : hash.digest('hex') === paper?.sha256 ? 'same' : 'different';
    return counter.show(request, reply, { name: 'verify', code, ...(paper && { paper, compared }) }, paper ? 200 : 404);
  });

  async function find(code: string): Promise<PublishedPaper | undefined> {
    const row = await findVerification(needs.db.sql, code);
    if (!row) return undefined;
    const { name, number, organ, issued_on, check_value, hash, state, replaced_by } = row;
    return {
      title: name,
      organ,
      issuedOn: issued_on,
      check: check_value,
      state,
      ...(number && { no: number }),
      ...(hash && { sha256: hash }),
      ...(replaced_by && { replacedBy: replaced_by }),
    };
  }
}
