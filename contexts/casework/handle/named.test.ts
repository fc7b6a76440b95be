import { describe, expect, it } from 'vitest';
import type { CommandType } from '../domain/commands.ts';
import { mustBeColleagues } from './named.ts';

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
