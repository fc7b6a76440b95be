/** Organs over HTTP: read by everybody who is signed in, kept by the administrator of their region. */
import type { FastifyInstance } from 'fastify';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import { regionOf } from '#kernel/subject.ts';
import { serve } from '#platform/http.ts';
import { findOrgans, getOrgan, listColleagues, listOrgans, saveOrgan, type Colleague, type OrganBody } from '../contract.ts';
import type { Directory } from '../domain/directory.ts';
import { isValidOn, type Organ } from '../domain/organ.ts';
import type { Membership } from '../domain/person.ts';
import { findOrgansFor } from '../domain/search.ts';
import type { DirectoryNeeds } from '../handle/needs.ts';
import { saveOrgan as save } from '../handle/organs.ts';
import { byOf, checkOwnRegion } from '../handle/staff.ts';
import { findOrganVersion } from '../store.ts';
import { checkMayAsk } from './permitted.ts';

export function organRoutes(app: FastifyInstance, needs: DirectoryNeeds): void {
  const { directory, now, db } = needs;
  const today = () => dateInChina(now());

  serve(app, listOrgans, async () =>
    directory.current().organs.map((organ) => ({
      unit: organ.unit,
      name: organ.name,
      shortName: organ.shortName,
      type: organ.type,
      level: organ.level,
      region: regionOf(organ.unit),
      petitionDept: organ.petitionDept,
      closed: !isValidOn(organ, today()),
      ...(organ.parent && { parent: organ.parent }),
    })),
  );

  serve(app, findOrgans, async ({ body: { words, region } }) => {
    const all = directory.current().organs;
    const asked = region === undefined ? all : all.filter(({ unit }) => regionOf(unit) === region);
    return findOrgansFor(asked, words, today()).map(({ organ, duty, words: common }) => ({
      unit: organ.unit,
      name: organ.name,
      shortName: organ.shortName,
      words: [...common],
      ...(duty && { duty: { id: duty.id, title: duty.title, ...(duty.basis && { basis: duty.basis }) } }),
    }));
  });

  serve(app, getOrgan, async ({ params: { region, slug } }) => {
    const current = directory.current();
    const unit = `${region}/${slug}`;
    const named = (code: string) => ({ unit: code, name: current.nameOf(code) });
    const { unit: _, ...organ } = current.getOrgan(unit);
    const discipline = current.disciplineFor(unit);
    const complaints = current.inChargeOfComplaintsAbout(unit);
    return {
      unit,
      ...(organ as unknown as OrganBody),
      version: (await findOrganVersion(db.sql, unit)) ?? 0,
      children: current.childrenOf(unit).map((child) => named(child.unit)),
      reviewOrgans: current.reviewOrgansOf(unit).map(named),
      people: [...colleaguesIn(current, unit, today()), ...comingTo(current, unit, today())],
      ...(discipline && { disciplineOrgan: named(discipline) }),
      ...(complaints && { complaintsOrgan: named(complaints) }),
    };
  });

  serve(app, listColleagues, async ({ params: { region, slug } }) => {
    const { unit } = directory.current().getOrgan(`${region}/${slug}`);
    return colleaguesIn(directory.current(), unit, today());
  });

  serve(app, saveOrgan, async ({ params: { region, slug }, body: { version, organ }, actor }) => {
    checkMayAsk('saveOrgan', actor);
    checkOwnRegion(actor, region);
    const entry = { unit: `${region}/${slug}`, ...organ } as unknown as Organ;
    const done = await save(needs, entry, version, { by: byOf(actor), at: now() });
    return { done: done.map(({ type }) => type) };
  });
}

const colleaguesIn = (directory: Directory, unit: string, day: PlainDate) => directory.membersOf(unit, day).map((each) => shown(directory, each));

/** Arranged, not begun: to be seen and ended, but nobody can be given anything by it yet. */
const comingTo = (directory: Directory, unit: string, day: PlainDate) =>
  directory.comingTo(unit, day).map((each) => ({ ...shown(directory, each), from: each.from }));

const shown = (directory: Directory, { person, post, roles, standsInFor, to }: Membership): Colleague => ({
  person,
  name: directory.personOf(person),
  post,
  phone: directory.findPerson(person)?.phone ?? '',
  roles: [...roles],
  ...(standsInFor && { standsInFor: directory.personOf(standsInFor), away: standsInFor, ...(to && { to }) }),
});
