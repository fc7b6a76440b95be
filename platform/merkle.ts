import { createHash } from 'node:crypto';

/** Merkle trees as in RFC 6962: one hash for many, and a short path that proves that one of them is in it. */

const sha = (...parts: readonly Uint8Array[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1); // so that no node can pass for a leaf

const leafOf = (data: Uint8Array) => sha(LEAF, data);

export function rootOf(leaves: readonly Uint8Array[]): Buffer {
  return leaves.length === 0 ? sha() : joined(leaves.map(leafOf), 0, leaves.length);
}

export interface Step {
  readonly side: 'left' | 'right'; // where the neighbour stands
  readonly hash: string; // hex
}

/** The neighbours on the way from one leaf to the root. */
export function pathOf(leaves: readonly Uint8Array[], index: number): Step[] {
  const hashes = leaves.map(leafOf);
  const steps: Step[] = [];
  let [from, to] = [0, hashes.length];
  while (to - from > 1) {
    const middle = from + half(to - from);
    if (index < middle) {
      steps.push({ side: 'right', hash: joined(hashes, middle, to).toString('hex') });
      to = middle;
    } else {
      steps.push({ side: 'left', hash: joined(hashes, from, middle).toString('hex') });
      from = middle;
    }
  }
  return steps.reverse();
}

export function followPath(leaf: Uint8Array, steps: readonly Step[]): Buffer {
  return steps.reduce<Buffer>((hash, step) => {
    const neighbour = Buffer.from(step.hash, 'hex');
    return step.side === 'left' ? sha(NODE, neighbour, hash) : sha(NODE, hash, neighbour);
  }, leafOf(leaf));
}

function joined(hashes: readonly Buffer[], from: number, to: number): Buffer {
  if (to - from === 1) return hashes[from]!;
  const middle = from + half(to - from);
  return sha(NODE, joined(hashes, from, middle), joined(hashes, middle, to));
}

/** The largest power of two that is smaller than the count. */
function half(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
