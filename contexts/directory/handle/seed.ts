/**
 * Puts organs and people into an empty or half-filled directory: once, quickly,
 * and again without harm. Every account and organ begins with its action in
 * history, as if an administrator had made it.
 */
import type { PlainDate } from '#kernel/dates.ts';
import { ALL_ROLES, type Role } from '#kernel/roles.ts';
import { regionOf } from '#kernel/subject.ts';
import { act, type Step } from '#platform/act.ts';
import { takeNote } from '#platform/words.ts';
import type { DemoAccount } from '../contract/sign-in.ts';
import { fillOrgan, type OrganEntry } from '../domain/entry.ts';
import { insertAccounts, insertPeople, moveVersion, upsertMembership } from '../store.ts';
import { accountStep } from './accounts.ts';
import { personIdOf } from './ids.ts';
import type { DirectoryNeeds } from './needs.ts';
import { organStep } from './organs.ts';
import { hashPassword } from './passwords.ts';

export interface PersonEntry {
  readonly login: string;
  readonly name: string;
  readonly phone: string;
  readonly posts: readonly { readonly unit: string; readonly title: string; readonly roles: readonly string[] }[];
}

export interface SeedSettings {
  readonly password: string; // of everybody; hashed once
  readonly since: PlainDate; // organs exist and posts are held from this day
  readonly at?: Date; // when it was done
}

const SYSTEM = { person: '系统', unit: '系统' };

/** The account is kept where the main post is. */
const homeOf = ({ login, posts: [main] }: PersonEntry): string => {
  if (!main) throw new Error(`${login} has no post`);
  return regionOf(main.unit);
};

/** By this id history and other contexts know somebody who was seeded. */
export const seededId = (person: PersonEntry): string => personIdOf(person.login, homeOf(person));

export async function seedDirectory(needs: DirectoryNeeds, organs: readonly OrganEntry[], people: readonly PersonEntry[], settings: SeedSettings) {
  const { now, directory } = needs;
  const known = await directory.refresh();
  const done = { by: SYSTEM, at: settings.at ?? now() };
  const newOrgans = organs.map((entry) => fillOrgan(entry, settings.since)).filter(({ unit }) => !known.findOrgan(unit));
  const newPeople = people.filter((person) => !known.findPerson(seededId(person)));
  if (newOrgans.length + newPeople.length === 0) return { organs: 0, people: 0 };

  const hash = newPeople.length > 0 ? await hashPassword(settings.password) : '';
  const organSteps = newOrgans.map((organ, index) => organStep(needs, { organ, before: undefined, seen: 0, position: known.organs.length + index, done }));
  await act(needs, [...organSteps, ...newPeople.flatMap((person) => personSteps(needs, person, hash, settings.since, done))]);
  await directory.refresh();
  return { organs: newOrgans.length, people: newPeople.length };
}

function personSteps({ db }: DirectoryNeeds, person: PersonEntry, hash: string, since: PlainDate, done: { by: typeof SYSTEM; at: Date }): Step[] {
  const region = homeOf(person);
  const id = seededId(person);
  const posts = person.posts.map(({ unit, title, roles }, nth) => ({ unit, nth, post: title, roles: rolesOf(person.login, roles) }));
  return posts.map(({ unit, nth, post, roles }) => {
    const note = takeNote(post);
    const membership = upsertMembership(db.sql, { unit, person: id, nth, post, roles, from: since });
    const first = [
      insertPeople(db.sql, [{ id, region, name: person.name, phone: person.phone }]),
      insertAccounts(db.sql, [{ region, person: id, login: person.login, password_hash: hash, must_change: false }]),
    ];
    const writes = [...(nth === 0 ? first : []), membership, moveVersion(db.sql, regionOf(unit))];
    const command =
      nth === 0
        ? ({ type: 'make', account: id, unit, roles, post: note.words, ...done } as const)
        : ({ type: 'setRoles', account: id, unit, roles, post: note.words, otherPost: true, ...done } as const);
    return accountStep({ region, command, isNew: true, notes: [note], writes });
  });
}

function rolesOf(login: string, names: readonly string[]): readonly Role[] {
  const unknown = names.find((name) => !ALL_ROLES.includes(name as Role));
  if (unknown) throw new Error(`${login}: there is no role ${unknown}`);
  return names as readonly Role[];
}

/** What the sign-in page lists in demonstration mode. */
export function demoAccountsOf(
  organs: readonly OrganEntry[],
  people: readonly PersonEntry[],
  password: string,
  tryThis: Readonly<Record<string, string>> = {},
): readonly DemoAccount[] {
  const names = new Map(organs.map(({ code, name }) => [code, name]));
  return people.flatMap(({ login, name, posts: [main] }) => {
    if (!main) return [];
    const hint = tryThis[login];
    return [{ login, password, name, unit: main.unit, unitName: names.get(main.unit) ?? main.unit, post: main.title, ...(hint && { tryThis: hint }) }];
  });
}
