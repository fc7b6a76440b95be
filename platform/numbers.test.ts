import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../test/database.ts';
import type { Database } from './database.ts';
import { readNumber, seriesOf, writeNumber } from './numbers-format.ts';
import { newId } from './numbers-id.ts';
import { openNumbers } from './numbers.ts';

const now = () => new Date('2026-05-11T01:00:00Z');

describe('leased numbers', () => {
  let office: Database;
  let portal: Database;
  beforeAll(async () => {
    const open = await cloneDatabase();
    [office, portal] = [open('huiyin_office'), open('huiyin_portal')];
  });

  it('are unique over processes and rise within each, the portal leasing too', async () => {
    const desks = [office, portal, office].map(({ sql }, index) => openNumbers(sql, { leasedTo: `t${index}`, now, block: 7 }));
    const given = await Promise.all(desks.map((desk) => Promise.all(Array.from({ length: 40 }, () => desk.next('qinghe', 'S-2026')))));
    expect(new Set(given.flat()).size).toBe(120);
    for (const mine of given) expect(mine).toEqual([...mine].sort((one, other) => one - other));
    expect(Math.max(...given.flat())).toBeLessThanOrEqual(3 * (7 + 14 + 28)); // each leased thrice: what is used up at once is doubled
  });

  it('are leased by more where they are used up at once, and by as many as before where they last', async () => {
    let at = new Date('2026-05-11T01:00:00Z');
    const numbers = openNumbers(office.sql, { leasedTo: 't', now: () => at, block: 2 });
    const blocks = () => office.sql.selectFrom('numbers.block').select(['first', 'last']).where('series', '=', 'Q-2026').orderBy('first').execute();
    const take = async (count: number) => {
      for (let index = 0; index < count; index += 1) await numbers.next('qinghe', 'Q-2026');
    };
    await take(2 + 4 + 8 + 16 + 16 + 1);
    expect((await blocks()).map(({ first, last }) => Number(last) - Number(first) + 1)).toEqual([2, 4, 8, 16, 16, 16]);
    at = new Date('2026-05-12T01:00:00Z');
    await take(16);
    expect((await blocks()).map(({ first, last }) => Number(last) - Number(first) + 1).slice(6)).toEqual([2]);
  });

  it('begin at 1 in each region and series, and cost a trip once a block', async () => {
    const numbers = openNumbers(office.sql, { leasedTo: 't', now });
    expect(await numbers.next('qinghe', 'X-2026')).toBe(1);
    expect(await numbers.next('linshui', 'X-2026')).toBe(1);
    const before = office.state().trips;
    expect(await numbers.next('qinghe', 'X-2026')).toBe(2);
    expect(office.state().trips).toBe(before);
  });

  it('are taken by the thousand for an import, without a second use', async () => {
    const numbers = openNumbers(office.sql, { leasedTo: 't', now });
    const one = await numbers.next('qinghe', 'S-2027');
    const first = await numbers.take('qinghe', 'S-2027', 4_326);
    expect(first).toBe(one + 50);
    expect(await openNumbers(office.sql, { leasedTo: 'u', now }).next('qinghe', 'S-2027')).toBe(first + 4_326);
  });

  it('cannot be taken back by a process', async () => {
    await expect(portal.sql.deleteFrom('numbers.block').execute()).rejects.toThrow('permission denied');
    await expect(office.sql.updateTable('numbers.block').set({ last: 1 }).execute()).rejects.toThrow('permission denied');
  });
});

describe('a written number', () => {
  it('carries the check characters of documents.md §2', () => {
    expect(writeNumber({ region6: '370703', kind: 'S', year: 2026, sequence: 42 })).toBe('370703-S-2026-0000042-B');
    expect(writeNumber({ region6: '370703', kind: 'X', year: 2026, sequence: 42 })).toBe('370703-X-2026-0000042-W');
    expect(seriesOf('S', 2026)).toBe('S-2026');
  });

  const parts = fc.record({
    region6: fc.constantFrom('990421', '370703'),
    kind: fc.constantFrom('S' as const, 'X' as const),
    year: fc.integer({ min: 2020, max: 2099 }),
    sequence: fc.integer({ min: 1, max: 99_999_999 }),
  });

  it('is read back, however it was typed', () =>
    fc.assert(
      fc.property(parts, (given) => {
        const text = writeNumber(given);
        expect(readNumber(text)).toEqual(given);
        expect(readNumber(` ${text.toLowerCase().replaceAll('-', ' － ')} `)).toEqual(given);
      }),
    ));

  it('is refused with any one character wrong', () =>
    fc.assert(
      fc.property(parts, fc.nat(), fc.constantFrom(...'0123456789'), (given, at, digit) => {
        const text = writeNumber(given);
        const place = at % (text.length - 1);
        fc.pre(/\d/.test(text[place]!) && text[place] !== digit);
        expect(readNumber(text.slice(0, place) + digit + text.slice(place + 1))).toBeUndefined();
      }),
    ));
});

it('an id grows with time and is a UUID of version 7', () => {
  const ids = Array.from({ length: 50 }, (_, index) => newId(1_780_000_000_000 + index));
  expect(ids).toEqual([...ids].sort());
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
