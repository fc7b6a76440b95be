import { describe, expect, it } from 'vitest';
import { readLaws } from '#platform/rules.ts';
import type { PlainDate } from '../dates.ts';
import type { Law } from '../law.ts';
import { explain } from './explain.ts';
import type { Situation } from './reading.ts';
import { CLAIM_FACTS, EVERYBODY, moment, story } from './spec.ts';
import { workClocks } from '../work/clocks.ts';
import type { WorkKind } from '../work/kind.ts';

/** Where one day, one minute or one name decides: from which day a clock counts, whether it was kept, of which of several it speaks. */
const law = readLaws().inForce('2026-11-01', 'qinghe');
const claim = (given: Partial<Situation> = {}, facts = CLAIM_FACTS) => story(law, 'claim', facts, given);
const on = (day: string) => ({ on: day as PlainDate });

describe('从哪一天数起', () => {
  const received = { firstReceipt: '2026-07-01', unitReceipt: '2026-07-10' } as const;

  it('送达起算的从送达那天数，不从收到信访那天数', () => {
    expect(claim(received).then('OpinionDelivered', '2026-09-14').newest('A17').startedOn).toBe('2026-09-14');
    expect(claim(received).then('OpinionDelivered', '2026-09-15', on('2026-09-14')).newest('A17').startedOn).toBe('2026-09-14');
  });

  it('不变量 8：转送的期限从最初收到数，转来的从单位收到数', () => {
    expect(claim(received).then('IntakeReceived', '2026-07-03').newest('A03').startedOn).toBe('2026-07-01');
    expect(claim().then('IntakeReceived', '2026-07-03').newest('A03').startedOn).toBe('2026-07-03');
    const unknown = ['contactUnknown', 'notPetitionDept'] as const;
    expect(story(law, 'claim', unknown, received).then('IntakeReceived', '2026-07-03').newest('A48').startedOn).toBe('2026-07-01');
    expect(story(law, 'claim', unknown).then('IntakeReceived', '2026-07-03').newest('A48').startedOn).toBe('2026-07-03');
    const again = claim(received).then('MatterReopened', '2026-08-20', { assignment: 'assignment/1' });
    expect(again.newest('A06').startedOn).toBe('2026-08-20'); // 重新办理的，告知从重新办理那天数
  });

  it('建议、履行职责从单位收到数；受理晚了也不推迟', () => {
    expect(story(law, 'suggestion', ['contactKnown'], received).then('MatterAccepted', '2026-07-20').newest('A22').startedOn).toBe('2026-07-10');
    expect(story(law, 'suggestion', ['contactKnown']).then('MatterAccepted', '2026-07-20').newest('A22').startedOn).toBe('2026-07-20');
    expect(claim(received, ['contactKnown', 'dutyPerformance']).then('MatterAccepted', '2026-07-20').newest('A33').startedOn).toBe('2026-07-10');
  });

  it('不变量 48：六十日从受理数，最晚从收到后第十五日数；转普通程序的仍从原来受理那天数', () => {
    const started = (acceptedOn: string) => claim(received).then('MatterAccepted', acceptedOn).newest('A14').startedOn;
    expect([started('2026-07-24'), started('2026-07-25'), started('2026-07-26')]).toEqual(['2026-07-24', '2026-07-25', '2026-07-25']);
    expect(
      claim({ ...received, acceptance: '2026-07-12' })
        .then('MatterAccepted', '2026-07-20')
        .newest('A14').startedOn,
    ).toBe('2026-07-20');
    const converted = story(law, 'claim', CLAIM_FACTS, { ...received, acceptance: '2026-07-12' })
      .then('ConvertedToOrdinary', '2026-08-01')
      .newest('B04');
    expect(converted.startedOn).toBe('2026-07-12');
    expect(claim().then('ConvertedToOrdinary', '2026-08-01').newest('B04').startedOn).toBe('2026-08-01');
  });

  it('听证改了日子，通知的最后一天跟着改；没改的不动', () => {
    const scheduled = claim().then('HearingScheduled', '2026-08-03', { ...on('2026-08-20'), part: 'hearing/1' });
    expect(scheduled.newest('E06')).toMatchObject({ startedOn: '2026-08-20', legalOn: '2026-08-13' });
    const moved = scheduled.then('HearingScheduled', '2026-08-05', { ...on('2026-08-27'), part: 'hearing/1' });
    expect(Object.keys(moved.readings)).toEqual(Object.keys(scheduled.readings));
    expect(moved.newest('E06')).toMatchObject({ startedOn: '2026-08-27', legalOn: '2026-08-20' });
    expect(scheduled.then('HearingScheduled', '2026-08-05', { ...on('2026-08-20'), part: 'hearing/1' }).newest('E06')).toEqual(scheduled.newest('E06'));
  });
});

