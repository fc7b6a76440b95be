import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { PetitionerSays } from '../fields.ts';

/** What may be asked: 双签、承诺、绿色通道. Text comes as `Words`, already put away. */
export type PromisesCommand =
  | { type: 'signInstruction'; instruction: Words }
  | { type: 'formTaskForce'; charter: Words }
  | { type: 'meetPetitioner'; on: PlainDate; record: Words }
  | { type: 'declineMeeting'; statement: Words }
  | { type: 'signCommitment'; signedAs: keyof typeof SIGNED_AS; witness?: Words; steps: Words; until: PlainDate }
  | { type: 'cancelCommitment' }
  | { type: 'makeCommitment'; owner: string; what: Words; dueOn: PlainDate }
  | { type: 'verifyCommitment'; no: number; answer: PetitionerSays; evidence: Words }
  | { type: 'releaseCommitment'; no: number; grounds: Words }
  | { type: 'openGreenChannel'; grounds: Words }
  | { type: 'submitPreliminaryReport'; report: Words }
  | { type: 'releaseLocalTerm'; grounds: Words };

/** Before a witness who does not belong to the unit, or online with three days to think it over (rights R7). */
export const SIGNED_AS = { witnessed: '当面签，有不属于责任单位的见证人', online: '网上签，三日内可以反悔' } as const;
