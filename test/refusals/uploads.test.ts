import { beforeAll, describe, expect, inject, it } from 'vitest';
import { PDF, picture } from '../pictures.ts';
import { remember, said, type Official } from '../official.ts';
import { sharedProgram, type Shared } from '../running-shared.ts';
import { until } from '../runtime/program.ts';
import type { Visitor } from '../visitor.ts';
import { archive } from '../zip.ts';
import { arrived, file, fillIn, filing, follow, numberOn } from './citizen.ts';
import { done, letter, people, refused } from './way.ts';

/** 太大的、冒充的附件：说清楚为什么、怎么办；别的附件和写下的话一个字不少。 */
const MB = 1024 * 1024;
const TOO_BIG = Buffer.concat([Buffer.from('ID3\u0003\u0000'), Buffer.alloc(21 * MB, 1)]);
const PROGRAM = Buffer.from('MZ\u0090\u0000\u0003 this is a program');
const PAGE = Buffer.from('<!doctype html><script>alert(1)</script>');

let running: Shared;
let clerk: Official;
beforeAll(async () => {
  running = await sharedProgram(inject('running'));
  clerk = (await people(running)).clerk;
}, 300_000);

describe('门户', () => {
  it('21 MB 的、名不副实的都不收，收下的和写下的都在，照样交得上去', async () => {
    const given = filing();
    const visitor = await fillIn(running.portal, given);
    await visitor.open('/file/files');
    await visitor.upload('/file/files', { then: 'more' }, [{ name: '收据.png', bytes: await picture('png') }]);
    const page = await visitor.upload('/file/files', { then: 'next' }, [
      { name: '长录音.mp3', bytes: TOO_BIG },
      { name: '现场.jpg', bytes: PROGRAM, type: 'image/jpeg' },
      { name: '合同.pdf', bytes: PAGE, type: 'application/pdf' },
      { name: '租约.pdf', bytes: PDF, type: 'application/pdf' },
    ]);
    expect(visitor.page.status).toBe(422);
    expect(page).toContain('有3份没有收下，其他填的都在');
    expect(page).toContain('长录音.mp3：超过20 MB。照片可以调小再传；录音、PDF可以分成几份');
    expect(page).toContain('现场.jpg：名字是照片、PDF或者录音，内容却不是，所以没有收。请打开看看是不是选错了文件');
    expect(page).toContain('合同.pdf：名字是照片');
    for (const kept of ['收据.png', '租约.pdf']) expect(page).toContain(kept);

    const review = await visitor.open('/file/review');
    for (const text of [given.title, given.story, ...given.claims, given.name, '收据.png', '租约.pdf']) expect(review).toContain(text);
    const receipt = await visitor.send('/file/submit', {});
    const intake = await arrived(clerk, numberOn(receipt));
    expect(intake).toMatchObject({ text: given.story, files: [{ name: '收据.png' }, { name: '租约.pdf' }] });
  });

  it('补充材料时附件没收下：已经写的话还在这一页上，改好再交', async () => {
    const { code } = await file(running.portal);
    const visitor: Visitor = await follow(running.portal, code, '/supplement');
    const text = '又想起一件：去年十月也坏过一次，找过街道。';
    remember(text);
    await visitor.open('/supplement');
    const page = await visitor.upload('/supplement', { text }, [{ name: '证据.png', bytes: PROGRAM, type: 'image/png' }]);
    expect(visitor.page.status).toBe(422);
    expect(page).toContain(text);
    expect(page).toContain('名字是照片');
    const thanks = await visitor.upload('/supplement', { text }, [{ name: '证据.png', bytes: await picture('png') }]);
    expect(visitor.page.status).toBe(200);
    expect(thanks).not.toContain('没有收下');
  });
});

