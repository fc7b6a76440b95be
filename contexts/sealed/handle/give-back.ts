import type { Kysely } from 'kysely';
import type { Done } from '#kernel/decider.ts';
import { returnedPlace, type ReturnedPart } from '#kernel/sealed-dates.ts';
import type { Query } from '#platform/database.ts';
import { newId } from '#platform/numbers-id.ts';
import { sealTo } from '#platform/sealed-box.ts';
import { readWords, takeNote } from '#platform/words.ts';
import { handleSealed, type Loaded, type SealedNeeds } from '../handle.ts';

/** What accuses nobody, closed with the office's key; a moment later the ordinary side has made a matter of it, and the line is gone. This side cannot read it back. */
interface ReturnedTables {
  'intake.returned': { region: string; id: string; envelope: Buffer; returned_at: Date };
}

/**
 * Back to the desk that received it, in the act that says so: its words open
 * nowhere but in the office. Attachments go along where this was the whole
 * letter; of a divided one they may say what another part accuses somebody of.
 */
export async function giveBack(needs: SealedNeeds, { subject, file }: Loaded, reason: string, done: Done, seen: number): Promise<number> {
  const note = takeNote(reason);
  const part = await partOf(needs, subject.region, file);
  return handleSealed(needs, subject, { type: 'giveBack', reason: note.words, ...done }, seen, [note], part ? [returned(needs, subject.region, part)] : []);
}

async function partOf({ db, keys }: SealedNeeds, region: string, { opening }: Loaded['file']): Promise<ReturnedPart | undefined> {
  if (!opening?.intake) return undefined; // the decider says what to do instead
  const { title, text, parties, files, original, unitReceipt } = opening;
  const wanted = [title, text, parties, ...(files && !original ? [files] : [])];
  const texts = await readWords(
    db.sql,
    keys,
    wanted.map(({ id }) => ({ region, id })),
  );
  const told = ({ id }: { readonly id: string }) => texts.get(id) ?? '';
  const rest = { ...(files && !original && { files: told(files) }), ...(unitReceipt && { unitReceipt }) };
  return { intake: opening.intake, title: told(title), text: told(text), parties: told(parties), ...rest };
}

function returned({ db, officeBoxes, now }: SealedNeeds, region: string, part: ReturnedPart): Query {
  const at = now();
  const id = newId(at.getTime());
  const { id: key, secret } = officeBoxes.current(region);
  const envelope = Buffer.concat([Buffer.from([key]), sealTo(secret, Buffer.from(JSON.stringify(part)), returnedPlace(region, id))]);
  return (db.sql as unknown as Kysely<ReturnedTables>).insertInto('intake.returned').values({ region, id, envelope, returned_at: at });
}
