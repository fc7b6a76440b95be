import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { CLAIMS, codeOn, fillIn, STORY } from '../../../test/filing.ts';
import { PDF } from '../../../test/pictures.ts';
import { startPortalServer, type PortalServer } from '../../../test/portal-server.ts';
import { visit, type Visitor } from '../../../test/visitor.ts';
import { NEW_DRAFT, openRoom, shareOf } from './room.ts';

const KB = 1024;
const MB = 1024 * KB;
let share = 100 * MB;
let portal: PortalServer;
beforeAll(async () => {
  portal = await startPortalServer((needs) => ({ ...needs, room: { draft: 2 * MB, place: 8 * MB, drafts: async () => share } }));
});

const paper = (name: string, bytes: number) => ({
  name,
  bytes: Buffer.concat([PDF, Buffer.alloc(bytes - PDF.length, ' '), Buffer.from('\n%%EOF\n')]),
  type: 'application/pdf',
});
const stored = () => readdirSync(portal.needs.blobFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
const anHour = () => {
  portal.time = new Date(portal.time.getTime() + 3_600_001);
};

async function atFiles(language = 'zh'): Promise<Visitor> {
  const visitor = visit(portal.origin);
  await visitor.open(`/?lang=${language}`);
  await fillIn(visitor);
  await visitor.open('/file/files');
  return visitor;
}

describe('一件事的附件合起来有上限', () => {
  it('先说在前面；放不下的那一份不收，说最大多少、怎么办、寄到哪里；别的都在，照样能提交', async () => {
    const visitor = await atFiles();
    expect(visitor.page.html).toContain('合起来最大2 MB');
    await visitor.upload('/file/files', { then: 'more' }, [paper('一.pdf', MB)]);
    const page = await visitor.upload('/file/files', { then: 'next' }, [paper('二.pdf', 1.5 * MB), paper('三.pdf', 100 * KB)]);
    expect(visitor.page.status).toBe(422);
    expect(page).toContain('二.pdf：放不下了，这件事的附件合起来最大2 MB。可以先提交，以后凭查询码再补充');
    expect(page).toMatch(/寄来或者送到窗口，照收不误：清和县信访局，.+，电话/);
    expect(page).toContain('三.pdf'); // the smaller one still went in
    await visitor.open('/file/review');
    for (const claim of CLAIMS) expect(visitor.page.html).toContain(claim);
    await visitor.send('/file/submit', {});
    expect(codeOn(visitor.page.html)).not.toBe('');
  });

  it('去掉一份，就又放得下；两个窗口同时传，合起来也不超过', async () => {
    anHour();
    const visitor = await atFiles();
    await visitor.upload('/file/files', { then: 'more' }, [paper('一.pdf', 1.8 * MB)]);
    const blob = /name="blob" value="([0-9a-f]+)"/.exec(visitor.page.html)?.[1] ?? '';
    await visitor.send('/file/files/remove', { blob });
    await visitor.open('/file/files');
    const before = stored();
    const other = visit(portal.origin);
    for (const [name, value] of visitor.cookies) other.cookies.set(name, value);
    await other.open('/file/files');
    await Promise.all([visitor, other].map((window, at) => window.upload('/file/files', { then: 'more' }, [paper(`${at}.pdf`, 1.2 * MB)])));
    expect(stored()).toBe(before + 1);
  });

  it('英文页上也说清楚', async () => {
    anHour();
    const visitor = await atFiles('en');
    const page = await visitor.upload('/file/files', { then: 'next' }, [paper('one.pdf', 3 * MB)]);
    expect(page).toContain('one.pdf does not fit: the files of one matter may be 2 MB together');
    expect(page).toContain('send it by post or bring it to the window');
  });
});

describe('同一来访地址一小时有上限', () => {
  it('到了就不收附件；写的字存不上时还在页上，说清楚；过一小时又收', async () => {
    anHour();
    const visitors = [await atFiles(), await atFiles(), await atFiles(), await atFiles()];
    for (const each of visitors.slice(0, 3)) await each.upload('/file/files', { then: 'more' }, [paper('照片册.pdf', 1.9 * MB)]);
    const last = visitors[3]!;
    const page = await last.upload('/file/files', { then: 'next' }, [paper('账本.pdf', 1.9 * MB)]);
    expect(page).toContain('账本.pdf：您所在的网络这一小时传得太多，同一网络的人合在一起算');

    const begun = visit(portal.origin);
    for (let many = 0; many < 8 && begun.page.status !== 429; many += 1) await begun.open('/file').then(() => begun.send('/file', {}));
    expect(begun.page.html).toContain('这一小时写来的太多');

    const writer = visitors[2]!;
    const text = `${STORY}${'x'.repeat(NEW_DRAFT)}写到这里`;
    await writer.open('/file/story');
    await writer.send('/file/story', { story: text, title: '', then: 'next' });
    expect(writer.page.status).toBe(429);
    expect(writer.page.html).toContain('您写的都还在这一页上');
    expect(writer.page.html).toContain(text.slice(STORY.length));
    await writer.open('/file/story');
    expect(writer.page.html).toContain(STORY.slice(0, 20)); // what was saved before stays

    anHour();
    await last.open('/file/files');
    await last.upload('/file/files', { then: 'next' }, [paper('账本.pdf', 1.9 * MB)]);
    expect(last.page.status).toBe(200);
  });

  it('没有存下的不算；地址只以带钥的摘要留在内存里', () => {
    const room = openRoom({ db: portal.needs.db, now: () => portal.time, region: () => 'qinghe' }, { draft: MB, place: NEW_DRAFT, drafts: async () => 0 });
    expect([room.words('10.0.0.1', NEW_DRAFT), room.words('10.0.0.1', 1), room.words('10.0.0.2', 1)]).toEqual([true, false, true]);
    room.giveBack('10.0.0.1', NEW_DRAFT);
    expect(room.words('10.0.0.1', 1)).toBe(true);
    expect(JSON.stringify(room)).not.toContain('10.0.0');
  });
});

describe('没有提交的内容合起来有上限', () => {
  it('满了不收附件，文字照收、照样能提交；提交了的不再占', async () => {
    anHour();
    const visitor = await atFiles();
    await visitor.upload('/file/files', { then: 'more' }, [paper('一.pdf', MB)]);
    share = 1;
    anHour();
    await visitor.open('/file/files');
    const page = await visitor.upload('/file/files', { then: 'next' }, [paper('二.pdf', 10 * KB)]);
    expect(page).toContain('二.pdf：放附件的地方快满了，责任在我们。请先提交写好的内容');
    await visitor.open('/file/review');
    await visitor.send('/file/submit', {});
    expect(codeOn(visitor.page.html)).not.toBe('');
    share = 100 * MB;
  });

  it('不另设时：磁盘的一成，并给磁盘留半成', () => {
    expect(shareOf({ blocks: 1000, bavail: 900, bsize: 1 }, 0)).toBe(100);
    expect(shareOf({ blocks: 1000, bavail: 80, bsize: 1 }, 20)).toBe(50); // 30 may still come, then a twentieth is left
    expect(shareOf({ blocks: 1000, bavail: 10, bsize: 1 }, 20)).toBe(0);
    const TB = 1024 * 1024 * MB;
    expect(shareOf({ blocks: 1, bavail: 0.02, bsize: TB }, 0)).toBeGreaterThan(15 * 1024 * MB); // 20 GB free of a large disk: all but five
  });
});
