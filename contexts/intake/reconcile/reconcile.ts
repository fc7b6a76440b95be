import { addDays, dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Database } from '#platform/database.ts';
import { newId } from '#platform/numbers-id.ts';
import { findNobodys, type CaseworkDb } from '#contexts/casework/index.ts';
import { countDays, dropFound, emptyRest, firstDay, putAstray, type ReconcileDb } from './store.ts';

interface ReconcileNeeds {
  readonly db: Database; // role huiyin_office
  readonly now: () => Date;
  readonly directory: { current(): { readonly regions: readonly string[]; readonly organs: readonly { readonly unit: string }[] } };
}

const DAYS_BACK = 31; // as long as the portal's own copy of what was taken in is kept
const LATE = 8 * 86_400_000; // a draft carries the id of its arrival for up to seven days

/**
 * 对账: the days that are over, day by day and channel by channel (不变量 1), and the
 * open matters that lie with nobody. Done again it gives the same; what agrees by now
 * is no longer listed.
 */
export async function reconcile({ db, now, directory }: ReconcileNeeds, region: string): Promise<void> {
  const at = now();
  const today = dateInChina(at);
  const sql = db.sql as unknown as ReconcileDb;
  const { regions, organs } = directory.current();
  const recent = addDays(today, -DAYS_BACK);
  const first = await firstDay(sql, region);
  const from: PlainDate = first && first < recent ? first : recent;
  await countDays(sql, { region, from, today, since: newId(at.getTime() - LATE), at });
  await emptyRest(sql, { region, from, at });

  const own = organs.map(({ unit }) => unit).filter((unit) => unit.startsWith(`${region}/`));
  const nobodys = await findNobodys(db.sql as CaseworkDb, own, regions);
  await putAstray(
    sql,
    nobodys.map(({ id: subject, no, channel, receivedAt }) => ({
      region,
      kind: 'nobodys',
      subject,
      no,
      channel,
      day: dateInChina(receivedAt),
      found_at: at,
      seen_at: at,
    })),
  );
  await dropFound(sql, region, at);
}
