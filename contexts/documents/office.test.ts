import type { FastifyInstance } from 'fastify';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { createHttp } from '#platform/http.ts';
import { takeNote } from '#platform/words.ts';
import { cloneDatabase } from '../../test/database.ts';
import { actor, newMatter, paperNeeds } from '../../test/papers.ts';
import { at, UNITS } from '../../test/stories.ts';
import { archive } from '../../test/zip.ts';
import { startDraft } from './handle/drafts.ts';
import { readPaper, renderPaper } from './handle/render.ts';
import { signDraft } from './handle/sign.ts';
import { papersOf } from './handle/step.ts';
import { loadPast } from '#contexts/casework/index.ts';
import { documentsRoutes } from './routes.ts';
import { wrongWords } from './domain/words.ts';

let needs: Awaited<ReturnType<typeof paperNeeds>>;
let app: FastifyInstance;
const head = actor(UNITS.housing);
const people: Readonly<Record<string, Actor>> = {
  head,
  clerk: actor(UNITS.housing, ['unitClerk'] as never, '李兰'),
  water: actor(UNITS.water),
  keeper: actor(UNITS.housing, ['sealKeeper'] as never, '用印人'),
};

beforeAll(async () => {
  const open = await cloneDatabase();
  needs = await paperNeeds(open());
  app = await createHttp({ surface: 'office', whoIs: async ({ headers }) => people[String(headers['x-who'])], limits: { callsAMinute: 100_000 } });
  documentsRoutes(app, { ...needs, regions: () => ['qinghe'], mayOpenContent: () => true, logAccess: async () => {} } as Parameters<typeof documentsRoutes>[1]);
});
afterAll(() => app.close());

const call = (who: string, method: 'GET' | 'POST', url: string, payload?: object) =>
  app.inject({ method, url, headers: { 'x-who': who }, ...(payload && { payload }) });
const words = (code: string, ending = '') => `/api/documents/office/words/${code}${ending}`;
const TEXTS = { opening: '感谢您来信反映情况。', closing: '欢迎监督我们的工作。', contact: '接待时间：工作日8时至12时。', appendix: '', note: '加上接待时间' };

async function issue(): Promise<{ subject: Subject; no: number }> {
  needs.clock.now = at('2026-08-05');
  const subject = await newMatter(needs, 'handling');
  const { draft, version } = await startDraft(needs, subject, { code: 'F07' }, head);
  const { no } = await signDraft(needs, subject, { draft, version }, head);
  await renderPaper(needs, subject, no);
  return { subject, no };
}
const templateOf = async ({ subject, no }: { subject: Subject; no: number }) => papersOf(await loadPast(needs, subject)).all[`document/${no}`]?.template;

