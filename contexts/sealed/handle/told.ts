import type { Kysely } from 'kysely';
import { dateInChina } from '#kernel/dates.ts';
import { sealedDatesPlace, type SealedDates } from '#kernel/sealed-dates.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import { sealTo } from '#platform/sealed-box.ts';
import { newestOf } from '../domain/clocks.ts';
import { standingTransfer, type SealedFile } from '../domain/file.ts';

/** What its petitioner is told of a file: days, sealed to their code. This side can write them and not even read them back. */
interface ToldTables {
  'transparency.sealed_dates': { region: string; code_hmac: Buffer; part: string; n: number; envelope: Buffer; at: Date };
}

export function tellDates(db: Kysely<any>, { region, id }: Subject, before: SealedFile, after: SealedFile, { n, at }: { n: number; at: Date }): Query[] {
  const dates = datesOf(after);
  const all = after.opening?.codes ?? [];
  const known = new Set(before.opening?.codes?.map(({ hmac }) => hmac));
  const moved = JSON.stringify(dates) !== JSON.stringify(datesOf(before));
  const codes = moved ? all : isEmpty(dates) ? [] : all.filter(({ hmac }) => !known.has(hmac)); // one that was given out anew shows what the one of before did
  if (codes.length === 0) return [];
  const rows = codes.map(({ hmac, key }) => ({
    region,
    code_hmac: Buffer.from(hmac, 'base64'),
    part: id,
    n,
    envelope: sealTo(Buffer.from(key, 'base64'), Buffer.from(JSON.stringify(dates)), sealedDatesPlace(region)),
    at,
  }));
  return [(db as Kysely<ToldTables>).insertInto('transparency.sealed_dates').values(rows)];
}

const isEmpty = ({ transferredOn, returnedOn, clocks }: SealedDates) => !transferredOn && !returnedOn && clocks.length === 0;

function datesOf(file: SealedFile): SealedDates {
  if (file.returnedAt) return { returnedOn: dateInChina(file.returnedAt), clocks: [] }; // from now on its page is that of the matter
  const transfer = standingTransfer(file);
  if (!transfer) return { clocks: [] }; // refused: nobody has signed for it, and nobody was told
  return {
    transferredOn: dateInChina(transfer.at),
    clocks: (['A35', 'B07', 'B08'] as const).flatMap((id) => {
      const reading = newestOf(file.clocks, id);
      return reading ? [{ id, dueOn: reading.legalOn, ...(reading.stoppedOn && { doneOn: reading.stoppedOn }) }] : [];
    }),
  };
}
