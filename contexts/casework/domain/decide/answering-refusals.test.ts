import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { answer } from '../../../../test/answer.ts';
import { also, state } from '../../../../test/ways.ts';
import { by, claim, government, ground, housing, laws, opening, petition, STORY, suggestion, system, UNITS, water, words } from '../../../../test/stories.ts';
import type { MatterAction } from '../actions.ts';
import type { MatterCommand } from '../commands.ts';
import { matterDecider } from './index.ts';

/** From acceptance to the answer: each guard refused and let through by one fact, one day, one count. */
const grounds = words('理由');
const handler = { person: '李兰', card: words('卡') };
type Of<Type extends MatterCommand['type']> = Extract<MatterCommand, { type: Type }>;
const accept = (more: object = {}): Of<'accept'> => ({ type: 'accept', route: 'petitionProcedure', ...more, ...housing('2026-08-03') });
const classified = (more: object): MatterAction[] => STORY.referred().map((action) => (action.type === 'MatterClassified' ? { ...action, ...more } : action));
const without = (past: MatterAction[], type: MatterAction['type']) => past.filter((action) => action.type !== type);

describe('受理（第二十八条、第三十一条、第三十二条）', () => {
  it('先甄别，再按第三十一条定途径；其他程序不在这里受理', () => {
    expect(answer(without(STORY.referred(), 'MatterClassified'), accept())).toContain('还没有甄别种类');
    expect(answer(STORY.referred(), { type: 'accept', ...housing('2026-08-03') })).toContain('请先按第三十一条确定办理途径');
    expect(answer(STORY.referred(), accept({ route: 'litigation' }))).toContain('第三十一条第一至四项不受理');
    expect(answer(STORY.referred(), accept({ route: 'dutyPerformance' }))).toBe('MatterAccepted');
    expect(answer(classified({ category: '1001', litigation: true }), accept())).toContain('涉法涉诉事项不按信访程序受理');
  });

  it('建议不问途径，也不记途径', () => {
    expect(also(classified(suggestion), { type: 'accept', ...housing('2026-08-03') }).at(-1)).toMatchObject({ type: 'MatterAccepted', route: null });
    expect(also(classified(suggestion), accept()).at(-1)).toMatchObject({ route: null });
    expect(answer(classified({ ...suggestion, litigation: true }), accept())).toBe('MatterAccepted');
    expect(also(STORY.referred(), accept()).at(-1)).toMatchObject({ route: 'petitionProcedure' });
  });

  it('诉求逐项写明；受理时写了的以受理时为准，没有写的用来件上的，都没有就不能受理', () => {
    const two = [
      { no: 1, text: words('修好路灯') },
      { no: 2, text: words('赔偿') },
    ];
    expect(also(STORY.referred(), accept({ claims: two })).at(-1)).toMatchObject({ claims: two });
    expect(also(STORY.referred(), accept({ claims: [] })).at(-1)).toMatchObject({ claims: [{ no: 1 }] });
    const none = STORY.referred().map((action) => (action.type === 'MatterOpened' ? { ...action, claims: [] } : action));
    expect(answer(none, accept())).toContain('还没有列出诉求');
    expect(answer(none, accept({ claims: two }))).toBe('MatterAccepted');
  });
});

