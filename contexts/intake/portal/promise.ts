import { isProvisional, workingDayFrom, type Calendar } from '#kernel/calendar.ts';
import { addDays, dateInChina } from '#kernel/dates.ts';
import type { Receipt } from './domain/filing.ts';

/** The first date that the law gives a petitioner: 15 days to be sent to the right unit (条例第二十二条), clock A03. */
export function firstPromise(calendar: Calendar, received: Date): Receipt['next'] {
  const from = dateInChina(received);
  const counted = addDays(from, 15);
  const last = workingDayFrom(calendar, counted);
  return { from, counted, last, provisional: isProvisional(calendar, from, last) };
}
