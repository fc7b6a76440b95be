import { describe, expect, it } from 'vitest';
import { newKey } from '#platform/keys.ts';
import type { Filing } from '../portal/domain/filing.ts';
import { blindTokens } from './blind.ts';
import { arrivedOf } from './take.ts';

const filed = (more: Partial<Filing>): Filing => ({
  version: 1,
  channel: 'web',
  language: 'zh-CN',
  purpose: 'seekResolution' as Filing['purpose'],
  title: '校车不停村口',
  story: '校车不停村口，孩子走四里路。',
  place: { where: '后苇村' },
  claims: ['校车在村口停'],
  earlier: { had: 'no' as Filing['earlier']['had'] },
  whom: 'other' as Filing['whom'],
  person: { name: '梅春芳', phone: '13800001111', idNumber: '110101199001011234' },
  delivery: { way: 'code' },
  files: [],
  ...more,
});
const arrived = (agent: NonNullable<Filing['agent']>, more: Partial<Filing> = {}) =>
  arrivedOf(filed({ agent, ...more }), new Date('2026-09-01T08:00:00+08:00'), 'qinghe/petition', 'county');
const key = newKey(1);
const sameAs = (one: ReturnType<typeof arrived>, other: ReturnType<typeof arrived>) => {
  const known = blindTokens(key, one).map((token) => token.toString('hex'));
  return blindTokens(key, other).some((token) => known.includes(token.toString('hex')));
};

describe('代别人提的（未成年人的监护人、代理人）', () => {
  it('信访人是被代的人，说话、留电话的是监护人；监护人的证件号不算信访人的', () => {
    const { parties, idNumber, anonymous } = arrived({ as: 'guardian', principal: '梅小禾' });
    expect(parties).toEqual([
      { role: 'principal', name: '梅小禾' },
      { role: 'guardian', name: '梅春芳', phone: '13800001111' },
    ]);
    expect([idNumber, anonymous]).toEqual([undefined, false]);
  });

  it('同一个代理人替两个人提的，不当作同一个信访人的先前来件；替同一个人再提的，找得到', () => {
    const first = arrived({ as: 'agent', principal: '梅小禾' });
    expect(sameAs(first, arrived({ as: 'agent', principal: '柳大成' }))).toBe(false);
    expect(sameAs(first, arrived({ as: 'agent', principal: '梅小禾' }))).toBe(true);
    const own = arrivedOf(filed({ whom: 'self' as Filing['whom'] }), new Date('2026-09-01T08:00:00+08:00'), 'qinghe/petition', 'county');
    expect(sameAs(first, own)).toBe(false);
    expect(sameAs(own, own)).toBe(true);
  });
});
