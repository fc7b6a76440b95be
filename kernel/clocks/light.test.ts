import { describe, expect, it } from 'vitest';
import { readLaws } from '#platform/rules.ts';
import type { Evidence, Law } from '../law.ts';
import { byPressure, dueOn, isBreach, isLocal, isOpen, isOverdue, isOwed, isStatutoryBreach, light, standingOf } from './light.ts';
import type { Reading, Readings } from './reading.ts';
import { CLOCK_IDS } from './index.ts';
import { moment } from './spec.ts';

/** What the clocks say on one day: the day before, the day itself, the day after. */
const reading = (more: Partial<Reading> = {}): Reading => ({
  clock: 'A14',
  key: more.clock ?? 'A14',
  role: 'handlingUnit',
  holder: 'qinghe/housing',
  startedBy: 'MatterAccepted',
  startedAt: moment('2026-08-03'),
  startedOn: '2026-08-03',
  targetOn: '2026-10-02',
  legalOn: '2026-10-08',
  provisional: false,
  calendar: '2026',
  pack: 'cn-2022-05-01',
  extendedDays: 0,
  suspendedDays: 0,
  ...more,
});
const of = (...readings: Reading[]): Readings => Object.fromEntries(readings.map((one, index) => [`${one.key}/${index}`, one]));
const state = (more: Partial<Reading>, today: Reading['legalOn'], now?: Date) => light(of(reading(more)), today, now)?.state;

describe('灯：哪一天是什么状态', () => {
  it('不变量 9：数到的那天提醒，顺延期间不算超期，法定最后一天当天不算，次日超期', () => {
    expect(['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-07', '2026-10-08', '2026-10-09'].map((day) => state({}, day as Reading['legalOn']))).toEqual([
      'running',
      'today',
      'rolled',
      'rolled',
      'today',
      'overdue',
    ]);
  });

  it('有承诺的：承诺的日子当天提醒，次日起是没有兑现承诺，到法定日期过了才是超期', () => {
    const promised = { promisedOn: '2026-08-23' as const };
    expect(
      ['2026-08-22', '2026-08-23', '2026-08-24', '2026-10-02', '2026-10-03', '2026-10-08', '2026-10-09'].map((day) =>
        state(promised, day as Reading['legalOn']),
      ),
    ).toEqual(['running', 'today', 'missed', 'missed', 'rolled', 'today', 'overdue']);
  });

  it('倒数的最后一天往前提：提前的那天就是最后一天', () => {
    const back = { targetOn: '2026-10-07', legalOn: '2026-09-30' } as const;
    expect((['2026-09-29', '2026-09-30', '2026-10-01'] as const).map((day) => state(back, day))).toEqual(['running', 'today', 'overdue']);
  });

  it('地方的期限过了，说的是没有兑现，不说超期', () => {
    expect(state({ clock: 'D02' }, '2026-10-09')).toBe('missed');
    expect(state({ clock: 'C01' }, '2026-10-09')).toBe('missed');
    expect(new Set(CLOCK_IDS.filter((clock) => isLocal(reading({ clock }))).map((clock) => clock[0]))).toEqual(new Set(['C', 'D']));
  });

  it('按小时的，到那一刻为止', () => {
    const hours = { clock: 'A12', targetOn: '2026-08-03', legalOn: '2026-08-03', targetAt: moment('2026-08-03 10:00') } as const;
    expect(isOverdue(reading(hours), '2026-08-03', moment('2026-08-03 10:00'))).toBe(false);
    expect(isOverdue(reading(hours), '2026-08-03', moment('2026-08-03 10:01'))).toBe(true);
    expect(isOverdue(reading({ ...hours, stoppedAt: moment('2026-08-03 10:01'), stoppedOn: '2026-08-03' }), '2026-08-09')).toBe(true);
    expect(isOverdue(reading({ ...hours, stoppedAt: moment('2026-08-03 09:59'), stoppedOn: '2026-08-03' }), '2026-08-09', moment('2026-08-09'))).toBe(false);
    expect(isOverdue(reading(hours), '2026-08-03')).toBe(false); // 不知道几点，看日子
    expect(isOverdue(reading(hours), '2026-08-04')).toBe(true);
  });
});

