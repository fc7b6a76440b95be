import { openLoader } from '#contexts/intake/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import { serveCrew } from '#platform/crew.ts';
import type { Settings } from '#platform/settings.ts';
import { openPlace } from './stage.ts';
import { catchUp, lifeOf, receivedOn, register } from './story.ts';

/** One of the threads that load: whole lives, by the loader that `npm run import` uses. */
export interface LoadOrder {
  readonly name: string;
  readonly settings: Settings;
  readonly count: number;
  readonly now: Date;
}

export interface Slice {
  readonly from: number;
  readonly until: number;
}

await serveCrew(async ({ name, settings, count, now }: LoadOrder) => {
  const { needs, patient, index, close } = await openPlace(name, settings, { numbersAtOnce: 500 });
  const loader = openLoader({ ...needs, db: patient }, index);
  const today = dateInChina(now);
  return {
    close,
    async work({ from, until }: Slice) {
      for (let each = from; each < until; each += 1) {
        const life = lifeOf(each, receivedOn(each, count, today));
        await loader.life(async (kept) => {
          const { matters } = await register(kept, life);
          await catchUp(kept, matters[0]!, life, now);
        });
      }
      await loader.send();
      return until;
    },
  };
});
