import { addressFor, startStorage, type Storage } from '#platform/storage.ts';
import { createLog, type Log } from '#platform/log.ts';
import type { Settings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { isTold } from './demo/told.ts';
import { tellCounty } from './demo/watch.ts';
import { keep, type Kept } from './keep.ts';
import { ROLES, type RoleName } from './roles.ts';
import { prepareData } from './prepare-data.ts';
import { buildWeb, type WebApp } from './web-build.ts';

/** Starts everything on one machine and watches it: the database, then portal, office, worker and the sealed line. */
export interface Running {
  readonly isSetUp: boolean; // there are organs; without them nobody can sign in
  readonly roles: Readonly<Record<RoleName, Kept>>;
  stop(): Promise<void>;
}

export async function supervise(settings: Settings, environment: NodeJS.ProcessEnv, say: (line: string) => void, web?: readonly WebApp[]): Promise<Running> {
  const log = createLog('supervisor', settings.logLevel);
  await buildWeb(say, web);
  say('正在启动数据库……');
  const storage = await startStorage(settings);
  const isSetUp = await prepareData(settings, storage);
  const keeper = watch(storage, settings, log);

  const demo = settings.demo && !(await isTold(storage.ownerUrl)) ? tellCounty(environmentOf('office', settings, environment), log, say) : undefined;

  say('正在启动门户、工作台和后台任务……');
  const roles = Object.fromEntries(ROLES.map((role) => [role, keep(role, environmentOf(role, settings, environment), log)])) as Record<RoleName, Kept>;
  const stop = async () => {
    await demo?.stop();
    await Promise.all(Object.values(roles).map((kept) => kept.stop()));
    await keeper.stop();
  };
  try {
    await Promise.all([...Object.values(roles).map(({ ready }) => ready), demo?.first]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { isSetUp, roles, stop };
}

const DATABASE_ROLE = { portal: 'huiyin_portal', office: 'huiyin_office', worker: 'huiyin_worker', sealed: 'huiyin_sealed' } as const satisfies Record<
  RoleName,
  string
>;

/** Each process is told the address of the database in its own role, and never the owner's. */
function environmentOf(role: RoleName, settings: Settings, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...environment,
    DATABASE_URL: addressFor(settings, DATABASE_ROLE[role]),
    HUIYIN_DATA: settings.dataFolder,
    HUIYIN_DEMO: settings.demo ? '1' : '0',
  };
}

/** Our own database is started again should it die; the role processes find it again by themselves. */
function watch(first: Storage, settings: Settings, log: Log): { stop(): Promise<void> } {
  let storage = first;
  let stopping = false;
  const onEnd = async () => {
    if (stopping) return;
    log.error({ pid: storage.pid }, 'database ended, starting it again');
    try {
      storage = await startStorage(settings);
      void storage.ended?.then(onEnd);
    } catch (error) {
      log.fatal({ reason: error instanceof StartRefused ? 'refused' : 'failed' }, 'database does not start');
      console.error(error instanceof StartRefused ? error.message : '数据库未能重新启动。');
      process.kill(process.pid, 'SIGTERM');
    }
  };
  void first.ended?.then(onEnd);
  return {
    async stop() {
      stopping = true;
      await storage.stop();
    },
  };
}
