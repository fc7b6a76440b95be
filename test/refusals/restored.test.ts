import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { findRunning } from '#platform/postgres/running.ts';
import { picture } from '../pictures.ts';
import { said, signIn } from '../official.ts';
import { newFolder, runScript, startRunning, type Running, type Started } from '../running.ts';
import { sharedProgram, type Shared } from '../running-shared.ts';
import { until } from '../runtime/program.ts';
import { arrived, file, fillIn, filing, follow, numberOn } from './citizen.ts';
import { deliver, opinionSent } from './papers.ts';
import { ask, done, handled, letter, pageOf, papersOf, people, register, type Matter } from './way.ts';

/** 导出，搬到别处恢复：原来的每一件原样在，查询码照样看；跟进的任务从原来的位置接着做。 */
const { folder: elsewhere, remove } = newFolder();
const [copy, sealedCopy] = [join(elsewhere, '../export'), join(elsewhere, '../export-sealed')];

let home: Shared;
let restored: Started;
beforeAll(async () => {
  home = await sharedProgram(inject('running'));
}, 300_000);
afterAll(async () => {
  await restored?.stop();
  remove();
}, 60_000);

interface Before {
  readonly matter: Matter;
  readonly page: object;
  readonly papers: { readonly hash: string; readonly no: number }[];
  readonly code: string; // of a filing on the portal
  readonly story: string;
  readonly no: string;
  readonly intake: { readonly region: string; readonly intake: string; readonly text: string };
  readonly accusation: string;
}
let before: Before;

/** What the page says, without who opened it meanwhile. */
async function withoutLooks(running: Running, matter: Matter) {
  const { opened: _, now: __, ...page } = await pageOf(await signIn(running, 'zj02'), matter); // nor the moment at which one looks
  return page;
}

async function papersAt(running: Running, matter: Matter) {
  return done(await (await signIn(running, 'zj02')).get(`${papersOf(matter)}/papers`)).papers;
}

it('导出的时候照样办事；恢复到另一个文件夹，钥匙另给，启动起来', { timeout: 180_000 }, async () => {
  const who = await people(home);
  const matter = await handled(who);
  const { no, today } = await opinionSent(who, matter);
  done(await deliver(who.unitHead, matter, no, today));
  await until(async () => (await papersAt(home, matter)).every(({ hash }: { hash: string | null }) => hash !== null), 90);

  const given = filing();
  const visitor = await fillIn(home.portal, given);
  await visitor.open('/file/files');
  await visitor.upload('/file/files', { then: 'next' }, [{ name: '现场.png', bytes: await picture('png') }]);
  await visitor.open('/file/review');
  const receipt = await visitor.send('/file/submit', {});
  const intake = await arrived(who.clerk, numberOn(receipt));
  const { code } = await file(home.portal);
  await follow(home.portal, code, '已登记|已经登记');
  const accused = letter();
  const parts = [{ title: accused.title, text: accused.text, claims: [], accusation: true }];
  const sealed = done(await who.clerk.post('/api/intake/register', { ...accused, parts }));
  const keeper = await signIn(home, 'mj01');
  await until(async () => done(await keeper.get('/api/sealed/files')).rows.some((row: { code: string }) => row.code === `${sealed.no}-M1`), 30);
  before = {
    matter,
    page: await withoutLooks(home, matter),
    papers: await papersAt(home, matter),
    code,
    story: given.story,
    no: intake.no,
    intake,
    accusation: `${sealed.no}-M1`,
  };

  const exporting = runScript('export', [copy, '--sealed', sealedCopy], { HUIYIN_DATA: home.data, HUIYIN_DEMO: '0' });
  const meanwhile = await register(who.clerk);
  const told = await exporting;
  expect(told).toContain('密钥不在导出里');
  expect(meanwhile.no).toMatch(/-X-/); // the office had worked on

  const restore = () => runScript('restore', [copy, '--sealed', sealedCopy], { HUIYIN_DATA: elsewhere, HUIYIN_DEMO: '0' });
  await expect(restore()).rejects.toMatchObject({ stderr: expect.stringMatching(/还缺密钥：请先把密钥备份整个放到.*再恢复一次.*没有写入任何内容/) });
  expect(existsSync(elsewhere)).toBe(false);
  cpSync(join(home.data, 'keys'), join(elsewhere, 'keys'), { recursive: true });
  expect(await restore()).toContain('跟进任务从原来的位置接着做');
  restored = await startRunning({ data: elsewhere, password: home.password });
  expect(existsSync(join(elsewhere, 'postgres'))).toBe(true);
});

