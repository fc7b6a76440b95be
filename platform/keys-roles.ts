import type { KeyRing } from './keys.ts';

/** Which process may load which key file. What a process has not loaded cannot be stolen from it. */

export type KeyRole = 'portal' | 'office' | 'worker' | 'sealed' | 'owner';

/** A file of the key folder, what lies in it, and who may open it. Each holds, for each region, numbered keys. */
export const KEY_FILES = {
  /** Wraps the data key of each matter. */
  regions: ['office', 'worker'],
  /** HMAC of telephone and identity numbers: finds the earlier matters of one petitioner. */
  blind: ['office', 'worker'],
  /** HMAC of bigrams: finds words without keeping any. */
  search: ['office', 'worker'],
  /** HMAC of query codes and resume codes. */
  codes: ['portal', 'office', 'worker', 'sealed'],
  /** Private X25519 keys: opens what the portal closed. Never on the internet side. */
  boxes: ['office', 'worker'],
  /** Their public halves: closes, and opens nothing. The sealed line gives back with it what accuses nobody. */
  'boxes-public': ['portal', 'office', 'worker', 'sealed'],
  /** Ed25519 seeds that sign receipts and daily roots. */
  receipts: ['portal', 'office', 'worker'],
  /** Wraps the keys of accusations. */
  sealed: ['sealed'],
  /** Private X25519 keys of the sealed line. */
  'sealed-boxes': ['sealed'],
  /** Their public halves: the desk puts an accusation in and cannot take it out again. */
  'sealed-boxes-public': ['portal', 'office', 'sealed'],
} as const satisfies Record<string, readonly Exclude<KeyRole, 'owner'>[]>;

export type KeyFile = keyof typeof KEY_FILES;

/** Public halves are not made but derived. */
export const PUBLIC_OF: Partial<Record<KeyFile, KeyFile>> = { 'boxes-public': 'boxes', 'sealed-boxes-public': 'sealed-boxes' };

/** What a process holds; a ring that its role may not load says so when it is asked. */
export type Keys = Readonly<Record<KeyFile, KeyRing>>;

/** The owner, who runs scripts on the machine that keeps the keys, may load all of them. */
export function mayLoad(role: KeyRole, file: KeyFile): boolean {
  return role === 'owner' || (KEY_FILES[file] as readonly KeyRole[]).includes(role);
}
