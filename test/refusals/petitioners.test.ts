import { beforeAll, describe, expect, inject, it } from 'vitest';
import { until } from '../runtime/program.ts';
import { remember, said, signIn, type Official } from '../official.ts';
import { sharedProgram, type Shared } from '../running-shared.ts';
import { follow } from './citizen.ts';
import { deliver, opinionSent } from './papers.ts';
import { done, handled, letter, people, refused, type Matter, type People } from './way.ts';

/** 信访人自己的事，别人替不了：谁来代表，谁来评价。 */
let running: Shared;
let who: People;
beforeAll(async () => {
  running = await sharedProgram(inject('running'));
  who = await people(running);
}, 300_000);

describe('不变量 26', () => {
  it('来访的代表第六个起不收，说其他人怎么记；改了照样登记，信上联名的不限人数', async () => {
    const crowd = (role: string) => Array.from({ length: 6 }, (_, index) => ({ role, name: `卓来访${'一二三四五六'[index]}`, phone: `1390000300${index}` }));
    const visit = { channel: 'visit', people: 4, oral: 'signature', parts: [] };
    refused(
      await who.clerk.post('/api/intake/register', letter({ ...visit, parties: crowd('representative') })),
      'AgainstRule',
      '来访的代表最多5人，现在写了6人',
      '其他人请记为联名人，他们同样可以凭查询码查询',
    );
    const five = crowd('representative').map((party, index) => (index === 5 ? { ...party, role: 'cosigner' } : party));
    const { region, intake } = done(await who.clerk.post('/api/intake/register', letter({ ...visit, parties: five })));
    expect(done(await who.clerk.get(`/api/intake/${region}/${intake}`)).parties).toHaveLength(6);
    done(await who.clerk.post('/api/intake/register', letter({ people: 12, parties: crowd('representative'), parts: [] })));
  });

  it('代理人、监护人是替别人提出的：要写明替谁', async () => {
    const lawyer = { role: 'agent', name: '段律师', phone: '13900003009' };
    refused(await who.clerk.post('/api/intake/register', letter({ parties: [lawyer], parts: [] })), 'Invalid', '还要写明是替谁提出的');
    done(await who.clerk.post('/api/intake/register', letter({ parties: [{ role: 'principal', name: '卓代理' }, lawyer], parts: [] })));
  });
});

describe('不变量 24', () => {
  const PRAISE = '两个月才有人来，来了倒是讲清楚了';
  let matter: Matter;
  let head: Official; // of the unit that handles
  const evaluation = (official: Official) => official.get(`/api/evaluation/matters/${matter.region}/${matter.matter}`);

  it('没有送到以前，凭码也评不上，说什么时候能评', async () => {
    matter = await handled(who);
    head = who.unitHead;
    const visitor = await follow(running.portal, matter.code, '正在办理');
    const page = await visitor.open('/rate/1');
    expect(page).toContain('现在不能评');
    expect(done(await evaluation(who.triage))).toMatchObject({ state: 'notDue', handlingUnit: null });
  });

  it('工作台没有一个可以代评、改评的接口；评价期内办理单位看不到，信访部门看不到对自己的', async () => {
    const { no, today } = await opinionSent(who, matter);
    done(await deliver(head, matter, no, today));
    const { paths } = done(await head.get('/api/openapi.json'));
    const ways = Object.entries<object>(paths).filter(([path]) => path.includes('evaluation'));
    const writing = ways.flatMap(([path, methods]) =>
      Object.entries<any>(methods).flatMap(([method, { requestBody }]) => (method === 'get' ? [] : [[path, requestBody]])),
    );
    expect(ways.length).toBeGreaterThan(writing.length);
    // What was said on the phone is written down beside the rating; there is no field for a grade.
    expect(writing.map(([path]) => path)).toEqual(['/api/evaluation/matters/{region}/{matter}/call']);
    const { additionalProperties, properties } = writing[0]![1].content['application/json'].schema;
    expect([additionalProperties, Object.keys(properties).sort()]).toEqual([false, ['reached', 'record']]);

    const visitor = await follow(running.portal, matter.code, 'href="/rate/1"');
    remember(PRAISE);
    await visitor.open('/rate/1');
    const again = await visitor.send('/rate/1', { text: PRAISE, call: 'no' });
    expect(visitor.page.status).toBe(422);
    expect(again).toContain(PRAISE); // nothing chosen: nothing is taken, and what was written stays
    await visitor.send('/rate/1', { petitionDept: 'satisfied', handlingUnit: 'dissatisfied', fault: ['tooSlow'], text: PRAISE, call: 'no' });
    expect(visitor.page.status).toBe(200);
    await until(async () => done(await evaluation(who.triage)).handlingUnit !== null, 30);
    expect(done(await evaluation(who.triage))).toMatchObject({
      state: 'open',
      hidden: false,
      ownHidden: true,
      petitionDept: null, // what is said of it itself waits until nobody can be asked to change it
      handlingUnit: { grade: 'dissatisfied', faults: ['tooSlow'], text: PRAISE },
    });

    for (const login of ['zj01', 'zj02']) {
      const official = await signIn(running, login);
      const seen = done(await evaluation(official));
      expect(seen).toMatchObject({ hidden: true, handlingUnit: null, petitionDept: null });
      for (const place of [`/api/casework/matters/${matter.region}/${matter.matter}`, '/api/casework/desk', '/api/evaluation/own'])
        expect(JSON.stringify((await official.get(place)).body), place).not.toMatch(new RegExp(`${PRAISE}|dissatisfied`));
    }
    refused(await evaluation(who.other), 'NotFound', '没有这件信访事项', '请核对编号');
  });
});

it('运行日志里没有交来的任何一个字', async () => {
  const printed = await running.output();
  expect(said.size).toBeGreaterThan(10);
  expect([...said].filter((word) => printed.includes(word))).toEqual([]);
});
