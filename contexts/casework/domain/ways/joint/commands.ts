import type { Words } from '#kernel/decider.ts';

/** What may be asked: 多部门事项、受理争议、报请决定. Text comes as `Words`, already put away. */
export type JointCommand =
  | { type: 'openJurisdictionTalks'; units: readonly string[]; grounds: Words }
  | { type: 'agreeLead'; lead: string; coUnits?: readonly string[]; record: Words }
  | { type: 'submitCoUnitOpinion'; opinion: Words }
  | { type: 'disputeJurisdiction'; views: Words }
  | { type: 'decideJurisdiction'; lead: string; coUnits?: readonly string[]; grounds: Words }
  | { type: 'askLeadership'; proposal: Words }
  | { type: 'decideAsLeadership'; unit: string; instruction: Words };
