import type { FastifyInstance } from 'fastify';
import { addDays, addMonths, dateInChina, type PlainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Role } from '#kernel/roles.ts';
import type { Directory } from '#contexts/directory/index.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/http.ts';
import { rateOf, type Period } from '../domain/figures.ts';
import { behindRoutes, type BehindNeeds } from './behind.ts';
import { getFigures } from './contract.ts';
import { findClosings, findFigures, type FiguresDb } from './store.ts';

export interface FiguresRouteNeeds extends BehindNeeds {
  readonly directory: { current(): Directory };
}

/** Who answers for how terms are kept: heads for their unit, those above for the units below. */
const READERS: readonly Role[] = ['unitHead', 'petitionDeptHead', 'supervisor', 'leader', 'jointConferenceOffice', 'auditor'];

export function figuresRoutes(app: FastifyInstance, needs: FiguresRouteNeeds): void {
  const db = needs.db.sql as unknown as FiguresDb;

  serve(app, getFigures, async ({ actor, query: { month } }) => {
    const directory = needs.directory.current();
    const units = unitsFor(actor);
    const period = periodOf(month);
    const [figures, closings] = await Promise.all([findFigures(db, units, period), findClosings(db, units, period.from)]);
    const rows = units.flatMap((unit) =>
      figures
        .filter((figure) => figure.unit === unit)
        .sort((one, other) => (one.clock < other.clock ? -1 : 1))
        .map((figure) => {
          const closed = closings.find((row) => row.unit === unit && row.clock === figure.clock);
          return { unit, name: directory.nameOf(unit), clock: figure.clock, now: counted(figure), closed: closed ? counted(closed) : null };
        }),
    );
    return { month, asOf: period.asOf, rows };
  });

  behindRoutes(app, needs, { unitsFor, periodOf, nameOf: (unit) => needs.directory.current().nameOf(unit) });

  /** @throws Refusal for whoever does not answer for how terms are kept */
  function unitsFor(actor: Actor): string[] {
    if (!actor.roles.some((role) => READERS.includes(role))) {
      throw new Refusal('NotAllowed', '期限办理情况由单位负责人、督查和上级机关查看，请向本单位负责人了解。');
    }
    const directory = needs.directory.current();
    return directory.organs
      .map(({ unit }) => unit)
      .filter((unit) => unit === actor.unit || directory.isSubordinate(unit, actor.unit) || sees(directory, actor.unit, unit));
  }

  function periodOf(month: string): Period {
    const from = `${month}-01` as PlainDate;
    return { from, until: addDays(addMonths(from, 1), -1), asOf: dateInChina(needs.now()) };
  }
}

/** A petition department looks after the units of its own region (第十四条). */
const sees = (directory: Directory, viewer: string, unit: string) => directory.isPetitionDept(viewer) && unit.split('/')[0] === viewer.split('/')[0];

const counted = ({ kept, broken }: { kept: number; broken: number }) => ({ kept, broken, rate: rateOf({ kept, broken }) });
