import type { Kysely } from 'kysely';
import type { ToldCode } from '#kernel/sealed-dates.ts';
import type { Subject } from '#kernel/subject.ts';
import { act } from '#platform/act.ts';
import type { Actor } from '#platform/actor.ts';
import type { Query } from '#platform/database.ts';
import { takeNote } from '#platform/words.ts';
import { sealedStep, type Loaded, type SealedNeeds } from '../handle.ts';
import { findToldBy, type SealedDb } from '../store.ts';
import { SYSTEM } from '#kernel/system.ts';

/** Which code takes the place of which, for the ordinary side to enter: digests and a public key, and not of which file. This side cannot read it back. */
interface GivenTables {
  'intake.given_code': { region: string; code_hmac: Buffer; code_key: Buffer; replaces: Buffer[]; given_at: Date };
}

/**
 * A lost query code, given out anew by whoever may read the words and so can
 * tell the person: the ordinary desk may not know of a letter that was an
 * accusation altogether. Every file that told the old code tells the new one.
 *
 * @returns the code as it is read out, this once; it is kept nowhere
 */
export async function giveCode(needs: SealedNeeds, { subject, file, past }: Loaded, checked: string, actor: Actor, seen: number) {
  const { code, told } = needs.newCode(subject.region);
  const note = takeNote(checked);
  const done = { by: { person: actor.person, unit: actor.unit }, at: needs.now() };
  const from = [...new Set([...codesIn(past[0]), ...(file.opening?.codes ?? [])].map(({ hmac }) => hmac))];
  const others = from.length > 0 ? await findToldBy(needs.db.sql as SealedDb, subject.region, from) : [];
  const acts = await act(
    needs,
    [
      sealedStep(
        needs,
        subject,
        { type: 'giveCode', from, code: told, checked: note.words, ...done },
        { notes: [note], writes: [entered(needs, subject, from, told)] },
      ),
      ...others
        .filter(({ id }) => id !== subject.id) // of the same letter, about others: who gave the code out may not even see them
        .map((other) =>
          sealedStep(needs, other, ({ desk }) => ({ type: 'replaceCode', from, code: told, by: { person: SYSTEM, unit: desk ?? SYSTEM }, at: done.at })),
        ),
    ],
    { seen },
  );
  return { n: acts.findLast(({ subject: of }) => of.id === subject.id)?.n ?? seen, code };
}

const codesIn = (opened: object | undefined) => (opened as { codes?: readonly ToldCode[] } | undefined)?.codes ?? [];

function entered({ db, now }: SealedNeeds, { region }: Subject, from: readonly string[], { hmac, key }: ToldCode): Query {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const row = { region, code_hmac: bytes(hmac), code_key: bytes(key), replaces: from.map(bytes), given_at: now() };
  return (db.sql as unknown as Kysely<GivenTables>).insertInto('intake.given_code').values(row);
}
