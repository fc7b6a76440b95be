import { answerableOrgan, type Matter } from '#contexts/casework/index.ts';
import type { Readings } from '#kernel/clocks/reading.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Recorded } from '#platform/history.ts';
import type { Station, StationKey } from '../domain/progress.ts';

type Stage = Matter['stage'];

/** The line that a matter travels, by what it is and where it went. */
const CLAIM: readonly StationKey[] = ['registered', 'sent', 'accepted', 'handling', 'answered', 'performed'];
const REVIEW: readonly StationKey[] = ['registered', 'sent', 'accepted', 'handling', 'answered', 'reviewed', 'performed'];
const RECHECK: readonly StationKey[] = ['registered', 'sent', 'accepted', 'handling', 'answered', 'reviewed', 'rechecked', 'performed'];
const LINES: Partial<Record<Stage, readonly StationKey[]>> = {
  studying: ['registered', 'sent', 'accepted', 'studying', 'answered', 'concluded'],
  routed: ['registered', 'sent', 'followed', 'concluded'],
  merged: ['registered', 'merged'],
  guided: ['registered', 'guided'],
  notAccepted: ['registered', 'sent', 'declined'],
  furtherRefused: ['registered', 'declined'],
  reviewRequested: REVIEW,
  underReview: REVIEW,
  reviewIssued: REVIEW,
  reviewDispatched: REVIEW,
  reviewDelivered: REVIEW,
  recheckRequested: RECHECK,
  underRecheck: RECHECK,
  recheckIssued: RECHECK,
  recheckDispatched: RECHECK,
};

/** Which station a stage is at. In an end stage the whole line is done. */
const AT: Record<Stage, StationKey> = {
  unknown: 'registered',
  registered: 'sent',
  triaged: 'sent',
  awaitingLeadership: 'sent',
  awaitingAcceptance: 'accepted',
  objectionPending: 'accepted',
  jurisdictionPending: 'accepted',
  accepted: 'handling',
  inProgress: 'handling',
  studying: 'studying',
  agreed: 'performed',
  withdrawn: 'handling',
  opinionIssued: 'answered',
  opinionDispatched: 'answered',
  opinionDelivered: 'performed',
  reviewRequested: 'reviewed',
  underReview: 'reviewed',
  reviewIssued: 'reviewed',
  reviewDispatched: 'reviewed',
  reviewDelivered: 'performed',
  recheckRequested: 'rechecked',
  underRecheck: 'rechecked',
  recheckIssued: 'rechecked',
  recheckDispatched: 'rechecked',
  performing: 'performed',
  replied: 'answered',
  routed: 'followed',
  merged: 'merged',
  guided: 'guided',
  notAccepted: 'declined',
  furtherRefused: 'declined',
  concluded: 'concluded',
  archived: 'concluded',
  sealed: 'concluded', // never shown: what is sealed has no line
};

/** The act that left a station behind (where it may go without that one, the act that then did), and the clock that said by when. */
const LEFT_BY: Record<StationKey, { readonly acts: readonly string[]; readonly clocks: readonly ClockId[]; readonly orElse?: readonly string[] }> = {
  registered: { acts: ['MatterOpened'], clocks: [] },
  sent: { acts: ['MatterReferred', 'MatterAssigned', 'MatterReassigned'], clocks: ['A03'], orElse: ['MatterAccepted'] },
  accepted: { acts: ['MatterAccepted', 'MatterRouted'], clocks: ['A06', 'A05', 'A48'] },
  handling: { acts: ['OpinionIssued'], clocks: ['A14'] },
  studying: { acts: ['SuggestionReplyIssued'], clocks: ['A22'] },
  followed: { acts: ['OtherProcedureEnded'], clocks: ['A36'] },
  answered: { acts: ['OpinionDelivered', 'SuggestionReplyDelivered'], clocks: [] },
  reviewed: { acts: ['ReviewOpinionDelivered'], clocks: ['A18'] },
  rechecked: { acts: ['RecheckOpinionDelivered'], clocks: ['A20'] },
  performed: { acts: ['PerformanceVerified', 'MatterConcluded'], clocks: ['A27'] },
  concluded: { acts: ['MatterConcluded'], clocks: [] },
  guided: { acts: ['VisitorGuided'], clocks: [] },
  declined: { acts: ['MatterDeclined', 'FurtherAcceptanceRefused'], clocks: [] },
  merged: { acts: ['DuplicateAttached'], clocks: [] },
};

export function stationsOf(matter: Matter, past: readonly Recorded[], nameOf: (unit: string) => string): Station[] {
  const line = lineOf(matter, past);
  const ended = answerableOrgan(matter) === null;
  const here = ended ? line.length : Math.max(0, line.indexOf(AT[matter.stage]));
  return line.map((key, index): Station => {
    const state = index < here ? 'done' : index === here ? 'now' : 'to';
    const on = state === 'done' ? (key === 'registered' ? matter.firstReceipt : leftOn(past, key)) : undefined;
    const due = dueOf(matter.clocks, LEFT_BY[key].clocks, state);
    const sentTo = key === 'sent' && state === 'done' ? matter.assignments.at(-1)?.to : undefined;
    return { key, state, ...(on && { on }), ...(due && { due }), ...(sentTo && { unit: nameOf(sentTo) }) };
  });
}

function lineOf({ stage, classification, route, review, recheck }: Matter, past: readonly Recorded[]): readonly StationKey[] {
  const own = LINES[stage];
  if (own) return own;
  if (classification?.kind === 'suggestion') return LINES.studying!;
  const led = past.findLast(({ type }) => type === 'MatterRouted' || type === 'MatterAccepted')?.type === 'MatterRouted';
  if (led && route !== 'petitionProcedure') return LINES.routed!;
  return recheck ? RECHECK : review ? REVIEW : CLAIM;
}

const leftOn = (past: readonly Recorded[], key: StationKey) => dateOf(past, LEFT_BY[key].acts) ?? dateOf(past, LEFT_BY[key].orElse ?? []);

const dateOf = (past: readonly Recorded[], acts: readonly string[]): PlainDate | undefined => {
  const last = past.findLast(({ type }) => acts.includes(type));
  return last && dateInChina(last.at);
};

/** The newest count of it; where the matter is now or comes again, only one that still runs. */
function dueOf(readings: Readings, clocks: readonly ClockId[], state: Station['state']): PlainDate | undefined {
  const counts = Object.values(readings).filter(({ clock, stoppedOn }) => clocks.includes(clock) && (state === 'done' || !stoppedOn));
  return counts.sort((one, other) => (one.startedOn < other.startedOn ? 1 : -1))[0]?.legalOn;
}