describe('几个期限同时在走，最严的定颜色', () => {
  const keyOf = (...readings: Reading[]) => light(of(...readings), '2026-08-10')?.reading.key;
  const one = (key: string, more: Partial<Reading>) => reading({ key, ...more });

  it('先看提醒的日子，再看时刻，再看法定日期；一样的，先开始的在前', () => {
    const early = one('early', { targetOn: '2026-09-01', legalOn: '2026-09-20' });
    const late = one('late', { targetOn: '2026-09-02', legalOn: '2026-09-02' });
    expect([keyOf(early, late), keyOf(late, early)]).toEqual(['early', 'early']);
    const promised = one('promised', { targetOn: '2026-10-02', promisedOn: '2026-08-31' });
    expect([keyOf(early, promised), keyOf(promised, early)]).toEqual(['promised', 'promised']);
    const nine = one('nine', { targetOn: '2026-09-01', legalOn: '2026-09-01', targetAt: moment('2026-09-01 09:00') });
    const ten = one('ten', { targetOn: '2026-09-01', legalOn: '2026-09-01', targetAt: moment('2026-09-01 10:00') });
    expect([keyOf(nine, ten), keyOf(ten, nine)]).toEqual(['nine', 'nine']);
    const sooner = one('sooner', { targetOn: '2026-09-01', legalOn: '2026-09-01' });
    expect([keyOf(early, sooner), keyOf(sooner, early)]).toEqual(['sooner', 'sooner']);
    const twin = one('twin', { targetOn: '2026-09-01', legalOn: '2026-09-01' });
    expect([keyOf(sooner, twin), keyOf(twin, sooner)]).toEqual(['sooner', 'twin']);
    const nineToo = { ...nine, key: 'nineToo' };
    expect([keyOf(nine, nineToo), keyOf(nineToo, nine)]).toEqual(['nine', 'nineToo']);
    expect([keyOf(ten, sooner), keyOf(sooner, ten)]).toEqual(['ten', 'sooner']); // 只有一个有时刻，比不了时刻
  });

  it('过了的承诺让开：后面的法定期限亮灯，没有兑现的还在旁边；只剩它的时候才亮它', () => {
    const promise = one('promise', { clock: 'D07', targetOn: '2026-08-06', legalOn: '2026-08-06' });
    const going = one('going', { clock: 'D02', targetOn: '2026-08-20', legalOn: '2026-08-20' });
    const legal = one('legal', { targetOn: '2026-09-01', legalOn: '2026-09-01' });
    const shown = (...readings: Reading[]) => {
      const now = light(of(...readings), '2026-08-10');
      return [now?.reading.key, now?.state, now?.missed.map(({ key }) => key)];
    };
    expect(shown(promise, legal)).toEqual(['legal', 'running', ['promise']]);
    expect(shown(promise, legal, going)).toEqual(['going', 'running', ['promise']]); // 还来得及的承诺，早的仍然先亮
    expect(shown(promise)).toEqual(['promise', 'missed', []]);
  });

  it('法定的已经超期，先亮它，不管承诺过得多早、后面的来得多快', () => {
    const promise = one('promise', { clock: 'D07', targetOn: '2026-07-06', legalOn: '2026-07-06' });
    const broken = one('broken', { clock: 'A06', targetOn: '2026-08-07', legalOn: '2026-08-07' });
    const longer = one('longer', { clock: 'A05', targetOn: '2026-08-05', legalOn: '2026-08-05' });
    const today = one('today', { targetOn: '2026-08-10', legalOn: '2026-08-10' });
    expect(keyOf(promise, broken, today)).toBe('broken');
    expect(keyOf(promise, broken, today, longer)).toBe('longer');
  });

  it('法定期限旁边的承诺过了，比的是它的法定日期，不再是承诺的日期', () => {
    const promised = one('promised', { promisedOn: '2026-08-05' });
    const sooner = one('sooner', { clock: 'A06', targetOn: '2026-08-20', legalOn: '2026-08-20' });
    expect(light(of(promised, sooner), '2026-08-10')).toMatchObject({ reading: { key: 'sooner' }, missed: [{ key: 'promised' }] });
    expect(light(of(promised, sooner), '2026-08-05')).toMatchObject({ reading: { key: 'promised' }, dueOn: '2026-08-05', missed: [] });
  });

  it('列出来的次序：说得出哪些是法的，其余过了的都在后面；过了的权利不算欠', () => {
    const internal = one('internal', { clock: 'B05d', targetOn: '2026-08-06', legalOn: '2026-08-06' });
    const legal = one('legal', { targetOn: '2026-09-01', legalOn: '2026-09-01' });
    const lapsed = one('lapsed', { clock: 'A07', targetOn: '2026-08-07', legalOn: '2026-08-07' });
    const order = byPressure({ today: '2026-08-10', isLaw: ({ clock }) => clock === 'A14' });
    expect([lapsed, internal, legal].sort(order).map(({ key }) => key)).toEqual(['legal', 'internal', 'lapsed']);
  });

  it('只看单位欠的：权利、窗口、延长、已经停的，都不亮灯', () => {
    for (const clock of ['A17', 'A07', 'A15', 'A21', 'B16'] as const) expect(light(of(reading({ clock })), '2026-08-10'), clock).toBeUndefined();
    for (const clock of ['A14', 'A36', 'B04'] as const) expect(isOwed(reading({ clock })), clock).toBe(true);
    expect(light(of(reading({ stoppedOn: '2026-08-05' })), '2026-08-10')).toBeUndefined();
    expect(light({}, '2026-08-10')).toBeUndefined();
  });

  it('承诺晚于法定的不起作用', () => {
    expect(dueOn(reading({ promisedOn: '2026-12-01' }))).toBe('2026-10-02');
    expect(dueOn(reading({ promisedOn: '2026-09-01' }))).toBe('2026-09-01');
  });
});

