import { isInvolved, placeOf, type Accused, type Places } from './accused.ts';
import type { Line, Whom } from './actions.ts';

/** What the directory is asked: who is competent for whose cadres, and where somebody sits who may receive. */
export interface Competence extends Places {
  disciplineFor(unit: string, whom?: Whom): string | undefined;
  petitionDeptOf(region: string): string | undefined;
  superiorOf(unit: string): string | undefined;
  regionOf(unit: string): string;
  /** Whether somebody sits there who may triage accusations. */
  hasSealedDesk(unit: string): boolean;
  /** The organs where somebody sits in this role. */
  seatsOf(role: 'organizationRecipient' | 'politicalLegalRecipient'): readonly string[];
}

/**
 * Who receives an accusation, by cadre authority (第二十二条第二款): nobody
 * chooses. Where the accused has a say over the competent organ, the next level
 * up; where there is none above, nobody: then the directory has to name one first.
 */
export function recipientFor(accused: Accused, places: Competence, line: Line = 'discipline'): string | undefined {
  return line === 'discipline' ? disciplineFor(accused, places) : seatFor('politicalLegalRecipient', accused, places);
}

/** The organisation department that manages the cadre (第三十条第二款), never one where the accused has a say. */
export const organizationFor = (accused: Accused, places: Competence): string | undefined => seatFor('organizationRecipient', accused, places);

function disciplineFor(accused: Accused, places: Competence): string | undefined {
  const found = places.disciplineFor(accused.unit, accused.whom);
  return found && (isInvolved(found, accused, places) ? higherFor(found, accused, places) : places.organOf(found));
}

/** The discipline organ above this one, or the first further up where the accused has no say. */
export function higherFor(unit: string, accused: Accused, places: Competence): string | undefined {
  const seen = new Set([unit]);
  let found = places.disciplineFor(places.organOf(unit), 'leaders');
  while (found && isInvolved(found, accused, places)) {
    if (seen.has(found)) return undefined;
    seen.add(found);
    found = places.disciplineFor(places.organOf(found), 'leaders');
  }
  return found && places.organOf(found);
}

/** The discipline organ of a lower level that is competent for the cadre; none where the accused has a say over it. */
export function lowerFor(unit: string, accused: Accused, places: Competence): string | undefined {
  const found = places.disciplineFor(accused.unit, 'cadres');
  const [own, other] = [unit, found ?? ''].map((one) => places.findOrgan(one)?.division ?? '');
  const isLower = own !== other && other!.startsWith(placeOf(own!));
  return found && isLower && !isInvolved(found, accused, places) ? places.organOf(found) : undefined;
}

/** Whichever Party committee manages the cadre has an organisation department and a political-legal organ of the same level; where the accused has a say there too, the level above. */
function seatFor(role: Parameters<Competence['seatsOf']>[0], accused: Accused, places: Competence): string | undefined {
  const managing = disciplineFor(accused, places);
  const division = managing && places.findOrgan(managing)?.division;
  if (!division) return undefined;
  const seats = places.seatsOf(role).filter((unit) => !isInvolved(unit, accused, places));
  const levels = [...new Set([division, `${division.slice(0, 4)}00`, `${division.slice(0, 2)}0000`])];
  return levels.flatMap((level) => seats.filter((unit) => places.findOrgan(unit)?.division === level))[0];
}

/**
 * Whose sealed desk goes on with it once the accused's unit is known. A petition
 * department stands under its government: an accusation of that government is
 * none of its business any more, and goes to the nearest one above, at last to
 * the recipient itself. One where somebody sits goes before one where nobody does.
 */
export function deskFor(desk: string, accused: Accused, recipient: string | undefined, places: Competence): string | undefined {
  const candidates = [desk, ...petitionDeptsAbove(desk, places), ...(recipient ? [recipient] : [])];
  return firstDesk(
    candidates.filter((unit) => !isInvolved(unit, accused, places)),
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
