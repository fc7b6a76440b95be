import { describe, expect, it } from 'vitest';
import { readLaws } from '#platform/rules.ts';
import { makeCalendar, makeCalendars } from '../calendar.ts';
import { yearOf, type PlainDate } from '../dates.ts';
import { advance } from './engine.ts';
import { explain } from './explain.ts';
import type { Happening, Readings, Situation } from './reading.ts';
import { CLAIM_FACTS, EVERYBODY, moment, story } from './spec.ts';
import { settledMeanwhile } from './stops.ts';

/** What happens to a clock while it runs, or while it stands still. */
const law = readLaws().inForce('2026-11-01', 'qinghe');
const { current } = law.calendars;
const notice = [
  { date: '2027-01-01' as PlainDate, kind: 'holiday' as const, name: '元旦' },
  { date: '2027-01-04' as PlainDate, kind: 'holiday' as const, name: '元旦' },
];
const published = makeCalendar(
  'notice-2027',
  [...current.published, 2027],
  [...[...current.days.values()].filter(({ date }) => yearOf(date) < 2027), ...notice],
);
const both = { ...law, calendars: makeCalendars([current, published]) };
const HERE: Situation = { kinds: new Set(['claim']), facts: new Set(CLAIM_FACTS), holders: EVERYBODY };
const next = (readings: Readings, type: Happening['type'], day: string, calendar: string) => advance(readings, { type, at: moment(day), calendar }, HERE, both);

describe('期限走着的时候，放假安排公布了', () => {
  const accepted = (told?: PlainDate) =>
    advance({}, { type: 'MatterAccepted', at: moment('2026-11-02'), calendar: current.version, ...(told && { told: { A14: told } }) }, HERE, both);

  it('不变量 11：下一个办理就按新的日历算；走完的不动', () => {
    expect(accepted().A14).toMatchObject({ targetOn: '2027-01-01', legalOn: '2027-01-04', provisional: true });
    expect(next(accepted(), 'InvestigationRecorded', '2026-12-20', current.version).A14).toMatchObject({ legalOn: '2027-01-04', calendar: current.version });
    expect(next(accepted(), 'InvestigationRecorded', '2026-12-20', published.version).A14).toMatchObject({
      targetOn: '2027-01-01',
      legalOn: '2027-01-05',
      provisional: false,
      calendar: published.version,
    });
    const answered = next(accepted(), 'OpinionDispatched', '2026-12-10', current.version);
    expect(next(answered, 'InvestigationRecorded', '2026-12-20', published.version).A14).toEqual(answered.A14);
  });

  it('不变量 11：告诉过信访人的最后一天，职责不因此推后', () => {
    expect(next(accepted('2027-01-04'), 'InvestigationRecorded', '2026-12-20', published.version).A14).toMatchObject({
      legalOn: '2027-01-04',
      toldOn: '2027-01-04',
    });
  });

  it('恢复的期限，按恢复那天的日历算', () => {
    const withdrawn = next(accepted(), 'MatterWithdrawn', '2026-12-01', current.version);
    expect(next(withdrawn, 'WithdrawalUndone', '2026-12-20', published.version).A14).toMatchObject({ legalOn: '2027-01-05', reopenedOn: '2026-12-20' });
  });
});

describe('撤回期间办成的，恢复以后不再欠', () => {
  const withdrawn = story(law, 'claim', [...CLAIM_FACTS, 'reportDuty'])
    .then('AssignmentReceived', '2026-09-01', { assignment: 'assignment/1', dueOn: { A16: '2026-11-20' } })
    .then('AssignmentReceived', '2026-09-01', { assignment: 'assignment/2', dueOn: { A16: '2026-11-20' } })
    .then('MatterAccepted', '2026-09-03')
    .then('MatterWithdrawn', '2026-09-08').readings;
  const during = (type: Happening['type'], more: Partial<Happening> = {}) =>
    settledMeanwhile(withdrawn, { type, at: moment('2026-09-10'), calendar: current.version, ...more }, HERE);
  const undone = (readings: Readings) => next(readings, 'WithdrawalUndone', '2026-09-15', current.version);

  it('什么也没办的，恢复以后照原日期走', () => {
    expect(during('InvestigationRecorded')).toBe(withdrawn);
    expect(undone(withdrawn)['A06@assignment/1']).toMatchObject({ reopenedOn: '2026-09-15', legalOn: '2026-09-16' });
  });

  it('只了结它说的那一件；哪一天、什么结果，仍是撤回那天的', () => {
    const settled = during('AcceptanceNoticeDispatched', { assignment: 'assignment/1', document: 'document/1' });
    expect(settled['A06@assignment/1']).toMatchObject({
      stoppedBy: 'AcceptanceNoticeDispatched',
      stoppedWith: 'document/1',
      stoppedOn: '2026-09-08',
      outcome: 'stopped',
    });
    expect(settled['A06@assignment/2']).toEqual(withdrawn['A06@assignment/2']);
    expect(settled.A14).toEqual(withdrawn.A14);
    const again = undone(settled);
    expect(again['A06@assignment/1']?.reopenedOn).toBeUndefined();
    expect(again['A06@assignment/2']?.reopenedOn).toBe('2026-09-15');
  });

  it('不带文书的办理，不留文书号', () => {
    const settled = during('CompletionReported', { assignment: 'assignment/1' });
    expect(settled['A16@assignment/1']).toMatchObject({ stoppedBy: 'CompletionReported' });
    expect(settled['A16@assignment/1']).not.toHaveProperty('stoppedWith');
    expect(settled['A16@assignment/2']).toEqual(withdrawn['A16@assignment/2']);
  });

  it('别的办理停下的，不受影响', () => {
    const kept = story(law)
      .then('AssignmentReceived', '2026-09-01', { assignment: 'assignment/1' })
      .then('NonAcceptanceNoticeDispatched', '2026-09-03').readings;
    expect(settledMeanwhile(kept, { type: 'AcceptanceNoticeDispatched', at: moment('2026-09-10'), calendar: current.version }, HERE)).toEqual(kept);
  });
});

