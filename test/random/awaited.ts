import { newestOf } from '#contexts/casework/domain/clocks.ts';
import type { CommandType } from '#contexts/casework/domain/commands.ts';
import type { Matter } from '#contexts/casework/domain/matter.ts';
import { hasCoUnits } from '#contexts/casework/domain/ways/joint/state.ts';

/** What somebody has begun and somebody else has to answer: in a random life it is taken up more often than chance alone would. */
export function awaited(matter: Matter): CommandType[] {
  const { stage, simple, joint, withdrawal, agreement, promises, recusals = [], classification } = matter;
  const runs = (clock: 'A12' | 'A13' | 'A47' | 'B15') =>
    newestOf(matter.clocks, clock)?.stoppedOn === undefined && newestOf(matter.clocks, clock) !== undefined;
  const open = promises?.commitments.some(({ state }) => state === 'open' || state === 'broken');
  return [
    ...(classification?.simple && classification.firstTime && !simple ? (['chooseSimple'] as const) : []),
    ...(simple === 'chosen' ? (['convertToOrdinary'] as const) : []),
    ...(joint?.talks && !joint.lead ? (['agreeLead', 'disputeJurisdiction'] as const) : []),
    ...(hasCoUnits(matter) ? (['submitCoUnitOpinion'] as const) : []),
    ...(withdrawal && stage !== 'withdrawn' ? (['confirmWithdrawal'] as const) : []),
    ...(stage === 'withdrawn' ? (['undoWithdraw', 'lapseWithdrawal'] as const) : []),
    ...(agreement?.mediation === 'open' ? (['failMediation', 'signAgreement'] as const) : []),
    ...(stage === 'agreed' ? (['recordAgreementEffect', 'applyConfirmation'] as const) : []),
    ...(promises?.green && !promises.green.reported ? (['submitPreliminaryReport'] as const) : []),
    ...(promises?.mutual && !promises.mutual.cancelled ? (['cancelCommitment'] as const) : []),
    ...(open ? (['verifyCommitment', 'releaseCommitment'] as const) : []),
    ...(matter.hearings?.some(({ state }) => state === 'applied') ? (['decideHearing', 'declineHearing'] as const) : []),
    ...(recusals.some(({ state }) => state === 'pending') ? (['decideRecusal'] as const) : []),
    ...(runs('A12') || runs('A13') ? (['reportUrgent'] as const) : []),
    ...(stage === 'routed' ? (['recordMilestone', 'disputeRoute'] as const) : []),
    ...(runs('A47') ? (['confirmRoute'] as const) : []),
  ];
}
