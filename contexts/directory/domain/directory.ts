/**
 * The directory as one thing in memory: organs, people and posts, and the
 * relations that routing, review, secrecy and complaints ask for. Built once a
 * change, read many times; no question here costs a round trip.
 */
import type { PlainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Role } from '#kernel/roles.ts';
import { regionOf } from '#kernel/subject.ts';
import { isValidOn, type Organ, type OrganType } from './organ.ts';
import { isActiveOn, type Membership, type Person } from './person.ts';
import { answersAs, createRelations, type Relations } from './relations.ts';

export interface Directory extends Relations {
  readonly organs: readonly Organ[]; // in the order in which lists show them
  readonly regions: readonly string[];
  findOrgan(unit: string): Organ | undefined;
  /** @throws Refusal `NotFound` */
  getOrgan(unit: string): Organ;
  exists(unit: string): boolean;
  /** Its own region's, or an office inside it. */
  isPetitionDept(unit: string): boolean;
  /** A standing committee of a people's congress, or part of one. */
  isCongress(unit: string): boolean;
  /** 政法机关, to which litigation claims go (§22¶2). */
  isPoliticalLegal(unit: string): boolean;
  /** The organ's name, or its code where it is not known here. */
  nameOf(unit: string): string;
  shortNameOf(unit: string): string;
  /** The organ that answers for a unit: itself, or that of which it is an inner office. */
  organOf(unit: string): string;
  childrenOf(unit: string): readonly Organ[];
  /** Merged, divided or abolished by this day: nothing more is sent to it. */
  isClosed(unit: string, day: PlainDate): boolean;
  /** Where a merged or abolished unit's work went, on this day (§24¶2). */
  successorOf(unit: string, day: PlainDate): string;
  findPerson(id: string): Person | undefined;
  /** The person's name; '系统' and others without an entry come back as they are. */
  personOf(id: string): string;
  postsOf(person: string, day: PlainDate): readonly Membership[];
  membersOf(unit: string, day: PlainDate): readonly Membership[];
  /** Has this person a post that day in the organ of this unit, an office inside it counted? */
  isColleague(person: string, unit: string, day: PlainDate): boolean;
  /** Whose standing in has been arranged and has not begun by that day; with the roles that it will bring. */
  comingTo(unit: string, day: PlainDate): readonly Membership[];
  /** Everybody who stands, stood or will stand in for this person there. */
  standInsOf(person: string, unit: string): readonly Membership[];
  /** Who acts in this role for this unit on this day, substitutes among them. */
  holdersOf(unit: string, role: Role, day: PlainDate): readonly Membership[];
}

export function createDirectory(organs: readonly Organ[], people: readonly Person[], memberships: readonly Membership[]): Directory {
  const byUnit = new Map(organs.map((organ) => [organ.unit, organ]));
  const byPerson = new Map(people.map((person) => [person.id, person]));
  const children = Map.groupBy(organs, ({ parent }) => parent ?? '');
  const ofUnit = Map.groupBy(memberships, ({ unit }) => unit);
  const ofPerson = Map.groupBy(
    memberships.toSorted((a, b) => a.nth - b.nth),
    ({ person }) => person,
  );

  const activeIn = (list: readonly Membership[] | undefined, day: PlainDate) =>
    (list ?? [])
      .filter((each) => isActiveOn(each, day))
      .map((each) => (each.standsInFor ? { ...each, roles: rolesOf(each.standsInFor, each.unit, day) } : each));
  /** A substitute has what the other has today: roles taken from one are taken from both. */
  const rolesOf = (person: string, unit: string, day: PlainDate) =>
    (ofUnit.get(unit) ?? []).filter((each) => each.person === person && !each.standsInFor && isActiveOn(each, day)).flatMap(({ roles }) => roles);

  const organOf = (unit: string) => answersAs(byUnit, unit)?.unit ?? unit;

  return {
    ...createRelations(byUnit),
    organs,
    regions: [...new Set(organs.map(({ unit }) => regionOf(unit)))],
    findOrgan: (unit) => byUnit.get(unit),
    getOrgan: (unit) => getOrgan(byUnit, unit),
    exists: (unit) => byUnit.has(unit),
    isPetitionDept: (unit) => answersAs(byUnit, unit)?.petitionDept ?? false,
    isCongress: (unit) => isOfCongress(byUnit, unit),
    isPoliticalLegal: (unit) => POLITICAL_LEGAL.includes(answersAs(byUnit, unit)?.type ?? 'office'),
    nameOf: (unit) => byUnit.get(unit)?.name ?? unit,
    shortNameOf: (unit) => byUnit.get(unit)?.shortName ?? unit,
    organOf,
    childrenOf: (unit) => children.get(unit) ?? [],
    isClosed(unit, day) {
      const last = byUnit.get(unit)?.validTo;
      return last !== undefined && last < day;
    },
    successorOf: (unit, day) => successorOf(byUnit, unit, day),
    findPerson: (id) => byPerson.get(id),
    personOf: (id) => byPerson.get(id)?.name ?? id,
    postsOf: (person, day) => activeIn(ofPerson.get(person), day),
    membersOf: (unit, day) => activeIn(ofUnit.get(unit), day),
    isColleague: (person, unit, day) => activeIn(ofPerson.get(person), day).some((each) => organOf(each.unit) === organOf(unit)),
    comingTo: (unit, day) =>
      (ofUnit.get(unit) ?? []).flatMap((each) => {
        const comes = each.standsInFor !== undefined && each.from > day && (!each.to || each.to >= each.from); // ended before it began: it never comes
        return comes ? [{ ...each, roles: rolesOf(each.standsInFor!, unit, day) }] : [];
      }),
    standInsOf: (person, unit) => (ofUnit.get(unit) ?? []).filter(({ standsInFor }) => standsInFor === person),
    holdersOf: (unit, role, day) => activeIn(ofUnit.get(unit), day).filter(({ roles }) => roles.includes(role)),
  };
}

const POLITICAL_LEGAL: readonly OrganType[] = ['court', 'procuratorate', 'politicalLegal'];

function isOfCongress(organs: ReadonlyMap<string, Organ>, unit: string, seen: readonly string[] = []): boolean {
  const organ = organs.get(unit);
  if (!organ || seen.includes(unit)) return false;
  return organ.type === 'congress' || (organ.parent !== undefined && isOfCongress(organs, organ.parent, [...seen, unit]));
}

function getOrgan(organs: ReadonlyMap<string, Organ>, unit: string): Organ {
  const organ = organs.get(unit);
  if (!organ) throw new Refusal('NotFound', `名录中没有“${unit}”这个单位，请从单位列表中选择。`);
  return organ;
}

function successorOf(organs: ReadonlyMap<string, Organ>, unit: string, day: PlainDate, seen: readonly string[] = []): string {
  const organ = organs.get(unit);
  if (!organ?.successor || isValidOn(organ, day) || seen.includes(unit)) return unit;
  return successorOf(organs, organ.successor, day, [...seen, unit]);
}