describe('告知、移交由谁算数', () => {
  const received = story(law).then('AssignmentReceived', '2026-09-01', { assignment: 'assignment/1' });

  it('第二十三条第三款：转送的机关告知了去向，收到的单位还要告知受理', () => {
    const told = (unit?: string) =>
      received.then('DestinationNoticeDispatched', '2026-09-03', { assignment: 'assignment/1', document: 'document/1', ...(unit && { unit }) });
    expect(told('qinghe/petition').newest('A06').stoppedOn).toBeUndefined();
    expect(told(EVERYBODY.handlingUnit).newest('A06')).toMatchObject({ outcome: 'kept' });
    expect(told().newest('A06')).toMatchObject({ outcome: 'kept' });
  });

  it('事项到了别的单位，整件事的期限跟着走，日期不变；一份转送件的期限留在收到的单位', () => {
    const accepted = received.then('MatterAccepted', '2026-09-03');
    const moved = accepted.then('MatterReassigned', '2026-09-10', {}, { holders: { ...EVERYBODY, handlingUnit: 'qinghe/water' } });
    expect(moved.newest('A14')).toEqual({ ...accepted.newest('A14'), holder: 'qinghe/water' });
    expect(moved.newest('A06', 'assignment/1').holder).toBe(EVERYBODY.handlingUnit);
    const noted = accepted.then('InvestigationRecorded', '2026-09-10', {}, { holders: { ...EVERYBODY, handlingUnit: 'qinghe/water' } });
    expect(noted.newest('A14').holder).toBe(EVERYBODY.handlingUnit); // only an act that hands it on does
  });

  it('告知的日期只算它说的那一件', () => {
    const told = story(law)
      .then('AssignmentReceived', '2026-09-01', { assignment: 'assignment/1' })
      .then('AssignmentReceived', '2026-09-01', { assignment: 'assignment/2', told: { A06: '2026-09-10' } });
    expect(told.newest('A06', 'assignment/1').toldOn).toBeUndefined();
    expect(told.newest('A06', 'assignment/2')).toMatchObject({ toldOn: '2026-09-10', legalOn: '2026-09-10' });
  });
});

describe('少见的算法，也写给人看', () => {
  const lines = (reading: Parameters<typeof explain>[0]) => explain(reading, law).lines.map(({ word, text }) => `${word} ${text}`);

  it('听证以后：用了几天，不算在内；往回数的写明从哪天起', () => {
    const recheck = story(law, 'claim', [...CLAIM_FACTS, 'atRecheck', 'firstHearing'])
      .then('RecheckRequested', '2026-03-02')
      .then('HearingDecided', '2026-03-12')
      .then('HearingReported', '2026-03-22');
    expect(lines(recheck.newest('A20'))).toContain('暂停 听证用了10日，不计算在内');
    const hearing = story(law).then('HearingScheduled', '2026-09-01', { on: '2026-10-14' as PlainDate });
    expect(lines(hearing.newest('E06'))[0]).toBe('起算 2026年10月14日（周三）听证，当天不算，往回数');
    const joint = story(law, 'claim', [...CLAIM_FACTS, 'severalUnits'], { coUnits: ['qinghe/water'] }).then('MatterAccepted', '2026-08-03');
    expect(lines(joint.newest('A40'))[0]).toBe('起算 2026年10月2日（周五）办结期限届满，当天不算，往回数');
  });

  it('告诉过信访人的权利，不会提前；正好是工作日的，不说顺延', () => {
    const right = story(law).then('OpinionDelivered', '2026-01-24', { told: { A17: '2026-03-01' } });
    expect(lines(right.newest('A17')).filter((line) => line.startsWith('顺延'))).toEqual(['顺延 已经告知的最后一天是2026年3月1日（周日），不会提前']);
    const plain = story(law).then('MatterAccepted', '2026-08-05');
    expect(lines(plain.newest('A14')).some((line) => line.startsWith('延期') || line.startsWith('暂停'))).toBe(false);
    const weekday = story(law).then('AssignmentReceived', '2026-09-01', { assignment: 'assignment/1' });
    expect(lines(weekday.newest('A06'))).toContain('数到 2026年9月16日（周三），工作日，不用顺延');
    expect(lines(weekday.newest('A06')).some((line) => line.startsWith('顺延'))).toBe(false);
  });

  it('周末就说周末；调休上班的周日也是工作日，休的一天就写一天', () => {
    const rolled = (from: string) => {
      const received = story(law).then('AssignmentReceived', from, { assignment: 'assignment/1' });
      return lines(received.newest('A06')).filter((line) => /^[数顺]/.test(line));
    };
    expect(rolled('2026-11-06')).toEqual([
      '数到 2026年11月21日（周六），周末',
      '顺延 2026年11月23日（周一）是最后一天，周末（11月21日至11月22日）后的第一个工作日',
    ]);
    expect(rolled('2026-09-04')[1]).toBe('顺延 2026年9月20日（周日）是最后一天，周末（9月19日）后的第一个工作日');
  });
});