describe('“超期”是法律上的话', () => {
  const law = readLaws().inForce('2026-11-01', 'qinghe');
  const marked = (dutyEvidence: Evidence, lengthEvidence: Evidence): Law => ({
    ...law,
    terms: { A14: { ...law.terms.A14!, dutyEvidence, lengthEvidence } },
  });

  it('义务和日数两样都核对过原文（T）才是法；一样弱，整个就弱', () => {
    const standing = (duty: Evidence, length: Evidence) => standingOf({ clock: 'A14' }, marked(duty, length));
    expect(standing('T', 'T')).toBe('law');
    expect([standing('T', 'S'), standing('S', 'T')]).toEqual(['practice', 'practice']);
    expect([standing('T', 'P'), standing('P', 'T'), standing('S', 'P')]).toEqual(['default', 'default', 'default']);
    expect([standing('T', 'M'), standing('M', 'T'), standing('P', 'M'), standing('M', 'P')]).toEqual(Array(4).fill('unconfirmed'));
    expect(standingOf({ clock: 'A06' }, marked('T', 'T'))).toBe('unconfirmed'); // 规则里没有它的长短
  });

  it('超期要三样都有：是单位欠的，不在撤回期间，日子是法定的', () => {
    const late = '2026-10-09';
    expect(isStatutoryBreach(reading(), marked('T', 'T'), late)).toBe(true);
    expect(isStatutoryBreach(reading(), marked('T', 'P'), late)).toBe(false);
    expect(isStatutoryBreach(reading(), marked('T', 'T'), '2026-10-08')).toBe(false);
    expect(isBreach(reading({ withdrawnMeanwhile: true }), late)).toBe(false);
    expect(isBreach(reading({ clock: 'A17' }), late)).toBe(false);
  });

  it('窗口开到最后一天；停了的、没有过的，不开', () => {
    const window = reading({ clock: 'A07', legalOn: '2026-08-10' });
    expect([isOpen(window, '2026-08-10'), isOpen(window, '2026-08-11')]).toEqual([true, false]);
    expect(isOpen({ ...window, stoppedOn: '2026-08-05' }, '2026-08-06')).toBe(false);
    expect(isOpen(undefined, '2026-08-06')).toBe(false);
  });
});
