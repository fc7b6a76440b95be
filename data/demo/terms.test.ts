/** At the day for which they were written, the stories keep the terms of the law, or say which one they miss. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, isWorkingDay, workingDayFrom } from '#kernel/calendar.ts';
import { BY_WEB } from '#kernel/channels.ts';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { readCalendar } from '#platform/rules.ts';
import { loadOrgans, loadStories } from './load.ts';
import { ANCHOR, type StoryMatter } from './schema.ts';

const calendar = readCalendar(readFileSync(join(import.meta.dirname, '../calendar/work-calendar.tsv'), 'utf8'));
const roll = (date: PlainDate) => workingDayFrom(calendar, date);
const stories = loadStories().map((story) => ({ ...story, received: addDays(ANCHOR, -story.daysAgo) }));
const matters = stories.flatMap((story) => story.matters.map((matter) => ({ ...matter, story })));

/** Over in whatever way: nobody waits there for a meeting. */
const ENDED: ReadonlySet<StoryMatter['stage']> = new Set(['archived', 'concluded', 'sealed', 'furtherRefused', 'notAccepted', 'merged', 'guided']);

type Read = (name: StoryMatter['path'][number]['do']) => PlainDate | undefined;

/** Every matter with the days of its steps, as the replay would do them. */
function missed(clock: string, rule: (on: Read, received: PlainDate, matter: StoryMatter) => boolean): string[] {
  return matters.flatMap(({ story, ...matter }) => {
    const on: Read = (name) => {
      const step = matter.path.find((one) => one.do === name);
      return step && roll(addDays(story.received, step.day));
    };
    return rule(on, story.received, matter) && !matter.late?.includes(clock) ? [`${story.id} ${clock}`] : [];
  });
}
const over = (day: PlainDate | undefined, from: PlainDate | undefined, count: number) => from !== undefined && (day ?? ANCHOR) > roll(addDays(from, count));
const unitReceipt = (on: Read) => [on('refer'), on('assign')].filter((day) => day !== undefined).sort()[0];

describe('the stories on the day for which they were written', () => {
  it('begin at a desk only on working days', () => {
    const desk = ['visit', 'phone', 'letter', 'deputy', 'fax'];
    expect(stories.filter(({ channel, received }) => desk.includes(channel) && !isWorkingDay(calendar, received)).map(({ id }) => id)).toEqual([]);
  });

  it('are sent on within fifteen days, and answered by the unit within fifteen more (第二十二条、第二十三条)', () => {
    const sent = missed('A03', (on, received, { path, stage }) =>
      ['registered', 'triaged'].includes(stage)
        ? over(undefined, received, 15)
        : over(unitReceipt(on) ?? on('decline') ?? on('accept') ?? on('transferSealed') ?? on('attachDuplicate') ?? on('guideElsewhere'), received, 15) &&
          path.length > 0,
    );
    const told = missed(
      'A06',
      (on, _received, { path }) =>
        !path.some((step) => ['decideObjection', 'attachDuplicate', 'transferSealed', 'passDown'].includes(step.do)) &&
        over(on('accept') ?? on('routeToProcedure') ?? on('decline'), unitReceipt(on), 15),
    );
    expect([...sent, ...told]).toEqual([]);
  });

  it('object within five working days (第二十三条第三款)', () => {
    expect(
      missed('A07', (on) => (on('raiseObjection') ?? ANCHOR) > addWorkingDays(calendar, unitReceipt(on) ?? ANCHOR, 5) && on('raiseObjection') !== undefined),
    ).toEqual([]);
  });

  it('answer within sixty days, or ninety when the extension was told in time (第三十四条)', () => {
    expect(
      missed('A14', (on, _received, { kind, path, stage }) => {
        const extension = path.find((step) => step.do === 'extend');
        if (extension && over(on('extend'), on('accept'), 60)) return true;
        return (
          kind === 'claim' &&
          stage !== 'routed' &&
          !path.some((step) => step.do === 'routeToProcedure') &&
          over(on('dispatch') ?? on('postPublicNotice') ?? on('signAgreement'), on('accept'), 60 + (extension ? extension.days : 0))
        );
      }),
    ).toEqual([]);
  });

  it('meet the petitioner within three working days where that is promised, or say that they did not', () => {
    const first = matters.filter(
      ({ kind, stage, story }) => kind !== 'accusation' && !ENDED.has(stage) && (story.channel === 'letter' || BY_WEB.has(story.channel)),
    );
    const late = first.flatMap(({ path, story, late: said = [] }) => {
      const on = (day: number) => roll(addDays(story.received, day));
      const given = path.findLast((step) => ['refer', 'assign', 'reassign'].includes(step.do));
      if (!given) return [];
      const met = path.find((step) => ['meetPetitioner', 'declineMeeting'].includes(step.do) && step.day >= given.day);
      const isLate = (met ? on(met.day) : ANCHOR) > addWorkingDays(calendar, on(given.day), 3);
      const promise = story.channel === 'letter' ? 'D05' : 'D07';
      return isLate === said.includes(promise) ? [] : [`${story.id} ${promise}`];
    });
    expect(late).toEqual([]);
    const misses = first.filter(({ late: said = [] }) => said.includes('D05') || said.includes('D07'));
    expect(misses.length).toBeGreaterThan(3); // a county is no brochure
    expect(misses.length).toBeLessThan(first.length / 6);
  });

  it('lapse only after the thirty days for review and the mail margin (第三十五条)', () => {
    expect(
      missed('A17', (on) => {
        const delivered = on('recordDelivery') ?? on('deemDelivered');
        const lapsed = on('lapseTerm');
        return delivered !== undefined && lapsed !== undefined && lapsed <= roll(addDays(roll(addDays(delivered, 30)), 5));
      }).filter((fault) => !fault.startsWith('more-03')),
    ).toEqual([]); // its first opinion was revoked
  });

  it('go to the town in which the matter lies', () => {
    const towns = new Map(
      loadOrgans()
        .filter(({ type }) => ['town', 'township', 'subdistrict'].includes(type))
        .map(({ code, division }) => [code, division]),
    );
    const elsewhere = matters.flatMap(({ path, story }) =>
      path.flatMap((step) => {
        const town = step.do === 'refer' || step.do === 'assign' ? towns.get(step.to) : undefined;
        const { place = '990400' } = story.petitioner;
        return town && place !== '990400' && !place.startsWith(town) ? [story.id] : [];
      }),
    );
    expect(elsewhere).toEqual([]);
  });
});
