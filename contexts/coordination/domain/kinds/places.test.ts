import { describe, expect, it } from 'vitest';
import { instantInChina, type PlainDate } from '#kernel/dates.ts';
import { replay } from '#kernel/decider.ts';
import { recordedBy } from '#kernel/spec.ts';
import { Refusal } from '#kernel/refusal.ts';
import { offered, workDecider, type WorkCommand } from '#kernel/work/decide.ts';
import type { WorkAction, WorkValues } from '#kernel/work/kind.ts';
import { COORDINATION } from './index.ts';

/** 接访、吹哨、公示牌、巡诊: who may take each step, from where to where, and what is refused. */
const decider = workDecider(COORDINATION);
const TYPES: Readonly<Record<string, string>> = { 'qc/petition': 'petitionDept', 'qc/town': 'town', 'qc/water': 'department', 'qc/room': 'office' };
const places = {
  nameOf: (unit: string) => unit,
  organOf: (unit: string) => (unit === 'qc/room' ? 'qc/town' : unit),
  typeOf: (unit: string) => TYPES[unit],
  isPetitionDept: (unit: string) => unit === 'qc/petition',
  isSubordinate: () => false,
};
const text = { id: 'w', hash: 'h' };
const ALL = ['leader', 'unitHead', 'unitClerk', 'petitionDeptHead', 'gridWorker', 'supervisor'] as const;
const ask = (kind: string, step: string, unit: string, values: WorkValues = {}, more: Partial<WorkCommand> = {}): WorkCommand => ({
  kind,
  step,
  values,
  lengths: {},
  roles: ALL,
  pack: 'cn-2022-05-01',
  places,
  by: { person: '某人', unit },
  at: instantInChina('2026-05-11', '10:00'),
  ...more,
});
const system = (kind: string, step: string, values: WorkValues, owner: string) => ask(kind, step, '系统', values, { roles: 'system', owner });

