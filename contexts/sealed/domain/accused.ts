import type { Whom } from './actions.ts';

/** Whom an accusation is about, as far as it says who may not know of it. */
export interface Accused {
  readonly unit: string;
  readonly whom: Whom;
  /** Other units where the accused has a post or a say 兼任、分管: for them it is the same. */
  readonly also?: readonly string[];
}

/** What the directory is asked: who stands under whom, and who leads which place. */
export interface Places {
  isSubordinate(unit: string, of: string): boolean;
  /** The organ that answers for a unit: itself, or that of which it is an inner office. */
  organOf(unit: string): string;
  findOrgan(unit: string): { readonly type: string; readonly division: string; readonly parent?: string } | undefined;
}

/**
 * The accused's unit itself, the offices of its organ, whatever stands under it,
 * and, where it is about those who lead a whole place, every organ of that place:
 * none of them may know (不变量 27).
 */
export function isInvolved(unit: string, { unit: own, whom, also = [] }: Accused, places: Places): boolean {
  return [own, ...also].some((one) => standsUnder(unit, one, places) || (whom === 'leaders' && isLedBy(unit, one, places)));
}

const standsUnder = (unit: string, of: string, { isSubordinate, organOf }: Places) => unit === of || isSubordinate(unit, of) || organOf(unit) === organOf(of);

/** The Party committee and the government of a place have a say over its discipline organ and its petition department, whatever the table of parents says. */
const LEAD_A_PLACE: ReadonlySet<string> = new Set(['government', 'town', 'township', 'subdistrict']);

function isLedBy(unit: string, leaders: string, { findOrgan, organOf }: Places): boolean {
  const led = findOrgan(organOf(leaders));
  if (!led || !(LEAD_A_PLACE.has(led.type) || (led.type === 'party' && !led.parent))) return false;
  return findOrgan(unit)?.division.startsWith(placeOf(led.division)) ?? false;
}

/** '990421' county → itself; '990400' city → '9904'; '990000' province → '99': what the codes inside it begin with. */
export const placeOf = (division: string): string => (division.length === 6 ? division.replace(/(00)+$/, '') : division);
