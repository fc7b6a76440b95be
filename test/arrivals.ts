import { openOnDelivery } from '#contexts/evaluation/index.ts';
import { followRoster, prefixOf, type Arrived, type IntakeNeeds } from '#contexts/intake/index.ts';
import { passOnCode } from '#contexts/sealed/index.ts';
import type { Database } from '#platform/database.ts';
import { keysInMemory } from '#platform/keys-memory.ts';
import { laws, newestCalendar, organs, UNITS } from './stories.ts';

/** What the desk of a county's petition office needs, on a database of the test's own, on a day that stands still. */
export const keys = keysInMemory();

export function arrivalNeeds(db: Database, now: () => Date): IntakeNeeds {
  let numbers = 0;
  const number = (kind: string) => async () => `990421-${kind}-2026-${String((numbers += 1)).padStart(7, '0')}`;
  const needs: IntakeNeeds = {
    db,
    now,
    keys: keys.regions,
    calendar: newestCalendar,
    calendars: laws.calendars,
    lawOf: laws.get,
    packFor: (_, on) => laws.inForce(on).version,
    organs: () => organs,
    levelOf: () => 'county',
    intakeNo: number('S'),
    matterNo: number('X'),
    blindKey: (region) => keys.blind.current(region),
    codePepper: keys.codes.current('qinghe').secret,
    codePrefix: prefixOf,
    sealAway: () => {
      throw new Error('nothing is sealed here');
    },
    passOnCode: (region, replaced) => passOnCode({ sql: db.sql, boxes: keys['sealed-boxes-public'], now }, region, replaced),
    follow: [(subject) => openOnDelivery(needs)(subject), (subject) => followRoster(needs)(subject)],
  };
  return needs;
}

export const letter = (more: Partial<Arrived> = {}): Arrived => ({
  channel: 'letter',
  receivedAt: new Date('2026-07-20T09:00:00+08:00'),
  unit: UNITS.petition,
  isPetitionDept: true,
  level: 'county',
  title: '翠屏小区3号楼屋面漏水',
  text: '翠屏小区3号楼屋面去年起漏水，一下雨卧室顶就滴水，物业说没有维修资金，找了三次没有结果。',
  claims: ['修好3号楼屋面'],
  parties: [{ role: 'principal', name: '张𬭚', phone: '13900001234', address: '翠屏小区3号楼' }],
  anonymous: false,
  electronic: false,
  people: 1,
  ...more,
});
