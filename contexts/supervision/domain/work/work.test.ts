import { describe, expect, it } from 'vitest';
import { instantInChina, type PlainDate } from '#kernel/dates.ts';
import { replay } from '#kernel/decider.ts';
import { recordedBy, specify } from '#kernel/spec.ts';
import { workClocks } from '#kernel/work/clocks.ts';
import { NO_WORK, workDecider, type WorkCommand } from '#kernel/work/decide.ts';
import type { Work, WorkAction, WorkValues } from '#kernel/work/kind.ts';
import { readLaws } from '#platform/rules.ts';
import { supervisionKinds } from './index.ts';

const laws = readLaws({ packs: ['sample-workingdays'] });
const law = laws.inForce('2026-05-11', 'sample-workingdays');
const conference: Work = { ...NO_WORK, kind: 'meeting', stage: 'held' };
const KINDS = supervisionKinds((referred, id) => referred === conference && id === 'decision/1');
const decider = workDecider(KINDS);
const given = specify(decider);
const places = {
  nameOf: (unit: string) => unit,
  organOf: (unit: string) => (unit === 'qc/supervision' ? 'qc/petition' : unit),
  typeOf: (unit: string) => ({ 'qc/conference': 'jointConference', 'qc/petition': 'petitionDept' })[unit],
  isPetitionDept: (unit: string) => ['qc/petition', 'qc/supervision'].includes(unit),
  isSubordinate: () => false,
};
const words = { id: 'w', hash: 'h' };
const ALL = ['supervisor', 'petitionDeptHead', 'unitHead', 'jointConferenceOffice', 'leader', 'intakeOfficer'] as const;
const ask = (kind: string, step: string, unit: string, day: PlainDate, values: WorkValues = {}, roles: WorkCommand['roles'] = ALL): WorkCommand => ({
  kind,
  step,
  values,
  lengths: {},
  roles,
  pack: law.version,
  places,
  by: { person: '某人', unit },
  at: instantInChina(day, '10:00'),
});
const system = (kind: string, step: string, day: PlainDate, values: WorkValues, owner = 'qc/petition') => ({
  ...ask(kind, step, '系统', day, values, 'system'),
  owner,
});
const made = (...commands: WorkCommand[]): WorkAction[] => recordedBy(decider, commands);
const clocks = (kind: string, ...commands: WorkCommand[]) =>
  workClocks(
    KINDS[kind]!,
    made(...commands).map((action) => ({ ...action, calendar: laws.calendars.current.version })),
    law,
  );

const breach = { unit: 'qc/housing', clock: 'A14', key: 'A14', legalOn: '2026-05-08', matter: '990421-X-2026-0000042-W', matterId: 'qc/1' };
const detect = system('order', 'detect', '2026-05-11', breach);
const order = { cause: 'overdue', facts: words, demand: words, answerBy: '2026-05-20' };
const issue = ask('order', 'issue', 'qc/supervision', '2026-05-12', order);

it('督办函的表先填上记录里已经有的：哪个期限、应在哪天、超了几天；约定的期限由人定原因，没有过的不填', () => {
  const knownOf = (clock: string, legalOn: string) =>
    KINDS['order']!.steps['issue']!.known!({ ...NO_WORK, kind: 'order', values: { clock, legalOn } }, '2026-05-11');
  expect(knownOf('A06', '2026-05-08')).toEqual({
    cause: 'overdue',
    facts: '“转送、交办件：书面告知”应在2026年5月8日（周五）以前完成，到2026年5月11日（周一）还没有完成，已超过3天。',
  });
  expect(knownOf('D11', '2026-05-08')).toEqual({ facts: expect.stringContaining('已超过3天') });
  expect(knownOf('A06', '2026-05-11')).toEqual({});
});