describe('导入其他程序、不予受理（第三十一条、第二十三条）', () => {
  const route = (more: object): MatterCommand => ({
    type: 'routeToProcedure',
    route: 'litigation',
    organ: words('县法院'),
    term: words('六个月'),
    reviewer: '法制员',
    grounds,
    ...more,
    ...housing('2026-08-03'),
  });

  it('只有第一至四项是其他程序；审查的是另一个人', () => {
    expect(answer(STORY.referred(), route({}))).toBe('MatterRouted');
    expect(answer(STORY.referred(), route({ route: 'petitionProcedure' }))).toContain('不是其他程序，请受理后办理');
    expect(answer(STORY.referred(), route({ reviewer: '李兰' }))).toContain('不能由决定人自己审查');
    expect(answer(classified(suggestion), route({}))).toContain('只有申诉求决类事项可以导入其他程序');
    expect(answer(without(STORY.referred(), 'MatterClassified'), route({}))).toContain('还没有甄别种类');
  });

  it('照指引导入的，途径要与指引一致，并留下是哪一条指引', () => {
    const guide = 'landReconsideration';
    expect(also(STORY.referred(), route({})).at(-1)).not.toHaveProperty('guide');
    const routed = also(STORY.referred(), route({ guide })).at(-1);
    expect(routed).toMatchObject({ guide }); // 指引里没有的编号不妨碍，只是留下来
  });

  it('不变量 52：直接收到的可以说不归本单位和本系统，转送来的不可以', () => {
    const decline = (past: MatterAction[], reason: string) =>
      answer(past, { type: 'decline', reason, remedy: grounds, grounds, ...housing('2026-07-27') } as MatterCommand);
    const direct: MatterAction[] = [
      { type: 'MatterOpened', ...opening('2026-07-20', { receivedBy: UNITS.housing, isPetitionDept: false }), ...housing('2026-07-20') },
      { type: 'MatterClassified', ...claim, ...housing('2026-07-20') },
    ];
    expect(decline(direct, 'outsideOwnAndSystem')).toBe('MatterDeclined');
    expect(decline(STORY.referred(), 'outsideOwnAndSystem')).toContain('请在五个工作日内提出异议，不能不予受理');
    expect(decline(STORY.referred(), '态度不好')).toContain('不予受理的理由不在法定范围内');
  });

  it('跟踪其他程序：没有结束只记进展，结束了随之办结', () => {
    const routed = also(STORY.referred(), route({}));
    const check = (ended: boolean) => answer(routed, { type: 'checkOtherProcedure', ended, state: words('正在审理'), ...housing('2026-09-01') });
    expect(check(false)).toBe('OtherProcedureChecked');
    expect(check(true)).toBe('OtherProcedureEnded MatterConcluded');
  });
});

