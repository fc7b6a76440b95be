import { describe, expect, it } from 'vitest';
import { readLaws } from '#platform/rules.ts';
import { makeCalendars } from '../calendar.ts';
import type { PlainDate } from '../dates.ts';
import { layPacks, type Law } from '../law.ts';
import type { PackEntry } from '../pack.ts';
import { readPack } from '#platform/rules.ts';
import type { ActionType } from '../vocabulary.ts';
import { recalculate } from './engine.ts';
import { dueOn, isBreach, isLocal, isOpen, isStatutoryBreach, light } from './light.ts';
import { CLAIM_FACTS, moment, story } from './spec.ts';
import type { ClockId, Fact, Kind } from './rule.ts';
import { makeCalendar } from '../calendar.ts';

const laws = readLaws();
const law = laws.inForce('2026-11-01', 'qinghe');
const national = readPack('data/policy/national.json');

/** The national law and a length for a clock that only a local pack knows. */
function withLocal(clock: ClockId, length: PackEntry['length'], more: Partial<PackEntry> = {}): Law {
  const entry: PackEntry = { length, source: '测试', dutyEvidence: 'S', lengthEvidence: 'S', ...more };
  const pack = { file: 'test', version: 'test', name: '测试', region: 'test', validFrom: '2020-01-01', clocks: { [clock]: entry } };
  return layPacks(laws.calendars, national, [pack]);
}

// vector, clock, its starting act, kind, facts, day 0, un-rolled last day, legal last day
const VECTORS: readonly [string, ClockId, ActionType, Kind, readonly Fact[], string, string, string][] = [
  ['V01', 'A03', 'IntakeReceived', 'claim', [], '2026-09-16', '2026-10-01', '2026-10-08'],
  ['V02', 'A06', 'AssignmentReceived', 'claim', ['contactKnown'], '2026-09-28', '2026-10-13', '2026-10-13'],
  ['V03', 'A07', 'AssignmentReceived', 'claim', [], '2026-09-28', '2026-10-10', '2026-10-10'],
  ['V04', 'A07', 'AssignmentReceived', 'claim', [], '2026-02-12', '2026-02-26', '2026-02-26'],
  ['V05', 'A07', 'AssignmentReceived', 'claim', [], '2025-09-26', '2025-10-10', '2025-10-10'],
  ['V06', 'A14', 'MatterAccepted', 'claim', CLAIM_FACTS, '2026-08-03', '2026-10-02', '2026-10-08'],
  ['V07', 'A14', 'MatterAccepted', 'claim', CLAIM_FACTS, '2025-12-03', '2026-02-01', '2026-02-02'],
  ['V09', 'A17', 'OpinionDelivered', 'claim', CLAIM_FACTS, '2026-01-18', '2026-02-17', '2026-02-24'],
  ['V10', 'A18', 'ReviewRequested', 'claim', CLAIM_FACTS, '2026-09-05', '2026-10-05', '2026-10-08'],
  ['V11', 'A20', 'RecheckRequested', 'claim', CLAIM_FACTS, '2024-09-01', '2024-10-01', '2024-10-08'],
  ['V12', 'B03', 'SimpleChosen', 'claim', ['firstTime', 'simpleScope'], '2026-02-09', '2026-02-28', '2026-02-28'],
  ['V13', 'B03', 'SimpleChosen', 'claim', ['firstTime', 'simpleScope'], '2024-02-01', '2024-02-20', '2024-02-20'],
  ['V14', 'D01', 'IntakeRegistered', 'claim', ['generalMatter'], '2026-04-30', '2026-05-05', '2026-05-06'],
  ['V15', 'D02', 'MatterAccepted', 'claim', ['generalMatter'], '2026-09-15', '2026-10-05', '2026-10-08'],
  ['V16', 'D05', 'AssignmentReceived', 'claim', ['firstTime', 'byLetter'], '2026-04-30', '2026-05-08', '2026-05-08'],
  ['V17', 'D05', 'AssignmentReceived', 'claim', ['firstTime', 'byLetter'], '2025-09-30', '2025-10-11', '2025-10-11'],
  ['V18', 'D03', 'GreenChannelOpened', 'claim', [], '2026-02-10', '2026-02-17', '2026-02-24'],
  ['V19', 'A23', 'RecommendationSent', 'work', [], '2023-09-01', '2023-10-01', '2023-10-07'],
  ['V21', 'B12', 'JudicialReceived', 'claim', ['litigationClaim'], '2025-11-30', '2026-02-28', '2026-02-28'], // a make-up Saturday
  ['V21', 'A33', 'MatterAccepted', 'claim', ['dutyPerformance'], '2026-07-01', '2026-09-01', '2026-09-01'],
  ['V21', 'A25', 'YearEnded', 'work', [], '2025-12-31', '2026-03-31', '2026-03-31'],
  ['V26', 'A14', 'MatterAccepted', 'claim', CLAIM_FACTS, '2025-12-17', '2026-02-15', '2026-02-24'],
  ['V26', 'A17', 'OpinionDelivered', 'claim', CLAIM_FACTS, '2026-01-24', '2026-02-23', '2026-02-24'],
];

