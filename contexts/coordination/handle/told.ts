/** A piece of work as its papers tell it: words opened, units by name, days as the clocks count them now. */
import { CLOCKS, isClockId } from '#kernel/clocks/index.ts';
import type { Reading } from '#kernel/clocks/reading.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { replay } from '#kernel/decider.ts';
import type { Subject } from '#kernel/subject.ts';
import { workClocks, type CountedWork } from '#kernel/work/clocks.ts';
import { evolve, NO_WORK } from '#kernel/work/decide.ts';
import { isWords, textOfValue, type Work, type WorkValue } from '#kernel/work/kind.ts';
import type { Told, ToldDay, WorkTold } from '#kernel/work/paper.ts';
import { loadHistory, toAction, type Recorded } from '#platform/history.ts';
import { papersOf } from '#contexts/documents/index.ts';
import { findWordsOf, openRows, saidIn, type Note, type SealedText } from '#platform/words.ts';
import { placesIn, type WorkNeeds } from './needs.ts';

/** What stays the same whichever past the paper is told from: its words, its figures, the work that it rests on. */
export interface ToldFrom {
  readonly texts: ReadonlyMap<string, string>;
  readonly known: Readonly<Record<string, string>>;
  readonly referred?: Told | undefined;
}

export const STREAM = 'work';
export const ofWork = (past: readonly Recorded[]) => past.filter(({ stream }) => stream === STREAM) as unknown as readonly CountedWork[];
export const workOf = (past: readonly Recorded[]): Work => replay({ initial: NO_WORK, evolve }, ofWork(past));

/** Every text of the work that may still be read; `notes` are those that are about to be kept. */
export async function textsOf({ db, keys }: WorkNeeds, subject: Subject, notes: readonly Note[] = []): Promise<ReadonlyMap<string, string>> {
  const [rows = []] = await db.send(findWordsOf(db.sql, subject));
  return new Map([...openRows(keys, rows as readonly SealedText[]), ...notes.map((note) => [note.words.id, saidIn(note)] as const)]);
}

/** The work that a value points to: 'qinghe/<id>#decision/2'. */
export async function referredBy(needs: WorkNeeds, work: Work): Promise<Told | undefined> {
  const [, region, id] = /^([a-z0-9-]+)\/([0-9a-f-]{36})#/.exec(textOfValue(work.values.decision)) ?? [];
  if (!region || !id) return undefined;
  const past = (await loadHistory(needs.db.sql, [{ region, id }]).execute()).map(toAction);
  const other = workOf(past);
  const texts = await textsOf(needs, { region, id });
  const numbers = Object.values(papersOf(past).all).flatMap(({ code, number, stage }) => (number && stage !== 'voided' ? [[code, number] as const] : []));
  return { work: other, numbers: Object.fromEntries(numbers), text: textIn(texts) };
}

export function toldOf(needs: WorkNeeds, past: readonly Recorded[], unit: string, person: string, from: ToldFrom): WorkTold {
  const work = workOf(past);
  const directory = needs.directory.current();
  return {
    work,
    unit,
    person: directory.personOf(person),
    places: { ...placesIn(directory), phoneOf: (of) => directory.findOrgan(of)?.phones[0] },
    known: from.known,
    referred: from.referred,
    text: textIn(from.texts),
    clock: (id) => (isClockId(id) ? CLOCKS[id].name : id),
    due: (id) => dueOf(needs, ofWork(past), work, id),
  };
}

const textIn = (texts: ReadonlyMap<string, string>) => (value: WorkValue | undefined) =>
  isWords(value) ? (texts.get(value.id) ?? '') : value === undefined ? '' : String(value);

function dueOf({ workKinds, lawOf }: WorkNeeds, actions: readonly CountedWork[], work: Work, id: ClockId): ToldDay | undefined {
  const kind = workKinds[work.kind];
  const readings: readonly Reading[] = kind ? Object.values(workClocks(kind, actions, lawOf(work.pack))) : [];
  const found = readings.findLast(({ clock }) => clock === id);
  return found && { on: found.legalOn, rolled: found.legalOn !== found.targetOn, provisional: found.provisional };
}
