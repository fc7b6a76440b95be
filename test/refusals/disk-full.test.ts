import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { said, signIn } from '../official.ts';
import { picture } from '../pictures.ts';
import { statusOf, until } from '../runtime/program.ts';
import { startRunning, type Started } from '../running.ts';
import { arrived, fillIn, filing, numberOn } from './citizen.ts';
import { done, letter, refused } from './way.ts';

/** 磁盘满了：在一个很小的内存盘上真的写满。办不了的说清楚，办好的都在，腾出空间就接着办。 */
const MB = 1024 * 1024;
const disk = mkdtempSync(join(tmpdir(), 'huiyin-disk-'));
const mounted = mount();
let running: Started | undefined;

afterAll(async () => {
  await running?.stop();
  if (mounted) execFileSync('/bin/umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
}, 120_000);

// The one test that may be left out everywhere, CI included: not every machine lets a test make a disk.
if (mounted)
  describe('一个 320 MB 的盘', () => {
    it('写满以后：登记、附件、门户都说“存储空间满了”和出路，填的还在；腾出空间，同一份内容办成', { timeout: 300_000 }, async () => {
      running = await startRunning({ data: join(disk, 'data') });
      const { office, portal } = running;
      const clerk = await signIn(running, 'xf02');
      const kept = done(await clerk.post('/api/intake/register', letter()));
      const given = filing();
      const visitor = await fillIn(portal, given);

      const file = join(disk, 'filler');
      fill(file);
      const unsent = { ...letter(), external: { source: '收发室', id: 'D-1' } };
      const heard: string[] = [];
      await until(async () => {
        const answer = await clerk.post('/api/intake/register', { ...letter(), text: `${'写满为止。'.repeat(3_000)}${heard.length}` }).catch(() => undefined);
        if (answer && answer.status !== 200) heard.push(`${answer.body.type} ${answer.body.title}`);
        else fill(file);
        return heard.length > 0;
      }, 120);
      expect(heard[0]).toMatch(
        /^(NoSpace .*存储空间满了.*已经办好的都在.*请告诉系统管理员清理空间，再提交一次|Unavailable .*已经办好的都在.*请过一两分钟再提交一次)/,
      );
      const photo = await upload(clerk, '现场.png', await picture('png', { width: 2_000 }));
      if (photo.status !== 200) refused(photo, photo.body.type, /存储空间满了|暂时连不上/, '再提交一次');
      expect([503, 0]).toContain(await statusOf(`${office}/health/ready`));
      expect(await statusOf(`${office}/health/live`)).toBe(200);

      await visitor.open('/file/review');
      const page = visitor.page.status === 200 ? await visitor.send('/file/submit', {}) : visitor.page.html;
      if (visitor.page.status !== 200) expect(page).toMatch(/没有办|没有存上|请过|再提交/);

      rmSync(file);
      await until(async () => (await clerk.get('/api/intake/waiting')).status === 200, 90);
      expect(done(await clerk.get(`/api/intake/qinghe/${kept.intake}`)).no).toBe(kept.no);
      await until(async () => (await clerk.post('/api/intake/register', unsent)).status === 200, 60);
      await until(async () => {
        await visitor.open('/file/review');
        if (visitor.page.path !== '/receipt') await visitor.send('/file/submit', {});
        return visitor.page.status === 200;
      }, 60);
      expect(await arrived(clerk, numberOn(visitor.page.html))).toMatchObject({ text: given.story, claims: given.claims });
      expect(done(await upload(clerk, '现场.png', await picture('png'))).name).toBe('现场.png');
      expect([...said].filter((word) => running!.output().includes(word))).toEqual([]);
    });
  });

if (!mounted) it.skip('磁盘写满（这台机器不让测试挂内存盘，这一项没有测）', () => {});

/** A disk of its own in memory, where that is allowed. */
function mount(): boolean {
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=320m', 'tmpfs', disk], { stdio: 'ignore' });
    chmodSync(disk, 0o755);
    return true;
  } catch {
    return false;
  }
}

/** Everything that is left, to the last block. */
function fill(file: string): void {
  const { bavail, bsize } = statfsSync(disk);
  for (const piece of [MB, 4096]) {
    try {
      for (let left = bavail * bsize; left > 0; left -= piece) writeFileSync(file, Buffer.alloc(piece, 1), { flag: 'a' });
    } catch {
      // full: that is what was wanted
    }
  }
}

function upload(official: Awaited<ReturnType<typeof signIn>>, name: string, bytes: Buffer) {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)]), name);
  return official.send('/api/intake/files', body);
}
