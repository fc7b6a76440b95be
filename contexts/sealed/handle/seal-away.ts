import type { Kysely } from 'kysely';
import type { Channel } from '#kernel/channels.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import type { ReplacedCode, ToldCode } from '#kernel/sealed-dates.ts';
import type { Query } from '#platform/database.ts';
import type { KeyRing } from '#platform/keys.ts';
import { newId } from '#platform/numbers-id.ts';
import { boxKeysFrom, openSealed, sealTo } from '#platform/sealed-box.ts';
import { insertInbox } from '../store.ts';

/** Everything that was said of an accusation, on its way out of the ordinary office. */
export interface Accusation {
  readonly intake: string;
  readonly code: string; // all that stays there
  readonly intakeNo: string;
  readonly unit: string;
  readonly receivedAt: string;
  readonly channel: string;
  readonly title: string;
  readonly text: string;
  readonly original?: string; // the whole letter, where this is a part of it
  readonly parties: string; // JSON
  readonly files: string | null; // JSON
  readonly contactKnown: boolean;
  readonly pack: string;
  readonly level: string;
  readonly unitReceipt?: PlainDate; // of a matter that was found out while it was handled
  readonly codes?: readonly ToldCode[]; // whose page may show the days of it
}

export interface SealAwayNeeds {
  readonly sql: Kysely<any>; // of the ordinary office, which may insert into the inbox and nothing else
  readonly boxes: KeyRing; // public halves: close, and open nothing
  readonly now: () => Date;
}

/**
 * Puts an accusation into the inbox of the sealed line, as one statement of the
 * act that found it. Whoever puts it in cannot take it out again: the envelope
 * opens with a key that the ordinary office does not have.
 */
export const sealAway = (needs: SealAwayNeeds, region: string, accusation: Accusation): Query => intoInbox(needs, region, accusation.code, accusation);

/** A query code was given out anew: told of every intake alike, so that it says of none that an accusation came with it. */
export const passOnCode = (needs: SealAwayNeeds, region: string, replaced: ReplacedCode): Query => intoInbox(needs, region, NO_CODE, { replaced });

const NO_CODE = '';

function intoInbox({ sql, boxes, now }: SealAwayNeeds, region: string, code: string, content: Accusation | Replaced): Query {
  const at = now();
  const id = newId(at.getTime());
  const { id: key, secret } = boxes.current(region);
  const envelope = Buffer.concat([Buffer.from([key]), sealTo(secret, Buffer.from(JSON.stringify(content)), placeOf({ region, id }))]);
  return insertInbox(sql, { region, id, code, envelope, received_at: at });
}

interface Replaced {
  readonly replaced: ReplacedCode;
}

export type Arrived = (Accusation & { readonly channel: Channel; readonly replaced?: undefined }) | Replaced;

export function openArrived(boxes: KeyRing, subject: Subject, envelope: Buffer): Arrived {
  const keys = boxKeysFrom(boxes.get(subject.region, envelope[0] ?? 0).secret);
  return JSON.parse(openSealed(keys, envelope.subarray(1), placeOf(subject)).toString());
}

const placeOf = ({ region, id }: Subject) => `${region} sealed ${id}`;
