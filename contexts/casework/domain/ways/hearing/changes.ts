import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import { newestOf } from '../../clocks.ts';
import type { Matter } from '../../matter.ts';
import { instanceOf } from '../review/outcome.ts';
import type { Changes } from '../rule.ts';
import type { HearingAction } from './actions.ts';
import type { Hearing } from './state.ts';

/** What each action changes in a matter. */
export const HEARING_CHANGES: Changes<HearingAction> = {
  HearingApplied: (matter, { part }) => ({ hearings: [...others(matter, part), begun(matter, part, 'applied')] }),
  HearingDecided(matter, { part, at }) {
    const first = !(matter.hearings ?? []).some(({ instance, decidedOn }) => instance === 'recheck' && decidedOn);
    const known = (matter.hearings ?? []).find(({ id }) => id === part) ?? begun(matter, part, 'decided');
    const decidedOn = dateInChina(at);
    const suspends = instanceOf(matter) === 'recheck' && first && isInTerm(matter, decidedOn);
    const decided = { ...known, state: 'decided' as const, decidedOn, suspends };
    return { hearings: [...others(matter, part), decided] };
  },
  HearingScheduled: (matter, { part, on, host, seats, closedGround }) => {
    const known = matter.hearings?.find(({ id }) => id === part);
    const { closed: _, notices: __, ...hearing } = known ?? begun(matter, part, 'decided'); // whoever was told the old day is told anew
    const panel = { organ: organOf(matter), state: 'scheduled' as const, on, host, seats, panels: (known?.panels ?? 0) + 1 };
    return { hearings: [...others(matter, part), { ...hearing, ...panel, ...(closedGround && { closed: closedGround }) }] };
  },
  HearingHeld: (matter, { part, on }) => amended(matter, part, { state: 'held', on }),
  HearingReported: (matter, { part }) => amended(matter, part, { state: 'reported' }),
  HearingCancelled: (matter, { part, declined }) => amended(matter, part, { state: 'cancelled', ...(declined && { declined }) }),
};

const begun = (matter: Matter, id: string, state: Hearing['state']): Hearing => ({
  id,
  instance: instanceOf(matter),
  organ: organOf(matter),
  state,
  suspends: false,
  toldStart: false,
  toldEnd: false,
});

function organOf(matter: Matter): string {
  const instance = instanceOf(matter);
  return (instance === 'handling' ? matter.handlingUnit : matter[instance]?.organ) ?? '';
}

const others = ({ hearings = [] }: Matter, part: string) => hearings.filter(({ id }) => id !== part);

/** What has run out is not suspended any more, and nobody is told that it is (第三十六条第二款). */
function isInTerm({ clocks }: Matter, today: PlainDate): boolean {
  const term = newestOf(clocks, 'A20');
  return term !== undefined && !term.stoppedOn && today <= term.legalOn;
}

/** A notice that went out for the day and the panel that stand now. */
export function announced(matter: Matter, part: string, document: string): Partial<Matter> {
  const known = matter.hearings?.find(({ id }) => id === part)?.notices ?? [];
  return amended(matter, part, { notices: [...new Set([...known, document])] });
}

export function amended({ hearings = [] }: Matter, part: string, more: Partial<Hearing>): Partial<Matter> {
  return { hearings: hearings.map((one) => (one.id === part ? { ...one, ...more } : one)) };
}
