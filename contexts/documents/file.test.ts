import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import PizZip from 'pizzip';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRoots } from '#platform/chain-roots.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { keepFile } from '#platform/blobs-seal.ts';
import { sequence } from '#platform/feed.ts';
import { createHttp } from '#platform/http.ts';
import { newKey, ringOf } from '#platform/keys.ts';
import { publicKeyOf, signBytes } from '#platform/receipts.ts';
import { takeNote } from '#platform/words.ts';
import { checkPdf } from '../../scripts/check-pdf.ts';
import { cloneDatabase } from '../../test/database.ts';
import { actor, doOn, newMatter, paperNeeds } from '../../test/papers.ts';
import { itNeeding } from '../../test/programs.ts';
import { at, UNITS } from '../../test/stories.ts';
import { dispatchPaper, recordDelivery } from './handle/deliver.ts';
import { startDraft } from './handle/drafts.ts';
import { renderPaper } from './handle/render.ts';
import { signDraft } from './handle/sign.ts';
import { documentsRoutes } from './routes.ts';

let needs: Awaited<ReturnType<typeof paperNeeds>>;
let open: Awaited<ReturnType<typeof cloneDatabase>>;
let app: FastifyInstance;
let subject: Subject;
const looks: string[] = [];
const head = actor(UNITS.housing);
const people: Readonly<Record<string, Actor>> = {
  head,
  archivist: actor(UNITS.petition, ['archivist'] as never, '档案员'),
  supervisor: actor(UNITS.petition, ['supervisor'] as never, '督查员'),
  water: actor(UNITS.water),
  admin: actor(UNITS.housing, ['sysAdmin'] as never, '管理员'),
};
const folder = mkdtempSync(join(tmpdir(), 'huiyin-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  open = await cloneDatabase();
  needs = await paperNeeds(open());
  app = await createHttp({ surface: 'office', whoIs: async ({ headers }) => people[String(headers['x-who'])], limits: { callsAMinute: 100_000 } });
  documentsRoutes(app, {
    ...needs,
    regions: () => ['qinghe'],
    sign: (region, bytes) => signBytes(needs.keys, region, bytes),
    mayOpenContent: ({ roles }) => !roles.includes('sysAdmin'),
    logAccess: async ({ actor: { person }, purpose, fields }) => void looks.push(`${person} ${purpose} ${fields}`),
  } as Parameters<typeof documentsRoutes>[1]);

  const photo = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();
  const handed = [await handIn('屋顶/漏水.jpg', 'image/jpeg', photo), await handIn('录音.mp3', 'audio/mpeg', Buffer.from('ID3 录音'))];
  const files = takeNote(JSON.stringify(handed));
  subject = await newMatter(needs, 'accepted', { files: files.words }, [files]);
  needs.clock.now = at('2026-08-05');
  const { draft, version } = await startDraft(
    needs,
    subject,
    {
      code: 'F07',
      values: {
        handlerName: '李兰',
        handlerPost: '科长',
        handlerPhone: '0000-622 0132',
        contactPerson: '李兰',
        contactPhone: '0000-622 0132',
        acceptedOn: '2026-08-03',
      },
    },
    head,
  );
  const { no } = await signDraft(needs, subject, { draft, version }, head);
  await renderPaper(needs, subject, no);
  await dispatchPaper(needs, subject, no, { method: 'post', evidence: { mailNo: 'XA1', address: '翠屏小区' }, actor: head });
  needs.clock.now = at('2026-08-09');
  await recordDelivery(needs, subject, no, { evidence: { returnSlip: '本人签收' }, on: '2026-08-08', actor: head });
  const [text, mended] = [takeNote('屋面补好了'), takeNote(JSON.stringify([await handIn('修好的屋面.jpg', 'image/jpeg', photo)]))];
  await doOn(needs, subject, '2026-08-09', UNITS.housing, { type: 'addMaterial', text: text.words, files: mended.words }, [text, mended]);
}, 240_000);
afterAll(() => app.close());

async function handIn(name: string, type: string, bytes: Buffer) {
  const kept = await keepFile(needs.blobs, bytes, 1e7);
  return { name, type, ...kept, key: kept.key.toString('base64') };
}

async function get(who: string, ending = '', of = subject) {
  return app.inject({ method: 'GET', url: `/api/documents/matters/${of.region}/${of.id}/file${ending}`, headers: { 'x-who': who } });
}

