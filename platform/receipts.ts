import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { Key, KeyRing } from './keys.ts';

/**
 * The receipt in the petitioner's hand: a signed line that says what was
 * received and when. Anyone can check it with the published key and
 * scripts/verify-receipt.ts, without Huiyin and without asking the office.
 */
export interface Receipt {
  readonly region: string;
  readonly intakeNo: string;
  readonly receivedAt: Date;
  readonly hash: string; // hex, of what was handed in (salted; says nothing by itself)
}

export interface Signed {
  readonly key: string; // 'qinghe/1'
  readonly signature: Buffer; // 64 bytes, Ed25519
}

const PREFIX = 'HY1';
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_DER_LENGTH = 12;

/** `HY1.<what>.<signature>`: fits into a QR code, and into a line of print in base64url. */
export function writeReceipt(ring: KeyRing, { region, intakeNo, receivedAt, hash }: Receipt): string {
  const { id } = ring.current(region);
  const told = Buffer.from(JSON.stringify({ intakeNo, receivedAt: receivedAt.toISOString(), hash, key: `${region}/${id}` }));
  const { signature } = signBytes(ring, region, signedPart(told));
  return [PREFIX, told.toString('base64url'), signature.toString('base64url')].join('.');
}

/** What it says, when its signature is ours; undefined when it was changed or is no receipt. */
export function readReceipt(ring: KeyRing, text: string): Receipt | undefined {
  const [prefix, told = '', signature = '', more] = text.trim().split('.');
  if (prefix !== PREFIX || more !== undefined) return undefined;
  try {
    const bytes = Buffer.from(told, 'base64url');
    const { intakeNo, receivedAt, hash, key } = JSON.parse(bytes.toString()) as Record<string, string>;
    const [region = '', id = ''] = (key ?? '').split('/');
    const known = createPublicKey(privateOf(ring.get(region, Number(id))));
    if (!verify(null, signedPart(bytes), known, Buffer.from(signature, 'base64url'))) return undefined;
    return { region, intakeNo: intakeNo!, receivedAt: new Date(receivedAt!), hash: hash! };
  } catch {
    return undefined;
  }
}

/** Signs anything else that is published, such as a day's root. */
export function signBytes(ring: KeyRing, region: string, bytes: Buffer): Signed {
  const key = ring.current(region);
  return { key: `${region}/${key.id}`, signature: sign(null, bytes, privateOf(key)) };
}

export function verifyBytes(ring: KeyRing, region: string, id: number, bytes: Buffer, signature: Buffer): boolean {
  return verify(null, bytes, createPublicKey(privateOf(ring.get(region, id))), signature);
}

/** What is published so that others can verify: 32 bytes, base64. */
export function publicKeyOf(ring: KeyRing, region: string): { readonly key: string; readonly publicKey: string } {
  const key = ring.current(region);
  const der = createPublicKey(privateOf(key)).export({ format: 'der', type: 'spki' });
  return { key: `${region}/${key.id}`, publicKey: der.subarray(PUBLIC_DER_LENGTH).toString('base64') };
}

const signedPart = (told: Buffer) => Buffer.concat([Buffer.from(`${PREFIX}.`), told]);

function privateOf({ secret }: Key): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_DER, secret]), format: 'der', type: 'pkcs8' });
}
