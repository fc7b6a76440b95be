import { beforeAll, describe, expect, it } from 'vitest';
import { loadMatter, loadPast } from '#contexts/casework/index.ts';
import { evaluationRebuilder, loadEvaluation } from '#contexts/evaluation/index.ts';
import { recordCall } from '#contexts/evaluation/handle.ts';
import { findCalls, type EvaluationDb } from '#contexts/evaluation/store.ts';
import { registerIntake } from '#contexts/intake/index.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Database } from '#platform/database.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { eraseDue } from '#platform/words-erasure.ts';
import { letter } from '../../test/arrivals.ts';
import { codeOn, followedCounty, hiddenOn, type Followed } from '../../test/followed.ts';
import { REGION } from '../../test/portal.ts';
import { at, claim, UNITS } from '../../test/stories.ts';
import { visit } from '../../test/visitor.ts';

/** 联名事项 from end to end: a representative opens the roster, people join by themselves, rate, leave; on a real database, without a script. */
let county: Followed;
let root: Database;
let matter: Subject;
let code: string; // of whoever brought it

beforeAll(async () => {
  county = await followedCounty();
  root = county.portal.as('postgres');
  county.portal.time = at('2026-07-20', '09:42');
  const parts = [{ title: '3号楼屋面漏水', text: '屋面去年起漏水', claims: ['修好3号楼屋面'], classify: claim }];
  const registered = await registerIntake(county.staff, REGION, letter({ people: 16 }), { by: { person: '张明', unit: UNITS.petition }, parts });
  matter = { region: REGION, id: registered.matters[0]!.id };
  code = registered.code!;
  await on('2026-07-21', UNITS.petition, { type: 'refer', to: UNITS.housing });
  const card = takeNote(JSON.stringify({ name: '李兰', post: '科长', phone: '0000-622 0132' }));
  await on('2026-08-03', UNITS.housing, { type: 'accept', route: 'petitionProcedure' });
  await on('2026-08-04', UNITS.housing, { type: 'startHandling', handler: { person: '李兰', card: card.words } }, [card]);
  await follow();
});

const on = (day: string, unit: string, command: object, notes: readonly Note[] = []) => county.does(matter, day, unit, command, notes);
const follow = () => county.follow();
const withCode = (own: string) => county.seenBy(own);

async function joinCode(): Promise<string> {
  const representative = await withCode(code);
  return codeOn(await representative.open('/roster/1'));
}

async function join(name: string, phone = ''): Promise<string> {
  const person = visit(county.portal.origin);
  await person.open('/join');
  const which = await person.send('/join', { code: await joinCode() });
  const fields = { join: hiddenOn(which, 'join'), once: hiddenOn(which, 'once'), name, phone };
  const own = codeOn(await person.send('/join/name', fields));
  await person.open('/join');
  await person.send('/join', { code: await joinCode() });
  expect(codeOn(await person.send('/join/name', fields))).toBe(own); // pressed twice: the same code, and one member
  await follow();
  return own;
}

const members = async () => Object.keys((await loadMatter(county.staff, matter)).matter.collective?.members ?? {}).length;

