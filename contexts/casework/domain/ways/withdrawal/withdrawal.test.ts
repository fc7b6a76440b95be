import { describe, expect, it } from 'vitest';
import { readLaws } from '#platform/rules.ts';
import { replay } from '#kernel/decider.ts';
import { by, claim, government, ground, housing, opening, petition, STORY, system, UNITS, words } from '../../../../../test/stories.ts';
import { also, clock, given, state } from '../../../../../test/ways.ts';
import type { MatterAction } from '../../actions.ts';
import { matterDecider } from '../../decide/index.ts';
import { answerableOrgan } from '../../matter.ts';
import { missingFromFile } from '../../archive.ts';

const ask = (on: string) => ({ type: 'requestWithdrawal', statement: words('不想再办了'), ...by('信访人', on) }) as const;
const callBack = (on: string, more: object = {}) =>
  ({ type: 'confirmWithdrawal', answer: 'free', record: words('电话问过，自愿'), publicInterest: false, ...petition(on), ...more }) as const;
const asked = also(STORY.handling(), ask('2026-09-14'));
const withdrawn = also(asked, callBack('2026-09-15'));

describe('撤回（生命周期第三章第二节）', () => {
  it('由承办单位以外的人回访，问有没有人施压；有压力的不算撤回', () => {
    given(...STORY.handling())
      .when(callBack('2026-09-15'))
      .thenRefused('AgainstRule');
    given(...asked)
      .when({ ...callBack('2026-09-15'), ...housing('2026-09-15') })
      .thenRefused('NotAllowed');
    given(...asked)
      .when(callBack('2026-09-15', { answer: 'pressured' }))
      .thenTypes('WithdrawalNotConfirmed');
    const going = also(asked, callBack('2026-09-15', { answer: 'pressured' }));
    expect(state(going)).toMatchObject({ stage: 'inProgress' });
    expect(state(going).withdrawal).toBeUndefined();
    expect(clock(going, 'A14')?.stoppedOn).toBeUndefined();
  });

  it('不变量 47、7：确认撤回停各项期限，只剩三十日的反悔权，由原来的单位负责', () => {
    expect(state(withdrawn).stage).toBe('withdrawn');
    expect(clock(withdrawn, 'A14')).toMatchObject({ outcome: 'stopped', stoppedOn: '2026-09-15' });
    expect(clock(withdrawn, 'A39')).toMatchObject({ startedOn: '2026-09-15', legalOn: '2026-10-15' });
    expect(answerableOrgan(state(withdrawn))).toBe(UNITS.housing);
  });

  it('反悔：回到原来的环节，期限按原日期；落在撤回期间的超期单独标明', () => {
    const back = also(withdrawn, { type: 'undoWithdraw', statement: words('还是要办'), ...by('信访人', '2026-10-12') });
    expect(state(back).stage).toBe('inProgress');
    expect(clock(back, 'A14')).toMatchObject({ targetOn: '2026-10-02', legalOn: '2026-10-08', withdrawnMeanwhile: true });
    expect(clock(back, 'A14')?.stoppedOn).toBeUndefined();
    const lateAlready = also(STORY.handling(), ask('2026-10-12'), callBack('2026-10-13'), {
      type: 'undoWithdraw',
      statement: words('还是要办'),
      ...by('信访人', '2026-10-14'),
    });
    expect(clock(lateAlready, 'A14')).toMatchObject({ legalOn: '2026-10-08' }); // overdue stays overdue
    expect(clock(lateAlready, 'A14')?.withdrawnMeanwhile).toBeUndefined();
    given(...withdrawn)
      .when({ type: 'undoWithdraw', statement: words('还是要办'), ...by('信访人', '2026-10-16') })
      .thenRefused('TooLate');
  });

  it('不变量 25：三十日过后以“撤回”办结，不算解决；卷宗以回访记录为凭', () => {
    given(...withdrawn)
      .when({ type: 'lapseWithdrawal', ...system('2026-10-15') })
      .thenRefused('AgainstRule');
    const ended = also(withdrawn, { type: 'lapseWithdrawal', ...system('2026-10-16') });
    expect(state(ended)).toMatchObject({ stage: 'concluded', concluded: 'withdrawn' });
    expect(missingFromFile(state(ended))).toEqual([]);
  });

  it('涉及公共利益的，撤回不免除单位的职责：记成有日期的承诺', () => {
    given(...asked)
      .when(callBack('2026-09-15', { publicInterest: true }))
      .thenRefused('AgainstRule');
    const duty = also(asked, callBack('2026-09-15', { publicInterest: true, duty: words('修好整条路的灯'), dutyDueOn: '2026-10-20' }));
    expect(duty.slice(-2).map(({ type }) => type)).toEqual(['CommitmentMade', 'MatterWithdrawn']);
    expect(state(duty).promises?.commitments).toMatchObject([{ owner: UNITS.housing, dueOn: '2026-10-20', state: 'open' }]);
  });

  it('不变量 9、22：复查中撤回，处理意见已经支持的仍要落实：撤回、办结以后照样报告、向信访人核实，核实了才归档', () => {
    const done = (on: string) => by(UNITS.housing, on, '何新');
    const reviewing = also(
      STORY.delivered(),
      { type: 'requestReview', on: '2026-09-30', grounds: words('还有一项没有支持'), ...by('信访人', '2026-09-30') },
      ask('2026-10-08'),
      { ...callBack('2026-10-09'), ...petition('2026-10-09') },
    );
    expect(state(reviewing).stage).toBe('withdrawn');
    expect(clock(reviewing, 'A27')).toMatchObject({ legalOn: '2026-09-30' });
    expect(clock(reviewing, 'A27')?.stoppedOn).toBeUndefined();
    const report = { type: 'reportPerformance', evidence: words('路灯修好') } as const;
    given(...reviewing)
      .when({ ...report, ...done('2026-10-12') })
      .thenTypes('PerformanceReported');
    const ended = also(reviewing, { type: 'lapseWithdrawal', ...system('2026-11-10') });
    const archive = { type: 'archive', archiveNo: 'J021-XF-2026-1', ...done('2026-11-20') } as const;
    given(...ended)
      .when(archive)
      .thenRefused('AgainstRule');
    const reported = also(ended, { ...report, ...done('2026-11-12') });
    const refuted = also(reported, { type: 'verifyPerformance', answer: 'petitionerDenies', evidence: words('灯还是不亮'), ...petition('2026-11-13') });
    expect(state(refuted)).toMatchObject({ stage: 'concluded', performance: 'owed' });
    const verified = also(
      refuted,
      { ...report, ...done('2026-11-16') },
      { type: 'verifyPerformance', answer: 'petitionerConfirms', evidence: words('电话问过'), ...petition('2026-11-17') },
    );
    expect(clock(verified, 'A27')).toMatchObject({ stoppedOn: '2026-11-17' });
    expect(state(verified)).toMatchObject({ stage: 'concluded', concluded: 'withdrawn' });
    for (const [past, command] of [
      [verified, { ...report, ...done('2026-11-18') }],
      [withdrawn, { ...report, ...done('2026-09-16') }],
    ] as const)
      given(...past)
        .when(command)
        .thenRefused('AgainstRule'); // owed no more, or never
  });

  it('意见在路上的先等送达；送达以后不需要撤回', () => {
    given(...STORY.dispatched('2026-09-10'))
      .when(ask('2026-09-11'))
      .thenRefused('AgainstRule');
    given(...STORY.delivered('2026-09-14'))
      .when(ask('2026-09-15'))
      .thenRefused('AgainstRule');
  });

  it('意见送达前没有回访确认的申请，送达后就了结：复查中不能拿它来确认，要撤回复查的另外申请', () => {
    const arrived = also(
      asked,
      { type: 'issueOpinion', document: 'document/2', results: { 1: 'explained' }, ...housing('2026-09-15') },
      { type: 'dispatch', document: 'document/2', paper: 'handlingOpinion', method: 'post', evidence: words('挂号信'), ...housing('2026-09-15') },
      { type: 'recordDelivery', document: 'document/2', method: 'post', evidence: words('回执'), on: '2026-09-16', ...housing('2026-09-16') },
    );
    expect(state(arrived).withdrawal).toBeUndefined();
    const reviewing = also(arrived, { type: 'requestReview', on: '2026-09-20', grounds: words('不服'), ...by('信访人', '2026-09-20') });
    given(...reviewing)
      .when(callBack('2026-09-21'))
      .thenRefused('AgainstRule');
    given(...reviewing)
      .when(ask('2026-09-21'))
      .thenTypes('WithdrawalRequested');
  });

  it('不变量 7：报请决定、导入程序的撤回后反悔，所等的接着等', () => {
    const routed = also(STORY.handling(), {
      type: 'routeToProcedure',
      route: 'administrativeProcedure',
      organ: words('县政府'),
      term: words('60日'),
      reviewer: '审查人',
      grounds: words('应当复议'),
      ...housing('2026-08-10'),
    });
    const back = also(routed, ask('2026-08-11'), callBack('2026-08-12'), { type: 'undoWithdraw', statement: words('还是要办'), ...by('信访人', '2026-08-20') });
    expect(state(back).stage).toBe('routed');
    expect(clock(back, 'A36')).toMatchObject({ startedOn: '2026-08-10', targetOn: '2026-11-08' }); // the period goes on, no new one begins
  });
});

