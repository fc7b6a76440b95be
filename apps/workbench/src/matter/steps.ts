/** The line of progress: what has happened with its date, where it stands, what is to come. */
import type { MatterPage } from '#contexts/casework/contract.ts';
import { dateOf } from '../shared/dates.ts';
import { type ActionName, STEPS, type StepName, STEP_OF } from './step-table.ts';

export interface Step {
  readonly name: string;
  readonly on?: string;
  readonly state: 'done' | 'now' | 'next' | 'right';
}

const CLAIM: readonly StepName[] = ['received', 'sent', 'accept', 'handle', 'opinion', 'delivery', 'review', 'recheck', 'perform', 'file'];
const SUGGESTION: readonly StepName[] = ['received', 'sent', 'accept', 'study', 'reply', 'file'];
const PROCEDURE: readonly StepName[] = ['received', 'sent', 'accept', 'procedure', 'file'];
const AGREEMENT: readonly StepName[] = ['received', 'sent', 'accept', 'handle', 'agreement', 'file'];

export function stepsOf({ kind, stage, timeline, receivedAt }: Pick<MatterPage, 'kind' | 'stage' | 'timeline' | 'receivedAt'>): Step[] {
  const acts = [...timeline].sort((one, other) => one.n - other.n);
  const last = new Map(acts.map(({ type, at }) => [type, dateOf(at)]));
  const doneOn = (step: StepName) => (step === 'received' ? dateOf(receivedAt) : STEPS[step].by.map((type) => last.get(type)).find(Boolean));
  const newest = (...types: readonly ActionName[]) => acts.findLast(({ type }) => (types as readonly string[]).includes(type))?.type;
  const step = (name: StepName, state: Step['state']): Step => {
    const on = doneOn(name);
    return { name: nameOf(name, newest), state, ...(state === 'done' && on && { on }) };
  };

  const here = STEP_OF[stage];
  const way = wayOf(kind, here, newest);
  const at = way.indexOf(here);
  const isOver = stage === 'archived';
  if (at >= 0) {
    return way.map((name, place) => step(name, place < at || (isOver && place === at) ? 'done' : place === at ? 'now' : STEPS[name].right ? 'right' : 'next'));
  }
  // A step beside the way: what was done before it, then where it stands; what was to come is left out where it ends there.
  const before = way.filter((name) => doneOn(name) !== undefined && name !== 'file');
  const after = STEPS[here].ends ? [] : way.slice(before.length);
  return [...before.map((name) => step(name, 'done')), step(here, 'now'), ...after.map((name) => step(name, STEPS[name].right ? 'right' : 'next'))];
}

/** Which way it takes, by what was done last of what parts the ways. */
function wayOf(kind: MatterPage['kind'], here: StepName, newest: (...types: readonly ActionName[]) => string | undefined): readonly StepName[] {
  if (here === 'procedure' || newest('MatterRouted', 'MatterReopened', 'MatterAccepted', 'OtherProcedureEnded') === 'MatterRouted') return PROCEDURE;
  if (here === 'agreement' || newest('AgreementSigned', 'AgreementBroken', 'OpinionIssued') === 'AgreementSigned') return AGREEMENT;
  return kind === 'suggestion' ? SUGGESTION : CLAIM;
}

/** What is being done inside a step, where that has a name of its own. */
function nameOf(step: StepName, newest: (...types: readonly ActionName[]) => string | undefined): string {
  const { name } = STEPS[step];
  if (step === 'accept' && newest('JurisdictionDisputed', 'JurisdictionDecided') === 'JurisdictionDisputed') return '受理争议';
  if (step !== 'handle') return name;
  if (newest('MatterRemanded', 'OpinionIssued') === 'MatterRemanded') return '重新办理';
  if (newest('HearingScheduled', 'HearingReported', 'HearingCancelled') === 'HearingScheduled') return '听证';
  if (newest('MediationStarted', 'MediationFailed', 'AgreementSigned') === 'MediationStarted') return '调解';
  if (newest('LeadAgreed', 'JurisdictionDecided', 'MatterReassigned') === 'LeadAgreed') return '会同办理';
  return newest('SimpleChosen', 'ConvertedToOrdinary') === 'SimpleChosen' ? '简易办理' : name;
}
