import type { CommandType } from './commands.ts';
import { answerableOrgan, assigneeOf, currentAssignment, type Matter } from './matter.ts';
import type { Organs } from './organs.ts';
import { performingUnit } from './performing.ts';
import type { Permission, Relation } from './permission.ts';
import { AFTER_OPINION, BESIDE_REVIEW } from './stages.ts';
import { recusalsOf } from './ways/care/state.ts';
import { coUnitsOf, jointUnits } from './ways/joint/state.ts';
import { roundOf } from './ways/review/outcome.ts';
import { REVIEW_PERMISSIONS } from './ways/review/table.ts';
import { HEARING_PERMISSIONS } from './ways/hearing/table.ts';
import { SIMPLE_PERMISSIONS } from './ways/simple/table.ts';
import { JOINT_PERMISSIONS } from './ways/joint/table.ts';
import { WITHDRAWAL_PERMISSIONS } from './ways/withdrawal/table.ts';
import { AGREEMENT_PERMISSIONS } from './ways/agreement/table.ts';
import { PROMISES_PERMISSIONS } from './ways/promises/table.ts';
import { CARE_PERMISSIONS } from './ways/care/table.ts';
import { SEALING_PERMISSIONS } from './ways/sealing/table.ts';
import { REPEATS_PERMISSIONS } from './ways/repeats/table.ts';
import { COLLECTIVE_PERMISSIONS } from './ways/collective/table.ts';
import { PROCEDURES_PERMISSIONS } from './ways/procedures/table.ts';
import { CONGRESS_PERMISSIONS } from './ways/congress/table.ts';
import { SYSTEM } from '#kernel/system.ts';

export { SYSTEM };

const CLERKS = ['unitClerk', 'unitHead'] as const;
const DESKS = ['triageOfficer', 'intakeOfficer', 'petitionDeptHead', 'unitClerk', 'unitHead'] as const;
const HEADS = ['unitHead', 'petitionDeptHead'] as const;
/** Whoever may sign at a review organ also sends what was signed. */
const SENDERS = [...DESKS, 'sealKeeper', 'reviewOfficer', 'reviewCommittee'] as const;
/** Something has been decided that can be told: what is posted is the decision, never that one is waited for. */
const DECIDED = ['accepted', 'inProgress', 'studying', 'routed', 'notAccepted', 'guided', 'merged'] as const;
/** Whoever withdraws a review has not given up what the opinion grants: that duty outlives the withdrawal and the end (lifecycle 4.1, A27). */
const WHILE_OWED = [...BESIDE_REVIEW, 'withdrawn', 'concluded'] as const;

/**
 * Who may ask for what, and when: command × relation × role × stage. The
 * server refuses by this table, and the workbench shows its buttons by it.
 */
