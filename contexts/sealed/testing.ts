/** The office and the sealed process of the demonstration county, as they really are, over a database of their own: for tests that attack them. */
import { createDecipheriv } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { demoAccounts, demoRegions, seedDemo } from '#apps/server/demo-county.ts';
import { startOffice } from '#apps/server/office.ts';
import { startPortal } from '#apps/server/portal.ts';
import { startSealed } from '#apps/server/sealed.ts';
import { startWorker } from '#apps/server/worker.ts';
import { openDatabase } from '#platform/database.ts';
import { createKeys } from '#platform/keys-folder.ts';
import type { Keys } from '#platform/keys-roles.ts';
import { unwrap } from '#platform/keys.ts';
import { createLog } from '#platform/log.ts';
import { readSettings } from '#platform/settings.ts';
import { keyFolderOf } from '#platform/storage.ts';
import { afterFile } from '../../test/closing.ts';
import { cloneAddress, type Role } from '../../test/database.ts';
import { freePort } from '../../test/runtime/program.ts';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever came back, looked at by the test
  readonly body: any;
  readonly text: string;
}

export interface Office {
  readonly address: (role?: Role) => string;
  readonly keyFolder: string;
  readonly dataFolder: string;
  signIn(login: string): Promise<Person>;
  stranger(): Promise<Person>;
  /** Somebody at the portal. */
  visitor(): Promise<Person>;
  /** Everything that every process has logged, down to the finest. */
  printed(): string;
  /** Everything of the ordinary side that any of its keys opens, whatever place it is bound to. */
  openEverything(keys: Keys): Promise<Buffer[]>;
  stopSealed(): Promise<void>;
}

export interface Person {
  readonly login: string;
  get(url: string): Promise<Answer>;
  post(url: string, body: object): Promise<Answer>;
  upload(url: string, name: string, content: string): Promise<Answer>;
  file(url: string): Promise<Buffer>;
}

/** `whole`: the portal and the worker too, as they really run. */
export async function openOffice({ whole = false }: { readonly whole?: boolean } = {}): Promise<Office> {
  const address = await cloneAddress();
  const data = mkdtempSync(join(tmpdir(), 'huiyin-sealed-'));
  const [officePort, sealedPort, portalPort] = [await freePort(), await freePort(), await freePort()];
  let printed = '';
  const log = createLog('test', whole ? 'trace' : 'error', { write: (line: string) => void (printed += line) });
  const settingsAs = (role: Role) =>
    readSettings({
      DATABASE_URL: address(role),
      HUIYIN_DATA: data,
      HUIYIN_DEMO: '1',
      PORT: `${portalPort}`,
      OFFICE_PORT: `${officePort}`,
      SEALED_PORT: `${sealedPort}`,
      HUIYIN_CALLS_A_MINUTE: '100000',
    });
  const settings = settingsAs('huiyin_office');
  createKeys(keyFolderOf(settings), ['*', ...demoRegions()]);
  await seedDemo(settings);
  const sealed = await startSealed(settingsAs('huiyin_sealed'), log);
  const office = await startOffice(settings, log);
  const others = whole
    ? [await startWorker({ ...settingsAs('huiyin_worker'), demo: false }, log), await startPortal({ ...settingsAs('huiyin_portal'), demo: false }, log)]
    : [];
  let down = false;
  const stopSealed = async () => {
    if (!down) await sealed.stop();
    down = true;
  };
  afterFile(async () => {
    for (const other of others) await other.stop();
    await office.stop();
    await stopSealed();
    rmSync(data, { recursive: true, force: true });
  });
  const origin = `http://127.0.0.1:${officePort}`;
  return {
    address,
    keyFolder: keyFolderOf(settings),
    dataFolder: data,
    stopSealed,
    signIn: (login) => signIn(origin, login),
    stranger: async () => browser(origin).person(''),
    visitor: async () => browser(`http://127.0.0.1:${portalPort}`).person(''),
    printed: () => printed,
    openEverything: (keys) => openEverything(address('postgres'), keys),
  };
}

async function signIn(origin: string, login: string): Promise<Person> {
  const account = demoAccounts().find((each) => each.login.split('@')[0] === login);
  const { send, person, keep } = browser(origin);
  await send('POST', '/api/directory/sign-in', { login: account?.login ?? login, password: account?.password ?? '' });
  const { body } = await send('GET', '/api/directory/me');
  if (!body.csrf) throw new Error(`${login} could not sign in`);
  keep(body.csrf);
  return person(login);
}

/** What a browser keeps and sends: the cookie, and the token that its page was told. */
function browser(origin: string) {
  let cookie = '';
  let csrf = '';
  const send = async (method: string, url: string, body?: object): Promise<Answer> => {
    const isForm = body instanceof FormData;
    const reply = await fetch(`${origin}${url}`, {
      method,
      redirect: 'manual',
      headers: { origin, cookie, ...(csrf && { 'x-csrf-token': csrf }), ...(body && !isForm && { 'content-type': 'application/json' }) },
      ...(body && { body: isForm ? body : JSON.stringify(body) }),
    });
    const [set] = reply.headers.getSetCookie();
    if (set) cookie = set.split(';')[0] ?? '';
    const text = await reply.text();
    return { status: reply.status, text, body: reply.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text };
  };
  const person = (login: string): Person => ({
    login,
    get: (url) => send('GET', url),
    post: (url, given) => send('POST', url, given),
    file: async (url) => Buffer.from(await (await fetch(`${origin}${url}`, { headers: { cookie } })).arrayBuffer()),
    upload(url, name, content) {
      const form = new FormData();
      form.append('file', new Blob([content]), name);
      return send('POST', url, form);
    },
  });
  return { send, person, keep: (token: string) => (csrf = token) };
}

/**
 * Opens every envelope of every ordinary table with every data key. The place
 * that an envelope is bound to is not asked: without its check the words come
 * out all the same, so nothing hides behind a place that the test does not know.
 */
async function openEverything(ownerUrl: string, { regions }: Keys): Promise<Buffer[]> {
  const db = openDatabase(ownerUrl, 1);
  const { rows: columns } = await sql<{ name: string; column: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name, quote_ident(column_name) as column from information_schema.columns
    where data_type = 'bytea' and table_schema not in ('sealed', 'pg_catalog', 'information_schema')`.execute(db.sql);
  const wrapped = await db.sql.selectFrom('words.key').selectAll().execute();
  const secrets = wrapped.map(({ region, subject, wrapped: each }) => unwrap(regions, region, each, subject).secret);
  const values: Buffer[] = [];
  for (const { name, column } of columns) {
    const { rows } = await sql<{ value: Buffer }>`select ${sql.raw(column)} as value from ${sql.raw(name)} where ${sql.raw(column)} is not null`.execute(
      db.sql,
    );
    values.push(...rows.map(({ value }) => value));
  }
  await db.close();
  const HEAD = 30; // algorithm and key id, nonce, tag
  return values
    .filter((value) => value[0] === 1 && value.length > HEAD)
    .flatMap((value) => secrets.map((secret) => createDecipheriv('aes-256-gcm', secret, value.subarray(2, 14)).update(value.subarray(HEAD))));
}
