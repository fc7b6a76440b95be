import type { Actor } from '#platform/actor.ts';
import type { Organs } from './domain/organs.ts';
import { PERMISSIONS } from './domain/permissions.ts';
import { isOpen } from './domain/stages.ts';
import { answerableOrgan, type Matter } from './domain/matter.ts';
import type { CaseworkDb } from './store.ts';

/** Withdrawals that wait until somebody outside the handling unit has called (lifecycle 31): the work goes on meanwhile. */
export interface CallBackRow {
  region: string;
  subject: string;
  no: string;
  unit: string | null;
  asked_on: string;
}

export function callBackOf({ region, subject, no }: Pick<CallBackRow, 'region' | 'subject' | 'no'>, matter: Matter): CallBackRow[] {
  const { withdrawal, stage } = matter;
  if (!withdrawal || withdrawal.confirmedOn || !isOpen(stage)) return [];
  return [{ region, subject, no, unit: answerableOrgan(matter), asked_on: withdrawal.requestedOn }];
}

const ROLES: readonly string[] = PERMISSIONS.confirmWithdrawal.roles;

/**
 * For whoever may call: of the matters that their unit has had to do with, but
 * does not handle; and where a unit received a matter itself, so that nobody
 * else has it on the desk, for the organ above that unit.
 */
export async function findCallBacks(db: CaseworkDb, { unit, roles, region }: Pick<Actor, 'unit' | 'roles' | 'region'>, organs: Organs) {
  if (!roles.some((role) => ROLES.includes(role))) return [];
  const rows = await db
    .selectFrom('casework.call_back as asked')
    .innerJoin('casework.box as box', (join) => join.onRef('box.region', '=', 'asked.region').onRef('box.subject', '=', 'asked.subject'))
    .innerJoin('casework.matter as matter', (join) => join.onRef('matter.region', '=', 'asked.region').onRef('matter.subject', '=', 'asked.subject'))
    .select(['asked.region', 'asked.subject', 'asked.no', 'asked.unit', 'asked.asked_on', 'matter.handling_unit', 'box.unit as concerned'])
    .where('asked.region', '=', region)
    .orderBy('asked.asked_on')
    .orderBy('asked.subject')
    .limit(1_000)
    .execute();
  const waiting = Map.groupBy(rows, ({ subject }) => subject);
  return [...waiting.values()]
    .filter((ones) => mayCall(ones, unit, organs))
    .slice(0, 200)
    .map(([one]) => ({
      region: one!.region,
      matter: one!.subject,
      no: one!.no,
      unit: one!.unit ? organs.nameOf(one!.unit) : null,
      askedOn: one!.asked_on,
    }));
}

type Waiting = Pick<CallBackRow, 'unit'> & { readonly handling_unit: string | null; readonly concerned: string };

/** Whoever has it on the desk and stands outside; without a petition department among them, the organ above as well. */
export function mayCall(rows: readonly Waiting[], unit: string, organs: Organs): boolean {
  const { unit: answerable, handling_unit: handling } = rows[0]!;
  if (unit === handling) return false;
  const outside = rows.map(({ concerned }) => concerned).filter((one) => one !== handling && (one !== answerable || organs.isPetitionDept(one)));
  if (outside.includes(unit)) return true;
  const held = handling ?? answerable;
  return held !== null && !outside.some(organs.isPetitionDept) && organs.superiorOf(held) === unit;
}
