import { addDays } from '#kernel/dates.ts';
import type { CollectiveCommand } from '#contexts/casework/domain/ways/collective/commands.ts';
import type { Makers, Making } from './making.ts';

export function collectiveMakers({ matter, today, units, grounds, below, pick, yes, as }: Making): Makers<CollectiveCommand> {
  const member = () => pick([...Object.keys(matter.collective?.members ?? {}), `成员${below(8)}`]);
  const own = () => as(below(4) === 0 ? pick([units.petition, ...units.handlers]) : '信访人'); // an office tries as well, and is refused
  return {
    openRoster: () => ({ type: 'openRoster', representatives: 1 + below(7), ...as(yes() ? '信访人' : (matter.desk ?? units.petition)) }),
    joinRoster: () => ({ type: 'joinRoster', member: member(), card: grounds, ...own() }),
    leaveRoster: () => ({ type: 'leaveRoster', member: member(), ...own() }),
    answerWithdrawal: () => ({ type: 'answerWithdrawal', member: member(), agrees: below(4) > 0, ...own() }),
    signAsMember: () => ({ type: 'signAsMember', member: member(), parts: ['commitment/1'], until: addDays(today, below(10)), ...own() }),
    cancelAsMember: () => ({ type: 'cancelAsMember', member: member(), ...own() }),
  };
}
