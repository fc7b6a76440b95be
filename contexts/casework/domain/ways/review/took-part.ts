import type { MatterAction } from '../../actions.ts';
import { against } from '../../decide/sentences.ts';
import type { Matter } from '../../matter.ts';
import { instanceOf } from './outcome.ts';
import type { TookPart } from './state.ts';

/** Acts by which a person takes part in finding the answer; carrying papers and keeping the desk are not among them. */
const TAKING_PART: ReadonlySet<MatterAction['type']> = new Set<MatterAction['type']>([
  'HandlingStarted',
  'InvestigationRecorded',
  'PetitionerHeard',
  'HandlingExtended',
  'OpinionIssued',
  'ReviewAccepted',
  'RecheckAccepted',
  'ReviewOfficerReplaced',
  'ReviewRefused',
  'RecheckRefused',
  'ReviewOpinionIssued',
  'RecheckOpinionIssued',
  'HearingScheduled',
  'HearingHeld',
  'HearingReported',
]);

/** Who took part in which stage, after one more act: whoever did it, and whom it names. */
export function tookPartAfter(before: Matter, action: MatterAction): { tookPart: TookPart } | undefined {
  if (!TAKING_PART.has(action.type)) return undefined;
  const instance = instanceOf(before);
  const named = 'handler' in action ? action.handler.person : 'officer' in action ? action.officer?.person : 'host' in action ? action.host : undefined;
  const known = before.tookPart?.[instance] ?? [];
  const persons = [...new Set([...known, action.by.person, ...(named ? [named] : [])])];
  return { tookPart: { ...before.tookPart, [instance]: persons } };
}

/**
 * Whoever handled it, or carried it out, asks nobody whether it was done: also not as a member, or
 * for some days the stand-in, of the unit that has to ask.
 *
 * @throws Refusal
 */
export function mustNotHaveHandled(matter: Pick<Matter, 'handler' | 'tookPart' | 'performedBy'>, person: string, article: string): void {
  const { handler, tookPart, performedBy } = matter;
  if (performedBy?.includes(person)) throw against('落实情况就是您报告的，不能再由您向信访人核实、回访。请换一名没有办过、没有落实过本件的人。', article);
  if (handler?.person === person || tookPart?.handling?.includes(person)) {
    throw against('您参加过本件的办理，不能再由您向信访人核实、回访。请换一名没有办过本件的人。', article);
  }
}
