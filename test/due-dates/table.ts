import type { Counting } from './second.ts';

/** One line of statutes.md, typed in again by hand: which act starts the term, of which day, and how long it is. */
export interface Line {
  readonly clock: string;
  readonly starts: string;
  readonly counting: Counting;
  readonly kind?: 'claim' | 'suggestion' | 'accusation' | 'work';
  readonly facts?: readonly string[];
  readonly from?: 'firstReceipt' | 'unitReceipt' | 'hearingDate';
  readonly local?: true; // no national length: the pack of a place gives it
  readonly direct?: true; // received by another organ than a petition department
}

const days = (n: number): Counting => ({ kind: 'days', n });
const workingDays = (n: number): Counting => ({ kind: 'workingDays', n });
const months = (n: number): Counting => ({ kind: 'months', n });
const before = (n: number): Counting => ({ kind: 'daysBefore', n });
const SIMPLE = ['contactKnown', 'firstTime', 'simpleScope'];
const LITIGATION = ['contactKnown', 'litigationClaim', 'byLetter'];
const ROUTED = ['contactKnown', 'routed'];

export const LINES: readonly Line[] = [
  { clock: 'A01', starts: 'IntakeReceived', counting: workingDays(0) },
  { clock: 'A02', starts: 'IntakeReceived', counting: workingDays(1) },
  { clock: 'A03', starts: 'IntakeReceived', counting: days(15), from: 'firstReceipt' },
  { clock: 'A05', starts: 'IntakeReceived', counting: days(15), from: 'firstReceipt', direct: true },
  { clock: 'A06', starts: 'AssignmentReceived', counting: days(15), from: 'unitReceipt' },
  { clock: 'A07', starts: 'AssignmentReceived', counting: workingDays(5), from: 'unitReceipt' },
  { clock: 'A08', starts: 'ObjectionRaised', counting: workingDays(3) },
  { clock: 'A09', starts: 'IntakeReceived', counting: days(15), facts: LITIGATION, from: 'firstReceipt' },
  { clock: 'A10', starts: 'IntakeReceived', counting: workingDays(3), kind: 'accusation', from: 'firstReceipt' },
  { clock: 'A11', starts: 'JurisdictionDisputed', counting: workingDays(5) },
  { clock: 'A17', starts: 'OpinionDelivered', counting: days(30) },
  { clock: 'A18', starts: 'ReviewRequested', counting: days(30) },
  { clock: 'A19', starts: 'ReviewOpinionDelivered', counting: days(30) },
  { clock: 'A22', starts: 'MatterAccepted', counting: days(60), kind: 'suggestion', from: 'unitReceipt' },
  { clock: 'A23', starts: 'RecommendationSent', counting: days(30), kind: 'work' },
  { clock: 'A24', starts: 'BreachDetected', counting: workingDays(1), kind: 'work' },
  { clock: 'A25', starts: 'YearEnded', counting: months(3), kind: 'work' },
  { clock: 'A26', starts: 'YearEnded', counting: months(12), kind: 'work' },
  { clock: 'A30', starts: 'IntakeReceived', counting: days(15), facts: ['contactKnown', 'ownSystemLower'], from: 'firstReceipt', direct: true },
  { clock: 'A28', starts: 'CadreProblemFlagged', counting: workingDays(5), kind: 'accusation' },
  { clock: 'A29', starts: 'MajorCadreProblemFlagged', counting: workingDays(1), kind: 'accusation' },
  { clock: 'A31', starts: 'JurisdictionTalksOpened', counting: workingDays(3) },
  { clock: 'A32', starts: 'LeadershipAsked', counting: workingDays(5) },
  { clock: 'A33', starts: 'MatterAccepted', counting: months(2), facts: ['contactKnown', 'dutyPerformance'], from: 'unitReceipt' },
  { clock: 'A34', starts: 'OpinionDispatched', counting: days(15) },
  { clock: 'A35', starts: 'AccusationTransferred', counting: workingDays(5), kind: 'accusation' },
  { clock: 'A36', starts: 'MatterRouted', counting: days(90), facts: ROUTED },
  { clock: 'A39', starts: 'MatterWithdrawn', counting: days(30) },
  { clock: 'A41', starts: 'RecheckOpinionDelivered', counting: days(15) },
  { clock: 'A42', starts: 'InspectionEnded', counting: workingDays(15), kind: 'work' },
  { clock: 'A48', starts: 'AssignmentReceived', counting: days(15), facts: ['contactUnknown', 'notPetitionDept'], from: 'unitReceipt' },
  { clock: 'A44', starts: 'ContributionFound', counting: days(60), kind: 'suggestion' },
  { clock: 'A45', starts: 'YearStarted', counting: months(12), kind: 'work' },
  { clock: 'A46', starts: 'MonthStarted', counting: months(1), kind: 'work' },
  { clock: 'A47', starts: 'PetitionerDisputedRoute', counting: days(15), facts: ROUTED },
  { clock: 'B01', starts: 'IntakeRegistered', counting: workingDays(3), facts: SIMPLE },
  { clock: 'B02', starts: 'AssignmentReceived', counting: workingDays(3), facts: SIMPLE },
  { clock: 'B05a', starts: 'PetitionDeptReceived', counting: days(5), facts: ['contactKnown', 'level.national'] },
  { clock: 'B05b', starts: 'PetitionDeptReceived', counting: days(3), facts: ['contactKnown', 'level.provincial'] },
  { clock: 'B05c', starts: 'PetitionDeptReceived', counting: days(3), facts: ['contactKnown', 'level.prefecture'] },
  { clock: 'B05d', starts: 'PetitionDeptReceived', counting: days(4), facts: ['contactKnown', 'level.county'] },
  { clock: 'B06', starts: 'OpinionDelivered', counting: days(30), facts: ['contactKnown', 'petitionProcedure', 'evaluationScope'] },
  { clock: 'B07', starts: 'DisciplineReceived', counting: workingDays(15), kind: 'accusation', facts: ['realName', 'notRepeatedAccusation'] },
  { clock: 'B08', starts: 'AccusationHandled', counting: workingDays(15), kind: 'accusation', facts: ['realName'] },
  { clock: 'B09', starts: 'DisciplineReceived', counting: workingDays(5), kind: 'accusation', facts: ['superiorJurisdiction'] },
  { clock: 'B10', starts: 'DisciplineReceivedFromSuperior', counting: workingDays(5), kind: 'accusation' },
  { clock: 'B11', starts: 'JudicialReceived', counting: days(7), facts: LITIGATION },
  { clock: 'B12', starts: 'JudicialReceived', counting: months(3), facts: LITIGATION },
  { clock: 'B13', starts: 'AdministrativeActKnown', counting: days(60), facts: ROUTED },
  { clock: 'B14', starts: 'ReconsiderationApplied', counting: workingDays(5), facts: ROUTED },
  { clock: 'B15', starts: 'AgreementEffective', counting: days(30) },
  { clock: 'B16', starts: 'PublicNoticePosted', counting: days(30) },
  { clock: 'B03', starts: 'SimpleChosen', counting: workingDays(10), facts: SIMPLE, from: 'unitReceipt' },
  { clock: 'B04', starts: 'ConvertedToOrdinary', counting: days(60), from: 'unitReceipt' },
  { clock: 'C01', starts: 'ReviewRequested', counting: workingDays(3), local: true },
  { clock: 'C02', starts: 'IntakeReceived', counting: workingDays(5), local: true },
  { clock: 'C04', starts: 'IntakeReceived', counting: days(5), local: true },
  { clock: 'C06', starts: 'RecommendationNotAdopted', counting: workingDays(3), kind: 'work', local: true },
  { clock: 'C07a', starts: 'HearingRightTold', counting: days(10), local: true },
  { clock: 'C07b', starts: 'HearingApplied', counting: days(30), local: true },
  { clock: 'C07c', starts: 'HearingScheduled', counting: before(7), from: 'hearingDate', local: true },
  { clock: 'D01', starts: 'IntakeRegistered', counting: days(5), facts: ['contactKnown', 'generalMatter'], local: true },
  { clock: 'D02', starts: 'MatterAccepted', counting: days(20), facts: ['contactKnown', 'generalMatter'], from: 'unitReceipt', local: true },
  { clock: 'D03', starts: 'GreenChannelOpened', counting: days(7), local: true },
  { clock: 'D04', starts: 'GreenChannelOpened', counting: days(20), local: true },
  { clock: 'D05', starts: 'AssignmentReceived', counting: workingDays(3), facts: ['contactKnown', 'firstTime', 'byLetter'], local: true },
  { clock: 'D06a', starts: 'AssignmentReceived', counting: workingDays(3), facts: ['contactKnown', 'firstTime', 'byLetter'], local: true },
  { clock: 'D06b', starts: 'AssignmentReceived', counting: workingDays(3), facts: ['contactKnown', 'firstTime', 'byLetter'], local: true },
  { clock: 'D07', starts: 'AssignmentReceived', counting: workingDays(3), facts: ['contactKnown', 'byWeb', 'firstTimeOrImportant'], local: true },
  { clock: 'D09', starts: 'AssignmentReceived', counting: workingDays(0), facts: ['contactKnown', 'urgentGroup'], local: true },
  { clock: 'D13', starts: 'WorkingDayStarted', counting: workingDays(0), kind: 'work', local: true },
  { clock: 'D14', starts: 'BoardItemChanged', counting: workingDays(1), kind: 'work', local: true },
  { clock: 'E02', starts: 'MutualCommitmentSigned', counting: days(3), facts: ['contactKnown', 'petitionProcedure', 'signedOnline'] },
  { clock: 'E03', starts: 'PrivacyRequestReceived', counting: workingDays(15), kind: 'work' },
  { clock: 'E04', starts: 'RecusalRequested', counting: workingDays(3) },
  { clock: 'E05', starts: 'ConductComplaintReceived', counting: workingDays(15), kind: 'work' },
  { clock: 'E06', starts: 'HearingScheduled', counting: before(7), from: 'hearingDate' },
  { clock: 'E07', starts: 'ReviewTermEnded', counting: days(5) },
];
