/**
 * What this device keeps for registering without a network (不变量 46): its two
 * keys, which nobody can take out, and what was taken down, sealed with one of
 * them until it is registered.
 */
import type { RegistrationDraft } from '../draft.ts';

export interface Own {
  readonly device: string;
  readonly person: string;
  readonly signing: CryptoKey;
  readonly sealing: CryptoKey;
  readonly last: number; // sequence of the last entry
}

interface Sealed {
  readonly sequence: number;
  readonly device: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly box: ArrayBuffer;
}

/** One arrival as it waits: with the draft beside it, so that it can be put back on the page. */
export interface Entry {
  readonly device: string;
  readonly sequence: number;
  readonly madeAt: string;
  readonly registration: object;
  readonly signature: string;
  readonly draft: RegistrationDraft;
}

const OWN = 'own';
const ENTRIES = 'entries';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('huiyin-offline', 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(OWN);
      asked.result.createObjectStore(ENTRIES, { keyPath: ['device', 'sequence'] });
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

/** Done once everything is on the disk of the device. */
async function transact<Result>(mode: IDBTransactionMode, work: (of: (name: string) => IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction([OWN, ENTRIES], mode, { durability: 'strict' });
      const request = work((name) => transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Each person who signs in here has keys of their own on this device. */
export const findOwn = (person: string): Promise<Own | undefined> => transact('readonly', (of) => of(OWN).get(person) as IDBRequest<Own | undefined>);
export const keepOwn = (own: Own) => transact('readwrite', (of) => of(OWN).put(own, own.person));

/** The entry and the number it takes lie down together. */
export async function keepEntry(own: Own, entry: Entry): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, own.sealing, new TextEncoder().encode(JSON.stringify(entry)));
  const sealed: Sealed = { sequence: entry.sequence, device: entry.device, iv, box };
  await transact('readwrite', (of) => {
    of(OWN).put({ ...own, last: entry.sequence } satisfies Own, own.person);
    return of(ENTRIES).add(sealed);
  });
}

export async function listEntries(own: Own): Promise<Entry[]> {
  const all = await transact('readonly', (of) => of(ENTRIES).getAll() as IDBRequest<Sealed[]>);
  return Promise.all(
    all
      .filter(({ device }) => device === own.device)
      .map(async ({ iv, box }) => JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, own.sealing, box))) as Entry),
  );
}

/** Registered, or put back on the page: nothing of it stays on the device. */
export const dropEntry = ({ device, sequence }: Pick<Entry, 'device' | 'sequence'>) => transact('readwrite', (of) => of(ENTRIES).delete([device, sequence]));
