import { codeBehind, codesOf } from '#contexts/intake/index.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Database } from '#platform/database.ts';
import { openSealed, sealTo, type BoxKeys } from '#platform/sealed-box.ts';
import type { Message } from './domain/messages.ts';
import { filesIn, isTold, typedIn, type RefusedSaying } from './domain/refused.ts';
import { toldTo } from './domain/told.ts';
import { markRefused, putRefusal, type MessageRow, type RefusalRow } from './store.ts';

/**
 * What the office's own rules do not allow goes back to whoever sent it, with
 * every word: sealed to the code that sent it, so that nobody else reads it,
 * the office neither. Marked and sent back in one statement.
 */
export interface RefuseNeeds {
  readonly db: Database; // role huiyin_office
  readonly now: () => Date;
  readonly keepRefused: (at: Date) => Date; // how long it stays readable: the retention schedule
}

export async function sendBack(needs: RefuseNeeds, row: MessageRow, message: Message, refusal: Refusal): Promise<void> {
  const { db, now, keepRefused } = needs;
  const { region, id, at } = row;
  const to = isTold(message) ? await addressee(needs, row, message) : undefined;
  if (!to) return markRefused(db.sql, region, id, now());
  const until = keepRefused(now());
  const saying: RefusedSaying = {
    id,
    at: at.toISOString(),
    kind: message.kind,
    ...('about' in message && message.kind === 'ask' && { about: message.about }),
    ...('subject' in message && message.subject && { subject: message.subject }),
    sentence: toldTo(refusal.message, message.kind, message.kind === 'ask' ? message.about : undefined),
    ...(refusal.article && { article: refusal.article }),
    typed: typedIn(message),
    files: filesIn(message).map(({ name }) => name),
    until: until.toISOString(),
  };
  const envelope = sealTo(to.key, Buffer.from(JSON.stringify(saying)), refusalPlace(region, id));
  await putRefusal(db.sql, { region, id, code_hmac: to.hmac, envelope, blobs: filesIn(message).map(({ blob }) => blob), at, expires_at: until }, now());
}

/** The code that sent it; its successor, where it was given out again; the code that a person would have got by joining. */
async function addressee({ db, now }: RefuseNeeds, { region, code_hmac }: MessageRow, message: Message): Promise<{ hmac: Buffer; key: Buffer } | undefined> {
  const own = await codeBehind({ db, now }, region, code_hmac);
  if (message.kind === 'joinRoster') return own ? undefined : { hmac: code_hmac, key: Buffer.from(message.codeKey, 'base64') }; // pressed twice: they are in
  if (!own) return undefined;
  const codes = await codesOf(db.sql, region, [own.intake]);
  const sender = codes.find((code) => code.code_hmac.equals(code_hmac));
  const valid = sender?.revoked_at && own.kind === 'petitioner' ? codes.find(({ kind, revoked_at }) => kind === 'petitioner' && !revoked_at) : sender;
  return valid && { hmac: valid.code_hmac, key: valid.code_key };
}

export function openRefusal(box: BoxKeys, { region, id, envelope }: Pick<RefusalRow, 'region' | 'id' | 'envelope'>): RefusedSaying {
  return JSON.parse(openSealed(box, envelope, refusalPlace(region, id)).toString());
}

export const refusalPlace = (region: string, id: string) => `${region} refusal ${id}`;
