import { randomUUID } from 'node:crypto';
import type { Blobs } from '#platform/blobs.ts';
import { BEGIN, COMMIT, type Database, type Query } from '#platform/database.ts';
import { seal, unseal, type Key } from '#platform/keys.ts';
import { keysOfCode, newQueryCode, newResumeCode } from './code.ts';
import type { Answers } from './domain/answers.ts';
import type { Draft } from './domain/filing.ts';
import { deleteDraft, expiredDrafts, findDraft, insertDraft, lockDraft, updateDraft } from './store.ts';

export const DRAFT_DAYS = 7;
const DAY = 86_400_000;

export interface DraftNeeds {
  readonly db: Database;
  readonly pepper: Buffer;
  readonly now: () => Date;
}

/** A draft that somebody has opened with its resume code. */
export interface OpenDraft {
  readonly resumeCode: string;
  readonly region: string;
  readonly id: Buffer;
  readonly draft: Draft;
  readonly expiresAt: Date;
}

export async function startDraft({ db, pepper, now }: DraftNeeds, region: string, prefix: string, answers: Answers = {}): Promise<OpenDraft> {
  const resumeCode = newResumeCode();
  const { id, key } = lookup(pepper, resumeCode);
  const at = now();
  const draft: Draft = { arrival: randomUUID(), code: newQueryCode(prefix), startedAt: at.toISOString(), answers, files: [] };
  const expiresAt = new Date(at.getTime() + DRAFT_DAYS * DAY);
  await insertDraft(db.sql, { region, id, envelope: close(key, draft, region), expires_at: expiresAt }).execute();
  return { resumeCode, region, id, draft, expiresAt };
}

/** Nothing for a code that is wrong, expired, or from elsewhere: nobody learns which. */
export async function openDraft({ db, pepper, now }: DraftNeeds, region: string, resumeCode: string): Promise<OpenDraft | undefined> {
  const { id, key } = lookup(pepper, resumeCode);
  const row = await findDraft(db.sql, region, id, now()).executeTakeFirst();
  return row && { resumeCode, region, id, draft: open(key, row.envelope, region), expiresAt: row.expires_at };
}

/**
 * Changes a draft as it is now, whoever saved it last; `also` is written with
 * it or not at all. One that was handed in does not change any more.
 */
export async function changeDraft(
  { db, pepper, now }: DraftNeeds,
  { region, id, resumeCode }: Pick<OpenDraft, 'region' | 'id' | 'resumeCode'>,
  change: (draft: Draft) => { readonly draft: Draft; readonly also?: readonly Query[] },
): Promise<Draft | undefined> {
  const { key } = lookup(pepper, resumeCode);
  return db.transact(async (send) => {
    const [, rows = []] = await send(BEGIN, lockDraft(db.sql, region, id, now()));
    const [row] = rows;
    const before = row && open(key, row.envelope, region);
    if (!before || before.submitted) {
      await send(COMMIT);
      return before;
    }
    const { draft, also = [] } = change(before);
    await send(...also, updateDraft(db.sql, region, id, close(key, draft, region)), COMMIT);
    return draft;
  });
}

/** What is left of a draft that was handed in: where its receipt is, and none of its words. */
export const closed = (draft: Draft): Draft => ({ ...draft, answers: {}, files: [], submitted: true });

/** Seven days are over: the files first, so that no crash leaves one that nobody knows of. */
export async function sweepDrafts({ db, now, blobs }: Pick<DraftNeeds, 'db' | 'now'> & { readonly blobs: Blobs }, region: string): Promise<number> {
  const expired = await expiredDrafts(db.sql, region, now());
  for (const { id, files } of expired) {
    for (const file of files) await blobs.delete(file);
    await deleteDraft(db.sql, region, id);
  }
  return expired.length;
}

function lookup(pepper: Buffer, resumeCode: string): { id: Buffer; key: Key } {
  const { id, box } = keysOfCode(pepper, 'resume', resumeCode);
  return { id, key: { id: 0, secret: box.privateKey } };
}

const close = (key: Key, draft: Draft, region: string) => seal(key, Buffer.from(JSON.stringify(draft)), `${region} draft`);
const open = (key: Key, envelope: Buffer, region: string): Draft => JSON.parse(unseal(key, envelope, `${region} draft`).toString());
