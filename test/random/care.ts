import type { CareCommand } from '#contexts/casework/domain/ways/care/commands.ts';
import { roundOf } from '#contexts/casework/domain/ways/review/outcome.ts';
import { REVIEWERS } from './review.ts';
import type { Makers, Making } from './making.ts';

export function careMakers({ matter, units, handler, grounds, below, pick, yes, as }: Making): Makers<CareCommand> {
  const recusals = matter.recusals ?? [];
  const pending = recusals.findIndex(({ state }) => state === 'pending');
  const challenged = pick(['承办人', '承办人', '旁人', `${handler}的人`]);
  const organ = roundOf(matter)?.organ;
  return {
    requestRecusal: () => ({ type: 'requestRecusal', ...(!organ && { person: challenged }), interest: grounds, ...as(yes() ? '信访人' : (organ ?? handler)) }),
    decideRecusal: () => ({
      type: 'decideRecusal',
      no: pending + 1,
      recused: below(organ ? 2 : 4) === 0,
      ...(!(organ && yes()) && { successor: { person: organ ? pick(REVIEWERS) : '接手的人', card: grounds } }),
      grounds,
      ...as(recusals[pending]?.unit ?? handler, '负责人'),
    }),
    flagUrgent: () => ({ type: 'flagUrgent', what: grounds, ...as(handler) }),
    reportUrgent: () => ({ type: 'reportUrgent', to: pick(['level', 'upward'] as const), evidence: grounds, ...as(matter.petitionDept ?? handler) }),
    offerHelp: () => ({ type: 'offerHelp', what: grounds, ...as(pick([handler, units.government])) }),
  };
}
