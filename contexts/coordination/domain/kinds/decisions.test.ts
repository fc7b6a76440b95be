import { describe, expect, it } from 'vitest';
import { instantInChina, type PlainDate } from '#kernel/dates.ts';
import { replay } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import { workDecider, type WorkCommand } from '#kernel/work/decide.ts';
import type { WorkAction, WorkValues } from '#kernel/work/kind.ts';
import { decisionsOf, isConferenceDecision, MEETING } from './meeting.ts';

/** 会议上几项议定事项同时在办：每一项各走各的，会议看它们走到哪里. */
const decider = workDecider({ meeting: MEETING });
const TYPES: Readonly<Record<string, string>> = {
  'qc/conference': 'jointConference',
  'qc/petition': 'petitionDept',
  'qc/room': 'office',
  'qc/village': 'village',
};
const places = {
  nameOf: (unit: string) => unit,
  organOf: (unit: string) => unit,
  typeOf: (unit: string) => TYPES[unit] ?? 'department',
  isPetitionDept: (unit: string) => unit === 'qc/petition',
  isSubordinate: () => false,
};
const text = { id: 'w', hash: 'h' };
const HOST = 'qc/conference';
const ask = (step: string, unit: string, values: WorkValues = {}, day: PlainDate = '2026-05-12'): WorkCommand => ({
  kind: 'meeting',
  step,
  values,
  lengths: {},
  roles: ['jointConferenceOffice', 'petitionDeptHead', 'unitHead', 'unitClerk', 'leader'],
  pack: 'cn-2022-05-01',
  places,
  by: { person: '某人', unit },
  at: instantInChina(day, '10:00'),
});
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

const called = { meetingKind: 'jointConference', title: text, meetOn: '2026-05-12', place: text, invited: ['qc/water', 'qc/town'], agenda: text } as const;
const convene = ask('convene', HOST, called, '2026-05-11');
const hold = ask('hold', HOST, { attended: ['qc/water', 'qc/housing'] });
const assign = (owner: string, dueOn: PlainDate) => ask('decide', HOST, { decision: text, nature: 'assign', owner, dueOn });
const told = ask('decide', HOST, { decision: text, nature: 'information' });
const begun = [convene, hold, assign('qc/water', '2026-05-20'), assign('qc/housing', '2026-05-25'), told];
const minutes = ask('minutes', HOST, { minutes: text, number: text });
const report = (unit: string, decision: string) => ask('report', unit, { decision, result: text }, '2026-05-18');
const accept = (decision: string) => ask('acceptReport', HOST, { decision, checked: text }, '2026-05-19');
const back = (decision: string) => ask('return', HOST, { decision, lacking: text }, '2026-05-19');

describe('召集、改期、到会', () => {
  it('有会可开的机关召集；内设机构、村不召集；联席会议只由联席会议办公室', () => {
    const other = (unit: string) => answer([], { ...convene, values: { ...called, meetingKind: 'coordination' }, by: { person: '某人', unit } });
    for (const unit of ['qc/conference', 'qc/petition', 'qc/water']) expect(other(unit), unit).toBe('MeetingConvened → planned');
    for (const unit of ['qc/room', 'qc/village']) expect(other(unit), unit).toContain('不由您所在的单位办');
    expect(answer([], { ...convene, by: { person: '某人', unit: 'qc/petition' } })).toContain('信访工作联席会议由联席会议办公室召集');
  });

  it('开会、改期的日子从今天起；谁召集谁改期、取消、记到会', () => {
    const on = (step: string, meetOn: PlainDate, past: WorkCommand[]) => answer(past, ask(step, HOST, { ...called, meetOn }, '2026-05-11'));
    expect([on('convene', '2026-05-11', []), on('move', '2026-05-11', [convene])]).toEqual(['MeetingConvened → planned', 'MeetingMoved → planned']);
    for (const late of [on('convene', '2026-05-10', []), on('move', '2026-05-10', [convene])]) expect(late).toContain('应在今天或者以后');
    for (const step of ['move', 'cancel', 'hold']) expect(answer([convene], ask(step, 'qc/water', { why: text })), step).toContain('不由您所在的单位办');
    expect(answer([convene], ask('cancel', HOST, { why: text }))).toBe('MeetingCancelled → cancelled');
  });

  it('到会至少一个单位', () => expect(answer([convene], ask('hold', HOST, { attended: [] }))).toContain('还没有填“到会单位”'));
});

