/** Which organ of a kind serves a place: in the place itself, else in the one around it, up to the province. */
import type { Organ } from './organ.ts';

/** '990421001001' village → '990421001' town → '990421' county → '990400' city → '990000' province. */
export function placesAround(division: string): readonly string[] {
  const county = division.slice(0, 6);
  const all = [division, division.slice(0, 9), county, `${county.slice(0, 4)}00`, `${county.slice(0, 2)}0000`];
  return [...new Set(all)];
}

/** Organs that fit, the nearest place first. */
export function inPlaceOf(organs: ReadonlyMap<string, Organ>, from: Organ | undefined, fits: (organ: Organ) => boolean): readonly string[] {
  if (!from) return [];
  const fitting = [...organs.values()].filter(fits);
  return placesAround(from.division).flatMap((place) => fitting.filter(({ division }) => division === place).map(({ unit }) => unit));
}
