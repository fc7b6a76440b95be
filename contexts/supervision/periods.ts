/** The turn of years, months and working days begins what each of them asks for (A25, A26, A45, A46, D13), and boards come up for review (D14). */
import { asSystem, findOwned, handleWork, type CoordinationDb, type WorkNeeds } from '#contexts/coordination/index.ts';
import type { Directory } from '#contexts/directory/index.ts';
import { isWorkingDay } from '#kernel/calendar.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import { regionOf } from '#kernel/subject.ts';
import type { WorkValues } from '#kernel/work/kind.ts';
import { fixedId } from './fixed-id.ts';

interface Due {
  readonly kind: string;
  readonly owner: string;
  readonly period: string;
  readonly desk?: string | undefined; // the petition department that does the work for a government
}

/** @returns how many were begun */
export async function beginPeriods(needs: WorkNeeds, region: string): Promise<number> {
  const today = dateInChina(needs.now());
  const law = needs.lawOf(needs.packFor(region, today));
  const directory = needs.directory.current();
  const isPatrolled = law.terms.D13 !== undefined && isWorkingDay(law.calendars.current, today);
  const patrols = isPatrolled ? patrolsOf(directory, region, today) : [];
  const known = new Set((await Promise.all(KINDS.map((kind) => findOwned(needs.db.sql as CoordinationDb, region, kind)))).flat().map(({ subject }) => subject));
  let done = 0;
  for (const { kind, owner, period, desk } of [...duesOf(directory, region, today), ...patrols]) {
    const id = fixedId(region, kind, owner, period);
    if (known.has(id)) continue;
    const values: WorkValues = { period, ...(desk && { desk }) };
    done += (await handleWork(needs, { region, id }, { kind, step: 'begin', values, by: asSystem, owner })).length > 0 ? 1 : 0;
  }
  return done + (await reviewBoards(needs, region, today));
}

const KINDS = ['annualReport', 'assessment', 'suggestionCall', 'reception', 'patrol'];

/** A year that ended is asked for until its report is due: an office that starts later has nothing to report of it. */
export function duesOf(directory: Directory, region: string, today: PlainDate): Due[] {
  const year = Number(today.slice(0, 4));
  const desk = own(region, directory.petitionDeptOf(region));
  const government = directory.organs.find(({ unit, type }) => type === 'government' && regionOf(unit) === region)?.unit;
  const isReportTime = today <= `${year}-03-31`;
  const ofDesk: Due[] = desk && isReportTime ? [{ kind: 'annualReport', owner: desk, period: String(year - 1) }] : [];
  if (!government) return ofDesk;
  const ofGovernment: Due[] = [
    { kind: 'suggestionCall', owner: government, period: String(year), desk },
    { kind: 'reception', owner: government, period: today.slice(0, 7), desk },
    ...(isReportTime ? [{ kind: 'assessment', owner: government, period: String(year - 1), desk }] : []),
  ];
  return [...ofDesk, ...ofGovernment];
}

const own = (region: string, unit: string | undefined) => (unit && regionOf(unit) === region ? unit : undefined);

function patrolsOf(directory: Directory, region: string, today: PlainDate): Due[] {
  const units = directory.organs.filter(({ unit }) => regionOf(unit) === region && directory.holdersOf(unit, 'gridWorker', today).length > 0);
  return units.map(({ unit }) => ({ kind: 'patrol', owner: unit, period: today }));
}

async function reviewBoards(needs: WorkNeeds, region: string, today: PlainDate): Promise<number> {
  const boards = await findOwned(needs.db.sql as CoordinationDb, region, 'board');
  let done = 0;
  for (const { subject, stage, light_on: reviewOn } of boards) {
    if (stage !== 'current' || !reviewOn || reviewOn > today) continue;
    done += (await handleWork(needs, { region, id: subject }, { kind: 'board', step: 'review', values: {}, by: asSystem })).length;
  }
  return done;
}
