/** What may be done to an account. Who may ask at all stands in permissions.ts; here is what is right once asked. */
import type { Decider, Done, Words } from '#kernel/decider.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { dateInChina, daysBetween } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { SEALED_ROLES, type Role } from '#kernel/roles.ts';
import { evolveAccount, noAccount, type Account, type AccountAction } from './account.ts';
import { isMixOfAdminAndContent } from './permissions.ts';
import type { Agreed, OpenProposal } from './proposal.ts';
import { decideProposal, mayBeAgreed, needsAnother, SECRECY, type ProposalCommand } from './propose.ts';

export const LONGEST_SUBSTITUTION_DAYS = 92; // P: a quarter; whoever is away longer has a successor, not a substitute

/** What the directory knows of it (four-eyes.ts), and who has agreed. The first list of a deployment needs nobody: there is nobody yet. */
interface Guarded {
  readonly guarded?: readonly Role[]; // which roles open the sealed line in this unit
  readonly opens?: boolean; // the account opens it already
  readonly agreed?: Agreed;
  readonly firstList?: true;
}

export type AccountCommand = ProposalCommand | AgreeCommand | OwnCommand;

export type AgreeCommand = Done & {
  readonly type: 'agree';
  readonly account: string;
  readonly proposal: string;
  readonly reason?: Words;
  readonly post?: Words; // of roles that are given
  readonly guarded?: readonly Role[];
};

type OwnCommand = Done &
  Guarded & { readonly account: string } & (
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
    | {
        readonly type: 'takeSubstitution';
        readonly unit: string;
        readonly standsInFor: string;
        readonly from: PlainDate;
        readonly to: PlainDate;
        readonly renews?: boolean; // agreed to: with a one-time password in two halves
      }
    | { readonly type: 'endSubstitute'; readonly unit: string; readonly substitute: string }
    | { readonly type: 'endSubstitution'; readonly unit: string; readonly standsInFor: string }
  );

export const accountDecider: Decider<AccountCommand, AccountAction, Account> = { initial: noAccount, decide, evolve: evolveAccount };

function decide(command: AccountCommand, account: Account): AccountAction[] {
  const { by, at } = command;
  if (command.type === 'make') {
    const done = { by, at };
    if (account.made) throw new Refusal('AgainstRule', '这个账号已经建立。请在账号列表中查找。');
    checkRoles(command.roles);
    mayOpen(command, command.roles);
    return [
      { type: 'AccountMade', ...done },
      { type: 'RolesSet', unit: command.unit, given: command.roles, taken: [], post: command.post, ...done },
    ];
  }
  if (!account.made) throw new Refusal('NotFound', '没有这个账号，请回到账号列表重新选择。');
  if ('proposal' in command) return command.type === 'agree' ? agree(command, account) : propose(command, account);

  const done = { ...(command.agreed && { agreed: command.agreed }), by, at };
  const held = Object.values(account.roles).flat();
  const justLetIn = account.letInAt !== undefined && at.getTime() - account.letInAt.getTime() < JUST_LET_IN_MS;
  if (justLetIn && !command.agreed && by.person !== command.account && EXPOSES.has(command.type)) throw needsAnother();
  switch (command.type) {
    case 'setRoles':
      return setRoles(command, account);
    case 'lock':
      if (by.person === command.account) throw new Refusal('NotAllowed', '不能停用自己的账号，请另一位管理员办理。');
      if (account.locked) throw new Refusal('WrongStage', '这个账号已经停用。');
      return [{ type: 'AccountLocked', reason: command.reason, ...done }];
    case 'unlock':
      if (account.locked) mayOpen(command, held);
      else if (command.opens) throw new Refusal('WrongStage', '这个账号没有停用。只是多次输错的，等候时间到了本人就能再登录，不用恢复。');
      return account.locked ? [{ type: 'AccountUnlocked', ...done }] : []; // also clears the waiting time of one who was only barred
    case 'bar':
      return [{ type: 'SignInBarred', failures: command.failures, ...done }];
    case 'resetPassword':
      if (by.person === command.account) throw new Refusal('NotAllowed', '自己的密码请在“我的账号”里修改。');
      mayOpen(command, held);
      return [{ type: 'PasswordReset', ...done }];
    case 'changePassword':
      return [{ type: 'PasswordChanged', ...done }];
    case 'enrolSecondFactor':
      return [{ type: 'SecondFactorEnrolled', ...done }];
    case 'removeSecondFactor':
      if (!account.secondFactor) throw new Refusal('WrongStage', '这个账号没有启用动态口令。');
      if (by.person !== command.account) mayOpen(command, held);
      return [{ type: 'SecondFactorRemoved', ...done }];
    default:
      return substitution(command, account);
  }
}

/** Asked in the moment in which somebody else agreed: what was known of the account is no longer so. */
const EXPOSES: ReadonlySet<string> = new Set(['resetPassword', 'removeSecondFactor', 'unlock', 'nameSubstitute']);
const JUST_LET_IN_MS = 60_000;

/** @throws Refusal where it would let somebody into the sealed line and nobody has agreed (不变量 27, 29) */
function mayOpen({ guarded = SEALED_ROLES, opens = false, agreed, firstList }: Guarded, roles: readonly Role[]): void {
  if (!agreed && !firstList && (opens || roles.some((role) => guarded.includes(role)))) throw needsAnother();
}

