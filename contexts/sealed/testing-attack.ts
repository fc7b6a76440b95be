/** For the test that attacks the sealed line: a matter that turns out to be an accusation late, and an attacker who tries every endpoint. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { openDatabase } from '#platform/database.ts';
import { fillPath, type Known, loosely, type Operation, sample } from '../../test/attack.ts';
import { until } from '../../test/runtime/program.ts';
import type { Office, Person } from './testing.ts';

interface Late {
  readonly title: string;
  readonly name: string;
  readonly phone: string;
  readonly secrets: readonly string[];
  readonly accusation: string;
  readonly classify: object;
}

/**
 * Taken for a claim by everybody: referred to the very unit, accepted, investigated, a paper signed and
 * another begun, words added. Then somebody there reads it again, and moves it to the sealed line.
 */
export async function foundLate(office: Office, desk: Person, arrived: object, { name, phone, secrets, accusation, classify }: Late): Promise<string[]> {
  const [clerk, head] = await Promise.all([office.signIn('zj01'), office.signIn('zj02')]);
  const attachment = await desk.upload('/api/intake/files', '附件里的流水.pdf', `%PDF-1.4\n附件里的流水，另一份\n%%EOF`);
  const text = `地下室渗水没有人修。${accusation}`;
  const { body } = await desk.post('/api/intake/register', {
    ...arrived,
    idNumber: undefined,
    title: '地下室渗水',
    text,
    parties: [{ role: 'principal', name, phone, address: '翠屏小区九号楼' }],
    anonymous: false,
    files: [attachment.body.id],
    parts: [{ title: '地下室渗水', text, claims: ['修好地下室', '查质监站站长索要好处'], accusation: false, classify }],
  });
  const [late] = body.matters as { matter: string }[];
  const at = `/api/casework/matters/qinghe/${late!.matter}`;
  const does = async (who: Person, command: string, fields: object = {}) => {
    const { n } = (await who.get(at)).body;
    const answer = await who.post(`${at}/act`, { seen: n, command, fields });
    expect([answer.status, answer.body.title], command).toEqual([200, undefined]);
  };
  await does(desk, 'refer', { to: 'qinghe/housing', note: `里面提到${secrets[2]}，请注意。` });
  await does(clerk, 'accept', { route: 'petitionProcedure' });
  await does(clerk, 'startHandling', { handler: { person: '李砚秋', name: '李砚秋', post: '科长', phone: '0000-622 0121' } });
  await does(clerk, 'recordInvestigation', { on: (await clerk.get(at)).body.today, staff: 2, record: `问到了${secrets[2]}，看了${secrets[3]}。` });
  await does(clerk, 'addMaterial', { text: `来人补充：${secrets[3]}在手机里。` });
  const papers = `/api/documents/matters/qinghe/${late!.matter}`;
  const draft = await head.post(`${papers}/drafts`, { code: 'F07', values: { procedure: 'ordinary', claims: [secrets[5]] } });
  expect(draft.status).toBe(200);
  expect((await head.post(`${papers}/drafts/${draft.body.draft}/sign`, { version: draft.body.version, seen: draft.body.n })).status).toBe(200);
  expect((await clerk.post(`${papers}/drafts`, { code: 'F23', values: { statement: accusation } })).status).toBe(200);
  await does(clerk, 'moveToSealed');
  return [body.intake, late!.matter];
}

interface Hunted {
  readonly ids: readonly string[];
  readonly no: string;
  readonly words: readonly string[]; // that may stand in no answer
  readonly numbers: readonly string[];
  readonly sealed: string; // the id of the file
}

/**
 * Every endpoint that the description prints, with every id, asked with the least
 * that it takes and with all that it takes, words of the accusation wherever words may stand.
 */
