import { createSessions, directoryRoutes } from '#contexts/directory/index.ts';
import { caseworkRoutes } from '#contexts/casework/index.ts';
import { workRoutes } from '#contexts/coordination/index.ts';
import { documentsRoutes } from '#contexts/documents/index.ts';
import { evaluationRoutes } from '#contexts/evaluation/index.ts';
import { figuresRoutes, insightRoutes } from '#contexts/insight/index.ts';
import { intakeRoutes } from '#contexts/intake/index.ts';
import { retentionRoutes } from '#contexts/retention/index.ts';
import { overdueRoutes, supervisionRoutes } from '#contexts/supervision/index.ts';
import { createHttp } from '#platform/http.ts';
import { databaseCheck, folderCheck, migrationsCheck } from '#platform/http/health.ts';
import type { Log } from '#platform/log.ts';
import { measureProcess } from '#platform/metrics-process.ts';
import { createMetrics } from '#platform/metrics.ts';
import type { Settings } from '#platform/settings.ts';
import { openProgress, serveProgress } from './demo/progress.ts';
import { demoAccounts } from './demo-county.ts';
import { openStaffNeeds, type StaffNeeds } from './needs.ts';
import type { Live } from './run-role.ts';
import { passOnToSealed } from './sealed-way.ts';
import { serveWorkbench } from './workbench.ts';

/** The office process: workbench and staff API, on the government network. Another context is another line here. */
const ROUTES = [
  intakeRoutes,
  caseworkRoutes,
  documentsRoutes,
  evaluationRoutes,
  supervisionRoutes,
  overdueRoutes,
  workRoutes,
  insightRoutes,
  figuresRoutes,
  retentionRoutes,
] as const;

export async function startOffice(settings: Settings, log: Log): Promise<Live> {
  const needs = await openStaffNeeds(settings, log, 'office');
  const directory = { ...needs, signIn: signInOf(settings) };
  const sessions = createSessions(directory);
  const app = await createHttp({ ...httpOf(settings, needs), surface: 'office', whoIs: sessions.whoIs, log });

  directoryRoutes(app, directory, sessions); // first: it keeps administrators from content
  for (const routes of ROUTES) routes(app, needs);
  await passOnToSealed(app, settings.sealedPort);
  serveProgress(app, settings.demo ? openProgress(needs.db) : undefined);
  await serveWorkbench(app);

  await app.listen({ host: settings.host, port: settings.officePort });
  return {
    async stop() {
      await app.close();
      await needs.close();
    },
  };
}

function signInOf({ session, officeUrl, demo, oidc }: Settings) {
  const secure = officeUrl.startsWith('https:');
  return {
    idleMinutes: session.idleMinutes,
    absoluteMinutes: session.minutes,
    secure,
    ...(demo && { demo: demoAccounts() }),
    ...(oidc && { oidc: { ...oidc, callback: `${officeUrl}/api/directory/oidc/callback`, insecure: oidc.issuer.startsWith('http:') } }),
  };
}

function httpOf({ officeUrl, trustProxy, metrics, uploads, callsAMinute, dataFolder }: Settings, { db }: Pick<StaffNeeds, 'db'>) {
  return {
    secure: officeUrl.startsWith('https:'),
    trustProxy,
    metrics: measured(db),
    showMetrics: metrics,
    limits: { file: uploads.bytes, files: uploads.files, callsAMinute },
    checks: [databaseCheck(db), migrationsCheck(db), folderCheck('data', dataFolder)],
  };
}

/** Calls, acts, connections, memory, and how far the followers are behind: at /metrics for those whom the settings let in. */
function measured(db: StaffNeeds['db']) {
  const metrics = createMetrics();
  measureProcess(metrics, db, { feed: true });
  return metrics;
}
