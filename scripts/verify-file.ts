/**
 * Checks the file of a matter (ZIP), anywhere, without Huiyin: this one file and Node (22.18 or later) are enough.
 *
 *   node verify-file.ts FILE.zip [PUBLIC_KEY] [ROOT]
 *
 * Every file must be there with the hash of the manifest, and nothing else; the
 * history must follow from its first action to its last without a gap or an
 * edit; every paper that was sealed must be there with the hash that was recorded
 * then; and the last action must stand under the root of its day, once that day is
 * closed. All this somebody could make anew who makes the whole ZIP anew, so the
 * manifest is signed: PUBLIC_KEY (32 bytes, base64) and ROOT (hexadecimal) are what
 * the portal publishes, and what is given must fit.
 * Ends with 1 where anything is not as it should be.
 */
import { createHash, createPublicKey, verify as isSignedBy } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

interface Action {
  readonly n: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

interface Manifest {
  readonly format: string;
  readonly matter: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string; readonly title: string; readonly document?: string }[];
  readonly absent?: readonly { readonly document: string; readonly why: string }[];
  readonly history: {
    readonly region: string;
    readonly subject: string;
    readonly n: number;
    readonly hash: string;
    readonly proof: { leaf: string; steps: readonly { side: 'left' | 'right'; hash: string }[]; day: string; root: string } | null;
  };
}

const USAGE = '用法：node verify-file.ts 卷宗.zip [门户公布的公钥] [门户公布的根摘要]';
const SIGNATURE = '清单签名.json';
const [path, ...given] = process.argv.slice(2);
const published = given.find((one) => /^[0-9a-f]{64}$/i.test(one));
const publicKey = given.find((one) => /^[A-Za-z0-9+/]{43}=$/.test(one));
if (!path || given.some((one) => one !== published && one !== publicKey)) end(2, [USAGE]);

const faults: string[] = [];
const said: string[] = [];
try {
  verify(unzip(readFileSync(path)));
} catch (error) {
  faults.push(`压缩包打不开，或者不是回音的卷宗：${error instanceof Error ? error.message : String(error)}`);
}
end(faults.length > 0 ? 1 : 0, faults.length > 0 ? [`卷宗有 ${faults.length} 处不符：`, ...faults.map((fault) => `  ${fault}`)] : said);

function verify(files: ReadonlyMap<string, Buffer>): void {
  const manifest = JSON.parse(text(files, '清单.json')) as Manifest;
  verifySignature(files);
  if (manifest.format !== 'huiyin-matter-file/1') throw new Error(`清单的格式是 ${manifest.format}`);
  for (const { path: name, bytes, sha256, title } of manifest.files) {
    const content = files.get(name);
    if (!content) faults.push(`缺少 ${name}（${title}）`);
    else if (content.length !== bytes || hashOf(content) !== sha256) faults.push(`${name}（${title}）被改动过`);
  }
  const listed = new Set(['清单.json', SIGNATURE, ...manifest.files.map(({ path: name }) => name)]);
  for (const name of files.keys()) if (!listed.has(name)) faults.push(`多出 ${name}，清单里没有`);

  const history = JSON.parse(text(files, '办理留痕.json')) as Action[];
  verifyChain(history, manifest);
  verifyPapers(history, manifest);
  verifyProof(manifest);
  said.push(
    `卷宗完整：${manifest.matter}，${manifest.files.length} 个文件，${history.length} 条办理留痕，${manifest.madeBy}制作，${manifest.madeAt}。`,
    ...proofSaid(manifest),
    publicKey
      ? '清单的签名与所给的公钥相符：是公布这把公钥的机关制作的。'
      : '没有给公钥，签名没有核对：有人把整个压缩包另做一份，这样验不出来。请把门户“核对回执”页上的公钥写在后面，再核对一次。',
  );
}

/** Whoever changes a paper can change its line in the manifest too, but not sign it. */
function verifySignature(files: ReadonlyMap<string, Buffer>): void {
  if (!publicKey) return;
  const told = files.get(SIGNATURE);
  if (!told) return void faults.push('清单没有签名，不能认定是哪个机关制作的');
  const { signature = '' } = JSON.parse(told.toString('utf8')) as { signature?: string };
  const key = createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(publicKey, 'base64')]),
    format: 'der',
    type: 'spki',
  });
  if (!isSignedBy(null, files.get('清单.json')!, key, Buffer.from(signature, 'base64')))
    faults.push('清单的签名与所给的公钥不符：不是这个机关制作的，或者被改动过');
}

