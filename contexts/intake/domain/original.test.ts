import { describe, expect, it } from 'vitest';
import type { IntakeAction, IntakeStage } from './intake.ts';
import { readsOriginal } from './original.ts';

const did = (type: IntakeAction['type'], person: string) => ({ type, by: { person, unit: 'qinghe/petition' } });
const PAST = [
  did('IntakeReceived', '登记的人'),
  did('IntakeRegistered', '登记的人'),
  did('CodeReplaced', '补发过查询码的人'),
  did('IntakeClassified', '甄别的人'),
];

describe('不变量 27、28：立件以后，没有经手的人看事项，不看来件', () => {
  it.each<[IntakeStage, string, boolean]>([
    ['split', '登记的人', true],
    ['split', '甄别的人', true],
    ['split', '补发过查询码的人', false],
    ['split', '局长', false],
    ['registered', '局长', true],
    ['classified', '局长', true],
    ['replied', '局长', true],
  ])('%s，%s：%s', (stage, person, may) => expect(readsOriginal({ stage }, PAST, person)).toBe(may));

  it('把其中一件移走的人也知道', () => expect(readsOriginal({ stage: 'split' }, [...PAST, did('PartSealed', '发现的人')], '发现的人')).toBe(true));
});
