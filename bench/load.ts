import { dateInChina } from '#kernel/dates.ts';
import { openLoader } from '#contexts/intake/index.ts';
import { progress } from './progress.ts';
import { catchUp, lifeOf, receivedOn, register } from './story.ts';
import type { Place } from './stage.ts';

const BATCH = 250;

/** Loads the lives `from` to `until` of `count`; gives matters a second, all in. */
export async function load({ needs, patient, index }: Place, from: number, until: number, count: number): Promise<number> {
  const now = new Date();
  const today = dateInChina(now);
  const loader = openLoader({ ...needs, db: patient }, index);
  const bar = progress(`装入至 ${until} 件`, until - from);
  const start = performance.now();
  let sending = Promise.resolve();
  for (let each = from; each < until; each += 1) {
    const life = lifeOf(each, receivedOn(each, count, today));
    await loader.life(async (kept) => {
      const { matters } = await register(kept, life);
      await catchUp(kept, matters[0]!, life, now);
    });
    if (loader.waiting() < BATCH && each < until - 1) continue;
    await sending; // one batch is written while the next is made
    sending = loader.send();
    bar(each + 1 - from);
  }
  await sending;
  return (until - from) / ((performance.now() - start) / 1_000);
}
