import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#platform/database.ts';
import { cloneDatabase } from '../../test/database.ts';
import { openDirectory } from './handle/source.ts';
import { ORGANS, openCounty, type Browser, type County } from './testing.ts';

let county: County;
let open: (role?: 'huiyin_portal' | 'huiyin_office') => Database;
let admin: Browser;
let clerk: Browser;
beforeAll(async () => {
  open = await cloneDatabase();
  county = await openCounty(open());
  admin = await county.signIn('gl01');
  clerk = await county.signIn('zj01');
});

const get = (url: string, as?: Browser) => county.send('GET', `/api/directory/organs${url}`, undefined, as);
const save = (slug: string, version: number, organ: object, as: Browser) => county.send('POST', `/api/directory/organs/${slug}`, { version, organ }, as);
async function read(slug: string): Promise<{ version: number; organ: Record<string, unknown> }> {
  const {
    version,
    unit: _,
    children: _c,
    reviewOrgans: _r,
    disciplineOrgan: _d,
    complaintsOrgan: _o,
    people: _p,
    ...organ
  } = (await get(`/${slug}`, clerk)).body;
  return { version, organ };
}

describe('the tree of organs', () => {
  it('is read by everybody who is signed in, in its own order, across tenants', async () => {
    const { body } = await get('', clerk);
    expect(body.map(({ unit }: { unit: string }) => unit).sort()).toEqual(ORGANS.map(({ code }) => code).sort());
    expect(body.find(({ unit }: { unit: string }) => unit === 'qc/government')).toMatchObject({ parent: 'lin/government', level: 'county', closed: false });
    expect((await get('')).status).toBe(401);
  });

  it('shows one organ with what follows from its place', async () => {
    const { body } = await get('/qc/housing', clerk);
    expect(body).toMatchObject({
      name: '县住建局（全称）',
      reviewOrgans: [{ unit: 'lin/housing' }, { unit: 'qc/government' }],
      disciplineOrgan: { unit: 'qc-discipline/commission' },
      complaintsOrgan: { unit: 'qc/supervision' },
    });
    expect(body.people.map(({ name, post }: Record<string, string>) => `${name} ${post}`)).toContain('李砚秋 科长');
    expect((await get('/qc/nothing', clerk)).status).toBe(404);
    expect((await get('/qc/housing')).status).toBe(401);
  });

  it('lists colleagues with the phone that petitioners will be told', async () => {
    const { body } = await get('/qc/water/people', clerk);
    expect(body).toEqual([expect.objectContaining({ name: '李怀渠', post: '科长', phone: '0000-622 0111', roles: ['unitClerk'] })]);
    expect((await get('/qc/water/people')).status).toBe(401);
  });

  it('finds who answers for something by the words of its duties, and says which line of the list it was', async () => {
    const find = async (words: string, as?: Browser) => county.send('POST', '/api/directory/organs/find', { words }, as);
    const { body } = await find('小区的物业服务不好，路灯坏了没人修', clerk);
    expect(body[0]).toMatchObject({ unit: 'qc/housing', duty: { id: 'housing-01', title: '物业服务和房屋质量的监督管理' } });
    expect(body[0].words).toContain('物业');
    expect((await find("'; drop table directory.organ; --<script>", clerk)).body).toEqual([]);
    expect((await find('供水')).status).toBe(401);
  });
});

describe('keeping an organ', () => {
  it('is done by the administrator of its region, seen at once by every process that asks, and noted', async () => {
    const elsewhere = await openDirectory(open(), { everyMs: 0 });
    const { version, organ } = await read('qc/housing');
    expect(version).toBe(1);
    const saved = await save('qc/housing', version, { ...organ, hours: '工作日 8:00–18:00', documentWords: { F07: '清住信受告' } }, admin);
    expect(saved.body).toEqual({ done: ['OrganSaved'] });
    expect((await get('/qc/housing', clerk)).body).toMatchObject({ hours: '工作日 8:00–18:00', version: 2, documentWords: { F07: '清住信受告' } });
    await expect.poll(() => elsewhere.current().getOrgan('qc/housing').hours).toBe('工作日 8:00–18:00');
  });

  it('refuses the second of two who had the same page open', async () => {
    const { version, organ } = await read('qc/water');
    const both = await Promise.all([
      save('qc/water', version, { ...organ, hours: '甲' }, admin),
      save('qc/water', version, { ...organ, hours: '乙' }, await county.signIn('gl02')),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('makes a new one, and then names it everywhere', async () => {
    const { organ } = await read('qc/water');
    expect((await save('qc/culture', 0, { ...organ, name: '清和县文化和旅游局', shortName: '县文旅局' }, admin)).status).toBe(200);
    expect((await save('qc/culture', 0, { ...organ, name: '另一个', shortName: '另一个' }, admin)).body.title).toContain('已经用于');
    expect(county.needs.directory.current().nameOf('qc/culture')).toBe('清和县文化和旅游局');
  });

  it('is refused to others, in other regions, and for places that make no sense', async () => {
    const { version, organ } = await read('qc/town');
    expect((await save('qc/town', version, { ...organ, hours: '随便' }, clerk)).status).toBe(403);
    expect((await save('lin/housing', 1, { ...organ, hours: '随便' }, admin)).status).toBe(403);
    const refused = async (more: object) => (await save('qc/town', version, { ...organ, ...more }, admin)).body.type;
    expect(await refused({ parent: 'qc/village' })).toBe('AgainstRule'); // under its own village
    expect(await refused({ parent: 'qc/nowhere' })).toBe('NotFound');
    expect(await refused({ complaintsTo: 'qc/town' })).toBe('AgainstRule');
    expect(await refused({ validTo: '2019-01-01' })).toBe('AgainstRule');
    expect(await refused({})).toBe('AgainstRule'); // nothing changed
    expect(await refused({ riskLevel: 3 })).toBe('Invalid');
    expect(await refused({ division: '<b>' })).toBe('Invalid');
  });
});

describe('the portal', () => {
  it('knows the organs and no person', async () => {
    const portal = open('huiyin_portal');
    const directory = await openDirectory(portal, { organsOnly: true });
    expect(directory.current().nameOf('qc/petition')).toBe('县信访局（全称）');
    await expect(portal.sql.selectFrom('directory.person').selectAll().execute()).rejects.toThrow(/permission denied/);
    await expect(portal.sql.selectFrom('directory.account').selectAll().execute()).rejects.toThrow(/permission denied/);
    await expect(portal.sql.selectFrom('directory.session').selectAll().execute()).rejects.toThrow(/permission denied/);
  });
});
