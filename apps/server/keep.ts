import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '#platform/log.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { STOP, type Message, type RoleName } from './roles.ts';

/** Keeps one role process running: starts it, starts it again when it dies, stops it when asked. */
export interface Kept {
  /** When it serves for the first time; fails if it says that it cannot. */
  readonly ready: Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Room for what lives as long as one call: with a small one, Node clears it so often that a page costs a third more. */
export const ENGINE = ['--max-semi-space-size=64'];

const PROGRAM = new URL('./main.ts', import.meta.url);
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
const CALM = 60_000; // after so long without dying it starts again at once
const GRACE = 12_000;
const TRIES = 4; // to serve for the first time

export function keep(role: RoleName, environment: NodeJS.ProcessEnv, log: Log): Kept {
  const ready = Promise.withResolvers<void>();
  let stopping = false;
  let deaths = 0;
  let pause = FIRST_PAUSE;
  let waiting: NodeJS.Timeout | undefined;
  let child = start();

  return { ready: ready.promise, restart, stop };

  function start(): ChildProcess {
    const born = Date.now();
    const started = fork(PROGRAM, ['--role', role], {
      env: environment,
      execArgv: [...process.execArgv, ...ENGINE],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    started.on('message', (message: Message) => {
      if ('ready' in message) ready.resolve();
      else ready.reject(new StartRefused(message.refused));
    });
    started.once('exit', (code, signal) => {
      if (stopping) return;
      deaths += 1;
      if (deaths === TRIES) ready.reject(new StartRefused(`进程 ${role} 接连退出 ${TRIES} 次，没有启动成功；原因见上面的日志。`));
      pause = Date.now() - born > CALM ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
      log.error({ process: role, pid: started.pid, exit: code, signal, pause }, 'process died, starting it again');
      waiting = setTimeout(() => (child = start()), pause);
    });
    return started;
  }

  async function end(): Promise<void> {
    clearTimeout(waiting);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (child.connected)
      child.send(STOP, () => {}); // it may be ending by itself at this moment
    else child.kill('SIGTERM');
    const late = sleep(GRACE, undefined, { ref: false }).then(() => void child.kill('SIGKILL'));
    await Promise.race([gone, late.then(() => gone)]);
  }

  async function stop(): Promise<void> {
    stopping = true;
    await end();
  }

  async function restart(): Promise<void> {
    stopping = true;
    await end();
    stopping = false;
    child = start();
  }
}
