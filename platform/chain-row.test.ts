import { describe, expect, it } from 'vitest';
import { chain } from './chain.ts';
import type { ActionRow } from './history.ts';

const at = new Date('2026-05-11T02:00:00Z');
const row: Omit<ActionRow, 'hash'> = {
  region: 'qinghe',
  subject: '0190a1b2-0000-7000-8000-000000000001',
  n: 3,
  stream: 'matter',
  type: 'MatterAccepted',
  data: { b: 1, a: ['二', null], words: { hash: 'h', id: 'i' } },
  person: '"钱\\松年"',
  unit: 'qinghe/petition',
  at,
  recorded_at: at,
  calendar: '2026',
};
/** What each column could be instead; a column that is added has to be named here, or this does not compile. */
const OTHER: Omit<ActionRow, 'hash'> = {
  region: 'linshui',
  subject: '0190a1b2-0000-7000-8000-000000000002',
  n: 4,
  stream: 'document/1',
  type: 'MatterDeclined',
  data: { ...row.data, a: ['二', 0] },
  person: '钱松年',
  unit: 'qinghe/housing',
  at: new Date(at.getTime() + 1),
  recorded_at: new Date(at.getTime() + 1),
  calendar: '2027',
};
const first = Buffer.alloc(32);

describe('不变量 36：一行里的每一列都在首尾相连的摘要里', () => {
  it.each(Object.keys(row) as (keyof typeof row)[])('%s 改了，摘要就不同', (column) => {
    expect(chain(first, { ...row, [column]: OTHER[column] })).not.toEqual(chain(first, row));
  });

  it('前一个动作不同，摘要就不同', () => expect(chain(Buffer.alloc(32, 1), row)).not.toEqual(chain(first, row)));

  it('列的先后、数据里名称的先后和未填的项，不改变摘要', () => {
    const turned = Object.fromEntries(Object.entries(row).toReversed()) as unknown as typeof row;
    expect(chain(first, turned)).toEqual(chain(first, row));
    expect(chain(first, { ...row, data: { words: { id: 'i', hash: 'h' }, a: ['二', null], b: 1, none: undefined } })).toEqual(chain(first, row));
  });

  it('与先前写法的摘要相同：已有的留痕仍然接得上', () => {
    expect(chain(first, row).toString('hex')).toBe(BEFORE);
  });
});

/** By the function that sorted every column anew: what it wrote must still verify. */
const BEFORE = '54aab52078bd66065a82a9570142b489da0de816c687d37a015221d9202c1d1b';