describe('办理（第三十一条第六项、第三十四条）', () => {
  const investigate = (on: PlainDate, staff = 2): MatterCommand => ({ type: 'recordInvestigation', on, staff, record: grounds, ...housing('2026-08-10') });

  it('不变量 10：调查、听取陈述的日期，从收到本件那天到今天', () => {
    for (const [on, said] of [
      ['2026-07-19', '调查的日期早于收到本件的日期（2026-07-20）'],
      ['2026-07-20', 'InvestigationRecorded'],
      ['2026-08-10', 'InvestigationRecorded'],
      ['2026-08-11', '调查的日期晚于今天'],
    ] as const)
      expect(answer(STORY.handling(), investigate(on))).toContain(said);
    const hear = { type: 'hearPetitioner', on: '2026-08-11', refused: false, record: grounds, ...housing('2026-08-10') } as const;
    expect(answer(STORY.handling(), hear)).toContain('听取陈述的日期晚于今天');
    expect(answer(STORY.handling(), { ...hear, on: '2026-08-10' })).toBe('PetitionerHeard');
  });

  it('调查核实两人以上', () => {
    expect(answer(STORY.handling(), investigate('2026-08-10', 1))).toContain('应当由两名以上工作人员进行');
    expect(answer(STORY.handling(), investigate('2026-08-10', 2))).toBe('InvestigationRecorded');
  });

  const extend = (days: number, more: object = {}, on = '2026-09-20'): MatterCommand => ({
    type: 'extend',
    days,
    grounds,
    document: 'document/9',
    method: 'post',
    evidence: grounds,
    ...more,
    ...housing(on),
  });

  it('国家和地方的天数都从规则读：地方延期更短的照地方的，重新作出意见的最长天数也是', () => {
    const law = laws.inForce('2026-05-11');
    const { A15, A06 } = law.terms;
    const terms = { ...law.terms, A15: { ...A15!, length: { days: 20 } }, A06: { ...A06!, length: { days: 10 } } };
    const local = matterDecider(ground({ ...law, terms, limits: { ...law.limits, redo: { ...law.limits.redo, days: 40 } } }));
    expect(answer(STORY.handling(), extend(20), local)).toBe('HandlingExtended ExtensionNoticeDispatched');
    expect(answer(STORY.handling(), extend(21), local)).toContain('延长期限不得超过20日');
    const correct = (dueOn: PlainDate): MatterCommand => ({ type: 'correct', as: 'superior', dueOn, grounds, ...government('2026-09-20') });
    expect(answer(STORY.delivered(), correct('2026-10-30'), local)).toBe('OpinionRevoked');
    expect(answer(STORY.delivered(), correct('2026-10-31'), local)).toContain('应当在今天起40日内');
    const assign = (dueOn: PlainDate): MatterCommand => ({ type: 'assign', to: UNITS.housing, dueOn, ...petition('2026-07-24') });
    expect([answer(STORY.classified(), assign('2026-10-02'), local), answer(STORY.classified(), assign('2026-10-03'), local)]).toEqual([
      'MatterAssigned AssignmentReceived',
      expect.stringContaining('2026-10-02'),
    ]);
  });

  it('不变量 3：延期一至三十日，整日；告诉的日期是顺延后的最后一天', () => {
    for (const days of [0, 31, 1.5]) expect(answer(STORY.handling(), extend(days)), `${days}`).toContain('延长期限不得超过30日');
    for (const days of [1, 30]) expect(answer(STORY.handling(), extend(days)), `${days}`).toBe('HandlingExtended ExtensionNoticeDispatched');
    const [extended, notice] = also(STORY.handling(), extend(30, { told: { A15: '2026-11-02' } })).slice(-2);
    expect(extended).toMatchObject({ told: { A15: '2026-11-02' } }); // 未顺延的11月1日是周日
    expect(notice).toMatchObject({ paper: 'extensionNotice', told: { A15: '2026-11-02' } });
    expect(also(STORY.handling(), extend(30)).at(-1)).not.toHaveProperty('told');
  });

  it('不变量 3、20：延过的、没有期限在走的、期限过了的、没有凭据的，都不能延', () => {
    expect(answer(also(STORY.handling(), extend(5)), extend(5))).toContain('办理期限只能延长一次');
    expect(answer(STORY.handling(), extend(5, {}, '2026-10-08'))).toBe('HandlingExtended ExtensionNoticeDispatched');
    expect(answer(STORY.handling(), extend(5, {}, '2026-10-09'))).toContain('TooLate 办结期限已于2026-10-08届满');
    expect(answer(STORY.handling(), extend(5, { method: 'electronic' }))).toContain('没有同意电子送达');
    const duty: MatterAction[] = [
      ...STORY.referred(),
      { type: 'MatterAccepted', route: 'dutyPerformance', claims: [{ no: 1, text: grounds }], ...housing('2026-08-03') },
      { type: 'HandlingStarted', handler, noInterest: true, ...housing('2026-08-03') },
    ];
    expect(answer(duty, extend(5))).toContain('本件没有办结期限在走');
    const redone = also(STORY.delivered(), { type: 'correct', as: 'superior', dueOn: '2026-10-20', grounds, ...government('2026-09-20') });
    expect(answer(redone, extend(5, {}, '2026-09-21'))).toContain('重新作出意见的期限不能延长');
  });

  it('承办人只指定一次；要换人的由上一级改派', () => {
    const start = { type: 'startHandling', handler, ...housing('2026-08-04') } as const;
    expect(answer(STORY.accepted(), start)).toBe('HandlingStarted');
    expect(answer(STORY.handling(), start)).toContain('承办人已经指定，正在办理');
  });

  it('依法履行职责的两步，只在这条途径上', () => {
    const duty: MatterAction[] = [
      ...STORY.referred(),
      { type: 'MatterAccepted', route: 'dutyPerformance', claims: [{ no: 1, text: grounds }], ...housing('2026-08-03') },
      { type: 'HandlingStarted', handler, noInterest: true, ...housing('2026-08-03') },
    ];
    const steps: MatterCommand[] = [
      { type: 'performDuty', done: grounds, ...housing('2026-08-10') },
      { type: 'replyDuty', document: 'document/3', performed: true, grounds, ...housing('2026-08-10') },
    ];
    for (const step of steps) {
      expect(answer(STORY.handling(), step)).toContain('本件不是依法履行职责类事项');
      expect(answer(duty, step)).toBe(step.type === 'performDuty' ? 'DutyPerformed' : 'DutyReplyIssued');
    }
  });
});