describe('工作台登记', () => {
  it('21 MB 的、名不副实的、空的：说为什么；已经传好的照样能登记', async () => {
    const good = done(await upload(clerk, '收据.png', await picture('png')));
    refused(await upload(clerk, '长录音.mp3', TOO_BIG), 'TooLarge', '超过大小上限，系统没有收下', '没有丢', '请压缩或拍得小一些再传');
    refused(await upload(clerk, '现场.jpg', PROGRAM), 'Invalid', '内容和名称不一致，不能收', '请传原来的照片、PDF或者录音');
    refused(await upload(clerk, '合同.pdf', PAGE), 'Invalid', '内容和名称不一致');
    refused(await upload(clerk, '表格.xlsx', Buffer.from('PK\u0003\u0004')), 'Invalid', '只收照片（JPEG、PNG、WebP）、PDF和录音');
    refused(await upload(clerk, '空.pdf', Buffer.alloc(0)), 'Invalid', '是空的，请重新选择');
    const { parts: _, ...rest } = letter({ files: [good.id] });
    const { region, intake } = done(await clerk.post('/api/intake/register', rest));
    const page = done(await clerk.get(`/api/intake/${region}/${intake}`));
    expect(page.files).toEqual([{ index: 0, name: '收据.png', type: 'image/png', bytes: expect.any(Number) }]);
    expect((await clerk.get(`/api/intake/${region}/${intake}/files/0`)).status).toBe(200);
  });

  it('没有传过的附件编号：说请重新选择，别的内容都在', async () => {
    refused(await clerk.post('/api/intake/register', letter({ files: ['0123456789abcdef01234567'] })), 'Invalid', '请重新选择这个文件；其他内容都还在');
  });
});

describe('工作台导入', () => {
  const importing = (name: string, bytes: Buffer | string) => {
    const body = new FormData();
    body.append('file', new Blob([bytes as string]), name);
    return clerk.send('/api/intake/imports', body);
  };
  const SHEET = {
    'xl/workbook.xml': '<workbook><sheets><sheet name="a" sheetId="1"/></sheets></workbook>',
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
  };

  it('几百 KB、解开有一百多 MB 的表格，里外说的不一样的，打不开的：没有打开就退回，工作台照样在', async () => {
    const much = Buffer.alloc(130 * MB, '<si><t>路</t></si>');
    refused(await importing('台账.xlsx', archive({ ...SHEET, 'xl/sharedStrings.xml': much }, 100)), 'Invalid', '“台账.xlsx” 解开以后太大', '另存为 CSV');
    const twofold = archive(SHEET);
    twofold.writeUInt32LE(1, twofold.indexOf('PK\u0003\u0004') + 18); // read from the front it is another one
    refused(await importing('台账.xlsx', twofold), 'Invalid', '打不开', '另存为 .xlsx');
    refused(await importing('台账.csv\u0000.xlsm', 'x'), 'Invalid', '认不出');
    refused(await importing('台账.csv', `${'栏,'.repeat(600)}\n1`), 'Invalid', '最多500栏');
    expect((await clerk.get('/api/directory/me')).status).toBe(200);
  });

  it('退回的表格里，打头是等号的，全角的、前面有空格的，都不会被当成公式', async () => {
    const { import: id } = done(await importing('台账.csv', '内容,收到时间,渠道\r\n＝cmd|路灯,,来信\r\n" =1+1 路灯",,来信\r\n'));
    const mapping = { columns: { text: '内容', receivedAt: '收到时间', channel: '渠道' }, source: '台账', dryRun: true };
    done(await clerk.post(`/api/intake/imports/${id}/run`, mapping));
    await until(async () => done(await clerk.get(`/api/intake/imports/${id}`)).now.state !== 'running', 30);
    const rows = String(await clerk.download(`/api/intake/imports/${id}/rejected.csv`));
    expect(rows).toContain(",'＝cmd|路灯,");
    expect(rows).toContain(",' =1+1 路灯,");
  });
});

it('运行日志里没有交来的任何一个字，也没有文件名', async () => {
  const printed = await running.output();
  expect(said.size).toBeGreaterThan(5);
  expect([...said, '收据.png', '长录音', '合同.pdf'].filter((word) => printed.includes(word))).toEqual([]);
});

function upload(official: Official, name: string, bytes: Buffer) {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)]), name);
  return official.send('/api/intake/files', body);
}