it('原来的每一件原样在：页面、期限、文书、附件、查询码、密件', { timeout: 60_000 }, async () => {
  expect(await withoutLooks(restored, before.matter)).toEqual(before.page);
  expect(await papersAt(restored, before.matter)).toEqual(before.papers);
  const head = await signIn(restored, 'zj02');
  for (const { no, hash } of before.papers) {
    expect(sha256(await head.download(`${papersOf(before.matter)}/papers/${no}/paper.pdf`))).toBe(hash);
  }
  const clerk = await signIn(restored, 'xf02');
  const path = `/api/intake/${before.intake.region}/${before.intake.intake}`;
  expect(done(await clerk.get(path))).toMatchObject({ no: before.no, text: before.story, files: [{ name: '现场.png' }] });
  expect((await clerk.get(`${path}/files/0`)).status).toBe(200);
  await follow(restored.portal, before.code, '已登记|已经登记');
  const keeper = await signIn(restored, 'mj01');
  expect(done(await keeper.get('/api/sealed/files')).rows.map((row: { code: string }) => row.code)).toContain(before.accusation);
  expect(await runScript('verify-history', [], { HUIYIN_DATA: elsewhere, HUIYIN_DEMO: '0' })).toContain('qinghe：完整，没有缺漏和改动');
});

it('跟进的任务接着做：新办的一步，查询码下看得到，检索得到，门户上新交的进得来', { timeout: 90_000 }, async () => {
  const who = await people(restored);
  const given = filing({ title: '恢复以后新交的一件', story: `恢复以后，柏树坡的水管又裂了，编号${sha256(Buffer.from(elsewhere)).slice(0, 8)}。` });
  const { code, no } = await file(restored.portal, given);
  const intake = await arrived(who.clerk, no);
  const part = { title: given.title, text: given.story, claims: given.claims, accusation: false, classify: letter().parts[0]!.classify };
  const { matters } = done(await who.clerk.post(`/api/intake/${intake.region}/${intake.intake}/open`, { seen: intake.n, parts: [part] }));
  done(await ask(who.triage, { ...matters[0], intake: intake.intake, code }, 'refer', { to: 'qinghe/housing' }));
  await follow(restored.portal, code, '住房和城乡建设局', 60);
  await until(
    async () =>
      done(await who.triage.get(`/api/insight/search?q=${encodeURIComponent('柏树坡的水管')}`)).hits.some(
        (hit: { matter: string }) => hit.matter === matters[0].matter,
      ),
    60,
  );

  expect(no).not.toBe(before.no); // no number is given twice
});

it('密钥文件夹不是这个数据库的：不启动，一句话说明怎么办，不留进程', { timeout: 90_000 }, async () => {
  const printed = restored.output();
  await restored.stop();
  const file = join(elsewhere, 'keys/database/postgres');
  const right = readFileSync(file);
  writeFileSync(file, 'of-another-database');
  const start = startRunning({ data: elsewhere, password: home.password });
  await expect(start).rejects.toThrow(/不接受密钥文件夹里的密码.*请放回原来的/);
  expect(findRunning(join(elsewhere, 'postgres/cluster'))).toBeUndefined();
  writeFileSync(file, right);
  restored = await startRunning({ data: elsewhere, password: home.password });
  expect(await withoutLooks(restored, before.matter)).toEqual(before.page);
  expect([...said].filter((word) => printed.includes(word))).toEqual([]);
});

it('运行日志里没有交来的任何一个字', async () => {
  const printed = `${await home.output()}${restored.output()}`;
  expect(said.size).toBeGreaterThan(10);
  expect([...said].filter((word) => printed.includes(word))).toEqual([]);
});

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
