/**
 * Checks a Huiyin receipt, anywhere, without Huiyin: this one file and Node (22.18 or later) are enough.
 *
 *   node verify-receipt.ts RECEIPT PUBLIC_KEY             is it signed by the office?
 *   node verify-receipt.ts RECEIPT PUBLIC_KEY PROOF.json  and does the act of that proof stand under the root of its day?
 *
 * RECEIPT is the line `HY1.…` of the receipt, or its check value and signature as `HASH:SIGNATURE`.
 * PUBLIC_KEY is the office's key as the portal publishes it (32 bytes, base64).
 * PROOF.json is the proof of one act, as a case file carries it (清单.json, history.proof). It says
 * nothing of the receipt: which act it is, is said by the history in the same file (verify-file.ts).
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

interface Proof {
  readonly leaf: string;
  readonly steps: readonly { readonly side: 'left' | 'right'; readonly hash: string }[];
  readonly day: string;
  readonly root: string;
}

const [receipt, publicKey, proofFile] = process.argv.slice(2);
if (!receipt || !publicKey) end(2, '用法：node verify-receipt.ts 回执 公钥 [证明文件]');

const key = createPublicKey({
  key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(publicKey, 'base64')]),
  format: 'der',
  type: 'spki',
});
const [bare = '', bareSignature] = receipt.trim().split(':');
if (bareSignature !== undefined) {
  check(Buffer.from(bare, 'hex'), bareSignature);
  console.log(`签名有效：校验值 ${bare} 是本机关签发的。`);
} else {
  const [prefix, told = '', signature = ''] = bare.split('.');
  if (prefix !== 'HY1') end(1, '这不是回音的回执：应以 HY1. 开头，或写作“校验值:签名”。');
  const bytes = Buffer.from(told, 'base64url');
  check(Buffer.concat([Buffer.from('HY1.'), bytes]), signature);
  const { intakeNo, receivedAt, hash } = JSON.parse(bytes.toString()) as Record<string, string>;
  console.log(`签名有效。收件号 ${intakeNo}，收到时间 ${receivedAt}，内容摘要 ${hash}。`);
}
if (proofFile) checkProof(JSON.parse(readFileSync(proofFile, 'utf8')) as Proof);

function check(told: Buffer, signature: string): void {
  const right = verify(null, told, key, Buffer.from(signature, signature.includes('-') || signature.includes('_') ? 'base64url' : 'base64'));
  if (!right) end(1, '签名不符：回执被改动过，或者不是用这把公钥签的。');
}

function checkProof({ leaf, steps, day, root }: Proof): void {
  const sha = (...parts: Uint8Array[]) => parts.reduce((whole, part) => whole.update(part), createHash('sha256')).digest();
  const reached = steps.reduce<Buffer>(
    (current, step) => {
      const neighbour = Buffer.from(step.hash, 'hex');
      return step.side === 'left' ? sha(Uint8Array.of(1), neighbour, current) : sha(Uint8Array.of(1), current, neighbour);
    },
    sha(Uint8Array.of(0), Buffer.from(leaf, 'hex')),
  );
  if (reached.toString('hex') !== root) end(1, `证明不成立：算出的根是 ${reached.toString('hex')}。`);
  console.log(`证明成立：证明里的那一步办理，在 ${day} 的根摘要 ${root} 之下（不是说回执）。请与门户“每天的存证”里当天的数核对。`);
}

function end(code: number, sentence: string): never {
  (code === 0 ? console.log : console.error)(sentence);
  process.exit(code);
}
