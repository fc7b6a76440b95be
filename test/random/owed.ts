import type { ClockId } from '#kernel/clocks/rule.ts';
import { missingFromFile } from '#contexts/casework/domain/archive.ts';
import type { CommandType } from '#contexts/casework/domain/commands.ts';
import type { Matter } from '#contexts/casework/domain/matter.ts';
import type { Stage } from '#contexts/casework/domain/stages.ts';

/** What settles a duty that is still open where a matter has ended: the file is closed only after it. */
const SETTLED_BY: Readonly<Partial<Record<ClockId, CommandType>>> = {
  A04: 'dispatch',
  A05: 'dispatch',
  A06: 'dispatch',
  A16: 'reportCompletion',
  A34: 'recordDelivery',
  A41: 'offerHelp',
  A44: 'decideReward',
  A48: 'postStatus',
  B16: 'deemDelivered',
  D11: 'verifyCommitment',
};
const ENDED: ReadonlySet<Stage> = new Set<Stage>(['notAccepted', 'guided', 'merged', 'furtherRefused', 'concluded']);

export function owed(matter: Matter): CommandType[] {
  if (!ENDED.has(matter.stage)) return [];
  const open = Object.values(matter.clocks).filter(({ stoppedOn }) => !stoppedOn);
  const due = open.flatMap(({ clock }) => SETTLED_BY[clock] ?? []);
  return due.length > 0 ? due : missingFromFile(matter).length > 0 ? ['dispatch', 'postStatus'] : ['archive'];
}