describe('议定事项（不变量 37）', () => {
  const decide = (values: WorkValues) => answer([convene, hold], ask('decide', HOST, { decision: text, ...values }));

  it('要办的两样都要有；通报情况的一样也不能有；日期从今天起', () => {
    for (const lacking of [{ owner: 'qc/water' }, { dueOn: '2026-05-20' }, {}]) expect(decide({ nature: 'assign', ...lacking })).toContain('还没有填');
    for (const more of [{ owner: 'qc/water' }, { dueOn: '2026-05-20' }]) expect(decide({ nature: 'information', ...more })).toContain('性质应选“要办的”');
    expect(decide({ nature: 'assign', owner: 'qc/water', dueOn: '2026-05-12' })).toBe('MeetingDecided → held');
    expect(decide({ nature: 'assign', owner: 'qc/water', dueOn: '2026-05-11' })).toContain('办到哪天，应在今天或者以后');
  });

  it('不变量 37：没有受邀也没有到会的单位，会上不能给它定责任', () => {
    const other = { nature: 'assign', dueOn: '2026-05-20' } as const;
    expect(decide({ ...other, owner: 'qc/town' })).toBe('MeetingDecided → held'); // asked to come, and stayed away
    expect(decide({ ...other, owner: 'qc/housing' })).toBe('MeetingDecided → held'); // came without being asked
    expect(decide({ ...other, owner: 'qc/petition' })).toContain('没有受邀，也没有到会');
  });

  it('召集单位自己负责的一项，自己不核对、不退回，由到会的别的单位核对；别人的它照样核对', () => {
    const past = [convene, hold, assign(HOST, '2026-05-20'), assign('qc/water', '2026-05-20'), report(HOST, 'decision/1'), report('qc/water', 'decision/2')];
    for (const own of [accept('decision/1'), back('decision/1')]) expect(answer(past, own)).toContain('不能自己核对');
    const by = (unit: string, command: WorkCommand) => answer(past, { ...command, by: { person: '某人', unit } });
    expect(by('qc/housing', accept('decision/1'))).toBe('CompletionReportAccepted → held');
    expect(by('qc/town', accept('decision/1'))).toContain('不由您所在的单位办'); // was not there
    expect(by('qc/housing', accept('decision/2'))).toContain('由会议召集单位核对');
    expect(answer(past, accept('decision/2'))).toBe('CompletionReportAccepted → held');
    const alone = [convene, ask('hold', HOST, { attended: [HOST] })];
    expect(answer(alone, assign(HOST, '2026-05-20'))).toContain('没有别的单位核对');
  });

  it('依次编号；要办的带着日期，通报情况的没有', () => {
    const decided = made(...begun).filter(({ type }) => type === 'MeetingDecided');
    expect(decided.map(({ assignment, dueOn }) => [assignment, dueOn])).toEqual([
      ['decision/1', { D12: '2026-05-20' }],
      ['decision/2', { D12: '2026-05-25' }],
      ['decision/3', undefined],
    ]);
    expect(decisionsOf(state(...begun)).map(({ id, owner, state: now }) => [id, owner, now])).toEqual([
      ['decision/1', 'qc/water', 'open'],
      ['decision/2', 'qc/housing', 'open'],
      ['decision/3', undefined, 'information'],
    ]);
  });

  it('看得到的：召集的、受邀的、到会的、负责的；期限由最后一个责任单位承担', () => {
    const work = state(...begun);
    expect([...new Set(MEETING.concerned(work))]).toEqual(['qc/conference', 'qc/water', 'qc/town', 'qc/housing']);
    expect(MEETING.holders(work)).toEqual({ handlingUnit: 'qc/housing' });
    expect([MEETING.holders(state(convene)), MEETING.holders(state(convene, hold, told))]).toEqual([{}, {}]);
  });
});

