import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { handleMatter, loadMatter, type MatterCommand, timeActs } from '#contexts/casework/index.ts';
import { dispatchPaper, renderPaper, signDraft, startDraft } from '#contexts/documents/index.ts';
import { boxKeysOf, codeBehind, keysOfCode, newQueryCode } from '#contexts/intake/index.ts';
import { newCode } from '#contexts/intake/handle/new-code.ts';
import { registerIntake } from '#contexts/intake/handle/register.ts';
import { takeMessages, type Message } from '#contexts/transparency/index.ts';
import { look } from '#contexts/transparency/look.ts';
import { say } from '#contexts/transparency/say.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Database } from '#platform/database.ts';
import { keysInMemory } from '#platform/keys-memory.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { cloneDatabase } from '../../test/database.ts';
import { arrivedBy, deskNeeds } from '../../test/desk.ts';
import { countyDirectory } from '../../test/directory.ts';
import { actor, paperNeeds } from '../../test/papers.ts';
import { at, by, claim, UNITS } from '../../test/stories.ts';
import { messageHandlers } from './messages.ts';
import type { StaffNeeds } from './needs.ts';

/**
 * What the holder of a query code said takes effect once, however the worker
 * ends: the message is marked in the act itself, so a process that is killed
 * has done both or neither, and of two workers with the same message one wins.
 */
const REGION = 'qinghe';
const keepRefused = (at: Date) => new Date(at.getTime() + 180 * 864e5);
const keys = keysInMemory();
const head = actor(UNITS.housing);
let staff: StaffNeeds & { readonly clock: { now: Date } };
let root: Database;
let portal: Database;
let matter: Subject;
let code: string;

beforeAll(async () => {
  const open = await cloneDatabase();
  const db = open();
  root = open('postgres');
  portal = open('huiyin_portal');
  const papers = await paperNeeds(db);
  const directory = countyDirectory();
  const desk = deskNeeds(db, papers.now);
  staff = { ...desk, ...papers, packFor: desk.packFor, directory: { current: () => directory } } as never;
  staff.clock.now = at('2026-07-20');
  const arrived = { ...arrivedBy('letter', '路灯坏了三个月'), anonymous: true, parties: [], receivedAt: at('2026-07-20', '09:00') };
  const parts = [{ title: '路灯不亮', text: '路灯坏了三个月', claims: ['修好路灯'], classify: claim }];
  const registered = await registerIntake(staff, REGION, arrived, { by: { person: '张明', unit: UNITS.petition }, parts });
  matter = { region: REGION, id: registered.matters[0]!.id };
  code = registered.code!;
  const card = takeNote(JSON.stringify({ name: '李兰', post: '科长', phone: '0000-622 0132' }));
  await does('2026-07-24', UNITS.petition, { type: 'refer', to: UNITS.housing });
  await does('2026-08-03', UNITS.housing, { type: 'accept', route: 'petitionProcedure' });
  await does('2026-08-04', UNITS.housing, { type: 'startHandling', handler: { person: '李兰', card: card.words } }, [card]);
});

async function does(day: string, unit: string, command: object, notes: readonly Note[] = []) {
  staff.clock.now = at(day);
  await handleMatter(staff, matter, { ...command, ...by(unit, day) } as MatterCommand, { notes });
}

/** Three workers look at the same time; another comes later. Gives what was not refused and not taken. */
async function taken(db: Database = staff.db): Promise<unknown[]> {
  const troubles: unknown[] = [];
  const look = () =>
    takeMessages(
      { db, boxKeys: boxKeysOf(keys.boxes), now: staff.now, keepRefused, failed: (_, error) => troubles.push(error) },
      REGION,
      messageHandlers({ ...staff, db }),
    );
  await Promise.all([look(), look(), look()]);
  await look();
  return troubles;
}

async function said(message: Message): Promise<void> {
  const { id: codeHmac } = keysOfCode(staff.codePepper, 'query', code);
  await say({ db: portal, now: staff.now, boxes: keys['boxes-public'] }, { region: REGION, codeHmac }, message);
}