describe('按时还是迟了', () => {
  it('按小时的到那一分钟；按日的到法定最后一天', () => {
    const urgent = claim().then('UrgencyFlagged', '2026-08-03 09:00');
    expect(urgent.then('UrgentReportSent', '2026-08-03 10:00').newest('A12').outcome).toBe('kept');
    expect(urgent.then('UrgentReportSent', '2026-08-03 10:01').newest('A12').outcome).toBe('late');
    const accepted = claim().then('MatterAccepted', '2026-08-03');
    const sent = (day: string) => accepted.then('OpinionDispatched', day, { document: 'document/1' }).newest('A14').outcome;
    expect([sent('2026-10-08'), sent('2026-10-09')]).toEqual(['kept', 'late']);
  });

  it('公告期满、听证期间，都没有“迟”', () => {
    const posted = claim().then('PublicNoticePosted', '2026-08-03', { document: 'document/1' });
    expect(posted.then('DeemedDelivered', '2026-12-01', { document: 'document/1' }).newest('B16').outcome).toBe('kept');
    const heard = claim({}, [...CLAIM_FACTS, 'atRecheck', 'firstHearing'])
      .then('RecheckRequested', '2026-03-02')
      .then('HearingDecided', '2026-03-12', { part: 'hearing/1' })
      .then('HearingReported', '2026-06-30', { part: 'hearing/1' });
    expect(heard.newest('A21').outcome).toBe('kept');
    expect(heard.newest('A20')).toMatchObject({ suspendedDays: 30 }); // 有上限，多出来的不算
    expect(heard.newest('A20')).not.toHaveProperty('suspendedOn');
  });

  it('不变量 49：复核期限当天还能决定听证，过了不再暂停', () => {
    const asked = claim({}, [...CLAIM_FACTS, 'atRecheck', 'firstHearing']).then('RecheckRequested', '2026-03-02'); // 到4月1日
    expect(asked.then('HearingDecided', '2026-04-01', { part: 'hearing/1' }).newest('A20').suspendedDays).toBe(30);
    expect(asked.then('HearingDecided', '2026-04-02', { part: 'hearing/1' }).newest('A20').suspendedDays).toBe(0);
  });

  it('每天一期的：当天补记算当天，过了的那一期不能拿今天的来补', () => {
    const begun = story(law, 'work', []).then('WorkingDayStarted', '2026-08-03', { period: '2026-08-03' });
    if (!law.terms.D13) return expect(Object.keys(begun.readings)).toEqual([]); // 本县没有这项做法
    expect(begun.then('PatrolRecorded', '2026-08-03').newest('D13').stoppedOn).toBe('2026-08-03');
    expect(begun.then('PatrolRecorded', '2026-08-04').newest('D13').stoppedOn).toBeUndefined();
  });

  it('撤回期间到期的另计：最后一天当天撤回、次日反悔的算，当天反悔的不算，撤回前就过了的不算', () => {
    const meanwhile = (withdrawn: string, undone: string) =>
      claim().then('MatterAccepted', '2026-08-03').then('MatterWithdrawn', withdrawn).then('WithdrawalUndone', undone).newest('A14').withdrawnMeanwhile;
    expect(meanwhile('2026-10-08', '2026-10-09')).toBe(true);
    expect(meanwhile('2026-10-01', '2026-10-08')).toBeUndefined();
    expect(meanwhile('2026-10-09', '2026-10-12')).toBeUndefined();
  });
});

