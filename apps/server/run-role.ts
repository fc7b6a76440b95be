import { createLog, describe, type Log } from '#platform/log.ts';
import type { Settings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { startOffice } from './office.ts';
import { startPortal } from './portal.ts';
import { startSealed } from './sealed.ts';
import { STOP, type Message, type RoleName } from './roles.ts';
import { startWorker } from './worker.ts';

/** The life of one role process: it starts, says that it serves, and ends in good order when asked or left alone. */
export interface Live {
  stop(): Promise<void>;
}

const START: Readonly<Record<RoleName, (settings: Settings, log: Log) => Promise<Live>>> = {
  portal: startPortal,
  office: startOffice,
  worker: startWorker,
  sealed: startSealed,
};

const GRACE = 10_000; // for requests that are being answered

export async function runRole(role: RoleName, settings: Settings): Promise<void> {
  const log = createLog(role, settings.logLevel);
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error) => {
      log.fatal(describe(error), event);
      process.exit(1); // its state can no longer be trusted; whoever watches starts a new one
    });
  }

  const live = await START[role](settings, log).catch((error) => {
    throw error.code === 'EADDRINUSE' ? new StartRefused(portTaken(role, settings)) : error;
  });
  let asked = false;
  const stop = async () => {
    if (asked) return;
    asked = true;
    setTimeout(() => process.exit(0), GRACE).unref();
    await live.stop().catch((error) => log.error(describe(error), 'stop failed'));
    process.exit(0);
  };

  const watched = process.send !== undefined;
  process.on('SIGTERM', stop);
  process.on('SIGINT', () => void (watched || stop())); // Ctrl-C reaches the watcher too, and it says in which order
  process.on('message', (message) => void (message === STOP && stop()));
  process.on('disconnect', stop); // the watcher is gone, however it went
  process.send?.({ ready: true } satisfies Message);
  log.info({ pid: process.pid }, 'ready');
}

function portTaken(role: RoleName, { officePort, portalPort, sealedPort }: Settings): string {
  const PORTS = {
    portal: [portalPort, 'PORT'],
    office: [officePort, 'OFFICE_PORT'],
    sealed: [sealedPort, 'SEALED_PORT'],
    worker: [0, ''],
  } as const satisfies Record<RoleName, unknown>;
  const [port, name] = PORTS[role];
  return `端口 ${port} 已被别的程序占用；请停止那个程序，或用 ${name} 指定另一个端口，例如 ${name}=${port + 100}。`;
}
