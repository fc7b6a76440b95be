import { describe, expect, it } from 'vitest';
import { instantInChina, type PlainDate } from '#kernel/dates.ts';
import { replay } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import { NO_WORK, workDecider, type WorkCommand } from '#kernel/work/decide.ts';
import type { Work, WorkAction, WorkValues } from '#kernel/work/kind.ts';
import { supervisionKinds } from './index.ts';

/** 督办、建议、措施、督查、年度工作、危险表述、专报、案例：每一步由哪个单位办，走到哪里，谁看得到. */
const conference: Work = { ...NO_WORK, kind: 'meeting' };
const KINDS = supervisionKinds((referred) => referred === conference);
const decider = workDecider(KINDS);
const TYPES: Readonly<Record<string, string>> = { 'qc/conference': 'jointConference', 'qc/petition': 'petitionDept', 'qc/housing': 'department' };
const places = {
  nameOf: (unit: string) => unit,
  organOf: (unit: string) => (unit === 'qc/supervision' ? 'qc/petition' : unit),
  typeOf: (unit: string) => TYPES[unit],
  isPetitionDept: (unit: string) => places.organOf(unit) === 'qc/petition',
  isSubordinate: () => false,
};
const UNITS = ['qc/petition', 'qc/supervision', 'qc/conference', 'qc/housing', 'qc/water', 'qc/government'];
const text = { id: 'w', hash: 'h' };
const ALL = ['supervisor', 'petitionDeptHead', 'unitHead', 'jointConferenceOffice', 'leader', 'intakeOfficer'] as const;
const ask = (
  kind: string,
  step: string,
  unit: string,
  values: WorkValues = {},
  more: Partial<WorkCommand> & { readonly day?: PlainDate } = {},
): WorkCommand => ({
  kind,
  step,
  values,
  lengths: {},
  roles: ALL,
  pack: 'cn-2022-05-01',
  places,
  by: { person: '某人', unit },
  at: instantInChina(more.day ?? '2026-05-12', '10:00'),
  ...more,
});
const system = (kind: string, step: string, values: WorkValues, owner = 'qc/petition') => ask(kind, step, '系统', values, { roles: 'system', owner });
const made = (...commands: readonly WorkCommand[]): WorkAction[] => {
  const actions: WorkAction[] = [];
  for (const command of commands) actions.push(...decider.decide(command, replay(decider, actions)));
  return actions;
};
const state = (...commands: readonly WorkCommand[]) => replay(decider, made(...commands));

