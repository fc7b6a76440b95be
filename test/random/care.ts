import type { CareCommand } from '#contexts/casework/domain/ways/care/commands.ts';
import { roundOf } from '#contexts/casework/domain/ways/review/outcome.ts';
import { REVIEWERS } from './review.ts';
import type { Makers, Making } from './making.ts';

export function careMakers({ matter, units, handler, grounds, below, pick, yes, as }: Making): Makers<CareCommand> {
  const recusals = matter.recusals ?? [];
  const pending = recusals.findIndex(({ state }) => state === 'pending');
  const challenged = pick(['承办人', '承办人', '旁人', `${handler}的人`]);
  const organ = roundOf(matter)?.organ;
  const above = recusals[pending]?.above;
  return {
    requestRecusal: () => ({
      type: 'requestRecusal',
      ...(!organ && { person: challenged }),
      interest: grounds,
      headConcerned: below(6) === 0,
      newGround: yes(),
      ...as(yes() ? '信访人' : (organ ?? handler)),
    }),
    passRecusalUp: () => ({ type: 'passRecusalUp', no: pending + 1, grounds, ...as(recusals[pending]?.unit ?? handler, '同事') }),
    decideRecusal: () => ({
      type: 'decideRecusal',
      no: pending + 1,
      recused: below(organ ? 2 : 4) === 0,
      ...(!((organ && yes()) || above) && { successor: { person: organ ? pick(REVIEWERS) : '接手的人', card: grounds } }),
      grounds,
      ...as(above && below(5) > 0 ? above : (recusals[pending]?.unit ?? handler), above ? '上一级的负责人' : '负责人'),
    }),
    flagUrgent: () => ({ type: 'flagUrgent', what: grounds, ...as(handler) }),
    reportUrgent: () => ({ type: 'reportUrgent', to: pick(['level', 'upward'] as const), evidence: grounds, ...as(matter.petitionDept ?? handler) }),
    offerHelp: () => ({ type: 'offerHelp', what: grounds, ...as(pick([handler, units.government])) }),
  };
}
