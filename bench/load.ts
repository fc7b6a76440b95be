import { availableParallelism } from 'node:os';
import { inOrder, openCrew } from '#platform/crew.ts';
import type { LoadOrder, Slice } from './load-thread.ts';
import { progress } from './progress.ts';
import type { Place } from './stage.ts';

/** The bulk path as `npm run import` takes it: as many threads as processors, each with a loader of its own. */
const THREADS = availableParallelism();
const BATCH = 250;
const THREAD = new URL('./load-thread.ts', import.meta.url);

/** Loads the lives `from` to `until` of `count`; gives matters a second, all in. */
export async function load({ name, settings }: Place, from: number, until: number, count: number): Promise<number> {
  const order: LoadOrder = { name, settings, count, now: new Date() };
  const bar = progress(`装入至 ${until} 件`, until - from);
  const crew = await openCrew<Slice, number>(THREAD, THREADS, order);
  const slices = Array.from({ length: Math.ceil((until - from) / BATCH) }, (_, index) => ({
    from: from + index * BATCH,
    until: Math.min(until, from + (index + 1) * BATCH),
  }));
  const start = performance.now();
  for await (const done of inOrder(crew, slices)) bar(done - from);
  const seconds = (performance.now() - start) / 1_000;
  await crew.close();
  return (until - from) / seconds;
}
