import { Refusal } from '#kernel/refusal.ts';
import type { RandomSource } from './chance.ts';

/** What a run of random histories has tried, done and been refused: it steers the next tries to what is seldom met, and is counted at the end. */
export type LineName = 'intake' | 'matter' | 'sealed' | 'evaluation' | 'paper' | 'work' | 'complaint' | 'inspectorate';

/** One accepted command: where it stood before, where it stands after, and what was recorded. */
export interface Taken {
  readonly line: LineName;
  readonly command: string;
  readonly from: string;
  readonly to: string;
  readonly actions: readonly { readonly type: string }[];
}

export class Tally {
  readonly taken: Taken[] = [];
  readonly refused = new Map<string, number>();
  readonly #tried = new Map<string, number>();
  readonly #done = new Map<string, number>();

  /** Tries it. An expected no is counted by its code; anything else is a bug and goes on up. */
  attempt(line: LineName, command: string, act: () => Omit<Taken, 'line' | 'command'>): boolean {
    try {
      const done = act();
      if (done.actions.length === 0) return false; // asked a second time: it was done already
      this.taken.push({ line, command, ...done });
      more(this.#done, `${line} ${done.from} ${command}`);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      more(this.refused, error.code);
      return false;
    }
  }

  /** One of the list: mostly what was done least where it stands, and not what was refused a hundred times. */
  choose<Command extends string>(list: readonly Command[], line: LineName, stage: string, random: RandomSource): Command | undefined {
    if (list.length === 0) return undefined;
    const key = (command: Command) => `${line} ${stage} ${command}`;
    const weights = list.map((command) => 1 / (1 + (this.#done.get(key(command)) ?? 0)) / (1 + (this.#tried.get(key(command)) ?? 0) / 30));
    let point = (random.below(1_000_000) / 1_000_000) * weights.reduce((sum, weight) => sum + weight, 0);
    const chosen = list.find((_, at) => (point -= weights[at]!) < 0) ?? list.at(-1)!;
    more(this.#tried, key(chosen));
    return chosen;
  }
}

const more = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
