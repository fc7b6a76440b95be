import { dateInChina } from '#kernel/dates.ts';
import { median, timed, together } from './meter.ts';
import type { Place } from './stage.ts';
import { goOn, lifeOf, register, WHOLE } from './story.ts';
import { addDays } from '#kernel/dates.ts';

/** Whole lives from registration to conclusion, act by act, 8 at a time: on a large database and on an empty one by turns. */
const CLIENTS = 8;
const ROUNDS = 5;

export interface LivesFigures {
  readonly large: number; // lives a second
  readonly empty: number;
  readonly ratio: number; // of the two, round by round, so that what else the machine does falls on both
}

let next = 50_000_000; // lives that nobody loads

export async function measureLives(large: Place, empty: Place, count: number): Promise<LivesFigures> {
  const rates = { large: [] as number[], empty: [] as number[] };
  await lead(large, 16);
  await lead(empty, 16);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, place] of round % 2 === 0
      ? ([
          ['large', large],
          ['empty', empty],
        ] as const)
      : ([
          ['empty', empty],
          ['large', large],
        ] as const)) {
      rates[name].push(count / ((await timed(() => lead(place, count))) / 1_000));
    }
  }
  return { large: median(rates.large), empty: median(rates.empty), ratio: median(rates.large.map((rate, round) => rate / rates.empty[round]!)) };
}

async function lead({ needs }: Place, count: number): Promise<void> {
  const now = new Date();
  const receivedOn = addDays(dateInChina(now), -WHOLE - 1);
  const numbers = Array.from({ length: count }, () => (next += 1));
  await together(CLIENTS, numbers, async (index) => {
    const life = lifeOf(index, receivedOn);
    const { matters } = await register(needs, life);
    await goOn(needs, matters[0]!, life, now);
  });
}
