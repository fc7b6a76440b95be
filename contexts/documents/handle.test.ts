import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadMatter, timeActs } from '#contexts/casework/index.ts';
import type { Subject } from '#kernel/subject.ts';
import { loadHistory } from '#platform/history.ts';
import { cloneDatabase } from '../../test/database.ts';
import { actor, newMatter, paperNeeds } from '../../test/papers.ts';
import { at, UNITS } from '../../test/stories.ts';
import type { Values } from './domain/field.ts';
import { dispatchPaper, recordDelivery, reportReturned, voidPaper } from './handle/deliver.ts';
import { discardDraft, previewDraft, saveDraft, startDraft } from './handle/drafts.ts';
import { readPaper, renderPaper, renderPending } from './handle/render.ts';
import { signDraft } from './handle/sign.ts';
import { papersOf } from './handle/step.ts';
import { loadPastOf } from './handle/home.ts';
import { SAMPLES } from './render/samples.ts';
import { findRegister, findUnderWay, findVerification, findVerificationsOf, type DocumentsDb } from './store.ts';

let needs: Awaited<ReturnType<typeof paperNeeds>>;
let open: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  open = await cloneDatabase();
  needs = await paperNeeds(open());
});

const head = actor(UNITS.housing);
const mail = { method: 'post', evidence: { mailNo: 'XA12345678', address: '翠屏小区3号楼' }, actor: head } as const;
const OPINION: Values = {
  statement: '每逢下雨卧室渗水。',
  claims: [
    {
      no: '1',
      claim: '修好3号楼屋面',
      facts: '防水层老化。',
      result: 'supported',
      opinion: '由街道组织施工。',
      basis: '《中华人民共和国民法典》第二百八十一条',
      performer: '清和县东河镇人民政府',
      performBy: '2026-12-31',
    },
  ],
};

async function sign(subject: Subject, code: 'F07' | 'F10' | 'F16' | 'F23' | 'F59' | 'F15', values: Values = {}, corrects?: number) {
  const { draft, version, missing } = await startDraft(needs, subject, { code, values, ...(corrects && { corrects }) }, head);
  expect(missing).toEqual([]);
  return signDraft(needs, subject, { draft, version }, head);
}

async function issue(subject: Subject, code: 'F07' | 'F10' | 'F16' | 'F23' | 'F59', values: Values = {}, corrects?: number) {
  const { no } = await sign(subject, code, values, corrects);
  expect(await renderPaper(needs, subject, no)).toBe(true);
  return no;
}

const typesOf = async (subject: Subject) => (await loadHistory(needs.db.sql, [subject]).execute()).map(({ type, stream }) => `${stream} ${type}`);
const verified = async (subject: Subject) => findVerificationsOf(needs.db.sql as DocumentsDb, subject);

describe('起草', () => {
  it('事项已经知道的不用再写：姓名、日期、请求、承办人、期限', async () => {
    const subject = await newMatter(needs, 'handling');
    const { values } = await startDraft(needs, subject, { code: 'F07' }, head);
    expect(values).toMatchObject({
      addressee: '张𬭚',
      receivedOn: '2026-07-20',
      acceptedOn: '2026-08-03',
      claims: ['修好3号楼屋面'],
      referredBy: '清和县信访局',
      handlerName: '李兰',
      contactPhone: '0000-622 0132',
      dueOn: { on: '2026-10-08', rolled: true, provisional: false }, // V06
    });
  });

  it('自动保存：别人先保存的不被盖掉，被拒的人写的还在自己页面上', async () => {
    const subject = await newMatter(needs, 'handling');
    const { draft, version, values } = await startDraft(needs, subject, { code: 'F23' }, head);
    const saved = await saveDraft(needs, subject, draft, { ...values, statement: '甲' }, version, head);
    expect(saved.version).toBe(version + 1);
    await expect(saveDraft(needs, subject, draft, { ...values, statement: '乙' }, version, head)).rejects.toMatchObject({ code: 'Stale' });
    await expect(signDraft(needs, subject, { draft, version }, head)).rejects.toMatchObject({ code: 'Stale' });
  });

  it('草稿在库中是密文；每次保存留下谁在什么时候；弃用以后就没有了', async () => {
    const subject = await newMatter(needs, 'handling');
    const { draft, version, values } = await startDraft(needs, subject, { code: 'F07', values: { addressee: '独一无二的名字' } }, head);
    await saveDraft(needs, subject, draft, values, version, head);
    const row = await needs.db.sql.selectFrom('documents.draft').selectAll().where('id', '=', draft).executeTakeFirstOrThrow();
    expect((row.envelope as Buffer).includes(Buffer.from('独一无二的名字'))).toBe(false);
    expect(await discardDraft(needs, subject, draft, head)).toBe(true);
    await expect(previewDraft(needs, subject, draft, head)).rejects.toMatchObject({ code: 'NotFound' });
    const lines = await needs.db.sql
      .selectFrom('documents.draft_save')
      .select(['act', 'person'])
      .where('draft', '=', draft)
      .orderBy('at')
      .orderBy('version')
      .execute();
    expect(lines.map(({ act }) => act).sort()).toEqual(['discarded', 'saved', 'started']);
  });

  it('别的单位看不到本单位的草稿', async () => {
    const subject = await newMatter(needs, 'handling');
    const { draft } = await startDraft(needs, subject, { code: 'F07' }, head);
    await expect(previewDraft(needs, subject, draft, actor(UNITS.water))).rejects.toMatchObject({ code: 'NotFound' });
  });
});

