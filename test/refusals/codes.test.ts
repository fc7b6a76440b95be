import { beforeAll, describe, expect, inject, it } from 'vitest';
import { deploymentSecret } from '#apps/server/deployment-keys.ts';
import { keysOfCode, readCode } from '#contexts/intake/index.ts';
import { openKeys } from '#platform/keys-folder.ts';
import { passwordOf } from '#platform/database-roles.ts';
import { addressOf, findRunning } from '#platform/postgres/running.ts';
import pg from 'pg';
import { join } from 'node:path';
import { said, signIn } from '../official.ts';
import { sharedProgram, type Shared } from '../running-shared.ts';
import { until } from '../runtime/program.ts';
import { arrived, file, fillIn, filing, follow } from './citizen.ts';
import { done } from './way.ts';

/** 查询码、续填码：猜的、过期的、作废的，听到的都一样，做的功夫也一样；猜多了要等。 */
let running: Shared;
let owner: pg.Client;

beforeAll(async () => {
  running = await sharedProgram(inject('running'));
  const found = findRunning(join(running.data, 'postgres/cluster'));
  owner = new pg.Client({ connectionString: addressOf(found!, 'huiyin', 'postgres', passwordOf(join(running.data, 'keys'), 'postgres')) });
  await owner.connect();
  return () => owner.end();
}, 300_000);

/** Each test comes from an address of its own, as the proxy says. */
let households = 0;
const household = () => `203.0.${(households += 1) >> 8}.${households & 255}`;

interface Tried {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

/** A code typed into the form of this page, from this address. */
async function tryCode(page: '/follow' | '/resume', code: string, from: string): Promise<Tried> {
  const form = await fetch(running.portal + page, { headers: { 'x-forwarded-for': from, accept: 'text/html' } });
  const cookie = form.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec(await form.text()) ?? [];
  const answer = await fetch(running.portal + page, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'x-forwarded-for': from, accept: 'text/html', origin: running.portal, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: token, code }).toString(),
  });
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
}

/** What the page says, without the code as it was typed, the token, and how many tries are left. */
const said404 = (html: string) =>
  (/<main.*<\/main>/s.exec(html)?.[0] ?? '').replaceAll(/<b class="nb">[^<]*<\/b>|value="[^"]*"/g, '').replaceAll(/还可以再?试\d+次|\d+次/g, '');

describe('查询码', () => {
  it('猜的、过期的、作废的：同一页、同一句话、同样的功夫，出路都写着', async () => {
    const [expired, revoked] = [await file(running.portal), await file(running.portal)];
    await wait(expired.no);
    await wait(revoked.no);
    const rowsOf = 'where code_hmac in (select code_hmac from intake.arrival where intake_no = $1)';
    for (const table of ['intake.receipt', 'transparency.progress'])
      await owner.query(`update ${table} set expires_at = now() - interval '1 day' ${rowsOf}`, [expired.no]);
    const clerk = await signIn(running, 'xf02');
    const { region, intake, n } = await arrived(clerk, revoked.no);
    const replaced = done(await clerk.post(`/api/intake/${region}/${intake}/code`, { seen: n, checked: '当面核对了身份证' }));
    await follow(running.portal, replaced.code, '已登记|已经登记');
    await until(async () => (await tryCode('/follow', revoked.code, household())).status === 404, 30);

    const guessed = `${expired.code.replaceAll(' ', '').slice(0, 3)}7777777777`;
    const codes = [guessed, expired.code, revoked.code, 'ZZZ7777777777'];
    const pages = await Promise.all(codes.map((code) => tryCode('/follow', code, household())));
    for (const { status, html, headers } of pages) {
      expect(status).toBe(404);
      expect(headers.get('cache-control')).toContain('no-store');
      expect(said404(html)).toBe(said404(pages[0]!.html));
      expect(html).toMatch(/打 .*补发，或者带身份证到接待点/);
    }
    const work = await fewestTrips(codes);
    expect(work[0]).toBeGreaterThan(0);
    expect(work).toEqual(codes.map(() => work[0]));
  });

  it('同一处连错十次：请过几分钟再试，或者带身份证到窗口；对的码在别处照样查，放久了也不丢', async () => {
    const { code } = await file(running.portal);
    const from = household();
    for (let tries = 0; tries < 10; tries += 1) expect((await tryCode('/follow', `7BH 7K3MQ 9XD${tries}P`, from)).status).toBe(404);
    for (const one of ['7BH7K3MQ9XD2P', code]) {
      const refused = await tryCode('/follow', one, from);
      expect(refused.status).toBe(429);
      expect(refused.html).toMatch(/请过\d+分钟再试，或者带身份证到窗口查询/);
    }
    expect((await tryCode('/resume', 'M4TZ-81HC-90KX', from)).status).toBe(429); // one counter for one place
    expect((await tryCode('/follow', code, household())).status).toBe(303);
    await follow(running.portal, code, '已登记|已经登记|已收到');
  });

  it('查到的页面不留在浏览器里；码不在网址、不在日志里', async () => {
    const { code } = await file(running.portal);
    const visitor = await follow(running.portal, code, '已登记|已经登记|已收到');
    expect(visitor.page.headers.get('cache-control')).toContain('no-store');
    expect(visitor.page.path).not.toContain(code.replaceAll(' ', ''));
    const printed = await running.output();
    for (const form of [code, code.replaceAll(' ', '')]) expect(printed).not.toContain(form);
  });
});

