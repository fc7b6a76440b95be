import { describe, expect, it } from 'vitest';
import { answer } from '../../../../test/answer.ts';
import { also, clock, handler, qinghe } from '../../../../test/ways.ts';
import { by, government, housing, opening, petition, STORY, system, UNITS, water, words } from '../../../../test/stories.ts';
import type { MatterAction } from '../actions.ts';
import type { MatterCommand } from '../commands.ts';

/** The further ways of a matter: each guard by its sentence, beside the nearest that is let through. */
const grounds = words('理由');
const petitioner = (date: string) => by('信访人', date, '信访人');
const ask = (past: readonly MatterAction[], command: object) => answer(past, command as MatterCommand);
const then = (past: readonly MatterAction[], ...commands: object[]) => also(past, ...(commands as MatterCommand[]));

describe('调解、和解（第三十三条）', () => {
  const mediate = { type: 'startMediation', petitionerConsents: true, otherConsents: true, discretion: true, record: grounds, ...housing('2026-08-05') };
  const sign = {
    type: 'signAgreement',
    form: 'settlement',
    petitionerFree: true,
    otherFree: true,
    terms: grounds,
    instrument: 'document/7',
    dueOn: '2026-08-10',
    ...housing('2026-08-10'),
  };
  const effect = (on: string) => ({ type: 'recordAgreementEffect', on, ...housing('2026-08-12') });

  it('双方都同意、有裁量余地，三样缺一不可', () => {
    expect(ask(STORY.handling(), mediate)).toBe('MediationStarted');
    for (const missing of [{ petitionerConsents: false }, { otherConsents: false }])
      expect(ask(STORY.handling(), { ...mediate, ...missing })).toContain('调解要双方都同意');
    expect(ask(STORY.handling(), { ...mediate, discretion: false })).toContain('只有自由裁量范围内');
    expect(ask(then(STORY.handling(), mediate), mediate)).toContain('已经在调解');
    expect(ask(STORY.handling(), { type: 'failMediation', grounds, ...housing('2026-08-06') })).toContain('没有正在进行的调解');
    expect(ask(then(STORY.handling(), mediate), { type: 'failMediation', grounds, ...housing('2026-08-06') })).toBe('MediationFailed');
  });

  it('协议双方自愿；调解协议要先开始调解；履行的日子今天也可以', () => {
    expect(ask(STORY.handling(), sign)).toBe('AgreementSigned');
    const { instrument: _, ...unwritten } = sign;
    expect(ask(STORY.handling(), unwritten)).toContain('调解、和解要有协议书');
    expect(then(STORY.handling(), { ...unwritten, scan: grounds }).at(-1)).toMatchObject({ scan: grounds });
    expect(then(STORY.handling(), sign).at(-1)).toMatchObject({ instrument: 'document/7' });
    expect(ask(STORY.handling(), { ...sign, dueOn: '2026-08-09' })).toContain('履行的日期早于今天');
    for (const missing of [{ petitionerFree: false }, { otherFree: false }]) expect(ask(STORY.handling(), { ...sign, ...missing })).toContain('协议要双方自愿');
    expect(ask(STORY.handling(), { ...sign, form: 'mediation' })).toContain('还没有登记双方同意调解');
    expect(ask(then(STORY.handling(), mediate), { ...sign, form: 'mediation' })).toBe('AgreementSigned');
  });

  it('签字早于登记的，生效照实填，三十日从那天算；不晚于今天、不早于受理；各登记一次', () => {
    const signed = then(STORY.handling(), sign);
    expect(ask(signed, effect('2026-08-13'))).toContain('日期晚于今天');
    expect(ask(signed, effect('2026-08-02'))).toContain('日期早于受理本件的日期（2026-08-03）');
    const before = then(signed, effect('2026-08-07')); // signed on paper that day, entered on the tenth
    expect(clock(before, 'B15')).toMatchObject({ startedOn: '2026-08-07', targetOn: '2026-09-06', legalOn: '2026-09-07' });
    const confirm = (on: string, at = on) => ({ type: 'applyConfirmation', on, court: words('县法院'), ...housing(at) });
    expect(ask(signed, confirm('2026-08-12'))).toContain('协议还没有登记生效');
    const effective = then(signed, effect('2026-08-12'));
    expect(ask(effective, effect('2026-08-12'))).toContain('协议已经登记生效');
    expect(ask(effective, confirm('2026-09-11'))).toBe('ConfirmationApplied');
    expect(ask(effective, confirm('2026-08-11'))).toContain('日期早于协议生效的日期（2026-08-12）');
    expect(ask(effective, confirm('2026-09-12', '2026-09-14'))).toContain('TooLate 共同申请司法确认的期限已于');
    expect(ask(effective, confirm('2026-09-11', '2026-09-14'))).toBe('ConfirmationApplied'); // in time at the court, and entered later
    expect(ask(then(effective, confirm('2026-09-11')), confirm('2026-09-11'))).toContain('已经登记申请司法确认');
  });
});