export async function tryEverything(attacker: Person, { ids, no, words, numbers: kept, sealed }: Hunted): Promise<number> {
  const description = (await attacker.get('/api/openapi.json')).body;
  let asked = 0;
  const look = (answer: { status: number; text: string }, about: string, forbidden: readonly string[]) => {
    asked += 1;
    expect(answer.status, about).not.toBe(500);
    for (const word of forbidden) expect(answer.text, about).not.toContain(word);
    if (about.includes(sealed)) expect([400, 403, 404, 405, 422], `${about}: ${answer.text}`).toContain(answer.status);
  };
  for (const [path, methods] of Object.entries<Record<string, Operation>>(description.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (method === 'post' && path.startsWith('/api/directory/')) continue; // accounts hold no content; these would end the attack
      for (const id of path.includes('{') ? ids : ['']) {
        const address = fillPath(path, { region: 'qinghe', id });
        const known: Known = { id: id || ids[0]!, no, words: method === 'get' || /find|search|earlier/.test(path) ? words[3 % words.length]! : '别人写的话' };
        if (method === 'get') {
          look(await attacker.get(address + loosely(operation, known)), `get ${address}`, [...words, ...kept]);
          continue;
        }
        const schema = operation.requestBody?.content?.['application/json']?.schema;
        look(await attacker.post(address, sample(schema, known)), `post ${address}`, [...words, ...kept]);
        look(await attacker.post(address, sample(schema, known, true)), `post ${address}, all`, words); // here the number was said by the attacker
      }
    }
  }
  return asked;
}

/** Of what was sealed away the ordinary interfaces say the same as of what never was: the intake comes first, the matter last. */
export async function soundsLikeNothing(asker: Person, sealed: readonly string[]): Promise<void> {
  const [intake, matter] = [sealed[0]!, sealed.at(-1)!];
  const asked = async (way: string, id: string) => {
    const { status, body } = await asker.get(way.replace('$', id));
    return { status, ...body, request: '' };
  };
  const ofIntake = ['', '/call', '/earlier', '/files/0'].map((end) => `/api/intake/qinghe/$${end}`);
  const ofMatter = ['', '/cannot'].map((end) => `/api/casework/matters/qinghe/$${end}`);
  const papers = ['papers', 'file'].map((end) => `/api/documents/matters/qinghe/$/${end}`);
  for (const way of ofIntake) expect(await asked(way, intake), way).toEqual(await asked(way, randomUUID()));
  for (const way of [...ofMatter, ...papers, '/api/evaluation/matters/qinghe/$']) expect(await asked(way, matter), way).toEqual(await asked(way, randomUUID()));
}

/** About a vice head of the county: everybody in the county has to do with the accused, the discipline organ and the sealed desk included. */
export async function accuseLeaders({ desk, keeper, above }: Readonly<Record<'desk' | 'keeper' | 'above', Person>>, arrived: object, text: string) {
  const title = '副县长泄露底价';
  const part = { title, text, claims: [], accusation: true };
  const given = { ...arrived, idNumber: undefined, title, text, parties: [], anonymous: true, files: [], parts: [part] };
  const { body } = await desk.post('/api/intake/register', given);
  const rowOf = async (who: Person) => (await who.get('/api/sealed/files')).body.rows.find((row: { code: string }) => row.code === `${body.no}-M1`);
  await until(async () => (await rowOf(keeper)) !== undefined);
  const row = await rowOf(keeper);
  const at = `/api/sealed/files/${row.region}/${row.file}`;
  expect((await keeper.post(`${at}/classify`, { seen: 1, accusedUnit: 'qinghe/government', whom: 'leaders' })).body).toMatchObject({ stays: false });
  expect((await above.post(`${at}/transfer`, { seen: 3, pages: 4, sealNo: 'FQ-000777' })).status).toBe(200);
  return { file: row.file, intake: body.intake, no: body.no };
}

