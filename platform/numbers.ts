import { sql, type Kysely } from 'kysely';

/**
 * Numbers that are unique and rise, and may have gaps: each process leases a
 * block and gives them out itself. A series belongs to a *place*, which is what
 * the number begins with: all tenants that print the same code draw from one.
 */
export interface Numbers {
  /** The next of a series, such as 'S-2026'. A trip to the database once in a block. */
  next(place: string, series: string): Promise<number>;
  /** Many at once, for a bulk import: consecutive, from the number given. */
  take(place: string, series: string, count: number): Promise<number>;
}

export interface NumberSettings {
  readonly leasedTo: string; // 'office 4711'
  readonly now: () => Date;
  readonly block?: number;
}

interface Block {
  next: number;
  readonly last: number;
  readonly size: number;
  readonly leasedAt: number;
}

/** Whoever uses a block up within a minute leases twice as many the next time, up to eight blocks: what a restart loses stays in proportion. */
const QUICK = 60_000;
const MOST = 8;

export function openNumbers(db: Kysely<any>, { leasedTo, now, block = 50 }: NumberSettings): Numbers {
  const blocks = new Map<string, Promise<Block>>();

  async function lease(place: string, series: string, size: number): Promise<Block> {
    for (;;) {
      // Two who look at once want the same block: the key gives it to one, the other looks again.
      const { rows } = await sql<{ first: string; last: string }>`
        insert into numbers.block (region, series, first, last, leased_to, leased_at)
        select ${place}::text, ${series}::text, coalesce(max(last), 0) + 1, coalesce(max(last), 0) + ${size}::bigint, ${leasedTo}::text, ${now()}::timestamptz
        from numbers.block where region = ${place} and series = ${series} and first >= coalesce(
          (select max(first) from numbers.block where region = ${place} and series = ${series}), 0)
        on conflict (region, series, first) do nothing
        returning first, last`.execute(db);
      const [row] = rows;
      if (row) return { next: Number(row.first), last: Number(row.last), size, leasedAt: now().getTime() };
    }
  }

  return {
    async next(place, series) {
      const name = `${place} ${series}`;
      for (let size = block; ; ) {
        const leased = blocks.get(name) ?? lease(place, series, size);
        blocks.set(name, leased);
        const mine = await leased.catch((error) => {
          blocks.delete(name); // the next call tries anew
          throw error;
        });
        if (mine.next <= mine.last) return mine.next++;
        if (blocks.get(name) === leased) blocks.delete(name);
        if (now().getTime() - mine.leasedAt < QUICK) size = Math.min(mine.size * 2, block * MOST);
      }
    },
    take: async (place, series, count) => (await lease(place, series, count)).next,
  };
}
