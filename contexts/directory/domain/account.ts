/** What was done to an account: actions of its own subject, and what they add up to. Codes and ids; words lie elsewhere. */
import type { Done, Words } from '#kernel/decider.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Role } from '#kernel/roles.ts';

interface Substitution {
  readonly unit: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export type AccountAction = Done &
  (
    | { readonly type: 'AccountMade' }
    | { readonly type: 'RolesSet'; readonly unit: string; readonly given: readonly Role[]; readonly taken: readonly Role[]; readonly post?: Words }
    | { readonly type: 'AccountLocked'; readonly reason?: Words }
    | { readonly type: 'AccountUnlocked' }
    | { readonly type: 'SignInBarred'; readonly failures: number } // too many wrong tries: by the system
    | { readonly type: 'PasswordReset' }
    | { readonly type: 'PasswordChanged' }
    | { readonly type: 'SecondFactorEnrolled' }
    | { readonly type: 'SecondFactorRemoved' }
    | ({ readonly type: 'SubstituteNamed'; readonly substitute: string } & Substitution) // on the account of who is away
    | ({ readonly type: 'SubstitutionTaken'; readonly standsInFor: string } & Substitution) // on the account of who stands in
    | { readonly type: 'SubstituteEnded'; readonly unit: string; readonly substitute: string }
    | { readonly type: 'SubstitutionEnded'; readonly unit: string; readonly standsInFor: string }
  );

export const ACCOUNT_ACTS = {
  AccountMade: '建立账号',
  RolesSet: '设定职务和角色',
  AccountLocked: '停用账号',
  AccountUnlocked: '恢复账号',
  SignInBarred: '多次输错，暂停登录',
  PasswordReset: '重置密码',
  PasswordChanged: '本人修改密码',
  SecondFactorEnrolled: '启用动态口令',
  SecondFactorRemoved: '停用动态口令',
  SubstituteNamed: '指定代班人',
  SubstitutionTaken: '代班',
  SubstituteEnded: '代班提前结束',
  SubstitutionEnded: '不再代班',
} as const satisfies Record<AccountAction['type'], string>;

export interface Account {
  readonly made: boolean;
  readonly locked: boolean;
  readonly secondFactor: boolean;
  readonly roles: Readonly<Record<string, readonly Role[]>>; // by unit, one's own posts
}

export const noAccount: Account = { made: false, locked: false, secondFactor: false, roles: {} };

export function evolveAccount(account: Account, action: AccountAction): Account {
  switch (action.type) {
    case 'AccountMade':
      return { ...account, made: true };
    case 'RolesSet': {
      const { unit, given, taken } = action;
      const kept = (account.roles[unit] ?? []).filter((role) => !taken.includes(role));
      return { ...account, roles: { ...account.roles, [unit]: [...kept, ...given] } };
    }
    case 'AccountLocked':
      return { ...account, locked: true };
    case 'AccountUnlocked':
      return { ...account, locked: false };
    case 'SecondFactorEnrolled':
      return { ...account, secondFactor: true };
    case 'SecondFactorRemoved':
      return { ...account, secondFactor: false };
    default:
      return account;
  }
}
