import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { actOnMatters, loadMatters, matterStep, type MatterCommand } from '#contexts/casework/index.ts';
import { hiders, indexOfLoaded, putTexts, textRows, type InsightDb } from '#contexts/insight/index.ts';
import { findBreak } from '#platform/chain.ts';
import type { Database } from '#platform/database.ts';
import { isProvenBy, openKey, takeNote } from '#platform/words.ts';
import { unseal } from '#platform/keys.ts';
import { arrivalNeeds, keys, letter } from '../../../test/arrivals.ts';
import { cloneDatabase } from '../../../test/database.ts';
import { at, by, claim, suggestion, UNITS } from '../../../test/stories.ts';
import type { IntakeNeeds } from '../handle.ts';
import { registerIntake, type Arrived, type Registered } from '../handle/register.ts';
import type { Part } from '../handle/matters.ts';
import { openLoader } from './loader.ts';

const [registered, loaded] = [await cloneDatabase(), await cloneDatabase()];
const clock = { now: at('2026-07-21', '09:42') };
const hiderOf = hiders(keys.search);
const now = () => clock.now;
const actNeeds = arrivalNeeds(registered(), now);
const loader = openLoader(arrivalNeeds(loaded(), now), indexOfLoaded(loaded('huiyin_worker'), keys.search));

/** What came, into how many matters it went, and how far the first of them has come. */
const words = fc.string({ unit: fc.constantFrom(...'屋面漏水欠薪路灯噪音补偿的了在老街3栋，。\n"\\\'𬭚é😀'), minLength: 2, maxLength: 80 });
const parts = fc.array(
  fc.record({ title: words, text: words, claims: fc.array(words, { minLength: 1, maxLength: 3 }), classify: fc.constantFrom(undefined, claim, suggestion) }),
  { maxLength: 3 },
);
const life = fc.record({
  title: words,
  text: words,
  claims: fc.array(words, { maxLength: 2 }),
  anonymous: fc.boolean(),
  channel: fc.constantFrom('letter', 'visit', 'web'),
  day: fc.integer({ min: 1, max: 21 }),
  phone: fc.option(fc.constantFrom('13900001234', '0000-622 0111'), { nil: undefined }),
  external: fc.option(fc.uuid(), { nil: undefined }),
  place: fc.option(words, { nil: undefined }),
  parts,
  later: fc.boolean(),
});
type Life = typeof life extends fc.Arbitrary<infer Value> ? Value : never;

describe('成批装入', () => {
  it('装入的与登记的，每张表每一列都一样，只有随机的编号和密文不同', async () => {
    await fc.assert(
      fc.asyncProperty(life, async (one) => {
        const act = await live(actNeeds, one);
        const bulk = await loader.life((needs) => live(needs, one));
        await loader.send();
        await indexByActs(act);
        expect(await rowsOf(loaded('postgres'), bulk)).toEqual(await rowsOf(registered('postgres'), act));
      }),
      { numRuns: process.env['HUIYIN_LONG'] ? 500 : 40 },
    );
  });

  it('装入失败的一件什么也不留下，其余照常', async () => {
    const fine = await loader.life((needs) => live(needs, { ...plain, external: 'a' }));
    const broken = loader.life(async (needs) => {
      await live(needs, { ...plain, external: 'b' });
      throw new Error('halfway');
    });
    await expect(broken).rejects.toThrow('halfway');
    expect(loader.waiting()).toBe(1);
    await loader.send();
    const { rows } = await sql<{ external_id: string }>`select external_id from intake.external where external_id in ('a', 'b')`.execute(loaded().sql);
    expect(rows).toEqual([{ external_id: 'a' }]);
    expect((await rowsOf(loaded('postgres'), fine))['history.action']).not.toHaveLength(0);
  });

  it('批中有一件已经登记过，整批不写，交给逐件登记去认', async () => {
    await loader.life((needs) => live(needs, { ...plain, external: 'c' }));
    await loader.send();
    await loader.life((needs) => live(needs, { ...plain, external: 'c' }));
    await loader.life((needs) => live(needs, { ...plain, external: 'd' }));
    await expect(loader.send()).rejects.toMatchObject({ code: '23505', table: 'external' });
    const { rows } = await sql`select from intake.external where external_id = 'd'`.execute(loaded().sql);
    expect(rows).toEqual([]);
  });
});

const plain: Life = {
  title: '路灯不亮',
  text: '路灯坏了',
  claims: [],
  anonymous: true,
  channel: 'letter',
  day: 1,
  phone: undefined,
  external: undefined,
  place: undefined,
  parts: [],
  later: false,
};

