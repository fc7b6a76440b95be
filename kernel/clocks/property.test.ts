import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLaws } from '#platform/rules.ts';
import { makeCalendar, makeCalendars } from '../calendar.ts';
import { addDays, daysBetween, type PlainDate } from '../dates.ts';
import { inChinese } from '../lengths.ts';
import { ACTION_TYPES, type ActionType } from '../vocabulary.ts';
import { advance, recalculate, stopAll } from './engine.ts';
import { CLOCKS, TOUCHED } from './index.ts';
import { dueOn, isBreach, isLocal, isOverdue, isOwed, light } from './light.ts';
import type { Happening, Readings } from './reading.ts';
import { RUNS_AGAIN } from './runs-again.ts';
import { CLAIM_FACTS, EVERYBODY, moment } from './spec.ts';
import type { Fact } from './rule.ts';

const law = readLaws().inForce('2026-11-01', 'qinghe');
const { current } = law.calendars;
const nextYear = makeCalendar('2027', [...current.published, 2027], current.days.values());
const twoCalendars = { ...law, calendars: makeCalendars([current, nextYear]) };

const FACTS: readonly Fact[] = [
  ...CLAIM_FACTS,
  'generalMatter',
  'firstTime',
  'simpleScope',
  'byLetter',
  'supported',
  'atRecheck',
  'firstHearing',
  'evaluationScope',
  'severalUnits',
  'reportDuty',
];
const situation = {
  kinds: new Set(['claim'] as const),
  facts: new Set(FACTS),
  holders: EVERYBODY,
  coUnits: ['qinghe/water'],
  unitReceipt: '2025-03-03' as PlainDate,
};

