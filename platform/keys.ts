import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { chance } from './chance.ts';

/**
 * Envelopes: what is sealed, with what, by which key.
 *
 * One key a matter, wrapped by the key of its region. To forget a matter, its
 * wrapped key is destroyed; a back-up from before holds it still, until it
 * expires or the region's old key is destroyed (docs/adr/0010).
 * The first byte names the algorithm, so that SM4 can follow without a migration.
 */
export interface Key {
  readonly id: number; // 0–255, from the operator's key store
  readonly secret: Buffer;
}

const AES_256_GCM = 1;
const HEAD = 2 + 12 + 16; // algorithm and key id, nonce, tag

export const newKey = (id: number): Key => ({ id, secret: chance(32) });

/** `place` is bound in: an envelope that was moved to another matter does not open there. */
export function seal({ id, secret }: Key, plain: Buffer, place: string): Buffer {
  const nonce = chance(12);
  const cipher = createCipheriv('aes-256-gcm', ready(secret), nonce).setAAD(Buffer.from(place));
  const sealed = cipher.update(plain);
  cipher.final(); // of a stream nothing is left over
  const envelope = Buffer.allocUnsafe(HEAD + sealed.length);
  envelope[0] = AES_256_GCM;
  envelope[1] = id;
  nonce.copy(envelope, 2);
  cipher.getAuthTag().copy(envelope, 14);
  sealed.copy(envelope, HEAD);
  return envelope;
}

export function unseal({ id, secret }: Key, envelope: Buffer, place: string): Buffer {
  if (envelope[0] !== AES_256_GCM || envelope[1] !== id) throw new Error(`No key for envelope ${envelope[0]}/${envelope[1]}`);
  const decipher = createDecipheriv('aes-256-gcm', ready(secret), envelope.subarray(2, 14)).setAAD(Buffer.from(place));
  decipher.setAuthTag(envelope.subarray(14, HEAD));
  const plain = decipher.update(envelope.subarray(HEAD));
  decipher.final(); // throws where the tag does not fit
  return plain;
}

const objects = new WeakMap<Buffer, KeyObject>();

/** Made ready once: each use then costs a third. */
export function ready(secret: Buffer): KeyObject {
  const known = objects.get(secret) ?? createSecretKey(secret);
  objects.set(secret, known);
  return known;
}

/** The keys of the regions that this process may open. Old keys stay, to read; the current one writes. */
export interface KeyRing {
  current(region: string): Key;
  get(region: string, id: number): Key;
}

export const wrap = (ring: KeyRing, region: string, key: Key, place: string) => seal(ring.current(region), key.secret, place);

export const keyIdOf = (envelope: Buffer): number => envelope[1] ?? 0;

export function unwrap(ring: KeyRing, region: string, wrapped: Buffer, place: string): Key {
  return { id: 0, secret: unseal(ring.get(region, keyIdOf(wrapped)), wrapped, place) };
}

/** One key for every region, as tests and a single tenant need it. */
export const ringOf = (key: Key): KeyRing => ({ current: () => key, get: () => key });