describe('续填码', () => {
  it('猜的和过期的一样；没过期的，写下的都在', async () => {
    const given = filing();
    const visitor = await fillIn(running.portal, given);
    const code = resumeCodeOn(await visitor.open('/file/stop'));
    const late = await fillIn(running.portal, filing());
    const expired = resumeCodeOn(await late.open('/file/stop'));
    const from = household();
    const known = await tryCode('/resume', code, from);
    expect(known.status).toBe(303);

    const guessed = await tryCode('/resume', 'M4TZ-81HC-90KX', from);
    const { codes } = openKeys(join(running.data, 'keys'), 'portal');
    const { id } = keysOfCode(deploymentSecret(codes), 'resume', readCode(expired));
    expect((await owner.query("update intake.draft set expires_at = now() - interval '1 second' where id = $1", [id])).rowCount).toBe(1);
    const over = await tryCode('/resume', expired, from);
    expect([guessed.status, over.status]).toEqual([404, 404]);
    expect(said404(over.html)).toBe(said404(guessed.html));
    const review = await visitor.open('/file/review');
    for (const text of [given.title, given.story, given.name]) expect(review).toContain(text);
  });
});

it('运行日志里没有交来的任何一个字', async () => {
  const printed = await running.output();
  expect(said.size).toBeGreaterThan(5);
  expect([...said].filter((word) => printed.includes(word))).toEqual([]);
  expect(printed).not.toMatch(/203\.0\.\d+\.\d+/);
});

const resumeCodeOn = (html: string) => /class="bigcode resume">([^<]+)</.exec(html)?.[1] ?? '';

/** Until the worker has published what the code shows. */
const wait = (no: string) =>
  until(async () => {
    const { rows } = await owner.query('select 1 from transparency.progress join intake.arrival using (region, code_hmac) where intake_no = $1', [no]);
    return rows.length === 1;
  }, 30);

/** How often each code makes the portal ask the database. Others use this program, too, and only add: so the fewest of some rounds. */
async function fewestTrips(codes: readonly string[]): Promise<number[]> {
  let fewest = codes.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < 20 && (round < 2 || new Set(fewest).size > 1); round += 1) {
    const trips: number[] = [];
    for (const code of codes) {
      const before = await tripsOfPortal();
      await tryCode('/follow', code, household());
      trips.push((await tripsOfPortal()) - before);
    }
    fewest = fewest.map((least, index) => Math.min(least, trips[index]!));
  }
  return fewest;
}

async function tripsOfPortal(): Promise<number> {
  const figures = await (await fetch(`${running.portal}/metrics`)).text();
  return Number(/^huiyin_database_round_trips_total (\d+)/m.exec(figures)?.[1]);
}
