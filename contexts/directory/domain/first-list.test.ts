import { describe, expect, it } from 'vitest';
import { loadOrgans, loadPeople } from '../../../data/demo/load.ts';
import { type PersonEntry, wrongIn } from './first-list.ts';

const none = { organ: () => false, admin: false };
const [organ] = loadOrgans();
const post = { unit: organ!.code, title: '科员', roles: ['sysAdmin'] };
const admin: PersonEntry = { login: 'gl01', name: '某', phone: '0000-622 0101', posts: [post] };

describe('第一批单位和账号', () => {
  it('演示县的两份文件可以照样用', () => {
    expect(wrongIn(loadOrgans(), loadPeople(), none)).toEqual([]);
  });

  it('哪一个单位、账号哪里不对，一次说全', () => {
    const wrong = { ...organ!, code: 'Qinghe', type: 'bureau' as never, division: '99', complaintsTo: 'qinghe/nobody' };
    expect(wrongIn([organ!, wrong], [admin, admin, { ...admin, login: 'gl02', posts: [{ ...post, unit: 'qinghe/x', roles: ['king'] }] }], none)).toEqual([
      '账号“gl01”写了两次。',
      '第 2 个单位（Qinghe）：代码（code）要写成“租户/单位”，小写字母、数字和连字符，例如 qinghe/housing。',
      '第 2 个单位（Qinghe）：没有“bureau”这种类型（type）。',
      '第 2 个单位（Qinghe）：区划代码（division）是 6 至 12 位数字。',
      '第 2 个单位（Qinghe）：写到的单位“qinghe/nobody”不在列表里。',
      '第 3 个账号（gl02）：单位“qinghe/x”不在列表里。',
      '第 3 个账号（gl02）：没有“king”这个角色。',
    ]);
    expect(wrongIn([{ code: organ!.code } as never], [{ login: 'gl01' } as never], none)).toContain('第 1 个账号（gl01）：至少有一个职务（posts）。');
  });

  it('不变量 29：系统管理员不兼别的角色；一个系统管理员也没有的不建，已有的可以只加人', () => {
    expect(wrongIn([organ!], [{ ...admin, posts: [{ ...post, roles: ['sysAdmin', 'unitHead'] }] }], none).join()).toContain('不能兼别的角色');
    const clerk = { ...admin, posts: [{ ...post, roles: ['unitClerk'] }] };
    expect(wrongIn([organ!], [clerk], none).join()).toContain('没有一个账号的角色是系统管理员');
    expect(wrongIn([], [clerk], { organ: () => true, admin: true })).toEqual([]);
  });

  it('不变量 27：密件角色第一批由文件建立；已经有人经办的，再用文件加不进去', () => {
    const keeper = { ...admin, login: 'mj02', posts: [{ ...post, roles: ['sealedTriage'] }] };
    const known = { organ: () => true, admin: true };
    expect(wrongIn([], [keeper], known)).toEqual([]);
    expect(wrongIn([], [keeper], { ...known, mustBeAgreed: (_, __, role) => role === 'sealedTriage' }).join()).toContain(
      '要由系统管理员在工作台提出、另一人同意',
    );
  });
});