describe('单位用语', () => {
  it('存一版、先预览、由负责人启用；启用以后的文书带上它，以前的不变', async () => {
    const before = await issue();
    expect((await call('clerk', 'POST', words('F07'), TEXTS)).json()).toEqual({ version: 1 });
    expect((await call('head', 'POST', words('F07', '/use'), { version: 1 })).body).toContain('请先预览这一版的样张');
    expect((await call('clerk', 'GET', words('F07', '/1/preview.pdf'))).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await call('clerk', 'POST', words('F07', '/use'), { version: 1 })).statusCode).toBe(403);
    expect((await call('head', 'POST', words('F07', '/use'), { version: 1 })).json()).toEqual({ inUse: 1 });

    const after = await issue();
    expect([await templateOf(before), await templateOf(after)]).toEqual(['F07/1', 'F07/1+1']);
    const [plain, own] = [await readPaper(needs, before.subject, before.no), await readPaper(needs, after.subject, after.no)];
    expect(own.pdf.length).toBeGreaterThan(plain.pdf.length);

    await call('head', 'POST', words('F07'), { ...TEXTS, closing: '谢谢。', note: '改短' });
    expect((await call('head', 'GET', '/api/documents/office/words')).json()).toContainEqual({ code: 'F07', name: '受理告知书', inUse: 1, newest: 2 });
    expect(await templateOf(await issue())).toBe('F07/1+1');
    expect((await call('head', 'POST', words('F07', '/use'), { version: 0 })).json()).toEqual({ inUse: null });
    expect(await templateOf(await issue())).toBe('F07/1');
    const { history, versions } = (await call('head', 'GET', words('F07'))).json();
    expect(history.map(({ act, version }: { act: string; version: number }) => `${act} ${version}`)).toEqual([
      'stopped 0',
      'saved 2',
      'used 1',
      'previewed 1',
      'saved 1',
    ]);
    expect(versions.map(({ version, previewed }: { version: number; previewed: boolean }) => [version, previewed])).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  it('各单位各用各的，没有起草职责的看不到', async () => {
    expect((await call('water', 'GET', words('F07'))).json()).toEqual({ inUse: null, versions: [], history: [] });
    expect((await call('keeper', 'GET', words('F07'))).statusCode).toBe(403);
  });

  it('R7：让人放弃权利的话、给人贴标签的话存不进去；表格、笔录、协议没有地方加', async () => {
    const empty = { opening: '', closing: '', contact: '', appendix: '' };
    for (const closing of ['请您息访。', '签收后不得再次信访。', '您承诺不再来信。', '放弃复查的权利。', '停止上访即可领取。', '对缠访人员依法处理。'])
      expect(wrongWords({ ...empty, closing }), closing).toMatch(/不能用在文书里/);
    expect(wrongWords({ ...empty, closing: '对本意见不服的，可以请求复查。欢迎来信来访。' })).toBeUndefined();
    expect(wrongWords(empty)).toContain('四处都是空的');
    expect((await call('clerk', 'POST', words('F07'), { ...TEXTS, closing: '承诺不再信访。' })).statusCode).toBe(422);
    expect((await call('clerk', 'POST', words('F28'), TEXTS)).body).toContain('不能加单位用语');
  });
});

/** A .docx as small as Word would open it. */
function docx(body: string, more: Readonly<Record<string, string>> = {}): Buffer {
  const zip = new PizZip();
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  zip.file(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  const paragraphs = body.split('\n').map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`);
  zip.file(
    'word/document.xml',
    `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}</w:body></w:document>`,
  );
  for (const [name, text] of Object.entries(more)) zip.file(name, text);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function upload(who: string, name: string, content: Buffer) {
  const boundary = 'x-huiyin';
  const payload = Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="表.docx"\r\ncontent-type: application/octet-stream\r\n\r\n`),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return app.inject({
    method: 'POST',
    url: `/api/documents/office/forms?name=${encodeURIComponent(name)}`,
    payload,
    headers: { 'x-who': who, 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
}

describe('单位自己的 .docx 表格', () => {
  const body = '{信访事项}（{编号}）\n信访人：{信访人}\n{#请求}\n{请求序号}．{请求内容}\n{/请求}\n{领导意见}';

  it('传上来，列出栏目和认不得的；填好是一份能打开的 .docx，再传一次是第二版', async () => {
    expect((await upload('clerk', '会签单', docx(body))).json()).toEqual({
      version: 1,
      fields: ['信访事项', '编号', '信访人', '请求', '请求序号', '请求内容', '领导意见'],
      unknown: ['领导意见'],
    });
    expect((await upload('clerk', '会签单', docx(body))).json()).toMatchObject({ version: 2 });
    expect((await call('head', 'GET', '/api/documents/office/forms')).json().forms.map(({ version }: { version: number }) => version)).toEqual([2, 1]);

    const { subject } = await issue();
    const filled = await call('clerk', 'GET', `/api/documents/matters/${subject.region}/${subject.id}/form.docx?name=${encodeURIComponent('会签单')}`);
    const text = new PizZip(filled.rawPayload).file('word/document.xml')!.asText();
    for (const said of ['翠屏小区3号楼屋面漏水', '信访人：张𬭚', '1．修好3号楼屋面']) expect(text).toContain(said);
    expect(text).not.toMatch(/[{}]/);
    expect(
      (await call('water', 'GET', `/api/documents/matters/${subject.region}/${subject.id}/form.docx?name=${encodeURIComponent('会签单')}`)).statusCode,
    ).toBe(404);
  });

  it('信访人写的内容只是文字：花括号、标签都照原样', async () => {
    const title = takeNote('{编号}<w:t>&"漏水');
    const subject = await newMatter(needs, 'handling', { title: title.words }, [title]);
    await upload('clerk', '原文', docx('{信访事项}'));
    const filled = await call('clerk', 'GET', `/api/documents/matters/${subject.region}/${subject.id}/form.docx?name=${encodeURIComponent('原文')}`);
    expect(new PizZip(filled.rawPayload).file('word/document.xml')!.asText()).toContain('{编号}&lt;w:t&gt;&amp;');
  });

  it('不是 .docx、带宏、带外部模板、带实体、括号不成对的，说明白再退回', async () => {
    const external =
      '<Relationships xmlns="x"><Relationship Id="a" Type="http://x/attachedTemplate" Target="http://elsewhere.example/t.dotm" TargetMode="External"/></Relationships>';
    for (const [content, why] of [
      [Buffer.from('不是压缩包'), /不是 \.docx/],
      [docx('x', { 'word/vbaProject.bin': 'x' }), /宏/],
      [docx('x', { 'word/_rels/settings.xml.rels': external }), /外面的模板/],
      [docx('x', { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }), /格式不正常/],
      [docx('{信访人'), /花括号不成对/],
      [docx('x', { 'word/media/a.txt': 'a'.repeat(31 * 1024 * 1024) }), /太大/],
      [archive({ 'word/document.xml': '<w:p></w:p>'.repeat(3_000_000) }, 100), /太大/], // it says that it is a hundred bytes
      [docx('x', { 'word/_rels/a.rels': 'frame"'.repeat(300_000), 'word/_rels/settings.xml.rels': external }), /外面的模板/], // hours, were it looked through as one
    ] as const) {
      const reply = await upload('clerk', '坏表', content);
      expect(reply.statusCode).toBeGreaterThanOrEqual(400);
      expect(reply.body).toMatch(why);
    }
  });
});
