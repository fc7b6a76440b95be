import { describe, expect, it } from 'vitest';
import { readLaws } from '#platform/rules.ts';
import type { PlainDate } from '../dates.ts';
import { stopAll } from './engine.ts';
import { isBreach, isOverdue, light } from './light.ts';
import type { Situation } from './reading.ts';
import { EVERY_KIND } from './rule.ts';
import { CLAIM_FACTS, EVERYBODY, moment, story } from './spec.ts';

const law = readLaws().inForce('2026-11-01', 'qinghe');
const claim = (given: Partial<Situation> = {}) => story(law, 'claim', CLAIM_FACTS, given);
const open = (told: ReturnType<typeof claim>) =>
  Object.values(told.readings)
    .filter(({ stoppedOn }) => !stoppedOn)
    .map(({ key }) => key)
    .sort();

describe('期限从何时起、由谁负责', () => {
  it('责任机关还没有确定的，不开始：直接收到的机关才有书面告知的期限', () => {
    expect(open(claim().then('IntakeReceived', '2026-09-01'))).toEqual(['A01', 'A02', 'A03']);
    const { petitionDept: _, ...without } = EVERYBODY;
    const direct = claim({ holders: { ...without, directUnit: 'qinghe/housing' } }).then('IntakeReceived', '2026-09-01');
    expect(open(direct)).toEqual(['A01', 'A02', 'A05']);
    expect(direct.newest('A05').holder).toBe('qinghe/housing');
  });

  it('第二十三条第一款、第二款：直接收到的，能当场的当场书面告知，否则15日内；归本系统下级的15日内转送、交办', () => {
    const { petitionDept: _, ...without } = EVERYBODY;
    const direct = (...facts: ('contactKnown' | 'inPerson' | 'ownSystemLower')[]) =>
      story(law, 'claim', facts, { holders: { ...without, directUnit: 'qinghe/housing' } }).then('IntakeReceived', '2026-09-01');
    expect(open(direct('contactKnown'))).toEqual(['A01', 'A02', 'A05']);
    expect(open(direct('contactKnown', 'inPerson'))).toEqual(['A01', 'A02', 'A04', 'A05']);
    expect(open(direct('contactKnown', 'ownSystemLower'))).toEqual(['A01', 'A02', 'A05', 'A30']);
    for (const clock of ['A05', 'A30'] as const)
      expect(direct('contactKnown', 'ownSystemLower').newest(clock)).toMatchObject({
        startedOn: '2026-09-01',
        targetOn: '2026-09-16',
        holder: 'qinghe/housing',
      });
    expect(direct('contactKnown', 'inPerson').newest('A04')).toMatchObject({ targetOn: '2026-09-01' });
    const told = direct('contactKnown', 'inPerson', 'ownSystemLower').then('MatterReferred', '2026-09-01').then('DestinationNoticeDispatched', '2026-09-02');
    expect([told.newest('A04').outcome, told.newest('A05').outcome, told.newest('A30').outcome]).toEqual(['late', 'kept', 'kept']);
  });

  it('没有分类之前，当作每一种；分类之后，从来不欠的去掉，早就欠的从头算', () => {
    const intake = { receivedAt: moment('2026-09-01'), registeredAt: moment('2026-09-02') };
    const arrived = claim({ kinds: EVERY_KIND, facts: new Set(['contactKnown', 'byLetter']), intake }).then('IntakeReceived', '2026-09-01');
    expect(open(arrived)).toEqual(['A01', 'A02', 'A03', 'A10']);
    const facts = new Set(['contactKnown', 'byLetter', 'litigationClaim', 'generalMatter'] as const);
    const classified = arrived.then('MatterClassified', '2026-09-07', {}, { kinds: new Set(['claim']), facts, intake });
    expect(open(classified)).toEqual(['A01', 'A02', 'A03', 'A09', 'D01']);
    expect(classified.newest('A09')).toMatchObject({ startedOn: '2026-09-01', targetOn: '2026-09-16' });
    expect(classified.newest('D01').startedOn).toBe('2026-09-02');
  });

  it('第二十三条第四款：政法机关的诉讼权利事项、纪检监察机关的检举控告，各按自己的规则', () => {
    const at = (fact: 'politicalLegalOrgan' | 'disciplineOrgan', kind: 'claim' | 'accusation') =>
      open(story(law, kind, ['contactKnown', 'litigationClaim', fact]).then('AssignmentReceived', '2026-09-01', { assignment: 'assignment/1' }));
    expect(at('politicalLegalOrgan', 'claim')).toEqual([]);
    expect(at('disciplineOrgan', 'accusation')).toEqual([]);
    expect(at('disciplineOrgan', 'claim')).toEqual(['A06@assignment/1', 'A07@assignment/1']);
  });

  it('同一转送件的期限已在计算的，再次收到不重新开始；另一件另算', () => {
    const told = claim()
      .then('AssignmentReceived', '2026-09-01', { assignment: 'assignment/1' })
      .then('AssignmentReceived', '2026-09-04', { assignment: 'assignment/1' })
      .then('AssignmentReceived', '2026-09-08', { assignment: 'assignment/2' });
    expect(told.newest('A06', 'assignment/1').startedOn).toBe('2026-09-01');
    expect(told.newest('A06', 'assignment/2').startedOn).toBe('2026-09-08');
  });

  it('不变量 56：转送、交办的期限在各级信访部门之间只有一个', () => {
    const passed = claim({ firstReceipt: '2026-09-01' })
      .then('IntakeReceived', '2026-09-01')
      .then('PassedToNextPetitionDept', '2026-09-10', {}, { holders: { ...EVERYBODY, petitionDept: 'linshui/petition' } })
      .then('IntakeReceived', '2026-09-11');
    expect(passed.newest('A03')).toMatchObject({ key: 'A03', startedOn: '2026-09-01', holder: 'linshui/petition' });
    const again = passed.then('MatterReferred', '2026-09-12').then('IntakeReceived', '2026-09-20');
    expect(open(again)).not.toContain('A03#2'); // a second letter on the same matter starts nothing
    expect(again.newest('A03')).toMatchObject({ key: 'A03', outcome: 'kept' });
  });
});