describe('联名事项的名册，从头到尾', () => {
  it('SA055 代表开设名册，加入码只在代表的页上；十六人以外的人猜不到', async () => {
    const representative = await withCode(code);
    expect(await representative.open('/roster/1')).toContain('开设名册');
    await representative.send('/roster/1', { representatives: '3' });
    await follow();
    expect(await joinCode()).toMatch(/^[0-9A-Z]{3} [0-9A-Z]{5} [0-9A-Z]{5}$/);
    const stranger = visit(county.portal.origin);
    await stranger.open('/join');
    expect(await stranger.send('/join', { code: '8G6 00000 00000' })).toContain('没有找到这个加入码');
    expect((await withCode(await joinCode())).page.status).toBe(404); // to join with, not to look with
  });

  it('不变量 26：凭加入码自己加入，得到自己的查询码，看得到进度，看不到别人的姓名、电话和话', async () => {
    const own = await join('李小红', '13700005555');
    expect(await members()).toBe(1);
    const page = (await withCode(own)).page.html;
    for (const text of ['3号楼屋面漏水', '修好3号楼屋面', '县住建局', '李兰，科长']) expect(page, text).toContain(text);
    for (const text of ['张某', '张𬭚', '139****', '李小红', '找了三次']) expect(page, text).not.toContain(text);
    const representative = (await withCode(code)).page.html;
    expect(representative).not.toContain('李小红');
    const { rows } = await listed();
    expect(rows).not.toContain('李小红');
  });

  it('不变量 24：成员各评各的；代表评了，不用掉成员的一次', async () => {
    const own = await join('王成员');
    await deliver();
    await follow();
    const member = await withCode(own);
    expect(await member.open('/rate/1')).not.toContain('要不要打电话'); // no office may know who a member is, so none could call
    await member.send('/rate/1', { handlingUnit: 'dissatisfied' });
    const representative = await withCode(code);
    expect(await representative.open('/rate/1')).toContain('由县信访局打，不是办理单位');
    await representative.send('/rate/1', { handlingUnit: 'satisfied', call: 'yes' });
    await follow();
    const evaluation = await loadEvaluation(county.staff, matter);
    expect(evaluation.handlingUnit?.grade).toBe('satisfied');
    expect(Object.values(evaluation.members ?? {}).map(({ handlingUnit }) => handlingUnit?.grade)).toEqual(['dissatisfied']);
  });

  it('SB078 评价时要求打电话的，列给信访部门，打通了才去掉；办理单位看不到、不能打；重建视图也一样', async () => {
    const db = county.staff.db.sql as EvaluationDb;
    const waiting = () => findCalls(db, UNITS.petition);
    const asked = await waiting();
    expect(asked).toMatchObject([{ subject: matter.id, unit: UNITS.housing, tries: 0 }]);
    expect(await findCalls(db, UNITS.housing)).toEqual([]);
    const rated = () => root.sql.selectFrom('evaluation.rating').selectAll().execute();
    const before = await rated();
    for (const table of ['evaluation.rating', 'evaluation.members', 'evaluation.call'] as const) await db.deleteFrom(table).execute();
    await county.staff.db.send(...evaluationRebuilder.rowsOf(county.staff, matter, await loadPast(county.staff, matter)));
    expect([await waiting(), await rated()]).toEqual([asked, before]);

    const record = (unit: string, reached: boolean) =>
      recordCall(county.staff, matter, { reached, record: '说答复没有讲清楚依据', by: { person: '严维舟', unit } });
    await expect(record(UNITS.housing, true)).rejects.toThrow('不能由办理单位打');
    await record(UNITS.petition, false);
    expect(await waiting()).toMatchObject([{ tries: 1 }]);
    await record(UNITS.petition, true);
    expect(await waiting()).toEqual([]);
    await expect(record(UNITS.petition, true)).rejects.toThrow('没有人等着回访');
  });

  it('不变量 26：退出只退自己：姓名删除，查询码作废，别人的照旧；换加入码，旧的不能再用', async () => {
    const [staying, leaving] = [await join('赵留下'), await join('钱退出')];
    const before = await members();
    const old = await joinCode();
    const texts = await count('words.text');
    const member = await withCode(leaving);
    await member.open('/roster/1');
    await member.send('/roster/1', { answer: 'agree' }); // an answer to a withdrawal that nobody asks for any more is no leaving
    await follow();
    expect(await members()).toBe(before);
    await member.open('/roster/1');
    expect(await member.send('/roster/1', {})).toContain('您已经退出');
    await follow();
    await eraseDue(county.publishing.worker.sql as never, REGION, county.portal.time);
    expect([await members(), await count('words.text')]).toEqual([before - 1, texts - 1]);
    expect((await withCode(leaving)).page.status).toBe(404);
    expect((await withCode(staying)).page.html).toContain('3号楼屋面漏水');

    const representative = await withCode(code);
    await representative.open('/roster/1');
    await representative.send('/roster/1', { representatives: '2' });
    await follow();
    expect(await joinCode()).not.toBe(old);
    const late = visit(county.portal.origin);
    await late.open('/join');
    expect(await late.send('/join', { code: old })).toContain('没有找到这个加入码');
    expect(await members()).toBe(before - 1);
  });

  it('一名成员不能替大家撤回、改联系方式', async () => {
    const own = await join('孙成员');
    const member = await withCode(own);
    await member.open('/ask/withdraw/1');
    await member.send('/ask/withdraw/1', { text: '我不想办了' });
    await member.open('/contact');
    await member.send('/contact', { phone: '13700006666', address: '' });
    await follow();
    const { matter: now } = await loadMatter(county.staff, matter);
    expect(now.withdrawal).toBeUndefined();
    expect((await root.sql.selectFrom('transparency.message').select('kind').where('outcome', '=', 'refused').execute()).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['ask', 'contact']),
    );
    const told = await withCode(own); // and reads why, with every word, to say it anew
    for (const text of ['这一项要由代表提出', '我不想办了', '13700006666']) expect(told.page.html).toContain(text);
    const [, again = ''] = /href="(\/ask\/withdraw\/1\?again=[0-9a-f-]+)"/.exec(told.page.html) ?? [];
    expect(await told.open(again)).toContain('我不想办了');
    expect((await withCode(code)).page.html).not.toContain('我不想办了');
  });

  it('成员自己的个人信息请求：只在自己的“我的信息”里，代表看不到', async () => {
    const own = await join('周成员');
    const member = await withCode(own);
    await member.open('/my-information');
    await member.send('/my-information', { wish: 'know', text: '我想知道名册存到什么时候' });
    await follow();
    const [again, representative] = [await withCode(own), await withCode(code)];
    const mine = await again.open('/my-information');
    expect(mine).toContain('想知道处理了我的哪些信息');
    expect(mine).toMatch(/最迟 \d{4}年/);
    expect(mine).not.toContain('张');
    expect(await representative.open('/my-information')).not.toMatch(/最迟 \d{4}年/);
  });
});

async function listed(): Promise<{ rows: string }> {
  const actions = await root.sql.selectFrom('history.action').selectAll().where('subject', '=', matter.id).execute();
  const codes = await root.sql.selectFrom('intake.code').selectAll().execute();
  return { rows: JSON.stringify([actions, codes]) };
}

const count = async (table: 'words.text') => (await root.sql.selectFrom(table).select('id').where('subject', '=', matter.id).execute()).length;

async function deliver(): Promise<void> {
  const note = () => takeNote('有凭证');
  const notes = [note(), note(), note(), note()] as const;
  const [record, heard, sent, got] = notes.map(({ words }) => words);
  await on('2026-08-10', UNITS.housing, { type: 'recordInvestigation', on: '2026-08-10', staff: 2, record }, [notes[0]]);
  await on('2026-08-11', UNITS.housing, { type: 'hearPetitioner', on: '2026-08-11', refused: false, record: heard }, [notes[1]]);
  await on('2026-08-20', UNITS.housing, { type: 'issueOpinion', document: 'document/9', results: { 1: 'explained' } });
  await on('2026-08-20', UNITS.housing, { type: 'dispatch', document: 'document/9', paper: 'handlingOpinion', method: 'post', evidence: sent }, [notes[2]]);
  await on('2026-08-24', UNITS.housing, { type: 'recordDelivery', document: 'document/9', method: 'post', evidence: got, on: '2026-08-24' }, [notes[3]]);
}
