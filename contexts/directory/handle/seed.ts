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
import type { PersonEntry } from '../domain/first-list.ts';
import { insertAccounts, insertPeople, moveVersion, upsertMembership } from '../store.ts';
import { accountStep } from './accounts.ts';
import { personIdOf } from './ids.ts';
import type { DirectoryNeeds } from './needs.ts';
import { organStep } from './organs.ts';
import { hashPassword } from './passwords.ts';

export interface SeedSettings {
  readonly password: string | ((person: PersonEntry) => string); // one for everybody, hashed once; or one for each, to be changed at the first sign-in
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

  const { password } = settings;
  const own = typeof password === 'function';
  const shared = own || newPeople.length === 0 ? '' : await hashPassword(password);
  const accounts = await Promise.all(
    newPeople.map(async (person) => ({ person, secret: { password_hash: own ? await hashPassword(password(person)) : shared, must_change: own } })),
  );
  const organSteps = newOrgans.map((organ, index) => organStep(needs, { organ, before: undefined, seen: 0, position: known.organs.length + index, done }));
  await act(needs, [...organSteps, ...accounts.flatMap(({ person, secret }) => personSteps(needs, person, secret, settings.since, done))]);
  await directory.refresh();
  return { organs: newOrgans.length, people: newPeople.length };
}

function personSteps(
  { db }: DirectoryNeeds,
  person: PersonEntry,
  secret: { password_hash: string; must_change: boolean },
  since: PlainDate,
  done: { by: typeof SYSTEM; at: Date },
): Step[] {
  const region = homeOf(person);
  const id = seededId(person);
  const posts = person.posts.map(({ unit, title, roles }, nth) => ({ unit, nth, post: title, roles: rolesOf(person.login, roles) }));
  return posts.map(({ unit, nth, post, roles }) => {
    const note = takeNote(post);
    const membership = upsertMembership(db.sql, { unit, person: id, nth, post, roles, from: since });
    const first = [
      insertPeople(db.sql, [{ id, region, name: person.name, phone: person.phone }]),
      insertAccounts(db.sql, [{ region, person: id, login: person.login, ...secret }]),
    ];
    const writes = [...(nth === 0 ? first : []), membership, moveVersion(db.sql, regionOf(unit))];
    const command =
      nth === 0
        ? ({ type: 'make', account: id, unit, roles, post: note.words, firstList: true, ...done } as const)
        : ({ type: 'setRoles', account: id, unit, roles, post: note.words, otherPost: true, firstList: true, ...done } as const);
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
