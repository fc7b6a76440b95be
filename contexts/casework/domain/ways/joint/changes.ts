import { dateInChina } from '#kernel/dates.ts';
import type { Changes } from '../rule.ts';
import type { JointAction } from './actions.ts';
import { NONE } from './state.ts';

/** What each action changes in a matter. */
export const JOINT_CHANGES: Changes<JointAction> = {
  JurisdictionTalksOpened: ({ joint = NONE }, { units }) => ({ joint: { ...joint, talks: units } }),

  LeadAgreed: ({ joint = NONE }, { lead, coUnits }) => ({ joint: { ...joint, lead, coUnits: coUnits.map((unit) => ({ unit })) } }),

  CoUnitOpinionSubmitted: ({ joint = NONE }, { by, at }) => ({
    joint: { ...joint, coUnits: joint.coUnits.map((one) => (one.unit === by.unit ? { ...one, answeredOn: dateInChina(at) } : one)) },
  }),

  JurisdictionDisputed: ({ joint = NONE }, { decidingBody, views }) => ({
    stage: 'jurisdictionPending',
    joint: { ...joint, dispute: { decidingBody, views } },
  }),

  JurisdictionDecided({ joint = NONE }, { lead, coUnits }) {
    const { dispute: _, ...rest } = joint;
    return { stage: 'awaitingAcceptance', joint: { ...rest, lead, decided: true, coUnits: coUnits.map((unit) => ({ unit })) } };
  },

  LeadershipAsked: ({ joint = NONE }, { to, proposal }) => ({ stage: 'awaitingLeadership', joint: { ...joint, leadership: { to, proposal } } }),

  LeadershipDecided({ joint = NONE }, { unit }) {
    const { leadership: _, ...rest } = joint;
    return { stage: 'triaged', joint: { ...rest, named: unit } };
  },
};
