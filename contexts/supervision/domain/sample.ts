/**
 * Which matters are looked at again: one in ten of those that were refused for
 * good (R3), by their own number, so that nobody chooses and nobody can avoid it.
 */
const ONE_IN = 10;

export const isSampled = (matter: string): boolean => hash(matter) % ONE_IN === 0;

/** FNV-1a, mixed once more at the end: ids that differ in one place differ everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b) >>> 0;
  return (value ^ (value >>> 13)) >>> 0;
}
