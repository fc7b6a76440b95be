/** Which papers one would write at which stage; the server has the last word. */
import type { MatterPage } from '#contexts/casework/contract.ts';
import type { Stage } from '#contexts/casework/domain/stages.ts';
import { CATALOGUE } from '#contexts/documents/domain/catalogue.ts';
import { dutyOf } from '../desk/duties.ts';
import { mostPressing } from '../matter/pressing.ts';
import type { PaperCode } from '#contexts/documents/domain/kind.ts';

const REFERRED: readonly PaperCode[] = ['F06', 'F04', 'F05'];
const HEARING: readonly PaperCode[] = ['F19', 'F20', 'F21', 'F22'];
const HANDLING: readonly PaperCode[] = ['F23', 'F07', 'F17', 'F15', 'F16', 'F32', ...HEARING];
const AFTER: readonly PaperCode[] = ['F32', 'F59'];

const OFFERS: Readonly<Partial<Record<Stage, readonly PaperCode[]>>> = {
  registered: ['F01', 'F60'],
  triaged: ['F11', 'F60'],
  awaitingAcceptance: ['F06', 'F04', 'F05', 'F12'],
  objectionPending: ['F13', 'F12'],
  accepted: ['F07', ...REFERRED],
  inProgress: HANDLING,
  studying: ['F25', 'F07', 'F17', 'F32'],
  opinionIssued: AFTER,
  opinionDispatched: AFTER,
  opinionDelivered: AFTER,
  reviewRequested: ['F34', 'F33'],
  underReview: ['F35', 'F34', 'F33', ...HEARING],
  reviewIssued: ['F34'],
  recheckRequested: ['F34', 'F33'],
  underRecheck: ['F36', 'F34', 'F33', 'F57', ...HEARING],
  recheckIssued: ['F57'],
  performing: [...AFTER, 'F37'],
  replied: ['F32'],
  routed: ['F10'],
  guided: ['F11'],
  notAccepted: ['F08'],
  furtherRefused: ['F09'],
  merged: ['F60'],
  concluded: ['F32', 'F50', 'F37'],
};

export function offersAt({ stage, timeline }: Pick<MatterPage, 'stage' | 'timeline'>) {
  const happened = new Set(timeline.map(({ type }) => type));
  const heard = happened.has('RecheckOpinionDelivered') && happened.has('HearingReported'); // only such an opinion may be made public
  const challenged: readonly PaperCode[] = happened.has('RecusalRequested') ? ['F18'] : [];
  return [...(OFFERS[stage] ?? []), ...challenged].filter((code) => code !== 'F37' || heard).map((code) => ({ code, name: CATALOGUE[code].name }));
}

/** The paper that this unit owes next, once what it must rest on is recorded: the one primary button of the page. */
export function paperDue(page: MatterPage, unit: string | undefined) {
  const { region, matter, stage, answerable, timeline } = page;
  if (answerable?.unit !== unit) return undefined;
  const pressing = mostPressing(page);
  const duty = pressing && dutyOf(pressing.clock, stage);
  const asked = duty && typeof duty.opens === 'object' && 'paper' in duty.opens ? (duty.opens.paper as PaperCode) : undefined;
  const rests = new Set(timeline.map(({ type }) => type));
  const ready = asked !== 'F23' || stage !== 'inProgress' || (rests.has('PetitionerHeard') && rests.has('InvestigationRecorded'));
  if (!asked || !ready) return undefined;
  return {
    label: stage === 'opinionIssued' || stage === 'replied' ? `发出${CATALOGUE[asked].name}` : `起草${CATALOGUE[asked].name}`,
    to: `/matters/${region}/${matter}/draft/${asked}`,
  };
}
