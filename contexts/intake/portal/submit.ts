import { createHash } from 'node:crypto';
import { Refusal } from '#kernel/refusal.ts';
import type { Query } from '#platform/database.ts';
import { openSealed, sealTo } from '#platform/sealed-box.ts';
import { closeFor } from './box.ts';
import { keysOfCode, showCode } from './code.ts';
import { toFiling, type Draft, type Filing, type Proof, type Receipt } from './domain/filing.ts';
import { firstOpen } from './domain/steps.ts';
import { changeDraft, closed, type OpenDraft } from './drafts.ts';
import type { FilingNeeds } from './needs.ts';
import { firstPromise } from './promise.ts';
import { dropDraftFile, findReceipt, insertArrival, insertReceipt } from './store.ts';

const RECEIPT_YEARS = 2; // 来件未成事项的保存两年；成了事项的，进度另行公开

/** What lies in the envelope of an arrival. */
export interface ArrivalLetter {
  readonly intakeNo: string;
  readonly receivedAt: string;
  readonly filing: Filing;
  readonly proof: Proof;
}

/**
 * Hands a draft in: one transaction, and the answer only after its commit, so
 * that whatever was acknowledged is there. The draft has carried the arrival's
 * id and code from its beginning, so a second time finds the first.
 */
export async function submit(needs: FilingNeeds, open: OpenDraft, language: string): Promise<Receipt> {
  const { region } = open;
  if (!open.draft.submitted) {
    const at = needs.now();
    const intakeNo = await needs.intakeNo(region, at);
    await changeDraft(needs, open, (draft) => {
      if (firstOpen(draft.answers)) return { draft }; // changed in another window meanwhile: the review says what is missing
      return { draft: closed(draft), also: registration(needs, { open, draft, at, intakeNo, language }) };
    });
  }
  const receipt = await findReceiptOf(needs, region, open.draft.code);
  if (!receipt) throw new Refusal('Stale', '有一项在另一个窗口里改过，还没有填完。您写的都在，请核对后再提交。');
  return receipt;
}

interface Registration {
  readonly open: OpenDraft;
  readonly draft: Draft;
  readonly at: Date;
  readonly intakeNo: string;
  readonly language: string;
}

/** The rows: the sealed letter for the office, the receipt for the petitioner, the files now theirs. */
function registration(needs: FilingNeeds, { open, draft, at, intakeNo, language }: Registration): Query[] {
  const { db, pepper } = needs;
  const { region } = open;
  const { id: codeHmac, box } = keysOfCode(pepper, 'query', draft.code);
  const filing = toFiling(draft, language, at);
  const receivedAt = at.toISOString();
  const proof = prove(needs, { region, intakeNo, receivedAt, filing });
  const letter: ArrivalLetter = { intakeNo, receivedAt, filing, proof };
  const receipt: Receipt = {
    intakeNo,
    receivedAt,
    proof,
    code: showCode(draft.code),
    purpose: filing.purpose,
    claims: filing.claims.length,
    files: filing.files.length,
    next: firstPromise(needs.laws(), at),
  };
  const expires = new Date(at);
  expires.setUTCFullYear(at.getUTCFullYear() + RECEIPT_YEARS);
  return [
    insertReceipt(db.sql, { region, code_hmac: codeHmac, envelope: sealTo(box.publicKey, json(receipt), receiptPlace(region)), expires_at: expires }),
    insertArrival(db.sql, {
      region,
      id: draft.arrival,
      intake_no: intakeNo,
      code_hmac: codeHmac,
      code_key: box.publicKey,
      channel: filing.channel,
      received_at: at,
      envelope: closeFor(needs.boxes, region, json(letter), arrivalPlace(region, draft.arrival)),
    }),
    dropDraftFile(db.sql, region, open.id),
  ];
}

export async function findReceiptOf(
  { db, pepper, now }: Pick<FilingNeeds, 'db' | 'pepper' | 'now'>,
  region: string,
  code: string,
): Promise<Receipt | undefined> {
  const { id, box } = keysOfCode(pepper, 'query', code);
  const envelope = await findReceipt(db.sql, region, id, now());
  return envelope && JSON.parse(openSealed(box, envelope, receiptPlace(region)).toString());
}

/** The hash covers every word and the number; anyone who has both can check the signature outside of Huiyin. */
function prove({ sign }: FilingNeeds, registered: object): Proof {
  const hash = createHash('sha256').update(canonical(registered)).digest();
  const { signature, key } = sign(hash);
  return { hash: hash.toString('hex'), signature: signature.toString('base64'), key };
}

export const arrivalPlace = (region: string, id: string) => `${region} arrival ${id}`;
const receiptPlace = (region: string) => `${region} receipt`;
const json = (value: unknown) => Buffer.from(JSON.stringify(value));

/** Sorted keys, so that the same words always give the same hash. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
