import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import { act } from '#platform/act.ts';
import { takeNote, type Note } from '#platform/words.ts';
import type { Opening } from '../domain/actions.ts';
import { firstDeskFor } from '../domain/recipient.ts';
import { placesOf, sealedStep, type SealedNeeds } from '../handle.ts';
import { findWaiting, markTaken, type SealedDb } from '../store.ts';
import { followCode } from './follow-code.ts';
import { openArrived, type Accusation } from './seal-away.ts';
import { SYSTEM } from '#kernel/system.ts';

/**
 * Takes what lies in the inbox into the sealed line's own history, each file in
 * an act of its own. One that does not open stays where it is and stops no other
 * accusation.
 *
 * @returns how many were taken
 */
export async function takeInbox(needs: SealedNeeds, failed: (error: unknown) => void, limit = 50): Promise<number> {
  const waiting = await findWaiting(needs.db.sql as SealedDb, limit);
  const stuck = new Set<string>(); // what follows a code waits for what was put in before it
  let taken = 0;
  for (const { region, id, envelope, received_at } of waiting) {
    try {
      if (!envelope) continue;
      const arrived = openArrived(needs.boxes, { region, id }, envelope);
      if (arrived.replaced && stuck.has(region)) continue;
      if (arrived.replaced) await followCode(needs, { region, id }, arrived.replaced);
      else await take(needs, { region, id }, arrived, received_at);
      taken += 1;
    } catch (error) {
      stuck.add(region);
      if (!isDoneByAnother(error)) failed(error);
    }
  }
  return taken;
}

async function take(needs: SealedNeeds, subject: Subject, accusation: Accusation, at: Date): Promise<void> {
  const notes: Note[] = [];
  const keep = (text: string) => {
    const note = takeNote(text);
    notes.push(note);
    return note.words;
  };
  const { intake, code, unit, receivedAt, channel, title, text, original, parties, files, contactKnown, pack, level, unitReceipt, codes = [] } = accusation;
  const directory = needs.directory.current();
  const desk = firstDeskFor(unit, placesOf(needs));
  const opening: Opening = {
    code,
    intake,
    desk,
    receivedAt,
    channel: channel as Opening['channel'],
    isPetitionDept: directory.isPetitionDept(unit),
    level,
    pack,
    contactKnown,
    realName: contactKnown && partiesIn(parties).some(({ name }) => name),
    title: keep(title),
    text: keep(text),
    parties: keep(parties),
    ...(original && original !== text && { original: keep(original) }),
    ...(files && { files: keep(files) }),
    ...(unitReceipt && { unitReceipt }),
    ...(codes.length > 0 && { codes }),
  };
  const writes = [markTaken(needs.db.sql as SealedDb, subject, needs.now())];
  await act(needs, [sealedStep(needs, subject, { type: 'open', opening, by: { person: SYSTEM, unit: desk }, at }, { notes, writes, isNew: true })]);
}

/** Two sealed processes may look at once: the key of the head lets one through, and that is enough. */
const isDoneByAnother = (error: unknown) => error instanceof Refusal && error.code === 'Stale';

export interface Party {
  readonly role: string;
  readonly name: string;
  readonly phone?: string;
  readonly address?: string;
  readonly note?: string;
}

export function partiesIn(text: string): readonly Party[] {
  return text.startsWith('[') ? (JSON.parse(text) as Party[]) : [];
}