const looked = (with_: string) =>
  look({ db: portal, pepper: staff.codePepper, now: staff.now, sites: () => ({ home: { region: REGION } as never, byPrefix: new Map() }) }, with_);

const count = async (type: string) => (await root.sql.selectFrom('history.action').select('n').where('type', '=', type).execute()).length;
const waiting = async () => (await root.sql.selectFrom('transparency.message').select('id').where('taken_at', 'is', null).execute()).length;

/** A database whose connection breaks with the COMMIT: the process was killed before it could say it. */
function killedBeforeCommit(db: Database): Database {
  return {
    ...db,
    transact: (work) => db.transact((send) => work((...queries) => (isLast(queries) ? Promise.reject(new Error('killed')) : send(...queries)))),
  };
}
const isLast = (queries: readonly { compile(): { sql: string } }[]) => queries.at(-1)?.compile().sql === 'commit';

/** Posted under the code, and nobody looked for three weeks: it has counted as not delivered since. */
async function forgottenPaper(): Promise<string> {
  const document = await printedPaper('2026-08-06');
  staff.clock.now = at('2026-08-27', '00:05');
  await timeActs(staff, REGION);
  expect((await loadMatter(staff, matter)).matter.papers[document]).toMatchObject({ state: 'failed', unproven: true });
  return document;
}

async function printedPaper(day = '2026-08-05'): Promise<string> {
  staff.clock.now = at(day);
  const { draft, version, missing } = await startDraft(staff, matter, { code: 'F07', values: { procedure: 'ordinary' } }, head);
  expect(missing).toEqual([]);
  const { no } = await signDraft(staff, matter, { draft, version }, head);
  await renderPaper(staff, matter, no);
  await dispatchPaper(staff, matter, no, { method: 'queryCode', evidence: { posted: '8月5日公布' }, actor: head });
  return `document/${no}`;
}

