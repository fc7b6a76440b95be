import { describe, expect, it } from 'vitest';
import { specify } from '#kernel/spec.ts';
import { at, by } from '../../../test/stories.ts';
import { isCallAwaited } from './calls.ts';
import { evaluationDecider, isHiddenFrom, isOwnHidden } from './decide.ts';
import { batchOf } from './members.ts';
import type { Evaluation, EvaluationAction } from './evaluation.ts';

const given = specify(evaluationDecider);
const petitioner = (date: string) => by('信访人', date, '信访人');
const system = (date: string) => by('系统', date, '系统');
const opened: EvaluationAction = {
  type: 'EvaluationOpened',
  unit: 'qinghe/housing',
  dept: 'qinghe/petition',
  receivedOn: '2026-09-28',
  closesOn: '2026-10-28',
  ...system('2026-09-28'),
};
const satisfied = { grade: 'satisfied', faults: [] } as const;
const submitted: EvaluationAction = { type: 'EvaluationSubmitted', handlingUnit: satisfied, callBack: false, ...petitioner('2026-10-01') };

describe('评价（不变量 24）', () => {
  it('只有信访人能评，单位不能代评', () => {
    given(opened)
      .when({ type: 'evaluate', handlingUnit: satisfied, callBack: false, ...by('qinghe/housing', '2026-10-01') })
      .thenRefused('NotAllowed');
    given(opened)
      .when({ type: 'evaluate', handlingUnit: satisfied, callBack: false, ...petitioner('2026-10-01') })
      .thenTypes('EvaluationSubmitted');
  });

  it('结果没送到不能评，过了期不能评，评过只能改一次', () => {
    const ask = { type: 'evaluate', handlingUnit: satisfied, callBack: false } as const;
    given()
      .when({ ...ask, ...petitioner('2026-09-27') })
      .thenRefused('WrongStage');
    given(opened)
      .when({ ...ask, ...petitioner('2026-10-28') })
      .thenTypes('EvaluationSubmitted');
    given(opened)
      .when({ ...ask, ...petitioner('2026-10-29') })
      .thenRefused('TooLate');
    given(opened, submitted)
      .when({ ...ask, ...petitioner('2026-10-02') })
      .thenTypes('EvaluationSubmitted');
    given(opened, submitted, submitted)
      .when({ ...ask, ...petitioner('2026-10-03') })
      .thenRefused('AgainstRule');
  });

  it('什么都不评，就是未评价，不算满意', () => {
    given(opened)
      .when({ type: 'close', ...system('2026-10-28') })
      .thenRefused('AgainstRule');
    given(opened)
      .when({ type: 'close', ...system('2026-10-29') })
      .thenTypes('EvaluationWindowClosed');
    const end = [opened, { type: 'EvaluationWindowClosed', ...system('2026-10-29') } as const].reduce(evaluationDecider.evolve, evaluationDecider.initial);
    expect(end.handlingUnit).toBeUndefined();
    expect(end.petitionDept).toBeUndefined();
  });

  it('评价期内，办理单位看不到；信访部门看得到对办理单位的，看不到对自己的；到期后都看得到', () => {
    const open = [opened, submitted].reduce(evaluationDecider.evolve, evaluationDecider.initial);
    expect(isHiddenFrom('qinghe/housing', open)).toBe(true);
    expect(isHiddenFrom('qinghe/petition', open)).toBe(false);
    expect([isOwnHidden('qinghe/petition', open), isOwnHidden('qinghe/government', open)]).toEqual([true, false]);
    const closed = evaluationDecider.evolve(open, { type: 'EvaluationWindowClosed', by: { person: '系统', unit: '系统' }, at: at('2026-10-29') });
    expect([isHiddenFrom('qinghe/housing', closed), isOwnHidden('qinghe/petition', closed)]).toEqual([false, false]);
  });

  it('第二份结果送到，不再另开一个评价期', () => {
    given(opened)
      .when({ type: 'open', unit: 'qinghe/housing', dept: null, receivedOn: '2026-10-10', closesOn: '2026-11-09', ...system('2026-10-10') })
      .then();
  });

  it('联名事项的成员各评各的，各改一次；不满五人不显示，没有评的不算满意', () => {
    const ask = (member: string, grade: 'satisfied' | 'dissatisfied', date = '2026-10-01') =>
      ({ type: 'evaluate', member, handlingUnit: { grade, faults: [] }, callBack: false, ...petitioner(date) }) as const;
    given(opened, submitted, submitted)
      .when(ask('甲', 'satisfied')) // what the representatives said takes nothing from a member
      .thenTypes('MemberRated');
    given(opened)
      .when({ ...ask('甲', 'satisfied'), ...by('qinghe/housing', '2026-10-01') })
      .thenRefused('NotAllowed');
    const rated = (...said: readonly (readonly [string, 'satisfied' | 'dissatisfied'])[]) => {
      const actions: EvaluationAction[] = [opened];
      for (const [member, grade] of said)
        actions.push(...evaluationDecider.decide(ask(member, grade), actions.reduce(evaluationDecider.evolve, evaluationDecider.initial)));
      return actions;
    };
    const four = rated(['甲', 'satisfied'], ['乙', 'satisfied'], ['丙', 'dissatisfied'], ['丁', 'satisfied']);
    const closing: EvaluationAction = { type: 'EvaluationWindowClosed', ...system('2026-10-29') };
    const shown = (actions: readonly EvaluationAction[]) => batchOf(actions.reduce(evaluationDecider.evolve, evaluationDecider.initial), 'handlingUnit');
    expect(shown([...four, closing])).toBeUndefined();
    const six = rated(['甲', 'satisfied'], ['乙', 'satisfied'], ['丙', 'dissatisfied'], ['丁', 'satisfied'], ['戊', 'satisfied'], ['己', 'dissatisfied']);
    expect(shown(six)).toEqual({ rated: 5, satisfied: 4, basicallySatisfied: 0, dissatisfied: 1 }); // the sixth alone would be told apart
    expect(shown([...six, closing])).toMatchObject({ rated: 6, satisfied: 4, dissatisfied: 2 });
    given(...rated(['甲', 'satisfied'], ['甲', 'dissatisfied']))
      .when(ask('甲', 'satisfied'))
      .thenRefused('AgainstRule');
  });
});

