import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysInMemory } from './keys-memory.ts';
import { followPath, pathOf, rootOf } from './merkle.ts';
import { publicKeyOf, readReceipt, signBytes, writeReceipt } from './receipts.ts';

const ring = keysInMemory().receipts;
const receipt = { region: 'qinghe', intakeNo: '990421-S-2026-0000042-B', receivedAt: new Date('2026-07-20T01:30:00Z'), hash: 'ab'.repeat(32) };
const line = writeReceipt(ring, receipt);

/** As anyone would: one file copied somewhere else, and Node. */
function verify(...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-verify-'));
  copyFileSync(new URL('../scripts/verify-receipt.ts', import.meta.url), join(folder, 'verify-receipt.ts'));
  try {
    return execFileSync(process.execPath, ['verify-receipt.ts', ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe', env: {} });
  } catch (error) {
    return `${(error as { status: number }).status} ${(error as { stderr: string }).stderr}`;
  }
}

describe('a receipt', () => {
  it('is read back, and not when a character of it was changed', () => {
    expect(readReceipt(ring, line)).toEqual(receipt);
    fc.assert(
      fc.property(fc.nat(line.length - 1), fc.constantFrom('A', 'b', '7', '.'), (at, other) => {
        fc.pre(line[at] !== other);
        const changed = readReceipt(ring, line.slice(0, at) + other + line.slice(at + 1));
        // The last character of base64 may carry spare bits: then nothing was changed.
        expect(changed === undefined || JSON.stringify(changed) === JSON.stringify(receipt)).toBe(true);
      }),
    );
    expect(readReceipt(keysInMemory('other').receipts, line)).toBeUndefined();
  });

  it('is verified outside of Huiyin with the published key alone', () => {
    const { publicKey } = publicKeyOf(ring, 'qinghe');
    expect(verify(line, publicKey)).toContain('签名有效。收件号 990421-S-2026-0000042-B');
    expect(verify(line.replace('HY1.ey', 'HY1.eY'), publicKey)).toMatch(/^1 签名不符/);
    expect(verify(line, publicKeyOf(ring, 'linshui').publicKey)).toMatch(/^1 签名不符/);
    expect(verify('nonsense', publicKey)).toMatch(/^1 这不是回音的回执/);
    expect(verify()).toMatch(/^2 用法/);

    const hash = createHash('sha256').update('what was handed in').digest();
    const { signature } = signBytes(ring, 'qinghe', hash);
    expect(verify(`${hash.toString('hex')}:${signature.toString('base64')}`, publicKey)).toContain('签名有效');
    expect(verify(`${'00'.repeat(32)}:${signature.toString('base64')}`, publicKey)).toMatch(/^1 签名不符/);
  });

  it('is shown to stand under the root of its day, outside of Huiyin too', () => {
    const leaves = Array.from({ length: 11 }, (_, index) => Buffer.from(`leaf ${index}`));
    const proof = { leaf: leaves[7]!.toString('hex'), steps: pathOf(leaves, 7), day: '2026-07-20', root: rootOf(leaves).toString('hex') };
    const file = join(mkdtempSync(join(tmpdir(), 'huiyin-proof-')), 'proof.json');
    writeFileSync(file, JSON.stringify(proof));
    expect(verify(line, publicKeyOf(ring, 'qinghe').publicKey, file)).toContain(`在 2026-07-20 的根摘要 ${proof.root} 之下`);
    writeFileSync(file, JSON.stringify({ ...proof, leaf: '00' }));
    expect(verify(line, publicKeyOf(ring, 'qinghe').publicKey, file)).toMatch(/1 证明不成立/);
  });
});

describe('a Merkle tree', () => {
  it('has the roots of RFC 6962', () => {
    expect(rootOf([]).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) => Buffer.from(hex, 'hex'));
    expect(rootOf(inputs.slice(0, 1)).toString('hex')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    expect(rootOf(inputs.slice(0, 3)).toString('hex')).toBe('aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77');
    expect(rootOf(inputs).toString('hex')).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });

  it('proves each of its leaves and no other', () =>
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 9 }), { minLength: 1, maxLength: 40 }), fc.nat(), (leaves, pick) => {
        const index = pick % leaves.length;
        const steps = pathOf(leaves, index);
        expect(followPath(leaves[index]!, steps).equals(rootOf(leaves))).toBe(true);
        expect(followPath(Buffer.concat([leaves[index]!, Buffer.of(1)]), steps).equals(rootOf(leaves))).toBe(false);
      }),
    ));
});
