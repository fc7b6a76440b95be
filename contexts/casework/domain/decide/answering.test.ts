import { describe, expect, it } from 'vitest';
import { specify } from '#kernel/spec.ts';
import { replay } from '#kernel/decider.ts';
import { government, housing, decider, organs, petition, STORY, suggestion, system, UNITS, water, words, opening } from '../../../../test/stories.ts';
import { newestOf } from '../clocks.ts';
import { answerableOrgan } from '../matter.ts';

const given = specify(decider);
const state = (...actions: Parameters<typeof given>) => replay(decider, actions);
const sending = { method: 'post', evidence: words('挂号信') } as const;

describe('转送、异议（第二十二条、第二十三条）', () => {
  it('V28 不变量 5：第五个工作日还能提异议，第六个就不能了', () => {
    const past = STORY.referred('2026-09-16', '2026-09-28');
    const ask = (on: string) => given(...past).when({ type: 'raiseObjection', grounds: words('不归住建局管'), ...housing(on) });
    ask('2026-10-10').thenTypes('ObjectionRaised');
    ask('2026-10-12').thenRefused('TooLate');
  });

  it('不变量 6：异议期间，告知期限不停', () => {
    const matter = state(...STORY.referred(), { type: 'ObjectionRaised', assignment: 'assignment/1', grounds: words('理由'), ...housing('2026-07-27') });
    expect(newestOf(matter.clocks, 'A06')).toMatchObject({ legalOn: '2026-08-10' });
    expect(newestOf(matter.clocks, 'A06')?.stoppedOn).toBeUndefined();
  });

  it('异议成立：材料交还信访部门，十五日按原来的日期接着算，一个单位只能提一次', () => {
    const upheld = [
      ...STORY.referred(),
      { type: 'ObjectionRaised', assignment: 'assignment/1', grounds: words('理由'), ...housing('2026-07-27') } as const,
      { type: 'ObjectionUpheld', assignment: 'assignment/1', grounds: words('同意'), ...petition('2026-07-28') } as const,
    ];
    const matter = state(...upheld);
    expect(matter.stage).toBe('triaged');
    expect(answerableOrgan(matter)).toBe(UNITS.petition);
    expect(newestOf(matter.clocks, 'A03')).toMatchObject({ legalOn: '2026-08-04' });
    given(...upheld)
      .when({ type: 'refer', to: UNITS.water, ...petition('2026-07-29') })
      .thenTypes('MatterReferred', 'AssignmentReceived');
  });

  it('别的单位不能替承办单位办，已办过的环节不能再办', () => {
    given(...STORY.referred())
      .when({ type: 'accept', route: 'petitionProcedure', ...water('2026-07-27') })
      .thenRefused('NotAllowed');
    given(...STORY.referred())
      .when({ type: 'refer', to: UNITS.water, ...petition('2026-07-27') })
      .thenRefused('WrongStage');
    given(...STORY.classified())
      .when({ type: 'refer', to: 'linshui/petition', ...petition('2026-07-22') })
      .thenRefused('AgainstRule');
  });

  it('不变量 52：信访部门不引导走，涉法涉诉的来访除外', () => {
    const guide = { type: 'guideElsewhere', reason: 'litigationVisitor', place: words('县法院'), grounds: words('释法明理') } as const;
    given(...STORY.classified())
      .when({ ...guide, ...petition('2026-07-21') })
      .thenRefused('AgainstRule');
    const visit = [
      { type: 'MatterOpened', ...opening('2026-07-20', { channel: 'visit' }), ...petition('2026-07-20') } as const,
      { type: 'MatterClassified', ...suggestion, kind: 'claim', purpose: 'appeal', category: '1001', litigation: true, ...petition('2026-07-20') } as const,
    ];
    given(...visit)
      .when({ ...guide, ...petition('2026-07-21') })
      .thenTypes('VisitorGuided');
  });

  it('不变量 52：转送来的不能以不归我管为由不予受理；不变量 14：理由只能从法定清单里选', () => {
    const decline = { type: 'decline', reason: 'outsideOwnAndSystem', remedy: words('向水利局提出'), grounds: words('不归我管') } as const;
    given(...STORY.referred())
      .when({ ...decline, ...housing('2026-07-27') })
      .thenRefused('AgainstRule');
    given(...STORY.referred())
      .when({ ...decline, reason: '重复信访' as never, ...housing('2026-07-27') })
      .thenRefused('AgainstRule');
    given(...STORY.referred())
      .when({ ...decline, reason: 'alreadyAcceptedBelow', ...housing('2026-07-27') })
      .thenTypes('MatterDeclined');
  });
});

