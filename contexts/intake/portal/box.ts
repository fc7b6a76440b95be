import type { KeyRing } from '#platform/keys.ts';
import { boxKeysFrom, openSealed, sealTo, type BoxKeys } from '#platform/sealed-box.ts';

/** What goes from the portal to the office: sealed to the region's public key, the first byte naming which of its keys. */
export function closeFor(boxes: KeyRing, region: string, plain: Buffer, place: string): Buffer {
  const { id, secret } = boxes.current(region); // a ring of public halves: closes, and opens nothing
  return Buffer.concat([Buffer.from([id]), sealTo(secret, plain, place)]);
}

/** The private half of a numbered key of a region; only the office has it. */
export type BoxKeysOf = (region: string, id: number) => BoxKeys;

export const boxKeysOf =
  (boxes: KeyRing): BoxKeysOf =>
  (region, id) =>
    boxKeysFrom(boxes.get(region, id).secret);

export function openFrom(keys: BoxKeysOf, region: string, envelope: Buffer, place: string): Buffer {
  return openSealed(keys(region, envelope[0] ?? 0), envelope.subarray(1), place);
}