describe('说的是哪一件', () => {
  it('协办单位各有各的期限，只停提出意见的那一个', () => {
    const joint = claim({ coUnits: ['qinghe/water', 'qinghe/town'] }, [...CLAIM_FACTS, 'severalUnits']).then('MatterAccepted', '2026-08-03');
    const heard = joint.then('CoUnitOpinionSubmitted', '2026-09-01', { unit: 'qinghe/water' });
    expect(heard.newest('A40', 'qinghe/water')).toMatchObject({ outcome: 'kept', holder: 'qinghe/water' });
    expect(heard.newest('A40', 'qinghe/town').stoppedOn).toBeUndefined();
    expect(joint.then('MatterWithdrawn', '2026-09-01').newest('A40', 'qinghe/town').outcome).toBe('stopped');
    expect(() =>
      claim({ coUnits: [] }, [...CLAIM_FACTS, 'severalUnits'])
        .then('MatterAccepted', '2026-08-03')
        .newest('A40'),
    ).toThrow('has never run');
  });

  it('起算、停止它的是哪份文书，都记下来；没有文书的不记', () => {
    const sent = claim().then('MatterAccepted', '2026-08-03').then('OpinionDispatched', '2026-09-10', { document: 'document/2' });
    expect(sent.newest('A14')).toMatchObject({ stoppedWith: 'document/2' });
    expect(sent.newest('A14')).not.toHaveProperty('startedWith');
    expect(sent.newest('A34')).toMatchObject({ startedWith: 'document/2', instance: 'document/2', key: 'A34@document/2' });
    expect(sent.newest('A14')).not.toHaveProperty('instance');
  });

  it('不变量 47：没有写明是哪份文书停的，哪份没送到都不恢复', () => {
    const told = claim().then('MatterAccepted', '2026-08-03').then('OpinionDispatched', '2026-09-10');
    expect(told.then('DeliveryFailed', '2026-09-20').newest('A14').stoppedOn).toBe('2026-09-10');
  });

  it('异议成立：本单位自己转下去的材料退回本单位，本单位的告知接着走', () => {
    const received = claim().then('AssignmentReceived', '2026-08-03', { assignment: 'assignment/1' });
    const upheld = (answerableOrgan: string) =>
      received.then('ObjectionUpheld', '2026-08-06', { assignment: 'assignment/1' }, { holders: { ...EVERYBODY, answerableOrgan } }).newest('A06');
    expect(upheld('qinghe/petitionDept').outcome).toBe('stopped');
    expect(upheld('qinghe/handlingUnit').stoppedOn).toBeUndefined();
  });

  it('没有开着的不再停；已经停过的记着当初怎么停的', () => {
    const sent = claim().then('MatterAccepted', '2026-08-03').then('OpinionDispatched', '2026-09-10').then('MatterWithdrawn', '2026-09-20');
    expect(sent.newest('A14')).toMatchObject({ stoppedBy: 'OpinionDispatched', outcome: 'kept' });
  });
});

describe('不变量 11：告知过的日子是事实', () => {
  const older = law.calendars.versions.keys().next().value ?? law.calendars.current.version;

  it('信访人的权利取晚的，单位的义务取早的', () => {
    const told = (date: PlainDate) =>
      claim()
        .then('OpinionDelivered', '2026-09-14', { told: { A17: date } })
        .newest('A17');
    expect(told('2026-10-20')).toMatchObject({ toldOn: '2026-10-20', legalOn: '2026-10-20', targetOn: '2026-10-14' });
    expect(told('2026-10-10')).toMatchObject({ legalOn: '2026-10-14' });
    const owed = (date: PlainDate) =>
      claim()
        .then('MatterAccepted', '2026-08-03', { told: { A14: date } })
        .newest('A14');
    expect(owed('2026-09-20')).toMatchObject({ legalOn: '2026-09-20', targetOn: '2026-09-20' });
    expect(owed('2026-12-01')).toMatchObject({ legalOn: '2026-10-08', targetOn: '2026-10-02' });
  });

  it('换了日历再算，告知过的权利不会提前', () => {
    const right = claim().then('OpinionDelivered', '2026-09-14', { told: { A17: '2026-10-20' }, calendar: older });
    const later = right.then('HelpOffered', '2026-09-20', { calendar: law.calendars.current.version });
    expect(later.newest('A17')).toMatchObject({ legalOn: '2026-10-20', calendar: law.calendars.current.version });
  });
});

