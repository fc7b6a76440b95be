import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { cloneAddress } from '../database.ts';
import { temporaryFolder, until } from './program.ts';

/** `npm run import` as the operator runs it: a process on a database, killed where it hurts. */
const address = await cloneAddress();
const SCRIPT = join(import.meta.dirname, '../../scripts/import.ts');
const MESSAGES = join(import.meta.dirname, '../../../shared/data/messages/issues/messages.jsonl');

const HEAD = '编号,标题,内容,收到时间,渠道,姓名,种类,内容分类';
const line = (id: string, more = '') => `${id},路灯不亮${more},"街口的路灯坏了，${id}
晚上看不见",2026-07-20 9:05,来信,张三,,`;

describe('npm run import', () => {
  it('CSV：UTF-8 和 GBK 都认；退回的连同原因在错误文件里；再运行一次没有第二件', async () => {
    const { file, run } = folder(
      '来件.csv',
      [HEAD, line('C1'), line('C2'), 'C3,没有内容,,2026-07-20,来信,张三,,', 'C4,分类,路灯坏了,2026-07-20,来信,张三,申诉求决,0304', 'C5,少一栏'].join('\n'),
    );
    const first = await run();
    expect(first.output).toContain('共读到 5 件 ＝ 新登记 3 件 ＋ 先前已登记 0 件 ＋ 退回 2 件。');
    expect(first.output).toContain('其中 1 件事项已经立件');
    expect(first.code).toBe(2);
    const errors = readFileSync(`${file}.errors.csv`, 'utf8');
    expect(errors).toContain('行号,原因,编号');
    expect(errors).toContain('6,内容是空的或者不到两个字，请补上内容。,C3');
    expect(errors).toContain('这一行有2栏，表头有8栏');

    const again = await run();
    expect(again.output).toContain('共读到 5 件 ＝ 新登记 0 件 ＋ 先前已登记 3 件 ＋ 退回 2 件。');
    expect(await countOf('来件.csv')).toBe(3);
  });

  it('GBK 的文件，字一个不错；编号写进回执', async () => {
    // 编号,标题,内容,收到时间,渠道 / G1,路灯,路灯坏了,2026-07-20,来信 in GBK
    const gbk = Buffer.from(
      'b1e0bac52cb1eacce22cc4dac8dd2ccad5b5bdcab1bce42cc7feb5c00a47312cc2b7b5c62cc2b7b5c6bbb5c1cb2c323032362d30372d32302cc0b4d0c50a',
      'hex',
    );
    const { run, file } = folder('旧系统.csv', gbk);
    const { output, code } = await run('--codes', `${join(file, '..')}/codes.csv`);
    expect(output).toContain('GBK');
    expect(output).toContain('新登记 1 件');
    expect(code).toBe(0);
    expect(existsSync(`${file}.errors.csv`)).toBe(false);
    expect(readFileSync(join(file, '../codes.csv'), 'utf8')).toMatch(/G1,990421-S-\d{4}-\d+-?.*,[0-9A-Z]{3} [0-9A-Z]{5} [0-9A-Z]{5}/);
  });

  it('XLSX：日期是单元格里看到的那一天', async () => {
    const { file, run } = folder('表.xlsx', '');
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('一');
    sheet.addRow(['编号', '标题', '内容', '收到时间', '渠道']);
    sheet.addRow([17, '路灯', '路灯坏了', new Date('2026-07-20T09:05:00Z'), '来访']);
    sheet.addRow(['', '', '', '', '']);
    sheet.addRow([18, '路灯', { richText: [{ text: '又' }, { text: '坏了' }] }, '2026年7月21日', '来访']);
    await book.xlsx.writeFile(file);
    const { output } = await run();
    expect(output).toContain('共读到 2 件 ＝ 新登记 2 件');
    const [row] = await ask(
      `select received_at from intake.intake join intake.external using (region, subject) where source = '表.xlsx' and external_id = '17'`,
    );
    expect(row.received_at).toEqual(new Date('2026-07-20T09:05:00+08:00'));
  });

  it('试做什么也不写；不认识的文件、单位、映射，一句话说明白', async () => {
    const { file, run } = folder('试.csv', [HEAD, line('D1')].join('\n'));
    expect((await run('--dry-run')).output).toContain('可以登记 1 件');
    expect(await countOf('试.csv')).toBe(0);
    expect(existsSync(`${file}.position.json`)).toBe(false);
    expect((await run('--unit', 'qinghe/nowhere')).output).toContain('名录中没有收件单位 qinghe/nowhere');
    writeFileSync(`${file}.map.json`, '{"columns": {"text": "没有的栏"}}');
    expect((await run('--map', `${file}.map.json`)).output).toContain('“没有的栏”这一栏文件里没有');
    expect((await folder('试.doc', '').run()).output).toContain('认不出');
  });

  it('做到一半被 kill -9，再运行从那里接着做，一件不少、一件不重', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => line(`K${index}`, `${index}`));
    const { file, run } = folder('大.csv', [HEAD, ...rows, 'K-,坏的,,,,,,'].join('\n'));
    const child = run('--threads', '2'); // several portions are under way at that moment
    await until(() => existsSync(`${file}.position.json`));
    child.kill();
    await child;
    const { rows: done } = JSON.parse(readFileSync(`${file}.position.json`, 'utf8'));
    expect(done).toBeLessThan(3_000);

    const { output, code } = await run('--threads', '2');
    expect(output).toMatch(/上次做到第 \d+ 件/);
    const [, registered, known] = /共读到 3001 件 ＝ 新登记 (\d+) 件 ＋ 先前已登记 (\d+) 件 ＋ 退回 1 件/.exec(output) ?? [];
    expect(Number(registered) + Number(known)).toBe(3_000);
    expect(await countOf('大.csv')).toBe(3_000);
    expect(code).toBe(2);
    expect(readFileSync(`${file}.errors.csv`, 'utf8').trim().split('\r\n')).toHaveLength(2);
  }, 120_000);

  it.skipIf(!existsSync(MESSAGES))(
    '四千三百件真实留言（没有这份文件时跳过）：件件有着落，再运行一次没有第二件',
    async () => {
      const total = readFileSync(MESSAGES, 'utf8').trim().split('\n').length;
      const { run } = folder('留言.jsonl', readFileSync(MESSAGES));
      writeFileSync(
        join(run.home, 'map.json'),
        JSON.stringify({ columns: { externalId: 'id', title: 'title', text: 'detail', receivedAt: 'time' }, constants: { channel: '网民留言' } }),
      );
      const first = sumsIn((await run('--map', join(run.home, 'map.json'))).output);
      expect(first.read).toBe(total);
      expect(first.registered + first.known + first.rejected).toBe(total);
      expect(await countOf('留言.jsonl')).toBe(first.registered);
      const again = sumsIn((await run('--map', join(run.home, 'map.json'))).output);
      expect(again).toEqual({ read: total, registered: 0, known: first.registered + first.known, rejected: first.rejected });
      expect(await countOf('留言.jsonl')).toBe(first.registered);
    },
    300_000,
  );
});

