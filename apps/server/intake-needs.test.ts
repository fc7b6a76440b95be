import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readNumber, writeNumber } from '#platform/numbers-format.ts';
import { openDatabase, type Database } from '#platform/database.ts';
import { cloneAddress, query } from '../../test/database.ts';
import { numbersFor } from './intake-needs.ts';
import { numberCodeOf, regionsOfNo } from './organs.ts';
import { countyDirectory } from '../../test/directory.ts';

/** 一号一件: a county and its congress print the same division code, and never the same number. */
const directory = countyDirectory();
const SHARED = directory.regions.filter((region) => directory.petitionDeptOf(region) && numberCodeOf(directory, region) === '990421');
const now = () => new Date('2026-09-16T01:00:00Z');

let office: Database;
let portal: Database;
let owner: Database;
let address: Awaited<ReturnType<typeof cloneAddress>>;
beforeAll(async () => {
  address = await cloneAddress();
  [office, portal, owner] = [openDatabase(address('huiyin_office')), openDatabase(address('huiyin_portal')), openDatabase(address('postgres'))];
});
afterAll(() => Promise.all([office, portal, owner].map((db) => db.close())));
const process = (db: Database, name: string, block?: number) => numbersFor(db, () => directory, name, now, block);

describe('同一区划代码的各租户', () => {
  it('示范县里，县、县人大等几个租户共用一个代码', () => {
    expect(SHARED).toEqual(expect.arrayContaining(['qinghe', 'qinghe-npc']));
    expect(regionsOfNo(directory, '990421-X-2026-0000001-X')).toEqual(SHARED);
  });

  it('几个进程、几个租户同时领号，没有一个号给两次；每个进程里只升不降', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2100, max: 9999 }), // a series of its own each time
        fc.array(fc.tuple(fc.nat(2), fc.constantFrom(...SHARED)), { minLength: 2, maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        async (year, asked, block) => {
          const processes = [process(office, 'a', block), process(portal, 'b', block), process(office, 'c', block)];
          const at = new Date(`${year}-05-05T00:00:00Z`);
          const given = await Promise.all(asked.map(async ([nth, region]) => ({ nth, no: await processes[nth]!('S', region, at) })));
          expect(new Set(given.map(({ no }) => no)).size).toBe(asked.length);
          for (const each of [0, 1, 2]) {
            const mine = given.filter(({ nth }) => nth === each).map(({ no }) => readNumber(no)!.sequence);
            expect(mine).toEqual([...mine].sort((one, other) => one - other));
          }
        },
      ),
      { numRuns: 15 },
    ));

  it('一批导入领走的几千个号，别的租户也不会再领到', async () => {
    const at = new Date('2030-01-05T00:00:00Z');
    const many = process(office, 'import', 5_000);
    const [first, congress, second] = [await many('X', 'qinghe', at), await process(office, 'd')('X', 'qinghe-npc', at), await many('X', 'qinghe', at)];
    expect([first, congress, second].map((no) => readNumber(no)!.sequence)).toEqual([1, 5_001, 2]);
  });
});

describe('升级：以前各租户各有一个序列', () => {
  const MIGRATION = readFileSync(new URL('../../migrations/0039_numbers_of_a_place.sql', import.meta.url), 'utf8');
  const leased = (region: string, series: string, first: number, last: number) =>
    owner.sql.insertInto('numbers.block').values({ region, series, first, last, leased_to: '旧版', leased_at: now() }).execute();

  it('下一个号高于任何一个租户领过的，不论名录还是已有的号说明它用这个代码；别的代码、别的序列不受影响', async () => {
    await leased('qinghe', 'X-2031', 1, 50);
    await leased('qinghe', 'X-2031', 51, 100);
    await leased('qinghe-npc', 'X-2031', 1, 250);
    await leased('qinghe', 'X-2032', 1, 7);
    await leased('linshui', 'X-2031', 1, 40);
    await leased('old-zone', 'S-2031', 1, 900); // no organ is left of it, but a number
    const organ = {
      id: '00000000-0000-7000-8000-000000000001',
      version: 1,
      position: 1,
      name: '某',
      short_name: '某',
      type: 'department',
      level: 'county',
      valid_from: '2020-01-01',
    };
    for (const [region, division] of [
      ['qinghe', '990421000000'],
      ['qinghe-npc', '990421'],
      ['linshui', '990400'],
    ])
      await owner.sql
        .insertInto('directory.organ')
        .values({ ...organ, region, unit: `${region}/one`, division })
        .execute();
    const arrival = { id: organ.id, code_hmac: Buffer.from('x'), code_key: Buffer.from('x'), envelope: Buffer.from('x'), received_at: now(), channel: 'web' };
    const intake_no = writeNumber({ region6: '990421', kind: 'S', year: 2031, sequence: 880 });
    await owner.sql
      .insertInto('intake.arrival')
      .values({ ...arrival, region: 'old-zone', intake_no })
      .execute();

    await query(address('postgres'), MIGRATION);
    const number = process(office, 'new');
    const next = async (kind: 'S' | 'X', region: string, year: number) => readNumber(await number(kind, region, new Date(`${year}-05-05T00:00:00Z`)))!.sequence;
    expect(await next('X', 'qinghe', 2031)).toBe(251);
    expect(await next('X', 'qinghe-npc', 2031)).toBe(252);
    expect(await next('X', 'qinghe', 2032)).toBe(8);
    expect(await next('X', 'linshui', 2031)).toBe(41);
    expect(await next('S', 'qinghe', 2031)).toBe(901);
  });
});
