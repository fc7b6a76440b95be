import { parseArgs } from 'node:util';
import { openStaffNeeds } from '#apps/server/needs.ts';
import { agreeAsOperator, openProposals } from '#contexts/directory/index.ts';
import { createLog } from '#platform/log.ts';
import { readSettings } from '#platform/settings.ts';
import { withStorage } from '#platform/storage.ts';
import { orderly } from './orderly.ts';

/**
 * `npm run agree`: what waits for another person's agreement, where an account
 * would get to see accusations. `npm run agree -- ID --reason 理由` agrees where
 * nobody else can (the only one lost their phone), or nobody has for three days.
 * It needs the proposal of an administrator, so it is two people's act here too;
 * the reason is told to whoever holds a sealed role and to the petition
 * department's head (docs/adr/0063).
 */
const USAGE = '用法：npm run agree（列出等同意的）；npm run agree -- 编号 --reason 理由（至少 5 个字，会告诉每位密件经办人和信访部门负责人）';

await orderly(async () => {
  const {
    positionals: [id],
    values: { reason },
  } = parseArgs({ allowPositionals: true, options: { reason: { type: 'string' } } });
  if (id && (reason ?? '').trim().length < 5) throw new Error(USAGE);
  const settings = readSettings(process.env);

  await withStorage(settings, async () => {
    const needs = await openStaffNeeds(settings, createLog('agree', settings.logLevel), 'office');
    try {
      const open = await openProposals(needs);
      if (!id) return list(open);
      const found = open.find((each) => each.id === id);
      if (!found) throw new Error(`用法：没有编号是 ${id}、还在等同意的。先运行 npm run agree 看编号。`);
      const password = await agreeAsOperator(needs, found.region, found.id, reason!.trim());
      console.log(`已经同意：${found.label}，${found.whom}。理由记在账号留痕里，密件经办人和信访部门负责人都会看到。`);
      if (password) console.log(`一次性密码 ${password}，只显示这一次，请当面交给本人；首次登录须改成自己的密码。`);
    } finally {
      await needs.close();
    }
  });
});

function list(open: Awaited<ReturnType<typeof openProposals>>): void {
  if (open.length === 0) console.log('没有等另一人同意的。要办的，先由系统管理员在工作台“账号”里提出。');
  for (const { id, label, whom, opens, by, until, who } of open) {
    console.log(
      `${id}\t${label}\t${whom}\n\t能看到：${opens.join('；')}\n\t${by}提出，等到 ${until}；${who.length > 0 ? `可以同意的：${who.join('、')}` : '现在没有别人能同意'}`,
    );
  }
}
