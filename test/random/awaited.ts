import { newestOf } from '#contexts/casework/domain/clocks.ts';
import type { CommandType } from '#contexts/casework/domain/commands.ts';
import type { Matter } from '#contexts/casework/domain/matter.ts';
import { isOpen, type Stage } from '#contexts/casework/domain/stages.ts';
import { challengeTo } from '#contexts/casework/domain/ways/hearing/state.ts';
import { openHearing } from '#contexts/casework/domain/ways/hearing/decide.ts';
import { isUnderReview, roundOf } from '#contexts/casework/domain/ways/review/outcome.ts';
import { owed } from './owed.ts';
import { hasCoUnits } from '#contexts/casework/domain/ways/joint/state.ts';

/** What somebody has begun and somebody else has to answer: in a random life it is taken up more often than chance alone would. */
export function awaited(matter: Matter): CommandType[] {
  const { stage, simple, joint, withdrawal, agreement, promises, recusals = [], classification, papers, comparison } = matter;
  const runs = (clock: 'A04' | 'A12' | 'A13' | 'A47' | 'B15' | 'B16') =>
    newestOf(matter.clocks, clock)?.stoppedOn === undefined && newestOf(matter.clocks, clock) !== undefined;
  const open = promises?.commitments.some(({ state }) => state === 'open' || state === 'broken');
  if (stage === 'furtherRefused') return ['recordReaudit', ...owed(matter)];
  if (!isOpen(stage)) return [...published(matter), ...owed(matter)];
  return [
    ...(classification?.simple && classification.firstTime && !simple ? (['chooseSimple'] as const) : []),
    ...(simple === 'chosen' ? (['convertToOrdinary'] as const) : []),
    ...(joint?.talks && !joint.lead ? (['agreeLead', 'disputeJurisdiction'] as const) : []),
    ...(hasCoUnits(matter) ? (['submitCoUnitOpinion'] as const) : []),
    ...(withdrawal && !AFTER_OPINION.has(stage) ? (['confirmWithdrawal'] as const) : []),
    ...(stage === 'withdrawn' ? (['undoWithdraw', 'lapseWithdrawal'] as const) : []),
    ...(agreement?.mediation === 'open' ? (['failMediation', 'signAgreement'] as const) : []),
    ...(agreement?.offer && stage === 'inProgress' ? (['answerAgreement', 'answerAgreement', 'signAgreement'] as const) : []),
    ...(stage === 'agreed' ? (['recordAgreementEffect', 'applyConfirmation'] as const) : []),
    ...(promises?.green && !promises.green.reported ? (['submitPreliminaryReport'] as const) : []),
    ...(promises?.mutual && !promises.mutual.cancelled ? (['cancelCommitment'] as const) : []),
    ...(maySign(matter) ? (['signCommitment'] as const) : []),
    ...(open ? (['verifyCommitment', 'releaseCommitment'] as const) : []),
    ...published(matter),
    ...(matter.hearings?.some(({ state }) => state === 'applied') ? (['decideHearing', 'declineHearing'] as const) : []),
    ...(recusals.some(({ state }) => state === 'pending') ? (['decideRecusal'] as const) : []),
    ...(matter.report === 'reported' ? (['checkReport'] as const) : []),
    ...(isUnderReview(matter) && !roundOf(matter)?.officer ? (['replaceReviewer'] as const) : []),
    ...(runs('A12') || runs('A13') ? (['reportUrgent'] as const) : []),
    ...(runs('A04') && (stage === 'registered' || stage === 'triaged') ? (['recordToldLater'] as const) : []),
    ...(stage === 'underRecheck' && !(matter.hearings ?? []).some(({ instance }) => instance === 'recheck') ? (['decideHearing'] as const) : []),
    ...(openHearing(matter, 'decided') ? (['scheduleHearing'] as const) : []),
    ...(openHearing(matter, 'scheduled') ? [beforeHearing(matter), 'holdHearing' as const] : []),
    ...(openHearing(matter, 'held') ? (['reportHearing'] as const) : []),
    ...(comparison ? (['refuseFurther'] as const) : []),
    ...(runs('B16') && Object.values(papers).some(({ state }) => state === 'dispatched') ? (['deemDelivered'] as const) : []),
    ...(runs('A47') ? (['confirmRoute'] as const) : []),
  ];
}

/** A text that is to hang is told, its objection answered, and then a second person releases it. */
function published({ publication }: Matter): CommandType[] {
  if (!publication || publication.state === 'ended') return [];
  if (publication.objected) return ['answerObjection'];
  return publication.state === 'proposed' ? ['tellPublication'] : publication.state === 'told' ? ['releasePublication'] : [];
}

/** The unit has promised something: the petitioner may sign. */
function maySign({ promises, handlingUnit }: Matter): boolean {
  const signed = promises?.mutual && !promises.mutual.cancelled;
  return !signed && (promises?.commitments ?? []).some(({ owner, state }) => owner === handlingUnit && state === 'open');
}

/** It is told in time, and at a recheck the suspension as well; a notice that came too late is made good by another day. */
function beforeHearing(matter: Matter): CommandType {
  const hearing = openHearing(matter, 'scheduled')!;
  const { id, suspends, toldStart } = hearing;
  if (challengeTo(hearing, matter)?.state === 'recused') return 'scheduleHearing'; // another panel, told anew
  const notice = newestOf(matter.clocks, 'E06', id);
  if (notice?.outcome === 'late') return 'scheduleHearing';
  return !notice?.stoppedOn || (suspends && !toldStart) ? 'dispatch' : 'holdHearing';
}

const AFTER_OPINION: ReadonlySet<Stage> = new Set<Stage>([
  'withdrawn',
  'agreed',
  'opinionDispatched',
  'opinionDelivered',
  'reviewDispatched',
  'reviewDelivered',
  'recheckDispatched',
  'performing',
  'replied',
]);