describe('回避、紧急（第二十八条第三款、第二十五条）', () => {
  const request = (person?: string) => ({ type: 'requestRecusal', ...(person && { person }), interest: grounds, ...petitioner('2026-08-05') });
  const decide = (more: object = {}) => ({
    type: 'decideRecusal',
    no: 1,
    recused: true,
    successor: { person: '王五', card: grounds },
    grounds,
    ...government('2026-08-06'),
    ...more,
  });

  it('没有承办人的要写明是谁；同一个人不重复申请，没有同意的可以再申请', () => {
    expect(ask(STORY.accepted(), request())).toContain('还没有确定承办人');
    expect(then(STORY.accepted(), request('赵六')).at(-1)).toMatchObject({ person: '赵六', unit: UNITS.housing, part: 'recusal/1' });
    const asked = then(STORY.handling(), request());
    expect(asked.at(-1)).toMatchObject({ person: '李兰' });
    expect(ask(asked, request())).toContain('对这名工作人员已经申请回避');
    const refused = then(asked, decide({ recused: false }));
    expect(then(refused, request()).at(-1)).toMatchObject({ part: 'recusal/2' });
  });

  it('决定的不是本人，是本单位别的负责人或者上一级；承办人回避的写明换了谁，换的是别人', () => {
    const asked = then(STORY.handling(), request());
    expect(ask(STORY.handling(), decide())).toContain('没有等待决定的回避申请');
    expect(ask(asked, decide({ no: 2 }))).toContain('没有第2项等待决定的回避申请');
    expect(ask(asked, { ...decide(), ...housing('2026-08-06') })).toContain('您不能办理本件');
    expect(ask(asked, decide({ by: { person: '李兰', unit: UNITS.government } }))).toMatch(/AgainstRule/);
    const own = (more: object = {}) => decide({ by: { person: '王局长', unit: UNITS.housing }, ...more });
    expect(ask(asked, own({ successor: undefined }))).toContain('承办人回避的，请写明改由谁承办');
    expect(ask(asked, own({ successor: { person: '李兰', card: grounds } }))).toContain('改由承办的不能是同一个人');
    expect(ask(asked, own())).toBe('RecusalDecided HandlingStarted');
    expect(ask(asked, decide())).toContain('由承办单位自己指定'); // the organ above names nobody of its own as the handler of another
    expect(ask(asked, decide({ successor: undefined }))).toBe('RecusalDecided');
    expect(ask(asked, decide({ successor: undefined, recused: false }))).toBe('RecusalDecided');
    const other = then(STORY.handling(), request('赵六'));
    expect(ask(other, decide({ successor: undefined }))).toBe('RecusalDecided'); // 不是承办人，不用换人
  });

  it('报本级谁都可以，上报由信访部门；先标明再报告', () => {
    const flag = { type: 'flagUrgent', what: grounds, ...housing('2026-08-05') };
    const report = (to: string, who: object) => ({ type: 'reportUrgent', to, evidence: grounds, ...who });
    expect(ask(STORY.handling(), report('level', housing('2026-08-05')))).toContain('请先“标明重大紧急”');
    const flagged = then(STORY.handling(), flag);
    expect(ask(flagged, report('level', housing('2026-08-05')))).toBe('UrgentReportSent');
    expect(ask(flagged, report('upward', housing('2026-08-05')))).toContain('由信访部门办理；请先报告本级');
    expect(ask(flagged, report('upward', petition('2026-08-05')))).toBe('UrgentReportSentUpward');
  });
});