/** Any acts in any order, some days apart: clocks must hold even where deciders would refuse. */
const moving = ACTION_TYPES.filter((type) => Object.values(TOUCHED[type]).some((clocks) => clocks.length > 0));
const acts = fc.array(
  fc.record({
    type: fc.constantFrom(...moving),
    gap: fc.integer({ min: 0, max: 40 }),
    days: fc.integer({ min: 1, max: 99 }),
    paper: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 30 },
);

interface Step {
  readonly happening: Happening;
  readonly before: Readings;
  readonly after: Readings;
  readonly day: PlainDate;
}

function run(history: readonly { type: ActionType; gap: number; days: number; paper: number }[]): Step[] {
  let day: PlainDate = '2025-03-03';
  let readings: Readings = {};
  return history.map(({ type, gap, days, paper }) => {
    day = addDays(day, gap);
    const happening: Happening = {
      type,
      at: moment(day),
      calendar: '2026',
      unit: 'qinghe/handlingUnit',
      days,
      document: `document/${paper}`,
      assignment: `assignment/${paper}`,
      dueOn: { A16: addDays(day, days), A27: addDays(day, days), A37: addDays(day, days), A38: addDays(day, days) },
    };
    const before = readings;
    readings = advance(readings, happening, situation, law);
    return { happening, before, after: readings, day };
  });
}

const eachStep = (check: (step: Step) => void) =>
  fc.assert(
    fc.property(acts, (history) => run(history).forEach(check)),
    { numRuns: 300 },
  );

describe('任意次序的动作', () => {
  it('不变量 2：法定日期只因延期、听证、新的起算而推后', () => {
    eachStep(({ happening, before, after }) => {
      for (const [key, reading] of Object.entries(after)) {
        const old = before[key];
        if (!old || reading.legalOn <= old.legalOn) continue;
        const lawful = ['HandlingExtended', 'HearingDecided', 'HearingReported', 'HearingCancelled', 'MatterWithdrawn', 'HearingScheduled'].includes(
          happening.type,
        );
        expect(lawful, `${key} ${happening.type}`).toBe(true);
      }
    });
  });

  it('不变量 3：延期合计不超过三十日；不变量 49：暂停不超过上限，只停复核', () => {
    eachStep(({ after }) => {
      const extended = Object.values(after).filter(({ clock }) => clock === 'A14' || clock === 'A15');
      for (const clock of ['A14', 'A15'] as const) {
        expect(extended.filter((reading) => reading.clock === clock).reduce((sum, { extendedDays }) => sum + extendedDays, 0)).toBeLessThanOrEqual(30);
      }
      for (const { clock, suspendedDays } of Object.values(after)) expect(suspendedDays).toBeLessThanOrEqual(clock === 'A20' ? 30 : 0);
    });
  });

  it('重新开始的不丢旧的：任何期限记下之后都还在', () => {
    eachStep(({ before, after }) => expect(Object.keys(after)).toEqual(expect.arrayContaining(Object.keys(before))));
  });

  it('恢复的仍是原到期日', () => {
    eachStep(({ before, after, happening }) => {
      for (const [key, reading] of Object.entries(after)) {
        const old = before[key];
        if (!old?.stoppedOn || reading.stoppedOn) continue;
        expect([...(CLOCKS[reading.clock].reopenedBy ?? []), ...(RUNS_AGAIN[happening.type]?.includes(reading.clock) ? [happening.type] : [])], key).toContain(
          happening.type,
        );
        expect([reading.startedOn, reading.targetOn, reading.legalOn]).toEqual([old.startedOn, old.targetOn, old.legalOn]);
      }
    });
  });

  it('同一件事同时只有一个期限在计算', () => {
    eachStep(({ after }) => {
      const going = Object.values(after)
        .filter(({ stoppedOn }) => !stoppedOn)
        .map(({ clock, instance }) => `${clock}@${instance}`);
      expect(new Set(going).size).toBe(going.length);
    });
  });

  it('不变量 9：停止的都由列明的动作停止；按时与否只看法定日期', () => {
    eachStep(({ after }) => {
      for (const { clock, stoppedBy, stoppedOn, outcome, legalOn, targetAt } of Object.values(after)) {
        if (!stoppedBy || !stoppedOn) continue;
        const { satisfiedBy, alsoStoppedBy = [], type } = CLOCKS[clock];
        expect([...satisfiedBy, ...alsoStoppedBy]).toContain(stoppedBy);
        if (outcome === 'stopped') expect(alsoStoppedBy).toContain(stoppedBy);
        else if (!targetAt && type !== 'suspension' && type !== 'fiction') expect(outcome).toBe(stoppedOn <= legalOn ? 'kept' : 'late');
      }
    });
  });

  it('违规一旦发生就留下，撤回期间到期的另计', () => {
    eachStep(({ before, after, day, happening }) => {
      for (const [key, old] of Object.entries(before)) {
        const now = after[key];
        if (!now || !isBreach(old, day) || now.withdrawnMeanwhile) continue;
        const told = ['HearingDecided', 'HearingReported', 'HearingCancelled', 'HandlingExtended', 'HearingScheduled'].includes(happening.type);
        if (!told && (old.stoppedOn ?? day) > old.legalOn) expect(isBreach(now, day), `${key} ${happening.type}`).toBe(true);
      }
    });
  });

  it('还来得及的，颜色由最早的一个决定，承诺也算；法定的超期在它前面，没有兑现的承诺在它后面', () => {
    eachStep(({ after, day }) => {
      const owed = Object.values(after).filter((reading) => !reading.stoppedOn && isOwed(reading));
      const over = owed.filter((reading) => isOverdue(reading, day));
      const broken = over.filter((reading) => !isLocal(reading));
      const first = [broken, owed.filter((reading) => !over.includes(reading)), over].find((some) => some.length > 0) ?? [];
      expect(light(after, day)?.dueOn).toBe(first.map(dueOn).sort()[0]);
    });
  });

  it('没有兑现的承诺不遮法定期限：有法定的在走，亮的就不是它；它也从不丢，总在旁边', () => {
    eachStep(({ after, day }) => {
      for (const today of [day, addDays(day, 30)]) {
        const now = light(after, today);
        const owed = Object.values(after).filter((reading) => !reading.stoppedOn && isOwed(reading));
        const missed = owed.filter((reading) => isLocal(reading) && isOverdue(reading, today));
        const lawful = owed.filter((reading) => !isLocal(reading));
        if (lawful.length > 0 && now) expect(missed.includes(now.reading), now.reading.key).toBe(false);
        if (lawful.some((reading) => isOverdue(reading, today))) expect(now?.state).toBe('overdue');
        if (now && now.state !== 'overdue') for (const { key, targetOn } of lawful) expect(now.dueOn <= targetOn || isLocal(now.reading), key).toBe(true);
        if (now) expect(new Set([now.reading, ...now.missed])).toEqual(new Set([now.reading, ...missed]));
      }
    });
  });

  it('不变量 11：换了日历只动开着的期限，绝不早于已告知的日期；再算一次不变', () => {
    fc.assert(
      fc.property(acts, (history) => {
        const readings = run(history).at(-1)?.after ?? {};
        const told = Object.fromEntries(
          Object.entries(readings).map(([key, reading]) => [key, reading.stoppedOn ? reading : { ...reading, toldOn: reading.legalOn }]),
        );
        const again = recalculate(told, '2027', twoCalendars);
        for (const [key, reading] of Object.entries(again)) {
          const old = told[key];
          if (old?.stoppedOn) expect(reading).toEqual(old);
          else expect(reading.legalOn >= (old?.toldOn ?? '')).toBe(true);
        }
        expect(recalculate(again, '2027', twoCalendars)).toEqual(again);
      }),
      { numRuns: 200 },
    );
  });

  it('同样的动作总得到同样的期限；不改动传进来的', () => {
    fc.assert(
      fc.property(acts, (history) => {
        const [first, second] = [run(history), run(history)];
        expect(second).toEqual(first);
        for (const { before } of first) Object.values(before).forEach(Object.freeze);
      }),
      { numRuns: 50 },
    );
  });

  it('终结后没有开着的', () => {
    eachStep(({ after, day }) => {
      const ended = stopAll(after, { at: moment(day), type: 'MatterConcluded' });
      expect(Object.values(ended).filter(({ stoppedOn }) => !stoppedOn)).toEqual([]);
    });
  });

  it('不变量 48：怎样安排受理、不予受理、重新办理、撤回，办结的起算日都不晚于收到后第15日', () => {
    const some = acts.map((history) =>
      history.filter(({ type }) =>
        [
          'MatterAccepted',
          'MatterDeclined',
          'MatterReopened',
          'MatterReassigned',
          'MatterWithdrawn',
          'WithdrawalUndone',
          'MatterRouted',
          'AssignmentReceived',
        ].includes(type),
      ),
    );
    const accepting = some.map((history) => [...history, { type: 'MatterAccepted' as const, gap: 40, days: 1, paper: 1 }]);
    fc.assert(
      fc.property(accepting, (history) => {
        for (const { clock, startedOn } of Object.values(run(history).at(-1)?.after ?? {})) {
          if (clock === 'A14') expect(daysBetween(situation.unitReceipt, startedOn)).toBeLessThanOrEqual(15);
        }
      }),
      { numRuns: 300 },
    );
  });
});

it('每个国家期限的长度都能说成中文', () => {
  for (const { length } of Object.values(law.terms)) expect(inChinese(length)).toMatch(/^(\d+(日|个工作日|个月|小时|分钟)|当个工作日|当场|日期另行指定)$/);
});
