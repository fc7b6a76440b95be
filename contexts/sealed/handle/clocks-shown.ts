import { explain } from '#kernel/clocks/explain.ts';
import { dueOn } from '#kernel/clocks/light.ts';
import type { Reading, Readings } from '#kernel/clocks/reading.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import type { Law } from '#kernel/law.ts';
import type { SealedPage } from '../contract.ts';
import { newestOf } from '../domain/clocks.ts';

/** What the sealed line looks at every day: transfer, receipt, what the reporter is owed, what goes to the other level, the reports. The others run beside. */
const SHOWN = ['A10', 'A03', 'A35', 'A29', 'A28', 'B09', 'B10', 'B07', 'B08', 'A43'] as const satisfies readonly ClockId[];

export function clocksShown(clocks: Readings, law: Law): SealedPage['clocks'] {
  return SHOWN.map((clock) => newestOf(clocks, clock))
    .filter((reading): reading is Reading => reading !== undefined)
    .sort((one, other) => Number(one.stoppedOn !== undefined) - Number(other.stoppedOn !== undefined)) // what still runs stands first
    .map((reading) => {
      const { clock, key, startedOn, legalOn, stoppedOn, outcome, provisional } = reading;
      const { name, standing, lines } = explain(reading, law);
      return {
        clock,
        key,
        name,
        startedOn,
        lightOn: dueOn(reading),
        legalOn,
        stoppedOn: stoppedOn ?? null,
        outcome: outcome ?? null,
        provisional,
        standing,
        lines: lines.map(({ word, text }) => ({ word, text })),
      };
    });
}
