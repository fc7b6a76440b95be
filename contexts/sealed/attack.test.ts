import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportDatabase } from '#platform/database-export.ts';
import { restoreDatabase } from '#platform/database-restore.ts';
import { openDatabase } from '#platform/database.ts';
import { openKeys } from '#platform/keys-folder.ts';
import { eraseDue } from '#platform/words-erasure.ts';
import { cloneAddress, query, type Role } from '../../test/database.ts';
import { until } from '../../test/runtime/program.ts';
import { accuseLeaders, codeGivenAnew, foundLate, looksLikeAnyOther, soundsLikeNothing, tryEverything } from './testing-attack.ts';
import { openOffice, type Office, type Person } from './testing.ts';

/** Words that stand in the accusations and nowhere else in the county. */
const NAME = '慕容拾遗';
const PHONE = '19900003344';
const SECRETS = [NAME, PHONE, '两条烟和一个红包', '转账截图', '翠屏小区九号楼', '质监站站长索要好处', '附件里的流水', '对照了她的老年优待证'];
const ACCUSATION = `县住建局质监站站长向工地要了两条烟和一个红包，我有转账截图。`;
const CLAIM = '楼道的应急灯三个月不亮，请尽快修好，老人上下楼看不见。';
const CLASSIFY = { kind: 'claim', purpose: 'seekResolution', category: '0306', also: [], firstTime: true, general: false, litigation: false };
const SEAL = { pages: 12, sealNo: 'FQ-000318' };

let office: Office;
let desk: Person;
let keeper: Person;
let file: { region: string; file: string; code: string };
const intakes: string[] = [];
let [url, numbers]: [string, string[]] = ['', []]; // numbers of what is sealed as a whole: the intake, the file, its slip and seal
const OVER = '翠屏街二期的招标底价'; // of a second one, about those who lead the county
const LEADING = `分管的副县长把${OVER}告诉了他外甥，录音在我这里。`;
let above: Person; // who goes on with that one
let over: { file: string; intake: string; no: string };

beforeAll(async () => {
  office = await openOffice({ whole: true });
  [desk, keeper] = await Promise.all([office.signIn('xf04'), office.signIn('mj01')]);
  const attachment = await desk.upload('/api/intake/files', '附件里的流水.pdf', `%PDF-1.4\n附件里的流水\n%%EOF`);
  const title = '质监站站长索要好处';
  const parties = [{ role: 'principal', name: NAME, phone: PHONE, address: '翠屏小区九号楼' }];
  const arrived = { channel: 'letter', receivedAt: new Date().toISOString(), claims: [], electronic: false, people: 1, idNumber: '990421199001011234' };

  const whole = await desk.post('/api/intake/register', {
    ...arrived,
    title,
    text: ACCUSATION,
    parties,
    anonymous: false,
    files: [attachment.body.id],
    parts: [{ title, text: ACCUSATION, claims: [], accusation: true }],
  });
  const mixed = await desk.post('/api/intake/register', {
    ...arrived,
    title: `应急灯，还有${title}`,
    text: `${CLAIM}\n${ACCUSATION}`,
    parties: [],
    anonymous: true,
    files: [],
    parts: [
      { title: `应急灯三个月不亮，还有${title}`, text: `${CLAIM}\n${ACCUSATION}`, claims: [], accusation: false }, // quoted whole by mistake: it is blacked out
      { title, text: ACCUSATION, claims: [], accusation: true },
    ],
  });
  expect([whole.body.sealed, mixed.body.sealed, mixed.body.matters.length]).toEqual([1, 1, 1]);
  intakes.push(
    whole.body.intake,
    mixed.body.intake,
    mixed.body.matters[0].matter,
    ...(await foundLate(office, desk, arrived, {
      title: '地下室渗水',
      name: NAME,
      phone: PHONE,
      secrets: SECRETS,
      accusation: ACCUSATION,
      classify: CLASSIFY,
    })),
  );

  await until(async () => (await keeper.get('/api/sealed/files')).body.rows.length === 3);
  file = (await keeper.get('/api/sealed/files')).body.rows.find((row: { code: string }) => row.code.startsWith(whole.body.no));
  url = `/api/sealed/files/${file.region}/${file.file}`;
  await keeper.post(`${url}/classify`, { seen: 1, accusedUnit: 'qinghe/housing', whom: 'cadres', accused: '韦某' });
  await keeper.post(`${url}/transfer`, { seen: 2, ...SEAL });
  await keeper.post(`${url}/cadre`, { seen: 3, kind: 'report' });
  const said = { office: '质监站站长', subject: '索要好处', facts: SECRETS[2]!, count: 1, pages: 2, sealNo: 'FQ-000901' };
  const reported = await keeper.post(`${url}/reports`, { seen: 4, kind: 'report', ...said });
  expect(reported.status).toBe(200);
  numbers = [whole.body.no, file.code, `${mixed.body.no}-M1`, SEAL.sealNo, reported.body.no, 'FQ-000901'];
  above = await office.signIn('mj02');
  over = await accuseLeaders({ desk, keeper, above }, arrived, LEADING);
}, 180_000);

