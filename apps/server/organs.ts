import type { CaseworkNeeds } from '#contexts/casework/index.ts';
import type { Directory, DirectorySource, Organ } from '#contexts/directory/index.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Laws } from '#kernel/laws.ts';
import { regionOf } from '#kernel/subject.ts';

/** The law of a region, and the level of an organ as casework names it. */
type Level = ReturnType<CaseworkNeeds['levelOf']>;

const LEVEL: Readonly<Record<Organ['level'], Level>> = {
  province: 'provincial',
  city: 'prefecture',
  county: 'county',
  township: 'township',
  village: 'township',
};

export const levelOf = (directory: Directory, unit: string): Level => LEVEL[directory.getOrgan(unit).level];

/** What stands first on the numbers of a region: the division code of its own government. A congress has that of its county, and draws from the same series. */
export const numberCodeOf = (directory: Directory, region: string): string => codeOf(directory, directory.petitionDeptOf(region) ?? '');

/** The regions that may have given a number. */
export function regionsOfNo(directory: Directory, no: string): string[] {
  return directory.regions.filter((region) => {
    const desk = directory.petitionDeptOf(region);
    return desk !== undefined && codeOf(directory, desk) === no.slice(0, 6);
  });
}

const codeOf = (directory: Directory, desk: string) => directory.getOrgan(desk).division.slice(0, 6);

/** The packs of a region lie over those of the regions above it. */
export function packFor(laws: Laws, { current }: DirectorySource, region: string, on: PlainDate): string {
  return laws.inForce(on, ...regionsAbove(current(), region)).version;
}

/** From the outermost region to this one, by the parents of its organs. */
function regionsAbove(directory: Directory, region: string): readonly string[] {
  const known = above.get(directory) ?? new Map<string, readonly string[]>();
  above.set(directory, known);
  const found = known.get(region) ?? findAbove(directory, region);
  known.set(region, found);
  return found;
}

const above = new WeakMap<Directory, Map<string, readonly string[]>>(); // a changed directory is another one

function findAbove(directory: Directory, region: string): string[] {
  const seen = [region];
  let organ = directory.organs.find(({ unit, type }) => regionOf(unit) === region && type === 'government');
  while (organ?.parent && !seen.includes(regionOf(organ.parent))) {
    seen.unshift(regionOf(organ.parent));
    organ = directory.findOrgan(organ.parent);
  }
  return seen;
}
