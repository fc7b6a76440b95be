import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { portalErrorPage, portalRoutes, readEnglish, type PortalNeeds } from '#contexts/transparency/index.ts';
import { yearOf, dateInChina } from '#kernel/dates.ts';
import { blobsInFolder } from '#platform/blobs-folder.ts';
import type { Database } from '#platform/database.ts';
import { createHttp } from '#platform/http.ts';
import { keysInMemory } from '#platform/keys-memory.ts';
import { openNumbers } from '#platform/numbers.ts';
import { seriesOf, writeNumber } from '#platform/numbers-format.ts';
import { publicKeyOf, signBytes } from '#platform/receipts.ts';
import { readLaws } from '#platform/rules.ts';
import { buildWeb } from '../apps/server/web-build.ts';
import { afterFile } from './closing.ts';
import { countyDirectory } from './directory.ts';

export const REGION = 'qinghe';
export const keys = keysInMemory();
const DIST = join(import.meta.dirname, '../dist/portal');

/** The portal as `npm start` serves it, on a database in the role of the portal, with keys in memory. */
export async function openPortalNeeds(db: Database, now: () => Date = () => new Date()): Promise<PortalNeeds & { readonly blobFolder: string }> {
  await buildWeb(() => {}, ['portal']);
  const { render } = await import(pathToFileURL(join(DIST, 'pages.js')).href);
  const directory = countyDirectory();
  const laws = readLaws();
  const numbers = openNumbers(db.sql, { leasedTo: 'portal test', now });
  const blobFolder = mkdtempSync(join(tmpdir(), 'huiyin-blobs-'));
  afterFile(() => rmSync(blobFolder, { recursive: true, force: true }));
  return {
    db,
    now,
    render,
    blobFolder,
    home: () => REGION,
    english,
    directory: { current: () => directory },
    blobs: await blobsInFolder(blobFolder),
    pepper: keys.codes.current(REGION).secret,
    boxes: keys['boxes-public'],
    cookies: { id: 0, secret: randomBytes(32) },
    laws: () => laws,
    intakeNo: async (_, at) => {
      const year = yearOf(dateInChina(at));
      return writeNumber({ region6: '990421', kind: 'S', year, sequence: await numbers.next('990421', seriesOf('S', year)) });
    },
    sign: (hash) => signBytes(keys.receipts, REGION, hash),
    signingKey: () => publicKeyOf(keys.receipts, REGION),
    origin: ({ headers }) => `http://${headers.host}`,
    assets: join(DIST, 'assets'),
  };
}

export async function openPortalApp(needs: PortalNeeds): Promise<FastifyInstance> {
  const app = await createHttp({ surface: 'portal', whoIs: async () => undefined, errorPage: portalErrorPage(needs), now: needs.now });
  portalRoutes(app, needs);
  return app;
}

const ENGLISH = readEnglish(readFileSync(join(import.meta.dirname, '../data/demo/english.json'), 'utf8')).english;
const english = () => ENGLISH;
