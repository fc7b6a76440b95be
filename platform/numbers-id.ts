import { randomUUID } from 'node:crypto';

/**
 * Ids that grow with time (UUID version 7): rows written together lie together
 * in every index, so that inserting into a table of a million costs what it
 * costs in an empty one. The 62 bits of chance behind the time cannot be guessed.
 */
export function newId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`; // its chance comes from a store that is filled now and then
}
