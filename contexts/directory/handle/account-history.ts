/** What was done to an account, in words: who, when, for which unit, and what changed. */
import { ROLES, type Role } from '#kernel/roles.ts';
import type { Subject } from '#kernel/subject.ts';
import { loadHistory, toAction } from '#platform/history.ts';
import { readWords } from '#platform/words.ts';
import type { AccountAct } from '../contract.ts';
import { ACCOUNT_ACTS, type AccountAction } from '../domain/account.ts';
import { PROPOSALS } from '../domain/proposal.ts';
import type { Directory } from '../domain/directory.ts';
import type { DirectoryNeeds } from './needs.ts';

export async function readAccountHistory({ db, keys, directory }: DirectoryNeeds, subject: Subject): Promise<readonly AccountAct[]> {
  const rows = await loadHistory(db.sql, [subject]).execute();
  const actions = rows.map((row) => toAction(row) as unknown as AccountAction);
  const current = directory.current();
  const wanted = actions.flatMap(wordsOf).map(({ id }) => ({ region: subject.region, id }));
  const words = await readWords(db.sql, keys, wanted);
  return actions.toReversed().map((action) => ({
    type: action.type,
    label: ACCOUNT_ACTS[action.type],
    at: action.at.toISOString(),
    by: current.personOf(action.by.person),
    byUnit: current.nameOf(action.by.unit),
    detail: [describe(current, action, words), 'agreed' in action && action.agreed && `经${current.personOf(action.agreed.person)}同意`]
      .filter(Boolean)
      .join('；'),
  }));
}

function wordsOf(action: AccountAction) {
  if (action.type === 'RolesSet') return action.post ? [action.post] : [];
  if (action.type === 'ProposalAgreed' || action.type === 'ProposalRefused') return action.reason ? [action.reason] : [];
  return action.type === 'AccountLocked' && action.reason ? [action.reason] : [];
}

function describe(directory: Directory, action: AccountAction, words: ReadonlyMap<string, string>): string {
  const names = (roles: readonly Role[]) => roles.map((role) => ROLES[role]).join('、');
  switch (action.type) {
    case 'RolesSet': {
      const { unit, given, taken, post } = action;
      const parts = [
        directory.nameOf(unit),
        post && words.get(post.id),
        given.length > 0 && `授予：${names(given)}`,
        taken.length > 0 && `取消：${names(taken)}`,
      ];
      return parts.filter(Boolean).join('；');
    }
    case 'AccountLocked':
      return action.reason ? `原因：${words.get(action.reason.id) ?? '（内容已依法删除）'}` : '';
    case 'ActProposed': {
      const { what, gains, until } = action;
      const roles = what.kind === 'giveRoles' ? names(what.roles) : '';
      const parts = ['unit' in what && directory.nameOf(what.unit), `${PROPOSALS[what.kind]}${roles && `：${roles}`}`, `给${directory.personOf(gains)}`];
      return [...parts, `等到 ${until}`].filter(Boolean).join('；');
    }
    case 'ProposalAgreed':
    case 'ProposalRefused':
      return action.reason ? `理由：${words.get(action.reason.id) ?? '（内容已依法删除）'}` : '';
    case 'SignInBarred':
      return `连续输错 ${action.failures} 次`;
    case 'SubstituteNamed':
      return `${directory.nameOf(action.unit)}；代班人：${directory.personOf(action.substitute)}；${action.from} 至 ${action.to}`;
    case 'SubstitutionTaken':
      return `${directory.nameOf(action.unit)}；代${directory.personOf(action.standsInFor)}；${action.from} 至 ${action.to}`;
    case 'SubstituteEnded':
      return `${directory.nameOf(action.unit)}；代班人：${directory.personOf(action.substitute)}`;
    case 'SubstitutionEnded':
      return `${directory.nameOf(action.unit)}；代${directory.personOf(action.standsInFor)}`;
    default:
      return '';
  }
}
