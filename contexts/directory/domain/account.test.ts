import { describe, expect, it } from 'vitest';
import { replay } from '#kernel/decider.ts';
import { evolveAccount, noAccount, type AccountAction } from './account.ts';

/** 一个账号经历了什么，现在是什么样：按动作叠加，后面的不冲掉前面的. */
const done = { by: { person: '凌键', unit: 'qc/petition' }, at: new Date(0) };
const set = (unit: string, given: readonly ('unitClerk' | 'unitHead' | 'archivist')[], taken: readonly ('unitClerk' | 'unitHead' | 'archivist')[] = []) =>
  ({ type: 'RolesSet', unit, given, taken, ...done }) as const;
const only = (
  type: 'AccountMade' | 'AccountLocked' | 'AccountUnlocked' | 'PasswordReset' | 'PasswordChanged' | 'SecondFactorEnrolled' | 'SecondFactorRemoved',
) => ({ type, ...done }) as const;
const account = (...past: AccountAction[]) => replay({ initial: noAccount, evolve: evolveAccount }, past);
const made = [only('AccountMade'), set('qc/housing', ['unitClerk'])] as const;

describe('账号', () => {
  it('建立以前什么都不是；建立以后没有停用，没有动态口令', () => {
    expect(account()).toEqual({ made: false, locked: false, secondFactor: false, roles: {} });
    expect(account(only('AccountMade'))).toEqual({ made: true, locked: false, secondFactor: false, roles: {} });
  });

  it('设定角色：增加的加上，收回的去掉，没有提到的照旧；各单位分开记', () => {
    expect(account(...made, set('qc/housing', ['archivist'])).roles).toEqual({ 'qc/housing': ['unitClerk', 'archivist'] });
    expect(account(...made, set('qc/housing', ['unitHead'], ['unitClerk'])).roles).toEqual({ 'qc/housing': ['unitHead'] });
    expect(account(...made, set('qc/housing', [], ['unitClerk'])).roles).toEqual({ 'qc/housing': [] });
    expect(account(...made, set('qc/water', ['unitHead'], ['unitClerk'])).roles).toEqual({ 'qc/housing': ['unitClerk'], 'qc/water': ['unitHead'] });
  });

  it('停用、恢复：角色和动态口令都还在', () => {
    const locked = account(...made, only('SecondFactorEnrolled'), only('AccountLocked'));
    expect(locked).toEqual({ made: true, locked: true, secondFactor: true, roles: { 'qc/housing': ['unitClerk'] } });
    expect(account(...made, only('AccountLocked'), only('AccountUnlocked'))).toEqual(account(...made));
  });

  it('启用、停用动态口令，别的不变', () => {
    expect(account(...made, only('SecondFactorEnrolled'))).toEqual({ ...account(...made), secondFactor: true });
    expect(account(...made, only('AccountLocked'), only('SecondFactorEnrolled'), only('SecondFactorRemoved'))).toEqual({ ...account(...made), locked: true });
  });

  it('重置、修改密码不改变账号能办什么', () => {
    expect(account(...made, only('AccountLocked'), only('PasswordReset'), only('PasswordChanged'))).toEqual({ ...account(...made), locked: true });
  });

  it('暂停登录不是停用：等一会儿就能再登录', () => {
    expect(account(...made, { type: 'SignInBarred', failures: 5, ...done }).locked).toBe(false);
  });
});
