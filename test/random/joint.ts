import { assigneeOf } from '#contexts/casework/domain/matter.ts';
import type { JointCommand } from '#contexts/casework/domain/ways/joint/commands.ts';
import type { Makers, Making } from './making.ts';

export function jointMakers({ matter, units, handler, grounds, pick, as }: Making): Makers<JointCommand> {
  const assignee = assigneeOf(matter) ?? handler;
  const talking = matter.joint?.talks ?? units.handlers;
  return {
    openJurisdictionTalks: () => ({ type: 'openJurisdictionTalks', units: [pick(units.handlers), pick(units.handlers)], grounds, ...as(assignee) }),
    agreeLead: () => ({ type: 'agreeLead', lead: pick(talking), coUnits: [pick(talking), pick(talking)], record: grounds, ...as(assignee) }),
    submitCoUnitOpinion: () => ({ type: 'submitCoUnitOpinion', opinion: grounds, ...as(matter.joint?.coUnits[0]?.unit ?? handler) }),
    disputeJurisdiction: () => ({ type: 'disputeJurisdiction', views: grounds, ...as(assignee) }),
    decideJurisdiction: () => ({
      type: 'decideJurisdiction',
      lead: pick(units.handlers),
      coUnits: [pick(units.handlers)],
      grounds,
      ...as(matter.joint?.dispute?.decidingBody ?? units.government),
    }),
    askLeadership: () => ({ type: 'askLeadership', proposal: grounds, ...as(matter.desk ?? units.petition) }),
    decideAsLeadership: () => ({
      type: 'decideAsLeadership',
      unit: pick(units.handlers),
      instruction: grounds,
      ...as(matter.joint?.leadership?.to ?? units.government),
    }),
  };
}
