import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';

/**
 * Sealed boxes: whoever knows the public key can close one, only the holder of
 * the private key can open it. So the portal can take in what it cannot read.
 *
 * X25519 with a key of its own for each box, HKDF-SHA256, AES-256-GCM. The
 * first byte names the algorithm, as in platform/keys.ts, so that SM2 can follow.
 */
export interface BoxKeys {
  readonly publicKey: Buffer; // 32 bytes
  readonly privateKey: Buffer; // 32 bytes
}

const X25519_AES_256_GCM = 2;
const HEAD = 1 + 32 + 16; // algorithm, passing public key, tag
const PUBLIC_DER = Buffer.from('302a300506032b656e032100', 'hex');
const PRIVATE_DER = Buffer.from('302e020100300506032b656e04220420', 'hex');

export function newBoxKeys(): BoxKeys {
  const { privateKey } = generateKeyPairSync('x25519');
  return boxKeysFrom(privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PRIVATE_DER.length));
}

/** The same 32 bytes always give the same pair: a code that a person holds can be a key. */
export function boxKeysFrom(secret: Buffer): BoxKeys {
  return { privateKey: Buffer.from(secret), publicKey: rawPublic(privateObject(secret)) };
}

/** `place` is bound in: a box that was moved elsewhere does not open there. */
export function sealTo(publicKey: Buffer, plain: Buffer, place: string): Buffer {
  const passing = generateKeyPairSync('x25519');
  const from = rawPublic(passing.publicKey);
  const { key, nonce } = agree(passing.privateKey, publicObject(publicKey), from, publicKey, place);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([X25519_AES_256_GCM]), from, cipher.getAuthTag(), sealed]);
}

export function openSealed({ publicKey, privateKey }: BoxKeys, box: Buffer, place: string): Buffer {
  if (box[0] !== X25519_AES_256_GCM) throw new Error(`No way to open a box of kind ${box[0]}`);
  const from = box.subarray(1, 33);
  const { key, nonce } = agree(privateObject(privateKey), publicObject(from), from, publicKey, place);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  decipher.setAuthTag(box.subarray(33, HEAD));
  return Buffer.concat([decipher.update(box.subarray(HEAD)), decipher.final()]);
}

/** Key and nonce are used once: the passing key is new for every box. */
function agree(mine: KeyObject, theirs: KeyObject, from: Buffer, to: Buffer, place: string) {
  const shared = diffieHellman({ privateKey: mine, publicKey: theirs });
  const derived = Buffer.from(hkdfSync('sha256', shared, Buffer.concat([from, to]), place, 44));
  return { key: derived.subarray(0, 32), nonce: derived.subarray(32) };
}

const publicObject = (raw: Buffer) => createPublicKey({ key: Buffer.concat([PUBLIC_DER, raw]), format: 'der', type: 'spki' });
const privateObject = (raw: Buffer) =>
  createPrivateKey(`-----BEGIN PRIVATE KEY-----\n${Buffer.concat([PRIVATE_DER, raw]).toString('base64')}\n-----END PRIVATE KEY-----`); // as text: of an object Node first asks, by a thrown error, whether it is a key already
const rawPublic = (key: KeyObject) => Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url'); // a third of what DER takes