/** A lost code of a letter that was an accusation altogether: the old one ends, the new one shows the same days, and the ordinary history has not one action more. */
export async function codeGivenAnew(
  office: Office,
  { desk, keeper }: Readonly<Record<'desk' | 'keeper', Person>>,
  { url, intake, checked }: Readonly<Record<'url' | 'intake' | 'checked', string>>,
): Promise<void> {
  const owner = openDatabase(office.address('postgres'), 1);
  const rows = async (table: string, columns: string) =>
    (await sql<Record<string, string>>`select ${sql.raw(columns)} from ${sql.table(table)} where region = 'qinghe'`.execute(owner.sql)).rows;
  const codes = async () =>
    (await rows('intake.code', "intake, encode(code_hmac, 'hex') as hmac, revoked_at is null as open")).filter((row) => row['intake'] === intake);
  const shown = async (table: string, hmac: string) => (await rows(table, "encode(code_hmac, 'hex') as hmac")).filter((row) => row['hmac'] === hmac).length;
  const acts = async () => (await rows('history.action', 'subject')).filter(({ subject }) => subject === intake).length;
  const [old] = await codes();
  const before = await acts();
  await until(async () => (await shown('transparency.progress', old!['hmac']!)) === 1);

  expect((await desk.post(`/api/intake/qinghe/${intake}/code`, { seen: 1, checked })).status).toBe(404);
  const { n } = (await keeper.get(url)).body;
  const given = await keeper.post(`${url}/code`, { seen: n, checked });
  expect([given.status, given.body.n]).toEqual([200, n + 1]);
  expect(given.body.code).toMatch(/^[0-9A-Z]{3} [0-9A-Z]{5} [0-9A-Z]{5}$/);
  expect((await keeper.post(`${url}/code`, { seen: n, checked })).body.type).toBe('Stale');

  await until(async () => (await rows('intake.given_code', 'region')).length === 0);
  const now = await codes();
  expect(now.map(({ hmac, open }) => [hmac === old!['hmac'], open]).sort()).toEqual([
    [false, true],
    [true, false],
  ]);
  const fresh = now.find(({ open }) => open)!['hmac']!;
  expect([await shown('transparency.progress', old!['hmac']!), await shown('transparency.progress', fresh)]).toEqual([0, 1]);
  expect(await shown('transparency.sealed_dates', fresh)).toBe(1);
  expect(await acts()).toBe(before);
  await owner.close();
}

/**
 * A letter that asks for something and accuses somebody, beside one that only asks: to the head of
 * the very desk, who had no hand in either, every interface of the intake says the same of both.
 */
export async function looksLikeAnyOther(desk: Person, head: Person, { accusation, claim }: Readonly<Record<'accusation' | 'claim', string>>): Promise<void> {
  const given = { channel: 'letter', receivedAt: new Date().toISOString(), claims: [], electronic: false, people: 1, parties: [], anonymous: true };
  const part = (text: string, accusing: boolean) => ({ title: text.slice(0, 10), text, claims: [], accusation: accusing });
  const letter = async (title: string, text: string, ...parts: object[]) => {
    const attachment = await desk.upload('/api/intake/files', '照片.pdf', `%PDF-1.4\n${title}\n%%EOF`);
    return (await desk.post('/api/intake/register', { ...given, title, text, files: [attachment.body.id], parts })).body;
  };
  const plain = await letter('应急灯不亮，请修', claim, part(claim, false));
  const mixed = await letter('应急灯不亮，还有别的', `${claim}\n${accusation}`, part(claim, false), part(accusation, true));
  expect([plain.sealed, mixed.sealed, plain.matters.length, mixed.matters.length]).toEqual([0, 1, 1, 1]);
  const told = async (who: Person, { intake, no, matters }: typeof plain, way: string, body?: object) => {
    const at = `/api/intake/qinghe/${intake}${way}`;
    const { status, text } = await (body ? who.post(at, body) : who.get(at));
    const own: readonly [string, string][] = [
      [no, '收件号'],
      [intake, '来件'],
      [matters[0].no, '编号'],
      [matters[0].matter, '事项'],
    ];
    return { status, said: own.reduce((said, [word, name]) => said.replaceAll(word, name), text).replace(/"request":"[^"]*"/, '') };
  };
  const ways: readonly [string, object?][] = [
    [''],
    ['/call'],
    ['/earlier'],
    ['/files/0'],
    ['/files/1'],
    ['/call', { seen: 4, call: null }],
    ['/call', { seen: 4, call: randomUUID() }],
  ];
  for (const [way, body] of ways) expect(await told(head, mixed, way, body), way).toEqual(await told(head, plain, way, body));
  expect((await told(head, mixed, '')).said).toContain('"original":false');
  expect((await told(desk, plain, '')).said).toContain(claim); // whoever registered it reads on
  expect((await told(desk, mixed, '')).said).toContain('"sealed":true');
}
