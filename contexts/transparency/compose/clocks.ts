import { getCalendar, restDays } from '#kernel/calendar.ts';
import { CLOCKS } from '#kernel/clocks/index.ts';
import type { Reading, Readings } from '#kernel/clocks/reading.ts';
import { addDays, dateInChina, earlier, type PlainDate } from '#kernel/dates.ts';
import type { Law } from '#kernel/law.ts';
import type { PublicClock } from '../domain/progress.ts';

/** Between offices only, or shown elsewhere on the page. Every other clock is the petitioner's to see. */
const INTERNAL: ReadonlySet<string> = new Set(['A01', 'A02', 'A07', 'A10', 'A16', 'A24', 'A28', 'A29', 'B06', 'D12', 'D15', 'E07']);

export const isPublicClock = (clock: string): boolean => !INTERNAL.has(clock);

/** The clocks of a matter for its petitioner: the running ones first, the strictest of them at the top. */
export function publicClocks(
  readings: Readings,
  law: Law,
  holderOf: (reading: Reading) => string,
  spentOf: (reading: Reading) => PlainDate | undefined = () => undefined,
): PublicClock[] {
  return Object.values(readings)
    .filter(({ clock }) => isPublicClock(clock) && CLOCKS[clock].type !== 'extension' && CLOCKS[clock].type !== 'suspension')
    .filter((reading) => law.terms[reading.clock])
    .sort(byUrgency)
    .map((reading) => {
      const spentOn = spentOf(reading);
      return { ...publicClock(reading, law, holderOf), ...(spentOn && { spentOn }) };
    });
}

function publicClock(reading: Reading, law: Law, holderOf: (reading: Reading) => string): PublicClock {
  const { clock, startedOn, startedBy, startedAt, targetOn, targetAt, legalOn, promisedOn, stoppedOn, outcome, provisional, role } = reading;
  const rule = CLOCKS[clock];
  const term = law.terms[clock]!;
  const rest = restOf(reading, law);
  return {
    id: clock,
    type: rule.type,
    holder: holderOf(reading),
    mine: role === 'petitioner' || rule.type === 'right',
    startedOn,
    startedBy,
    actedOn: dateInChina(startedAt),
    length: term.length,
    targetOn,
    legalOn,
    ...(targetAt && { hours: { from: startedAt.toISOString(), to: targetAt.toISOString() } }),
    ...(promisedOn && { promisedOn }),
    ...(rest && { rest }),
    extended: reading.extendedDays,
    suspended: reading.suspendedDays,
    provisional,
    ...(stoppedOn && { stoppedOn }),
    ...(outcome && { outcome }),
    article: rule.article,
    dutyEvidence: term.dutyEvidence,
    lengthEvidence: term.lengthEvidence,
  };
}

/** The holiday or weekend that the last day was carried over. */
function restOf({ targetOn, legalOn, calendar }: Reading, law: Law): PublicClock['rest'] {
  if (legalOn <= targetOn) return undefined;
  const days = restDays(getCalendar(law.calendars, calendar), targetOn, legalOn);
  const named = days.find(({ name }) => name !== '周末') ?? days[0];
  return named && { name: named.name, from: targetOn, to: addDays(legalOn, -1) };
}

function byUrgency(one: Reading, other: Reading): number {
  if (!one.stoppedOn !== !other.stoppedOn) return one.stoppedOn ? 1 : -1;
  const dueOf = ({ targetOn, promisedOn }: Reading) => (promisedOn ? earlier(targetOn, promisedOn) : targetOn);
  return dueOf(one) < dueOf(other) ? -1 : 1;
}
