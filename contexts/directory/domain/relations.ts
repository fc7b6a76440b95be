/** Who stands above whom, who is competent for whose review, cadres and complaints. */
import { regionOf } from '#kernel/subject.ts';
import { isInner, type Organ } from './organ.ts';
import { inPlaceOf } from './places.ts';

export interface Relations {
  /** Does `unit` stand under `of`, by its parents or by its professional superiors? A unit is not its own subordinate. */
  isSubordinate(unit: string, of: string): boolean;
  /** The organ one level above, competent for review: its superior, else its parent. None above the last level. */
  superiorOf(unit: string): string | undefined;
  /** Every organ that a petitioner may ask for review: superior department or own government (北京 2006 §48). */
  reviewOrgansOf(unit: string): readonly string[];
  /** The nearest organ above all of them, whichever line leads there, which decides a dispute (§24); where there is none, their common joint conference coordinates. */
  commonSuperior(units: readonly string[]): string | undefined;
  regionOf(unit: string): string;
  petitionDeptOf(region: string): string | undefined;
  /** That of the level above: where a complaint goes that is to pass the whole county by. */
  petitionDeptAbove(region: string): string | undefined;
  /** The office of the joint conference that all of them have in common: of the nearest place that all of them lie in. */
  jointConferenceOf(units: readonly string[]): string | undefined;
  /** The discipline organ competent for its cadres 干部管理权限; never the unit itself nor one under it (不变量 27). */
  disciplineFor(unit: string, whom?: 'cadres' | 'leaders'): string | undefined;
  /** Who answers a complaint about its conduct: always outside the unit and nothing under it (E05, §46). */
  inChargeOfComplaintsAbout(unit: string): string | undefined;
}

type Organs = ReadonlyMap<string, Organ>;

export function createRelations(organs: Organs): Relations {
  const remembered = new Map<string, ReadonlyMap<string, number>>();
  const above = (unit: string) => {
    const known = remembered.get(unit) ?? stepsAbove(organs, unit);
    remembered.set(unit, known);
    return known;
  };
  const isSubordinate = (unit: string, of: string) => above(unit).has(of);
  const isOutside = (candidate: string, unit: string) => candidate !== unit && !isSubordinate(candidate, unit);
  const inRegion = (region: string, fits: (organ: Organ) => boolean) => {
    const own = [...organs.values()].filter(({ unit }) => regionOf(unit) === region);
    return own.find(fits)?.unit ?? inPlaceOf(organs, own[0], fits)[0];
  };

  const departments = new Map<string, string | undefined>();
  const petitionDeptOf = (region: string) => {
    if (!departments.has(region))
      departments.set(
        region,
        inRegion(region, ({ petitionDept }) => petitionDept),
      );
    return departments.get(region);
  };

  return {
    isSubordinate,
    superiorOf: (unit) => reviewOrgans(answersAs(organs, unit))[0],
    reviewOrgansOf: (unit) => reviewOrgans(answersAs(organs, unit)),
    commonSuperior: (units) => nearestOfAll(units.map(above)),
    regionOf,
    petitionDeptOf,
    petitionDeptAbove(region) {
      const { parent } = [...organs.values()].find((organ) => regionOf(organ.unit) === region && organ.type === 'government') ?? {};
      const above = parent && inRegion(regionOf(parent), ({ petitionDept }) => petitionDept);
      return above && regionOf(above) !== region ? above : undefined;
    },
    jointConferenceOf(units) {
      const [first = [], ...others] = units.map((unit) => inPlaceOf(organs, organs.get(unit), ({ type }) => type === 'jointConference'));
      return first.find((office) => others.every((offices) => offices.includes(office)));
    },

    disciplineFor(unit, whom = 'cadres') {
      const organ = organs.get(unit);
      const byPlace = inPlaceOf(organs, organ, ({ type }) => type === 'discipline');
      const onLine = inherited(organs, unit, 'discipline');
      const leaders = [organ?.leadersDiscipline, ...byPlace.filter((each) => organs.get(each)?.division !== organ?.division)];
      const candidates = whom === 'leaders' && organ && isLedFromAbove(organ) ? leaders : [...onLine, ...byPlace];
      return candidates.find((candidate) => candidate && isOutside(candidate, unit));
    },

    inChargeOfComplaintsAbout(unit) {
      const organ = answersAs(organs, unit);
      const inPlace = inPlaceOf(organs, organ, ({ type, petitionDept }) => type === 'jointConference' || petitionDept);
      const candidates = [...inherited(organs, unit, 'complaintsTo'), ...reviewOrgans(organ), organ?.parent, ...inPlace];
      return candidates.find((candidate) => candidate && isOutside(candidate, unit) && isOutside(candidate, organ?.unit ?? unit));
    },
  };
}

/** Leading cadres of these are managed one level higher 下管一级 (P: where the table does not name the organ). */
const isLedFromAbove = ({ type, leadersDiscipline }: Organ) =>
  leadersDiscipline !== undefined || ['party', 'government', 'congress', 'court', 'procuratorate', 'discipline'].includes(type);

/** The organ that answers for a unit: an inner office has none of its own. */
export function answersAs(organs: Organs, unit: string): Organ | undefined {
  const line = [unit, ...lineAbove(organs, unit)].map((each) => organs.get(each));
  return line.find((organ) => organ && !isInner(organ)) ?? line[0];
}

function reviewOrgans(organ: Organ | undefined): readonly string[] {
  if (!organ) return [];
  return organ.superiors.length > 0 || !organ.parent ? organ.superiors : [organ.parent];
}

/** What the unit itself says, else what its parents say, nearest first. */
function inherited(organs: Organs, unit: string, field: 'discipline' | 'complaintsTo'): readonly string[] {
  return [unit, ...lineAbove(organs, unit)].map((each) => organs.get(each)?.[field]).filter((found) => found !== undefined);
}

/** Up the parents to the root, the superior only where there is no parent. A circle ends the walk. */
function lineAbove(organs: Organs, unit: string): readonly string[] {
  const line: string[] = [];
  const next = (from: string) => organs.get(from)?.parent ?? organs.get(from)?.superiors[0];
  for (let above = next(unit); above && above !== unit && !line.includes(above); above = next(above)) line.push(above);
  return line;
}

/** By parents and superiors alike, each with how many steps it is away, the nearest first; each walked once, so that a circle in the table is no circle here. */
function stepsAbove(organs: Organs, unit: string): ReadonlyMap<string, number> {
  const found = new Map([[unit, 0]]);
  for (const [from, steps] of found) {
    const { superiors = [], parent } = organs.get(from) ?? {};
    for (const next of [...superiors, ...(parent ? [parent] : [])]) if (!found.has(next)) found.set(next, steps + 1);
  }
  found.delete(unit);
  return found;
}

/** In all of them, and nearest to whichever of them is farthest away. */
function nearestOfAll([first, ...others]: readonly ReadonlyMap<string, number>[]): string | undefined {
  const common = [...(first ?? [])].filter(([organ]) => others.every((steps) => steps.has(organ)));
  const farthest = common.map(([organ, steps]) => ({ organ, steps: Math.max(steps, ...others.map((other) => other.get(organ)!)) }));
  return farthest.reduce<(typeof farthest)[number] | undefined>((nearest, each) => (nearest && nearest.steps <= each.steps ? nearest : each), undefined)?.organ;
}