describe('处理意见（第三十二条，不变量 16）', () => {
  const opinion = (results: object, more: object = {}): MatterCommand =>
    ({ type: 'issueOpinion', document: 'document/2', results, ...more, ...housing('2026-09-10') }) as MatterCommand;
  const plan = { dueOn: '2026-09-30', performingUnit: UNITS.housing };

  it('先调查，先听陈述：缺哪样说哪样', () => {
    expect(answer(without(STORY.handling(), 'InvestigationRecorded'), opinion({ 1: 'explained' }))).toContain('还没有调查核实的记录');
    expect(answer(without(STORY.handling(), 'PetitionerHeard'), opinion({ 1: 'explained' }))).toContain('还没有听取信访人陈述的记录');
  });

  it('逐项答复，缺第几项说第几项', () => {
    const two = STORY.handling().map((action) =>
      action.type === 'MatterAccepted' ? { ...action, claims: [...action.claims, { no: 2, text: words('赔偿') }] } : action,
    );
    expect(answer(two, opinion({ 1: 'explained' }))).toContain('第2项诉求还没有答复');
    expect(answer(two, opinion({}))).toContain('第1、2项诉求还没有答复');
    expect(answer(two, opinion({ 1: 'explained', 2: 'notSupported' }))).toBe('OpinionIssued');
  });

  it('支持的写明谁在哪天前落实，今天也可以；不支持的没有落实的期限', () => {
    for (const missing of [{ dueOn: plan.dueOn }, { performingUnit: plan.performingUnit }, {}])
      expect(answer(STORY.handling(), opinion({ 1: 'supported' }, missing))).toContain('支持的诉求要写明由谁在什么日期前落实');
    expect(answer(STORY.handling(), opinion({ 1: 'supported' }, { ...plan, dueOn: '2026-09-09' }))).toContain('落实的日期早于今天');
    expect(answer(STORY.handling(), opinion({ 1: 'supported' }, { ...plan, dueOn: '2026-09-10' }))).toBe('OpinionIssued');
    expect(also(STORY.handling(), opinion({ 1: 'supported' }, plan)).at(-1)).toMatchObject({ dueOn: { A27: '2026-09-30' }, performingUnit: UNITS.housing });
    const plain = also(STORY.handling(), opinion({ 1: 'explained' }, plan)).at(-1);
    for (const said of ['dueOn', 'performingUnit', 'afterRemand']) expect(plain).not.toHaveProperty(said);
  });

  it('名录里没有上一级的，写不出复查机关，不能出', () => {
    const orphan = STORY.handling().map((action) => ({ ...action, ...(action.by.unit === UNITS.housing && { by: { ...action.by, unit: 'qinghe/lone' } }) }));
    const moved = orphan.map((action) => (action.type === 'AssignmentReceived' ? { ...action, to: 'qinghe/lone' } : action)) as MatterAction[];
    expect(answer(moved, { ...opinion({ 1: 'explained' }), ...by('qinghe/lone', '2026-09-10', '王五') })).toContain('处理意见书无法写明复查机关');
    expect(also(STORY.handling(), opinion({ 1: 'explained' })).at(-1)).toMatchObject({ reviewOrgan: UNITS.government });
  });

  it('更正：新的期限从今天到第六十日', () => {
    const correct = (dueOn: PlainDate): MatterCommand => ({ type: 'correct', as: 'superior', dueOn, grounds, ...government('2026-09-20') });
    for (const dueOn of ['2026-09-19', '2026-11-20'] as const) expect(answer(STORY.delivered(), correct(dueOn))).toContain('应当在今天起60日内');
    for (const dueOn of ['2026-09-20', '2026-11-19'] as const) expect(answer(STORY.delivered(), correct(dueOn))).toBe('OpinionRevoked');
  });
});