describe('名册、简易、重复', () => {
  const group = (people: number, channel: 'visit' | 'letter' = 'visit'): MatterAction[] =>
    STORY.handling().map((action) => (action.type === 'MatterOpened' ? { ...action, ...opening('2026-07-20', { people, channel }) } : action));
  const roster = (representatives: number) => ({ type: 'openRoster', representatives, ...petitioner('2026-08-05') });

  it('不变量 26：两个人起才有名册；代表一至五名，来信不限', () => {
    expect(ask(group(1), roster(1))).toContain('本件登记的是一个人提出的');
    expect(ask(group(2), roster(1))).toBe('RosterOpened');
    expect(ask(group(9), roster(0))).toContain('请推选至少一名代表');
    expect(ask(group(9), roster(5))).toBe('RosterOpened');
    expect(ask(group(9), roster(6))).toContain('来访的代表最多5人，现在是6人');
    expect(ask(group(9, 'letter'), roster(6))).toBe('RosterOpened');
    const opened = then(group(9), roster(2));
    expect(opened.at(-1)).toMatchObject({ round: 1 });
    expect(then(opened, roster(2)).at(-1)).toMatchObject({ round: 2 });
    const join = { type: 'joinRoster', member: 'm1', card: grounds, ...petitioner('2026-08-06') };
    const leave = { type: 'leaveRoster', member: 'm1', ...petitioner('2026-08-07') };
    expect(ask(group(9), join)).toContain('本件没有名册');
    expect(ask(opened, leave)).toContain('名册里没有您');
    expect(ask(then(opened, join), join)).toContain('您已经在名册里');
    expect(ask(then(opened, join), leave)).toBe('MemberLeft');
  });

  it('简易程序：初次、在范围内、一家办、四个人以下、预计没有不支持的', () => {
    const simple = (more: object = {}, people = 1): MatterAction[] =>
      STORY.accepted().map((action) =>
        action.type === 'MatterClassified' ? { ...action, simple: true, ...more } : action.type === 'MatterOpened' ? { ...action, people } : action,
      );
    const choose = { type: 'chooseSimple', noRefusal: true, ...housing('2026-08-03') };
    const convert = { type: 'convertToOrdinary', grounds, ...housing('2026-08-05') };
    expect(ask(simple(), choose)).toBe('SimpleChosen');
    expect(ask(simple(), { ...choose, noRefusal: false })).toContain('预计有诉求不能支持的');
    expect(ask(simple({ firstTime: false }), choose)).toContain('不是初次信访');
    expect(ask(simple({ simple: false }), choose)).toContain('甄别时没有列入简易办理范围');
    expect(ask(simple({}, 4), choose)).toBe('SimpleChosen');
    expect(ask(simple({}, 5), choose)).toContain('集体事项不能按简易程序办理');
    const duty = simple().map((action) => (action.type === 'MatterAccepted' ? { ...action, route: 'dutyPerformance' as const } : action));
    expect(ask(duty, choose)).toContain('依法履行职责类事项有自己的期限');
    const chosen = then(simple(), choose);
    expect(ask(chosen, choose)).toContain('本件已经按简易程序办理');
    expect(ask(simple(), convert)).toContain('本件不在简易程序中');
    expect(ask(then(chosen, convert), choose)).toContain('已经转为普通程序');
  });

  it('不变量 15：与规则不同的，只能改为有新的事实，或者照常办理；重新对照的是另一个人', () => {
    const earlier = { id: 'm0', no: 'n0', stage: 'inProgress', open: true };
    const record = {
      type: 'recordRepeat',
      earlier: { ...earlier, no: 'own' },
      sameFacts: true,
      sameReasons: true,
      aboutPromise: false,
      kind: 'newFacts',
      grounds,
      ...housing('2026-08-05'),
    };
    const own = STORY.handling().map((action) => (action.type === 'MatterOpened' ? { ...action, no: 'own' } : action));
    expect(ask(own, record)).toContain('请填写先前那一件的编号，不是本件的编号');
    expect(ask(own, { type: 'appealRepeat', grounds, ...petitioner('2026-08-06') })).toContain('没有可以不同意的结论');
  });
});

