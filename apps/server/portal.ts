import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDirectory, type Directory } from '#contexts/directory/index.ts';
import { openPress, verificationRoutes } from '#contexts/documents/index.ts';
import { copyPdfWith, portalErrorPage, portalRoutes, receiptPdfWith, sweepPortal, type PortalNeeds } from '#contexts/transparency/index.ts';
import { openDatabase } from '#platform/database.ts';
import { createHttp } from '#platform/http.ts';
import { databaseCheck, folderCheck, migrationsCheck } from '#platform/http/health.ts';
import { openKeys } from '#platform/keys-folder.ts';
import { describe, type Log } from '#platform/log.ts';
import { measureProcess } from '#platform/metrics-process.ts';
import { createMetrics } from '#platform/metrics.ts';
import { publicKeyOf, signBytes } from '#platform/receipts.ts';
import { keepLaws } from '#platform/laws-kept.ts';
import type { Settings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { addressFor, keyFolderOf } from '#platform/storage.ts';
import { openBlobs } from './blobs.ts';
import { keepNotice, openProgress, serveProgress } from './demo/progress.ts';
import { DEMO_REGION } from './demo-county.ts';
import { deploymentSecret, secretFor } from './deployment-keys.ts';
import { keepEnglish } from './english.ts';
import { numbersFor } from './intake-needs.ts';
import { roomOf } from './portal-room.ts';
import type { Live } from './run-role.ts';

/** The portal process: petitioners and the public, on the internet. It holds no key that opens what was handed in. */
const PAGES = join(import.meta.dirname, '../../dist/portal');
const HOUR = 3_600_000;

export async function startPortal(settings: Settings, log: Log): Promise<Live> {
  const onTrouble = (error: unknown) => log.warn(describe(error), 'trouble');
  const db = openDatabase(addressFor(settings, 'huiyin_portal'), { name: 'huiyin portal', onTrouble });
  const keys = openKeys(keyFolderOf(settings), 'portal');
  const directory = await openDirectory(db, { organsOnly: true, onTrouble });
  const laws = await keepLaws(db, settings.policyFolder ? { locals: settings.policyFolder } : {}, { onTrouble });
  const now = () => new Date();
  const number = numbersFor(db, directory.current, 'portal', now);
  const home = keepHome(settings, directory.current);
  const press = openPress(settings.fontFolder);
  const secure = settings.portalUrl.startsWith('https:');

  const progress = settings.demo ? openProgress(db) : undefined;
  const notice = progress && keepNotice(progress, onTrouble);

  const needs: PortalNeeds = {
    db,
    blobs: await openBlobs(settings, onTrouble),
    pepper: deploymentSecret(keys.codes),
    cookies: { id: 1, secret: secretFor(keys.codes, 'cookies') },
    boxes: keys['boxes-public'],
    now,
    laws: laws.current,
    intakeNo: (region, at) => number('S', region, at),
    sign: (hash) => signBytes(keys.receipts, home(), hash),
    signingKey: () => publicKeyOf(keys.receipts, home()),
    origin: () => settings.portalUrl,
    secure,
    room: roomOf(settings),
    ...(notice && { notice: notice.now }),
    home,
    directory,
    receiptPdf: receiptPdfWith(press),
    copyPdf: copyPdfWith(press),
    english: keepEnglish(settings, { onTrouble }),
    render: await loadPages(),
    assets: join(PAGES, 'assets'),
  };

  const metrics = createMetrics();
  measureProcess(metrics, db);
  const app = await createHttp({
    surface: 'portal',
    whoIs: async () => undefined,
    log,
    secure,
    trustProxy: settings.trustProxy,
    metrics,
    showMetrics: settings.metrics,
    limits: { file: settings.uploads.bytes, files: settings.uploads.files, callsAMinute: settings.callsAMinute },
    checks: [databaseCheck(db), migrationsCheck(db), folderCheck('data', settings.dataFolder)],
    errorPage: portalErrorPage(needs),
  });
  portalRoutes(app, needs);
  verificationRoutes(app, { db });
  serveProgress(app, progress);
  const sweeping = setInterval(() => sweepPortal(needs).catch(onTrouble), HOUR);
  await app.listen({ host: settings.host, port: settings.portalPort });
  return {
    async stop() {
      clearInterval(sweeping);
      notice?.stop();
      await app.close();
      await db.close();
    },
  };
}

/** Whose portal it is: as set, the demonstration county's, or the first region with a petition department, looked for until the operator's set-up made one. */
function keepHome({ region, demo }: Settings, directory: () => Directory): () => string {
  let found = region ?? (demo ? DEMO_REGION : '');
  return () => {
    const { regions, petitionDeptOf } = directory();
    found ||= regions.find((each) => petitionDeptOf(each)) ?? '';
    return found;
  };
}

async function loadPages(): Promise<PortalNeeds['render']> {
  const file = join(PAGES, 'pages.js');
  if (!existsSync(file)) throw new StartRefused('门户的网页尚未生成；请先运行 npm run build。');
  const { render } = await import(pathToFileURL(file).href);
  return render;
}