describe('SB078 评价时要求打电话听意见', () => {
  const words = { id: '回访记录', hash: 'h' };
  const asked: EvaluationAction = { ...submitted, callBack: true };
  const ask = (unit: string, reached = true) => ({ type: 'recordCall', reached, record: words, ...by(unit, '2026-10-09') }) as const;
  const state = (...actions: EvaluationAction[]) => actions.reduce(evaluationDecider.evolve, evaluationDecider.initial);
  const called = (reached: boolean): EvaluationAction => ({ type: 'RatingCallMade', reached, record: words, ...by('qinghe/petition', '2026-10-05') });

  it('由经手的信访部门打，办理单位和别的单位都不能打；没有人要求的，没有什么可登记', () => {
    given(opened, asked).when(ask('qinghe/petition')).thenTypes('RatingCallMade');
    given(opened, asked).when(ask('qinghe/housing')).thenRefused('NotAllowed');
    given(opened, asked).when(ask('qinghe/water')).thenRefused('NotAllowed');
    given(opened, submitted).when(ask('qinghe/petition')).thenRefused('AgainstRule');
    expect(isCallAwaited(state({ ...opened, dept: null } as EvaluationAction, asked))).toBe(false); // only the handling unit knows of it: the portal does not ask
  });

  it('没有打通的还等着；打通了不再等；改了评价又要求的，重新等；评价期过了也等', () => {
    expect(isCallAwaited(state(opened, asked))).toBe(true);
    expect(isCallAwaited(state(opened, asked, called(false)))).toBe(true);
    expect(isCallAwaited(state(opened, asked, called(true)))).toBe(false);
    given(opened, asked, called(true)).when(ask('qinghe/petition')).thenRefused('AgainstRule');
    expect(isCallAwaited(state(opened, asked, called(true), { ...asked, ...petitioner('2026-10-06') }))).toBe(true);
    expect(isCallAwaited(state(opened, asked, { type: 'EvaluationWindowClosed', ...system('2026-10-29') }))).toBe(true);
  });

  it('不变量 24：回访不改变评价', () => {
    const told = ({ petitionDept, handlingUnit, submitted: times, state }: Evaluation) => ({ petitionDept, handlingUnit, times, state });
    expect(told(state(opened, asked, called(true)))).toEqual(told(state(opened, asked)));
  });
});
