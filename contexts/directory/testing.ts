/** A county small enough to read, served on a real port over a real database: for tests of this context and of those that need people. */
import type { FastifyInstance } from 'fastify';
import { afterFile } from '../../test/closing.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { createHttp } from '#platform/http.ts';
import { newKey, ringOf } from '#platform/keys.ts';
import type { Database } from '#platform/database.ts';
import type { OrganEntry } from './domain/entry.ts';
import type { OrganType } from './domain/organ.ts';
import type { DirectoryNeeds, SignInSettings } from './handle/needs.ts';
import type { PersonEntry } from './domain/first-list.ts';
import { seedDirectory, seededId } from './handle/seed.ts';
import { COOKIE, createSessions } from './handle/sessions.ts';
import { openDirectory } from './handle/source.ts';
import { directoryRoutes } from './routes.ts';

const organ = (code: string, shortName: string, type: OrganType, division: string, more: Partial<OrganEntry> = {}): OrganEntry => ({
  code,
  name: `${shortName}（全称）`,
  shortName,
  type,
  division,
  duties: ['日常工作'],
  address: '人民路1号',
  phone: '0000-622 0100',
  hours: '工作日',
  ...more,
});

export const ORGANS: readonly OrganEntry[] = [
  organ('lin/government', '市政府', 'government', '990400'),
  organ('lin/petition', '市信访局', 'petitionDept', '990400', { parent: 'lin/government' }),
  organ('lin/housing', '市住建局', 'department', '990400', { parent: 'lin/government' }),
  organ('lin/discipline', '市纪委监委', 'discipline', '990400'),
  organ('qc/government', '县政府', 'government', '990421', { parent: 'lin/government', complaintsTo: 'qc/supervision' }),
  organ('qc/petition', '县信访局', 'petitionDept', '990421', { parent: 'qc/government', sign: '清信' }),
  organ('qc/supervision', '督查科', 'supervision', '990421', { parent: 'qc/petition' }),
  organ('qc/conference', '联席会议办公室', 'jointConference', '990421', { parent: 'qc/government' }),
  organ('qc/housing', '县住建局', 'department', '990421', {
    parent: 'qc/government',
    superiors: ['lin/housing', 'qc/government'],
    duties: ['物业服务和房屋质量的监督管理', '城市道路和路灯的养护'],
  }),
  organ('qc/water', '县水利局', 'department', '990421', { parent: 'qc/government', duties: ['农村供水、河道管护'] }),
  organ('qc/town', '柳沙镇', 'town', '990421101', { parent: 'qc/government' }),
  organ('qc/village', '前苇村', 'village', '990421101002', { parent: 'qc/town' }),
  organ('qc/organization', '县委组织部', 'party', '990421'),
  organ('qc-npc/standing', '县人大常委会', 'congress', '990421'),
  organ('qc-discipline/commission', '县纪委监委', 'discipline', '990421'),
  organ('qc-discipline/letters', '纪委信访室', 'office', '990421', { parent: 'qc-discipline/commission' }),
];

const person = (login: string, name: string, ...posts: [string, string, ...string[]][]): PersonEntry => ({
  login,
  name,
  phone: '0000-622 0111',
  posts: posts.map(([unit, title, ...roles]) => ({ unit, title, roles })),
});

export const PEOPLE: readonly PersonEntry[] = [
  person('gl01', '凌键', ['qc/petition', '系统管理员', 'sysAdmin']),
  person('gl02', '凌锁', ['qc/petition', '系统管理员', 'sysAdmin']),
  person('xf01', '何静怡', ['qc/petition', '科员', 'intakeOfficer', 'triageOfficer'], ['qc/housing', '联络员', 'archivist']),
  person('xf02', '严维舟', ['qc/supervision', '督查专员', 'supervisor']),
  person('zj01', '李砚秋', ['qc/housing', '科长', 'unitClerk']),
  person('zj02', '孟庆舟', ['qc/housing', '局长', 'unitHead']),
  person('sl01', '李怀渠', ['qc/water', '科长', 'unitClerk']),
  person('sj01', '贺准', ['qc/petition', '审计员', 'auditor']),
  person('jw01', '秦守默', ['qc-discipline/letters', '主任', 'disciplineRecipient']),
  person('sx01', '关月朗', ['lin/petition', '副处长', 'supervisor', 'unitClerk']),
  person('sz01', '郝望', ['lin/housing', '科长', 'reviewOfficer']),
];

export const PASSWORD = '清和 演示 口令 2026';
export const SINCE: PlainDate = '2020-01-01';
export const idOf = (login: string): string => seededId(PEOPLE.find((each) => each.login === login)!);

export interface County {
  readonly app: FastifyInstance;
  readonly needs: DirectoryNeeds;
  readonly troubles: unknown[];
  /** Moves the clock that everything here reads. */
  pass(ms: number): void;
  send(method: 'GET' | 'POST', url: string, body?: object, as?: Browser): Promise<Answer>;
  signIn(login: string, password?: string): Promise<Browser>;
}

/** What a browser keeps: the cookies, and the token that its page was told. */
export interface Browser {
  readonly cookies: Map<string, string>;
  csrf: string;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever came back, looked at by the test
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
}

export async function openCounty(
  db: Database,
  signIn: Partial<SignInSettings> = {},
  more: (app: FastifyInstance, needs: DirectoryNeeds) => void = () => {},
): Promise<County> {
  let time = new Date('2026-05-11T09:00:00+08:00').getTime();
  const troubles: unknown[] = [];
  const now = () => new Date(time);
  const onTrouble = (error: unknown) => void troubles.push(error);
  const directory = await openDirectory(db, { now, onTrouble });
  const needs: DirectoryNeeds = { db, keys: ringOf(newKey(1)), now, calendar: () => 'test', directory, signIn, onTrouble };
  await seedDirectory(needs, ORGANS, PEOPLE, { password: PASSWORD, since: SINCE });

  const sessions = createSessions(needs);
  const app = await createHttp({ surface: 'office', whoIs: sessions.whoIs, now, limits: { callsAMinute: 100_000 } });
  directoryRoutes(app, needs, sessions);
  more(app, needs);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  afterFile(() => app.close());

  async function send(method: 'GET' | 'POST', url: string, body?: object, as: Browser = newBrowser()): Promise<Answer> {
    const reply = await fetch(`${address}${url}`, {
      method,
      redirect: 'manual',
      headers: {
        origin: address,
        cookie: [...as.cookies].map((pair) => pair.join('=')).join('; '),
        ...(as.csrf && { 'x-csrf-token': as.csrf }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    for (const line of reply.headers.getSetCookie()) keepCookie(as, line);
    const text = await reply.text();
    const json = reply.headers.get('content-type')?.includes('json');
    return { status: reply.status, body: json ? JSON.parse(text) : text, headers: Object.fromEntries(reply.headers) };
  }

  async function enter(login: string, password = PASSWORD): Promise<Browser> {
    const browser = newBrowser();
    await send('POST', '/api/directory/sign-in', { login, password }, browser);
    const { body } = await send('GET', '/api/directory/me', undefined, browser);
    browser.csrf = body.csrf ?? '';
    return browser;
  }

  return { app, needs, troubles, pass: (ms) => void (time += ms), send, signIn: enter };
}

function keepCookie({ cookies }: Browser, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (value && !/max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.set(name, value);
  else cookies.delete(name);
}

export const newBrowser = (): Browser => ({ cookies: new Map(), csrf: '' });
export const tokenOf = (browser: Browser): string => browser.cookies.get(COOKIE) ?? '';
