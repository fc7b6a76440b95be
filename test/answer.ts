import { replay } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { MatterAction } from '#contexts/casework/domain/actions.ts';
import type { MatterCommand } from '#contexts/casework/domain/commands.ts';
import { decider } from './stories.ts';

/** What a person gets to read: the sentence of the refusal with its article, or the names of what was recorded. */
export function answer(past: readonly MatterAction[], command: MatterCommand, asked = decider): string {
  try {
    return asked
      .decide(command, replay(asked, past))
      .map(({ type }) => type)
      .join(' ');
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.message}${error.article ?? ''}`;
    throw error;
  }
}
