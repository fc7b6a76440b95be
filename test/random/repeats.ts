import type { RepeatsCommand } from '#contexts/casework/domain/ways/repeats/commands.ts';
import type { Makers, Making } from './making.ts';

export function repeatsMakers({ matter, units, grounds, pick, yes, as }: Making): Makers<RepeatsCommand> {
  return {
    recordRepeat: () => ({
      type: 'recordRepeat',
      earlier: { id: 'earlier', no: '先前的一件', open: yes(), rechecked: yes(), promised: yes() },
      sameFacts: yes(),
      sameReasons: yes(),
      aboutPromise: yes(),
      kind: pick(['insideTerm', 'afterRecheck', 'promiseNotKept', 'newFacts', 'again'] as const),
      grounds,
      ...as(matter.desk ?? units.petition, pick(['甲', '乙'])),
    }),
    appealRepeat: () => ({ type: 'appealRepeat', grounds, ...as('信访人') }),
  };
}