function sumsIn(output: string) {
  const [, read, registered, known, rejected] = (/共读到 (\d+) 件 ＝ 新登记 (\d+) 件 ＋ 先前已登记 (\d+) 件 ＋ 退回 (\d+) 件/.exec(output) ?? []).map(Number);
  return { read, registered: registered!, known: known!, rejected: rejected! };
}

/** A file in a folder of its own, and the script run on it. */
function folder(name: string, content: string | Buffer) {
  const home = temporaryFolder();
  mkdirSync(home, { recursive: true });
  const file = join(home, name);
  writeFileSync(file, content);
  const run = Object.assign((...more: string[]) => start(home, [file, ...more]), { home });
  return { file, run };
}

function start(home: string, parameters: readonly string[]) {
  const env = { PATH: process.env['PATH'], DATABASE_URL: address('postgres'), HUIYIN_DATA: join(home, 'data'), HUIYIN_DEMO: '1' };
  const child = spawn(process.execPath, [SCRIPT, ...parameters], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => child.once('close', (code) => resolve({ code, output })));
  return Object.assign(ended, { kill: () => child.kill('SIGKILL') });
}

async function ask(text: string): Promise<any[]> {
  const client = new pg.Client({ connectionString: address('postgres') });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

/** How many intakes came from this file: rows in every table that each must have one in. */
async function countOf(source: string): Promise<number> {
  const [row] = await ask(`
    select count(*)::int as external, count(intake.subject)::int as intakes, count(code.intake)::int as codes
    from intake.external left join intake.intake using (region, subject) left join intake.code on code.region = external.region and code.intake = external.subject
    where source = '${source}'`);
  expect([row.intakes, row.codes]).toEqual([row.external, row.external]);
  return row.external;
}
