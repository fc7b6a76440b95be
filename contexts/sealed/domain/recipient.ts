import type { Whom } from './actions.ts';

/** What the directory is asked: who stands under whom, and who is competent for whose cadres. */
export interface Places {
  isSubordinate(unit: string, of: string): boolean;
  /** The organ that answers for a unit: itself, or that of which it is an inner office. */
  organOf(unit: string): string;
}

export interface Competence extends Places {
  disciplineFor(unit: string, whom?: Whom): string | undefined;
  petitionDeptOf(region: string): string | undefined;
  superiorOf(unit: string): string | undefined;
  regionOf(unit: string): string;
  /** Whether somebody sits there who may triage accusations. */
  hasSealedDesk(unit: string): boolean;
}

/** The accused's unit itself, the offices of its organ, and whatever stands under it: none of them may know (不变量 27). */
export function isInvolved(unit: string, accusedUnit: string, { isSubordinate, organOf }: Places): boolean {
  return unit === accusedUnit || isSubordinate(unit, accusedUnit) || organOf(unit) === organOf(accusedUnit);
}

/**
 * Who receives an accusation, by cadre authority (第二十二条第二款). Where the
 * competent organ is itself the accused's, the next level up; where there is
 * none above, nobody: then the directory has to name one first.
 */
export function recipientFor(accusedUnit: string, whom: Whom, places: Competence): string | undefined {
  const seen = new Set<string>();
  let found = places.disciplineFor(accusedUnit, whom);
  while (found && isInvolved(found, accusedUnit, places)) {
    if (seen.has(found)) return undefined;
    seen.add(found);
    found = places.disciplineFor(places.organOf(found), 'leaders');
  }
  return found && places.organOf(found);
}

/**
 * Whose sealed desk goes on with it once the accused's unit is known. A petition
 * department stands under its government: an accusation of that government is
 * none of its business any more, and goes to the nearest one above, at last to
 * the discipline organ itself. One where somebody sits goes before one where nobody does.
 */
export function deskFor(desk: string, accusedUnit: string, recipient: string | undefined, places: Competence): string | undefined {
  const candidates = [desk, ...petitionDeptsAbove(desk, places), ...(recipient ? [recipient] : [])];
  return firstDesk(
    candidates.filter((unit) => !isInvolved(unit, accusedUnit, places)),
    places,
  );
}

/**
 * Where an accusation begins: with those who received it if somebody sits there,
 * else with the petition department of the place or one above, at last with the
 * discipline organ of the place (a congress has no petition department above it).
 */
export function firstDeskFor(received: string, places: Competence): string {
  const organ = places.organOf(received);
  const dept = places.petitionDeptOf(places.regionOf(received));
  const candidates = [...(places.hasSealedDesk(organ) ? [organ] : []), dept, ...petitionDeptsAbove(organ, places), places.disciplineFor(organ)];
  return (
    firstDesk(
      candidates.filter((one) => one !== undefined),
      places,
    ) ?? organ
  );
}

const firstDesk = (candidates: readonly string[], { hasSealedDesk }: Competence) => candidates.find(hasSealedDesk) ?? candidates[0];

function petitionDeptsAbove(desk: string, { superiorOf, petitionDeptOf, regionOf }: Competence): string[] {
  const found: string[] = [];
  const seen = new Set([desk]);
  for (let above = superiorOf(desk); above && !seen.has(above); above = superiorOf(above)) {
    seen.add(above);
    const dept = petitionDeptOf(regionOf(above));
    if (dept && !found.includes(dept)) found.push(dept);
  }
  return found;
}
