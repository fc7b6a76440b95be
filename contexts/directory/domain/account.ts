/** What was done to an account: actions of its own subject, and what they add up to. Codes and ids; words lie elsewhere. */
import type { Done, Words } from '#kernel/decider.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Role } from '#kernel/roles.ts';
import { evolveProposals, type Agreed, type OpenProposals, type ProposalAction } from './proposal.ts';

interface Substitution {
  readonly unit: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** `agreed`: who agreed to it, where one person alone may not (domain/four-eyes.ts). */
type OwnAction = Done & { readonly agreed?: Agreed } & (
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

export type AccountAction = OwnAction | ProposalAction;

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
  ActProposed: '提出，等另一人同意',
  ProposalAgreed: '另一人同意',
  ProposalRefused: '另一人不同意',
  ProposalWithdrawn: '撤回提出的',
  ProposalExpired: '没有人同意，作废',
} as const satisfies Record<AccountAction['type'], string>;

export interface Account {
  readonly made: boolean;
  readonly locked: boolean;
  readonly secondFactor: boolean;
  readonly roles: Readonly<Record<string, readonly Role[]>>; // by unit, one's own posts
  readonly standIns?: readonly (Substitution & { readonly substitute: string })[]; // named and not ended; some are over by date
  readonly proposals?: OpenProposals;
  readonly letInAt?: Date; // into the sealed line, by agreement: whoever asks in that moment may not know it yet
}

export const noAccount: Account = { made: false, locked: false, secondFactor: false, roles: {} };

export function evolveAccount(before: Account, action: AccountAction): Account {
  const account = action.type === 'ProposalAgreed' || ('agreed' in action && action.agreed) ? { ...before, letInAt: action.at } : before;
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
    case 'SubstituteNamed': {
      const { unit, substitute, from, to } = action;
      return { ...account, standIns: [...othersThan(account, unit, substitute), { unit, substitute, from, to }] };
    }
    case 'SubstituteEnded':
      return { ...account, standIns: othersThan(account, action.unit, action.substitute) };
    case 'ActProposed':
    case 'ProposalAgreed':
    case 'ProposalRefused':
    case 'ProposalWithdrawn':
    case 'ProposalExpired':
      return { ...account, proposals: evolveProposals(account.proposals ?? {}, action) };
    default:
      return account;
  }
}

const othersThan = ({ standIns = [] }: Account, unit: string, substitute: string) =>
  standIns.filter((each) => each.unit !== unit || each.substitute !== substitute);
