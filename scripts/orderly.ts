import { Refusal } from '#kernel/refusal.ts';
import { refusalOf } from '#platform/database-errors.ts';
import { StartRefused } from '#platform/start-refused.ts';

/** Runs a script to its end: what the operator can mend is said in one sentence, anything else with its stack. */
export async function orderly(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const told = error instanceof StartRefused || error instanceof Refusal ? error : refusalOf(error);
    const usage = error instanceof Error && (error.message.startsWith('用法') || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')));
    console.error(told?.message ?? (usage ? (error as Error).message : error));
    process.exitCode = 1;
  }
}
