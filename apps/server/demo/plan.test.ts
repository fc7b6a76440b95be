import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '#kernel/calendar.ts';
import { dateInChina, instantInChina, type PlainDate } from '#kernel/dates.ts';
import { readLaws } from '#platform/rules.ts';
import { loadStories } from '../../../data/demo/load.ts';
import { chooseFirst } from './first.ts';
import { planOf, type Deed } from './plan.ts';

const calendar = readLaws().calendars.current;
const stories = loadStories();
const plansOn = (today: PlainDate, time: string) =>
  stories.map((story) => planOf(story, { calendar, until: instantInChina(today, time) }, () => 'qinghe/government'));

/** An ordinary day, a Sunday before breakfast, the middle of the Spring Festival, the day after the National Day. */
const TODAYS: readonly (readonly [PlainDate, string])[] = [
  ['2026-11-20', '16:30'],
  ['2026-11-22', '06:50'],
  ['2026-02-19', '12:00'],
  ['2026-10-08', '23:50'],
];

describe.each(TODAYS)('the plan of the year, made on %s at %s', (today, time) => {
  const until = instantInChina(today, time);
  const plans = plansOn(today, time);
  const deeds = plans.flatMap(({ deeds: all, story }) => all.map((deed) => ({ ...deed, story })));

  it('tells every story, and nothing of what is still to come', () => {
    expect(plans.filter((plan) => plan.deeds.length === 0).map(({ story }) => story.id)).toEqual([]);
    expect(deeds.filter(({ at }) => at > until)).toEqual([]);
  });

  it('keeps the deeds of a story in order, the arrival first', () => {
    expect(plans.filter(({ deeds: all }) => all.some(({ at }, index) => at < (all[index - 1]?.at ?? at))).map(({ story }) => story.id)).toEqual([]);
    expect(plans.filter(({ deeds: [first], arrivedAt }) => first?.deed !== 'register' || first.at < arrivedAt).map(({ story }) => story.id)).toEqual([]);
  });

  it('receives no paper that was not sent, sends none that was not signed, and signs none that was not drafted', () => {
    const wrong = plans.filter(
      ({ deeds: all }) =>
        all.some((deed, index) => deed.deed === 'arrive' && !has(all.slice(0, index), 'send', deed)) ||
        all.some((deed, index) => deed.deed === 'send' && !has(all.slice(0, index), 'sign', deed)) ||
        all.some((deed, index) => deed.deed === 'sign' && !has(all.slice(0, index), 'draft', deed)),
    );
    expect(wrong.map(({ story }) => story.id)).toEqual([]);
  });

  it('receives nobody at a desk that is closed', () => {
    const closed = deeds.filter(
      ({ deed, story, at }) => deed === 'register' && ['visit', 'phone'].includes(story.channel) && !isWorkingDay(calendar, dateInChina(at)),
    );
    expect(closed.map(({ story }) => story.id)).toEqual([]);
  });
});

describe('the first stories', () => {
  const plans = plansOn('2026-11-20', '16:30');
  const first = chooseFirst(plans);
  const chosen = plans.filter(({ story }) => first.has(story.id));

  it('bring about thirty matters in many stages, with few acts', () => {
    const matters = chosen.flatMap(({ story }) => story.matters);
    expect(matters.length).toBeGreaterThanOrEqual(30);
    expect(matters.length).toBeLessThan(60);
    expect(new Set(matters.map(({ stage }) => stage)).size).toBeGreaterThan(10);
    expect(chosen.reduce((sum, { deeds }) => sum + deeds.length, 0)).toBeLessThan(600);
  });
});

const has = (before: readonly Deed[], name: Deed['deed'], { paper, matter, nth }: Deed) =>
  before.some((deed) => deed.deed === name && deed.paper === paper && deed.matter === matter && deed.nth === nth);
