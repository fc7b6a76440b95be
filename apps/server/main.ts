import { parseArgs } from 'node:util';
import { createLog, describe } from '#platform/log.ts';
import { readSettings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { printWelcome } from './welcome.ts';
import { ROLES, type Message, type RoleName } from './roles.ts';
import { runRole } from './run-role.ts';
import { mustFit } from './settings-fit.ts';
import { supervise } from './supervisor.ts';

const LOOK = 500;
const TWICE = 1_000; // npm passes a Ctrl-C on that has already reached us

/**
 * The program. Without `--role` it starts and watches everything on this
 * machine; with one it is that process alone, as on machines of their own.
 */
try {
  const { values } = parseArgs({ options: { role: { type: 'string' } } });
  const settings = readSettings(process.env);
  const warning = process.send ? undefined : await mustFit(settings); // whoever watches us has looked already
  if (warning) console.warn(warning);
  if (values.role === undefined) {
    const running = await supervise(settings, process.env, (line) => console.log(line));
    stopOnSignal(running.stop);
    printWelcome(settings, running.isSetUp);
  } else if (isRole(values.role)) {
    await runRole(values.role, settings);
  } else {
    throw new StartRefused(`没有名为 ${values.role} 的角色；可选：${ROLES.join('、')}。`);
  }
} catch (error) {
  process.exitCode = 1;
  if (error instanceof StartRefused) refuse(error.message);
  else {
    createLog('main').fatal(describe(error), 'start failed');
    process.exit(); // whatever it had begun would keep it waiting, and nobody would start it again
  }
}

/** To whoever watches us; to the operator where nobody does. We go at once: what was begun would keep us, and be waited for. */
function refuse(sentence: string): void {
  if (process.send) process.send({ refused: sentence } satisfies Message, undefined, undefined, () => process.exit());
  else console.error(sentence);
}

function isRole(name: string): name is RoleName {
  return (ROLES as readonly string[]).includes(name);
}

/** Once to stop in good order, twice to leave at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let asked = 0;
  const ask = () => {
    if (asked) return;
    asked = Date.now();
    console.log('正在停止……');
    void stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  process.on('SIGINT', () => (asked && Date.now() - asked > TWICE ? process.exit(1) : ask()));

  // npm that is killed takes nobody along: who was started by it looks whether it is still there.
  const parent = process.ppid;
  const look = () => process.ppid !== parent && ask();
  if (process.env['npm_lifecycle_event']) setInterval(look, LOOK).unref();
}
