import { randomUUID } from 'node:crypto';
import { closeFor } from '#contexts/intake/index.ts';
import type { Database } from '#platform/database.ts';
import type { KeyRing } from '#platform/keys.ts';
import type { Message } from './domain/messages.ts';
import { insertMessage } from './store.ts';

interface SayNeeds {
  readonly db: Database;
  readonly now: () => Date;
  readonly boxes: KeyRing; // public halves
}

/** Puts down what the holder of a code has said; from now on only the office can read it. */
export async function say(
  { db, now, boxes }: SayNeeds,
  { region, codeHmac }: { readonly region: string; readonly codeHmac: Buffer },
  message: Message,
): Promise<void> {
  const id = randomUUID();
  const envelope = closeFor(boxes, region, Buffer.from(JSON.stringify(message)), messagePlace(region, id));
  await insertMessage(db.sql, { region, id, code_hmac: codeHmac, kind: message.kind, envelope, at: now() });
}

export const messagePlace = (region: string, id: string) => `${region} message ${id}`;
