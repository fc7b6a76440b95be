import type { ClockId } from '#kernel/clocks/rule.ts';
import type { ProceduresCommand } from '#contexts/casework/domain/ways/procedures/commands.ts';
import { MILESTONES, type MilestoneType } from '#contexts/casework/domain/ways/procedures/milestones.ts';
import type { Makers, Making } from './making.ts';

export function proceduresMakers({ matter, today, handler, grounds, pick, yes, as }: Making): Makers<ProceduresCommand> {
  const runs = (clock: ClockId | undefined) => Object.values(matter.clocks).some((one) => one.clock === clock && !one.stoppedOn);
  const fitting = (Object.keys(MILESTONES) as MilestoneType[]).filter((type) => (MILESTONES[type].of as readonly string[]).includes(matter.route ?? ''));
  const answering = fitting.filter((type) => runs(ANSWERS[type])); // where one has begun, its answer comes as often as another beginning
  return {
    recordMilestone: () => ({
      type: 'recordMilestone',
      milestone: pick(answering.length > 0 && yes() ? answering : fitting.length > 0 ? fitting : ['JudicialReceived']),
      on: today,
      state: grounds,
      ...as(handler),
    }),
    disputeRoute: () => ({ type: 'disputeRoute', grounds, ...as('信访人') }),
    confirmRoute: () => ({ type: 'confirmRoute', grounds, ...as(handler) }),
  };
}

/** Which clock runs until this is recorded. */
const ANSWERS: Readonly<Partial<Record<MilestoneType, ClockId>>> = {
  ReconsiderationAccepted: 'B14',
  ReconsiderationRejected: 'B14',
  JudicialProceduralReply: 'B11',
  JudicialResultReply: 'B12',
};
