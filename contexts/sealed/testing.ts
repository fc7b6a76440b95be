/** The office and the sealed process of the demonstration county, as they really are, over a database of their own: for tests that attack them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { demoAccounts, demoRegions, seedDemo } from '#apps/server/demo-county.ts';
import { startOffice } from '#apps/server/office.ts';
import { startSealed } from '#apps/server/sealed.ts';
import { createKeys } from '#platform/keys-folder.ts';
import { createLog } from '#platform/log.ts';
import { readSettings } from '#platform/settings.ts';
import { keyFolderOf } from '#platform/storage.ts';
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
  stopSealed(): Promise<void>;
}

export interface Person {
  readonly login: string;
  get(url: string): Promise<Answer>;
  post(url: string, body: object): Promise<Answer>;
}

export async function openOffice(): Promise<Office> {
  const address = await cloneAddress();
  const data = mkdtempSync(join(tmpdir(), 'huiyin-sealed-'));
  const [officePort, sealedPort] = [await freePort(), await freePort()];
  const log = createLog('test', 'error');
  const settingsAs = (role: Role) =>
    readSettings({
      DATABASE_URL: address(role), HUIYIN_DATA: data, HUIYIN_DEMO: '1', PORT: '1', OFFICE_PORT: `${officePort}`, SEALED_PORT: `${sealedPort}`, HUIYIN_CALLS_A_MINUTE: '100000',
    });
  const settings = settingsAs('huiyin_office');
  createKeys(keyFolderOf(settings), ['*', ...demoRegions()]);
  await seedDemo(settings);
  const sealed = await startSealed(settingsAs('huiyin_sealed'), log);
  const office = await startOffice(settings, log);
  let down = false;
  const stopSealed = async () => {
    if (!down) await sealed.stop();
    down = true;
  };
  afterAll(async () => {
    await office.stop();
    await stopSealed();
    rmSync(data, { recursive: true, force: true });
  });
  const origin = `http://127.0.0.1:${officePort}`;
  return { address, keyFolder: keyFolderOf(settings), dataFolder: data, stopSealed, signIn: (login) => signIn(origin, login) };
}

async function signIn(origin: string, login: string): Promise<Person> {
  const account = demoAccounts().find((each) => each.login.split('@')[0] === login);
  let cookie = '';
  let csrf = '';
  const send = async (method: string, url: string, body?: object): Promise<Answer> => {
    const reply = await fetch(`${origin}${url}`, {
      method,
      redirect: 'manual',
      headers: { origin, cookie, ...(csrf && { 'x-csrf-token': csrf }), ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const [set] = reply.headers.getSetCookie();
    if (set) cookie = set.split(';')[0] ?? '';
    const text = await reply.text();
    return { status: reply.status, text, body: reply.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text };
  };
  await send('POST', '/api/directory/sign-in', { login: account?.login ?? login, password: account?.password ?? '' });
  const { body } = await send('GET', '/api/directory/me');
  if (!body.csrf) throw new Error(`${login} could not sign in`);
  csrf = body.csrf;
  return { login, get: (url) => send('GET', url), post: (url, given) => send('POST', url, given) };
}