/** The separate script, on nothing but the ZIP. */
function verified(zip: Buffer, ...more: string[]) {
  const path = join(folder, `${randomUUID()}.zip`);
  writeFileSync(path, zip);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../../scripts/verify-file.ts'), path, ...more], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

function changed(zip: Buffer, change: (zip: PizZip) => void): Buffer {
  const opened = new PizZip(zip);
  change(opened);
  return opened.generate({ type: 'nodebuffer' });
}

describe('一案一档', () => {
  it('目录按办结汇总、处理材料、来信来访材料排列；缺什么写在检查表里', async () => {
    const { entries, checks, remarks } = (await get('archivist')).json();
    expect(entries.map(({ section, title }: { section: string; title: string }) => `${section} ${title}`)).toEqual([
      '办结汇总 办理过程',
      '处理材料 受理告知书',
      '处理材料 受理告知书送达回证',
      '处理材料 修好的屋面.jpg',
      '交办或来信来访材料 信访人提出的内容',
      '交办或来信来访材料 屋顶/漏水.jpg',
      '交办或来信来访材料 录音.mp3',
    ]);
    expect(checks).toContainEqual({ item: '受理（或者不予受理、引导、合并）告知', found: '有' });
    expect(remarks.join()).toContain('录音.mp3');
  });

  itNeeding(
    'qpdf',
    'pdfinfo',
    'pdftotext',
  )('一册 PDF/A-2a：封面、目录、检查表、每一份文书和照片，都可读', async () => {
    const path = join(folder, 'volume.pdf');
    writeFileSync(path, (await get('head', '.pdf')).rawPayload);
    const { faults, words, pages } = checkPdf(path);
    expect(faults).toEqual([]);
    const read = words.replace(/\s/g, '');
    for (const said of [
      '信访事项卷宗',
      '卷内目录',
      '归档检查表',
      '备考表',
      '清住建信受告〔2026〕1号',
      '送达回证',
      '一下雨卧室顶就滴水',
      '办理过程',
      '漏水.jpg',
    ])
      expect(read).toContain(said);
    const { history } = JSON.parse(new PizZip((await get('head', '.zip')).rawPayload).file('清单.json')!.asText());
    expect(read).toContain(`末条校验值：${history.hash.slice(0, 16)}`);
    expect(pages).toBeGreaterThanOrEqual(9);
    expect(read).toContain(`总页数${pages}保管期限`);
  });

  it('压缩包由另一个小程序验过：文书是成文时的字节，原件是交来的字节，留痕连得上', async () => {
    const zip = (await get('archivist', '.zip')).rawPayload;
    const { status, said } = verified(zip);
    expect(said).toContain('卷宗完整');
    expect(status).toBe(0);
    const paths = Object.keys(new PizZip(zip).files);
    expect(paths).toEqual([
      '卷宗.pdf',
      '2-处理材料/002-受理告知书清住建信受告〔2026〕1号.pdf',
      '2-处理材料/004-修好的屋面.jpg',
      '3-交办或来信来访材料/006-屋顶_漏水.jpg',
      '3-交办或来信来访材料/007-录音.mp3',
      '办理留痕.json',
      '清单.json',
      '清单签名.json',
    ]);
  });

  it('改一个字节、少一份、多一份、改一条留痕、换一份文书，都验得出来', async () => {
    const zip = (await get('archivist', '.zip')).rawPayload;
    const paper = '2-处理材料/002-受理告知书清住建信受告〔2026〕1号.pdf';
    const wrong: readonly (readonly [string, (zip: PizZip) => void])[] = [
      ['被改动过', (one) => one.file('3-交办或来信来访材料/007-录音.mp3', 'ID3 另一段')],
      ['缺少', (one) => one.remove(paper)],
      ['多出', (one) => one.file('2-处理材料/999.pdf', '多的')],
      ['被改动过', (one) => one.file('办理留痕.json', one.file('办理留痕.json')!.asText().replace('qinghe/housing', 'qinghe/water'))],
      ['与成文时留下的摘要不符', (one) => exchange(one, paper, Buffer.from('%PDF-1.7 另一份'))],
      [
        '第 2 条断开',
        (one) =>
          exchange(
            one,
            '办理留痕.json',
            Buffer.from(JSON.stringify(JSON.parse(one.file('办理留痕.json')!.asText()).filter((_: unknown, at: number) => at !== 1))),
          ),
      ],
    ];
    for (const [said, change] of wrong) {
      const found = verified(changed(zip, change));
      expect(found.said).toContain(said);
      expect(found.status).toBe(1);
    }
    expect(verified(Buffer.from('不是压缩包')).status).toBe(1);
  });

  it('不变量 36：连清单一起改的、抽走一份文书的、整卷另做的，对着门户的公钥和根摘要都验得出来', async () => {
    const zip = (await get('archivist', '.zip')).rawPayload;
    const { publicKey } = publicKeyOf(needs.keys, 'qinghe');
    expect(verified(zip, publicKey)).toMatchObject({ status: 0, said: expect.stringContaining('签名与所给的公钥相符') });
    expect(verified(zip).said).toContain('没有给公钥，签名没有核对');

    const paper = '2-处理材料/002-受理告知书清住建信受告〔2026〕1号.pdf';
    const relabelled = changed(zip, (one) => exchange(one, paper, Buffer.from('%PDF-1.7 另一份'), (line) => delete line['document']));
    expect(verified(relabelled).said).toContain('缺少一份成文的文书');
    const without = changed(zip, (one) => leaveOut(one, paper));
    expect(verified(without).said).toContain('缺少一份成文的文书');
    const volume = changed(zip, (one) => exchange(one, '卷宗.pdf', Buffer.from('%PDF-1.7 另一册')));
    expect(verified(volume, publicKey)).toMatchObject({ status: 1, said: expect.stringContaining('签名与所给的公钥不符') });
    const bare = changed(zip, (one) => one.remove('清单签名.json'));
    expect(verified(bare, publicKey)).toMatchObject({ status: 1, said: expect.stringContaining('清单没有签名') });
    expect(verified(zip, publicKeyOf(ringOf(newKey(2)), 'qinghe').publicKey).status).toBe(1);
    expect(verified(zip, 'ab'.repeat(32))).toMatchObject({ status: 1, said: expect.stringContaining('没有末条留痕的证明') });
    expect(verified(zip, '写错的公钥').status).toBe(2);
  });

  it('过了当日，卷宗带着门户公布的根摘要；根摘要不同的验得出来', async () => {
    const worker = open('huiyin_worker').sql;
    await sequence(worker, 'qinghe');
    await makeRoots(worker, needs.keys, 'qinghe', at('2026-08-20'));
    const zip = (await get('archivist', '.zip')).rawPayload;
    const manifest = JSON.parse(new PizZip(zip).file('清单.json')!.asText());
    expect(verified(zip, manifest.history.proof.root).said).toContain('与所给的根摘要一致');
    expect(verified(zip, 'ab'.repeat(32))).toMatchObject({ status: 1 });
  });

  it('不变量 29：只给档案人员和承办单位，看了就留痕；别的单位看不到，系统管理员打不开', async () => {
    for (const ending of ['', '.pdf', '.zip']) {
      expect([(await get('nobody', ending)).statusCode, (await get('water', ending)).statusCode, (await get('admin', ending)).statusCode]).toEqual([
        401, 404, 403,
      ]);
    }
    expect((await get('supervisor')).body).toContain('卷宗由档案人员或者承办单位调取');
    expect((await get('water')).body).toContain('没有这件信访事项，或者不在本单位经手的范围内');
    expect((await get('head', '', { region: 'qinghe', id: randomUUID() })).statusCode).toBe(404);
    expect((await get('supervisor', '.pdf')).body).toContain('卷宗由档案人员或者承办单位调取');
    expect(looks.join()).not.toMatch(/督查员|管理员|water/);
    looks.length = 0;
    await get('archivist');
    await get('archivist', '.zip');
    await get('head', '.pdf');
    expect(looks).toEqual(['档案员 查看卷宗目录 identity', '档案员 导出卷宗 identity', `${head.person} 调取卷宗 identity`]);
  });
});

/** Exchanges a file and its line of the manifest, as somebody would who knows the format. */
function exchange(zip: PizZip, path: string, content: Buffer, also: (line: Record<string, unknown>) => void = () => undefined): void {
  const manifest = JSON.parse(zip.file('清单.json')!.asText());
  const line = manifest.files.find((one: { path: string }) => one.path === path);
  Object.assign(line, { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') });
  also(line);
  zip.file(path, content, { binary: true });
  zip.file('清单.json', JSON.stringify(manifest));
}

/** Takes a file away together with its line. */
function leaveOut(zip: PizZip, path: string): void {
  const manifest = JSON.parse(zip.file('清单.json')!.asText());
  manifest.files = manifest.files.filter((one: { path: string }) => one.path !== path);
  zip.remove(path);
  zip.file('清单.json', JSON.stringify(manifest));
}
