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
import { guardedIn, openingsOf } from '../domain/four-eyes.ts';
import { changeAccount } from './accounts.ts';
import type { DirectoryNeeds } from './needs.ts';
import { hashPassword, newOneTimePassword } from './passwords.ts';
import { proposal } from './propose.ts';

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
  const guarded = guardedIn(directory.current(), unit);
  const opening = roles.filter((role) => guarded.includes(role));
  const plain = roles.filter((role) => !guarded.includes(role));
  const command = { type: 'make', account: person, unit, roles: plain, post: note.words, guarded, by: byOf(actor), at: now() } as const;
  const account = { region, person, login, password_hash: await hashPassword(oneTimePassword), must_change: true };
  const writes = [
    insertPeople(db.sql, [{ id: person, region, name, phone }]),
    insertAccounts(db.sql, [account]),
    upsertMembership(db.sql, { unit, person, nth: 0, post, roles: plain, from: dateInChina(now()) }),
    moveVersion(db.sql, region),
  ];
  const made = { region, command, isNew: true, notes: [note], writes };
  const asked = opening.length > 0 ? await proposal(needs, actor, { ...giving(region, person, unit, opening), post, isNew: true }) : undefined;
  await changeAccount(needs, made, ...(asked ? [asked.change] : [])).catch(asTaken);
  await directory.refresh();
  return { person, login, ...(asked ? { waiting: asked.waiting } : { oneTimePassword }) };
}

const giving = (region: string, person: string, unit: string, roles: readonly Role[]) => ({
  region,
  person,
  gains: person,
  opens: roles.map((role) => ({ unit, role })),
  what: { kind: 'giveRoles', unit, roles } as const,
});

export async function setRoles(needs: DirectoryNeeds, actor: Actor, region: string, person: string, unit: string, post: string, roles: readonly Role[]) {
  const { db, now, directory } = needs;
  checkPost(needs, actor, unit, roles);
  const today = dateInChina(now());
  const posts = directory
    .current()
    .postsOf(person, today)
    .filter(({ standsInFor }) => !standsInFor);
  const held = posts.find((each) => each.unit === unit);
  const guarded = guardedIn(directory.current(), unit);
  const opening = roles.filter((role) => guarded.includes(role) && !held?.roles.includes(role));
  const plain = roles.filter((role) => !opening.includes(role));
  const otherPost = held !== undefined && held.post !== post;
  const changesNow = otherPost || !isSameList(plain, held?.roles ?? []) || opening.length === 0;
  const note = takeNote(post);
  const command = { type: 'setRoles', account: person, unit, roles: plain, post: note.words, otherPost, guarded, by: byOf(actor), at: now() } as const;
  const membership = { unit, person, nth: held?.nth ?? posts.length, post, roles: plain, from: held?.from ?? today };
  const writes = [upsertMembership(db.sql, roles.length === 0 ? { ...membership, to: dayBefore(today) } : membership), moveVersion(db.sql, regionOf(unit))];
  const asked = opening.length > 0 ? await proposal(needs, actor, { ...giving(region, person, unit, opening), post }) : undefined;
  const atOnce = changesNow ? [{ region, command, notes: [note], writes }] : [];
  const done = await changeAccount(needs, ...atOnce, ...(asked ? [asked.change] : []));
  await directory.refresh();
  return { done, waiting: asked?.waiting };
}

const isSameList = (one: readonly Role[], other: readonly Role[]) => one.length === other.length && one.every((role) => other.includes(role));

/** What already opens the sealed line waits for another person; undefined: one administrator is enough. */
export async function proposed(needs: DirectoryNeeds, actor: Actor, region: string, person: string, kind: 'resetPassword' | 'removeSecondFactor' | 'unlock') {
  checkOwnRegion(actor, region);
  const opens = openingsOf(await needs.directory.refresh(), person, dateInChina(needs.now()));
  if (opens.length === 0) return undefined;
  const { change, waiting } = await proposal(needs, actor, { region, person, gains: person, opens, what: { kind } });
  return { done: await changeAccount(needs, change), waiting };
}

export async function resetPassword(needs: DirectoryNeeds, actor: Actor, region: string, person: string) {
  const { db, now } = needs;
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
