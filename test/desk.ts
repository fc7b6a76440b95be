import type { Channel } from '#kernel/channels.ts';
import type { Database } from '#platform/database.ts';
import { newKey, ringOf } from '#platform/keys.ts';
import { openNumbers } from '#platform/numbers.ts';
import { writeNumber } from '#platform/numbers-format.ts';
import { passOnCode } from '#contexts/sealed/index.ts';
import { keysInMemory } from '#platform/keys-memory.ts';
import type { IntakeNeeds } from '#contexts/intake/index.ts';
import type { Arrived } from '#contexts/intake/handle/register.ts';
import { laws, newestCalendar, organs } from './stories.ts';

/** What the desk of a county's petition office needs, on a real database. */
export function deskNeeds(db: Database, now: () => Date = () => new Date()): IntakeNeeds {
  const numbers = openNumbers(db.sql, { leasedTo: 'test', now });
  const number = async (kind: 'S' | 'X') => writeNumber({ region6: '990421', kind, year: 2026, sequence: await numbers.next('990421', `${kind}-2026`) });
  const blind = newKey(1);
  const boxes = keysInMemory()['sealed-boxes-public'];
  return {
    db,
    keys: ringOf(newKey(1)),
    now,
    calendar: newestCalendar,
    calendars: laws.calendars,
    lawOf: laws.get,
    packFor: (_, on) => laws.inForce(on, 'qinghe').version,
    organs: () => organs,
    levelOf: () => 'county',
    intakeNo: () => number('S'),
    matterNo: () => number('X'),
    blindKey: () => blind,
    codePepper: Buffer.alloc(32, 7),
    codePrefix: () => '8G6',
    sealAway: () => {
      throw new Error('No accusation in this test');
    },
    passOnCode: (region, replaced) => passOnCode({ sql: db.sql, boxes, now }, region, replaced),
  };
}

/** Something that came today, on this channel, with these words. */
export function arrivedBy(channel: Channel, text: string): Arrived {
  return {
    channel,
    receivedAt: new Date(Date.now() - 60_000),
    unit: 'qinghe/petition',
    isPetitionDept: true,
    level: 'county',
    title: text.slice(0, 12),
    text,
    claims: ['解决'],
    parties: [{ role: 'principal', name: '张桂英', phone: '19900001234' }],
    anonymous: false,
    electronic: false,
    people: 1,
  };
}
