import { watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createServer } from 'vite';
import { supervise } from '#apps/server/supervisor.ts';
import { buildWeb } from '#apps/server/web-build.ts';
import { printWelcome } from '#apps/server/welcome.ts';
import { readSettings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';

/**
 * `npm run dev`: the demonstration county with everything reloading. Server
 * code: the roles start again. Workbench: Vite's own server, in front of the office.
 */
const ROOT = join(import.meta.dirname, '..');
const SERVER_CODE = ['kernel', 'platform', 'contexts', 'apps/server', 'apps/portal', 'data'];
const SETTLE = 200; // editors write a file in several steps

const settings = readSettings({ HUIYIN_DEMO: '1', ...process.env });
const running = await supervise(settings, process.env, (line) => console.log(line), ['portal']).catch(refuse); // the workbench comes from Vite itself
process.env['OFFICE_URL'] = `http://127.0.0.1:${settings.officePort}`;
const vite = await createServer({ configFile: join(ROOT, 'apps/workbench/vite.config.ts'), server: { host: settings.host } });
await vite.listen();
printWelcome(settings, running.isSetUp);
console.log(`  改动即见的工作台  ${vite.resolvedUrls?.local[0]}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await vite.close();
    await running.stop();
    process.exit(0);
  });
}

let changed = Promise.withResolvers<string>();
for (const folder of SERVER_CODE) {
  watch(join(ROOT, folder), { recursive: true }, (_, name) => {
    if (name && !name.includes('.test.')) changed.resolve(join(folder, name));
  });
}
for (;;) {
  const name = await changed.promise;
  await sleep(SETTLE);
  changed = Promise.withResolvers();
  console.log(`${name} 有改动，重新启动……`);
  if (name.startsWith('apps/portal')) await buildWeb((line) => console.log(line), ['portal']).catch((error) => console.error(error.message));
  await Promise.all(Object.values(running.roles).map((role) => role.restart()));
}

function refuse(error: unknown): never {
  console.error(error instanceof StartRefused ? error.message : error);
  process.exit(1);
}
