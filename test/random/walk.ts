import type { Decider } from '#kernel/decider.ts';
import { drawingFrom, type Drawing, type RandomSource } from './chance.ts';
import type { LineName, Tally } from './tally.ts';

/** A random life of whatever has a decider: at each step something is asked, the decider says yes or no, and time goes on. */
export interface Walk<Command, Action extends { readonly type: string }, State> {
  readonly line: LineName;
  readonly decider: Decider<Command, Action, State>;
  readonly stageOf: (state: State) => string;
  /** What could be asked now, by the name under which it is counted. */
  readonly fits?: (name: string, state: State) => boolean; // what this stage asks for; now and then something else is tried
  readonly makers: (state: State, at: Date, draw: Drawing) => Readonly<Record<string, () => Command>>;
}

export interface Walked<Action, State> {
  readonly state: State;
  readonly actions: readonly Action[];
  readonly now: Date;
}

interface From {
  readonly tally: Tally;
  readonly random: RandomSource;
  readonly start: Date;
  readonly steps: number;
  readonly pace?: number; // longest pause in days
}

export function walk<Command, Action extends { readonly type: string }, State>(
  { line, decider, stageOf, fits, makers }: Walk<Command, Action, State>,
  { tally, random, start, steps, pace = 12 }: From,
): Walked<Action, State> {
  const draw = drawingFrom(random);
  const actions: Action[] = [];
  let state = decider.initial;
  let now = start;
  for (let step = 0; step < steps; step += 1) {
    const asked = makers(state, now, draw);
    const from = stageOf(state);
    const fitting = Object.keys(asked).filter((name) => fits?.(name, state) ?? true);
    const command = tally.choose(fitting.length > 0 && random.below(8) > 0 ? fitting : Object.keys(asked), line, from, random);
    if (command === undefined) break;
    tally.attempt(line, command, () => {
      const done = decider.decide(asked[command]!(), state);
      for (const action of done) {
        state = decider.evolve(state, action);
        actions.push(action);
      }
      return { from, to: stageOf(state), actions: done };
    });
    now = new Date(now.getTime() + random.below(pace * 24) * 3_600_000);
  }
  return { state, actions, now };
}
