/** The clock of a complaint (E05): answered within the term by the organ outside the unit. */
import { advance, recalculate } from '#kernel/clocks/engine.ts';
import type { Reading, Readings } from '#kernel/clocks/reading.ts';
import type { Law } from '#kernel/law.ts';
import type { ComplaintAction } from './complaint.ts';

type Counted = ComplaintAction & { readonly calendar: string };

export function complaintClocks(actions: readonly Counted[], law: Law): Readings {
  const organ = actions.find((action) => action.type === 'ConductComplaintReceived')?.organ;
  const situation = { kinds: new Set(['work'] as const), facts: new Set<never>(), holders: { ...(organ && { superiorOrgan: organ }), petitioner: '信访人' } };
  const start: Readings = {};
  return actions.reduce((clocks, { type, at, by, calendar }) => {
    if (type === 'TermsRecounted') return recalculate(clocks, calendar, law);
    return advance(clocks, { type, at, calendar, unit: by.unit }, situation, law);
  }, start);
}

export const complaintClock = (actions: readonly Counted[], law: Law): Reading | undefined =>
  Object.values(complaintClocks(actions, law)).find(({ clock }) => clock === 'E05');
