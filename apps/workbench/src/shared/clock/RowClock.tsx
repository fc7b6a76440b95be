/** The clock of a row in a list: where none runs, that is said. */
import type { ClockId } from '#kernel/clocks/rule.ts';
import { ClockTag } from './ClockTag.tsx';
import { readClock } from './read.ts';
import { useInternal } from './useInternal.ts';

interface RowClockProps {
  row: { readonly clock: string | null; readonly lightOn: string | null; readonly legalOn: string | null };
  startedOn: string;
  today: string;
}

export function RowClock({ row: { clock, lightOn, legalOn }, startedOn, today }: RowClockProps) {
  const internal = useInternal();
  if (!clock || !lightOn || !legalOn) return <span className="mute">没有在走的期限</span>;
  const dates = { clock: clock as ClockId, startedOn, lightOn, legalOn, targetAt: null, internal: internal.has(clock) };
  return <ClockTag today={today} clock={readClock(dates, { today })} />;
}
