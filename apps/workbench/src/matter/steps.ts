/** The line of progress: what has happened with its date, where it stands, what is to come. */
import type { MatterPage } from '#contexts/casework/contract.ts';
import type { Stage } from '#contexts/casework/domain/stages.ts';
import { dateOf } from '../shared/dates.ts';

export interface Step {
  readonly name: string;
  readonly on?: string;
  readonly state: 'done' | 'now' | 'next' | 'right';
}

interface StepRule {
  readonly name: string;
  readonly by: readonly string[]; // the action that takes the matter over this step
  readonly at: readonly Stage[]; // the stages in which it is here
  readonly right?: true; // of the petitioner
}

const CLAIM: readonly StepRule[] = [
  { name: '收到', by: ['MatterOpened'], at: ['unknown'] },
  { name: '转交', by: ['MatterReferred', 'MatterAssigned'], at: ['registered', 'triaged'] },
  { name: '受理', by: ['MatterAccepted'], at: ['awaitingAcceptance', 'objectionPending'] },
  { name: '办理', by: ['OpinionIssued'], at: ['accepted', 'inProgress'] },
  { name: '意见书', by: ['OpinionDispatched'], at: ['opinionIssued'] },
  { name: '送达', by: ['OpinionDelivered'], at: ['opinionDispatched'] },
  {
    name: '复查',
    by: ['ReviewTermLapsed', 'ReviewOpinionDelivered', 'MatterConcluded'],
    at: ['opinionDelivered', 'reviewRequested', 'underReview', 'reviewIssued', 'reviewDispatched'],
    right: true,
  },
  {
    name: '复核',
    by: ['RecheckTermLapsed', 'RecheckOpinionDelivered', 'MatterConcluded'],
    at: ['reviewDelivered', 'recheckRequested', 'underRecheck', 'recheckIssued', 'recheckDispatched'],
    right: true,
  },
  { name: '落实', by: ['PerformanceVerified', 'MatterConcluded'], at: ['performing'] },
  { name: '归档', by: ['MatterArchived'], at: ['concluded'] },
];

const SUGGESTION: readonly StepRule[] = [
  ...CLAIM.slice(0, 3),
  { name: '研究', by: ['SuggestionReplyIssued'], at: ['accepted', 'studying'] },
  { name: '答复', by: ['SuggestionReplyDelivered'], at: ['replied'] },
  { name: '归档', by: ['MatterArchived'], at: ['concluded'] },
];

export function stepsOf({ kind, stage, timeline, receivedAt }: MatterPage): Step[] {
  const rules = kind === 'suggestion' ? SUGGESTION : CLAIM;
  const last = new Map([...timeline].sort((one, other) => one.n - other.n).map(({ type, at }) => [type, dateOf(at)]));
  const here = rules.findIndex(({ at }) => at.includes(stage));
  return rules.map(({ name, by, right }, at): Step => {
    const on = at === 0 ? dateOf(receivedAt) : by.map((type) => last.get(type)).find(Boolean);
    if (here === at) return { name, state: 'now' };
    if (here === -1 ? on !== undefined : at < here) return { name, state: 'done', ...(on && { on }) };
    return { name, state: right ? 'right' : 'next' };
  });
}