describe('取号', () => {
  it('意见书取号和事项的“出具意见”是同一次办理', async () => {
    const subject = await newMatter(needs, 'handling');
    needs.clock.now = at('2026-09-28');
    const { number, done } = await sign(subject, 'F23', OPINION);
    expect(number).toMatch(/^清住建信意〔2026〕\d+号$/);
    expect(done.map(({ stream, type }) => `${stream} ${type}`)).toEqual(['matter OpinionIssued', 'document/1 DocumentNumbered']);
    const { matter } = await loadMatter(needs, subject);
    expect(matter).toMatchObject({
      stage: 'opinionIssued',
      opinion: { document: 'document/1', results: { 1: 'supported' }, performingUnit: UNITS.town, dueOn: { A27: '2026-12-31' } },
    });
  });

  it('不变量 17：缺复查机关的意见书取不了号，号没有用掉，草稿还在，意见没有出具', async () => {
    const subject = await newMatter(needs, 'handling');
    const before = await findRegister(needs.db.sql as DocumentsDb, UNITS.housing, '清住建信意', 2026);
    const { draft, version, missing } = await startDraft(needs, subject, { code: 'F23', values: { ...OPINION, reviewOrgan: '' } }, head);
    expect(missing.map(({ label }) => label)).toEqual(['复查机关']);
    await expect(signDraft(needs, subject, { draft, version }, head)).rejects.toThrow('《信访处理意见书》还不能取号，缺：复查机关。');
    expect(await typesOf(subject)).not.toContain('matter OpinionIssued');
    const other = await newMatter(needs, 'handling');
    const { number } = await sign(other, 'F23', OPINION);
    expect(number).toBe(`清住建信意〔2026〕${before.length + 1}号`);
    await expect(previewDraft(needs, subject, draft, head)).resolves.toBeInstanceOf(Buffer);
  });

  it('印不出来的字在签发以前就说明白', async () => {
    const subject = await newMatter(needs, 'handling');
    const { draft, version, unprintable } = await startDraft(needs, subject, { code: 'F07', values: { addressee: '张𪚥' } }, head);
    expect(unprintable).toEqual([{ character: '𪚥', code: 'U+2A6A5' }]);
    await expect(signDraft(needs, subject, { draft, version }, head)).rejects.toThrow('“𪚥”（U+2A6A5）');
  });

  it('不变量 55：日期不能手改，与期限表不符的签不了', async () => {
    const subject = await newMatter(needs, 'handling');
    const { draft, version, values } = await startDraft(needs, subject, { code: 'F07' }, head);
    const { version: next, missing } = await saveDraft(
      needs,
      subject,
      draft,
      { ...values, dueOn: { on: '2027-10-08', rolled: false, provisional: false } },
      version,
      head,
    );
    expect(missing.map(({ label }) => label)).toEqual(['日期与期限不符，应为2026-10-08']);
    await expect(signDraft(needs, subject, { draft, version: next }, head)).rejects.toMatchObject({ code: 'AgainstRule' });
  });

  it('不变量 45：两人同时签同一份草稿，只有一人签成，只用掉一个号', async () => {
    const subject = await newMatter(needs, 'handling');
    const { draft, version } = await startDraft(needs, subject, { code: 'F07' }, head);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => signDraft(needs, subject, { draft, version }, head)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await typesOf(subject)).filter((type) => type.endsWith('DocumentNumbered'))).toHaveLength(1);
  });
});

