import type { ClockId } from '#kernel/clocks/rule.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Done } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { MatterCommand } from './domain/commands.ts';
import { SYSTEM } from './domain/permissions.ts';
import { handleMatter, type CaseworkNeeds } from './handle.ts';
import { findPast, type CaseworkDb, type Past } from './store.ts';

/** Terms whose end is an act: 复查、复核 and what is still on its way by post, proof of delivery, public notice, withdrawal. */
const ENDING: readonly ClockId[] = ['A17', 'A19', 'A34', 'E07', 'B16', 'A39'];
const AT_ONCE = 500;

/**
 * What the day itself does: the term for review ends and, after the mail
 * margin, lapses; a paper of whose delivery no proof came counts as not
 * delivered; a public notice has hung long enough; a withdrawal was not taken
 * back. Each is an act of its own, decided again on the state of the moment, so
 * a second run does nothing. All that is due is looked at: what has nothing to
 * do any more does not stand in the way of what has.
 *
 * @returns how many acts were done
 */
export async function timeActs(needs: CaseworkNeeds, region: string): Promise<number> {
  const at = needs.now();
  let [done, after, isMore] = [0, undefined as Past | undefined, true];
  while (isMore) {
    const due: readonly Past[] = await findPast(needs.db.sql as CaseworkDb, region, ENDING, dateInChina(at), AT_ONCE, after);
    for (const past of due) done += await endOne(needs, past, at);
    after = due.at(-1);
    isMore = due.length === AT_ONCE;
  }
  return done;
}

async function endOne(needs: CaseworkNeeds, { region, subject, clock, key }: Past, at: Date): Promise<0 | 1> {
  const command = commandFor(clock, key, { by: { person: SYSTEM, unit: SYSTEM }, at });
  try {
    return (await handleMatter(needs, { region, id: subject }, command)).length > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof Refusal) return 0; // somebody was faster, or the right has been used: nothing to do
    throw error;
  }
}

function commandFor(clock: ClockId, key: string, done: Done): MatterCommand {
  if (clock === 'B16') return { type: 'deemDelivered', document: documentIn(key), ...done };
  if (clock === 'A34') return { type: 'lapseDelivery', document: documentIn(key), ...done };
  return clock === 'A39' ? { type: 'lapseWithdrawal', ...done } : { type: 'lapseTerm', ...done };
}

/** 'B16@document/4' → 'document/4'; a later run of the same paper carries '#2'. */
const documentIn = (key: string) => key.slice(key.indexOf('@') + 1).split('#')[0] ?? '';