describe('督办（28，A24）', () => {
  it('超期由系统查出，没有人能填报，也没有人能填报“超期”', () => {
    given()
      .when({ ...detect, roles: ALL })
      .thenRefused('NotAllowed');
    given().when(detect).thenTypes('BreachDetected');
    given()
      .when(ask('order', 'open', 'qc/petition', '2026-05-11', { ...order, unit: 'qc/housing' }))
      .thenRefused('AgainstRule');
    given()
      .when(ask('order', 'open', 'qc/petition', '2026-05-11', { ...order, cause: 'shirking', unit: 'qc/housing' }))
      .thenTypes('SupervisionIssued');
  });

  it('查出之后一个工作日内督办；督办前补办的，期限随之停止，不算做到', () => {
    expect(clocks('order', detect).A24).toMatchObject({ holder: 'qc/petition', legalOn: '2026-05-12' });
    expect(clocks('order', detect, issue).A24).toMatchObject({ outcome: 'kept' });
    expect(clocks('order', detect, system('order', 'end', '2026-05-11', {})).A24).toMatchObject({ outcome: 'stopped' });
  });

  it('时间表再来一遍，什么也不多（幂等）；补办后文书退回，再次超期再记', () => {
    given(...made(detect))
      .when(detect)
      .then();
    given(...made(detect, issue))
      .when(system('order', 'end', '2026-05-13', {}))
      .then();
    given(...made(detect, system('order', 'end', '2026-05-11', {})))
      .when(detect)
      .thenTypes('BreachDetected');
  });

  it('反馈由被督办单位的负责人，核实不实的退回，核实以后才能结束', () => {
    const answer = ask('order', 'answer', 'qc/housing', '2026-05-18', { answer: words, evidence: words });
    const verify = (found: string) => ask('order', 'verify', 'qc/petition', '2026-05-19', { found, how: words });
    const close = ask('order', 'close', 'qc/petition', '2026-05-20', { closing: words });
    given(...made(detect, issue))
      .when({ ...answer, by: { person: '某人', unit: 'qc/water' } })
      .thenRefused('NotAllowed');
    given(...made(detect, issue, answer))
      .when(close)
      .thenRefused('WrongStage');
    expect(replay(decider, made(detect, issue, answer, verify('false'))).stage).toBe('ordered');
    given(...made(detect, issue, answer, verify('true')))
      .when(close)
      .thenTypes('SupervisionClosed');
  });

  it('不能督办自己', () =>
    given()
      .when(ask('order', 'open', 'qc/petition', '2026-05-11', { ...order, cause: 'shirking', unit: 'qc/supervision' }))
      .thenRefused('AgainstRule'));
});

describe('三项建议（29、W10，A23、C06）', () => {
  const send = ask('recommendation', 'send', 'qc/petition', '2026-05-11', {
    advice: 'policy',
    unit: 'qc/housing',
    facts: words,
    basis: words,
    text: words,
    number: words,
  });
  const feedback = (adopted: string) => ask('recommendation', 'feedback', 'qc/housing', '2026-05-20', { adopted, measures: words, evidence: words });

  it('书面反馈才停期限；三种建议都要反馈', () => {
    for (const advice of ['improve', 'policy', 'accountability']) {
      const sent = { ...send, values: { ...send.values, advice } };
      expect(clocks('recommendation', sent).A23).toMatchObject({ holder: 'qc/housing', targetOn: '2026-06-10' });
      expect(clocks('recommendation', sent, feedback('adopted')).A23).toMatchObject({ outcome: 'kept' });
    }
    given(...made(send))
      .when({ ...feedback('adopted'), values: { adopted: 'adopted', measures: words } })
      .thenRefused('AgainstRule');
  });

  it('未采纳的，另有三个工作日说明理由（省级规定）', () => {
    given(...made(send))
      .when(feedback('not'))
      .thenTypes('RecommendationFeedbackReceived', 'RecommendationNotAdopted');
    expect(clocks('recommendation', send, feedback('not')).C06).toMatchObject({ holder: 'qc/housing', legalOn: '2026-05-25' });
    const explain = ask('recommendation', 'explain', 'qc/housing', '2026-05-22', { reason: words, evidence: words });
    expect(clocks('recommendation', send, feedback('not'), explain).C06).toMatchObject({ outcome: 'kept' });
  });

  it('只有信访部门提出，只有对方反馈', () => {
    given()
      .when({ ...send, by: { person: '某人', unit: 'qc/housing' } })
      .thenRefused('NotAllowed');
    given(...made(send))
      .when({ ...feedback('adopted'), by: { person: '某人', unit: 'qc/petition' } })
      .thenRefused('NotAllowed');
  });
});

