import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import type { Actor } from '#platform/actor.ts';
import { blobsInFolder } from '#platform/blobs-folder.ts';
import { PDF } from '../../test/pictures.ts';
import { cloneDatabase } from '../../test/database.ts';
import { keepFile, openFile } from './portal/uploads.ts';
import { keepTicket, sweepUploads, withFiles, type TicketNeeds } from './tickets.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-tickets-'));
const clerk = { person: 'p-clerk', unit: 'qinghe/petition', region: 'qinghe', roles: [] } as unknown as Actor;
const other = { ...clerk, person: 'p-other' } as Actor;
const day = 24 * 3_600_000;
let clock = new Date('2026-08-03T08:00:00+08:00');
let before: TicketNeeds; // the process in which the file was sent up
let after: TicketNeeds; // the one that runs after a new start

beforeAll(async () => {
  const open = await cloneDatabase();
  const process = async () => ({ db: open('huiyin_office'), blobs: await blobsInFolder(folder), now: () => clock });
  [before, after] = [await process(), await process()];
});

const sendUp = async (name = '合同.pdf') => keepTicket(before, clerk, await keepFile(before.blobs, name, { bytes: PDF, type: 'application/pdf' }));
const use = (who: Actor, tickets: readonly string[]) => withFiles(after, who, tickets, async (take) => take(tickets));
const stored = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((found) => found.isFile()).length;

describe('先上传、后办理的附件', () => {
  it('程序重新启动以后，凭原来的凭条照样用得上，次序不变', async () => {
    const tickets = [await sendUp('一.pdf'), await sendUp('二.pdf')].reverse();
    const files = await use(clerk, tickets);
    expect(files.map(({ name }) => name)).toEqual(['二.pdf', '一.pdf']);
    expect((await openFile(after.blobs, files[0]!)).equals(PDF)).toBe(true);
  });

  it('别人拿到凭条也用不上；不认识的凭条，说清楚怎么办', async () => {
    const ticket = await sendUp();
    await expect(use(other, [ticket])).rejects.toThrow('请重新选择这个文件；其他内容都还在');
    await expect(use(clerk, [ticket, 'f'.repeat(48)])).rejects.toThrow(Refusal);
    expect(await use(clerk, [ticket])).toHaveLength(1); // what was refused cost nothing
  });

  it('数据库里的一行打不开附件：名称、钥和上传的人都不在明处', async () => {
    await sendUp('赵某的病历.pdf');
    const rows = await before.db.sql
      .selectFrom('intake.upload' as never)
      .selectAll()
      .execute();
    const dump = (rows as { envelope: Buffer }[]).map(({ envelope }) => envelope.toString('latin1')).join() + JSON.stringify(rows);
    expect(dump).not.toMatch(/病历|p-clerk|"key"/);
  });
});

describe('十二小时以后', () => {
  it('没有用上的连内容一起删；用过的、结果不明的，内容都留着；被退回的算没有用过', async () => {
    clock = new Date(clock.getTime() + day);
    await sweepUploads(after, 'qinghe');
    const already = stored();
    const [used, refused, unclear, never] = [await sendUp(), await sendUp(), await sendUp(), await sendUp()];
    await use(clerk, [used]);
    await expect(use(clerk, [used, 'f'.repeat(48)])).rejects.toThrow(Refusal); // a second try with the same ticket takes nothing from the first
    await expect(withFiles(after, clerk, [refused], () => Promise.reject(new Refusal('Stale', '有人先办了。')))).rejects.toThrow('有人先办了');
    await expect(withFiles(after, clerk, [unclear], () => Promise.reject(new Error('connection lost')))).rejects.toThrow('connection lost');
    expect(never).toHaveLength(48);

    clock = new Date(clock.getTime() + day);
    await expect(use(clerk, [never])).rejects.toThrow('已经过期');
    expect(await sweepUploads(after, 'qinghe')).toBe(4);
    expect(stored()).toBe(already + 2);
    expect(await sweepUploads(after, 'qinghe')).toBe(0);
  });
});