describe('承诺（双签、双向承诺书、绿色通道）', () => {
  const commit = (more: object = {}) => ({
    type: 'makeCommitment',
    owner: UNITS.housing,
    what: grounds,
    dueOn: '2026-08-10',
    ...housing('2026-08-05'),
    ...more,
  });
  const verify = (no: number, reply: string, who: object = petition('2026-08-12')) => ({
    type: 'verifyCommitment',
    no,
    answer: reply,
    evidence: grounds,
    ...who,
  });
  const release = (no: number, who: object = petition('2026-08-12')) => ({ type: 'releaseCommitment', no, grounds, ...who });

  it('承诺要有名录里的单位和今天以后的日子；第二项是第二号', () => {
    expect(ask(STORY.handling(), commit({ owner: 'qinghe/nowhere' }))).toContain('名录中没有这个单位');
    expect(ask(STORY.handling(), commit({ dueOn: '2026-08-04' }))).toContain('承诺的日期早于今天');
    expect(ask(STORY.handling(), commit({ dueOn: '2026-08-05' }))).toBe('CommitmentMade');
    expect(then(STORY.handling(), commit(), commit()).at(-1)).toMatchObject({ part: 'commitment/2' });
  });

  it('核实、解除的是别的单位；没有这一项、已经了结的说清楚', () => {
    const made = then(STORY.handling(), commit());
    expect(ask(STORY.handling(), verify(1, 'petitionerConfirms'))).toContain('本件没有需要核实的承诺');
    expect(ask(STORY.handling(), release(1))).toContain('本件没有可以解除的承诺');
    expect(ask(made, verify(2, 'petitionerConfirms'))).toContain('本件没有第2项承诺，现有1项');
    expect(ask(made, verify(1, 'petitionerConfirms'))).toBe('CommitmentVerified');
    expect(ask(made, verify(1, 'petitionerDenies'))).toBe('CommitmentRefuted');
    expect(ask(made, release(1))).toBe('CommitmentReleased');
    const verified = then(made, verify(1, 'petitionerConfirms'));
    expect(ask(verified, verify(1, 'petitionerConfirms'))).toContain('这项承诺已经核实做到');
    expect(ask(verified, verify(1, 'petitionerDenies'))).toBe('CommitmentRefuted'); // 后来发现没做到
    expect(ask(then(verified, commit()), release(1))).toContain('第1项承诺已经核实做到');
    expect(ask(then(made, release(1), commit()), verify(1, 'petitionerConfirms'))).toContain('第1项承诺已经解除');
    const promised = { type: 'CommitmentMade', part: 'commitment/1', owner: UNITS.petition, what: grounds, dueOn: { D11: '2026-08-10' } } as const;
    const own = [...STORY.handling(), { ...promised, ...petition('2026-08-05') }];
    expect(ask(own, verify(1, 'petitionerConfirms'))).toContain('不能核实或者解除本单位自己的承诺');
    expect(ask(own, release(1))).toContain('不能核实或者解除本单位自己的承诺');
  });

  it('绿色通道要本地有规定，开一次，反馈一次；本地期限没有在走的不能解除', () => {
    const open = { type: 'openGreenChannel', grounds, ...government('2026-08-05') };
    expect(ask(STORY.handling(), open)).toContain('本地没有绿色通道的规定');
    const local = STORY.handling().map((action) => (action.type === 'MatterOpened' ? { ...action, pack: qinghe.version } : action));
    const report = { type: 'submitPreliminaryReport', report: grounds, ...housing('2026-08-08') };
    expect(ask(local, report)).toContain('本件没有开通绿色通道');
    expect(ask(local, open)).toBe('GreenChannelOpened');
    const opened = then(local, open);
    expect(ask(opened, open)).toContain('绿色通道已经开通');
    expect(ask(then(opened, report), report)).toContain('初步情况已经反馈');
    const free = { type: 'releaseLocalTerm', grounds, ...government('2026-08-10') };
    expect(ask(STORY.handling(), free)).toContain('本件没有正在走的本地承诺期限');
    expect(ask(opened, free)).toBe('LocalTermReleased');
  });
});

