import { createHash } from 'node:crypto';
import { Refusal } from '#kernel/refusal.ts';
import type { Actor } from '#platform/actor.ts';
import type { Blobs } from '#platform/blobs.ts';
import { chance } from '#platform/chance.ts';
import type { Database } from '#platform/database.ts';
import { seal, unseal, type Key } from '#platform/keys.ts';
import type { KeptFile } from './portal/domain/filing.ts';
import { deleteUpload, expiredUploads, insertUpload, giveBackUploads, lendUploads, type UploadDb } from './store-uploads.ts';

/**
 * A ticket names a file that an official has sent up and will use in an act a
 * little later. It stands in the database, so that a new start of the program
 * asks nobody to choose the file again; what stands there opens with the ticket
 * alone, which only the official's browser has.
 */
export interface TicketNeeds {
  readonly db: Database;
  readonly blobs: Blobs;
  readonly now: () => Date;
}

const HOURS = 12; // a working day

export async function keepTicket({ db, blobs, now }: TicketNeeds, { region, person }: Actor, file: KeptFile): Promise<string> {
  const ticket = chance(24).toString('hex');
  const { id, key } = opened(ticket);
  const envelope = seal(key, Buffer.from(JSON.stringify({ person, file } satisfies Kept)), place(region));
  const expires_at = new Date(now().getTime() + HOURS * 3_600_000);
  try {
    await insertUpload(db.sql as UploadDb, { region, id, envelope, blob: file.blob, uses: 0, expires_at }).execute();
  } catch (error) {
    await blobs.delete(file.blob).catch(() => {}); // at worst it lies there, and opens for nobody
    throw error;
  }
  return ticket;
}

/** The files behind tickets, in the order asked. */
export type TakeFiles = (tickets: readonly string[]) => KeptFile[];

/**
 * Does something with the files of these tickets. From before it until after it
 * their contents are kept, so that no crash leaves an act without its file; what
 * was refused gives them back, and the same tickets serve once more.
 *
 * @throws Refusal when a file is not there any more: the person chooses it again, the rest stays typed
 */
export async function withFiles<Done>(
  { db, now }: Pick<TicketNeeds, 'db' | 'now'>,
  { region, person }: Actor,
  tickets: readonly string[],
  use: (take: TakeFiles) => Promise<Done>,
): Promise<Done> {
  if (tickets.length === 0) return use(() => []);
  const asked = new Map([...new Set(tickets)].map((ticket) => [ticket, opened(ticket)]));
  const ids = [...asked.values()].map(({ id }) => id);
  const rows = await lendUploads(db.sql as UploadDb, region, ids, now()).execute();
  try {
    const files = new Map(
      [...asked].map(([ticket, { id, key }]) => {
        const row = rows.find((one) => one.id.equals(id));
        const kept = row && (JSON.parse(unseal(key, row.envelope, place(region)).toString()) as Kept);
        if (kept?.person !== person) throw new Refusal('Invalid', '有一个附件已经过期，请重新选择这个文件；其他内容都还在。');
        return [ticket, kept.file];
      }),
    );
    return await use((named) => named.map((ticket) => files.get(ticket)!));
  } catch (error) {
    // Only a refusal is known to have done nothing; after anything else the act may be there, and its file with it.
    if (error instanceof Refusal && rows.length > 0)
      await giveBackUploads(
        db.sql as UploadDb,
        region,
        rows.map(({ id }) => id),
      ).execute();
    throw error;
  }
}

/** What nobody used goes after its day, with its content; of what was used only the ticket goes. */
export async function sweepUploads({ db, blobs, now }: TicketNeeds, region: string, limit = 200): Promise<number> {
  const over = await expiredUploads(db.sql as UploadDb, region, now(), limit);
  for (const { id, blob, uses } of over) {
    if (uses === 0) await blobs.delete(blob);
    await deleteUpload(db.sql as UploadDb, region, id);
  }
  return over.length;
}

interface Kept {
  readonly person: string;
  readonly file: KeptFile;
}

/** The row is found by one digest of the ticket and opened by another: the row tells neither. */
function opened(ticket: string): { id: Buffer; key: Key } {
  const digest = (of: string) => createHash('sha256').update(`huiyin upload ${of} ${ticket}`).digest();
  return { id: digest('id'), key: { id: 0, secret: digest('key') } };
}

const place = (region: string) => `${region} upload`;
