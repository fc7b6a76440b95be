import type { Settings } from '#platform/settings.ts';

/** What whoever started it reads at the end: where to go, as whom, and what to try. */
export async function printWelcome({ host, portalUrl, officeUrl, demo, dataFolder }: Settings): Promise<void> {
  const lines = ['', '回音已启动。', `  群众门户    ${portalUrl}`, `  干部工作台  ${officeUrl}`];
  if (host === '127.0.0.1') lines.push('  （只在本机应答；要让别的机器访问，请设 HOST=0.0.0.0）');
  if (demo) lines.push('', '试一试：在门户上反映一件事，记下查询码；再以信访局登记员登录工作台，把它登记、转送出去，回门户看进度。');
  lines.push('', `数据在 ${dataFolder}；按 Ctrl-C 停止。`, '');
  console.log(lines.join('\n'));
}
