import { prepareData } from '#apps/server/prepare-data.ts';
import { replayAll } from '#apps/server/demo/run.ts';
import { createLog } from '#platform/log.ts';
import { readSettings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { withStorage } from '#platform/storage.ts';
import { orderly } from './orderly.ts';

/**
 * `npm run demo`: makes the whole demonstration county in an empty data folder,
 * with a bar that says how far it is. Where it was broken off it goes on.
 */
await orderly(async () => {
  const settings = { ...readSettings(process.env), demo: true };
  const began = Date.now();
  await withStorage(settings, async (storage) => {
    await prepareData(settings, storage);
    await replayAll(settings, createLog('demo', 'warn'), {
      today: new Date(),
      onRefusal: (story, sentence) => {
        throw new StartRefused(`演示停在 ${story}：${sentence}`);
      },
      onFirst: () => console.log(`\n  首批已备好（${seconds(began)} 秒）`),
      onDay: (done, steps) => void process.stdout.write(`\r  ${bar(done / steps)} ${done}／${steps} 步`),
    });
  });
  console.log(`\n演示县准备好了，用了 ${seconds(began)} 秒；数据在 ${settings.dataFolder}。`);
});

function seconds(began: number): number {
  return Math.round((Date.now() - began) / 1000);
}

function bar(share: number): string {
  return '█'.repeat(Math.round(share * 24)).padEnd(24, '░');
}
