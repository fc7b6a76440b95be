import type { PlainDate } from '#kernel/dates.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';

/** One statutory term of one matter, and who answered for it when it ran out. */
export interface Term {
  readonly key: string;
  readonly clock: ClockId;
  readonly unit: string;
  readonly bornOn: PlainDate; // since when there is this term: of a late acceptance it is counted from before
  readonly legalOn: PlainDate;
  readonly stoppedOn?: PlainDate;
  readonly outcome?: 'kept' | 'late' | 'stopped';
}

/**
 * How the terms that ended in a period were kept, by unit and by term. There is
 * no figure of how many people wrote or came, and no order by one (不变量 43).
 */
export interface Figure {
  readonly unit: string;
  readonly clock: ClockId;
  readonly kept: number; // done by the legal day
  readonly broken: number; // done later, or not yet done although the day is over
}

export interface Period {
  readonly from: PlainDate; // of the legal days
  readonly until: PlainDate;
  readonly asOf: PlainDate; // what was not over on this day is not counted
}

/** What ended without having to be done, in time, counts nowhere: not as kept, not as broken (不变量 25). */
export function countFigures(terms: readonly Term[], { from, until, asOf }: Period): Figure[] {
  const figures = new Map<string, Figure>();
  for (const { unit, clock, bornOn, legalOn, stoppedOn, outcome } of terms) {
    if (legalOn < from || legalOn > until || bornOn > asOf) continue;
    const broken = legalOn < (stoppedOn && stoppedOn <= asOf ? stoppedOn : asOf);
    const kept = !broken && outcome === 'kept' && stoppedOn !== undefined && stoppedOn <= asOf;
    if (!kept && !broken) continue;
    const name = `${unit} ${clock}`;
    const before = figures.get(name) ?? { unit, clock, kept: 0, broken: 0 };
    figures.set(name, { ...before, kept: before.kept + (kept ? 1 : 0), broken: before.broken + (broken ? 1 : 0) });
  }
  return [...figures.values()];
}

/** Of nothing there is no rate: “—”, never 100 % (不变量 41). */
export function rateOf({ kept, broken }: Pick<Figure, 'kept' | 'broken'>): string {
  const all = kept + broken;
  return all === 0 ? '—' : `${((kept / all) * 100).toFixed(1)}%`;
}
