import { describe, expect, it } from 'vitest';
import type { DeskItem } from '#contexts/casework/contract.ts';
import type { Colleague } from '#contexts/directory/contract.ts';
import { inHandsOf } from './standing-in.ts';

const item = (handler: DeskItem['handler']) => ({ matter: 'm1', handler }) as DeskItem;
const own: Colleague = { person: 'p2', name: '王五', post: '科员', phone: '', roles: ['unitClerk'] };
const standsIn: Colleague = { ...own, standsInFor: '李兰', away: 'p1', to: '2026-05-30' };

describe('代班', () => {
  it('代班的日子里，被代的人承办的列在代班人名下；没有人代、没有指定的不动', () => {
    const items = [item({ person: 'p1', name: '李兰' }), item({ person: 'p2', name: '王五' }), item(null)];
    expect(inHandsOf(items, [own, standsIn]).map(({ handler }) => handler?.name)).toEqual(['王五（代李兰）', '王五', undefined]);
    expect(inHandsOf(items, [own])).toBe(items);
  });
});
