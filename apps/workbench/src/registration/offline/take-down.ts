/** Prepares this device while there is a network, and takes down arrivals while there is none. */
import { prepareDevice } from '#contexts/intake/contract.ts';
import { signedText } from '#contexts/intake/domain/offline.ts';
import { call } from '../../shared/call.ts';
import { type RegistrationDraft, toRegistration } from '../draft.ts';
import { type Entry, findOwn, keepEntry, keepOwn, type Own } from './kept.ts';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };

/** Keys are made once for each person on a device; the server learns the public half. */
export async function prepare(person: string): Promise<Own> {
  const known = await findOwn(person);
  if (known) return known;
  const pair = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
  const sealing = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const publicKey = base64(await crypto.subtle.exportKey('spki', pair.publicKey));
  const { device } = await call(prepareDevice, { body: { publicKey } });
  const own: Own = { device, person, signing: pair.privateKey, sealing, last: 0 };
  await keepOwn(own);
  return own;
}

/** Why this cannot wait on the device, or undefined. */
export function whyNotOffline({ files, parts }: Pick<RegistrationDraft, 'files' | 'parts'>): string | undefined {
  if (parts.some(({ accusation }) => accusation)) return '有检举控告的，不存在设备上，请联网后登记。';
  if (files.length > 0) return '附件要联网才能交。先去掉附件存下来，联网登记以后再补。';
  return undefined;
}

/** Signed, sealed and on the disk before it says so. */
export async function takeDown(person: string, draft: RegistrationDraft, now: Date): Promise<Entry> {
  const own = await findOwn(person);
  if (!own) throw new Error('This device was not prepared');
  const made = { device: own.device, sequence: own.last + 1, madeAt: now.toISOString(), registration: toRegistration(draft) };
  const signature = base64(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, own.signing, new TextEncoder().encode(signedText(made))));
  const entry = { ...made, signature, draft };
  await keepEntry(own, entry);
  return entry;
}

const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
