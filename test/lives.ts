import { CHANNELS, type Channel } from '#kernel/channels.ts';
import { addDays } from '#kernel/dates.ts';
import type { MatterAction } from '#contexts/casework/domain/actions.ts';
import { initial, type Matter } from '#contexts/casework/domain/matter.ts';
import { chance, live, type Life } from './random-history.ts';
import { at, decider, opening, UNITS } from './stories.ts';

/** Random lives of matters that go on long enough to reach the last instance: lived once, looked at by many tests. */
const LIVES = process.env.HUIYIN_LONG ? 6_000 : 400;
const STEPS = 90;
const CHANNEL_NAMES = Object.keys(CHANNELS) as Channel[];

function longLife(seed: number): Life {
  const received = addDays('2025-03-01', seed % 360);
  const direct = seed % 3 === 0;
  const channel = CHANNEL_NAMES[seed % CHANNEL_NAMES.length]!;
  return live(
    {
      decider,
      opening: opening(received, { channel, receivedBy: direct ? UNITS.housing : UNITS.petition, isPetitionDept: !direct }),
      openedAt: at(received),
      units: { petition: UNITS.petition, handlers: [UNITS.housing, UNITS.water, UNITS.town], government: UNITS.government },
    },
    chance(seed),
    STEPS,
  );
}

let lived: readonly Life[] | undefined;
const lives = () => (lived ??= Array.from({ length: LIVES }, (_, seed) => longLife(seed)));

interface Step {
  readonly before: Matter;
  readonly action: MatterAction;
  readonly after: Matter;
}

/** Holds after every action of every life; a failure names the seed of the life and what had happened in it. */
export function throughout(holds: (step: Step) => void): void {
  for (const [seed, { actions, states }] of lives().entries()) {
    for (const [index, action] of actions.entries()) {
      try {
        holds({ before: states[index - 1] ?? initial, action, after: states[index]! });
      } catch (error) {
        const past = actions.slice(0, index + 1).map(({ type }) => type);
        throw new Error(`life ${seed}: ${past.join(' ')}`, { cause: error });
      }
    }
  }
}

/** How often each action happened: what never happens proves nothing. */
export function countActions(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { type } of lives().flatMap(({ actions }) => actions)) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}
