import { isProvisional, workingDayFrom } from '#kernel/calendar.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Laws } from '#kernel/laws.ts';
import { lastDay } from '#kernel/lengths.ts';
import type { Receipt } from './domain/filing.ts';

/**
 * The first date that the law gives a petitioner: to be sent to the right unit
 * (条例第二十二条), clock A03, as long as the national pack in force says.
 */
export function firstPromise({ calendars, inForce }: Laws, received: Date): Receipt['next'] {
  const from = dateInChina(received);
  const length = inForce(from).terms.A03?.length;
  const counted = length && lastDay(length, from, calendars.current);
  if (!counted) throw new Error('The national pack gives A03 no length that can be counted');
  const last = workingDayFrom(calendars.current, counted);
  return { from, counted, last, provisional: isProvisional(calendars.current, from, last) };
}
