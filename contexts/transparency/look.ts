import { keysOfCode } from '#contexts/intake/index.ts';
import { sealedDatesPlace, type SealedDates } from '#kernel/sealed-dates.ts';
import type { Database } from '#platform/database.ts';
import { newBoxKeys, openSealed, sealTo } from '#platform/sealed-box.ts';
import type { JoinPage } from './domain/group.ts';
import type { ProgressPage } from './domain/progress.ts';
import type { RefusedSaying } from './domain/refused.ts';
import { openProgress } from './publish.ts';
import { openRefusal } from './refuse.ts';
import type { Sites } from './sites.ts';
import { findProgress, findRefusals, findSealedDates } from './store.ts';

/** What a query code opens: where it belongs, and the page, if one is published already. */
export interface Seen {
  readonly region: string;
  readonly codeHmac: Buffer;
  readonly page?: ProgressPage;
  readonly sealedDates: readonly SealedDates[]; // of what was handed over: days, nothing else
  readonly refused: readonly RefusedSaying[]; // what the office could not do, the newest first
}

interface LookNeeds {
  readonly db: Database;
  readonly pepper: Buffer;
  readonly now: () => Date;
  readonly sites: () => Sites;
}

/** What a join code opens, by the same steps whether there is such a code or not. */
export async function lookJoin({ db, pepper, now, sites }: LookNeeds, code: string): Promise<{ region: string; codeHmac: Buffer; page?: JoinPage }> {
  const { home, byPrefix } = sites();
  const { region } = byPrefix.get(code.slice(0, 3)) ?? home;
  const { id: codeHmac, box } = keysOfCode(pepper, 'join', code);
  const envelope = await findProgress(db.sql, region, codeHmac, now());
  if (envelope) return { region, codeHmac, page: openProgress<JoinPage>(box, envelope, region) };
  openSealed(nothing, dummy, 'nothing');
  return { region, codeHmac };
}

const nothing = newBoxKeys();
const dummy = sealTo(nothing.publicKey, Buffer.alloc(2_000), 'nothing');

/**
 * Looks with a code. Unknown, expired and wrong take the same steps: derive,
 * three reads, one opening, so that neither the answer nor its time tells them apart.
 */
export async function look({ db, pepper, now, sites }: LookNeeds, code: string): Promise<Seen> {
  const { home, byPrefix } = sites();
  const { region } = byPrefix.get(code.slice(0, 3)) ?? home;
  const { id: codeHmac, box } = keysOfCode(pepper, 'query', code);
  const [envelope, rows, days] = await Promise.all([
    findProgress(db.sql, region, codeHmac, now()),
    findRefusals(db.sql, region, codeHmac, now()),
    findSealedDates(db.sql, region, codeHmac),
  ]);
  const refused = rows.map((row) => openRefusal(box, row));
  const sealedDates = days.map((each) => JSON.parse(openSealed(box, each, sealedDatesPlace(region)).toString()) as SealedDates);
  if (envelope) return { region, codeHmac, refused, sealedDates, page: openProgress(box, envelope, region) };
  openSealed(nothing, dummy, 'nothing');
  return { region, codeHmac, refused, sealedDates };
}
