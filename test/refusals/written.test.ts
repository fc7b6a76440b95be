import { beforeAll, describe, expect, inject, it } from 'vitest';
import { said, signIn, type Official } from '../official.ts';
import { sharedProgram, type Shared } from '../running-shared.ts';
import { endpointsTakingJson, type Taking } from './endpoints.ts';
import { leavesNoTrace, letter, pathOf, people, refused, register, type Matter } from './way.ts';

/** 送来的东西不成样子：残缺的、多出来的、太大的。每一个地址都说清楚，什么也没有写入，原来的都在。 */
let running: Shared;
let official: Official;
let clerk: Official;
let matter: Matter;
let all: Taking[];

beforeAll(async () => {
  running = await sharedProgram(inject('running'));
  clerk = (await people(running)).clerk;
  official = await signIn(running, 'zj02');
  matter = await register(clerk);
  all = await endpointsTakingJson(official);
}, 300_000);

const eachOf = (look: (one: Taking) => Promise<void>) => Promise.all(all.filter(({ schema }) => schema).map(look));

describe('每一个收 JSON 的地址', () => {
  it('残缺的 JSON：说哪里不对、什么也没有写入', async () => {
    expect(all.length).toBeGreaterThan(25);
    await leavesNoTrace(clerk, matter, async () => {
      for (const broken of ['{"text":"写到一半', '{"seen":1,}', '[1,2', 'null', '"只有一句话"', '', '{"a":1}{"b":2}']) {
        await eachOf(async ({ path }) => {
          const answer = await official.send(path, broken, 'application/json');
          expect({ path, broken, status: answer.status, type: answer.body.type }).toEqual({ path, broken, status: 400, type: 'Invalid' });
          refused(answer, 'Invalid', '没有写入任何内容');
        });
      }
    });
  });

  it('不认识的项目：点名退回，不悄悄丢掉', async () => {
    await leavesNoTrace(clerk, matter, async () => {
      await eachOf(async ({ path }) => {
        const answer = await official.send(path, JSON.stringify({ nobodyKnowsThis: '二〇二六年补记', __proto__x: 1 }), 'application/json');
        refused(answer, 'Invalid', '没有写入任何内容');
        expect({ path, detail: answer.body.detail }).toEqual({ path, detail: expect.stringContaining('不认识“nobodyKnowsThis”这一项，请去掉或核对名称') });
        expect(answer.body.detail).not.toContain('二〇二六年补记');
      });
    });
  });

  it('不是 JSON 的：说这里收什么', async () => {
    for (const { path } of all) {
      const answer = await official.send(path, '<matter/>', 'application/xml');
      refused(answer, 'Invalid', '这里只收 application/json');
    }
  });

  it('里层多出来的项目、网址里多出来的项目，一样退回', async () => {
    const {
      parties: [person],
      ...rest
    } = letter();
    const inside = await clerk.post('/api/intake/register', { ...rest, parties: [{ ...person, riskLevel: '高' }] });
    refused(inside, 'Invalid');
    expect(inside.body.detail).toContain('不认识“parties.0.riskLevel”这一项');
    const inAddress = await clerk.get('/api/casework/matters?person=张三');
    refused(inAddress, 'Invalid');
    expect(inAddress.body.detail).toContain('“person”');
    refused(
      await clerk.post(`${pathOf(matter)}/act`, { seen: 1, command: 'refer', fields: { to: 'qinghe/housing', urgent: true } }),
      'Invalid',
      '没有“urgent”这一项',
      '请刷新页面',
    );
  });

  it('太长的、有控制字符的：说怎么改，别的照样能办', async () => {
    const long = await clerk.post('/api/intake/register', letter({ text: '水'.repeat(20_001) }));
    refused(long, 'Invalid');
    expect(long.body.detail).toContain('最多20000个字');
    refused(
      await clerk.post('/api/intake/register', letter({ text: '水'.repeat(600_000) })),
      'TooLarge',
      '内容太长，系统没有收下',
      '没有丢',
      '请分成几次提交，或者把长文作为附件上传',
    );
    const strange = await clerk.post('/api/intake/register', letter({ title: '巷口\u0000积水' }));
    if (strange.status !== 200) refused(strange, 'Invalid', '请删去多余的符号');
    expect((await clerk.post('/api/intake/register', letter())).status).toBe(200);
  });
});

it('没有登录的、没有页面凭证的、别的网站送来的：一概不收', async () => {
  const path = `${running.office}/api/intake/register`;
  const body = JSON.stringify(letter());
  const json = { 'content-type': 'application/json' };
  const stranger = await fetch(path, { method: 'POST', headers: { ...json, origin: running.office }, body });
  expect(await stranger.json()).toMatchObject({ type: 'NotSignedIn', title: expect.stringContaining('请登录后再办；写的内容还在这一页上') });

  const signIn = await fetch(`${running.office}/api/directory/sign-in`, {
    method: 'POST',
    headers: { ...json, origin: running.office },
    body: JSON.stringify({ login: 'xf02', password: running.password }),
  });
  const cookie = signIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const withoutToken = await fetch(path, { method: 'POST', headers: { ...json, origin: running.office, cookie }, body });
  expect(await withoutToken.json()).toMatchObject({ type: 'NotAllowed', title: expect.stringContaining('请刷新页面再办一次，写的内容不会丢') });
  const elsewhere = await fetch(path, { method: 'POST', headers: { ...json, origin: 'https://example.invalid', cookie }, body });
  expect(await elsewhere.json()).toMatchObject({ type: 'NotAllowed', title: expect.stringContaining('请从本站页面重新提交') });
});

it('运行日志里没有交来的任何一个字', async () => {
  const printed = await running.output();
  expect(said.size).toBeGreaterThan(10);
  expect([...said].filter((word) => printed.includes(word))).toEqual([]);
  expect(printed).not.toContain('二〇二六年补记');
});