/** Another person agrees: what was proposed is decided anew on how things stand now, as its proposer's act, with both names. */
function agree({ proposal, reason, post, guarded, by, at, account: id }: AgreeCommand, account: Account): AccountAction[] {
  const found = mayBeAgreed(account.proposals ?? {}, { proposal, by, at });
  const asked = { account: id, by: found.by, at, agreed: by, opens: true, ...(guarded && { guarded }) };
  const renewed: AccountAction[] = found.renews && found.gains === id ? [{ type: 'PasswordReset', agreed: by, by: found.by, at }] : [];
  return [{ type: 'ProposalAgreed', proposal, ...(reason && { reason }), by, at }, ...(decideAgreed(found, asked, account, post) ?? []), ...renewed];
}

function decideAgreed({ what, gains }: OpenProposal, asked: Done & Guarded & { account: string }, account: Account, post: Words | undefined) {
  switch (what.kind) {
    case 'giveRoles': {
      const roles = [...new Set([...(account.roles[what.unit] ?? []), ...what.roles])];
      return decide({ type: 'setRoles', unit: what.unit, roles, post: post!, otherPost: false, ...asked }, account);
    }
    case 'resetPassword':
      return undefined; // said by what is renewed
    case 'nameSubstitute': {
      const { unit, from, to } = what;
      return decide({ type: 'nameSubstitute', unit, substitute: gains, from, to, today: dateInChina(asked.at), ...asked }, account);
    }
    default:
      return decide({ type: what.kind, ...asked }, account);
  }
}

/** What could not be done at all is refused before anybody is asked to agree. */
function propose(command: ProposalCommand, account: Account): AccountAction[] {
  if (command.type === 'propose') {
    const { what, gains, account: id, by, at } = command;
    const found = { what, gains, by, renews: false, until: command.until, opens: command.opens };
    if (by.person !== id || what.kind === 'nameSubstitute')
      decideAgreed(found, { account: id, by, at, agreed: by, opens: true }, account, { id: '', hash: '' });
  }
  return decideProposal(command, account.proposals ?? {});
}

function setRoles(command: OwnCommand & { type: 'setRoles' }, account: Account): AccountAction[] {
  const { account: id, unit, roles, post, otherPost, by, at, agreed } = command;
  const { roles: held } = account;
  if (by.person === id) throw new Refusal('NotAllowed', '不能给自己设定角色，请另一位管理员办理。');
  const elsewhere = Object.entries(held).flatMap(([where, all]) => (where === unit ? [] : all));
  checkRoles([...roles, ...elsewhere]);
  const was = held[unit] ?? [];
  const given = roles.filter((role) => !was.includes(role));
  const taken = was.filter((role) => !roles.includes(role));
  if (given.length + taken.length === 0 && !otherPost) throw new Refusal('AgainstRule', '职务和角色与原来相同，没有需要修改的内容。');
  mayOpen(command, given);
  mustHaveNoStandIn(command, given, account);
  return [{ type: 'RolesSet', unit, given, taken, post, ...(agreed && { agreed }), by, at }];
}

/** A stand-in has whatever the other has: nobody agreed to them. */
function mustHaveNoStandIn({ guarded = SEALED_ROLES, unit, at }: OwnCommand & { type: 'setRoles' }, given: readonly Role[], { standIns = [] }: Account): void {
  const running = standIns.some((each) => each.unit === unit && each.to >= dateInChina(at));
  if (running && given.some((role) => guarded.includes(role)))
    throw new Refusal('AgainstRule', '此人在该单位有人代班，代班的人会跟着看到检举控告。请先结束代班，再授予密件角色。', SECRECY);
}

function checkRoles(roles: readonly Role[]): void {
  if (isMixOfAdminAndContent(roles)) throw new Refusal('AgainstRule', '系统管理员只管账号，不得兼任能看到信访内容的角色。请另设一个账号。');
}

type Substitution = Extract<OwnCommand, { type: 'nameSubstitute' | 'takeSubstitution' | 'endSubstitute' | 'endSubstitution' }>;

function substitution(command: Substitution, { roles }: Account): AccountAction[] {
  const { unit, by, at, agreed } = command;
  const done = { ...(agreed && { agreed }), by, at };
  switch (command.type) {
    case 'nameSubstitute': {
      const { account, substitute, from, to, today } = command;
      if (substitute === account) throw new Refusal('AgainstRule', '代班人不能是本人。');
      if (!roles[unit]?.length) throw new Refusal('AgainstRule', '此人在该单位没有可代的角色。');
      if (roles[unit].includes('sysAdmin')) throw new Refusal('AgainstRule', '系统管理员的工作不能代班，请另设一个管理员账号。');
      if (to < from || to < today) throw new Refusal('AgainstRule', '代班的最后一天不能早于第一天，也不能已经过去。');
      if (daysBetween(from, to) >= LONGEST_SUBSTITUTION_DAYS)
        throw new Refusal('AgainstRule', `代班最长 ${LONGEST_SUBSTITUTION_DAYS} 天；时间更长的，请调整职务。`);
      mayOpen(command, roles[unit]);
      return [{ type: 'SubstituteNamed', unit, substitute, from, to, ...done }];
    }
    case 'takeSubstitution': {
      const { standsInFor, from, to } = command;
      if (Object.values(roles).flat().includes('sysAdmin')) throw new Refusal('AgainstRule', '系统管理员不能代班，以免看到信访内容。');
      return [{ type: 'SubstitutionTaken', unit, standsInFor, from, to, ...done }, ...(command.renews ? [{ type: 'PasswordReset' as const, ...done }] : [])];
    }
    case 'endSubstitute':
      return [{ type: 'SubstituteEnded', unit, substitute: command.substitute, by, at }];
    case 'endSubstitution':
      return [{ type: 'SubstitutionEnded', unit, standsInFor: command.standsInFor, by, at }];
  }
}
