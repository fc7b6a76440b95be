import { beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../../test/database.ts';
import { idOf, openCounty, type Browser, type County } from './testing.ts';

const DAY = 86_400_000;
let county: County;
let head: Browser;
beforeAll(async () => {
  const open = await cloneDatabase();
  county = await openCounty(open());
  head = await county.signIn('zj02');
});

const ask = (verb: string, body: object, as: Browser, who = 'zj01') => county.send('POST', `/api/directory/accounts/qc/${idOf(who)}/${verb}`, body, as);
const holiday = { unit: 'qc/housing', substitute: idOf('sl01'), from: '2026-05-12', to: '2026-05-14' };
const rolesIn = async (login: string, unit: string) => {
  const browser = await county.signIn(login);
  const { body } = await county.send('GET', '/api/directory/me', undefined, browser);
  return body.posts.find((post: { unit: string }) => post.unit === unit)?.roles;
};

describe('代班', () => {
  it('单位负责人为本单位的人指定代班人；到日才有，过期就没有', async () => {
    expect((await ask('substitute', holiday, head)).body).toEqual({ done: ['SubstituteNamed', 'SubstitutionTaken'] });
    expect(await rolesIn('sl01', 'qc/housing')).toBeUndefined();
    county.pass(DAY);
    expect(await rolesIn('sl01', 'qc/housing')).toEqual(['unitClerk']);
    county.pass(3 * DAY);
    expect(await rolesIn('sl01', 'qc/housing')).toBeUndefined();
  });

  it('代班的角色随被代者：被代者的角色取消，代班人也没有了', async () => {
    head = await county.signIn('zj02');
    await ask('substitute', { ...holiday, from: '2026-05-15', to: '2026-05-20' }, head);
    expect(await rolesIn('sl01', 'qc/housing')).toEqual(['unitClerk']);
    const admin = await county.signIn('gl01');
    await ask('roles', { unit: 'qc/housing', post: '科长', roles: ['archivist'] }, admin);
    expect(await rolesIn('sl01', 'qc/housing')).toEqual(['archivist']);
  });

  it('可以提前结束', async () => {
    expect((await ask('substitute/end', { unit: 'qc/housing', substitute: idOf('sl01') }, head)).body).toEqual({
      done: ['SubstituteEnded', 'SubstitutionEnded'],
    });
    expect(await rolesIn('sl01', 'qc/housing')).toBeUndefined();
    expect((await ask('substitute/end', { unit: 'qc/housing', substitute: idOf('sl01') }, head)).body.type).toBe('WrongStage');
  });

  it('还没有开始的也列出来，能提前取消；取消以后到日子也不代，选承办人时选不到', async () => {
    const people = async (of: string) => (await county.send('GET', `/api/directory/organs/qc/housing${of}`, undefined, head)).body;
    const coming = async () => (await people('')).people.filter(({ from }: { from?: string }) => from !== undefined);
    await ask('substitute', { ...holiday, from: '2026-05-28', to: '2026-05-30' }, head);
    expect(await coming()).toEqual([expect.objectContaining({ person: idOf('sl01'), away: idOf('zj01'), from: '2026-05-28', to: '2026-05-30' })]);
    expect((await people('/people')).map(({ person }: { person: string }) => person)).not.toContain(idOf('sl01'));
    expect((await ask('substitute/end', { unit: 'qc/housing', substitute: idOf('sl01') }, head)).body.done).toContain('SubstituteEnded');
    expect(await coming()).toEqual([]);
    county.pass(14 * DAY);
    expect(await rolesIn('sl01', 'qc/housing')).toBeUndefined();
    head = await county.signIn('zj02');
  });

  it('承办人自己不能指定，外单位负责人也不能', async () => {
    const later = { ...holiday, from: '2026-06-01', to: '2026-06-02' };
    expect((await ask('substitute', later, await county.signIn('zj01'))).status).toBe(403);
    expect((await ask('substitute', { ...later, unit: 'qc/petition' }, head, 'xf01')).status).toBe(403);
    expect((await ask('substitute/end', later, await county.signIn('zj01'))).status).toBe(400);
  });

  it('期限要合理：不能倒着、不能已过、不能超过一个季度；不能是本人', async () => {
    const refused = async (more: object) => (await ask('substitute', { ...holiday, ...more }, head)).body.type;
    expect(await refused({ from: '2026-06-02', to: '2026-06-01' })).toBe('AgainstRule');
    expect(await refused({ from: '2026-05-01', to: '2026-05-02' })).toBe('AgainstRule');
    expect(await refused({ from: '2026-06-01', to: '2026-12-01' })).toBe('AgainstRule');
    expect(await refused({ from: '2026-06-01', to: '2026-06-02', substitute: idOf('zj01') })).toBe('AgainstRule');
    expect(await refused({ from: '2026-13-01', to: '2026-06-02' })).toBe('Invalid');
  });

  it('系统管理员不代别人，别人也不代系统管理员；检举控告收件人的代班不由系统管理员安排', async () => {
    const admin = await county.signIn('gl01');
    const later = { from: '2026-06-01', to: '2026-06-02' };
    expect((await ask('substitute', { ...holiday, ...later, substitute: idOf('gl02') }, admin)).body.title).toContain('系统管理员不能代班');
    expect((await ask('substitute', { ...later, unit: 'qc/petition', substitute: idOf('zj01') }, admin, 'gl02')).body.title).toContain('不能代班');
    const sealed = { ...later, unit: 'qc-discipline/letters', substitute: idOf('zj01') };
    expect((await county.send('POST', `/api/directory/accounts/qc-discipline/${idOf('jw01')}/substitute`, sealed, admin)).status).toBe(403);
  });
});