const LOCAL: Partial<Record<ClockId, Law>> = { D03: withLocal('D03', { days: 7 }), D05: withLocal('D05', { workingDays: 3 }) };

it.each(VECTORS)('不变量 12：%s %s %s', (_vector, clock, type, kind, facts, day0, targetOn, legalOn) => {
  const reading = story(LOCAL[clock] ?? law, kind, facts)
    .then(type, day0)
    .newest(clock);
  expect(reading).toMatchObject({ startedOn: day0, targetOn, legalOn, provisional: false });
});

describe('不变量 12：V08–V29', () => {
  it('V08 延期从未顺延的第60日起加，再顺延', () => {
    const { readings } = story(law).then('MatterAccepted', '2026-08-03').then('HandlingExtended', '2026-09-28', { days: 30 });
    expect(readings.A14).toMatchObject({ targetOn: '2026-11-01', legalOn: '2026-11-02', extendedDays: 30 });
    expect(readings.A15).toMatchObject({ startedOn: '2026-10-02', targetOn: '2026-11-01', legalOn: '2026-11-02' });
  });

  it('V20 按小时的从那一刻算起，没有起始日，不顺延', () => {
    const lobby = withLocal('D16', { hours: 1 });
    const letter = story(lobby, 'claim', ['byLetter']).then('IntakeRegistered', '2026-09-30 16:40').newest('D16');
    expect(letter.targetAt).toEqual(moment('2026-09-30 17:40'));
    const urgent = story(law).then('UrgencyFlagged', '2026-10-03 23:30').newest('A13');
    expect(urgent).toMatchObject({ targetAt: moment('2026-10-04 01:30'), legalOn: '2026-10-04' });
  });

  it('V20 期限规则可以写明只算办公时间', () => {
    const lobby = withLocal('D16', { hours: 2 }, { officeHoursOnly: true });
    const letter = story(lobby, 'claim', ['byLetter']).then('IntakeRegistered', '2026-09-30 16:40').newest('D16');
    expect(letter.targetAt).toEqual(moment('2026-10-08 09:40')); // fifty minutes before closing, seventy after seven days of rest
  });

  it.each([
    [3, '2025-11-30', '2026-02-28', '2026-02-28'],
    [3, '2026-05-31', '2026-08-31', '2026-08-31'],
    [3, '2026-07-01', '2026-10-01', '2026-10-08'],
    [3, '2025-12-31', '2026-03-31', '2026-03-31'],
  ])('V21 %s个月自%s起：对应日，没有的为月末', (_months, day0, targetOn, legalOn) => {
    const reading = story(law, 'claim', ['litigationClaim']).then('JudicialReceived', day0).newest('B12');
    expect(reading).toMatchObject({ targetOn, legalOn });
  });

  it.each([
    ['2026-10-14', '2026-10-07', '2026-09-30'],
    ['2026-10-22', '2026-10-15', '2026-10-15'],
  ])('V22 听证在%s：往回数七日，遇休息日提前', (hearing, targetOn, legalOn) => {
    const local = withLocal('C07c', { days: 7 });
    const told = story(local).then('HearingScheduled', '2026-09-01', { on: hearing as PlainDate, part: 'hearing/1' });
    for (const clock of ['E06', 'C07c'] as const) expect(told.newest(clock)).toMatchObject({ targetOn, legalOn });
  });

  it.each([
    ['2026-03-22', 10, '2026-04-11', '2026-04-13'],
    ['2026-04-30', 30, '2026-05-01', '2026-05-06'],
  ] as const)('V23 听证报告在%s：%i日不计算', (reported, suspendedDays, targetOn, legalOn) => {
    const recheck = story(law, 'claim', [...CLAIM_FACTS, 'atRecheck', 'firstHearing']).then('RecheckRequested', '2026-03-02');
    expect(recheck.newest('A20').targetOn).toBe('2026-04-01');
    const heard = recheck.then('HearingDecided', '2026-03-12').then('HearingReported', reported);
    expect(heard.newest('A20')).toMatchObject({ suspendedDays, targetOn, legalOn });
    expect(heard.newest('A20').suspendedOn).toBeUndefined();
  });

  it.each([
    ['2026-06-10', '2026-06-10', '2026-08-09', '2026-08-10'],
    ['2026-06-16', '2026-06-16', '2026-08-15', '2026-08-17'],
    ['2026-06-22', '2026-06-16', '2026-08-15', '2026-08-17'],
  ])('V24 6月1日收到、%s受理：晚受理不推迟起算', (accepted, day0, targetOn, legalOn) => {
    const matter = story(law, 'claim', CLAIM_FACTS, { unitReceipt: '2026-06-01' })
      .then('AssignmentReceived', '2026-06-01', { assignment: 'assignment/1' })
      .then('MatterAccepted', accepted)
      .then('AcceptanceNoticeDispatched', accepted, { assignment: 'assignment/1', document: 'document/1' });
    expect(matter.newest('A14')).toMatchObject({ startedOn: day0, targetOn, legalOn });
    expect(isBreach(matter.newest('A06'), '2026-06-30')).toBe(accepted > '2026-06-16');
  });

  it('V25 送达失败，按原到期日继续', () => {
    const sent = story(law).then('MatterAccepted', '2026-08-03').then('OpinionDispatched', '2026-09-10', { document: 'document/3' });
    expect(sent.readings.A14).toMatchObject({ stoppedOn: '2026-09-10', outcome: 'kept' });
    const failed = sent.then('DeliveryFailed', '2026-09-21', { document: 'document/3' });
    expect(failed.readings.A14).toMatchObject({ reopenedOn: '2026-09-21', targetOn: '2026-10-02', legalOn: '2026-10-08' });
    expect(failed.readings.A14?.stoppedOn).toBeUndefined();
    const done = failed.then('OpinionDispatched', '2026-10-08', { document: 'document/4' }).then('OpinionDelivered', '2026-10-14', { document: 'document/4' });
    expect(done.readings.A14).toMatchObject({ stoppedOn: '2026-10-08', outcome: 'kept' });
    expect(done.readings.A17).toMatchObject({ startedOn: '2026-10-14', legalOn: '2026-11-13' });
  });

  it('V27 没有公布放假安排的年份：暂定，公布后重算，不早于已告知的日期', () => {
    const received = story(law).then('IntakeReceived', '2026-12-17', { told: { A03: '2027-01-04' } });
    expect(received.newest('A03')).toMatchObject({ targetOn: '2027-01-01', legalOn: '2027-01-04', provisional: true });
    const { current } = laws.calendars;
    const published = (...extra: PlainDate[]) =>
      makeCalendar('2027', [...current.published, 2027], [...current.days.values(), ...extra.map((date) => ({ date, kind: 'makeup' as const, name: '元旦' }))]);
    const sooner = { ...law, calendars: makeCalendars([current, published('2027-01-02')]) };
    expect(recalculate(received.readings, '2027', sooner).A03).toMatchObject({ legalOn: '2027-01-04', provisional: false });
    const untold = story(law).then('IntakeReceived', '2026-12-17');
    expect(recalculate(untold.readings, '2027', sooner).A03).toMatchObject({ legalOn: '2027-01-02', provisional: false });
  });

  it('V28 异议期间：第5个工作日可以，第6个不可以', () => {
    const window = story(law).then('AssignmentReceived', '2026-09-28', { assignment: 'assignment/1' }).newest('A07');
    expect(isOpen(window, '2026-10-10')).toBe(true);
    expect(isOpen(window, '2026-10-12')).toBe(false);
  });

  it('V29 两个期限并行：承诺定颜色，法定日期定超期', () => {
    const { readings } = story(law, 'claim', [...CLAIM_FACTS, 'generalMatter']).then('MatterAccepted', '2026-08-03');
    const [promise, legal] = [readings.D02, readings.A14];
    if (!promise || !legal) throw new Error('both clocks run');
    expect(light(readings, '2026-08-24')).toMatchObject({ reading: { clock: 'D02' }, dueOn: '2026-08-23', legalOn: '2026-08-24', state: 'today' });
    const after = light(readings, '2026-08-25'); // 承诺过了，法定期限走到前面，没有兑现的承诺在旁边
    expect(after).toMatchObject({ reading: { clock: 'A14' }, dueOn: '2026-10-02', legalOn: '2026-10-08', state: 'running', missed: [{ clock: 'D02' }] });
    expect([dueOn(legal), legal.legalOn]).toEqual(['2026-10-02', '2026-10-08']);
    expect([isLocal(promise), isBreach(promise, '2026-08-25'), isStatutoryBreach(legal, law, '2026-08-25')]).toEqual([true, true, false]);
  });

  it('最外的法定边界：收到后第15日受理，60日加30日，从单位收到起共105日', () => {
    const { readings } = story(law, 'claim', CLAIM_FACTS, { unitReceipt: '2026-03-02' })
      .then('MatterAccepted', '2026-03-17')
      .then('HandlingExtended', '2026-05-10', { days: 30 });
    expect(readings.A14).toMatchObject({ startedOn: '2026-03-17', targetOn: '2026-06-15' }); // 2026-03-02 + 105
  });
});
