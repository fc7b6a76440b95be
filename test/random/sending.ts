import { answerableOrgan, currentAssignment, type Matter } from '#contexts/casework/domain/matter.ts';
import type { PaperKind } from '#contexts/casework/domain/papers.ts';
import type { Stage } from '#contexts/casework/domain/stages.ts';
import type { Making } from './making.ts';
import { hasRound, reviewDocument, reviewPaperDue, suspensionPhase } from './review.ts';

/** The paper that a stage asks for, before any other. */
const DUE: Readonly<Partial<Record<Stage, PaperKind>>> = {
  triaged: 'guidanceSlip',
  awaitingAcceptance: 'destinationNotice',
  accepted: 'acceptanceNotice',
  merged: 'statusNotice',
  notAccepted: 'nonAcceptanceNotice',
  routed: 'routeNotice',
  withdrawn: 'withdrawalConfirmation',
  opinionIssued: 'handlingOpinion',
};
const ANY: readonly PaperKind[] = [
  'destinationNotice',
  'acceptanceNotice',
  'nonAcceptanceNotice',
  'routeNotice',
  'guidanceSlip',
  'handlingOpinion',
  'suggestionReply',
  'statusNotice',
  'refusalNotice',
  'correctionDecision',
  'conversionNotice',
];

/** Which paper goes out, from whom: mostly the one that is due, now and then any other, which is refused. */
export function paperToSend({ matter, newPaper, units, handler, below, pick, as }: Making) {
  const paper = below(5) > 0 ? (dueOf(matter) ?? pick(ANY)) : pick(ANY);
  const document = issuedAs(matter, paper) ?? newPaper;
  return {
    document,
    paper,
    ...(matter.papers[document]?.unproven && below(2) > 0 && { late: true as const }),
    ...(paper === 'guidanceSlip' && { reason: 'outsideOwnAndSystem' as const }),
    ...(paper === 'suspensionNotice' && { phase: suspensionPhase(matter) }),
    ...as(issuerOf(matter, paper) ?? handler ?? units.petition),
  };
}

function dueOf(matter: Matter): PaperKind | undefined {
  if (matter.stage === 'replied') return matter.dutyReply ? 'dutyReply' : 'suggestionReply';
  if (matter.simple === 'converted' && !Object.values(matter.papers).some(({ kind }) => kind === 'conversionNotice')) return 'conversionNotice';
  return DUE[matter.stage] ?? reviewPaperDue(matter);
}

function issuedAs(matter: Matter, paper: PaperKind): string | undefined {
  if (paper === 'handlingOpinion') return matter.opinion?.document;
  if (paper === 'suggestionReply') return matter.reply?.document;
  return paper === 'dutyReply' ? matter.dutyReply?.document : reviewDocument(matter, paper);
}

function issuerOf(matter: Matter, paper: PaperKind): string | undefined {
  if (paper === 'destinationNotice') return currentAssignment(matter)?.from;
  return paper === 'reviewOpinion' || paper === 'recheckOpinion' || hasRound(paper) ? (answerableOrgan(matter) ?? undefined) : undefined;
}