describe('成文', () => {
  it('取号以后进程死了，系统自己补上；补两次也只有一份', async () => {
    const subject = await newMatter(needs, 'handling');
    const { no } = await sign(subject, 'F07');
    await expect(readPaper(needs, subject, no)).rejects.toMatchObject({ code: 'WrongStage' });
    const worker = { ...needs, db: open('huiyin_worker') };
    expect(await renderPending(worker, 'qinghe')).toBeGreaterThan(0);
    expect(await renderPending(worker, 'qinghe')).toBe(0);
    expect((await typesOf(subject)).filter((type) => type.endsWith('DocumentSealed'))).toHaveLength(1);
    const { pdf, paper, name } = await readPaper(needs, subject, no);
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(paper.rendering?.hash);
    expect(name).toMatch(/^受理告知书清住建信受告〔2026〕\d+号\.pdf$/);
  });

  it('几个进程同时成文，只记一次，不留下多余的文件', async () => {
    const subject = await newMatter(needs, 'handling');
    const { no } = await sign(subject, 'F07');
    const made = await Promise.all([1, 2, 3].map(() => renderPaper(needs, subject, no)));
    expect(made.filter((one) => one)).toHaveLength(1);
  });

  it('核对：扫码只看得到种类、文号、单位、日期和摘要，没有姓名；门户的角色也只读得到这些', async () => {
    const subject = await newMatter(needs, 'handling');
    const no = await issue(subject, 'F07');
    const [row] = await verified(subject);
    const portal = open('huiyin_portal').sql as unknown as DocumentsDb;
    const seen = await findVerification(portal, row!.code);
    const { paper } = await readPaper(needs, subject, no);
    expect(seen).toEqual({
      region: 'qinghe',
      code: paper.verify,
      name: '受理告知书',
      number: paper.number,
      organ: '清和县住房和城乡建设局',
      issued_on: '2026-08-13',
      check_value: paper.check,
      hash: paper.rendering?.hash,
      state: 'inForce',
      replaced_by: null,
    });
    expect(JSON.stringify(seen)).not.toContain('张');
    await expect(portal.selectFrom('documents.paper').selectAll().execute()).rejects.toMatchObject({ code: '42501' });
    await expect(portal.selectFrom('documents.verification').selectAll().execute()).rejects.toMatchObject({ code: '42501' });
  });
});