/** Each action's hash covers the one before it. */
function verifyChain(history: readonly Action[], { history: { n, hash } }: Manifest): void {
  let previous: Buffer = Buffer.alloc(32);
  for (const [index, { hash: told, ...row }] of history.entries()) {
    const found = createHash('sha256').update(previous).update(canonical(row)).digest();
    if (row.n !== index + 1) return void faults.push(`办理留痕在第 ${index + 1} 条断开`);
    if (found.toString('hex') !== told) return void faults.push(`办理留痕第 ${row.n} 条（${row.type}）被改动过`);
    previous = found;
  }
  if (history.length !== n || previous.toString('hex') !== hash) faults.push('办理留痕的末条与清单不符');
}

/** What was recorded when a paper was sealed is what lies here, and none of them was left out. */
function verifyPapers(history: readonly Action[], { files, absent = [] }: Manifest): void {
  const sealed = new Map(history.filter(({ type }) => type === 'DocumentSealed').map(({ data }) => [String(data['document']), String(data['hash'])]));
  for (const { path: name, document, sha256 } of files) {
    if (document !== undefined && sealed.get(document) !== sha256) faults.push(`${name} 与成文时留下的摘要不符`);
  }
  const voided = history.filter(({ type }) => type === 'DocumentVoided').map(({ data }) => String(data['document']));
  const told = new Set([...voided, ...files.map(({ document }) => document), ...absent.map(({ document }) => document)]);
  for (const document of sealed.keys()) if (!told.has(document)) faults.push(`缺少一份成文的文书（办理留痕里的 ${document}）`);
}

function verifyProof({ history: { subject, n, hash, proof } }: Manifest): void {
  if (!proof) {
    if (published) faults.push('给了根摘要，卷宗里却没有末条留痕的证明，无从核对');
    return;
  }
  const leaf = Buffer.from(proof.leaf, 'hex');
  const named = / (\S+) (\d+) $/.exec(leaf.subarray(0, leaf.length - 32).toString());
  // The leaf is the act: its last action is this one, or a later one of the same act, and then stands in the next file.
  if (named?.[1] !== subject || Number(named[2]) !== n || leaf.subarray(-32).toString('hex') !== hash) faults.push('证明不是这件事项末条留痕的证明');
  const sha = (...parts: Uint8Array[]) => parts.reduce((whole, part) => whole.update(part), createHash('sha256')).digest();
  const reached = proof.steps.reduce<Buffer>(
    (current, { side, hash: other }) => {
      const neighbour = Buffer.from(other, 'hex');
      return side === 'left' ? sha(Uint8Array.of(1), neighbour, current) : sha(Uint8Array.of(1), current, neighbour);
    },
    sha(Uint8Array.of(0), leaf),
  );
  if (reached.toString('hex') !== proof.root) faults.push(`证明不成立：算出的根是 ${reached.toString('hex')}`);
  if (published && published.toLowerCase() !== proof.root) faults.push(`根摘要与门户公布的不同：卷宗里是 ${proof.root}`);
}

function proofSaid({ history: { proof } }: Manifest): string[] {
  if (!proof) return ['末条留痕的当日还没有结算，没有根摘要；第二天再导出一次即有。'];
  return [`末条留痕在 ${proof.day} 的根摘要 ${proof.root} 之下。${published ? '与所给的根摘要一致。' : '请与门户公布的当日根摘要核对。'}`];
}

/** JSON with sorted keys (RFC 8785), as the history was hashed. */
function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const parts = value as Readonly<Record<string, unknown>>;
  const kept = Object.keys(parts).filter((key) => parts[key] !== undefined);
  return `{${kept
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(parts[key])}`)
    .join()}}`;
}

/** The few lines of the ZIP format that are needed: the central directory, stored or deflated entries. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const tail = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (tail < 0) throw new Error('不是 ZIP');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(tail + 16);
  for (let left = zip.readUInt16LE(tail + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('目录损坏');
    const [method, size, nameLength, extra, note, local] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const begins = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(begins, begins + size);
    if (files.has(name)) faults.push(`${name} 出现了两次`);
    if (zip.toString('utf8', local + 30, local + 30 + zip.readUInt16LE(local + 26)) !== name) faults.push(`${name} 在压缩包里写着两个名字`);
    if (!name.endsWith('/')) files.set(name, method === 0 ? packed : inflateRawSync(packed));
    at += 46 + nameLength + extra + note;
  }
  return files;
}

function text(files: ReadonlyMap<string, Buffer>, name: string): string {
  const content = files.get(name);
  if (!content) throw new Error(`缺少 ${name}`);
  return content.toString('utf8');
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function end(code: number, lines: readonly string[]): never {
  for (const line of lines) console.log(line);
  process.exit(code);
}
