import { describe, it } from 'vitest';
import { specify } from '#kernel/spec.ts';
import { addDays } from '#kernel/dates.ts';
import type { AccountAction } from './account.ts';
import { accountDecider, LONGEST_SUBSTITUTION_DAYS } from './decide.ts';

/** 代班、动态口令、密码：账号上每一件事，办得成的记什么，办不成的为什么. */
const given = specify(accountDecider);
const done = { by: { person: '管理员', unit: 'qc/petition' }, at: new Date('2026-05-11T09:00:00+08:00') };
const words = { id: '1', hash: '2' };
const on = { account: '孟庆舟', ...done };
const self = { ...on, by: { person: '孟庆舟', unit: 'qc/housing' } };
const set = (unit: string, ...roles: ('unitHead' | 'unitClerk' | 'sysAdmin')[]): AccountAction => ({
  type: 'RolesSet',
  unit,
  given: roles,
  taken: [],
  ...done,
});
const made: AccountAction[] = [{ type: 'AccountMade', ...done }, set('qc/housing', 'unitHead')];
const admin: AccountAction[] = [{ type: 'AccountMade', ...done }, set('qc/petition', 'sysAdmin')];
const name = { type: 'nameSubstitute', unit: 'qc/housing', substitute: '李砚秋', from: '2026-05-12', to: '2026-05-20', today: '2026-05-11', ...on } as const;

describe('指定代班人', () => {
  it('记下谁、在哪个单位、从哪天到哪天', () => {
    given(...made)
      .when(name)
      .then({ type: 'SubstituteNamed', unit: 'qc/housing', substitute: '李砚秋', from: '2026-05-12', to: '2026-05-20', ...done });
  });

  it('不能是本人；在那个单位没有角色可代的不行；没有建立的账号不行', () => {
    given(...made)
      .when({ ...name, substitute: '孟庆舟' })
      .thenRefused('AgainstRule');
    given(...made)
      .when({ ...name, unit: 'qc/water' })
      .thenRefused('AgainstRule');
    given(...made, { type: 'RolesSet', unit: 'qc/housing', given: [], taken: ['unitHead'], ...done })
      .when(name)
      .thenRefused('AgainstRule');
    given().when(name).thenRefused('NotFound');
  });

  it('不变量 29：系统管理员的工作不能代，系统管理员也不能替别人代班', () => {
    given(...admin)
      .when({ ...name, unit: 'qc/petition' })
      .thenRefused('AgainstRule');
    const take = { type: 'takeSubstitution', unit: 'qc/housing', standsInFor: '李砚秋', from: '2026-05-12', to: '2026-05-20', ...on } as const;
    given(...admin)
      .when(take)
      .thenRefused('AgainstRule');
    given(...made)
      .when(take)
      .then({ type: 'SubstitutionTaken', unit: 'qc/housing', standsInFor: '李砚秋', from: '2026-05-12', to: '2026-05-20', ...done });
  });

  it('最后一天不早于第一天、不早于今天；只代一天可以，只代今天可以', () => {
    const term = (from: typeof name.from | `2026-05-${number}`, to: `2026-05-${number}`) => given(...made).when({ ...name, from, to });
    term('2026-05-12', '2026-05-12').thenTypes('SubstituteNamed');
    term('2026-05-11', '2026-05-11').thenTypes('SubstituteNamed');
    term('2026-05-01', '2026-05-11').thenTypes('SubstituteNamed');
    term('2026-05-13', '2026-05-12').thenRefused('AgainstRule');
    term('2026-05-01', '2026-05-10').thenRefused('AgainstRule');
  });

  it('最长一个季度；多一天就要调整职务', () => {
    const last = addDays(name.from, LONGEST_SUBSTITUTION_DAYS - 1);
    given(...made)
      .when({ ...name, to: last })
      .thenTypes('SubstituteNamed');
    given(...made)
      .when({ ...name, to: addDays(last, 1) })
      .thenRefused('AgainstRule');
  });

  it('提前结束，两边各记一笔', () => {
    given(...made)
      .when({ type: 'endSubstitute', unit: 'qc/housing', substitute: '李砚秋', ...on })
      .then({ type: 'SubstituteEnded', unit: 'qc/housing', substitute: '李砚秋', ...done });
    given(...made)
      .when({ type: 'endSubstitution', unit: 'qc/housing', standsInFor: '李砚秋', ...on })
      .then({ type: 'SubstitutionEnded', unit: 'qc/housing', standsInFor: '李砚秋', ...done });
  });
});

describe('动态口令和密码', () => {
  it('启用随时可以；没有启用的，没有可停用的；停用以后又没有', () => {
    const enrolled: AccountAction = { type: 'SecondFactorEnrolled', ...done };
    given(...made)
      .when({ type: 'enrolSecondFactor', ...on })
      .then(enrolled);
    given(...made)
      .when({ type: 'removeSecondFactor', ...on })
      .thenRefused('WrongStage');
    given(...made, enrolled)
      .when({ type: 'removeSecondFactor', ...on })
      .then({ type: 'SecondFactorRemoved', ...done });
  });

  it('别人的密码由管理员重置，自己的由本人修改；输错太多的记次数', () => {
    given(...made)
      .when({ type: 'resetPassword', ...on })
      .then({ type: 'PasswordReset', ...done });
    given(...made)
      .when({ type: 'changePassword', ...self })
      .then({ type: 'PasswordChanged', by: self.by, at: done.at });
    given(...made)
      .when({ type: 'bar', failures: 5, ...on })
      .then({ type: 'SignInBarred', failures: 5, ...done });
  });
});

describe('角色', () => {
  const setRoles = { type: 'setRoles', unit: 'qc/housing', roles: ['unitHead'], post: words, otherPost: false, ...on } as const;

  it('与原来相同的不记；只是换了职务名称的记，角色不动', () => {
    given(...made)
      .when(setRoles)
      .thenRefused('AgainstRule');
    given(...made)
      .when({ ...setRoles, otherPost: true })
      .then({ type: 'RolesSet', unit: 'qc/housing', given: [], taken: [], post: words, ...done });
  });

  it('只记变化：原有的不再给，没有的不收回；第一次到一个单位的，都是新给的', () => {
    given(...made)
      .when({ ...setRoles, roles: ['unitHead', 'unitClerk'] })
      .then({ type: 'RolesSet', unit: 'qc/housing', given: ['unitClerk'], taken: [], post: words, ...done });
    given(...made)
      .when({ ...setRoles, unit: 'qc/water', roles: ['unitClerk'] })
      .then({ type: 'RolesSet', unit: 'qc/water', given: ['unitClerk'], taken: [], post: words, ...done });
  });

  it('不变量 29：系统管理员在别处有角色的不行，在同一处换成单独的系统管理员可以；建立时也一样', () => {
    given(...made)
      .when({ ...setRoles, roles: ['sysAdmin'] })
      .thenTypes('RolesSet');
    given(...made, set('qc/water', 'unitClerk'))
      .when({ ...setRoles, roles: ['sysAdmin'] })
      .thenRefused('AgainstRule');
    given()
      .when({ type: 'make', unit: 'qc/petition', roles: ['sysAdmin', 'auditor'], post: words, ...on })
      .thenRefused('AgainstRule');
    given()
      .when({ type: 'make', unit: 'qc/petition', roles: ['sysAdmin'], post: words, ...on })
      .then({ type: 'AccountMade', ...done }, { type: 'RolesSet', unit: 'qc/petition', given: ['sysAdmin'], taken: [], post: words, ...done });
  });
});
