import type { ClockId } from '#kernel/clocks/rule.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Done } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { MatterCommand } from './domain/commands.ts';
import { SYSTEM } from './domain/permissions.ts';
import { handleMatter, type CaseworkNeeds } from './handle.ts';
import { findPast, type CaseworkDb } from './store.ts';

/**
 * What the day itself does: the term for review ends and, after the mail
 * margin, lapses; a public notice has hung long enough; a withdrawal was not
 * taken back. Each is an act of its
 * own, decided again on the state of the moment, so a second run does nothing.
 *
 * @returns how many acts were done
 */
export async function timeActs(needs: CaseworkNeeds, region: string): Promise<number> {
  const at = needs.now();
  const by = { person: SYSTEM, unit: SYSTEM };
  const due = await findPast(needs.db.sql as CaseworkDb, region, ['A17', 'A19', 'E07', 'B16', 'A39'], dateInChina(at));
  let done = 0;
  for (const { region: home, subject, clock, key } of due) {
    const command = commandFor(clock, key, { by, at });
    try {
      const acts = await handleMatter(needs, { region: home, id: subject }, command);
      done += acts.length > 0 ? 1 : 0;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error; // somebody was faster, or the right has been used: nothing to do
    }
  }
  return done;
}

function commandFor(clock: ClockId, key: string, done: Done): MatterCommand {
  if (clock === 'B16') return { type: 'deemDelivered', document: documentIn(key), ...done };
  return clock === 'A39' ? { type: 'lapseWithdrawal', ...done } : { type: 'lapseTerm', ...done };
}

/** 'B16@document/4' → 'document/4'; a later run of the same paper carries '#2'. */
const documentIn = (key: string) => key.slice(key.indexOf('@') + 1).split('#')[0] ?? '';
