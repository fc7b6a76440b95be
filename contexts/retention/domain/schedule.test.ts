import { describe, expect, it } from 'vitest';
import { keptFor, readSchedule } from '../index.ts';
import { CLASSES, classOfMatter, keptUntil } from './schedule.ts';

const schedule = readSchedule();
const said = keptFor(schedule);

describe('保管期限：卷宗封面写的，就是到期删除用的', () => {
  it.each([
    ['达成了调解协议', ['MatterOpened', 'MatterAccepted', 'AgreementSigned', 'MatterConcluded'], '30年'],
    ['受理以后撤回', ['MatterOpened', 'MatterAccepted', 'MatterWithdrawn', 'MatterConcluded'], '30年'],
    ['进了绿色通道', ['MatterOpened', 'MatterAccepted', 'GreenChannelOpened', 'OpinionIssued'], '永久'],
    ['领导签批过', ['MatterOpened', 'LeaderInstructionSigned'], '永久'],
    ['没有受理，引导到别处', ['MatterOpened', 'GuidanceDispatched'], '10年'],
  ])('不变量 39：假如一件%s，当写封面时，就写与删除同一张表的期限', (_, types, term) => {
    expect(said(types)).toBe(term);
    expect(keptUntil(schedule[classOfMatter(types)], '2026-07-20')).toBe(term === '永久' ? undefined : `20${26 + Number.parseInt(term, 10)}-07-20`);
  });

  it('期限都在 data/retention.json 里，每一类都有出处', () => {
    for (const name of CLASSES) expect(schedule[name].source).toMatch(/./);
  });
});
