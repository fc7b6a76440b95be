/** Which papers one would write at which stage; the server has the last word. */
import type { MatterPage } from '#contexts/casework/contract.ts';
import type { Stage } from '#contexts/casework/domain/stages.ts';
import { CATALOGUE } from '#contexts/documents/domain/catalogue.ts';
import type { PaperCode } from '#contexts/documents/domain/kind.ts';

const REFERRED: readonly PaperCode[] = ['F06', 'F04', 'F05'];
const HANDLING: readonly PaperCode[] = ['F23', 'F07', 'F17', 'F15', 'F16', 'F32'];
const AFTER: readonly PaperCode[] = ['F32', 'F59'];

const OFFERS: Readonly<Partial<Record<Stage, readonly PaperCode[]>>> = {
  registered: ['F60'],
  triaged: ['F11', 'F60'],
  awaitingAcceptance: ['F06', 'F04', 'F05', 'F12'],
  objectionPending: ['F13', 'F12'],
  accepted: ['F07', ...REFERRED],
  inProgress: HANDLING,
  studying: ['F25', 'F07', 'F17', 'F32'],
  opinionIssued: AFTER,
  opinionDispatched: AFTER,
  opinionDelivered: AFTER,
  performing: AFTER,
  replied: ['F32'],
  routed: ['F10'],
  guided: ['F11'],
  notAccepted: ['F08'],
  merged: ['F60'],
  concluded: ['F32', 'F50'],
};

export const offersAt = (stage: Stage) => (OFFERS[stage] ?? []).map((code) => ({ code, name: CATALOGUE[code].name }));

/** The paper that this unit owes next, once what it must rest on is recorded: the one primary button of the page. */
export function paperDue({ region, matter, stage, answerable, timeline }: MatterPage, unit: string | undefined) {
  const code: PaperCode | undefined = stage === 'studying' ? 'F25' : stage === 'inProgress' ? 'F23' : undefined;
  const rests = new Set(timeline.map(({ type }) => type));
  if (!code || answerable?.unit !== unit) return undefined;
  if (code === 'F23' && !(rests.has('PetitionerHeard') && rests.has('InvestigationRecorded'))) return undefined;
  return { name: CATALOGUE[code].name, to: `/matters/${region}/${matter}/draft/${code}` };
}