/** By login: everybody who is not named by the triage or the transfer. */
const ATTACKERS = {
  zj01: '被反映人的单位',
  zj02: '被反映人单位的负责人',
  xf04: '登记它的人',
  xf05: '信访局局长',
  xf06: '督查专员',
  rs01: '别的单位',
  ld01: '领导',
  sw01: '没有被指定的纪检收件人',
  mj02: '上一级的密件专管员',
  sj91: '审计员',
  ys01: '个人信息保护负责人',
  gl01: '系统管理员',
  da01: '在被反映单位兼职的档案员',
} as const;

/** Everybody of the county: the accused has a say over them all. */
const LED_BY_THE_ACCUSED = {
  ld01: '被反映的副县长',
  xw01: '县委书记',
  mj01: '县信访局的密件专管员',
  jw01: '县纪委监委收件人',
  zz01: '县委组织部收件人',
  zf01: '县委政法委收件人',
  xf04: '登记它的人',
  rd02: '县人大信访办',
  fy01: '县法院',
  ls01: '镇政府',
  zj02: '县里别的单位',
} as const;

describe('不变量 27：对被反映人、其单位及下级，一个字也不透露', () => {
  it.each(Object.entries(ATTACKERS))(
    '%s（%s）用遍每一个接口，得不到一个字、一个号；密件的接口都说没有',
    async (login) => {
      const attacker = await office.signIn(login);
      const asked = await tryEverything(attacker, { ids: [file.file, ...intakes], no: numbers[0]!, words: SECRETS, numbers, sealed: file.file });
      expect(asked).toBeGreaterThan(150);
      const rows: { file: string }[] = (await attacker.get('/api/sealed/files')).body.rows ?? [];
      expect(rows.map((row) => row.file)).not.toContain(file.file);
    },
    120_000,
  );

  it.each(Object.entries(LED_BY_THE_ACCUSED))(
    '反映一地领导的，%s（%s）也用遍每一个接口，得不到一个字、一个号',
    async (login) => {
      const attacker = await office.signIn(login);
      const hunted = {
        ids: [over.file, over.intake],
        no: over.no,
        words: [OVER, '外甥', '泄露底价', LEADING],
        numbers: [over.no, 'FQ-000777'],
        sealed: over.file,
      };
      expect(await tryEverything(attacker, hunted)).toBeGreaterThan(100);
      const rows: { file: string }[] = (await attacker.get('/api/sealed/files')).body.rows ?? [];
      expect(rows.map((row) => row.file)).not.toContain(over.file);
    },
    120_000,
  );

  it('在群众门户上用遍每一个接口，凭号、凭编号，什么也得不到', async () => {
    const visitor = await office.visitor();
    const asked = await tryEverything(visitor, {
      ids: [file.file, ...intakes, over.intake],
      no: numbers[0]!,
      words: [...SECRETS, OVER],
      numbers: [],
      sealed: file.file,
    });
    expect(asked).toBeGreaterThan(5);
  });

  it('组织部门的收件人只看得到通报，看不到密件；通报里没有信访人', async () => {
    const recipient = await office.signIn('zz01');
    expect((await recipient.get(url)).status).toBe(404);
    const [row] = (await recipient.get('/api/sealed/reports')).body.rows;
    const report = await recipient.get(`/api/sealed/reports/${row.region}/${row.file}/${row.report}`);
    expect(report.body).toMatchObject({ office: '质监站站长', as: 'organization', may: ['receive'] });
    for (const secret of [NAME, PHONE, SECRETS[4]!, ACCUSATION]) expect(report.text).not.toContain(secret);
  });

  it.each(['zj02', 'xf04', 'sw01', 'mj02'])('%s 听到的，和没有这一件时听到的一模一样', async (login) => {
    const attacker = await office.signIn(login);
    const none = `/api/sealed/files/qinghe/${randomUUID()}`;
    const bodies: [string, object | undefined][] = [
      ['', undefined],
      ['/slip', undefined],
      ['/attachments/0', undefined],
      ['/classify', { seen: 3, accusedUnit: 'qinghe/water', whom: 'cadres' }],
      ['/transfer', { seen: 3, ...SEAL }],
      ['/receive', { seen: 3, ...SEAL }],
      ['/refuse', { seen: 3, reason: '不归我们管' }],
      ['/mark', { seen: 3, mark: 'AccusationHandled', on: '2026-01-01' }],
      ['/forward', { seen: 3, way: 'up', on: '2026-01-01' }],
      ['/code', { seen: 3, checked: '看了身份证原件' }],
      ['/cadre', { seen: 3, kind: 'major' }],
      ['/leaders', undefined],
      ['/reports', { seen: 3, kind: 'report', office: '某某', subject: '某事', facts: '某事某事', count: 1, ...SEAL }],
    ];
    for (const [way, body] of bodies) {
      const [there, not] = await Promise.all([url, none].map((base) => (body ? attacker.post(base + way, body) : attacker.get(base + way))));
      expect([there!.status, { ...there!.body, request: '' }], way).toEqual([404, { ...not!.body, request: '' }]);
    }
  });

  it.each(['xf01', 'xf06', 'zj01'])('不变量 28：%s 从一般接口听到的也一样', async (login) => soundsLikeNothing(await office.signIn(login), intakes));

  it('凭姓名、电话、住址、证件号查先前的来件，查不到它', async () => {
    const parties = [{ role: 'principal', name: NAME, phone: PHONE, address: '翠屏小区九号楼' }];
    expect(await desk.post('/api/intake/earlier', { parties, idNumber: '990421199001011234' })).toMatchObject({ status: 200, body: [] });
  });

  it('没有登录的，什么也得不到', async () => {
    const nobody = await office.stranger();
    for (const way of [url, '/api/sealed/files']) expect((await nobody.get(way)).status).toBe(401);
  });

  it('有权的人照样看得到，附件也打得开：以上不是因为坏了', async () => {
    expect((await keeper.get(url)).body.content.text).toBe(ACCUSATION);
    expect((await keeper.get(`${url}/attachments/0`)).text).toContain('附件里的流水');
    const recipient = await office.signIn('jw01');
    expect((await recipient.get('/api/sealed/files')).body.rows).toHaveLength(1);
    expect((await recipient.get(`${url}/attachments/0`)).status).toBe(404); // before the receipt
  });
});

