import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '#platform/log.ts';
import type { Telling } from './main.ts';

/** Starts the process that tells the county's year, shows how far it is, and starts it again where it died. */
export interface Told {
  /** When the desks are alive: the first stories are told. */
  readonly first: Promise<void>;
  stop(): Promise<void>;
}

const PROGRAM = new URL('./main.ts', import.meta.url);
const TRIES = 3;
const PAUSE = 2_000;

export function tellCounty(environment: NodeJS.ProcessEnv, log: Log, say: (line: string) => void, show = showProgress(say)): Told {
  const first = Promise.withResolvers<void>();
  let stopping = false;
  let deaths = 0;
  let child = start();
  return { first: first.promise, stop };

  function start(): ChildProcess {
    const started = fork(PROGRAM, [], { env: environment, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    started.on('message', (message: Telling) => {
      if ('first' in message) first.resolve();
      else if ('done' in message) show(message.done / message.steps);
      else show(1);
    });
    started.once('exit', (code, signal) => {
      if (stopping || code === 0) return first.resolve();
      deaths += 1;
      log.error({ process: 'demo', exit: code, signal, deaths }, 'process died');
      if (deaths < TRIES) return void sleep(PAUSE).then(() => void (stopping || (child = start())));
      first.resolve(); // the program is of use without it
      say('演示数据没有准备完，原因见上面的日志；下次启动时接着准备。');
    });
    return started;
  }

  async function stop(): Promise<void> {
    stopping = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    await gone;
  }
}

const WIDTH = 24;
const TENTHS = 10;

/** A bar that fills where a person looks on; a line for each tenth where the lines are kept. */
function showProgress(say: (line: string) => void): (share: number) => void {
  const live = process.stdout.isTTY;
  let shown = 0;
  return (share) => {
    if (shown >= TENTHS) return;
    const tenth = Math.floor(share * TENTHS);
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
    if (live) process.stdout.write(`\r演示数据 ${bar} ${Math.floor(share * 100)}%${share >= 1 ? '，准备好了\n' : ''}`);
    else if (tenth > shown) say(`演示数据已准备 ${tenth * TENTHS}%`);
    shown = tenth;
  };
}
