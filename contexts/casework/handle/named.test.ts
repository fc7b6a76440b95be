import { describe, expect, it } from 'vitest';
import type { CommandType } from '../domain/commands.ts';
import { by, STORY, UNITS, words } from '../../../test/stories.ts';
import { also, state } from '../../../test/ways.ts';
import { mustBeColleagues, mustNotDecideInPlace } from './named.ts';

/** 表上选的人，只能是本单位列得出的人：谁回避、谁作合法性审查、谁主持听证. */
const HERE = ['孟庆舟', '庄恕平'];
const ask = (command: CommandType, values: object, unit = 'qinghe/housing') =>
  mustBeColleagues(command, values as Readonly<Record<string, unknown>>, unit, (person, of) => of === 'qinghe/housing' && HERE.includes(person));

describe('表上写明的人', () => {
  it('不变量 30：承办单位不能替信访局的督查人员申请回避，再由自己决定，把他挡在门外', () => {
    expect(() => ask('requestRecusal', { person: '严维舟', interest: '总来催办' })).toThrow('由那个单位登记并决定');
    expect(() => ask('requestRecusal', { person: '庄恕平', interest: '亲戚' })).not.toThrow();
    expect(() => ask('requestRecusal', { interest: '亲戚' })).not.toThrow(); // whoever has it in hand, of whatever organ
  });

  it('合法性审查人员、听证主持人是真有的人：编出来的、别处的都不行', () => {
    for (const person of ['没有这个人', '严维舟']) {
      expect(() => ask('routeToProcedure', { reviewer: person }), person).toThrow('“合法性审查人员”：本单位没有这个人');
      expect(() => ask('recordNoSuccessor', { reviewer: person }), person).toThrow('本单位没有这个人');
      expect(() => ask('scheduleHearing', { host: person }), person).toThrow('“主持人”：本单位没有这个人');
    }
    expect(() => ask('routeToProcedure', { reviewer: '孟庆舟' })).not.toThrow();
    expect(() => ask('scheduleHearing', { host: '庄恕平' })).not.toThrow();
    expect(() => ask('takeNote', { text: '记一笔' })).not.toThrow();
  });
});

it('不变量 30：代被申请人班的人不能替他决定回不回避；代别人的可以', () => {
  const asked = { type: 'requestRecusal', person: '王局长', interest: words('亲戚'), ...by(UNITS.housing, '2026-08-05', '孙科员') } as const;
  const matter = state(also(STORY.handling(), asked));
  const standsInFor = (person: string, unit: string, away: string) => unit === UNITS.housing && person === '赵科长' && away === '王局长';
  const decide =
    (person: string, more: object = {}) =>
    () =>
      mustNotDecideInPlace(
        { type: 'decideRecusal', recused: false, grounds: words('查过'), ...by(UNITS.housing, '2026-08-06', person), ...more },
        matter,
        standsInFor,
      );
  expect(decide('赵科长')).toThrow('您代的就是被申请人的班');
  expect(decide('赵科长', { no: 1 })).toThrow('回避报请上一级决定');
  expect(decide('赵科长', { no: 2 })).not.toThrow();
  expect(decide('钱副局长')).not.toThrow();
});
