import { openFrom, type BoxKeysOf } from '#contexts/intake/index.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Query } from '#platform/database.ts';
import type { Message, MessageKind } from './domain/messages.ts';
import { messagePlace } from './say.ts';
import { sendBack, type RefuseNeeds } from './refuse.ts';
import { claimMessage, isClaimedByAnother, waitingMessages, type MessageRow } from './store.ts';

/** A message of a holder of a code, opened. `codeHmac` leads to the intake through intake.code. */
export interface Taken<Kind extends MessageKind = MessageKind> {
  readonly region: string;
  readonly id: string;
  readonly codeHmac: Buffer;
  readonly at: Date; // when the petitioner pressed the button: that is when it happened
  readonly message: Extract<Message, { kind: Kind }>;
}

/**
 * What each kind leads to. A handler writes `done` in the transaction of its own
 * act (Taken.writes): killed before it nothing has happened, and of two workers
 * with the same message the act of one is undone. So each takes effect once.
 */
export type Handlers = { readonly [Kind in MessageKind]: (taken: Taken<Kind>, done: Query) => Promise<void> };

export interface TakeMessagesNeeds extends RefuseNeeds {
  readonly boxKeys: BoxKeysOf;
  readonly failed: (id: string, error: unknown) => void; // a bug: tried again next time, and does not hold up the others
}

/** One round. What a rule refuses is not asked again: the petitioner reads on the page why, and what to do next. */
export async function takeMessages(needs: TakeMessagesNeeds, region: string, handlers: Handlers, limit = 50): Promise<number> {
  const { db, failed } = needs;
  let taken = 0;
  for (const row of await waitingMessages(db.sql, region, limit)) {
    try {
      const message = open(needs, row);
      await hand(needs, row, message, handlers).catch((error) => {
        if (error instanceof Refusal) return sendBack(needs, row, message, error);
        throw error;
      });
      taken += 1;
    } catch (error) {
      if (!isClaimedByAnother(error)) failed(row.id, error);
    }
  }
  return taken;
}

async function hand({ db, now }: TakeMessagesNeeds, { region, id, code_hmac, at }: MessageRow, message: Message, handlers: Handlers): Promise<void> {
  const handle = handlers[message.kind] as (taken: Taken, done: Query) => Promise<void>;
  await handle({ region, id, codeHmac: code_hmac, at, message }, claimMessage(db.sql, region, id, now()));
}

const open = ({ boxKeys }: TakeMessagesNeeds, { region, id, envelope }: MessageRow): Message =>
  JSON.parse(openFrom(boxKeys, region, envelope, messagePlace(region, id)).toString());