/** The same life by whatever database `needs` has: it came, was divided, and one matter went on to its handling. */
async function live(needs: IntakeNeeds, { day, phone, external, place, parts: list, later, channel, ...rest }: Life): Promise<Registered> {
  clock.now = at('2026-07-21', '09:42');
  const arrived: Arrived = letter({
    ...rest,
    channel: channel as Arrived['channel'],
    receivedAt: at(`2026-07-${String(day).padStart(2, '0')}`, '08:00'),
    parties: rest.anonymous ? [] : [{ role: 'principal', name: '张𬭚', ...(phone && { phone }), address: '翠屏小区3号楼' }],
    ...(external && { external: { source: 'old', id: external } }),
    ...(place && { place }),
  });
  const done = await registerIntake(needs, 'qinghe', arrived, {
    by: { person: '系统', unit: UNITS.petition },
    parts: list.map(({ classify, ...part }): Part => ({ ...part, ...(classify && { classify }) })),
  });
  const [first] = done.matters;
  if (!later || !first || list[0]?.classify !== claim) return done;

  clock.now = at('2026-08-05');
  const card = takeNote('李兰，科长');
  const commands: MatterCommand[] = [
    { type: 'refer', to: UNITS.housing, ...by(UNITS.petition, '2026-07-24') },
    { type: 'accept', route: 'petitionProcedure', ...by(UNITS.housing, '2026-08-03') },
    { type: 'startHandling', handler: { person: '李兰', card: card.words }, ...by(UNITS.housing, '2026-08-04') },
  ];
  await actOnMatters(
    needs,
    commands.map((command, index) => matterStep(needs, first, command, { notes: index === 2 ? [card] : [] })),
    [first],
  );
  return done;
}

async function indexByActs({ matters }: Registered): Promise<void> {
  await putTexts(
    registered('huiyin_worker').sql as InsightDb,
    matters,
    (await loadMatters(actNeeds, matters)).flatMap((loaded) => textRows(loaded, hiderOf)),
  );
}

const TABLES: Readonly<Record<string, string>> = {
  'history.head': 'subject',
  'history.action': 'subject',
  'history.outbox': 'subject',
  'words.key': 'subject',
  'words.text': 'subject',
  'casework.matter': 'subject',
  'casework.box': 'subject',
  'casework.running': 'subject',
  'intake.intake': 'subject',
  'intake.external': 'subject',
  'intake.same_text': 'subject',
  'intake.blind': 'subject',
  'intake.code': 'intake',
  'evaluation.rating': 'subject',
  'insight.text': 'subject',
};

/** Every row of an intake and its matters, with what must differ made plain: ids by name, sealed texts opened, proofs checked. */
async function rowsOf(db: Database, { intake, matters, no }: Registered): Promise<Record<string, readonly unknown[]>> {
  const subjects = [intake, ...matters];
  const names = new Map<string, string>([
    [no, '收件号'],
    ...subjects.map(({ id }, index) => [id, `对象${index}`] as const),
    ...matters.map((matter, index) => [matter.no, `编号${index}`] as const),
  ]);
  const found: Record<string, any[]> = {};
  for (const [table, column] of Object.entries(TABLES)) {
    found[table] = (await sql`select * from ${sql.table(table)} where ${sql.ref(column)} = any(${subjects.map(({ id }) => id)}::uuid[])`.execute(db.sql)).rows;
  }
  const texts = open(found['words.key']!, found['words.text']!);
  for (const { id } of subjects) expect(findBreak(found['history.action']!.filter(({ subject }) => subject === id).sort((a, b) => a.n - b.n))).toBeUndefined();

  const plainly = (value: unknown): unknown => {
    if (Buffer.isBuffer(value)) return value.toString('hex');
    if (value instanceof Date) return value.toISOString();
    if (Array.isArray(value)) return value.map(plainly);
    if (typeof value === 'string') return names.get(value) ?? texts.get(value)?.slice(32) ?? value;
    if (value === null || typeof value !== 'object') return value;
    const { id, hash } = value as { id?: string; hash?: string };
    if (id && hash) expect(isProvenBy(texts.get(id)!, { id, hash })).toBe(true);
    return Object.fromEntries(Object.entries(value).flatMap(([key, part]) => (id && key === 'hash' ? [] : [[key, plainly(part)]])));
  };
  return Object.fromEntries(
    Object.entries(found).map(([table, rows]) => [
      table,
      rows
        .map((row) => plainly(without(table, row)))
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
}

/** Chance alone made these; what they open or chain has been looked at. */
const CHANCE: Readonly<Record<string, readonly string[]>> = {
  'history.head': ['hash'],
  'history.action': ['hash'],
  'words.key': ['wrapped'],
  'words.text': ['envelope'],
  'intake.code': ['code_hmac', 'code_key'],
};

function without(table: string, row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, CHANCE[table]?.includes(column) ? (value as Buffer).length : value]));
}

function open(keyRows: readonly any[], rows: readonly any[]): Map<string, string> {
  const wrapped = new Map(keyRows.map((row) => [row.subject, row.wrapped]));
  return new Map(
    rows.map(({ id, region, subject, envelope }) => [id, unseal(openKey(keys.regions, region, subject, wrapped.get(subject)), envelope, subject).toString()]),
  );
}