describe('期限停止和恢复', () => {
  const accepted = () =>
    claim()
      .then('IntakeReceived', '2026-08-01')
      .then('MatterReferred', '2026-08-03', { assignment: 'assignment/1' })
      .then('AssignmentReceived', '2026-08-03', { assignment: 'assignment/1' });

  it('异议成立：本单位的停止，转送、交办按原到期日继续，不重新起算', () => {
    const upheld = accepted()
      .then('ObjectionRaised', '2026-08-05', { assignment: 'assignment/1' })
      .then('ObjectionUpheld', '2026-08-06', { assignment: 'assignment/1' }, { holders: { ...EVERYBODY, answerableOrgan: 'qinghe/petitionDept' } });
    expect(upheld.newest('A06', 'assignment/1')).toMatchObject({ outcome: 'stopped' });
    expect(upheld.newest('A08')).toMatchObject({ outcome: 'kept' });
    expect(upheld.newest('A03')).toMatchObject({ reopenedOn: '2026-08-06', targetOn: '2026-08-16', key: 'A03' });
  });

  it('系统内下转被异议：材料退回下转的单位，不退到信访部门', () => {
    const passedDown = accepted()
      .then('DestinationNoticeDispatched', '2026-08-07', { assignment: 'assignment/1', document: 'document/1' })
      .then('AssignmentReceived', '2026-08-07', { assignment: 'assignment/2' }, { holders: { ...EVERYBODY, handlingUnit: 'qinghe/lower' } })
      .then('ObjectionUpheld', '2026-08-11', { assignment: 'assignment/2' }, { holders: { ...EVERYBODY, answerableOrgan: 'qinghe/handlingUnit' } });
    expect(passedDown.newest('A06', 'assignment/1').stoppedOn).toBeUndefined();
    expect(passedDown.newest('A06', 'assignment/2').outcome).toBe('stopped');
    expect(passedDown.newest('A03').stoppedOn).toBe('2026-08-03');
  });

  it('不变量 47：别的文书送达失败，不影响已经停止的期限', () => {
    const sent = claim()
      .then('MatterAccepted', '2026-08-03')
      .then('AcceptanceNoticeDispatched', '2026-09-08', { document: 'document/1' })
      .then('OpinionDispatched', '2026-09-10', { document: 'document/2' })
      .then('DeliveryFailed', '2026-09-21', { document: 'document/1' });
    expect(sent.newest('A14').stoppedOn).toBe('2026-09-10');
    expect(sent.newest('A34', 'document/1').outcome).toBe('kept');
    expect(sent.newest('A34', 'document/2').stoppedOn).toBeUndefined();
  });

  it('撤回又反悔：只恢复被撤回停下的；期间到期的另计', () => {
    const undone = accepted()
      .then('AcceptanceNoticeDispatched', '2026-08-10', { assignment: 'assignment/1', document: 'document/1' })
      .then('MatterAccepted', '2026-08-10')
      .then('MatterWithdrawn', '2026-10-01')
      .then('WithdrawalUndone', '2026-10-20');
    expect(undone.newest('A06')).toMatchObject({ outcome: 'kept', stoppedOn: '2026-08-10' });
    expect(undone.newest('A14')).toMatchObject({ withdrawnMeanwhile: true, targetOn: '2026-10-09' });
    expect(isOverdue(undone.newest('A14'), '2026-10-20')).toBe(true);
    expect(isBreach(undone.newest('A14'), '2026-10-20')).toBe(false);
    expect(undone.newest('A39')).toMatchObject({ outcome: 'kept' });
  });

  it('退回的办结报告按原日期继续；没有指定日期的不能开始', () => {
    const assigned = story(law, 'claim', ['reportDuty']);
    expect(Object.keys(assigned.then('AssignmentReceived', '2026-08-03').readings)).not.toContain('A16');
    const returned = assigned
      .then('AssignmentReceived', '2026-08-03', { assignment: 'assignment/1', dueOn: { A16: '2026-09-12' } })
      .then('CompletionReported', '2026-09-10', { assignment: 'assignment/1' })
      .then('CompletionReportReturned', '2026-09-15', { assignment: 'assignment/1' });
    expect(returned.newest('A16')).toMatchObject({ targetOn: '2026-09-12', legalOn: '2026-09-12', reopenedOn: '2026-09-15' });
    expect(isBreach(returned.newest('A16'), '2026-09-15')).toBe(true);
  });

  it('受理争议决定后，只有留下办理的单位还欠告知', () => {
    const two = claim()
      .then('AssignmentReceived', '2026-09-01', { assignment: 'assignment/1' })
      .then('AssignmentReceived', '2026-09-01', { assignment: 'assignment/2' }, { holders: { ...EVERYBODY, handlingUnit: 'qinghe/water' } })
      .then('JurisdictionDecided', '2026-09-05', {}, { holders: { ...EVERYBODY, handlingUnit: 'qinghe/water' } });
    expect(two.newest('A06', 'assignment/1').outcome).toBe('stopped');
    expect(two.newest('A06', 'assignment/2').stoppedOn).toBeUndefined();
  });

  it('已经违规的，事后停止也还是违规；新的一次另起，旧的不丢', () => {
    const late = accepted()
      .then('AcceptanceNoticeDispatched', '2026-08-25', { assignment: 'assignment/1', document: 'document/1' })
      .then('MatterReopened', '2026-09-01', { assignment: 'assignment/1' });
    expect(late.readings['A06@assignment/1']).toMatchObject({ outcome: 'late' });
    expect(late.readings['A06@assignment/1#2']).toMatchObject({ startedOn: '2026-09-01' });
    expect(isBreach(late.newest('A06', 'assignment/1'), '2026-09-02')).toBe(false);
  });

  it('进入终结环节，仍开着的停止，列明的除外', () => {
    const ended = stopAll(accepted().readings, { at: moment('2026-08-20'), type: 'MatterConcluded' }, ['A07']);
    expect(ended['A06@assignment/1']).toMatchObject({ outcome: 'stopped', stoppedBy: 'MatterConcluded' });
    expect(isBreach(ended['A06@assignment/1'] ?? fail(), '2026-12-01')).toBe(true); // due on 08-18: what has happened stays
    expect(ended['A07@assignment/1']?.stoppedOn).toBeUndefined();
  });
});