function answer(past: readonly WorkAction[], command: WorkCommand): string {
  try {
    return decider
      .decide(command, replay(decider, past))
      .map(({ type, stage }) => `${type} → ${stage}`)
      .join(' ');
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.message}${error.article ?? ''}`;
    throw error;
  }
}
const made = (...commands: WorkCommand[]): WorkAction[] => recordedBy(decider, commands);
const day = (date: string) => date as PlainDate;

describe('领导接访（第十八条第二款）', () => {
  const begun = made(system('reception', 'begin', { period: '2026-05' }, 'qc/town'));
  const plan = (more: WorkValues = {}, unit = 'qc/town') =>
    ask('reception', 'plan', unit, { leader: '张县长', receiveOn: '2026-05-20', hours: '9:00–11:00', place: '大厅', ...more });
  const hold = (heldOn: string) => ask('reception', 'hold', 'qc/town', { leader: '张县长', heldOn, groups: 0, results: text });

  it('月初由系统开始，人不能开始；第二次到点不重来', () => {
    expect(begun).toMatchObject([{ type: 'MonthStarted', on: '2026-05-01', period: '2026-05', stage: 'due' }]);
    expect(answer([], ask('reception', 'begin', 'qc/town', { period: '2026-05' }))).toContain('不由您所在的单位办');
    expect(answer(begun, system('reception', 'begin', { period: '2026-05' }, 'qc/town'))).toBe('');
  });

  it('由本单位、它的内设机构或者信访部门排定，日期从今天起', () => {
    for (const unit of ['qc/town', 'qc/room', 'qc/petition']) expect(answer(begun, plan({}, unit)), unit).toBe('ReceptionPlanned → planned');
    expect(answer(begun, plan({}, 'qc/water'))).toContain('NotAllowed “排定接访”不由您所在的单位办。信访工作条例第十八条第二款');
    expect(answer(begun, plan({ receiveOn: '2026-05-11' }))).toBe('ReceptionPlanned → planned');
    expect(answer(begun, plan({ receiveOn: '2026-05-10' }))).toContain('接访日期应在今天或者以后');
    expect(answer(made(system('reception', 'begin', { period: '2026-05' }, 'qc/town'), plan()), plan())).toBe('ReceptionPlanned → planned');
  });

  it('接过才记，日子在这个月里、不在今天以后；没有排定的也照实记', () => {
    expect(answer(begun, hold('2026-05-11'))).toBe('LeaderReceptionHeld → held');
    expect(decider.decide(hold('2026-05-11'), replay(decider, begun))[0]).toMatchObject({ period: '2026-05' });
    expect(answer(begun, hold('2026-05-12'))).toContain('接访的日期不能在今天以后');
    expect(answer(begun, hold('2026-04-30'))).toContain('这是2026-05的接访，日期应在这个月内');
    expect(COORDINATION['reception']!.concerned(replay(decider, begun))).toEqual(['qc/town']);
    expect(COORDINATION['reception']!.holders(replay(decider, begun))).toEqual({ leader: 'qc/town' });
  });
});

describe('吹哨报到', () => {
  const call = (unit: string, department = 'qc/water') => ask('callOut', 'call', unit, { department, what: text });
  const called = made(call('qc/town'));
  const reply = (value: string, unit = 'qc/water') => ask('callOut', 'answer', unit, { answer: value, how: text });

  it('乡镇、街道和它们的内设机构吹哨；不能叫自己', () => {
    expect(answer([], call('qc/town'))).toBe('CallOutSent → called');
    expect(answer([], call('qc/room'))).toBe('CallOutSent → called');
    expect(answer([], call('qc/water', 'qc/town'))).toContain('不由您所在的单位办');
    expect(answer([], call('qc/town', 'qc/town'))).toContain('不能叫自己。请选另一个部门');
  });

  it('被叫的来、派人来，或者说明不来；吹哨的可以取消', () => {
    expect(answer(called, reply('coming'))).toBe('CallOutAnswered → answered');
    expect(answer(called, reply('refusing'))).toBe('CallOutAnswered → refused');
    expect(answer(called, reply('coming', 'qc/town'))).toContain('不由您所在的单位办');
    const cancel = (unit: string) => ask('callOut', 'cancel', unit, { why: '解决了' });
    expect(answer(called, cancel('qc/town'))).toBe('CallOutCancelled → cancelled');
    expect(answer(called, cancel('qc/water'))).toContain('不由您所在的单位办');
    expect(COORDINATION['callOut']!.concerned(replay(decider, called))).toEqual(['qc/town', 'qc/water']);
    expect(COORDINATION['callOut']!.holders(replay(decider, called))).toEqual({ calledDepartment: 'qc/water' });
  });
});

describe('公示牌', () => {
  const open = (unit: string) => ask('board', 'open', unit, { title: '东河路修缮', place: '东河路口', phone: '0000-6220100', change: text });
  const opened = made(open('qc/town'));
  const update = (reviewOn: string, unit = 'qc/town') => ask('board', 'update', unit, { content: text, reviewOn });
  const current = made(open('qc/town'), update('2026-06-11'));

  it('单位自己立、自己更新、自己撤除；内设机构不单独立', () => {
    expect(answer([], open('qc/town'))).toBe('BoardItemChanged → changed');
    expect(answer([], open('qc/room'))).toContain('不由您所在的单位办');
    expect(answer(opened, update('2026-05-12'))).toBe('BoardItemUpdated → current');
    expect(answer(opened, update('2026-05-11'))).toContain('下次核对日应在今天以后');
    expect(answer(opened, update('2026-05-12', 'qc/water'))).toContain('不由您所在的单位办');
    expect(answer(current, ask('board', 'change', 'qc/town', { change: text }))).toBe('BoardItemChanged → changed');
    expect(answer(current, ask('board', 'change', 'qc/water', { change: text }))).toContain('不由您所在的单位办');
    expect(answer(current, ask('board', 'remove', 'qc/town', { why: '完工' }))).toBe('BoardRemoved → removed');
    expect(answer(current, ask('board', 'remove', 'qc/water', { why: '完工' }))).toContain('不由您所在的单位办');
  });

  it('到了核对日由系统提醒，人不能代办；只有与实际一致时才有下次核对日', () => {
    expect(answer(current, system('board', 'review', {}, 'qc/town'))).toBe('BoardReviewDue → changed');
    expect(answer(current, ask('board', 'review', 'qc/town'))).toContain('不由您所在的单位办');
    const { dues, concerned, holders } = COORDINATION['board']!;
    expect(dues?.(replay(decider, current))).toEqual([day('2026-06-11')]);
    expect(dues?.(replay(decider, [...current, ...made()]))).toHaveLength(1);
    expect(dues?.(replay(decider, opened))).toEqual([]);
    expect([concerned(replay(decider, opened)), holders(replay(decider, opened))]).toEqual([['qc/town'], { boardOwner: 'qc/town' }]);
  });
});

describe('每日巡诊：只看地方和事', () => {
  const begun = made(system('patrol', 'begin', { period: '2026-05-11' }, 'qc/town'));
  const record = (unit: string) => ask('patrol', 'record', unit, { places: text });

  it('本网格的人记当天这一期', () => {
    expect(begun).toMatchObject([{ type: 'WorkingDayStarted', period: '2026-05-11' }]);
    expect(answer(begun, record('qc/town'))).toBe('PatrolRecorded → done');
    expect(decider.decide(record('qc/town'), replay(decider, begun))[0]).toMatchObject({ period: '2026-05-11' });
    expect(answer(begun, record('qc/water'))).toContain('不由您所在的单位办');
    expect(answer([], ask('patrol', 'begin', 'qc/town', { period: '2026-05-11' }))).toContain('不由您所在的单位办');
    expect([COORDINATION['patrol']!.concerned(replay(decider, begun)), COORDINATION['patrol']!.holders(replay(decider, begun))]).toEqual([
      ['qc/town'],
      { gridWorker: 'qc/town' },
    ]);
  });
});

describe('每一种工作都这样拒绝', () => {
  const call = ask('callOut', 'call', 'qc/town', { department: 'qc/water', what: text });

  it('没有这一种、没有这一步、不是这个职务、不在这个环节', () => {
    expect(answer([], { ...call, kind: 'none' })).toContain('NotFound 没有这种工作');
    expect(answer([], { ...call, step: 'none' })).toContain('NotFound 没有这种工作');
    expect(answer([], { ...call, roles: ['gridWorker'] })).toContain('NotAllowed “吹哨”不是您现在的职务能办的');
    expect(answer([], ask('callOut', 'cancel', '', { why: '解决了' }))).toContain('WrongStage 现在是“尚未开始”，不能取消');
    expect(answer(made(call), call)).toContain('WrongStage 现在是“等报到”，不能吹哨');
  });

  it('要填的没有填、写得太短', () => {
    expect(answer([], { ...call, values: { what: text } })).toContain('还没有填“叫哪个部门”');
    expect(answer([], { ...call, values: { department: '', what: text } })).toContain('还没有填“叫哪个部门”');
    expect(answer([], { ...call, lengths: { what: 5 } })).toContain('“在哪里、什么事、要什么人来”至少写 6 个字');
    expect(answer([], { ...call, lengths: { what: 6 } })).toBe('CallOutSent → called');
    expect(answer([], ask('callOut', 'call', 'qc/town', { department: 'qc/water', what: text, matter: '' }))).toBe('CallOutSent → called');
  });

  it('开始的那一笔写着是什么、谁的、按哪一版规则；后面的不写', () => {
    const [first] = made(call);
    expect(first).toMatchObject({ begins: { kind: 'callOut', owner: 'qc/town', pack: 'cn-2022-05-01' }, values: { department: 'qc/water' } });
    const [answered] = decider.decide(ask('callOut', 'answer', 'qc/water', { answer: 'coming', how: text }), replay(decider, [first!]));
    expect(answered).not.toHaveProperty('begins');
    expect(replay(decider, [first!])).toMatchObject({ owner: 'qc/town', stage: 'called', openedAt: instantInChina('2026-05-11', '10:00') });
  });

  it('按钮和办理问的是同一件事', () => {
    const { callOut } = COORDINATION;
    const work = replay(decider, made(call));
    const shown = (unit: string, roles: readonly (typeof ALL)[number][], step = 'answer') =>
      offered(callOut!, callOut!.steps[step]!, work, { unit, roles }, places);
    expect(shown('qc/water', ['unitClerk'])).toBe(true);
    expect(shown('qc/town', ['unitClerk'])).toBe(false);
    expect(shown('qc/water', ['gridWorker'])).toBe(false);
    expect(shown('qc/town', ['unitClerk'], 'call')).toBe(false);
  });
});
