import type { FastifyInstance } from 'fastify';
import { isWorkingDay } from '#kernel/calendar.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Term } from '#kernel/law.ts';
import { inChinese } from '#kernel/lengths.ts';
import { serve } from '#platform/http.ts';
import type { CaseworkNeeds } from '../handle.ts';
import { getCalendar, getRules } from './contract.ts';

/** Everybody who works here may see by what the days are counted. */
export function rulesRoutes(app: FastifyInstance, needs: Pick<CaseworkNeeds, 'lawOf' | 'packFor' | 'now'>): void {
  const lawFor = (region: string) => needs.lawOf(needs.packFor(region, dateInChina(needs.now())));

  serve(app, getRules, async ({ actor }) => {
    const { version, terms, promises, laxer, rollLastDay } = lawFor(actor.region);
    const rules = (Object.entries(terms) as [ClockId, Term][]).map(([clock, term]) => {
      const promise = promises[clock];
      return { clock, term: shown(term), promise: promise ? shown(promise) : null, laxer: laxer.has(clock) };
    });
    return {
      today: dateInChina(needs.now()),
      version,
      packs: version.split('+'),
      rules: rules.sort((one, other) => (one.clock < other.clock ? -1 : 1)),
      rollLastDay,
    };
  });

  serve(app, getCalendar, async ({ actor }) => {
    const calendar = lawFor(actor.region).calendars.current;
    const today = dateInChina(needs.now());
    const year = Number(today.slice(0, 4));
    const near = [...calendar.days.values()].filter(({ date }) => Math.abs(Number(date.slice(0, 4)) - year) <= 1);
    return {
      today,
      workingDay: isWorkingDay(calendar, today),
      version: calendar.version,
      published: [...calendar.published].sort(),
      days: near.sort((one, other) => (one.date < other.date ? -1 : 1)),
    };
  });
}

const shown = ({ length, source, quote, dutyEvidence, lengthEvidence, pack }: Term) => ({
  length: inChinese(length),
  source,
  quote: quote ?? null,
  duty: dutyEvidence,
  size: lengthEvidence,
  pack,
});