describe('协商、报请（第二十四条、第二十二条）', () => {
  const talk = (units: readonly string[]) => ({ type: 'openJurisdictionTalks', units, grounds, ...housing('2026-07-27') });
  const agree = (lead: string, coUnits: readonly string[] = []) => ({ type: 'agreeLead', lead, coUnits, record: grounds, ...housing('2026-07-29') });
  const dispute = { type: 'disputeJurisdiction', views: grounds, ...housing('2026-07-30') };
  const decide = (lead: string, coUnits: readonly string[] = []) => ({ type: 'decideJurisdiction', lead, coUnits, grounds, ...government('2026-08-03') });

  it('协商要两个以上有权处理的单位；开始一次；牵头、协办都在参加的里面', () => {
    expect(ask(STORY.referred(), talk([UNITS.housing]))).toContain('协商要有两个以上的单位');
    expect(ask(STORY.referred(), talk([UNITS.petition]))).toContain('信访部门不受理具体事项，不能牵头或者协办');
    expect(ask(STORY.referred(), talk(['qinghe/nowhere']))).toContain('名录中没有这个单位');
    const talks = then(STORY.referred(), talk([UNITS.water]));
    expect(ask(talks, talk([UNITS.water]))).toContain('协商已经开始');
    expect(ask(STORY.referred(), agree(UNITS.housing))).toContain('先由所涉及的单位协商受理');
    expect(ask(STORY.referred(), dispute)).toContain('先由所涉及的单位协商受理');
    expect(ask(talks, agree(UNITS.town))).toContain('只能在参加协商的单位中选择');
    expect(ask(talks, agree(UNITS.housing, [UNITS.town]))).toContain('只能在参加协商的单位中选择');
    expect(ask(talks, agree(UNITS.housing, [UNITS.water]))).toBe('LeadAgreed');
    expect(ask(talks, agree(UNITS.water))).toBe('LeadAgreed AssignmentReceived');
    expect(then(talks, agree(UNITS.housing, [UNITS.water, UNITS.water, UNITS.housing])).at(-1)).toMatchObject({ coUnits: [UNITS.water] });
    const lead = then(talks, agree(UNITS.water)).at(-1);
    expect(lead).toMatchObject({ from: UNITS.petition, to: UNITS.water, assignment: 'assignment/2', reportDuty: false });
    expect(lead).not.toHaveProperty('dueOn');
  });

  it('决定以后不再协商、不再提异议；决定给别的单位的，由决定的机关转去，报告的日期不变', () => {
    const assigned = then(STORY.classified(), { type: 'assign', to: UNITS.housing, dueOn: '2026-09-30', ...petition('2026-07-24') });
    const disputed = then(assigned, talk([UNITS.water]), dispute);
    expect(ask(disputed, decide(UNITS.petition))).toContain('信访部门不受理具体事项');
    expect(ask(disputed, decide(UNITS.housing, ['qinghe/nowhere']))).toContain('名录中没有这个单位');
    const decided = then(disputed, decide(UNITS.water, [UNITS.housing]));
    expect(decided.at(-1)).toMatchObject({ from: UNITS.government, to: UNITS.water, reportDuty: true, dueOn: { A16: '2026-09-30' } });
    expect(ask(decided, { type: 'raiseObjection', grounds, ...water('2026-08-04') })).toContain('受理单位已经由上级或者联席会议决定');
    expect(ask(decided, { ...talk([UNITS.housing]), ...water('2026-08-04') })).toContain('受理单位已经由上级或者联席会议决定，不再协商');
  });

  it('协办意见提一次', () => {
    const joint = then(
      STORY.referred(),
      talk([UNITS.water]),
      agree(UNITS.housing, [UNITS.water]),
      { type: 'accept', route: 'petitionProcedure', ...housing('2026-08-03') },
      { type: 'startHandling', handler, ...housing('2026-08-03') },
    );
    const opinion = { type: 'submitCoUnitOpinion', opinion: grounds, ...water('2026-08-10') };
    expect(ask(joint, opinion)).toBe('CoUnitOpinionSubmitted');
    expect(ask(then(joint, opinion), opinion)).toContain('本单位已经提出协办意见');
  });

  it('报请党委、政府：由信访部门报，报给上一级，定了就照办', () => {
    const up = { type: 'askLeadership', proposal: grounds, ...petition('2026-07-22') };
    const direct: MatterAction[] = STORY.classified().map((action) =>
      action.type === 'MatterOpened' ? { ...action, receivedBy: UNITS.housing, isPetitionDept: false } : action,
    );
    expect(ask(direct, { ...up, ...housing('2026-07-22') })).toContain('只有信访部门报请党委、政府决定');
    const asked = then(STORY.classified(), up);
    expect(asked.at(-1)).toMatchObject({ to: UNITS.government });
    const name = (unit: string) => ({ type: 'decideAsLeadership', unit, instruction: grounds, ...government('2026-07-23') });
    expect(ask(asked, name(UNITS.petition))).toContain('信访部门不受理具体事项');
    const named = then(asked, name(UNITS.water));
    expect(ask(named, { ...up, ...petition('2026-07-24') })).toContain('党委、政府已经决定了办理单位');
    expect(ask(named, { type: 'refer', to: UNITS.housing, ...petition('2026-07-24') })).toContain('已经决定由清和县水利局办理');
    expect(ask(named, { type: 'refer', to: UNITS.water, ...petition('2026-07-24') })).toBe('MatterReferred AssignmentReceived');
  });
});