export const PERMISSIONS = {
  open: { relations: ['anyUnit'], roles: DESKS, stages: ['unknown'] },
  classify: { relations: ['desk', 'assignee'], roles: DESKS, stages: ['registered', 'awaitingAcceptance'] }, // the latter where it was refused before anybody had classified it, and reopened
  attachDuplicate: { relations: ['desk', 'assignee'], roles: DESKS, stages: ['registered', 'triaged', 'awaitingAcceptance'] },
  detachDuplicate: { relations: ['desk'], roles: DESKS, stages: ['merged'] },
  guideElsewhere: { relations: ['desk'], roles: DESKS, stages: ['triaged'] },
  refer: { relations: ['desk'], roles: DESKS, stages: ['triaged'] },
  assign: { relations: ['desk'], roles: DESKS, stages: ['triaged'] },
  passDown: { relations: ['desk'], roles: DESKS, stages: ['triaged'] },
  raiseObjection: { relations: ['assignee'], roles: ['unitHead'], stages: ['awaitingAcceptance'] },
  decideObjection: { relations: ['referringBody'], roles: ['triageOfficer', 'petitionDeptHead', 'unitHead'], stages: ['objectionPending'] },
  reassign: {
    relations: ['superior', 'sentToCongress'],
    roles: HEADS,
    stages: ['awaitingAcceptance', 'objectionPending', 'accepted', 'inProgress', 'studying'],
  },
  accept: { relations: ['assignee', 'desk'], roles: CLERKS, stages: ['awaitingAcceptance', 'triaged'] },
  routeToProcedure: { relations: ['assignee', 'desk', 'handlingUnit'], roles: ['unitHead'], stages: ['awaitingAcceptance', 'triaged', 'inProgress'] },
  decline: { relations: ['assignee', 'desk'], roles: ['unitHead'], stages: ['awaitingAcceptance', 'triaged'] },
  reopen: { relations: ['superior', 'handlingUnit', 'assignee', 'desk'], roles: HEADS, stages: ['guided', 'notAccepted', 'routed', 'furtherRefused'] },
  checkOtherProcedure: { relations: ['handlingUnit'], roles: CLERKS, stages: ['routed'] },
  startHandling: { relations: ['handlingUnit'], roles: CLERKS, stages: ['accepted', 'inProgress', 'studying'] },
  recordInvestigation: { relations: ['handlingUnit'], roles: CLERKS, stages: ['inProgress', 'studying'] },
  hearPetitioner: { relations: ['handlingUnit'], roles: CLERKS, stages: ['inProgress', 'studying'] },
  extend: { relations: ['handlingUnit'], roles: ['unitHead'], stages: ['inProgress'] },
  issueOpinion: { relations: ['handlingUnit'], roles: ['unitHead'], stages: ['inProgress'] },
  replySuggestion: { relations: ['handlingUnit'], roles: ['unitHead'], stages: ['studying'] },
  performDuty: { relations: ['handlingUnit'], roles: CLERKS, stages: ['inProgress'] },
  replyDuty: { relations: ['handlingUnit'], roles: ['unitHead'], stages: ['inProgress'] },
  decideReward: { relations: ['handlingUnit'], roles: ['unitHead'], stages: ['replied', 'concluded'] },
  dispatch: { relations: ['issuer', 'petitioner'], roles: SENDERS, stages: 'any' }, // the petitioner: only that what they opened late had been posted
  recordDelivery: { relations: ['issuer', 'petitioner'], roles: SENDERS, stages: 'any' },
  reportDeliveryFailed: { relations: ['issuer'], roles: SENDERS, stages: 'any' },
  postPublicNotice: { relations: ['issuer'], roles: CLERKS, stages: 'any' },
  deemDelivered: { relations: ['system'], roles: [], stages: 'any' },
  lapseDelivery: { relations: ['system'], roles: [], stages: 'any' },
  postStatus: { relations: ['desk', 'assignee', 'handlingUnit'], roles: DESKS, stages: DECIDED },
  recordToldLater: { relations: ['desk'], roles: DESKS, stages: ['registered', 'triaged'] },
  reportCompletion: { relations: ['assignee'], roles: CLERKS, stages: 'any' },
  checkReport: { relations: ['referringBody'], roles: ['triageOfficer', 'petitionDeptHead', 'supervisor', 'unitHead'], stages: 'any' },
  reportPerformance: { relations: ['handlingUnit', 'performingUnit'], roles: CLERKS, stages: [...WHILE_OWED, 'agreed'] },
  verifyPerformance: { relations: ['outsideHandlingUnit'], roles: ['supervisor', 'triageOfficer', 'petitionDeptHead'], stages: WHILE_OWED },
  lapseTerm: { relations: ['system'], roles: [], stages: ['opinionDelivered', 'reviewDelivered'] },
  conclude: { relations: ['handlingUnit', 'system'], roles: ['unitHead'], stages: ['performing', 'replied', 'routed'] },
  archive: { relations: ['handlingUnit', 'desk'], roles: ['archivist'], stages: ['concluded', 'notAccepted', 'guided', 'merged', 'furtherRefused'] },
  correct: { relations: ['superior', 'handlingUnit'], roles: HEADS, stages: AFTER_OPINION },
  consentElectronic: { relations: ['petitioner', 'desk', 'handlingUnit'], roles: DESKS, stages: 'any' },
  changeContact: { relations: ['petitioner'], roles: [], stages: 'any' },
  takeNote: { relations: ['desk', 'assignee', 'handlingUnit'], roles: DESKS, stages: 'open' },
  addMaterial: { relations: ['petitioner', 'desk', 'assignee', 'handlingUnit', 'coUnit', 'reviewer'], roles: [...DESKS, 'reviewOfficer'], stages: 'any' },
  ...REVIEW_PERMISSIONS,
  ...HEARING_PERMISSIONS,
  ...SIMPLE_PERMISSIONS,
  ...JOINT_PERMISSIONS,
  ...WITHDRAWAL_PERMISSIONS,
  ...AGREEMENT_PERMISSIONS,
  ...PROMISES_PERMISSIONS,
  ...CARE_PERMISSIONS,
  ...CONGRESS_PERMISSIONS,
  ...PROCEDURES_PERMISSIONS,
  ...SEALING_PERMISSIONS,
  ...COLLECTIVE_PERMISSIONS,
  ...REPEATS_PERMISSIONS,
} as const satisfies Record<CommandType, Permission>;