describe('不变量 54：约谈、通报、挂牌督办、责令限期整改', () => {
  const values = { unit: 'qc/housing', facts: words, decision: 'qc/00000000-0000-4000-8000-000000000000#decision/1', demand: words, answerBy: '2026-06-01' };
  const take = (measure: string, more: Partial<WorkCommand> = {}) => ({
    ...ask('measure', 'take', 'qc/conference', '2026-05-12', { ...values, measure }),
    referred: conference,
    ...more,
  });

  it('有联席会议的决定，才有；四种都一样', () => {
    const acts = { interview: 'InterviewHeld', circular: 'CircularIssued', listing: 'MatterListed', rectification: 'RectificationOrdered' };
    for (const [measure, act] of Object.entries(acts)) {
      given().when(take(measure)).thenTypes(act);
      given()
        .when(take(measure, { referred: undefined }))
        .thenRefused('AgainstRule');
      given()
        .when(take(measure, { values: { ...values, measure, decision: 'qc/00000000-0000-4000-8000-000000000000#decision/2' } }))
        .thenRefused('AgainstRule');
    }
  });

  it('信访部门只能建议；建议了，也要有决定才能采取', () => {
    const propose = ask('measure', 'propose', 'qc/petition', '2026-05-11', {
      measure: 'interview',
      unit: 'qc/housing',
      facts: words,
      conference: 'qc/conference',
    });
    given()
      .when({ ...take('interview'), by: { person: '某人', unit: 'qc/petition' } })
      .thenRefused('NotAllowed');
    given().when(propose).thenTypes('MeasureProposed');
    given(...made(propose))
      .when(take('interview', { referred: undefined }))
      .thenRefused('AgainstRule');
    given(...made(propose))
      .when(take('interview'))
      .thenTypes('InterviewHeld');
  });

  it('只是建议时，被建议的单位还不知道', () => {
    const propose = ask('measure', 'propose', 'qc/petition', '2026-05-11', {
      measure: 'interview',
      unit: 'qc/housing',
      facts: words,
      conference: 'qc/conference',
    });
    expect(KINDS.measure!.concerned(replay(decider, made(propose)))).not.toContain('qc/housing');
    expect(KINDS.measure!.concerned(replay(decider, made(propose, take('interview'))))).toContain('qc/housing');
  });
});

describe('一年一次的（W11–W13）和督查（W15）', () => {
  const year = system('annualReport', 'begin', '2026-01-01', { period: '2025' });

  it('年度报告到三月三十一日，考核到年底，征集每年至少一次', () => {
    const only = (kind: string, command: WorkCommand) => Object.values(clocks(kind, command))[0];
    expect(only('annualReport', year)).toMatchObject({ clock: 'A25', targetOn: '2026-03-31', holder: 'qc/petition' });
    expect(only('assessment', system('assessment', 'begin', '2026-01-01', { period: '2025' }, 'qc/government'))).toMatchObject({
      clock: 'A26',
      targetOn: '2026-12-31',
    });
    expect(only('suggestionCall', system('suggestionCall', 'begin', '2026-01-01', { period: '2026' }, 'qc/government'))).toMatchObject({
      clock: 'A45',
      targetOn: '2026-12-31',
    });
  });

  it('报送有凭据，日期不在今天以后', () => {
    const submit = (values: WorkValues) => ask('annualReport', 'submit', 'qc/petition', '2026-03-20', values);
    given(...made(year))
      .when(submit({ evidence: words, submittedOn: '2026-03-21' }))
      .thenRefused('AgainstRule');
    given(...made(year))
      .when(submit({ submittedOn: '2026-03-20' }))
      .thenRefused('AgainstRule');
    given(...made(year))
      .when(submit({ evidence: words, submittedOn: '2026-03-20' }))
      .thenTypes('AnnualReportSubmitted');
  });

  it('督查结束后十五个工作日内反馈', () => {
    const end = ask('inspection', 'end', 'qc/petition', '2026-05-11', { title: words, units: ['qc/housing'], problems: words });
    expect(clocks('inspection', end).A42).toMatchObject({ holder: 'qc/petition', legalOn: '2026-06-01' });
  });

  it('征集没有结束，不公布采用情况；采纳的不多于收到的', () => {
    const call = [
      system('suggestionCall', 'begin', '2026-01-01', { period: '2026' }, 'qc/government'),
      ask('suggestionCall', 'publish', 'qc/government', '2026-05-11', { title: words, text: words, untilOn: '2026-06-30' }),
    ];
    const sum = (day: PlainDate, adopted: number) => ask('suggestionCall', 'summarise', 'qc/government', day, { received: 3, adopted, summary: words });
    given(...made(...call))
      .when(sum('2026-06-30', 1))
      .thenRefused('AgainstRule');
    given(...made(...call))
      .when(sum('2026-07-01', 4))
      .thenRefused('AgainstRule');
    given(...made(...call))
      .when(sum('2026-07-01', 3))
      .thenTypes('SuggestionUseSummarised');
  });
});

describe('危险表述（W17，E01）', () => {
  it('半小时内有人跟进；没有任何一栏写人是什么样的人', () => {
    const find = ask('danger', 'find', 'qc/town', '2026-05-11', { intakeNo: words, quoted: words, desk: 'qc/petition' });
    expect(clocks('danger', find).E01).toMatchObject({ holder: 'qc/petition', targetAt: new Date('2026-05-11T10:30:00+08:00') });
    const names = Object.values(KINDS.danger!.steps).flatMap(({ fields }) => fields.map(({ name }) => name));
    expect(names.filter((name) => /person|risk|level|score|label|mood/i.test(name))).toEqual([]);
  });
});
