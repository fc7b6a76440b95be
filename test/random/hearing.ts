import { addDays } from '#kernel/dates.ts';
import type { HearingCommand } from '#contexts/casework/domain/ways/hearing/commands.ts';
import { openHearing } from '#contexts/casework/domain/ways/hearing/decide.ts';
import { answerableOrgan } from '#contexts/casework/domain/matter.ts';
import type { Makers, Making } from './making.ts';

/** Hearings that are announced in time and too late, held on their day and on another. */
export function hearingMakers({ matter, today, grounds, below, pick, yes, as, handler }: Making): Makers<HearingCommand> {
  const organ = () => as(answerableOrgan(matter) ?? handler, '听证人');
  const { on: planned, seats = 3 } = openHearing(matter, 'scheduled') ?? {};
  return {
    tellHearingRight: () => ({ type: 'tellHearingRight', told: grounds, ...organ() }),
    applyForHearing: () => ({ type: 'applyForHearing', grounds, ...as('信访人') }),
    declineHearing: () => ({ type: 'declineHearing', grounds, ...organ() }),
    challengePanel: () => ({ type: 'challengePanel', ...(yes() && { seat: 1 + below(4) }), interest: grounds, newGround: yes(), ...as('信访人') }),
    decideHearing: () => ({ type: 'decideHearing', ground: pick(['major', 'complex', 'difficult'] as const), grounds, ...organ() }),
    scheduleHearing: () => ({
      type: 'scheduleHearing',
      on: addDays(today, 5 + below(15)),
      place: grounds,
      open: yes(),
      closedGround: 'privacy',
      host: pick(['主持人', '另一名主持人']),
      seats: 3 + below(3),
      members: grounds,
      challenge: grounds,
      ...organ(),
    }),
    holdHearing: () => ({
      type: 'holdHearing',
      on: planned && below(5) > 0 ? planned : today,
      attended: grounds,
      minutes: grounds,
      agree: Math.ceil(seats / 2),
      disagree: below(2),
      ...(yes() && { dissent: grounds }),
      ...organ(),
    }),
    reportHearing: () => ({ type: 'reportHearing', report: grounds, ...organ() }),
    cancelHearing: () => ({ type: 'cancelHearing', grounds, ...organ() }),
  };
}