describe('没有承继人（只依有明文的地方规定）', () => {
  const shandong = readLaws({ packs: ['sample-shandong'] });
  const local = matterDecider({ ...ground(), lawOf: shandong.get });
  const past = (pack: string): MatterAction[] => [
    { type: 'MatterOpened', ...opening('2026-07-20', { pack }), ...petition('2026-07-20') },
    { type: 'MatterClassified', ...claim, ...petition('2026-07-20') },
  ];
  const command = { type: 'recordNoSuccessor', reviewer: '审查人', grounds: words('死亡证明，没有继承人'), ...petition('2026-07-21') } as const;

  it('不变量 58：地方法规有明文的才能这样办结，并写明条文', () => {
    given(...STORY.classified())
      .when(command)
      .thenRefused('AgainstRule');
    const { version } = shandong.inForce('2026-07-20', 'sample-shandong');
    const done = local.decide(command, replay(local, past(version)));
    expect(done).toMatchObject([
      { type: 'NoSuccessorRecorded', article: '山东省信访条例第四十六条第四项' },
      { type: 'MatterConcluded', reason: 'noSuccessor' },
    ]);
    expect(() => local.decide({ ...command, reviewer: '张明' }, replay(local, past(version)))).toThrow('不能由决定人自己审查');
  });

  it('上一级也可以回访', () => {
    given(...asked)
      .when({ ...callBack('2026-09-15'), ...government('2026-09-15') })
      .thenTypes('MatterWithdrawn');
  });
});
