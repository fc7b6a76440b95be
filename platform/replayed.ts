import type { Decider } from '#kernel/decider.ts';
import type { Recorded } from './history.ts';

/**
 * States by the past that they follow from. In one act every step, every view
 * and every context that looks on asks for the same past, which only grows; so
 * each action is evolved once, however many ask.
 */
export function openReplays<Action, State>() {
  const known = new WeakMap<readonly Recorded[], State[]>(); // the state after each number of actions

  return function stateAfter(
    { initial, evolve }: Pick<Decider<never, Action, State>, 'initial' | 'evolve'>,
    past: readonly Recorded[],
    count = past.length,
  ): State {
    const states = known.get(past) ?? [initial];
    known.set(past, states);
    for (let n = states.length - 1; n < count; n += 1) states.push(evolve(states[n]!, past[n] as unknown as Action));
    return states[count]!;
  };
}