describe('发出和送达', () => {
  it('发出受理告知书：15日告知期限同时停止，告诉的日期成为事实', async () => {
    const subject = await newMatter(needs, 'handling');
    const no = await issue(subject, 'F07');
    const done = await dispatchPaper(needs, subject, no, mail);
    expect(done.map(({ stream, type }) => `${stream} ${type}`)).toEqual(['document/1 PaperDispatched', 'matter AcceptanceNoticeDispatched']);
    expect(done[1]).toMatchObject({ document: 'document/1', told: { A14: '2026-10-08' } });
    const { matter } = await loadMatter(needs, subject);
    expect(Object.values(matter.clocks).find(({ clock }) => clock === 'A06')).toMatchObject({ stoppedBy: 'AcceptanceNoticeDispatched' });
  });

  it('事项那一边不允许的，文书这一边也不记：要么都成，要么都不成（不变量 52）', async () => {
    const subject = await newMatter(needs, 'handling');
    const values = {
      item: 'arbitration',
      procedure: '劳动争议仲裁',
      organ: '县劳动人事争议仲裁委员会',
      address: '人民路18号',
      term: '1年',
      bring: ['申请书'],
      forwarded: 'no',
    };
    await expect(sign(subject, 'F10', values)).rejects.toThrow('现在还不能发出程序（途径）告知书');
    expect(await typesOf(subject)).not.toContain('document/1 DocumentNumbered');
  });

  it('不变量 54：假如没有联席会议的决定，当承办单位在信访事项里写约谈决定，那么起草就被拒绝', async () => {
    const subject = await newMatter(needs, 'handling');
    await expect(startDraft(needs, subject, { code: 'F61' }, head)).rejects.toThrow('不在信访事项里起草');
  });

  it('不变量 14、15、52：假如没有不予受理、不再受理、引导、受理的决定，当负责人要签这样的告知书，那么取不了号，也就没有盖章、能核对真伪的“不”', async () => {
    const [referred, handling, triaged] = [await newMatter(needs, 'referred'), await newMatter(needs, 'handling'), await newMatter(needs, 'triaged')];
    const told = (code: 'F08' | 'F09' | 'F11' | 'F34') => Object.fromEntries(Object.entries(SAMPLES[code]).filter(([name]) => name !== 'receivedOn'));
    const asked = async (subject: Subject, code: 'F08' | 'F09' | 'F11' | 'F34', who = head) => {
      const { draft, version } = await startDraft(needs, subject, { code, values: told(code) }, who);
      return signDraft(needs, subject, { draft, version }, who);
    };
    const petition = actor(UNITS.petition);
    await expect(asked(referred, 'F08')).rejects.toThrow('现在还不能发出不予受理告知书，请先作出相应决定');
    await expect(asked(referred, 'F09')).rejects.toThrow('现在还不能发出不再受理告知书');
    await expect(asked(referred, 'F11')).rejects.toThrow('现在还不能发出引导告知单');
    await expect(asked(handling, 'F34')).rejects.toThrow('还没有决定是否受理复查（复核）申请');
    await expect(asked(triaged, 'F11', petition)).rejects.toThrow('信访部门只能引导来访反映涉法涉诉事项的群众');
    await expect(sign(handling, 'F07')).resolves.toMatchObject({ no: 1 });
    const other = await startDraft(needs, handling, { code: 'F07', values: { acceptedOn: '2026-08-03' } }, petition);
    await expect(signDraft(needs, handling, { draft: other.draft, version: other.version }, petition)).rejects.toThrow('由受理、办理本件的单位出具');
    for (const subject of [referred, triaged]) expect((await typesOf(subject)).join()).not.toContain('DocumentNumbered');
  });

  it('意见书送达起算复查期限；没有送到的，办结期限按原日期继续（不变量 20、47）', async () => {
    const subject = await newMatter(needs, 'handling');
    needs.clock.now = at('2026-09-10');
    const no = await issue(subject, 'F23', OPINION);
    await dispatchPaper(needs, subject, no, mail);
    needs.clock.now = at('2026-09-21');
    await reportReturned(needs, subject, no, { reason: '查无此人', actor: head });
    const reading = async (id: string) => Object.values((await loadMatter(needs, subject)).matter.clocks).findLast(({ clock }) => clock === id);
    const answer = await reading('A14');
    expect(answer).toMatchObject({ targetOn: '2026-10-02', legalOn: '2026-10-08' });
    expect(answer).not.toHaveProperty('stoppedOn');
    expect(await reading('A17')).toBeUndefined();

    needs.clock.now = at('2026-10-08');
    await dispatchPaper(needs, subject, no, { ...mail, method: 'direct', evidence: { deliverer: '李兰', place: '住处' } });
    needs.clock.now = at('2026-10-14');
    await recordDelivery(needs, subject, no, { evidence: { signedBy: '张𬭚', signature: 'blob' }, on: '2026-10-14', actor: head });
    expect(await reading('A14')).toMatchObject({ stoppedOn: '2026-10-08' });
    expect(await reading('A17')).toMatchObject({ targetOn: '2026-11-13' }); // V25
  });

  it('到期没有送达凭证：夜里按没有送到处理，文书这一行也跟着变；回执来了补登，办结不算超期，复查从补登那天起', async () => {
    const subject = await newMatter(needs, 'handling');
    needs.clock.now = at('2026-09-10');
    const no = await issue(subject, 'F23', OPINION);
    await dispatchPaper(needs, subject, no, mail);
    const stageOf = async () => papersOf(await loadPastOf(needs, subject)).all[`document/${no}`]?.stage;
    const rowOf = async () =>
      (await findUnderWay(needs.db.sql as DocumentsDb, [subject.region], UNITS.housing, ['F23'], 500)).find((row) => row.subject === subject.id)?.stage;
    const reading = async (id: string) => Object.values((await loadMatter(needs, subject)).matter.clocks).findLast(({ clock }) => clock === id);
    needs.clock.now = at('2026-09-28', '00:05');
    await timeActs(needs, subject.region);
    expect([await stageOf(), await rowOf()]).toEqual(['dispatched', 'dispatched']); // its last day
    needs.clock.now = at('2026-09-29', '00:05');
    expect(await timeActs(needs, subject.region)).toBeGreaterThan(0);
    expect([await stageOf(), await rowOf()]).toEqual(['unproven', 'unproven']);
    expect(await reading('A14')).not.toHaveProperty('stoppedOn');
    await timeActs(needs, subject.region);
    expect((await typesOf(subject)).filter((type) => type.endsWith('DeliveryFailed'))).toHaveLength(1);

    needs.clock.now = at('2026-10-12');
    await expect(reportReturned(needs, subject, no, { reason: '查无此人', actor: head })).rejects.toThrow('请补登送达');
    await expect(recordDelivery(needs, subject, no, { evidence: {}, on: '2026-09-14', actor: head })).rejects.toThrow('没有凭证不能登记送达');
    const done = await recordDelivery(needs, subject, no, { evidence: { returnSlip: '回执 9月14日 签收' }, on: '2026-09-14', actor: head });
    expect(done.map(({ type }) => type)).toEqual(['PaperDelivered', 'OpinionDispatched', 'OpinionDelivered']);
    expect([await stageOf(), await rowOf()]).toEqual(['delivered', undefined]);
    expect(await reading('A14')).toMatchObject({ stoppedOn: '2026-09-10', outcome: 'kept' });
    expect(await reading('A17')).toMatchObject({ startedOn: '2026-10-12' });
  });

  it('延期告知书退回后可以再发：不是再延一次', async () => {
    const subject = await newMatter(needs, 'handling');
    needs.clock.now = at('2026-10-08');
    const no = await issue(subject, 'F16', { reasons: '业主表决尚未结束，须再等十五日。' });
    await dispatchPaper(needs, subject, no, mail);
    needs.clock.now = at('2026-10-15');
    await reportReturned(needs, subject, no, { reason: '查无此人', actor: head });
    const done = await dispatchPaper(needs, subject, no, { ...mail, method: 'direct', evidence: { deliverer: '李兰', place: '住处' } });
    expect(done.map(({ type }) => type)).toEqual(['PaperDispatched', 'ExtensionNoticeDispatched']);
  });

  it('延期告知书一发出，延期同时批准；没有凭证的两样都没有', async () => {
    const subject = await newMatter(needs, 'handling');
    needs.clock.now = at('2026-10-08');
    const no = await issue(subject, 'F16', { reasons: '业主表决尚未结束，须再等十五日。' });
    await expect(dispatchPaper(needs, subject, no, { ...mail, evidence: {} })).rejects.toThrow('没有凭证不能登记发出，缺：挂号（快递）单号、收件地址');
    const done = await dispatchPaper(needs, subject, no, mail);
    expect(done.map(({ type }) => type)).toEqual(['PaperDispatched', 'HandlingExtended', 'ExtensionNoticeDispatched']);
  });

  it('不变量 35：更正另发文书，原文书一个字不变，核对页指向新文书', async () => {
    const subject = await newMatter(needs, 'handling');
    const wrong = await issue(subject, 'F07');
    await dispatchPaper(needs, subject, wrong, mail);
    const before = await readPaper(needs, subject, wrong);
    const right = await issue(
      subject,
      'F59',
      { act: 'correct', wrong: '承办人电话写错。', basis: '《信访工作条例》第二十三条', follows: '承办人电话改为0000-622 0132。' },
      wrong,
    );
    expect((await verified(subject))[0]).toMatchObject({ state: 'inForce' });
    await dispatchPaper(needs, subject, right, mail);
    const after = await readPaper(needs, subject, wrong);
    expect(after.pdf.equals(before.pdf)).toBe(true);
    expect((await verified(subject))[0]).toMatchObject({ state: 'corrected', replaced_by: (await readPaper(needs, subject, right)).paper.number });
  });

  it('作废的号留在登记簿上，核对页写明作废，发不出去', async () => {
    const subject = await newMatter(needs, 'handling');
    const no = await issue(subject, 'F07');
    await voidPaper(needs, subject, no, { reason: '收文人写错', actor: head });
    expect((await verified(subject))[0]).toMatchObject({ state: 'voided' });
    await expect(dispatchPaper(needs, subject, no, mail)).rejects.toMatchObject({ code: 'WrongStage' });
  });
});