/** Is this unit what the relation says, to this matter? `document` names the paper where the relation is its issuer. */
export function isRelated(relation: Relation, matter: Matter, unit: string, organs: Organs, document?: string): boolean {
  if (matter.stage === 'sealed') return false; // it is nobody's on this side any more
  const assignment = currentAssignment(matter);
  switch (relation) {
    case 'anyUnit':
      return unit !== SYSTEM && unit !== PETITIONER;
    case 'desk':
      return matter.desk === unit && !stoodAside(matter);
    case 'assignee':
      if (!assignment) return matter.stage === 'awaitingAcceptance' && matter.desk === unit; // received directly, and reopened
      return assignment.to === unit && assignment.state !== 'upheld';
    case 'referringBody':
      return assignment?.from === unit;
    case 'handlingUnit':
      return matter.handlingUnit === unit;
    case 'performingUnit':
      return performingUnit(matter) === unit;
    case 'superior':
      return heads(matter).some((held) => organs.superiorOf(held) === unit);
    case 'sentToCongress':
      return assignment?.from === unit && assignment.state !== 'upheld' && organs.isCongress(assignment.to);
    case 'outsideHandlingUnit':
      return (
        matter.handlingUnit !== unit &&
        (matter.petitionDept === unit || assignment?.from === unit || heads(matter).some((held) => organs.superiorOf(held) === unit))
      );
    case 'issuer':
      return document !== undefined && matter.papers[document] ? matter.papers[document].by === unit : isConcerned(matter, unit);
    case 'reviewer':
      return (before(matter) ?? askable(matter, organs).find((organ) => organ === unit)) === unit;
    case 'aboveChallenged':
      return recusalsOf(matter).some(({ above }) => above === unit);
    case 'challengedUnit':
      return recusalsOf(matter).some(({ unit: of, state }) => of === unit && state === 'pending');
    case 'answerable':
      return answerableOrgan(matter) === unit;
    case 'concerned':
      return isConcerned(matter, unit);
    case 'coUnit':
      return coUnitsOf(matter).some((one) => one.unit === unit);
    case 'decidingBody':
      return matter.joint?.dispute?.decidingBody === unit;
    case 'leadership':
      return matter.joint?.leadership?.to === unit;
    case 'system':
      return unit === SYSTEM;
    case 'petitioner':
      return unit === PETITIONER;
  }
}

/** Has this unit to do with the matter by nothing but a challenge that came up to it (第二十八条第三款)? */
export function decidesChallengeOnly(matter: Matter, unit: string, organs: Organs): boolean {
  return isRelated('aboveChallenged', matter, unit, organs) && !isConcerned(matter, unit) && !isRelated('superior', matter, unit, organs);
}

/** Does this unit only carry out what others decided? It sees that, and nothing else of the matter (个人信息保护法第六条). */
export function performsOnly(matter: Matter, unit: string, organs: Organs): boolean {
  return isRelated('performingUnit', matter, unit, organs) && !isConcerned(matter, unit) && !isRelated('superior', matter, unit, organs);
}

/** Whoever holds or held the matter: may see it, and may send papers of its own. */
export function isConcerned(matter: Matter, unit: string): boolean {
  if (matter.stage === 'sealed') return false;
  return (
    matter.desk === unit ||
    matter.petitionDept === unit ||
    matter.handlingUnit === unit ||
    matter.opening?.receivedBy === unit ||
    matter.assignments.some(({ from, to, state }) => from === unit || (to === unit && state !== 'upheld')) ||
    (matter.reviewers ?? []).includes(unit) ||
    jointUnits(matter).includes(unit)
  );
}

export const PETITIONER = '信访人';

/** The desk holds a matter until another unit has it; the terminal stages of the desk stay with it. */
function stoodAside({ stage, assignments, handlingUnit, desk }: Matter): boolean {
  if (handlingUnit !== undefined && handlingUnit !== desk) return true;
  return (stage === 'awaitingAcceptance' || stage === 'objectionPending' || stage === 'jurisdictionPending') && assignments.at(-1)?.to !== desk;
}

/** The organ before which the opinion lies now; once its own has arrived, the next one may be asked. */
const before = (matter: Matter) => (matter.stage === 'reviewDelivered' ? undefined : roundOf(matter)?.organ);

/** Who may be asked next: the organ above the unit that handled, or above the one that reviewed. */
function askable({ stage, handlingUnit, review, opinion }: Matter, organs: Organs): readonly string[] {
  const after = review?.deliveredOn && stage !== 'opinionDelivered' ? review.organ : opinion && handlingUnit;
  return after ? organs.reviewOrgansOf(after) : [];
}

const heads = (matter: Matter) => [matter.handlingUnit ?? assigneeOf(matter)].filter((unit) => unit !== undefined);
