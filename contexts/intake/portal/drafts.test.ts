import { beforeAll, describe, expect, it } from 'vitest';
import { sweepPortal } from '#contexts/transparency/index.ts';
import { existsSync, readdirSync } from 'node:fs';
import { CLAIMS, codeOn, fillIn, STORY } from '../../../test/filing.ts';
import { startPortalServer, type PortalServer } from '../../../test/portal-server.ts';
import { visit } from '../../../test/visitor.ts';
import { query } from '../../../test/database.ts';
import { picture } from '../../../test/pictures.ts';

let portal: PortalServer;
beforeAll(async () => {
  portal = await startPortalServer();
});

const DAY = 86_400_000;
const resumeCodeOn = (html: string) => /class="bigcode resume">([^<]+)</.exec(html)?.[1] ?? '';

describe('没填完的，凭续填码接着填', () => {
  it('停下给续填码，换一台手机接着填，填过的都在', async () => {
    const visitor = visit(portal.origin);
    await fillIn(visitor);
    await visitor.open('/file/stop');
    const code = resumeCodeOn(visitor.page.html);
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(visitor.page.html).toContain('2026年7月27日（周一）');

    const other = visit(portal.origin);
    await other.open('/resume');
    await other.send('/resume', { code: code.toLowerCase().replaceAll('-', ' ') });
    expect(other.page.path).toBe('/file/review');
    for (const claim of CLAIMS) expect(other.page.html).toContain(claim);
  });

  it('每答一题就存：没过关的答案也在', async () => {
    const visitor = visit(portal.origin);
    await visitor.open('/file');
    await visitor.send('/file', {});
    await visitor.open('/file/story');
    await visitor.send('/file/story', { story: '', title: '只写了一句', then: 'next' });
    expect(visitor.page.status).toBe(422);
    await visitor.open('/file/story');
    expect(visitor.page.html).toContain('value="只写了一句"');
    await visitor.send('/file/story', { story: STORY, title: '只写了一句', then: 'stop' });
    expect(visitor.page.path).toBe('/file/stop');
  });

  it('写得太长不截断：原样留着，告诉多了多少字', async () => {
    const visitor = visit(portal.origin);
    await visitor.open('/file');
    await visitor.send('/file', {});
    await visitor.open('/file/story');
    const long = '水'.repeat(5_012);
    const page = await visitor.send('/file/story', { story: long, title: '', then: 'next' });
    expect(page).toContain('多了12个字');
    expect(page).toContain(long);
  });

  it('存不上的时候，说是我们的错，写的都在这一页上；好了再按就存上', async () => {
    const visitor = visit(portal.origin);
    await visitor.open('/file');
    await visitor.send('/file', {});
    await visitor.open('/file/story');
    await query(portal.address('postgres'), 'revoke update on intake.draft from huiyin_portal');
    const page = await visitor.send('/file/story', { story: STORY, title: '还在吗', then: 'next' });
    expect(visitor.page.status).toBe(503);
    expect(page).toContain('没有存上，是我们的系统出了问题');
    expect(page).toContain('换完后村东7户早晚没有水');
    await query(portal.address('postgres'), 'grant update on intake.draft to huiyin_portal');
    await visitor.send('/file/story', { story: STORY, title: '还在吗', then: 'next' });
    expect(visitor.page.path).toBe('/file/place');
  });

  it('边写边存的请求也存；没有表单凭证的不存', async () => {
    const visitor = visit(portal.origin);
    await visitor.open('/file');
    await visitor.send('/file', {});
    await visitor.open('/file/story');
    const token = /name="_csrf" value="([^"]+)"/.exec(visitor.page.html)?.[1] ?? '';
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const save = (fields: Record<string, string>) =>
      fetch(`${portal.origin}/file/story`, {
        method: 'POST',
        headers: { cookie, 'x-autosave': '1', origin: portal.origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      });
    expect((await save({ _csrf: token, story: '写到一半', title: '' })).status).toBe(204);
    expect((await save({ story: '别人冒充', title: '' })).status).toBe(403);
    await visitor.open('/file/story');
    expect(visitor.page.html).toContain('写到一半');
  });

  it('续填码错的、过期的，说法一样，写明还能试几次；试多了要等', async () => {
    const guesser = visit(portal.origin);
    await guesser.open('/resume');
    const page = await guesser.send('/resume', { code: 'M4TZ-81HC-90KX' });
    expect(guesser.page.status).toBe(404);
    expect(page).toContain('没有找到这个续填码');
    expect(page).toContain('还可以试9次');
    for (let tries = 0; tries < 9; tries += 1) await guesser.send('/resume', { code: 'M4TZ-81HC-90KX' });
    await guesser.open('/resume');
    await guesser.send('/resume', { code: 'M4TZ-81HC-90KX' });
    expect(guesser.page.status).toBe(429);
    expect(guesser.page.html).toContain('请过');
    portal.time = new Date(portal.time.getTime() + 16 * 60_000);
  });

  it('满7天打不开，扫除后草稿和附件都不在了', async () => {
    const visitor = visit(portal.origin);
    await fillIn(visitor);
    await visitor.open('/file/files');
    await visitor.upload('/file/files', { then: 'more' }, [{ name: '收据.png', bytes: await picture('png') }]);
    expect(visitor.page.html).toContain('收据.png');
    const blobsBefore = countBlobs();
    await visitor.open('/file/stop');
    const code = resumeCodeOn(visitor.page.html);

    portal.time = new Date(portal.time.getTime() + 7 * DAY + 1);
    const late = visit(portal.origin);
    await late.open('/resume');
    await late.send('/resume', { code });
    expect(late.page.html).toContain('没有找到这个续填码');
    expect(await sweepPortal(portal.needs)).toBeGreaterThan(0);
    expect(countBlobs()).toBe(blobsBefore - 1);
    await expect(
      query(portal.address('postgres'), "do $$ begin if exists (select from intake.draft) then raise 'a draft is left'; end if; end $$"),
    ).resolves.toBeUndefined();
  });

  it('交了以后，凭续填码看到的是回执，草稿里没有内容了', async () => {
    const visitor = visit(portal.origin);
    await fillIn(visitor);
    await visitor.open('/file/stop');
    const code = resumeCodeOn(visitor.page.html);
    await visitor.open('/file/review');
    const receipt = await visitor.send('/file/submit', {});
    const other = visit(portal.origin);
    await other.open('/resume');
    const again = await other.send('/resume', { code });
    expect(codeOn(again)).toBe(codeOn(receipt));
  });
});

/** Files under the blob folder, however deep. */
function countBlobs(): number {
  const { blobFolder } = portal.needs;
  return existsSync(blobFolder) ? readdirSync(blobFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length : 0;
}
