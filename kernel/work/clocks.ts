/** The clocks of a piece of work: a fold over its actions, with the rules under which it began. */
import { advance, recalculate, stopAll } from '../clocks/engine.ts';
import type { Readings } from '../clocks/reading.ts';
import { replay } from '../decider.ts';
import type { Law } from '../law.ts';
import { isActionType } from '../vocabulary.ts';
import { evolve, NO_WORK } from './decide.ts';
import type { WorkAction, WorkKind } from './kind.ts';

export type CountedWork = WorkAction & { readonly calendar: string };

export function workClocks(kind: WorkKind, all: readonly CountedWork[], law: Law): Readings {
  const actions = all.filter(({ step, type }) => step !== undefined || type === 'TermsRecounted'); // papers of the work move none of its clocks
  let readings: Readings = {};
  actions.forEach((action, nth) => {
    const { type, at, by, calendar, assignment, part, period, on, dueOn } = action;
    if (type === 'TermsRecounted') {
      readings = recalculate(readings, calendar, law);
      return;
    }
    const work = replay({ initial: NO_WORK, evolve }, actions.slice(0, nth + 1));
    if (isActionType(type)) {
      const happening = {
        type,
        at,
        calendar,
        unit: by.unit,
        ...(assignment && { assignment }),
        ...(part && { part }),
        ...(period && { period }),
        ...(on && { on }),
        ...(dueOn && { dueOn }),
      };
      const before = readings;
      readings = advance(readings, happening, { kinds: new Set([kind.countsAs ?? 'work']), facts: new Set(), holders: kind.holders(work) }, law);
      readings = told(kind, before, readings);
    }
    const isOver = kind.stages[action.stage]?.open === false; // whatever ended it, of the vocabulary or not
    if (isOver) readings = stopAll(readings, { at, ...(isActionType(type) && { type }) });
  });
  return readings;
}

/** What the paper of a beginning clock names is told from that day on. */
function told({ tells = [] }: WorkKind, before: Readings, after: Readings): Readings {
  const begun = Object.values(after).filter(({ key, clock }) => tells.includes(clock) && !before[key]);
  return begun.length === 0 ? after : { ...after, ...Object.fromEntries(begun.map((reading) => [reading.key, { ...reading, toldOn: reading.legalOn }])) };
}
