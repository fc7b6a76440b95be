import type { Decider } from '#kernel/decider.ts';
import type { Law } from '#kernel/law.ts';
import type { SealedAction } from './actions.ts';
import { clocksAfter } from './clocks.ts';
import type { CommandOf, SealedCommand } from './commands.ts';
import { changesOf, initial, type SealedFile } from './file.ts';
import { decideHandled } from './decide/handled.ts';
import { decideReceiving } from './decide/receiving.ts';
import { decideReporting } from './decide/reporting.ts';
import { decideTriage } from './decide/triage.ts';

/** One accusation: its commands, each decided by the part that it belongs to, and its actions folded into what it is now. */
export type SealedDecider = Decider<SealedCommand, SealedAction, SealedFile>;

export interface Ground {
  readonly lawOf: (version: string) => Law;
  readonly calendar: string; // in force now
}

type Evolve = SealedDecider['evolve'];
type Rules = { readonly [Type in SealedCommand['type']]: (command: CommandOf<Type>, file: SealedFile, evolve: Evolve) => SealedAction[] };

const RULES: Rules = { ...decideTriage, ...decideReceiving, ...decideHandled, ...decideReporting };

export function sealedDecider({ lawOf, calendar }: Ground): SealedDecider {
  const evolve = (file: SealedFile, action: SealedAction & { readonly calendar?: string }): SealedFile => {
    const after = { ...file, ...changesOf(file, action) };
    if (!after.opening) return after;
    return { ...after, clocks: clocksAfter(file, after, action, lawOf(after.opening.pack), action.calendar ?? calendar) };
  };
  return { initial, evolve, decide: (command, file) => (RULES[command.type] as (...given: unknown[]) => SealedAction[])(command, file, evolve) };
}
