import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { checkPdf } from '../../scripts/check-pdf.ts';
import { findProgram, itNeeding, runProgram } from '../programs.ts';
import { deliver, dispatch, opinionSent, sign, startDraft } from '../refusals/papers.ts';
import { accepted, ask, done, type Matter, pageOf, type People } from '../refusals/way.ts';
import { until } from '../runtime/program.ts';
import { handsOn } from './hands.ts';
import { type InTime, openInTime } from './in-time.ts';
import { textOf } from './petitioner.ts';
import { look } from './pictures.ts';

/**
 * A matter that has come to its end is put away by the archivist, taken out as
 * one PDF and as a ZIP, and checked in a folder where there is no Huiyin.
 */
const FIRST_DAY = -100;
const SCRIPT = join(import.meta.dirname, '../../scripts/verify-file.ts');
const RECORD_NO = '0042-XF·SQ·2026·D30-0007';

const folder = mkdtempSync(join(tmpdir(), 'elsewhere-'));
let way: InTime;
let matter: Matter;

beforeAll(async () => {
  if (!findProgram('chromium')) return;
  way = await openInTime(FIRST_DAY);
  await cameToItsEnd();
}, 480_000); // a program of its own, on a machine that may be busy
afterAll(async () => {
  await way?.stop();
  rmSync(folder, { recursive: true });
});

describe('卷宗在回音以外打开、核验', () => {
  itNeeding(
    'chromium',
    'qpdf',
    'pdfinfo',
    'pdftotext',
  )(
    '不变量 36 归档，调出一册 PDF/A 和压缩包；另一台机器上核验完整；改一个字节，说得出是哪一份；目录的页码翻得到',
    async () => {
      const page = await isArchived();
      const listed = await showsItsContents(page);
      const pdf = await takes(page, '下载一册（PDF/A）', 'volume.pdf');
      const zip = await takes(page, '导出压缩包', 'file.zip');
      canBeRead(pdf, listed);
      isVerifiedElsewhere(zip);
      tellsWhichIsWrong(zip);
    },
    120_000,
  );
});

/** Accepted, told, answered, received; no review was asked for within the term: the days do the rest. */
async function cameToItsEnd(): Promise<void> {
  let who = await people();
  matter = await accepted(who, way.justNow());
  const card = { handlerName: '李砚秋', handlerPost: '房地产管理科科长', handlerPhone: '0000-622 0121' };
  const told = await sign(who.unitHead, matter, await startDraft(who.unitClerk, matter, 'F07', { ...card, procedure: 'ordinary' }));
  done(await dispatch(who.unitClerk, matter, told));
  await way.day(FIRST_DAY + 10);
  who = await people();
  const today = (await pageOf(who.unitClerk, matter)).today;
  done(await deliver(who.unitClerk, matter, told, today));
  const handler = { person: '李砚秋', name: '李砚秋', post: '房地产管理科科长', phone: '0000-622 0121' };
  done(await ask(who.unitClerk, matter, 'startHandling', { handler }));
  done(await ask(who.unitClerk, matter, 'recordInvestigation', { on: today, staff: 2, record: '两人到巷口看过，排水沟被碎砖堵住。' }));
  done(await ask(who.unitClerk, matter, 'hearPetitioner', { on: today, refused: false, record: '当面听了来信人的说明。' }));
  const { no } = await opinionSent(who, matter);
  done(await deliver(who.unitHead, matter, no, today));
  await bringsAbout(FIRST_DAY + 55, (page) => page.timeline.some(({ type }: { type: string }) => type === 'ReviewTermEnded'));
  await bringsAbout(FIRST_DAY + 70, (page) => page.stage === 'concluded'); // what may still have been on its way by post
}

/** What the day itself does is done a moment after it has come; other acts of that night may come before it. */
async function bringsAbout(day: number, has: (page: Awaited<ReturnType<typeof pageOf>>) => boolean): Promise<void> {
  await way.day(day);
  await until(async () => has(await pageOf(await way.calls('zj01'), matter)), 60);
}

async function people(): Promise<People> {
  const [clerk, triage, unitClerk, unitHead, other] = await Promise.all(['xf02', 'xf04', 'zj01', 'zj02', 'sl02'].map((login) => way.calls(login)));
  return { clerk, triage, unitClerk, unitHead, other } as People;
}