describe('受理、办理（第三十一条至第三十四条）', () => {
  it('V24 不变量 48：晚受理不能多出时间', () => {
    const late = state(...STORY.referred('2026-05-28', '2026-06-01'), {
      type: 'MatterAccepted',
      route: 'petitionProcedure',
      claims: [{ no: 1, text: words('一') }],
      ...housing('2026-06-22'),
    });
    expect(newestOf(late.clocks, 'A14')).toMatchObject({ startedOn: '2026-06-16', targetOn: '2026-08-15', legalOn: '2026-08-17' });
    expect(newestOf(late.clocks, 'A06')?.stoppedOn).toBeUndefined(); // accepting is no notice (不变量 9)
  });

  it('不变量 4：建议意见没有六十日的办结期限', () => {
    const past = STORY.referred().map((action) => (action.type === 'MatterClassified' ? { ...action, ...suggestion } : action));
    const matter = state(...past, { type: 'MatterAccepted', route: null, claims: [{ no: 1, text: words('一') }], ...housing('2026-08-03') });
    expect(newestOf(matter.clocks, 'A14')).toBeUndefined();
    expect(newestOf(matter.clocks, 'A22')).toBeDefined();
  });

  it('不变量 3：延期只有一次，至多三十日，通知要在办结期限内发出', () => {
    const extend = (days: number, on: string) =>
      ({ type: 'extend', days, grounds: words('要做鉴定'), document: 'document/9', ...sending, ...housing(on) }) as const;
    given(...STORY.handling())
      .when(extend(31, '2026-09-20'))
      .thenRefused('AgainstRule');
    given(...STORY.handling())
      .when(extend(30, '2026-10-09'))
      .thenRefused('TooLate');
    given(...STORY.handling())
      .when(extend(30, '2026-10-08'))
      .thenTypes('HandlingExtended', 'ExtensionNoticeDispatched');
    const extended = [...STORY.handling(), ...decider.decide(extend(30, '2026-09-20'), state(...STORY.handling()))];
    given(...extended)
      .when(extend(5, '2026-09-21'))
      .thenRefused('AgainstRule');
    expect(newestOf(state(...extended).clocks, 'A15')).toMatchObject({ targetOn: '2026-11-01', legalOn: '2026-11-02' }); // V08
  });

  it('不变量 16：处理意见要逐项答复；先调查，先听陈述；支持的要有落实的日期', () => {
    const opinion = { type: 'issueOpinion', document: 'document/2', ...housing('2026-09-10') } as const;
    given(...STORY.accepted(), { type: 'HandlingStarted', handler: { person: '李兰', card: words('卡') }, noInterest: true, ...housing('2026-08-03') })
      .when({ ...opinion, results: { 1: 'explained' } })
      .thenRefused('AgainstRule');
    given(...STORY.handling())
      .when({ ...opinion, results: {} })
      .thenRefused('AgainstRule');
    given(...STORY.handling())
      .when({ ...opinion, results: { 1: 'supported' } })
      .thenRefused('AgainstRule');
    given(...STORY.handling())
      .when({ ...opinion, results: { 1: 'notSupported' } })
      .thenTypes('OpinionIssued');
  });
});