describe('按小时的：只算办公时间的，逐日数开门的钟点', () => {
  const counted = (officeHoursOnly: boolean, hours: number): Law => ({
    ...law,
    officeHours: { opens: '08:30', closes: '17:30' },
    terms: { ...law.terms, A12: { ...law.terms.A12!, length: { hours }, officeHoursOnly } },
  });
  const due = (when: string, hours: number, officeOnly = true) => story(counted(officeOnly, hours)).then('UrgencyFlagged', when).newest('A12').targetAt;

  it('开门前从开门算，下班后、休息日从下一个工作日开门算', () => {
    expect(due('2026-08-03 06:00', 1)).toEqual(moment('2026-08-03 09:30'));
    expect(due('2026-08-03 16:30', 1)).toEqual(moment('2026-08-03 17:30'));
    expect(due('2026-08-03 16:31', 1)).toEqual(moment('2026-08-04 08:31'));
    expect(due('2026-08-03 20:00', 1)).toEqual(moment('2026-08-04 09:30'));
    expect(due('2026-09-30 17:00', 1)).toEqual(moment('2026-10-08 09:00'));
    expect(due('2026-10-02 12:00', 10)).toEqual(moment('2026-10-09 09:30'));
    expect(due('2026-08-03 06:00', 1, false)).toEqual(moment('2026-08-03 07:00'));
  });

  it('跨进没有公布放假安排的年份，只算办公时间的是暂定；日夜都算的不受影响', () => {
    const provisional = (officeOnly: boolean, when: string) => story(counted(officeOnly, 1)).then('UrgencyFlagged', when).newest('A12').provisional;
    expect([provisional(true, '2027-12-31 17:00'), provisional(false, '2027-12-31 17:00')]).toEqual([true, false]);
    expect(provisional(true, '2026-08-03 10:00')).toBe(false);
  });

  it('写给人看的，说明只算办公时间', () => {
    const told = story(counted(true, 4)).then('UrgencyFlagged', '2026-08-03 09:00');
    const lines = explain(told.newest('A12'), counted(true, 4)).lines.map(({ word, text }) => `${word} ${text}`);
    expect(lines).toContain('期限 4小时，只算办公时间');
    expect(lines).toContain('数到 2026年8月3日（周一）13:00');
  });
});

describe('工作也走同一张表', () => {
  const kind = {
    stages: { open: { name: '办理中', open: true }, done: { name: '办结', open: false } },
    holders: () => ({ petitionDept: 'qinghe/petition', inspectingBody: 'qinghe/petition' }),
  } as unknown as WorkKind;
  const act = (type: string, day: string, stage: string, more: object = {}) => ({
    type,
    step: 's',
    stage,
    values: {},
    by: { person: '张明', unit: 'qinghe/petition' },
    at: moment(day),
    calendar: law.calendars.current.version,
    ...more,
  });

  it('给了日期的从来函，没给的不走；做完停下；工作了结，没做的也停', () => {
    const asked = act('InspectorateMaterialRequested', '2026-08-03', 'open', { dueOn: { A43: '2026-08-20' } });
    expect(workClocks(kind, [asked], law)['A43']).toMatchObject({ legalOn: '2026-08-20', holder: 'qinghe/petition' });
    expect(workClocks(kind, [act('InspectorateMaterialRequested', '2026-08-03', 'open')], law)).toEqual({});
    expect(workClocks(kind, [asked, act('InspectorateMaterialProvided', '2026-08-20', 'open')], law)['A43']?.outcome).toBe('kept');
    expect(workClocks(kind, [asked, act('NotOfTheVocabulary', '2026-08-20', 'open')], law)['A43']?.stoppedOn).toBeUndefined();
    const ended = workClocks(kind, [asked, act('PatrolRecorded', '2026-08-10', 'done')], law)['A43'];
    expect(ended).toMatchObject({ outcome: 'stopped', stoppedOn: '2026-08-10', stoppedBy: 'PatrolRecorded' });
  });
});
