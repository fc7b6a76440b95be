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

/** For whoever may call: of the matters that their unit has had to do with, but does not handle. */
export async function findCallBacks(db: CaseworkDb, { unit, roles, region }: Pick<Actor, 'unit' | 'roles' | 'region'>, organs: Organs) {
  if (!roles.some((role) => ROLES.includes(role))) return [];
  const rows = await db
    .selectFrom('casework.call_back as asked')
    .innerJoin('casework.box as box', (join) => join.onRef('box.region', '=', 'asked.region').onRef('box.subject', '=', 'asked.subject'))
    .select(['asked.region', 'asked.subject', 'asked.no', 'asked.unit', 'asked.asked_on'])
    .where('asked.region', '=', region)
    .where('box.holder_region', '=', region)
    .where('box.unit', '=', unit)
    .where('asked.unit', 'is distinct from', unit)
    .orderBy('asked.asked_on')
    .orderBy('asked.subject')
    .limit(200)
    .execute();
  return rows.map(({ region: home, subject, no, unit: handling, asked_on }) => ({
    region: home,
    matter: subject,
    no,
    unit: handling ? organs.nameOf(handling) : null,
    askedOn: asked_on,
  }));
}
