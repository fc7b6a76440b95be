import { describe, expect, it } from 'vitest';
import { ALL_ROLES } from '#kernel/roles.ts';
import { specify } from '#kernel/spec.ts';
import type { AccountAction } from './account.ts';
import { accountDecider } from './decide.ts';
import { isForKeepers, mayAsk, mayOpenContent, PERMISSIONS, type DirectoryCommand } from './permissions.ts';
import { checkNewPassword, spellOneTimePassword } from './password.ts';
import { FREE_TRIES, WAITS, wrong } from './waits.ts';

const given = specify(accountDecider);
const done = { by: { person: '管理员', unit: 'qc/petition' }, at: new Date('2026-05-11T09:00:00+08:00') };
const words = { id: '1', hash: '2' };
const made: AccountAction[] = [
  { type: 'AccountMade', ...done },
  { type: 'RolesSet', unit: 'qc/housing', given: ['unitClerk'], taken: [], ...done },
];
const on = { account: '李砚秋', ...done };

describe('账号', () => {
  it('建立一次，连同职务；第二次不行', () => {
    const make = { type: 'make', unit: 'qc/housing', roles: ['unitClerk'], post: words, ...on } as const;
    given().when(make).thenTypes('AccountMade', 'RolesSet');
    given(...made)
      .when(make)
      .thenRefused('AgainstRule');
  });

  it('没有建立的账号，什么也办不了', () => {
    for (const type of ['unlock', 'resetPassword', 'changePassword', 'removeSecondFactor'] as const)
      given()
        .when({ type, ...on })
        .thenRefused('NotFound');
  });

  it('改角色只记变化：给了什么，取消了什么', () => {
    given(...made)
      .when({ type: 'setRoles', unit: 'qc/housing', roles: ['unitHead'], post: words, otherPost: false, ...on })
      .then({ type: 'RolesSet', unit: 'qc/housing', given: ['unitHead'], taken: ['unitClerk'], post: words, ...done });
  });

  it('谁也不能给自己设定角色、停用自己、重置自己的密码', () => {
    const self = { ...on, by: { person: '李砚秋', unit: 'qc/housing' } };
    given(...made)
      .when({ type: 'setRoles', unit: 'qc/housing', roles: ['sysAdmin'], post: words, otherPost: false, ...self })
      .thenRefused('NotAllowed');
    given(...made)
      .when({ type: 'lock', reason: words, ...self })
      .thenRefused('NotAllowed');
    given(...made)
      .when({ type: 'resetPassword', ...self })
      .thenRefused('NotAllowed');
  });

  it('系统管理员不兼任能看内容的角色，在别的单位也不行', () => {
    given(...made)
      .when({ type: 'setRoles', unit: 'qc/petition', roles: ['sysAdmin'], post: words, otherPost: false, ...on })
      .thenRefused('AgainstRule');
  });

  it('停用一次，恢复一次；只是输错密码的，恢复时不留空动作', () => {
    const locked: AccountAction = { type: 'AccountLocked', ...done };
    given(...made)
      .when({ type: 'lock', reason: words, ...on })
      .thenTypes('AccountLocked');
    given(...made, locked)
      .when({ type: 'lock', reason: words, ...on })
      .thenRefused('WrongStage');
    given(...made, locked)
      .when({ type: 'unlock', ...on })
      .thenTypes('AccountUnlocked');
    given(...made)
      .when({ type: 'unlock', ...on })
      .then();
  });
});

describe('谁可以办（命令 × 角色，逐一核对）', () => {
  it('表上没有的角色，一律不给', () => {
    for (const command of Object.keys(PERMISSIONS) as DirectoryCommand[]) {
      for (const role of ALL_ROLES) expect(mayAsk(command, [role]), `${command} ${role}`).toBe((PERMISSIONS[command] as readonly string[]).includes(role));
    }
    expect(mayAsk('saveOrgan', [])).toBe(false);
  });

  it('不变量 29：只有系统管理员一个角色的，不看内容；没有角色的也不看', () => {
    expect(mayOpenContent(['sysAdmin'])).toBe(false);
    expect(mayOpenContent([])).toBe(false);
    expect(isForKeepers('/api/directory/accounts')).toBe(true);
    expect(isForKeepers('/api/directory-of-matters')).toBe(false);
    expect(isForKeepers('/api/casework/desk')).toBe(false);
  });
});

describe('密码', () => {
  it('太短、太常见、含账号名、字符重复的不收；一句好记的话可以', () => {
    for (const bad of ['短', '1234567890', 'password123', 'xf01-2026-05', 'aaaaaaaaaaaa', 'Admin12345'])
      expect(() => checkNewPassword(bad, 'xf01'), bad).toThrow();
    expect(() => checkNewPassword('河边的柳树又发芽了', 'xf01')).toThrow(); // 九个字
    expect(() => checkNewPassword('河边的柳树今年又发芽了', 'xf01')).not.toThrow();
  });

  it('一次性密码没有容易看错的字母', () => {
    const password = spellOneTimePassword(Uint8Array.from({ length: 64 }, (_, nth) => nth * 4));
    expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/);
  });

  it('输错的等待时间越来越长，话里不提账号在不在', () => {
    expect([...WAITS]).toEqual([...WAITS].sort((a, b) => a - b));
    const now = new Date('2026-05-11T09:00:00+08:00');
    for (let failures = 1; failures < FREE_TRIES; failures += 1) expect(wrong(failures, null, now).message).not.toMatch(/存在|停用/);
    expect(wrong(FREE_TRIES - 1, null, now).message).toContain('再错 1 次');
  });
});