describe('发出、送达（第三十五条）', () => {
  it('V25 不变量 47：没送到，期限按原来的日期接着走；收到那天才起算复查期限', () => {
    const past = [
      ...STORY.dispatched('2026-09-10'),
      { type: 'DeliveryFailed', document: 'document/2', paper: 'handlingOpinion', grounds: words('退回'), ...housing('2026-09-21') } as const,
    ];
    expect(newestOf(state(...past).clocks, 'A14')).toMatchObject({ targetOn: '2026-10-02', legalOn: '2026-10-08' });
    expect(newestOf(state(...past).clocks, 'A14')?.stoppedOn).toBeUndefined();
    expect(state(...past).stage).toBe('opinionIssued');
    const again = [
      ...past,
      ...decider.decide({ type: 'dispatch', document: 'document/2', paper: 'handlingOpinion', ...sending, ...housing('2026-10-08') }, state(...past)),
    ];
    expect(newestOf(state(...again).clocks, 'A14')).toMatchObject({ outcome: 'kept', stoppedOn: '2026-10-08' });
    const arrived = [
      ...again,
      ...decider.decide({ type: 'recordDelivery', document: 'document/2', ...sending, on: '2026-10-14', ...housing('2026-10-14') }, state(...again)),
    ];
    expect(newestOf(state(...arrived).clocks, 'A17')).toMatchObject({ startedOn: '2026-10-14', legalOn: '2026-11-13' });
  });

  it('不变量 20：没有同意就不能电子送达；不变量 10：送达日期不能早于发出', () => {
    given(...STORY.decided())
      .when({ type: 'dispatch', document: 'document/2', paper: 'handlingOpinion', method: 'electronic', evidence: words('系统'), ...housing('2026-09-10') })
      .thenRefused('AgainstRule');
    given(...STORY.dispatched('2026-09-10'))
      .when({ type: 'recordDelivery', document: 'document/2', ...sending, on: '2026-09-09', ...housing('2026-09-14') })
      .thenRefused('AgainstRule');
    given(...STORY.dispatched('2026-09-10'))
      .when({ type: 'recordDelivery', document: 'document/2', ...sending, on: '2026-09-15', ...housing('2026-09-14') })
      .thenRefused('AgainstRule');
  });

  it('复查期限和邮寄余量都过了，才记为没有申请；有支持的，进入落实', () => {
    const past = STORY.delivered('2026-09-14'); // right until 2026-10-14, mail margin until 2026-10-19
    given(...past)
      .when({ type: 'lapseTerm', ...system('2026-10-14') })
      .thenRefused('AgainstRule');
    const ended = [...past, ...decider.decide({ type: 'lapseTerm', ...system('2026-10-15') }, state(...past))];
    given(...ended)
      .when({ type: 'lapseTerm', ...system('2026-10-19') })
      .thenRefused('AgainstRule');
    given(...ended)
      .when({ type: 'lapseTerm', ...system('2026-10-21') })
      .thenTypes('ReviewTermLapsed');
    const lapsed = state(...ended, ...decider.decide({ type: 'lapseTerm', ...system('2026-10-21') }, state(...ended)));
    expect(lapsed.stage).toBe('performing');
    expect(answerableOrgan(lapsed)).toBe(UNITS.housing);
  });
});

describe('重新办理、更正（第四十九号、第三十五号）', () => {
  it('不变量 53：不予受理错了，回到待受理，从头告知；不变量 48：六十日仍从最初收到算', () => {
    const declined = [
      ...STORY.referred('2026-05-28', '2026-06-01'),
      { type: 'MatterDeclined', reason: 'alreadyAcceptedBelow', remedy: words('镇里'), grounds: words('镇里在办'), ...housing('2026-06-05') } as const,
      { type: 'MatterReopened', grounds: words('镇里没有在办'), ...government('2026-07-01') } as const,
    ];
    const matter = state(...declined);
    expect(matter.stage).toBe('awaitingAcceptance');
    const accepted = state(...declined, {
      type: 'MatterAccepted',
      route: 'petitionProcedure',
      claims: [{ no: 1, text: words('一') }],
      ...housing('2026-07-02'),
    });
    expect(newestOf(accepted.clocks, 'A14')).toMatchObject({ startedOn: '2026-06-16' });
    expect(newestOf(accepted.clocks, 'A06')).toMatchObject({ startedOn: '2026-07-01' });
  });

  it('更正：撤销原意见，六十日内重新作出', () => {
    const correct = { type: 'correct', as: 'superior', grounds: words('事实不清'), ...government('2026-09-20') } as const;
    given(...STORY.delivered())
      .when({ ...correct, dueOn: '2026-12-01' })
      .thenRefused('AgainstRule');
    given(...STORY.delivered())
      .when({ ...correct, dueOn: '2026-10-20' })
      .thenTypes('OpinionRevoked');
    const matter = state(...STORY.delivered(), ...decider.decide({ ...correct, dueOn: '2026-10-20' }, state(...STORY.delivered())));
    expect(matter.stage).toBe('inProgress');
    expect(newestOf(matter.clocks, 'A37')).toMatchObject({ legalOn: '2026-10-20' });
    expect(newestOf(matter.clocks, 'A17')).toMatchObject({ outcome: 'stopped' });
  });

  it('不认识的单位、名录之外的单位，都转不出去', () => {
    expect(organs.exists('qinghe/nowhere')).toBe(false);
    given(...STORY.classified())
      .when({ type: 'refer', to: 'qinghe/nowhere', ...petition('2026-07-22') })
      .thenRefused('AgainstRule');
  });
});
