import type { Recorded } from '#platform/history.ts';
import type { MatterPage } from '../contract.ts';
import type { Matter } from '../domain/matter.ts';
import { recusalsOf } from '../domain/ways/care/state.ts';

const UNSEEN = '（本单位只决定这项回避申请，不看来件的内容。）';

/**
 * What the organ above needs to decide whether somebody has an interest: what it
 * is about in one line, who is challenged and why, until when. What the
 * petitioner wrote, the papers and all that was done stay with those who handle.
 */
export function challengeOnly(page: MatterPage, matter: Matter, past: readonly Recorded[], unit: string): MatterPage {
  const { members: _, ...rest } = page;
  const parts = new Set(recusalsOf(matter).flatMap(({ part, above }) => (above === unit ? [part] : [])));
  const isOurs = (n: number) => parts.has(String((past[n - 1] as { part?: unknown } | undefined)?.part));
  const keys = new Set([...parts].map((part) => `E04@${part}`));
  return {
    ...rest,
    words: UNSEEN,
    claims: [],
    assignments: [],
    clocks: page.clocks.filter(({ key }) => keys.has(key)),
    timeline: page.timeline.filter(({ n }) => isOurs(n)),
    can: page.can.filter(({ command }) => command === 'decideRecusal'),
    opened: [],
  };
}
