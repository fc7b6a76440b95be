import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { MatterCommand } from './domain/commands.ts';
import { SYSTEM } from './domain/permissions.ts';
import { handleMatter, type CaseworkNeeds } from './handle.ts';
import { findPast, type CaseworkDb } from './store.ts';

/**
 * What the day itself does: the term for review ends and, after the mail
 * margin, lapses; a public notice has hung long enough. Each is an act of its
 * own, decided again on the state of the moment, so a second run does nothing.
 *
 * @returns how many acts were done
 */
export async function timeActs(needs: CaseworkNeeds, region: string): Promise<number> {
  const at = needs.now();
  const by = { person: SYSTEM, unit: SYSTEM };
  const due = await findPast(needs.db.sql as CaseworkDb, region, ['A17', 'A19', 'E07', 'B16'], dateInChina(at));
  let done = 0;
  for (const { region: home, subject, clock, key } of due) {
    const command: MatterCommand = clock === 'B16' ? { type: 'deemDelivered', document: documentIn(key), by, at } : { type: 'lapseTerm', by, at };
    try {
      const acts = await handleMatter(needs, { region: home, id: subject }, command);
      done += acts.length > 0 ? 1 : 0;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error; // somebody was faster, or the right has been used: nothing to do
    }
  }
  return done;
}

/** 'B16@document/4' → 'document/4'; a later run of the same paper carries '#2'. */
const documentIn = (key: string) => key.slice(key.indexOf('@') + 1).split('#')[0] ?? '';