describe('延期、暂停、告知、承诺', () => {
  it('不变量 3：只能延期一次，最多三十日，到期后不能再延', () => {
    const twice = claim()
      .then('MatterAccepted', '2026-08-03')
      .then('HandlingExtended', '2026-09-01', { days: 45 })
      .then('HandlingExtended', '2026-10-20', { days: 30 });
    expect(twice.newest('A14')).toMatchObject({ extendedDays: 30, targetOn: '2026-11-01' });
    const late = claim().then('MatterAccepted', '2026-08-03').then('HandlingExtended', '2026-10-09', { days: 30 });
    expect(late.newest('A14')).toMatchObject({ extendedDays: 0, legalOn: '2026-10-08' });
    expect(late.readings.A15).toBeUndefined();
  });

  it('协办单位的期限从办结之日倒数，随延期后移', () => {
    const joint = story(law, 'claim', [...CLAIM_FACTS, 'severalUnits'], { coUnits: ['qinghe/water', 'qinghe/road'] }).then('MatterAccepted', '2026-08-03');
    expect(joint.newest('A40', 'qinghe/road')).toMatchObject({ startedOn: '2026-10-02', legalOn: '2026-09-23' }); // 9月25日中秋
    const extended = joint.then('HandlingExtended', '2026-09-01', { days: 30 }).then('CoUnitOpinionSubmitted', '2026-09-10', { unit: 'qinghe/water' });
    expect(extended.newest('A40', 'qinghe/road')).toMatchObject({ startedOn: '2026-11-01', legalOn: '2026-10-26' });
    expect(extended.newest('A40', 'qinghe/water').outcome).toBe('kept');
  });

  it('不变量 49：只有一次听证暂停，只停复核', () => {
    const recheck = story(law, 'claim', [...CLAIM_FACTS, 'atRecheck', 'firstHearing'])
      .then('RecheckRequested', '2026-03-02')
      .then('HearingDecided', '2026-03-12')
      .then('HearingReported', '2026-03-22')
      .then('HearingDecided', '2026-03-25')
      .then('HearingReported', '2026-04-05');
    expect(recheck.newest('A20')).toMatchObject({ suspendedDays: 10, targetOn: '2026-04-11' });
    const review = story(law, 'claim', [...CLAIM_FACTS, 'atRecheck', 'firstHearing'])
      .then('ReviewRequested', '2026-03-02')
      .then('HearingDecided', '2026-03-12');
    expect(review.newest('A18').suspendedDays).toBe(0);
  });

  it('信访人的权利以后到的日期为准；机关的职责以告知的日期为准，写错也不推后', () => {
    const right = claim().then('OpinionDelivered', '2026-01-24', { told: { A17: '2026-03-01' } });
    expect(right.newest('A17')).toMatchObject({ legalOn: '2026-03-01', targetOn: '2026-02-23' });
    const early = claim().then('OpinionDelivered', '2026-01-24', { told: { A17: '2026-02-23' } });
    expect(early.newest('A17').legalOn).toBe('2026-02-24');
    const duty = (told: PlainDate) =>
      claim()
        .then('MatterAccepted', '2026-08-03', { told: { A14: told } })
        .newest('A14').legalOn;
    expect([duty('2026-10-05'), duty('2026-10-30')]).toEqual(['2026-10-05', '2026-10-08']);
  });

  it('邮戳日算数：信访人寄出在期内，收到在期外', () => {
    const asked = claim().then('OpinionDelivered', '2026-05-11').then('ReviewRequested', '2026-06-13', { postmarkOn: '2026-06-10' });
    expect(asked.newest('A17')).toMatchObject({ stoppedOn: '2026-06-10', outcome: 'kept' });
    expect(asked.newest('A18').startedOn).toBe('2026-06-13');
  });

  it('窗口和权利不是职责，不定颜色', () => {
    const told = claim().then('OpinionDelivered', '2026-09-01').then('AssignmentReceived', '2026-09-01', { assignment: 'assignment/1' });
    expect(light(told.readings, '2026-09-02')?.reading.clock).toBe('A06');
    expect(light(claim().then('OpinionDelivered', '2026-09-01').readings, '2026-09-02')).toBeUndefined();
  });

  it('按期循环的：每期一个，错过的就是错过', () => {
    const patrol = story(law, 'work', []);
    expect(patrol.then('WorkingDayStarted', '2026-11-23', { period: '2026-11-23' }).readings).toEqual({}); // no pack gives it a length here
    const reception = patrol
      .then('MonthStarted', '2026-10-01', { period: '2026-10' })
      .then('MonthStarted', '2026-11-02', { period: '2026-11' })
      .then('LeaderReceptionHeld', '2026-11-10');
    expect(reception.readings['A46@2026-10']?.stoppedOn).toBeUndefined();
    expect(reception.readings['A46@2026-11']).toMatchObject({ outcome: 'kept' });
  });

  it('导入程序的跟踪：每次核对开始下一期', () => {
    const routed = story(law, 'claim', ['routed']).then('MatterRouted', '2026-01-05').then('OtherProcedureChecked', '2026-03-20');
    expect(routed.readings.A36).toMatchObject({ outcome: 'kept' });
    expect(routed.readings['A36#2']).toMatchObject({ startedOn: '2026-03-20' });
  });
});

function fail(): never {
  throw new Error('no such clock');
}
