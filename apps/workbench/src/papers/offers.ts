/** Which papers one would write at which stage; the server has the last word. */
import type { MatterPage } from '#contexts/casework/contract.ts';
import type { Stage } from '#contexts/casework/domain/stages.ts';
import { CATALOGUE } from '#contexts/documents/domain/catalogue.ts';
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

/** What the opinion must rest on and is not yet on record (第三十一条第六项); any other paper may be begun at once. */
export function restsOn(paper: string, { stage, timeline }: Pick<MatterPage, 'stage' | 'timeline'>): string[] {
  if (paper !== 'F23' || stage !== 'inProgress') return [];
  const told = new Set(timeline.map(({ type }) => type));
  return [...(told.has('PetitionerHeard') ? [] : ['听取信访人陈述']), ...(told.has('InvestigationRecorded') ? [] : ['调查核实'])];
}

/** On a button: the words of the desk's row, with the paper's full name where it is still to be written. */
export const paperLabel = (paper: string, owed: string): string =>
  /^(出具|作出|重新作出|提出)/.test(owed) ? `起草${CATALOGUE[paper as PaperCode].name}` : owed;
