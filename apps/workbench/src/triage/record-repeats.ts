/** What was found when comparing is recorded on the new matter, right after it was opened, each by an act of its own. */
import { actOnMatter, getMatter } from '#contexts/casework/contract.ts';
import type { Earlier } from '../matter/EarlierMatters.tsx';
import { call } from '../shared/call.ts';
import { findingsOf } from './Compared.tsx';
import type { PartDraft } from './parts.ts';

interface Opened {
  readonly region: string;
  readonly matter: string;
}

/** @returns how many could not be recorded: they are asked for again on the page of their matter */
export async function recordRepeats(parts: readonly PartDraft[], opened: readonly Opened[], earlier: readonly Earlier[]): Promise<number> {
  let missed = 0;
  for (const [at, { repeat }] of parts.filter(({ accusation }) => !accusation).entries()) {
    const params = opened[at];
    const found = earlier.find(({ no }) => no === repeat?.no);
    const finding = found && findingsOf(found)[Number(repeat?.found)];
    if (!repeat || !params || !finding) continue;
    try {
      const { n } = await call(getMatter, { params });
      const fields = { earlier: repeat.no, ...finding.fields, grounds: repeat.grounds.trim() };
      await call(actOnMatter, { params, body: { seen: n, command: 'recordRepeat', fields } });
    } catch {
      missed += 1;
    }
  }
  return missed;
}
