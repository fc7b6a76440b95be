import { seededId } from '#contexts/directory/index.ts';
import type { Role } from '#kernel/roles.ts';
import { Refusal } from '#kernel/refusal.ts';
import { regionOf } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { loadPeople } from '../../../data/demo/load.ts';
import type { Person, Story } from '../../../data/demo/schema.ts';

/** Who of the county does what: an account of the unit that has one of the roles that the act asks for. */
export interface Cast {
  /** The first who has the role comes first; the same one every time. */
  readonly has: (unit: string, roles: readonly Role[]) => boolean;
  readonly pick: (unit: string, roles: readonly Role[]) => Actor;
  /** Somebody else of the unit: the last who has the role. */
  readonly pickAnother: (unit: string, roles: readonly Role[]) => Actor;
  readonly contactOf: (actor: Actor) => { readonly person: string; readonly name: string; readonly post: string; readonly phone: string };
  /** At the reception desk everybody has their own channels. */
  readonly receptionist: (unit: string, channel: Story['channel']) => Actor;
}

const SECTIONS: Readonly<Partial<Record<Story['channel'], RegExp>>> = { visit: /来访/, phone: /来访/, letter: /办信/, fax: /办信/, deputy: /办信/ };

export function openCast(people: readonly Person[] = loadPeople()): Cast {
  const posts = people.flatMap((person) => person.posts.map((post) => ({ ...post, person })));
  const actorOf = ({ unit, roles, person }: (typeof posts)[number]): Actor => ({
    person: seededId(person),
    name: person.name,
    unit,
    region: regionOf(unit),
    roles: roles as Role[],
    session: 'demo',
  });
  const has = (unit: string, wanted: readonly Role[]) => posts.filter((post) => post.unit === unit && post.roles.some((role) => wanted.includes(role as Role)));

  function found(unit: string, roles: readonly Role[], nth: number) {
    const one = roles.flatMap((role) => has(unit, [role])).at(nth);
    if (!one) throw new Refusal('NotAllowed', `演示县的 ${unit} 没有人是 ${roles.join('、')}。`);
    return one;
  }

  return {
    has: (unit, roles) => has(unit, roles).length > 0,
    pick(unit, roles) {
      return actorOf(found(unit, roles, 0));
    },
    pickAnother(unit, roles) {
      return actorOf(found(unit, roles, -1));
    },
    contactOf({ person, unit, name }) {
      const post = posts.find((one) => one.unit === unit && seededId(one.person) === person);
      return { person, name, post: post?.title ?? '', phone: post?.person.phone ?? '' };
    },
    receptionist(unit, channel) {
      const all = has(unit, ['intakeOfficer', 'unitClerk', 'unitHead']);
      const section = SECTIONS[channel] ?? /网信/;
      const one = all.find(({ title }) => section.test(title)) ?? all[0];
      if (!one) throw new Error(`演示县的 ${unit} 没有接待人员`);
      return actorOf(one);
    },
  };
}