describe('落实、报告、答复（第三十二条第二款、第二十二条、第二十九条）', () => {
  const report = { type: 'reportPerformance', evidence: grounds, ...housing('2026-09-20') } as const;
  const verify = (reply: 'petitionerConfirms' | 'petitionerDenies'): MatterCommand => ({
    type: 'verifyPerformance',
    answer: reply,
    evidence: grounds,
    ...petition('2026-09-25'),
  });

  it('不变量 17：没有支持的就没有落实；先报告再核实；信访人说没有落实的退回', () => {
    const explained = STORY.delivered().map((action) => (action.type === 'OpinionIssued' ? { ...action, results: { 1: 'explained' as const } } : action));
    expect(answer(explained, report)).toContain('没有需要落实的事项');
    expect(answer(explained, verify('petitionerConfirms'))).toContain('没有需要核实的事项');
    expect(answer(STORY.delivered(), verify('petitionerConfirms'))).toContain('办理单位还没有报告落实情况');
    const reported = also(STORY.delivered(), report);
    expect(answer(reported, verify('petitionerConfirms'))).toBe('PerformanceVerified');
    expect(answer(reported, verify('petitionerDenies'))).toBe('PerformanceRefuted');
  });

  it('落实的单位不核实自己：意见写明由它落实的，换别的单位向信访人核实', () => {
    const by = (performingUnit: string) => STORY.delivered().map((one) => (one.type === 'OpinionIssued' ? { ...one, performingUnit } : one));
    const own = also(by(UNITS.petition), report);
    expect(answer(own, verify('petitionerConfirms'))).toContain('落实的就是本单位，不能自己核实');
    expect(answer(own, { ...verify('petitionerConfirms'), ...government('2026-09-25') })).toBe('PerformanceVerified');
  });

  it('期满以后核实落实的，随之办结；没有期满的只记核实', () => {
    const lapsed = also(
      also(STORY.delivered(), { type: 'lapseTerm', ...system('2026-10-15') }),
      { type: 'lapseTerm', ...system('2026-10-21') },
      { ...report, ...housing('2026-10-22') },
    );
    expect(answer(lapsed, { ...verify('petitionerConfirms'), ...petition('2026-10-25') })).toBe('PerformanceVerified MatterConcluded');
    expect(answer(lapsed, { type: 'conclude', reason: 'noReviewInTime', ...housing('2026-10-25') })).toContain('支持的诉求还没有核实落实');
  });

  it('没有交办报告的，没有办结报告可报、可审', () => {
    expect(answer(STORY.handling(), { type: 'reportCompletion', report: grounds, ...housing('2026-09-20') })).toContain('没有待报送的办结报告');
    expect(answer(STORY.handling(), { type: 'checkReport', accepted: true, ...petition('2026-09-20') })).toContain('没有待审核的办结报告');
  });

  it('第二十九条：认定有贡献的，答复之外另记一笔；没有认定的不决定奖励', () => {
    const studying: MatterAction[] = [
      ...classified(suggestion),
      { type: 'MatterAccepted', route: null, claims: [{ no: 1, text: grounds }], ...housing('2026-08-03') },
      { type: 'HandlingStarted', handler, noInterest: true, ...housing('2026-08-03') },
    ];
    const reply = (contribution: boolean): MatterCommand => ({
      type: 'replySuggestion',
      document: 'document/3',
      adopted: 'partly',
      contribution,
      grounds,
      ...housing('2026-08-20'),
    });
    const reward = { type: 'decideReward', rewarded: true, grounds, ...housing('2026-08-25') } as const;
    expect(answer(studying, reply(true))).toBe('SuggestionReplyIssued ContributionFound');
    expect(answer(studying, reply(false))).toBe('SuggestionReplyIssued');
    expect(answer(also(studying, reply(true)), reward)).toBe('RewardDecided');
    expect(answer(also(studying, reply(false)), reward)).toContain('没有认定有贡献');
    expect(answer(also(studying, reply(false)), { type: 'conclude', reason: 'suggestionReplied', ...housing('2026-08-25') })).toContain('答复送达后自动办结');
  });

  it('别的单位不能替它作意见', () => {
    const command = { type: 'issueOpinion', document: 'd', results: { 1: 'explained' }, ...water('2026-09-10') } as MatterCommand;
    expect(answer(STORY.handling(), command)).toContain('NotAllowed 本单位不能对本件');
    expect(state(STORY.handling()).handlingUnit).toBe(UNITS.housing);
  });
});
