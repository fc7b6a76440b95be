import type { CongressCommand } from '#contexts/casework/domain/ways/congress/commands.ts';
import { currentAssignment } from '#contexts/casework/domain/matter.ts';
import type { Makers, Making } from './making.ts';

export function congressMakers({ matter, grounds, units, as }: Making): Makers<CongressCommand> {
  return { recordFeedback: () => ({ type: 'recordFeedback', feedback: grounds, ...as(currentAssignment(matter)?.from ?? units.petition) }) };
}