function answer(past: readonly WorkCommand[], command: WorkCommand): string {
  try {
    return decider
      .decide(command, state(...past))
      .map(({ type, stage }) => `${type} → ${stage}`)
      .join('，');
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.message}`;
    throw error;
  }
}
/** The units whose asking is not refused for being the wrong unit. */
const whoMay = (past: readonly WorkCommand[], command: WorkCommand) =>
  UNITS.filter((unit) => !answer(past, { ...command, by: { person: '某人', unit } }).includes('不由您所在的单位办'));
const seenBy = (...past: readonly WorkCommand[]) => {
  const work = state(...past);
  return KINDS[work.kind]!.concerned(work);
};
const dues = (...past: readonly WorkCommand[]) => {
  const work = state(...past);
  return KINDS[work.kind]!.dues?.(work);
};

describe('督办（第四十条第一款）', () => {
  const breach = { unit: 'qc/housing', clock: 'A14', key: 'A14', legalOn: '2026-05-08', matter: '990421-X-2026-0000042-W', matterId: 'qc/1' };
  const detect = system('order', 'detect', breach);
  const propose = system('order', 'propose', breach);
  const order = { cause: 'shirking', facts: text, demand: text, answerBy: '2026-05-20' };
  const issue = ask('order', 'issue', 'qc/petition', order);
  const open = (unit: string, more: WorkValues = {}) => ask('order', 'open', 'qc/petition', { ...order, unit, ...more });
  const reply = ask('order', 'answer', 'qc/housing', { answer: text, evidence: text });
  const verify = (found: string) => ask('order', 'verify', 'qc/petition', { found, how: text });

  it('信访部门和它的督查机构督办、催办、核实；被督办的反馈；别的单位什么也不能', () => {
    for (const command of [open('qc/housing'), { ...open('qc/housing'), values: { ...order, unit: 'qc/water' } }])
      expect(whoMay([], command)).toEqual(['qc/petition', 'qc/supervision']);
    expect(whoMay([detect], issue)).toEqual(['qc/petition', 'qc/supervision']);
    expect(whoMay([detect], ask('order', 'remind', '', { way: 'phone', said: text }))).toEqual(['qc/petition', 'qc/supervision']);
    expect(whoMay([propose], ask('order', 'dismiss', '', { why: text }))).toEqual(['qc/petition', 'qc/supervision']);
    expect(whoMay([detect, issue], reply)).toEqual(['qc/housing']);
    expect(whoMay([detect, issue, reply], verify('true'))).toEqual(['qc/petition', 'qc/supervision']);
  });

  it('查出、建议、补办都由系统记，没有单位能填报', () => {
    expect(whoMay([], { ...detect, roles: ALL })).toEqual([]);
    expect(whoMay([], { ...propose, roles: ALL })).toEqual([]);
    expect(whoMay([detect], { ...system('order', 'end', {}), roles: ALL })).toEqual([]);
  });

  it('催办不改变走到哪里；反馈期限从今天起；核实不实的退回再办', () => {
    const remind = ask('order', 'remind', 'qc/petition', { way: 'phone', said: text });
    expect([answer([detect], remind), answer([propose], remind), answer([detect, issue], remind)]).toEqual([
      'ReminderSent → detected',
      'ReminderSent → proposed',
      'ReminderSent → ordered',
    ]);
    expect(answer([detect], { ...issue, values: { ...order, answerBy: '2026-05-12' } })).toBe('SupervisionIssued → ordered');
    expect(answer([detect], { ...issue, values: { ...order, answerBy: '2026-05-11' } })).toContain('反馈期限应在今天或者以后');
    expect(answer([], open('qc/housing', { answerBy: '2026-05-11' }))).toContain('反馈期限应在今天或者以后');
    expect(answer([], open('qc/petition'))).toContain('不能督办自己');
    expect(answer([], open('qc/supervision'))).toContain('不能督办自己');
    expect(answer([detect, issue, reply], verify('false'))).toContain('→ ordered');
    expect(answer([detect, issue, reply], verify('true'))).toContain('→ verified');
  });

  it('只是建议督办、看过不督办的，被督办的单位不知道；发了督办函才看得到，才有反馈期限', () => {
    expect(seenBy(propose)).toEqual(['qc/petition']);
    expect(seenBy(propose, ask('order', 'dismiss', 'qc/petition', { why: text }))).toEqual(['qc/petition']);
    expect(seenBy(propose, issue)).toEqual(['qc/petition', 'qc/housing']);
    expect([dues(detect), dues(detect, issue), dues(detect, issue, reply)]).toEqual([[], ['2026-05-20'], []]);
  });
});

describe('三项建议、联席会议措施、督查', () => {
  const send = ask('recommendation', 'send', 'qc/petition', { advice: 'improve', unit: 'qc/housing', facts: text, basis: text, text, number: text });
  const feedback = (adopted: string) => ask('recommendation', 'feedback', 'qc/housing', { adopted, measures: text, evidence: text });
  const explain = ask('recommendation', 'explain', 'qc/housing', { reason: text, evidence: text });
  const close = ask('recommendation', 'close', 'qc/petition', { closing: text });

  it('建议由信访部门提、被建议的单位反馈、谁提的谁结束；不向自己提', () => {
    expect(whoMay([], send)).toEqual(['qc/petition', 'qc/supervision']);
    expect(whoMay([send], feedback('adopted'))).toEqual(['qc/housing']);
    expect(whoMay([send, feedback('not')], explain)).toEqual(['qc/housing']);
    expect(whoMay([send, feedback('adopted')], close)).toEqual(['qc/petition']);
    for (const own of ['qc/petition', 'qc/supervision']) expect(answer([], { ...send, values: { ...send.values, unit: own } })).toContain('不能向自己提建议');
    expect(answer([send], feedback('partly'))).toBe('RecommendationFeedbackReceived → adopted');
    expect(answer([send, feedback('not')], close)).toContain('WrongStage');
    expect(answer([send, feedback('not'), explain], close)).toBe('RecommendationClosed → closed');
    expect(seenBy(send)).toEqual(['qc/petition', 'qc/housing']);
  });

  const values = { measure: 'interview', unit: 'qc/housing', facts: text, decision: 'm#decision/1', demand: text, answerBy: '2026-06-01' };
  const propose = ask('measure', 'propose', 'qc/petition', { measure: 'interview', unit: 'qc/housing', facts: text, conference: 'qc/conference' });
  const take = ask('measure', 'take', 'qc/conference', values, { referred: conference });
  const rectified = ask('measure', 'answer', 'qc/housing', { answer: text, evidence: text });
  const check = (found: string) => ask('measure', 'close', 'qc/conference', { found, closing: text });

  it('不变量 54：信访部门建议，联席会议办公室采用或者不采用、核对；没有改好的退回再改', () => {
    expect(whoMay([], propose)).toEqual(['qc/petition', 'qc/supervision']);
    expect(whoMay([], take)).toEqual(['qc/conference']);
    expect(whoMay([propose], ask('measure', 'drop', '', { why: text }))).toEqual(['qc/conference']);
    expect(whoMay([take], rectified)).toEqual(['qc/housing']);
    expect(whoMay([take, rectified], check('true'))).toEqual(['qc/conference']);
    expect([answer([take, rectified], check('true')), answer([take, rectified], check('false'))]).toEqual(['MeasureClosed → closed', 'MeasureClosed → taken']);
    expect(answer([], { ...propose, values: { ...propose.values, conference: 'qc/water' } })).toContain('只能向信访工作联席会议办公室提出');
    expect(answer([], { ...take, values: { ...values, answerBy: '2026-05-11' } })).toContain('反馈期限应在今天或者以后');
    expect(answer([], { ...take, values: { ...values, answerBy: '2026-05-12' } })).toBe('InterviewHeld → taken');
  });

  it('联席会议没有采用的，被建议的单位一直不知道；采用的才看得到，才有期限', () => {
    expect(seenBy(propose)).toEqual(['qc/petition', 'qc/conference']);
    expect(seenBy(propose, ask('measure', 'drop', 'qc/conference', { why: text }))).toEqual(['qc/petition', 'qc/conference']);
    expect(seenBy(take)).toEqual(['qc/conference', 'qc/housing']);
    expect([dues(propose), dues(take), dues(take, rectified)]).toEqual([[], ['2026-06-01'], []]);
  });

  it('督查由信访部门或者联席会议办公室登记，谁登记谁反馈；反馈以后被督查的才看得到', () => {
    const end = ask('inspection', 'end', 'qc/petition', { title: text, units: ['qc/housing', 'qc/water'], problems: text });
    const feed = ask('inspection', 'feedBack', 'qc/petition', { feedback: text, evidence: text, important: 'no' });
    expect(whoMay([], end)).toEqual(['qc/petition', 'qc/supervision', 'qc/conference']);
    expect(whoMay([end], feed)).toEqual(['qc/petition']);
    expect([seenBy(end), seenBy(end, feed)]).toEqual([['qc/petition'], ['qc/petition', 'qc/housing', 'qc/water']]);
  });
});

describe('一年一次的（W11–W13）', () => {
  const report = system('annualReport', 'begin', { period: '2025' });
  const assessment = system('assessment', 'begin', { period: '2025', desk: 'qc/conference' }, 'qc/government');
  const call = system('suggestionCall', 'begin', { period: '2026', desk: 'qc/petition' }, 'qc/government');
  const publish = (untilOn: PlainDate) => ask('suggestionCall', 'publish', 'qc/government', { title: text, text, untilOn });

  it('由年度本身开始，没有单位能开始；年末的从当年最后一天、年初的从上年最后一天算起', () => {
    for (const begin of [report, assessment, call]) expect(whoMay([], { ...begin, roles: ALL }), begin.kind).toEqual([]);
    expect(made(report)[0]).toMatchObject({ type: 'YearEnded', on: '2025-12-31', period: '2025' });
    expect(made(call)[0]).toMatchObject({ type: 'YearStarted', on: '2025-12-31', period: '2026' });
  });

  it('年度报告由信访部门报；考核、征集由政府或者它指定的单位办', () => {
    const submit = ask('annualReport', 'submit', '', { evidence: text, submittedOn: '2026-05-12' });
    expect(whoMay([report], submit)).toEqual(['qc/petition', 'qc/supervision']);
    expect(made(report, { ...submit, by: { person: '某人', unit: 'qc/petition' } })[1]).toMatchObject({ type: 'AnnualReportSubmitted', period: '2025' });
    expect(whoMay([assessment], ask('assessment', 'circulate', '', { measured: text, scope: text, evidence: text }))).toEqual([
      'qc/conference',
      'qc/government',
    ]);
    expect(whoMay([call], publish('2026-06-30'))).toEqual(['qc/petition', 'qc/government']);
    expect([seenBy(report), seenBy(assessment), seenBy(call)]).toEqual([['qc/petition'], ['qc/government', 'qc/conference'], ['qc/government', 'qc/petition']]);
    expect(seenBy(system('assessment', 'begin', { period: '2025' }, 'qc/government'))).toEqual(['qc/government']);
  });

  it('征集到今天以后的一天；征集中还可以改；没有结束不公布', () => {
    expect(answer([call], publish('2026-05-12'))).toContain('应在今天以后');
    expect(answer([call], publish('2026-05-13'))).toBe('SuggestionCallPublished → published');
    expect(answer([call, publish('2026-05-13')], publish('2026-05-20'))).toBe('SuggestionCallPublished → published');
  });
});

describe('危险表述（W17）：任何单位都能请人跟进，被请的、被报的跟进', () => {
  const find = ask('danger', 'find', 'qc/water', { intakeNo: text, quoted: text, desk: 'qc/petition' });
  const alarm = system('danger', 'alarm', { head: 'qc/government' });
  const follow = ask('danger', 'followUp', '', { reached: 'safe', done: text });

  it('谁都能请人跟进；跟进的是发现的、被请的（连同内设机构），报了值班负责人的还有他', () => {
    expect(whoMay([], find)).toEqual(UNITS);
    expect(whoMay([find], follow)).toEqual(['qc/petition', 'qc/supervision', 'qc/water']);
    expect(whoMay([find, alarm], follow)).toEqual(['qc/petition', 'qc/supervision', 'qc/water', 'qc/government']);
    expect(whoMay([find], { ...alarm, roles: ALL })).toEqual([]);
    expect([seenBy(find), seenBy(find, alarm)]).toEqual([
      ['qc/water', 'qc/petition'],
      ['qc/water', 'qc/petition', 'qc/government'],
    ]);
  });

  it('半小时由被请的单位承担；没有写请谁的，由发现的', () => {
    expect(KINDS['danger']!.holders(state(find))).toEqual({ dutyOfficer: 'qc/petition' });
    expect(KINDS['danger']!.holders({ ...state(find), values: {} })).toEqual({ dutyOfficer: 'qc/water' });
  });
});

describe('专报和典型案例', () => {
  const briefing = ask('briefing', 'begin', 'qc/petition', { title: text, unit: 'qc/government', period: text });
  const issue = ask('briefing', 'issue', 'qc/petition');
  const study = ask('caseStudy', 'begin', 'qc/petition', { title: text, facts: text });
  const check = (found: string, person: string) =>
    ask('caseStudy', 'check', 'qc/petition', { found, checkedBy: text, remarks: text }, { by: { person, unit: 'qc/petition' } });

  it('专报由信访部门写、自己报送；报送以后收的机关才看得到，才能记回音', () => {
    expect(whoMay([], briefing)).toEqual(['qc/petition', 'qc/supervision']);
    expect(whoMay([briefing], issue)).toEqual(['qc/petition']);
    expect(whoMay([briefing, issue], ask('briefing', 'answer', '', { answer: text }))).toEqual(['qc/petition', 'qc/government']);
    expect(whoMay([briefing], ask('briefing', 'drop', '', { why: text }))).toEqual(['qc/petition']);
    expect([seenBy(briefing), seenBy(briefing, issue)]).toEqual([['qc/petition'], ['qc/petition', 'qc/government']]);
  });

  it('案例由写的人以外的另一人审核去标识（个人信息保护法第二十五条）；认得出人的退回改', () => {
    expect(whoMay([], study)).toEqual(['qc/petition', 'qc/supervision']);
    expect(answer([study], check('clear', '某人'))).toContain('去标识由写的人以外的另一人审核');
    expect(answer([study], check('clear', '同事'))).toBe('CaseStudyChecked → checked');
    expect(answer([study], check('not', '同事'))).toBe('CaseStudyChecked → drafting');
    expect(answer([study], ask('caseStudy', 'issue', 'qc/petition'))).toContain('WrongStage');
    expect(answer([study, check('clear', '同事')], ask('caseStudy', 'issue', 'qc/petition'))).toBe('CaseStudyIssued → issued');
    expect(whoMay([study, check('clear', '同事')], ask('caseStudy', 'drop', '', { why: text }))).toEqual(['qc/petition']);
    expect(seenBy(study)).toEqual(['qc/petition']);
  });
});