async function isArchived(): Promise<Page> {
  const page = await way.sits('da01', '/me');
  const { press, open, write, agree } = handsOn(page);
  await press('换到这里：清和县住房和城乡建设局');
  await page.getByRole('row', { name: /清和县住房和城乡建设局 .*现在/ }).waitFor();
  await page.goto(`/matters/${matter.region}/${matter.matter}`);
  await page.getByRole('heading', { name: '能做什么' }).waitFor();
  await look(page, 'file-before');
  await open('归档');
  await write(/档号/, RECORD_NO);
  await look(page, 'file-archive');
  await agree('归档');
  await page.getByText('已归档').first().waitFor();
  return page;
}

/** The contents as the screen has them: what lies in the file, in its order. */
async function showsItsContents(page: Page): Promise<readonly string[]> {
  await page.getByRole('button', { name: '看目录' }).click();
  const lines = page.getByRole('list', { name: '卷内目录' }).getByRole('listitem');
  await lines.first().waitFor();
  await look(page, 'file-contents', { keep: true, from: '#papers' });
  const said = await textOf(page);
  expect(said).toContain('受理（或者不予受理、引导、合并）告知：有');
  const titles = await lines.locator('b').allTextContents();
  expect(titles).toEqual(expect.arrayContaining(['办理过程', '受理告知书', '信访处理意见书', '信访人提出的内容']));
  return titles;
}

async function takes(page: Page, link: string, name: string): Promise<string> {
  const path = join(folder, name);
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }) as Promise<Download>,
    page.getByRole('link', { name: link }).click(),
  ]);
  await download.saveAs(path);
  return path;
}

/** Every title of the contents stands on the page that the contents name. */
function canBeRead(path: string, listed: readonly string[]): void {
  const { faults, words, pages } = checkPdf(path);
  expect(faults).toEqual([]);
  const plain = (text: string) => text.replaceAll(/\s/g, '');
  expect(plain(words)).toContain(plain(RECORD_NO));
  expect(plain(words)).toContain(`总页数${pages}`);
  const sheets = runProgram('pdftotext', ['-raw', path, '-']).split('\f').slice(0, pages).map(plain);
  const contents = sheets.filter((sheet) => sheet.includes('卷内目录')).join('');
  let before = 0;
  for (const [index, title] of listed.entries()) {
    expect(contents).toContain(plain(title));
    const at = pageOfEntry(path, index + 1);
    expect(at).toBeGreaterThan(before - 1);
    expect(at).toBeLessThanOrEqual(pages);
    expect(sheets[at - 1]).toContain(plain(HEADED[title] ?? title.replace(/^.+(?=送达回证$)/, '')));
    before = at;
  }
}

/** What stands at the head of a sheet where that is not its name in the contents. */
const HEADED: Readonly<Record<string, string>> = { 信访处理意见书: '信访事项的处理意见书', 转送函: '转送' };

/** The last number in the line of the contents that begins with this one. */
function pageOfEntry(path: string, no: number): number {
  const lines = runProgram('pdftotext', ['-layout', '-f', '2', '-l', '3', path, '-']).split('\n');
  const line = lines.find((one) => new RegExp(`^\\s*${no}\\s`).test(one)) ?? '';
  return Number(/(\d+)\s*$/.exec(line)?.[1] ?? 0);
}

/** The one script, copied to where nothing else is. */
function verify(zip: string) {
  const script = join(folder, 'verify-file.ts');
  copyFileSync(SCRIPT, script);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, zip], { cwd: folder, env: {}, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

function isVerifiedElsewhere(zip: string): void {
  const { status, said } = verify(zip);
  expect(said).toContain(`卷宗完整：${matter.no}`);
  expect(status).toBe(0);
}

/** One byte in the middle of the opinion, as it lies in the archive. */
function tellsWhichIsWrong(zip: string): void {
  const bytes = readFileSync(zip);
  const name = [...bytes.toString('latin1').matchAll(/PK\x01\x02/g)]
    .map(({ index }) => entryAt(bytes, index))
    .find(({ path }) => path.includes('信访处理意见书'))!;
  const middle = name.data + Math.floor(name.size / 2);
  bytes[middle]! ^= 1;
  const spoiled = join(folder, 'spoiled.zip');
  writeFileSync(spoiled, bytes);
  const { status, said } = verify(spoiled);
  expect(status).toBe(1);
  expect(said).toContain('卷宗有 1 处不符');
  expect(said).toContain(`${name.path}（信访处理意见书）被改动过`);
}

/** A line of the central directory: which file, and where its bytes lie (they are stored, not packed). */
function entryAt(zip: Buffer, at: number): { readonly path: string; readonly data: number; readonly size: number } {
  const [size, length, local] = [zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)];
  const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  return { path: zip.toString('utf8', at + 46, at + 46 + length), data, size };
}
