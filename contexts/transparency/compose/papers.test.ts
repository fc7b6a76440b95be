import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseworkRoutes, loadMatter } from '#contexts/casework/index.ts';
import { dispatchPaper, readPaper, recordDelivery, renderPaper, saveDraft, signDraft, startDraft } from '#contexts/documents/index.ts';
import { intakeRoutes, openFile, withFiles, type IntakeRouteNeeds } from '#contexts/intake/index.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { createHttp } from '#platform/http.ts';
import { cloneDatabase } from '../../../test/database.ts';
import { actor, newMatter, paperNeeds } from '../../../test/papers.ts';
import { picture } from '../../../test/pictures.ts';
import { findProgram, runProgram } from '../../../test/programs.ts';
import { at, UNITS } from '../../../test/stories.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicPapers } from './papers.ts';

/** A file that a handling unit adds to its work, from the upload to the petitioner's download: only what was marked, only after dispatch. */
let needs: Awaited<ReturnType<typeof paperNeeds>>;
let app: FastifyInstance;
let subject: Subject;
const housing = actor(UNITS.housing);
const people: Readonly<Record<string, Actor>> = {
  housing,
  water: actor(UNITS.water),
  archivist: actor(UNITS.housing, ['archivist'] as never, '档案员'),
};
const REPLY = {
  suggestion: '建议补好翠屏路的坑。',
  result: 'adopted',
  reasons: '路面确有坑洼。',
  contribution: 'no',
  contactPerson: '李兰',
  contactPhone: '0000-622 0132',
};

beforeAll(async () => {
  needs = await paperNeeds((await cloneDatabase())());
  app = await createHttp({ surface: 'office', whoIs: async ({ headers }) => people[String(headers['x-who'])], limits: { callsAMinute: 100_000 } });
  const more = { mayOpenContent: () => true, logAccess: async () => {}, personCard: (name: string) => ({ name, post: '', phone: '' }) };
  caseworkRoutes(app, {
    ...needs,
    ...more,
    withFiles: (who: Actor, tickets: string[], use: Parameters<typeof withFiles>[3]) => withFiles(needs, who, tickets, use),
  } as never);
  intakeRoutes(app, { ...needs, ...more } as unknown as IntakeRouteNeeds);
  subject = await newMatter(needs, 'studying', { contactKnown: false });
  needs.clock.now = at('2026-08-20');
});
afterAll(() => app.close());

const call = async (who: string, method: 'GET' | 'POST', url: string, payload?: object) =>
  app.inject({ method, url: `/api/${url}`, headers: { 'x-who': who }, ...(payload && { payload }) });
const files = () => `intake/matters/qinghe/${subject.id}/files`;

function upload(who: string, name: string, content: Buffer) {
  const head = `--x-huiyin\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--x-huiyin--\r\n')]);
  return app.inject({ method: 'POST', url: `/api/${files()}`, payload, headers: { 'x-who': who, 'content-type': 'multipart/form-data; boundary=x-huiyin' } });
}

async function add(name: string, text: string): Promise<void> {
  const { id } = (await upload('housing', name, await picture('jpeg', { gps: true }))).json();
  const { past } = await loadMatter(needs, subject);
  const done = await call('housing', 'POST', `casework/matters/qinghe/${subject.id}/act`, {
    seen: past.length,
    command: 'addMaterial',
    fields: { text, files: [id] },
  });
  expect(done.json()).toMatchObject({ done: ['MaterialAdded'] });
}

const papersNow = async () => publicPapers(await loadMatter(needs, subject));

describe('单位给本件添附件，随答复发出', () => {
  it('不经手的单位、没有这项职责的人传不上来；内容和名称不符的不收，说得明白', async () => {
    expect((await upload('water', '路面.jpg', await picture('jpeg'))).statusCode).toBe(404);
    expect((await upload('archivist', '路面.jpg', await picture('jpeg'))).json()).toMatchObject({ type: 'NotAllowed' });
    expect((await upload('housing', '路面.jpg', Buffer.from('不是照片'))).json().title).toContain('内容和名称不一致');
  });

  it('添上以后：清单写明谁添的，照片里没有拍摄位置；别人传的文件、用过的凭证都不能再用', async () => {
    await add('修好的路面.jpg', '路面补好了');
    await add('内部勘查图.jpg', '现场勘查');
    const listed = (await call('housing', 'GET', files())).json();
    expect(listed).toMatchObject([{ name: '修好的路面.jpg', on: '2026-08-20', byOffice: true, type: 'image/jpeg' }, { name: '内部勘查图.jpg' }]);
    expect(listed[0].by).toContain(needs.organs().nameOf(UNITS.housing));
    expect((await sharp((await call('housing', 'GET', `${files()}/0`)).rawPayload).metadata()).exif).toBeUndefined();
    const wrong = await call('housing', 'POST', `casework/matters/qinghe/${subject.id}/act`, {
      seen: 99,
      command: 'addMaterial',
      fields: { text: '再添', files: ['00'] },
    });
    expect(wrong.json().title).toContain('已经过期');
  });

  it('不变量 21：勾选的随文书发出，没有勾选的、不在本件的不发；发出并打开以前，进度页上没有', async () => {
    const [marked] = (await call('housing', 'GET', files())).json();
    const enclosed = { file: marked.sha256, name: marked.name };
    const strange = { file: '0'.repeat(64), name: '别件的.jpg' };
    const started = await startDraft(needs, subject, { code: 'F25', values: { ...REPLY, enclosures: [enclosed, strange] } }, housing);
    expect(started.missing.map(({ label }) => label)).toEqual(['附件“别件的.jpg”不在本件里']);
    await expect(signDraft(needs, subject, { draft: started.draft, version: started.version }, housing)).rejects.toThrow('不在本件里');
    const { version } = await saveDraft(needs, subject, started.draft, { ...started.values, enclosures: [enclosed] }, started.version, housing);
    const { no } = await signDraft(needs, subject, { draft: started.draft, version }, housing);
    await renderPaper(needs, subject, no);
    expect(await papersNow()).toEqual([]);

    await dispatchPaper(needs, subject, no, { method: 'queryCode', evidence: { posted: '公布' }, actor: housing });
    const [sent] = await papersNow();
    expect(sent).toMatchObject({ opens: 'receipt', enclosures: 1 });
    expect(sent).not.toHaveProperty('enclosed');

    await recordDelivery(needs, subject, no, { evidence: { opened: '打开' }, on: '2026-08-20', actor: housing });
    const [opened] = await papersNow();
    expect(opened?.enclosed).toMatchObject([{ name: '修好的路面.jpg', type: 'image/jpeg' }]);
    const bytes = (await call('housing', 'GET', `${files()}/0`)).rawPayload;
    expect((await openFile(needs.blobs, opened!.enclosed![0]!.file)).equals(bytes)).toBe(true);

    if (!findProgram('pdftotext')) return;
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-enclosed-'));
    writeFileSync(join(folder, 'paper.pdf'), (await readPaper(needs, subject, no)).pdf);
    expect(runProgram('pdftotext', [join(folder, 'paper.pdf'), '-']).replaceAll(/\s/g, '')).toContain('附件：1.修好的路面.jpg');
    rmSync(folder, { recursive: true });
  });
});
