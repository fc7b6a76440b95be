import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../test/database.ts';
import type { Database } from './database.ts';
import { keysInMemory } from './keys-memory.ts';
import { blindIndexOf, longNumbersIn, namePlace } from './search-blind.ts';
import { createHider, holds, tokensOf } from './search-tokens.ts';

const keys = keysInMemory();
const hider = createHider(keys.search.current('qinghe'));

const TEXTS = [
  '清和县东关街道三里桥村梁家坡组七户村民反映，自来水早晚断水，已有两个月，电话13800001234。',
  '我是㛃桥小区3栋B2单元的业主，开发商逾期交房，G107国道旁的售楼处2025-06已关门。',
  '王小明等5人：拖欠工资38,600元，身份证990421199001011234，请求督促支付。',
  '村东头路灯不亮，夜里有老人摔倒；〇二四号杆最暗。',
  'The street lamp near No.12 Café is broken',
];

let db: Database;
beforeAll(async () => {
  const open = await cloneDatabase();
  db = open('postgres');
  await sql`create table public.text (id int, tokens tsvector)`.execute(db.sql);
  for (const [id, text] of TEXTS.entries()) await sql`insert into text values (${id}, ${hider.vector(text, '2026')}::tsvector)`.execute(db.sql);
});

async function find(words: string): Promise<number[]> {
  const query = hider.query(words, '2026');
  if (!query) return [];
  const { rows } = await sql<{ id: number }>`select id from text where tokens @@ ${query}::tsquery order by id`.execute(db.sql);
  return rows.map(({ id }) => id);
}

describe('the index', () => {
  it.each([
    ['断水', [0]],
    ['梁家坡', [0]],
    ['早晚断水', [0]],
    ['逾期交房', [1]],
    ['㛃桥', [1]],
    ['b2', [1]],
    ['Ｂ２单元', [1]],
    ['g107', [1]],
    ['3栋', [1]],
    ['王小明', [2]],
    ['拖欠 工资', [2]],
    ['路灯不亮', [3]],
    ['〇二四号', [3]],
    ['CAFÉ', [4]],
    ['村', []],
    ['断水 路灯', []],
    ['12', [4]],
  ])('finds %s', async (words, ids) => expect(await find(words)).toEqual(ids));

  it('finds every phrase of every text: recall 1', async () => {
    for (const [id, text] of TEXTS.entries()) {
      const phrases = text.match(/\p{Script=Han}{2,}/gu) ?? [];
      for (const phrase of phrases) {
        const characters = [...phrase];
        for (let from = 0; from < characters.length - 1; from += 1) {
          for (let to = from + 2; to <= characters.length; to += 1) {
            const part = characters.slice(from, to).join('');
            expect([part, await find(part)]).toEqual([part, expect.arrayContaining([id])]);
          }
        }
      }
    }
  });

  it('holds no word, no number, and nothing of another region', async () => {
    const { rows } = await sql<{ kept: string }>`select string_agg(tokens::text, ' ') as kept from text`.execute(db.sql);
    expect(rows[0]!.kept).toMatch(/^('[0-9a-f]{12}' ?)+$/);
    const other = createHider(keys.search.current('linshui'));
    expect(other.vector('断水', '2026')).not.toBe(hider.vector('断水', '2026'));
    expect(hider.vector('断水', '2025')).not.toBe(hider.vector('断水', '2026')); // nor how often it occurs in all the years
  });

  it('never takes in runs of six and more digits', () => {
    for (const long of ['13800001234', '990421199001011234', '１３８００００１２３４']) {
      expect([...tokensOf(`电话${long}。`)]).toEqual(['电话']);
      expect(hider.query(long, '2026')).toBeUndefined();
    }
    expect([...tokensOf('38600元')]).toEqual(['38600']);
  });

  it('is rechecked on the words: bigrams that stand apart are no phrase', () => {
    expect(holds('东村和村西都停水', '东村西')).toBe(false);
    expect(
      hider
        .query('东村西', '2026')!
        .split(' & ')
        .every((token) => hider.vector('东村和村西都停水', '2026').includes(token)),
    ).toBe(true);
    for (const words of ['断水', '自来水 断水', '七户']) expect(holds(TEXTS[0]!, words)).toBe(true);
    expect(holds(TEXTS[1]!, 'Ｂ２')).toBe(true);
    expect(holds(TEXTS[1]!, 'b')).toBe(true);
    expect(holds(TEXTS[0]!, '断水 路灯')).toBe(false);
  });

  const chinese = fc.array(fc.constantFrom(...'东西南北村水路灯人民㛃𬭚龘〇'), { minLength: 2, maxLength: 12 }).map((part) => part.join(''));
  const noise = fc.array(fc.constantFrom('，', ' ', 'a', '7', '\n', '水', '！', 'B2'), { maxLength: 6 }).map((part) => part.join(''));
  it('finds any phrase, whatever stands around it', () =>
    fc.assert(
      fc.property(chinese, noise, noise, (phrase, before, behind) => {
        const kept = new Set(hider.vector(before + phrase + behind, '2026').split(' '));
        expect(
          hider
            .query(phrase, '2026')!
            .split(' & ')
            .every((token) => kept.has(token)),
        ).toBe(true);
        expect(holds(before + phrase + behind, phrase)).toBe(true);
      }),
    ));
});

describe('the blind index', () => {
  const key = keys.blind.current('qinghe');
  const same = (kind: 'phone' | 'identity' | 'namePlace', one: string, other: string) => blindIndexOf(key, kind, one).equals(blindIndexOf(key, kind, other));

  it('meets equal values, however they were typed', () => {
    expect(same('phone', '138 0000-1234', '+86 13800001234')).toBe(true);
    expect(same('phone', '１３８００００１２３４', '13800001234')).toBe(true);
    expect(same('identity', '99042119900101123x', '990421 19900101 123X')).toBe(true);
    expect(same('namePlace', namePlace('阿依古丽·买买提', '梁家坡村 三组'), namePlace('阿依古丽买买提', '梁家坡村三组'))).toBe(true);
  });

  it('parts what differs, and what is of another kind or region', () => {
    expect(same('phone', '13800001234', '13800001235')).toBe(false);
    expect(blindIndexOf(key, 'identity', '13800001234').equals(blindIndexOf(key, 'phone', '13800001234'))).toBe(false);
    expect(blindIndexOf(keys.blind.current('linshui'), 'phone', '13800001234').equals(blindIndexOf(key, 'phone', '13800001234'))).toBe(false);
    expect(() => blindIndexOf(key, 'phone', '无')).toThrow('Nothing to index');
  });

  it('knows numbers in a text', () => {
    expect(longNumbersIn('电话138-0000-1234，身份证99042119900101123X，5户，2026年')).toEqual([
      { kind: 'phone', value: '13800001234' },
      { kind: 'identity', value: '99042119900101123X' },
    ]);
  });
});