describe('报办结、核对、退回：一项一项地', () => {
  const minuted = [...begun, minutes];

  it('各报各的：报别人的、报过的、没有的一项都不行', () => {
    expect(answer(minuted, report('qc/water', 'decision/1'))).toBe('CompletionReported → minuted');
    expect(answer(minuted, report('qc/water', 'decision/2'))).toContain('这一项不由您所在的单位负责');
    expect(answer(minuted, report('qc/water', 'decision/9'))).toContain('这一项不由您所在的单位负责');
    expect(answer(minuted, report('qc/town', 'decision/1'))).toContain('NotAllowed');
    expect(answer([...minuted, report('qc/water', 'decision/1')], report('qc/water', 'decision/1'))).toContain('不由您所在的单位办');
    const twice = [...begun, assign('qc/water', '2026-05-30'), minutes, report('qc/water', 'decision/1')];
    expect(answer(twice, report('qc/water', 'decision/1'))).toContain('或者已经报过');
    expect(answer(twice, report('qc/water', 'decision/4'))).toBe('CompletionReported → minuted');
  });

  it('报了的才核对、才退回；别的一项报了不算', () => {
    const reported = [...minuted, report('qc/housing', 'decision/2')];
    expect(answer(reported, accept('decision/1'))).toContain('这一项还没有报办结');
    expect(answer(reported, back('decision/1'))).toContain('这一项没有待核对的办结报告');
    for (const none of ['decision/9', 'decision/3']) {
      expect(answer(reported, accept(none)), none).toContain('这一项还没有报办结');
      expect(answer(reported, back(none)), none).toContain('这一项没有待核对的办结报告');
    }
    expect(answer(reported, { ...accept('decision/2'), by: { person: '某人', unit: 'qc/housing' } })).toContain('不由您所在的单位办');
    expect(made(...reported, accept('decision/2')).at(-1)).toMatchObject({ type: 'CompletionReportAccepted', assignment: 'decision/2', stage: 'minuted' });
    expect(made(...reported, back('decision/2')).at(-1)).toMatchObject({ type: 'CompletionReportReturned', assignment: 'decision/2', stage: 'minuted' });
  });

  it('最后一项核对了会议才结束；先核对、后印发纪要的，印发时结束；都只是通报情况的，也是', () => {
    const one = [report('qc/water', 'decision/1'), accept('decision/1')];
    const two = [report('qc/housing', 'decision/2'), accept('decision/2')];
    expect([state(...minuted, ...one).stage, state(...minuted, ...one, ...two).stage]).toEqual(['minuted', 'closed']);
    expect(state(...begun, ...one, ...two).stage).toBe('held');
    expect(state(...begun, ...one, ...two, { ...minutes, at: instantInChina('2026-05-20', '10:00') }).stage).toBe('closed');
    expect([state(...begun, ...one, minutes).stage, state(convene, hold, told, minutes).stage]).toEqual(['minuted', 'closed']);
  });

  it('给了日期还没有报的，才算欠着：报了不算，退回又算', () => {
    const owed = (...more: WorkCommand[]) => MEETING.dues?.(state(...minuted, ...more));
    expect(owed()).toEqual(['2026-05-20', '2026-05-25']);
    expect(owed(report('qc/water', 'decision/1'))).toEqual(['2026-05-25']);
    expect(owed(report('qc/water', 'decision/1'), back('decision/1'))).toEqual(['2026-05-20', '2026-05-25']);
    expect(owed(report('qc/water', 'decision/1'), accept('decision/1'))).toEqual(['2026-05-25']);
  });
});

it('不变量 54：联席会议的、有这一项的，才是联席会议的决定', () => {
  const real = state(...begun);
  expect(['decision/1', 'decision/3', 'decision/9'].map((id) => isConferenceDecision(real, id))).toEqual([true, true, false]);
  expect(isConferenceDecision(undefined, 'decision/1')).toBe(false);
  expect(isConferenceDecision({ ...real, kind: 'order' }, 'decision/1')).toBe(false);
  expect(isConferenceDecision({ ...real, values: { ...real.values, meetingKind: 'coordination' } }, 'decision/1')).toBe(false);
});
