import type { MatterAction } from '#contexts/casework/domain/actions.ts';
import { initial, type Matter } from '#contexts/casework/domain/matter.ts';
import type { Life } from './random-history.ts';
import { historyOf } from './random/county.ts';
import { Tally } from './random/tally.ts';

/**
 * Random histories of a county, lived once and looked at by many tests. Every
 * run lives the same ones; `HUIYIN_SEED=7 npx vitest run …` lives others, and a
 * failure says which seed and which life it was.
 */
export const LONG = process.env['HUIYIN_LONG'] === '1';
export const SEED = Number(process.env['HUIYIN_SEED'] ?? (LONG ? 1 : 20_261_122));
export const WANTED = LONG ? 200_000 : 20000; // accepted commands, at least

export interface Lived {
  readonly lives: readonly Life[];
  readonly tally: Tally;
  readonly histories: number;
}

let lived: Lived | undefined;

export function county(): Lived {
  lived ??= liveCounty(WANTED);
  return lived;
}

function liveCounty(wanted: number): Lived {
  const tally = new Tally();
  const lives: Life[] = [];
  let histories = 0;
  while (tally.taken.length < wanted) {
    lives.push(...historyOf(SEED * 1_000_003 + histories, tally));
    histories += 1;
  }
  return { lives, tally, histories };
}

export interface Step {
  readonly before: Matter;
  readonly action: MatterAction;
  readonly after: Matter;
  readonly index: number;
  readonly life: Life;
}

/** Holds after every action of every life; a failure names the seed, the life, and what had happened in it. */
export function throughout(holds: (step: Step) => void): void {
  everyLife((life) => {
    life.actions.forEach((action, index) => {
      try {
        holds({ before: life.states[index - 1] ?? initial, action, after: life.states[index]!, index, life });
      } catch (error) {
        const past = life.actions.slice(0, index + 1).map(({ type }) => type);
        throw new Error(past.join(' '), { cause: error });
      }
    });
  });
}

/** Holds of every whole life of a matter. */
export function everyLife(holds: (life: Life) => void): void {
  for (const [number, life] of county().lives.entries()) {
    try {
      holds(life);
    } catch (error) {
      throw new Error(`HUIYIN_SEED=${SEED}, life ${number}: ${(error as Error).message}`, { cause: (error as Error).cause ?? error });
    }
  }
}

/** How often each action happened: what never happens proves nothing. */
export function countActions(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { type } of county().lives.flatMap(({ actions }) => actions)) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}
