import { describe, expect, it } from 'vitest';
import { boxKeysFrom, newBoxKeys, openSealed, sealTo } from './sealed-box.ts';

const words = Buffer.from('村东七户早晚没有水');

describe('a sealed box', () => {
  it('opens for the holder of the private key, at its place', () => {
    const keys = newBoxKeys();
    expect(openSealed(keys, sealTo(keys.publicKey, words, 'qinghe a'), 'qinghe a')).toEqual(words);
  });

  it('does not open elsewhere, for another key, or when a bit was changed', () => {
    const keys = newBoxKeys();
    const box = sealTo(keys.publicKey, words, 'qinghe a');
    expect(() => openSealed(keys, box, 'qinghe b')).toThrow();
    expect(() => openSealed(newBoxKeys(), box, 'qinghe a')).toThrow();
    box[box.length - 1]! ^= 1;
    expect(() => openSealed(keys, box, 'qinghe a')).toThrow();
  });

  it('is never twice the same, and holds no word in clear', () => {
    const { publicKey } = newBoxKeys();
    const [one, other] = [sealTo(publicKey, words, 'p'), sealTo(publicKey, words, 'p')];
    expect(one.equals(other)).toBe(false);
    expect(one.includes(words)).toBe(false);
  });

  it('comes from a secret always as the same pair', () => {
    const secret = Buffer.alloc(32, 7);
    expect(boxKeysFrom(secret)).toEqual(boxKeysFrom(Buffer.from(secret)));
  });
});
