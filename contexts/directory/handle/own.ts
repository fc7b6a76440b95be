/** What a person does with the own account: see who one is, choose a unit, change the password. */
import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Me, Post } from '../contract.ts';
import { actorOf } from '../domain/actor.ts';
import type { Directory } from '../domain/directory.ts';
import { checkNewPassword } from '../domain/password.ts';
import type { Membership } from '../domain/person.ts';
import { deleteSessionsOf, updateAccount, type AccountRow } from '../store.ts';
import { changeAccount } from './accounts.ts';
import { countTry } from './attempts.ts';
import type { DirectoryNeeds } from './needs.ts';
import { hashPassword, isPassword } from './passwords.ts';
import type { SignedIn } from './sessions.ts';

export function describeMe({ directory, now, signIn }: DirectoryNeeds, { session, token }: SignedIn, account: AccountRow): Me {
  const today = dateInChina(now());
  const current = directory.current();
  const actor = actorOf(current, session, today);
  const mustChange = session.kind === 'password';
  return {
    person: session.person,
    name: current.personOf(session.person),
    login: account.login,
    phone: current.findPerson(session.person)?.phone ?? '',
    region: actor?.region ?? session.region,
    roles: mustChange ? [] : [...(actor?.roles ?? [])],
    posts: current.postsOf(session.person, today).map((post) => describePost(current, post)),
    csrf: token.csrf,
    demo: signIn?.demo !== undefined,
    secondFactor: account.totp !== null,
    mustChangePassword: mustChange,
    ...(actor && { unit: actor.unit, unitName: current.nameOf(actor.unit) }),
  };
}

export function describePost(directory: Directory, { unit, post, roles, from, to, standsInFor }: Membership): Post {
  const own = { unit, unitName: directory.nameOf(unit), post, roles: [...roles], from };
  return { ...own, ...(to && { to }), ...(standsInFor && { standsInFor: directory.personOf(standsInFor) }) };
}

/** @throws Refusal `NotAllowed` where the person has no post there today */
export function checkPost({ directory, now }: DirectoryNeeds, person: string, unit: string): void {
  const posts = directory.current().postsOf(person, dateInChina(now()));
  if (posts.some((post) => post.unit === unit)) return;
  throw new Refusal('NotAllowed', '您目前不能代表这个单位办事。请从自己的职务中选择；职务有变的，请联系系统管理员。');
}

/** Asked again before anything that a stranger at an open screen could do harm with. Guessing is counted here too. */
export async function confirmPassword(needs: DirectoryNeeds, account: AccountRow, password: string): Promise<void> {
  const attempt = await countTry(needs, account.region, `confirm ${account.person}`);
  if (!(await isPassword(account.password_hash, password))) throw attempt.refuse('现在的密码不对');
  await attempt.clear();
}

export async function changeOwnPassword(needs: DirectoryNeeds, account: AccountRow, old: string, fresh: string, unit: string): Promise<void> {
  const { db, now } = needs;
  const { region, person, login } = account;
  await confirmPassword(needs, account, old);
  checkNewPassword(fresh, login);
  if (fresh === old) throw new Refusal('AgainstRule', '新密码和现在的一样，请换一个。');
  const command = { type: 'changePassword', account: person, by: { person, unit }, at: now() } as const;
  const changed = { password_hash: await hashPassword(fresh), must_change: false };
  await changeAccount(needs, { region, command, writes: [updateAccount(db.sql, region, person, changed), deleteSessionsOf(db.sql, region, person)] });
}
