import { addDays } from '#kernel/dates.ts';
import type { WithdrawalCommand } from '#contexts/casework/domain/ways/withdrawal/commands.ts';
import type { Makers, Making } from './making.ts';

export function withdrawalMakers({ matter, today, units, handler, grounds, below, pick, yes, as }: Making): Makers<WithdrawalCommand> {
  return {
    requestWithdrawal: () => ({ type: 'requestWithdrawal', statement: grounds, ...as(yes() ? '信访人' : handler) }),
    confirmWithdrawal: () => ({
      type: 'confirmWithdrawal',
      answer: pick(['free', 'free', 'free', 'free', 'pressured', 'unclear'] as const),
      record: grounds,
      publicInterest: yes(),
      ...((matter.opening?.people ?? 1) > 1 && { everybody: below(4) > 0 }),
      ...(below(4) > 0 && { duty: grounds, dutyDueOn: addDays(today, 20) }),
      ...as(pick([matter.petitionDept ?? units.government, matter.petitionDept ?? units.government, units.government, handler]), '回访人'),
    }),
    undoWithdraw: () => ({ type: 'undoWithdraw', statement: grounds, ...as('信访人') }),
    lapseWithdrawal: () => ({ type: 'lapseWithdrawal', ...as('系统') }),
    recordNoSuccessor: () => ({ type: 'recordNoSuccessor', reviewer: '审查人', grounds, ...as(handler) }),
  };
}
