import { describe, expect, it } from 'vitest';
import { instantInChina, type PlainDate } from '#kernel/dates.ts';
import { replay } from '#kernel/decider.ts';
import { recordedBy, specify } from '#kernel/spec.ts';
import { workClocks } from '#kernel/work/clocks.ts';
import { workDecider, type WorkCommand } from '#kernel/work/decide.ts';
import type { WorkAction, WorkValues } from '#kernel/work/kind.ts';
import { readLaws } from '#platform/rules.ts';
import { COORDINATION } from './index.ts';
import { decisionsOf, isConferenceDecision, MEETING } from './meeting.ts';

const laws = readLaws({ packs: ['sample-coordination'] });
const law = laws.inForce('2026-05-11', 'sample-coordination');
const decider = workDecider(COORDINATION);
const given = specify(decider);
const TYPES: Record<string, string> = {
  'qc/conference': 'jointConference',
  'qc/petition': 'petitionDept',
  'qc/government': 'government',
  'qc/town': 'town',
  'qc/water': 'department',
};
const places = {
  nameOf: (unit: string) => unit,
  organOf: (unit: string) => unit,
  typeOf: (unit: string) => TYPES[unit],
  isPetitionDept: (unit: string) => unit === 'qc/petition',
  isSubordinate: () => false,
};
const words = (id: string) => ({ id, hash: 'h' });
const ask = (
  kind: string,
  step: string,
  unit: string,
  day: PlainDate,
  values: WorkValues,
  roles: WorkCommand['roles'] = ['jointConferenceOffice', 'petitionDeptHead', 'unitHead', 'unitClerk', 'leader', 'gridWorker'],
): WorkCommand => ({
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
const made = (...commands: WorkCommand[]): WorkAction[] => recordedBy(decider, commands);

const convene = ask('meeting', 'convene', 'qc/conference', '2026-05-11', {
  meetingKind: 'jointConference',
  title: words('t'),
  meetOn: '2026-05-12',
  place: words('p'),
  invited: ['qc/water', 'qc/town'],
  agenda: words('a'),
});
const hold = ask('meeting', 'hold', 'qc/conference', '2026-05-12', { attended: ['qc/water'] });
const decide = (more: WorkValues) => ask('meeting', 'decide', 'qc/conference', '2026-05-12', { decision: words('d'), ...more });
const assigned = decide({ nature: 'assign', owner: 'qc/water', dueOn: '2026-05-20' });
const minutes = ask('meeting', 'minutes', 'qc/conference', '2026-05-12', { minutes: words('m'), number: words('n') });
const report = (unit: string, id = 'decision/1') => ask('meeting', 'report', unit, '2026-05-18', { decision: id, result: words('r') });

describe('会议（W06）', () => {
  it('召集、到会、议定、印发纪要，一步接一步', () => {
    given(...made(convene, hold, assigned))
      .when(minutes)
      .thenTypes('MinutesIssued');
    given(...made(convene))
      .when(assigned)
      .thenRefused('WrongStage');
    given(...made(convene, hold, minutes))
      .when(assigned)
      .thenRefused('WrongStage');
  });

  it('不变量 37：要办的议定事项有责任单位和日期，不然写明只是通报情况', () => {
    const past = made(convene, hold);
    given(...past)
      .when(decide({ nature: 'assign' }))
      .thenRefused('AgainstRule');
    given(...past)
      .when(decide({ nature: 'assign', owner: 'qc/water' }))
      .thenRefused('AgainstRule');
    given(...past)
      .when(decide({}))
      .thenRefused('AgainstRule');
    given(...past)
      .when(decide({ nature: 'information', owner: 'qc/water', dueOn: '2026-05-20' }))
      .thenRefused('AgainstRule');
    given(...past)
      .when(decide({ nature: 'information' }))
      .thenTypes('MeetingDecided');
    const all = decisionsOf(replay(decider, made(convene, hold, assigned, decide({ nature: 'information' }))));
    expect(all.every(({ state, owner, dueOn }) => state === 'information' || (owner && dueOn))).toBe(true);
  });

  it('D12：议定日期由责任单位承担，报办结才停，退回照旧走', () => {
    const counted = (actions: readonly WorkAction[]) => actions.map((action) => ({ ...action, calendar: laws.calendars.current.version }));
    const clock = (...more: WorkCommand[]) => workClocks(MEETING, counted(made(convene, hold, assigned, ...more)), law)['D12@decision/1'];
    expect(clock()).toMatchObject({ holder: 'qc/water', legalOn: '2026-05-20' });
    expect(clock(report('qc/water'))).toMatchObject({ outcome: 'kept' });
    const back = ask('meeting', 'return', 'qc/conference', '2026-05-19', { decision: 'decision/1', lacking: words('l') });
    expect(clock(report('qc/water'), back)).toMatchObject({ legalOn: '2026-05-20' });
    expect(clock(report('qc/water'), back)?.stoppedOn).toBeUndefined();
  });

  it('只有责任单位能报办结，只有召集单位能核对；都核对了会议才结束', () => {
    const past = made(convene, hold, assigned, minutes);
    given(...past)
      .when(report('qc/town'))
      .thenRefused('NotAllowed');
    given(...past)
      .when(report('qc/water', 'decision/9'))
      .thenRefused('AgainstRule');
    const check = ask('meeting', 'acceptReport', 'qc/conference', '2026-05-19', { decision: 'decision/1', checked: words('c') });
    given(...past)
      .when(check)
      .thenRefused('AgainstRule');
    const ended = made(convene, hold, assigned, minutes, report('qc/water'), check);
    expect(replay(decider, ended).stage).toBe('closed');
  });

  it('纪要印发时已报办结、还没有核对的，会议不结束：可以核对通过，也可以退回再办', () => {
    const stage = (...more: WorkCommand[]) => replay(decider, made(convene, hold, assigned, report('qc/water'), ...more)).stage;
    const looked = { decision: 'decision/1', checked: words('c'), lacking: words('l') };
    const accept = ask('meeting', 'acceptReport', 'qc/conference', '2026-05-19', looked);
    const back = ask('meeting', 'return', 'qc/conference', '2026-05-19', looked);
    expect(stage({ ...minutes, at: accept.at })).toBe('minuted');
    expect(stage({ ...minutes, at: accept.at }, accept)).toBe('closed');
    expect(stage({ ...minutes, at: accept.at }, back, report('qc/water'))).toBe('minuted');
    expect(stage(accept, { ...minutes, at: accept.at })).toBe('closed');
  });

  it('联席会议只由联席会议办公室召集；别的会的决定不是它的决定（不变量 54）', () => {
    given()
      .when({ ...convene, by: { person: '某人', unit: 'qc/petition' } })
      .thenRefused('AgainstRule');
    const other = made({ ...convene, by: { person: '某人', unit: 'qc/petition' }, values: { ...convene.values, meetingKind: 'coordination' } });
    expect(isConferenceDecision(replay(decider, other), 'decision/1')).toBe(false);
    const real = replay(decider, made(convene, hold, assigned));
    expect([isConferenceDecision(real, 'decision/1'), isConferenceDecision(real, 'decision/2')]).toEqual([true, false]);
  });

  it('会还没开，不能先记到会', () =>
    given(...made(convene))
      .when({ ...hold, at: instantInChina('2026-05-11', '11:00') })
      .thenRefused('AgainstRule'));
});

describe('领导接访（W14，A46）', () => {
  const begin = { ...ask('reception', 'begin', '系统', '2026-05-01', { period: '2026-05', desk: 'qc/petition' }, 'system'), owner: 'qc/government' };
  const held = ask('reception', 'hold', 'qc/petition', '2026-05-20', { leader: words('l'), heldOn: '2026-05-20', groups: 0, results: words('r') });

  it('每月一期，到下月对应日，接访才停', () => {
    const counted = made(begin).map((action) => ({ ...action, calendar: laws.calendars.current.version }));
    const [reading] = Object.values(workClocks(COORDINATION.reception!, counted, law));
    expect(reading).toMatchObject({ clock: 'A46', holder: 'qc/government', targetOn: '2026-06-01' });
    given(...made(begin))
      .when(held)
      .thenTypes('LeaderReceptionHeld');
  });
  it('别的月的接访不算这个月的', () =>
    given(...made(begin))
      .when({ ...held, values: { ...held.values, heldOn: '2026-04-30' } })
      .thenRefused('AgainstRule'));
  it('没有人能自己开一个月', () =>
    given()
      .when({ ...begin, roles: ['leader'] })
      .thenRefused('NotAllowed'));
});

describe('吹哨报到、公示牌、巡诊（W07–W09）', () => {
  it('被叫的部门答复：就来、派人来、说明理由不来', () => {
    const call = ask('callOut', 'call', 'qc/town', '2026-05-11', { department: 'qc/water', what: words('w') });
    given(...made(call))
      .when(ask('callOut', 'answer', 'qc/water', '2026-05-11', { answer: 'refusing', how: words('h') }))
      .thenTypes('CallOutAnswered');
    given(...made(call))
      .when(ask('callOut', 'answer', 'qc/town', '2026-05-11', { answer: 'coming', how: words('h') }))
      .thenRefused('NotAllowed');
    given()
      .when({ ...call, by: { person: '某人', unit: 'qc/water' } })
      .thenRefused('NotAllowed');
  });
  it('公示牌有变化要更新，到核对日再看一遍', () => {
    const open = ask('board', 'open', 'qc/water', '2026-05-11', { title: words('t'), place: words('p'), phone: words('n'), change: words('c') });
    const update = ask('board', 'update', 'qc/water', '2026-05-12', { content: words('c'), reviewOn: '2026-06-12' });
    given(...made(open))
      .when(update)
      .thenTypes('BoardItemUpdated');
    given(...made(open, update))
      .when(ask('board', 'review', '系统', '2026-06-12', {}, 'system'))
      .thenTypes('BoardReviewDue');
  });
  it('巡诊一个工作日一期，由网格员记', () => {
    const begin = { ...ask('patrol', 'begin', '系统', '2026-05-11', { period: '2026-05-11' }, 'system'), owner: 'qc/town' };
    given(...made(begin))
      .when(ask('patrol', 'record', 'qc/town', '2026-05-11', { places: words('p') }))
      .thenTypes('PatrolRecorded');
    given(...made(begin))
      .when(ask('patrol', 'record', 'qc/water', '2026-05-11', { places: words('p') }))
      .thenRefused('NotAllowed');
  });
});
