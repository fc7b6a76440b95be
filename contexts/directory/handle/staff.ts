/** What an administrator does with the accounts of their region. Nothing here reads a matter. */
import { randomUUID } from 'node:crypto';
import { addDays, dateInChina, type PlainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { SEALED_ROLES, type Role } from '#kernel/roles.ts';
import { regionOf } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { takeNote } from '#platform/words.ts';
import { isInner, type OrganType } from '../domain/organ.ts';
import { clearAttempts, deleteSessionsOf, insertAccounts, insertPeople, moveVersion, updateAccount, upsertMembership } from '../store.ts';
import { changeAccount } from './accounts.ts';
import type { DirectoryNeeds } from './needs.ts';
import { hashPassword, newOneTimePassword } from './passwords.ts';

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly phone: string;
  readonly unit: string;
  readonly post: string;
  readonly roles: readonly Role[];
}

export async function createAccount(needs: DirectoryNeeds, actor: Actor, { login, name, phone, unit, post, roles }: NewAccount) {
  const { db, now, directory } = needs;
  const { region } = actor;
  checkPost(needs, actor, unit, roles);
  const person = randomUUID();
  const oneTimePassword = newOneTimePassword();
  const note = takeNote(post);
  const command = { type: 'make', account: person, unit, roles, post: note.words, by: byOf(actor), at: now() } as const;
  const account = { region, person, login, password_hash: await hashPassword(oneTimePassword), must_change: true };
  const writes = [
    insertPeople(db.sql, [{ id: person, region, name, phone }]),
    insertAccounts(db.sql, [account]),
    upsertMembership(db.sql, { unit, person, nth: 0, post, roles, from: dateInChina(now()) }),
    moveVersion(db.sql, region),
  ];
  await changeAccount(needs, { region, command, isNew: true, notes: [note], writes }).catch(asTaken);
  await directory.refresh();
  return { person, login, oneTimePassword };
}

export async function setRoles(needs: DirectoryNeeds, actor: Actor, region: string, person: string, unit: string, post: string, roles: readonly Role[]) {
  const { db, now, directory } = needs;
  checkPost(needs, actor, unit, roles);
  const today = dateInChina(now());
  const posts = directory
    .current()
    .postsOf(person, today)
    .filter(({ standsInFor }) => !standsInFor);
  const held = posts.find((each) => each.unit === unit);
  const note = takeNote(post);
  const command = {
    type: 'setRoles',
    account: person,
    unit,
    roles,
    post: note.words,
    otherPost: held !== undefined && held.post !== post,
    by: byOf(actor),
    at: now(),
  } as const;
  const membership = { unit, person, nth: held?.nth ?? posts.length, post, roles, from: held?.from ?? today };
  const writes = [upsertMembership(db.sql, roles.length === 0 ? { ...membership, to: dayBefore(today) } : membership), moveVersion(db.sql, regionOf(unit))];
  const done = await changeAccount(needs, { region, command, notes: [note], writes });
  await directory.refresh();
  return done;
}

export async function resetPassword(needs: DirectoryNeeds, actor: Actor, region: string, person: string) {
  const { db, now } = needs;
  checkOwnRegion(actor, region);
  const oneTimePassword = newOneTimePassword();
  const command = { type: 'resetPassword', account: person, by: byOf(actor), at: now() } as const;
  const changed = { password_hash: await hashPassword(oneTimePassword), must_change: true };
  await changeAccount(needs, { region, command, writes: [updateAccount(db.sql, region, person, changed), deleteSessionsOf(db.sql, region, person)] });
  return oneTimePassword;
}

export async function lockAccount(needs: DirectoryNeeds, actor: Actor, region: string, person: string, reason: string) {
  const { db, now } = needs;
  checkOwnRegion(actor, region);
  const note = takeNote(reason);
  const command = { type: 'lock', account: person, reason: note.words, by: byOf(actor), at: now() } as const;
  const writes = [updateAccount(db.sql, region, person, { locked_at: now() }), deleteSessionsOf(db.sql, region, person)];
  return changeAccount(needs, { region, command, notes: [note], writes });
}

/** Lets in again whoever was locked, and ends the waiting time of whoever mistyped. */
export async function unlockAccount(needs: DirectoryNeeds, actor: Actor, region: string, person: string) {
  const { db, now } = needs;
  checkOwnRegion(actor, region);
  const command = { type: 'unlock', account: person, by: byOf(actor), at: now() } as const;
  const writes = [updateAccount(db.sql, region, person, { locked_at: null }), clearAttempts(db.sql, region, [person, `second ${person}`, `confirm ${person}`])];
  return changeAccount(needs, { region, command, writes });
}

export function checkOwnRegion(actor: Actor, region: string): void {
  if (region !== actor.region) throw new Refusal('NotAllowed', '这不是本租户的账号或单位，请由其所在租户的系统管理员办理。');
}

/** Roles of the sealed line exist only where that line runs: elsewhere they would open what is none of the unit's business (§30). */
const SEALED_PLACES: Record<(typeof SEALED_ROLES)[number], readonly OrganType[]> = {
  sealedTriage: ['petitionDept', 'petitionOffice', 'discipline'],
  disciplineRecipient: ['discipline'],
  organizationRecipient: ['party'],
  politicalLegalRecipient: ['party', 'court', 'procuratorate'],
};

function checkPost({ directory }: DirectoryNeeds, actor: Actor, unit: string, roles: readonly Role[]): void {
  checkOwnRegion(actor, regionOf(unit));
  const current = directory.current();
  const organ = current.getOrgan(unit);
  const type = isInner(organ) && organ.parent ? current.getOrgan(organ.parent).type : organ.type;
  const misplaced = SEALED_ROLES.find((role) => roles.includes(role) && !SEALED_PLACES[role].includes(type));
  if (misplaced) throw new Refusal('AgainstRule', '检举控告的收件角色只能设在纪检监察、组织、政法机关和信访部门，不能设在这个单位。', '信访工作条例第三十条');
}

export const byOf = ({ person, unit }: Actor) => ({ person, unit });

export const dayBefore = (day: PlainDate): PlainDate => addDays(day, -1);

function asTaken(error: { code?: string; table?: string }): never {
  const taken = error.code === '23505' && error.table === 'account';
  throw taken ? new Refusal('AgainstRule', '这个账号名已经有人用了，请换一个。') : error;
}
