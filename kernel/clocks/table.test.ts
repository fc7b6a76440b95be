import { describe, expect, it } from 'vitest';
import { readLaws } from '#platform/rules.ts';
import { ACTIONS, ACTION_TYPES, isActionType, type ActionType } from '../vocabulary.ts';
import { CLOCK_IDS, CLOCKS, startableBy, TOUCHED } from './index.ts';

const law = readLaws().inForce('2026-11-01');

describe('期限表与动作表', () => {
  it('一百零二个期限，二百零八个动作', () => expect([CLOCK_IDS.length, ACTION_TYPES.length]).toEqual([102, 208]));

  it('每个动作都有发出它的命令', () => {
    for (const type of ACTION_TYPES) expect(ACTIONS[type].length, type).toBeGreaterThan(0);
  });

  it.each(CLOCK_IDS)('%s 用的都是动作表里的词，有开始也有结束', (id) => {
    const { startsOn, satisfiedBy, alsoStoppedBy = [], reopenedBy = [] } = CLOCKS[id];
    expect([...startsOn, ...satisfiedBy, ...alsoStoppedBy, ...reopenedBy].filter((type) => !isActionType(type))).toEqual([]);
    expect(startsOn.length).toBeGreaterThan(0);
    expect(satisfiedBy.length).toBeGreaterThan(0);
    expect(new Set([...satisfiedBy, ...alsoStoppedBy]).size).toBe(satisfiedBy.length + alsoStoppedBy.length);
  });

  it('反过来读的表说的是同一件事', () => {
    expect(TOUCHED.OpinionDispatched).toEqual({
      starts: ['A27', 'A34'],
      satisfies: ['A14', 'A15', 'A37', 'B03', 'B04', 'C03a', 'C03b', 'D02', 'D04', 'D08'],
      stops: ['A40'],
      reopens: [],
    });
  });

  it('不变量 4：信访程序的期限只用于申诉求决', () => {
    for (const id of ['A14', 'A15', 'A17', 'A18', 'A19', 'A20', 'A21'] as const) expect(CLOCKS[id].kinds).toEqual(['claim']);
    for (const id of ['A14', 'A15', 'A17', 'A18', 'A19', 'A20'] as const) expect(CLOCKS[id].when).toContain('petitionProcedure');
  });

  it('延长和暂停指向的期限，种类相符', () => {
    for (const id of CLOCK_IDS) {
      const { extendedBy, suspendedBy } = CLOCKS[id];
      if (extendedBy) expect(CLOCKS[extendedBy].type).toBe('extension');
      if (suspendedBy) expect(CLOCKS[suspendedBy].type).toBe('suspension');
    }
    expect(CLOCK_IDS.filter((id) => CLOCKS[id].suspendedBy)).toEqual(['A20']);
  });

  it('每条国家期限都有长度，都写明依据和证据', () => {
    for (const id of CLOCK_IDS.filter((clock) => /^[ABE]/.test(clock))) expect(law.terms[id]?.source, id).toBeTruthy();
    for (const id of Object.keys(law.terms)) expect(CLOCK_IDS).toContain(id);
  });

  it('给人看的字里没有日数，也没有对人的标签', () => {
    for (const id of CLOCK_IDS) {
      const { name, mustTell = '', overdue = '', note = '' } = CLOCKS[id];
      const read = [name, mustTell, overdue, note].join(' ');
      expect(read, id).not.toMatch(/[0-9]+ ?(日|天|个工作日|个月|小时)(?!结束)|缠访|闹访|重点人员/);
    }
  });

  it('算得出哪些期限还没有命令能开始', () => {
    const registered = startableBy(new Set<ActionType>(['IntakeReceived', 'MatterAccepted']));
    expect(registered.startable).toEqual([
      'A01',
      'A02',
      'A03',
      'A04',
      'A05',
      'A09',
      'A10',
      'A14',
      'A22',
      'A30',
      'A33',
      'A40',
      'A48',
      'C02',
      'C03a',
      'C04',
      'D02',
    ]);
    expect(registered.startable.length + registered.waiting.length).toBe(102);
    expect(startableBy(new Set(ACTION_TYPES)).waiting).toEqual([]);
  });
});
