/**
 * What opens the sealed line, and who has to agree before somebody is let into
 * it (条例第三十条第三款; docs/adr/0063). Whoever may agree holds a sealed role,
 * and a sealed role comes by agreement alone: no administrator can make the
 * second person.
 */
import type { PlainDate } from '#kernel/dates.ts';
import { SEALED_ROLES, type Role } from '#kernel/roles.ts';
import type { Directory } from './directory.ts';
import { isInner, type Organ, type OrganType } from './organ.ts';
import type { Membership } from './person.ts';
import { placesAround } from './places.ts';

/** One role in one unit that shows accusations, or the reports made of them. */
export interface Opening {
  readonly unit: string;
  readonly role: Role;
}

/** Recipients of reports on cadres are named among the leaders of a Party organ (第三十条第二款): there this role opens too. */
export function guardedIn(directory: Directory, unit: string): readonly Role[] {
  const leads = directory.findOrgan(directory.organOf(unit))?.type === 'party' || directory.findOrgan(unit)?.type === 'party';
  return leads ? [...SEALED_ROLES, 'leader'] : SEALED_ROLES;
}

/** Everything that this person's sign-in opens, or will open once a standing in begins. */
export function openingsOf(directory: Directory, person: string, day: PlainDate): readonly Opening[] {
  const coming = directory.organs.flatMap(({ unit }) => directory.comingTo(unit, day).filter((each) => each.person === person));
  return [...directory.postsOf(person, day), ...coming].flatMap(({ unit, roles }) => {
    const guarded = guardedIn(directory, unit);
    return roles.filter((role) => guarded.includes(role)).map((role) => ({ unit, role }));
  });
}

/** The organs beside one's own whose sealed people may agree: those that keep the line in a place, there or in the one around it. */
const KEEP_THE_LINE: readonly OrganType[] = ['petitionDept', 'discipline'];

/** Who may agree that somebody is let in here. */
export function keepersFor(directory: Directory, unit: string, day: PlainDate): readonly Membership[] {
  const own = directory.organOf(unit);
  const around = placesAround(directory.findOrgan(own)?.division ?? '-');
  const keeps = (organ: Organ | undefined) => organ !== undefined && KEEP_THE_LINE.includes(organ.type) && around.includes(organ.division);
  const units = directory.organs.filter((organ) => {
    const of = directory.organOf(organ.unit);
    return of === own || keeps(directory.findOrgan(of));
  });
  return units.flatMap(({ unit: at }) => directory.membersOf(at, day).filter(({ roles }) => roles.some((role) => isSealed(role))));
}

interface Interested {
  readonly opens: readonly Opening[];
  readonly gains: string;
  readonly proposedBy: string;
}

/** Who may agree to all of it: neither who asked, nor who gains, nor whoever only stands in for one of them. */
export function agreersOf(directory: Directory, { opens, gains, proposedBy }: Interested, day: PlainDate): readonly Membership[] {
  const own = [gains, proposedBy];
  const isFree = ({ person, standsInFor }: Membership) => !own.includes(person) && !own.includes(standsInFor ?? '');
  const [first = [], ...others] = [...new Set(opens.map(({ unit }) => unit))].map((unit) => keepersFor(directory, unit, day).filter(isFree));
  return first.filter(({ person }) => others.every((keepers) => keepers.some((each) => each.person === person)));
}

/** Where somebody holds a guarded role the entry's place in the tree says who may agree: one person may not move it. */
export function holdsTheLine(directory: Directory, unit: string, day: PlainDate): boolean {
  const inside = directory.organs.filter((organ) => organ.unit === unit || (isInner(organ) && directory.organOf(organ.unit) === unit));
  return inside.some((organ) => {
    const guarded = guardedIn(directory, organ.unit);
    return directory.membersOf(organ.unit, day).some((each) => each.roles.some((role) => guarded.includes(role)));
  });
}

const isSealed = (role: Role) => (SEALED_ROLES as readonly Role[]).includes(role);
