/**
 * When a term is over: the key of the subject is destroyed, and with it every
 * word, file and paper; actions, days and codes stay, and the
 * deletion is an action of its own (不变量 39). What a person asked to have
 * deleted goes the same way, as far as it need not be kept.
 */
import { loadMatter, type CaseworkNeeds } from '#contexts/casework/index.ts';
import { loadWork, type WorkNeeds } from '#contexts/coordination/index.ts';
import { forgetMarks, loadIntake, type IntakeNeeds } from '#contexts/intake/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { Subject } from '#kernel/subject.ts';
import { act } from '#platform/act.ts';
import type { Blobs } from '#platform/blobs.ts';
import type { Database, Query } from '#platform/database.ts';
import type { Recorded } from '#platform/history.ts';
import { findWordsOf, openRows } from '#platform/words.ts';
import { eraseDue, forgetKey, forgetWords } from '#platform/words-erasure.ts';
import { ERASED, type RetentionClass } from './domain/schedule.ts';
import { superseded } from './domain/superseded.ts';
import { findDue, findErased, markErased, putDue, type DueRow } from './store.ts';

export interface EraseNeeds {
  readonly staff: CaseworkNeeds & IntakeNeeds & WorkNeeds & { readonly blobs: Blobs }; // acts, in the office's role
  readonly worker: Database; // erases
}

/** @returns how many subjects were freed of personal data */
export async function eraseExpired(needs: EraseNeeds, region: string): Promise<number> {
  const now = needs.staff.now();
  const due = await findDue(needs.worker.sql, region, dateInChina(now));
  for (const row of due) await eraseOne(needs, row, now);
  return due.length;
}

async function eraseOne(needs: EraseNeeds, row: DueRow, now: Date): Promise<void> {
  const subject = { region: row.region, id: row.subject };
  const intake = row.kind === 'matter' ? await intakeOf(needs.staff, subject) : undefined;
  if (row.kind === 'asked') await eraseAsked(needs, subject, now);
  else if (row.kind === 'intake') await eraseIntake(needs, subject, row.class, now);
  else await eraseWhole(needs, subject, { name: row.class, now, spared: intake ? await blobsOf(needs.staff, intake) : [] }); // the letter's files go with the letter
  const letter = intake && (await isLastOf(needs, intake, subject)) ? intake : undefined;
  if (letter) await putDue(needs.worker.sql, { ...dueOf(row), subject: letter.id, kind: 'intake' }); // before its matter is marked: after a crash it is still due
  await markErased(needs.worker.sql, subject, now);
  if (!letter) return;
  await eraseIntake(needs, letter, row.class, now);
  await markErased(needs.worker.sql, letter, now);
}

const dueOf = ({ erased_at: _, ...due }: DueRow) => due;

interface Whole {
  readonly name: RetentionClass;
  readonly now: Date;
  readonly also?: readonly Query[];
  readonly spared?: readonly string[]; // files that somebody else still needs
}

async function eraseWhole({ staff, worker }: EraseNeeds, subject: Subject, { name, now, also = [], spared = [] }: Whole): Promise<void> {
  const files = await blobsOf(staff, subject);
  await record(staff, subject, { reason: 'retention', class: name }, now, [forgetKey(staff.db.sql, subject, 'retention', now), ...also]);
  while ((await eraseDue(worker.sql, subject.region, now)) > 0); // the words are gone before it is said that they are
  for (const file of files) if (!spared.includes(file)) await staff.blobs.delete(file);
}

/** With the last of its matters the letter goes too; until then its files are theirs. */
async function isLastOf({ staff, worker }: EraseNeeds, intake: Subject, matter: Subject): Promise<boolean> {
  const { matters, sealed } = (await loadIntake(staff, intake)).intake;
  const erased = await findErased(worker.sql, intake.region, matters);
  return !sealed && matters.every((id) => id === matter.id || erased.has(id));
}

/** A letter with the marks by which it is recognised, and its codes. */
function eraseIntake(needs: EraseNeeds, intake: Subject, name: RetentionClass, now: Date): Promise<void> {
  return eraseWhole(needs, intake, { name, now, also: forgetMarks(needs.staff.db.sql, intake, now) });
}

async function intakeOf(staff: EraseNeeds['staff'], matter: Subject): Promise<Subject> {
  return { region: matter.region, id: (await loadMatter(staff, matter)).matter.opening!.intake };
}

/** What a person asked for: what was replaced by a correction is not kept any longer. */
async function eraseAsked({ staff, worker }: EraseNeeds, request: Subject, now: Date): Promise<void> {
  const { work } = await loadWork(staff, request);
  const id = String(work.values.intake ?? '');
  if (!id || work.values.member) return; // a member's own name goes when they leave the roster; those of others are not theirs to delete
  const { intake } = await loadIntake(staff, { region: request.region, id });
  for (const matter of intake.matters) {
    const subject = { region: request.region, id: matter };
    const { past } = await loadMatter(staff, subject);
    const old: readonly Words[] = superseded(past);
    if (old.length === 0) continue;
    const ids = old.map((words) => words.id);
    await record(staff, subject, { reason: 'request', request: request.id, words: ids }, now, forgetWords(staff.db.sql, subject, ids, 'request', now));
  }
  while ((await eraseDue(worker.sql, request.region, now)) > 0);
}

function record(staff: EraseNeeds['staff'], subject: Subject, why: object, at: Date, writes: readonly Query[]) {
  const by = { person: '系统', unit: '系统' };
  const isDone = (past: readonly Recorded[]) => past.some((action) => action.type === ERASED && sameReason(action, why));
  return act(staff, [
    {
      subject,
      take: (past) => ({ stream: 'retention', actions: isDone(past) ? [] : [{ type: ERASED, ...why, by, at }], writes }),
    },
  ]);
}

const sameReason = (action: object, why: object) =>
  Object.entries(why).every(([name, value]) => JSON.stringify((action as Record<string, unknown>)[name]) === JSON.stringify(value));

/** Every file that a text of this subject opens. */
async function blobsOf({ db, keys }: Pick<EraseNeeds['staff'], 'db' | 'keys'>, subject: Subject): Promise<string[]> {
  const [rows = []] = await db.send(findWordsOf(db.sql, subject));
  const texts = [...openRows(keys, rows).values()];
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/"blob":"([0-9a-f-]{16,64})"/g)].map(([, name = '']) => name)))];
}
