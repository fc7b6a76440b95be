/** What may be done to an account. Who may ask at all stands in permissions.ts; here is what is right once asked. */
import type { Decider, Done, Words } from '#kernel/decider.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { daysBetween } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Role } from '#kernel/roles.ts';
import { evolveAccount, noAccount, type Account, type AccountAction } from './account.ts';
import { isMixOfAdminAndContent } from './permissions.ts';

export const LONGEST_SUBSTITUTION_DAYS = 92; // P: a quarter; whoever is away longer has a successor, not a substitute

export type AccountCommand = Done & { readonly account: string } & (
    | { readonly type: 'make'; readonly unit: string; readonly roles: readonly Role[]; readonly post: Words }
    | { readonly type: 'setRoles'; readonly unit: string; readonly roles: readonly Role[]; readonly post: Words; readonly otherPost: boolean }
    | { readonly type: 'lock'; readonly reason: Words }
    | { readonly type: 'unlock' | 'resetPassword' | 'changePassword' | 'enrolSecondFactor' | 'removeSecondFactor' }
    | { readonly type: 'bar'; readonly failures: number }
    | {
        readonly type: 'nameSubstitute';
        readonly unit: string;
        readonly substitute: string;
        readonly from: PlainDate;
        readonly to: PlainDate;
        readonly today: PlainDate;
      }
    | { readonly type: 'takeSubstitution'; readonly unit: string; readonly standsInFor: string; readonly from: PlainDate; readonly to: PlainDate }
    | { readonly type: 'endSubstitute'; readonly unit: string; readonly substitute: string }
    | { readonly type: 'endSubstitution'; readonly unit: string; readonly standsInFor: string }
  );

export const accountDecider: Decider<AccountCommand, AccountAction, Account> = { initial: noAccount, decide, evolve: evolveAccount };

function decide(command: AccountCommand, account: Account): AccountAction[] {
  const { by, at } = command;
  const done = { by, at };
  if (command.type === 'make') {
    if (account.made) throw new Refusal('AgainstRule', '这个账号已经建立。请在账号列表中查找。');
    checkRoles(command.roles);
    return [
      { type: 'AccountMade', ...done },
      { type: 'RolesSet', unit: command.unit, given: command.roles, taken: [], post: command.post, ...done },
    ];
  }
  if (!account.made) throw new Refusal('NotFound', '没有这个账号，请回到账号列表重新选择。');
  switch (command.type) {
    case 'setRoles':
      return setRoles(command, account);
    case 'lock':
      if (by.person === command.account) throw new Refusal('NotAllowed', '不能停用自己的账号，请另一位管理员办理。');
      if (account.locked) throw new Refusal('WrongStage', '这个账号已经停用。');
      return [{ type: 'AccountLocked', reason: command.reason, ...done }];
    case 'unlock':
      return account.locked ? [{ type: 'AccountUnlocked', ...done }] : []; // also clears the waiting time of one who was only barred
    case 'bar':
      return [{ type: 'SignInBarred', failures: command.failures, ...done }];
    case 'resetPassword':
      if (by.person === command.account) throw new Refusal('NotAllowed', '自己的密码请在“我的账号”里修改。');
      return [{ type: 'PasswordReset', ...done }];
    case 'changePassword':
      return [{ type: 'PasswordChanged', ...done }];
    case 'enrolSecondFactor':
      return [{ type: 'SecondFactorEnrolled', ...done }];
    case 'removeSecondFactor':
      if (!account.secondFactor) throw new Refusal('WrongStage', '这个账号没有启用动态口令。');
      return [{ type: 'SecondFactorRemoved', ...done }];
    default:
      return substitution(command, account);
  }
}

function setRoles({ account: id, unit, roles, post, otherPost, by, at }: AccountCommand & { type: 'setRoles' }, { roles: held }: Account): AccountAction[] {
  if (by.person === id) throw new Refusal('NotAllowed', '不能给自己设定角色，请另一位管理员办理。');
  const elsewhere = Object.entries(held).flatMap(([where, all]) => (where === unit ? [] : all));
  checkRoles([...roles, ...elsewhere]);
  const was = held[unit] ?? [];
  const given = roles.filter((role) => !was.includes(role));
  const taken = was.filter((role) => !roles.includes(role));
  if (given.length + taken.length === 0 && !otherPost) throw new Refusal('AgainstRule', '职务和角色与原来相同，没有需要修改的内容。');
  return [{ type: 'RolesSet', unit, given, taken, post, by, at }];
}

function checkRoles(roles: readonly Role[]): void {
  if (isMixOfAdminAndContent(roles)) throw new Refusal('AgainstRule', '系统管理员只管账号，不得兼任能看到信访内容的角色。请另设一个账号。');
}

type Substitution = Extract<AccountCommand, { type: 'nameSubstitute' | 'takeSubstitution' | 'endSubstitute' | 'endSubstitution' }>;

function substitution(command: Substitution, { roles }: Account): AccountAction[] {
  const { unit, by, at } = command;
  switch (command.type) {
    case 'nameSubstitute': {
      const { account, substitute, from, to, today } = command;
      if (substitute === account) throw new Refusal('AgainstRule', '代班人不能是本人。');
      if (!roles[unit]?.length) throw new Refusal('AgainstRule', '此人在该单位没有可代的角色。');
      if (roles[unit].includes('sysAdmin')) throw new Refusal('AgainstRule', '系统管理员的工作不能代班，请另设一个管理员账号。');
      if (to < from || to < today) throw new Refusal('AgainstRule', '代班的最后一天不能早于第一天，也不能已经过去。');
      if (daysBetween(from, to) >= LONGEST_SUBSTITUTION_DAYS)
        throw new Refusal('AgainstRule', `代班最长 ${LONGEST_SUBSTITUTION_DAYS} 天；时间更长的，请调整职务。`);
      return [{ type: 'SubstituteNamed', unit, substitute, from, to, by, at }];
    }
    case 'takeSubstitution': {
      const { standsInFor, from, to } = command;
      if (Object.values(roles).flat().includes('sysAdmin')) throw new Refusal('AgainstRule', '系统管理员不能代班，以免看到信访内容。');
      return [{ type: 'SubstitutionTaken', unit, standsInFor, from, to, by, at }];
    }
    case 'endSubstitute':
      return [{ type: 'SubstituteEnded', unit, substitute: command.substitute, by, at }];
    case 'endSubstitution':
      return [{ type: 'SubstitutionEnded', unit, standsInFor: command.standsInFor, by, at }];
  }
}