describe('撤回（不变量 25、47）', () => {
  const request = { type: 'requestWithdrawal', statement: grounds, ...petitioner('2026-08-10') };
  const confirm = (more: object = {}) => ({
    type: 'confirmWithdrawal',
    answer: 'free',
    record: grounds,
    publicInterest: false,
    ...petition('2026-08-11'),
    ...more,
  });

  it('本人申请，承办单位以外的人回访；有压力的不算', () => {
    expect(ask(STORY.handling(), confirm())).toContain('信访人没有申请撤回');
    const asked = then(STORY.handling(), request);
    expect(ask(asked, request)).toContain('已经申请撤回');
    expect(ask(asked, { ...confirm(), ...housing('2026-08-11') })).toMatch(/NotAllowed|本单位不能自己确认/);
    expect(ask(asked, confirm({ by: { person: '李兰', unit: UNITS.petition } }))).toContain('您参加过本件的办理');
    expect(ask(asked, confirm({ answer: 'pressed' }))).toBe('WithdrawalNotConfirmed');
    expect(ask(asked, confirm())).toBe('MatterWithdrawn');
  });

  it('涉及公共利益的写明还要做什么、最迟哪天；记成承诺', () => {
    const asked = then(STORY.handling(), request);
    for (const missing of [{}, { duty: grounds }, { dutyDueOn: '2026-09-01' }])
      expect(ask(asked, confirm({ publicInterest: true, ...missing }))).toContain('涉及公共利益的，撤回不影响单位继续履行职责');
    expect(ask(asked, confirm({ publicInterest: true, duty: grounds, dutyDueOn: '2026-09-01' }))).toBe('CommitmentMade MatterWithdrawn');
    expect(ask(asked, confirm({ duty: grounds, dutyDueOn: '2026-09-01' }))).toBe('MatterWithdrawn');
  });

  it('在路上的先等送达，送达以后不用撤回', () => {
    expect(ask(STORY.dispatched(), { ...request, ...petitioner('2026-09-11') })).toContain('处理意见（答复）已经发出');
    expect(ask(STORY.delivered(), { ...request, ...petitioner('2026-09-15') })).toContain('处理意见已经送达，不需要撤回');
  });

  it('三十日内反悔，最后一天也可以；过了由系统办结', () => {
    const withdrawn = then(STORY.handling(), request, confirm()); // 到9月10日
    const undo = (date: string) => ({ type: 'undoWithdraw', statement: grounds, ...petitioner(date) });
    expect(ask(withdrawn, undo('2026-09-10'))).toBe('WithdrawalUndone');
    expect(ask(withdrawn, undo('2026-09-11'))).toContain('TooLate 撤回后反悔的期限已于2026-09-10届满');
    expect(ask(withdrawn, { type: 'lapseWithdrawal', ...system('2026-09-10') })).toContain('反悔的期限还没有届满');
    expect(ask(withdrawn, { type: 'lapseWithdrawal', ...system('2026-09-11') })).toBe('WithdrawalTermLapsed MatterConcluded');
  });

  it('不变量 58：本地没有明文的，不能因没有承继人办结', () => {
    expect(ask(STORY.handling(), { type: 'recordNoSuccessor', reviewer: '法制员', grounds, ...housing('2026-08-10') })).toContain(
      '本地法规没有规定可以因信访人死亡、终止而办结',
    );
  });
});

