import type { FastifyInstance } from 'fastify';
import { isWorkingDay } from '#kernel/calendar.ts';
import { readNotice } from '#kernel/notice.ts';
import { Refusal } from '#kernel/refusal.ts';
import { addNotice, findNotices, versionFor } from '#platform/calendar-notices.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Term } from '#kernel/law.ts';
import { inChinese } from '#kernel/lengths.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/http.ts';
import type { CaseworkNeeds } from '../handle.ts';
import { getCalendar, getRules, importNotice, previewNotice } from './contract.ts';
import { previewMoves, type PreviewNeeds } from './preview.ts';
import { findRecount } from './recount.ts';

/** Everybody who works here may see by what the days are counted. */
export function rulesRoutes(
  app: FastifyInstance,
  needs: PreviewNeeds & Pick<CaseworkNeeds, 'packFor' | 'now'> & { readonly refreshLaws: () => Promise<void> },
): void {
  const lawFor = (region: string) => needs.lawOf(needs.packFor(region, dateInChina(needs.now())));

  serve(app, getRules, async ({ actor }) => {
    const { version, terms, promises, laxer, limits, rollLastDay } = lawFor(actor.region);
    const rules = (Object.entries(terms) as [ClockId, Term][]).map(([clock, term]) => {
      const promise = promises[clock];
      return { clock, term: shown(term), promise: promise ? shown(promise) : null, laxer: laxer.has(clock) };
    });
    return {
      today: dateInChina(needs.now()),
      version,
      packs: version.split('+'),
      rules: rules.sort((one, other) => (one.clock < other.clock ? -1 : 1)),
      limits: Object.values(limits).map(({ name, source, evidence, ...length }) => ({
        name,
        length: 'people' in length ? `${length.people}人` : inChinese(length),
        source,
        evidence,
      })),
      offlineHours: limits.offline.hours,
      rollLastDay,
    };
  });

  serve(app, getCalendar, async ({ actor }) => {
    const calendar = needs.calendars.current;
    const today = dateInChina(needs.now());
    const year = Number(today.slice(0, 4));
    const near = [...calendar.days.values()].filter(({ date }) => Math.abs(Number(date.slice(0, 4)) - year) <= 1);
    return {
      today,
      workingDay: isWorkingDay(calendar, today),
      version: calendar.version,
      published: [...calendar.published].sort(),
      days: near.sort((one, other) => (one.date < other.date ? -1 : 1)),
      missing: today.slice(5) >= ASKED_FROM && !calendar.published.has(year + 1) ? year + 1 : null,
      notice: (await findNotices(needs.db)).at(-1)?.document ?? null,
      recount: (await findRecount(needs.db, actor.region, calendar.version)) ?? null,
    };
  });

  serve(app, previewNotice, async ({ body, actor }) => {
    mustKeepCalendar(actor);
    const { year, days } = readNotice(body.text, body.year);
    const version = versionFor(needs.calendars, year);
    const { moved, ...preview } = await previewMoves(needs, actor.region, { n: 0, year, version, document: body.document, days });
    return { year, version, days: [...days], ...preview, moved: [...moved] };
  });

  serve(app, importNotice, async ({ body, actor }) => {
    mustKeepCalendar(actor);
    const { year, days } = readNotice(body.text, body.year);
    await needs.refreshLaws();
    const version = versionFor(needs.calendars, year);
    const notices = await findNotices(needs.db);
    const same = notices.findLast((notice) => notice.year === year);
    if (same && JSON.stringify(same.days) === JSON.stringify(days)) throw new Refusal('Stale', `${year}年的这份通知已经导入过，不需要再导入。`);
    await needs.db.send(addNotice(needs.db, { n: notices.length + 1, year, version, document: body.document, days }, actor.person, needs.now()));
    await needs.refreshLaws();
    return { version };
  });
}

function mustKeepCalendar({ roles }: Actor): void {
  if (!roles.includes('sysAdmin')) throw new Refusal('NotAllowed', '导入放假通知由系统管理员办理，请把通知交给本单位的系统管理员。');
}

/** The notice for the next year comes out around October: from then on it is asked for. */
const ASKED_FROM = '10-01';

const shown = ({ length, source, quote, dutyEvidence, lengthEvidence, pack }: Term) => ({
  length: inChinese(length),
  source,
  quote: quote ?? null,
  duty: dutyEvidence,
  size: lengthEvidence,
  pack,
});
