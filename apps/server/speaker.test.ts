import { describe, expect, it } from 'vitest';
import type { Party } from '#contexts/casework/index.ts';
import { withContact } from './speaker.ts';

const NEW = { phone: '13900002222' };
const phones = (...parties: Party[]) => withContact(parties, NEW).map(({ role, phone }) => `${role} ${phone ?? '—'}`);
const principal: Party = { role: 'principal', name: '梅小禾' };

describe('凭查询码改的联系方式是谁的', () => {
  it('监护人代未成年人提的：改的是监护人的，未成年人的不动', () => {
    expect(phones(principal, { role: 'guardian', name: '梅春芳', phone: '13800001111' })).toEqual(['principal —', 'guardian 13900002222']);
    expect(phones({ ...principal, phone: '1' }, { role: 'guardian', name: '梅春芳' })).toEqual(['principal 1', 'guardian 13900002222']);
  });

  it('代理人代提、信访人没有留联系方式的：改的是代理人的；信访人自己留了的，改信访人的', () => {
    const agent: Party = { role: 'agent', name: '段律师', phone: '13800001111' };
    expect(phones(principal, agent)).toEqual(['principal —', 'agent 13900002222']);
    expect(phones({ ...principal, address: '后苇村' }, agent)).toEqual(['principal 13900002222', 'agent 13800001111']);
  });

  it('自己提的改自己的；几个人的改第一个；没有留姓名的，留下怎么找到', () => {
    expect(phones(principal, { role: 'contact', name: '邻居', phone: '1' })).toEqual(['principal 13900002222', 'contact 1']);
    expect(phones({ role: 'representative', name: '甲' }, { role: 'representative', name: '乙' })).toEqual(['representative 13900002222', 'representative —']);
    expect(phones()).toEqual(['contact 13900002222']);
  });
});
