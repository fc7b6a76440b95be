import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { shownCodes } from './demo/codes.ts';
import { demoAccounts } from './demo-county.ts';
import type { Settings } from '#platform/settings.ts';

/** What whoever started it reads at the end: where to go, as whom, and what to try. */
export function printWelcome({ host, portalUrl, officeUrl, demo, dataFolder }: Settings, isSetUp: boolean): void {
  const lines = ['', '回音已启动。', `  群众门户    ${portalUrl}`, `  干部工作台  ${officeUrl}`];
  if (host === '127.0.0.1') lines.push('  （只在本机应答；要让别的机器访问，请设 HOST=0.0.0.0）');
  if (!isSetUp) lines.push('', NOT_SET_UP);
  if (demo) lines.push('', ...accounts(), '', '凭查询码在群众门户看一件事办到哪里：', ...shownCodes().map(({ code, what }) => `  ${code}  ${what}`), '', TRY);
  lines.push('', `数据在 ${dataFolder}${databaseElsewhere(dataFolder)}；按 Ctrl-C 停止。`, '');
  console.log(lines.join('\n'));
}

/** Root's database may have had to go elsewhere; whoever backs up must know. */
function databaseElsewhere(dataFolder: string): string {
  const wanted = join(dataFolder, 'postgres');
  const place = existsSync(wanted) ? realpathSync(wanted) : wanted;
  return place.startsWith(realpathSync(dataFolder)) ? '' : `，数据库在 ${place}`;
}

const NOT_SET_UP =
  '还没有单位和账号，谁也登录不了：请按 Ctrl-C 停下，运行 npm run set-up -- organs.json people.json，再启动（写法见 docs/how-to/first-start.md）。';

const TRY = '试一试：在门户上反映一件事，记下查询码；再以来访接待的账户登录工作台，把它登记、转送出去，回门户看进度。';

/** One of each kind of post; the sign-in page lists them all. */
function accounts(): string[] {
  const all = demoAccounts();
  const kinds = new Map(all.map((account) => [account.login.replace(/\d+$/, ''), account] as const).reverse());
  const shown = [...kinds.values()].reverse().slice(0, 8);
  const width = Math.max(...shown.map(({ login }) => login.length));
  return [
    `演示账户（共 ${all.length} 个，密码都是 ${all[0]?.password ?? ''}；人和事均为虚构，登录页列出全部）：`,
    ...shown.map(({ login, name, unitName, post }) => `  ${login.padEnd(width)}  ${name}　${unitName}${post}`),
  ];
}