describe('其他程序（第三十一条）', () => {
  const routed = (route: string) =>
    then(STORY.referred(), { type: 'routeToProcedure', route, organ: grounds, term: grounds, reviewer: '法制员', grounds, ...housing('2026-08-03') });
  const milestone = (name: string, on = '2026-08-20') => ({ type: 'recordMilestone', milestone: name, on, state: grounds, ...housing('2026-08-20') });

  it('先有开头才有答复；不是这条途径的环节不能登记；日子不在将来', () => {
    const administrative = routed('administrativeProcedure');
    expect(ask(administrative, milestone('ReconsiderationAccepted'))).toContain('还没有登记申请行政复议');
    expect(ask(administrative, milestone('ReconsiderationRejected'))).toContain('还没有登记申请行政复议');
    expect(ask(administrative, milestone('ReconsiderationApplied', '2026-08-21'))).toContain('日期晚于今天');
    const applied = then(administrative, milestone('ReconsiderationApplied'));
    expect(ask(applied, milestone('ReconsiderationAccepted'))).toBe('ReconsiderationAccepted');
    expect(ask(then(administrative, milestone('AdministrativeActKnown')), milestone('AdministrativeActKnown'))).toContain('TooLate 知道行政行为的日期已经登记');
    expect(ask(administrative, milestone('JudicialReceived'))).toContain('的环节，请核对');
    const court = routed('litigation');
    for (const reply of ['JudicialProceduralReply', 'JudicialResultReply']) {
      expect(ask(court, milestone(reply))).toContain('还没有登记法院、检察院收到');
      expect(ask(then(court, milestone('JudicialReceived')), milestone(reply))).toBe(reply);
    }
    expect(ask(routed('arbitration'), milestone('JudicialReceived'))).toContain('没有单列的环节');
  });

  it('对途径有异议的提一次，答复一次', () => {
    const court = routed('litigation');
    const contest = { type: 'disputeRoute', grounds, ...petitioner('2026-08-20') };
    const confirm = { type: 'confirmRoute', grounds, ...housing('2026-08-25') };
    expect(ask(court, confirm)).toContain('信访人没有对途径提出异议');
    const contested = then(court, contest);
    expect(ask(contested, contest)).toContain('已经提出异议');
    expect(ask(then(contested, confirm), confirm)).toContain('信访人没有对途径提出异议');
  });
});
