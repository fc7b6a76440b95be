import type { CareCommand } from '#contexts/casework/domain/ways/care/commands.ts';
import type { Makers, Making } from './making.ts';

export function careMakers({ matter, units, handler, grounds, below, pick, yes, as }: Making): Makers<CareCommand> {
  const recusals = matter.recusals ?? [];
  const pending = recusals.findIndex(({ state }) => state === 'pending');
  const challenged = pick(['承办人', '承办人', '旁人', `${handler}的人`]);
  return {
    requestRecusal: () => ({ type: 'requestRecusal', person: challenged, interest: grounds, ...as(yes() ? '信访人' : handler) }),
    decideRecusal: () => ({
      type: 'decideRecusal',
      no: pending + 1,
      recused: below(4) === 0,
      successor: { person: '接手的人', card: grounds },
      grounds,
      ...as(recusals[pending]?.unit ?? handler, '负责人'),
    }),
    flagUrgent: () => ({ type: 'flagUrgent', what: grounds, ...as(handler) }),
    reportUrgent: () => ({ type: 'reportUrgent', to: pick(['level', 'upward'] as const), evidence: grounds, ...as(matter.petitionDept ?? handler) }),
    offerHelp: () => ({ type: 'offerHelp', what: grounds, ...as(pick([handler, units.government])) }),
  };
}
