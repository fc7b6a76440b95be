/**
 * The first file that runs, in plain JavaScript: whatever Node the machine has
 * can read it. One that cannot run TypeScript hands over to the Node from npm.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as modules from 'node:module'; // as a whole: an old Node refuses a file that asks by name for what it has not
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const fits = major > 22 || (major === 22 && minor >= 18);
const brought = fileURLToPath(new URL(`../../node_modules/.bin/node${process.platform === 'win32' ? '.cmd' : ''}`, import.meta.url));

if (fits) {
  // What was read once is not read anew at each start, by this process and by those it starts: a later start takes a quarter less.
  process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('../../node_modules/.cache/code', import.meta.url));
  modules.enableCompileCache?.(process.env['NODE_COMPILE_CACHE']);
  await import('./main.ts');
} else if (existsSync(brought)) {
  const child = spawn(brought, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  console.error(`本机的 Node 是 ${process.versions.node}，回音需要 22.18 以上；请先在此目录运行 npm ci（它会带来合适的 Node），再运行 npm start。`);
  process.exit(1);
}