describe('持码人说的话，各办一次', () => {
  const complaint = { kind: 'complaint', about: 'delay', text: '三个月没有人来，每次都说下周。', to: 'supervision' } as const;
  const cases: Record<string, readonly [string, () => Message | Promise<Message>]> = {
    打开文书: ['PaperDelivered', async () => ({ kind: 'opened', subject: matter.id, document: await printedPaper(), on: '2026-08-05' })],
    打开早就公布的文书: ['PaperDelivered', async () => ({ kind: 'opened', subject: matter.id, document: await forgottenPaper(), on: '2026-08-27' })],
    投诉: ['ConductComplaintReceived', () => ({ ...complaint, subject: matter.id })],
    补充材料: ['MaterialAdded', () => ({ kind: 'supplement', subject: matter.id, text: '又坏了两盏', files: [] })],
    改联系方式: ['ContactChanged', () => ({ kind: 'contact', phone: '13900001111' })],
    申请撤回: ['WithdrawalRequested', () => ({ kind: 'ask', subject: matter.id, about: 'withdraw', text: '不想再办了' })],
    申请回避: ['RecusalPassedUp', () => ({ kind: 'ask', subject: matter.id, about: 'recusal', text: '承办人是对方的亲戚，局长也是', headConcerned: true })],
    同意电子送达: ['ElectronicDeliveryConsented', () => ({ kind: 'electronicDelivery', consented: true })],
  };

  it.each(Object.entries(cases))('%s：没来得及写完就被杀，什么也没有办；接着办，三个进程同时看到，也只办一次', async (_, [type, message]) => {
    const before = await count(type);
    await said(await message());
    expect(await taken(killedBeforeCommit(staff.db))).not.toEqual([]);
    expect([await count(type), await waiting()]).toEqual([before, 1]);

    await taken();
    expect([await count(type), await waiting()]).toEqual([before + 1, 0]);
    await taken();
    expect(await count(type)).toBe(before + 1);
    const kept = await root.sql.selectFrom('transparency.message').select('envelope').where('outcome', '=', 'taken').execute();
    expect(kept.every(({ envelope }) => envelope.length === 0)).toBe(true); // the words are with the matter now, under its key
  });

  it('不让办的（没有这件事项），记为不能办入，不再问第二次', async () => {
    await said({ ...complaint, subject: randomUUID() });
    expect(await taken()).toEqual([]);
    const rows = await root.sql.selectFrom('transparency.message').select('envelope').where('outcome', '=', 'refused').execute();
    expect([rows.length, await waiting()]).toEqual([1, 0]);
    expect(rows[0]!.envelope.length).toBe(0); // the words are with whoever wrote them
    expect(await count('ConductComplaintReceived')).toBe(1);
  });

  it('不能照办的，退回给持码人：为什么、怎么办，写的一个字不少；别的码看不到', async () => {
    await said({ kind: 'ask', subject: matter.id, about: 'undoWithdraw', text: '我没有撤回过，为什么写着撤回？' });
    expect(await taken()).toEqual([]);
    const refused = (await looked(code)).refused.find(({ kind }) => kind === 'ask');
    expect(refused).toMatchObject({
      kind: 'ask',
      about: 'undoWithdraw',
      subject: matter.id,
      typed: [{ name: 'text', value: '我没有撤回过，为什么写着撤回？' }],
    });
    expect(refused!.sentence).toMatch(/[。；]$/);
    expect((await looked(newQueryCode(code.slice(0, 3)))).refused).toEqual([]);
  });

  it('双向承诺书：信访人在网上签的是看到的那几条；单位的承诺变了就不算，并且说明；随时可以退出（R7）', async () => {
    const what = takeNote('9月底前把路灯修好');
    await does('2026-08-05', UNITS.housing, { type: 'makeCommitment', owner: UNITS.housing, what: what.words, dueOn: '2026-09-30' }, [what]);
    const sign = { kind: 'commitment', subject: matter.id, step: 'sign', parts: ['commitment/1'], until: '2026-09-30' } as const;
    await said(sign);
    expect(await taken()).toEqual([]);
    expect(await count('MutualCommitmentSigned')).toBe(1);
    await said({ ...sign, step: 'cancel', parts: [] });
    await taken();
    expect(await count('MutualCommitmentCancelled')).toBe(1);

    const more = takeNote('每周五报一次进度');
    await does('2026-08-06', UNITS.housing, { type: 'makeCommitment', owner: UNITS.housing, what: more.words, dueOn: '2026-09-30' }, [more]);
    await said(sign);
    expect(await taken()).toEqual([]);
    expect(await count('MutualCommitmentSigned')).toBe(1);
    expect((await looked(code)).refused.find(({ kind }) => kind === 'commitment')?.sentence).toContain('承诺已经变了');
  });

  it('补发过查询码的，退回到新码', async () => {
    const old = code;
    const { id: codeHmac } = keysOfCode(staff.codePepper, 'query', old);
    code = newQueryCode(old.slice(0, 3));
    staff.clock.now = at('2026-08-06');
    await root.sql.transaction().execute(async (trx) => {
      for (const query of await newCode(staff, { region: REGION, id: (await codeBehind(staff, REGION, codeHmac))!.intake }, code))
        await trx.executeQuery(query.compile());
    });
    staff.clock.now = at('2026-08-07');
    await say(
      { db: portal, now: staff.now, boxes: keys['boxes-public'] },
      { region: REGION, codeHmac },
      { kind: 'supplement', subject: matter.id, text: '用旧码写的', files: [] },
    );
    expect(await taken()).toEqual([]);
    expect((await looked(old)).refused.map(({ typed }) => typed[0]?.value)).not.toContain('用旧码写的');
    expect((await looked(code)).refused[0]).toMatchObject({
      sentence: '这个查询码已经补发作废，请用新的查询码。',
      typed: [{ name: 'text', value: '用旧码写的' }],
    });
  });
});