describe('不变量 27：数据库角色', () => {
  const denied = { code: '42501' };
  const clientAs = async (role: Role) => {
    const client = new pg.Client({ connectionString: office.address(role) });
    await client.connect();
    return client;
  };

  it.each(['huiyin_office', 'huiyin_worker', 'huiyin_portal'] as const)('%s 对 sealed 只能放入，不能看、不能改、不能删', async (role) => {
    const owner = await clientAs('postgres');
    const { rows } = await owner.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'sealed'");
    const client = await clientAs(role);
    expect(rows.length).toBeGreaterThan(8);
    for (const { name } of rows) {
      for (const sql of [`select 1 from sealed.${name}`, `delete from sealed.${name}`, `update sealed.${name} set region = ''`, `truncate sealed.${name}`]) {
        await expect(client.query(sql), sql).rejects.toMatchObject(denied);
      }
      if (name !== 'inbox') await expect(client.query(`insert into sealed.${name} (region) values ('x')`)).rejects.toMatchObject(denied);
    }
    const put = client.query("insert into sealed.inbox (region, id, code, envelope, received_at) values ('x', gen_random_uuid(), 'x', '', now())");
    if (role === 'huiyin_office') {
      await put;
      await expect(client.query("insert into sealed.inbox (region, id, code, taken_at) values ('x', gen_random_uuid(), 'x', now())")).rejects.toMatchObject(
        denied,
      );
      await expect(
        client.query("insert into sealed.inbox (region, id, code, envelope, received_at) values ('x', gen_random_uuid(), 'x', '', now()) returning code"),
      ).rejects.toMatchObject(denied);
      await owner.query("delete from sealed.inbox where region = 'x'");
    } else await expect(put).rejects.toMatchObject(denied);
    await client.end();
    await owner.end();
  });

  it('huiyin_sealed 只看得到自己的和名录，看不到普通办件；留痕只能加', async () => {
    const client = await clientAs('huiyin_sealed');
    const { rows } = await client.query<{ name: string }>(
      `select nspname || '.' || relname as name from pg_class rel join pg_namespace space on space.oid = relnamespace
       where relkind in ('r', 'p', 'v') and nspname !~ '^pg_' and nspname not in ('information_schema', 'sealed')
         and has_schema_privilege(space.oid, 'usage') and (has_table_privilege(rel.oid, 'select') or has_any_column_privilege(rel.oid, 'select'))`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([
      'directory.membership',
      'directory.organ',
      'directory.person',
      'directory.session',
      'directory.version',
      'public.migration',
      'rules.notice', // which calendar is in force
    ]);
    for (const table of ['action', 'key', 'text', 'opening', 'closing']) {
      await expect(client.query(`delete from sealed.${table}`)).rejects.toMatchObject(denied);
      await expect(client.query(`update sealed.${table} set region = region`)).rejects.toMatchObject(denied);
    }
    await client.end();
  });
});

describe('不变量 28：移入密件并删除以后，别处没有它的一个字', () => {
  it('查询码丢了，由密件线核对身份后补发：旧码作废，新码看得到同样的日期；普通一侧不多一个动作，也不知道为什么', () =>
    codeGivenAnew(office, { desk, keeper }, { url, intake: intakes[0]!, checked: SECRETS.at(-1)! }));

  it('普通一侧的全部备份，原样找、用普通一侧的全部密钥解开来找，都没有；密件另成一套，能恢复', async () => {
    const worker = openDatabase(office.address('huiyin_worker'), 1);
    while ((await eraseDue(worker.sql, 'qinghe', new Date())) > 0);
    await worker.close();

    const [main, sealed] = [mkdtempSync(join(tmpdir(), 'huiyin-dump-')), mkdtempSync(join(tmpdir(), 'huiyin-dump-sealed-'))];
    const manifests = await exportDatabase({
      url: office.address('postgres'),
      folder: main,
      now: new Date(),
      sealed: { url: office.address('huiyin_sealed'), folder: sealed },
    });
    expect(manifests[0]!.tables.some(({ name }) => name.startsWith('sealed.'))).toBe(false);
    expect(manifests[1]!.tables.every(({ name }) => name.startsWith('sealed.'))).toBe(true);

    const dump = readdirSync(main)
      .map((name) => readFileSync(join(main, name)))
      .map((bytes, at) => (readdirSync(main)[at]!.endsWith('.gz') ? gunzipSync(bytes) : bytes));
    const blobs = readdirSync(join(office.dataFolder, 'blobs'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    const opened = await office.openEverything(openKeys(office.keyFolder, 'office'));
    const everywhere = Buffer.concat([...dump, ...blobs, ...opened]);
    const needles = SECRETS.flatMap((secret) => [
      Buffer.from(secret),
      Buffer.from(Buffer.from(secret).toString('hex')),
      Buffer.from(Buffer.from(secret).toString('base64').slice(2, -4)),
    ]);
    expect(needles.filter((needle) => everywhere.includes(needle)).map(String)).toEqual([]);
    expect(Buffer.concat(opened).includes(Buffer.from('应急灯三个月不亮'))).toBe(true); // what is ordinary does open: the search looks at something
    expect(dump.length).toBeGreaterThan(30);

    const to = await cloneAddress();
    await query(to('postgres'), 'select 1');
    await restoreDatabase({ url: to('huiyin_sealed'), folder: sealed });
    const back = openDatabase(to('huiyin_sealed'), 1);
    expect(await back.sql.selectFrom('sealed.file').selectAll().execute()).toHaveLength(7); // desk, recipient and organisation department of one, desk and recipient of another, two that wait
    await back.close();
  }, 60_000);

  it('办到一半才发现的：原来的单位、原来的来件都没有了，号和日期还在；密件里是全部的话、附件和已成文的文书', async () => {
    const [, , , intake, late] = intakes;
    for (const login of ['zj01', 'zj02', 'xf04']) {
      const person = await office.signIn(login);
      const gone = await person.get(`/api/casework/matters/qinghe/${late}`);
      const never = await person.get(`/api/casework/matters/qinghe/${randomUUID()}`);
      expect([gone.status, { ...gone.body, request: '' }], login).toEqual([404, { ...never.body, request: '' }]);
      expect((await person.get(`/api/documents/matters/qinghe/${late}/papers`)).status).toBe(404);
      for (const list of ['/api/casework/desk', '/api/casework/matters']) expect((await person.get(list)).text).not.toContain(late);
    }
    expect((await desk.get(`/api/intake/qinghe/${intake}`)).status).toBe(404); // sealed as a whole, as if it had been at once

    const row = (await keeper.get('/api/sealed/files')).body.rows.find(({ code }: { code: string }) => /-X-.*-M$/.test(code));
    const { content, clocks } = (await keeper.get(`/api/sealed/files/${row.region}/${row.file}`)).body;
    for (const word of [ACCUSATION, '2．查质监站站长索要好处', '转送】里面提到', '调查核实】问到了', '补充材料】来人补充'])
      expect(content.text).toContain(word);
    expect(content.parties).toMatchObject([{ name: NAME, phone: PHONE }]);
    expect(content.files.map(({ name }: { name: string }) => name)).toEqual(['附件里的流水.pdf', '移入前的文书2.pdf']);
    expect(clocks.map(({ clock }: { clock: string }) => clock)).toEqual(['A10', 'A03']);
    expect((await keeper.get(`/api/sealed/files/${row.region}/${row.file}/attachments/0`)).text).toContain('附件里的流水，另一份');
    expect((await keeper.file(`/api/sealed/files/${row.region}/${row.file}/attachments/1`)).toString('latin1')).toMatch(/^%PDF/);
  });

  it('一信多诉里的一件移入密件：另一件照办，只是分不开的附件一并移走；并入它的要先拆出来', async () => {
    const { body: file } = await desk.upload('/api/intake/files', '流水.pdf', '%PDF-1.4\n流水\n%%EOF');
    const part = (title: string) => ({ title, text: `${title}，请查。`, claims: [title], accusation: false, classify: CLASSIFY });
    const given = { channel: 'letter', receivedAt: new Date().toISOString(), claims: [], electronic: false, people: 1, parties: [], anonymous: true };
    const letter = (title: string, ...parts: object[]) => desk.post('/api/intake/register', { ...given, title, text: title, files: [file.id], parts });
    const [two, copy] = [await letter('两件事的信', part('楼顶漏雨'), part('有人收了好处')), await letter('又一封', part('有人收了好处'))];
    const [roof, bribe] = two.body.matters as { matter: string; no: string }[];
    const [same] = copy.body.matters as { matter: string }[];
    const seal = async (id: string) => {
      const at = `/api/casework/matters/qinghe/${id}`;
      return desk.post(`${at}/act`, { seen: (await desk.get(at)).body.n, command: 'moveToSealed', fields: {} });
    };
    const attach = { target: bribe!.no, ground: 'sameText', grounds: '两封信说的是同一件事，文字相同。' };
    const at = `/api/casework/matters/qinghe/${same!.matter}`;
    expect((await desk.post(`${at}/act`, { seen: (await desk.get(at)).body.n, command: 'attachDuplicate', fields: attach })).status).toBe(200);
    const no = await seal(bribe!.matter);
    expect([no.status, no.body.title]).toEqual([422, expect.stringContaining('请先逐件拆出，也移入密件，再移本件')]);
    expect((await seal(same!.matter)).status).toBe(200); // an attached one is sealed by itself, and stands in nobody's way then
    expect((await seal(bribe!.matter)).status).toBe(200);

    const page = await desk.get(`/api/intake/qinghe/${two.body.intake}`);
    expect(page.body).toMatchObject({ stage: 'split', sealed: true, files: [], matters: [{ matter: roof!.matter }] });
    const worker = openDatabase(office.address('huiyin_worker'), 1);
    await eraseDue(worker.sql, 'qinghe', new Date());
    await worker.close();
    expect((await desk.get(`/api/casework/matters/qinghe/${roof!.matter}`)).body).toMatchObject({ title: '楼顶漏雨', stage: 'triaged' });
    expect((await desk.get(`/api/casework/matters/qinghe/${roof!.matter}`)).text).not.toContain('流水.pdf');
  });

  it('来件页面上也不再有原文、姓名和附件；一半请求、一半检举的，本局局长看到的来件页和别的来件一模一样', async () => {
    await looksLikeAnyOther(desk, await office.signIn('xf05'), { accusation: ACCUSATION, claim: CLAIM });
    const [, mixed, matter] = intakes;
    const page = await desk.get(`/api/intake/qinghe/${mixed}`);
    expect([page.status, page.body.sealed, page.body.files, page.body.parties]).toEqual([200, true, [], []]);
    expect((await desk.get(`/api/intake/qinghe/${intakes[0]}`)).status).toBe(404);
    expect((await desk.get(`/api/casework/matters/qinghe/${matter}`)).text).not.toContain('红包');
  });
});

it('不变量 28：各个进程写到最细的日志里，没有它的一个字、一个名、一个号', () => {
  const printed = office.printed();
  expect(printed.length).toBeGreaterThan(10_000); // it was written, and is looked at
  expect([...SECRETS, OVER, '外甥', ...numbers, over.no, 'FQ-000777'].filter((word) => printed.includes(word))).toEqual([]);
});

it('密件进程停了，工作台照常用，只是这一部分说暂时用不上', async () => {
  await office.stopSealed();
  const answer = await keeper.get('/api/sealed/files');
  expect([answer.status, answer.body.type]).toEqual([503, 'Unavailable']);
  expect((await keeper.get('/api/directory/me')).status).toBe(200);
});
