import type { ProceduresCommand } from '#contexts/casework/domain/ways/procedures/commands.ts';
import { MILESTONES, type MilestoneType } from '#contexts/casework/domain/ways/procedures/milestones.ts';
import type { Makers, Making } from './making.ts';

export function proceduresMakers({ matter, today, handler, grounds, pick, as }: Making): Makers<ProceduresCommand> {
  const fitting = (Object.keys(MILESTONES) as MilestoneType[]).filter((type) => (MILESTONES[type].of as readonly string[]).includes(matter.route ?? ''));
  return {
    recordMilestone: () => ({
      type: 'recordMilestone',
      milestone: pick(fitting.length > 0 ? fitting : ['JudicialReceived']),
      on: today,
      state: grounds,
      ...as(handler),
    }),
    disputeRoute: () => ({ type: 'disputeRoute', grounds, ...as('信访人') }),
    confirmRoute: () => ({ type: 'confirmRoute', grounds, ...as(handler) }),
  };
}
