import { beforeAll, describe, expect, it } from 'vitest';
import { findBox, matterOf, loadPast, type CaseworkDb } from '#contexts/casework/index.ts';
import { takeNote } from '#platform/words.ts';
import type { Subject } from '#kernel/subject.ts';
import { cloneDatabase } from '../../test/database.ts';
import { actor, doOn, newMatter, paperNeeds } from '../../test/papers.ts';
import { at, UNITS } from '../../test/stories.ts';
import { papersOf } from './handle/step.ts';
import { dispatchPaper, recordDelivery, renderPaper, signDraft, startDraft } from './index.ts';
import { findVerificationsOf, type DocumentsDb } from './store.ts';
import type { PaperCode } from './domain/kind.ts';
import type { Values } from './domain/field.ts';

/** From the opinion to the remand on a real database: every decision is made by signing its paper, and the organ above sees the matter. */
type Needs = Awaited<ReturnType<typeof paperNeeds>>;
let needs: Needs;
let matter: Subject;
const housing = actor(UNITS.housing);
const government = actor(UNITS.government, undefined, '周政');

beforeAll(async () => {
  const open = await cloneDatabase();
  needs = await paperNeeds(open());
  matter = await newMatter(needs, 'handling');
});

const OPINION: Values = {
  statement: '2023年7月报修过',
  claims: [
    {
      no: '1',
      claim: '修好3号楼屋面',
      facts: '过了保修期',
      result: 'notSupported',
      opinion: '不支持',
      basis: '《建设工程质量管理条例》第四十条',
      performer: '',
      performBy: '',
    },
  ],
};

const POST = { method: 'post', evidence: { mailNo: 'XA12345678', address: '翠屏小区' } } as const;
const ON_THE_WALL = { method: 'publicNotice', evidence: { tried: '直接、邮寄都没有送到', postedAt: '县政府网站', photo: 'blob' } } as const;

async function issue(day: string, who: typeof housing, code: PaperCode, values: Values, sending: typeof POST | typeof ON_THE_WALL = POST): Promise<number> {
  needs.clock.now = at(day);
  const { draft, version, values: known } = await startDraft(needs, matter, { code, values }, who);
  const { no } = await signDraft(needs, matter, { draft, version }, who);
  await renderPaper(needs, matter, no);
  await dispatchPaper(needs, matter, no, { ...sending, actor: who });
  expect(known['addressee']).toBe('张𬭚');
  return no;
}

const now = async () => matterOf(needs, await loadPast(needs, matter));
const box = async (unit: string) => (await findBox(needs.db.sql as CaseworkDb, unit, { limit: 10 })).map(({ stage }) => stage);

describe('复查：意见书一签就是决定', () => {
  it('请求复查以后，上一级收到这一件；复查意见书的文号、原意见、请求都不用再填', async () => {
    const opinion = await issue('2026-09-01', housing, 'F23', OPINION);
    needs.clock.now = at('2026-09-04');
    await recordDelivery(needs, matter, opinion, { evidence: { returnSlip: 'XA1' }, on: '2026-09-04', actor: housing });
    expect(await box(UNITS.government)).toEqual([]);
    const grounds = takeNote('物业有报修登记');
    await doOn(needs, matter, '2026-09-10', UNITS.petition, { type: 'requestReview', on: '2026-09-10', grounds: grounds.words }, [grounds]);
    expect(await box(UNITS.government)).toEqual(['reviewRequested']);
    const card = takeNote(JSON.stringify({ name: '周政', post: '科长', phone: '0000-622 0101' }));
    await doOn(needs, matter, '2026-09-11', UNITS.government, { type: 'admitReview', accepted: true, officer: { person: '周政', card: card.words } }, [card]);

    needs.clock.now = at('2026-09-20');
    const { values } = await startDraft(needs, matter, { code: 'F35', values: {} }, government);
    expect(values).toMatchObject({ unit: '清和县住房和城乡建设局', opinionNo: '清住建信意〔2026〕1号', requestedOn: '2026-09-10', request: '物业有报修登记' });
    expect(values).toMatchObject({ contactPerson: '周政', contactPhone: '0000-622 0101' }); // not who handled what is contested
  });

  it('签发“撤销并责令重新作出”：送达当天发回，原意见书标为已被撤销，住建局换人重办', async () => {
    const no = await issue('2026-09-25', government, 'F35', {
      found: '物业登记本载明2023年7月报修',
      result: 'revokeAndRemand',
      opinion: '主要事实不清',
      basis: '《信访工作条例》第三十五条',
      redoDueOn: { on: '2026-11-10', rolled: false, provisional: false },
    });
    expect((await now()).stage).toBe('reviewDispatched');
    needs.clock.now = at('2026-09-28');
    await recordDelivery(needs, matter, no, { evidence: { returnSlip: 'XA2' }, on: '2026-09-28', actor: government });
    expect(await now()).toMatchObject({ stage: 'inProgress', remand: { by: 'review' } });
    expect(papersOf(await loadPast(needs, matter)).all['document/1']).toMatchObject({ code: 'F23', revoked: true });
    const [checked] = await findVerificationsOf(needs.db.sql as DocumentsDb, matter); // what anybody reads who checks the paper
    expect(checked).toMatchObject({ document: 1, state: 'revoked' });
    expect(await box(UNITS.government)).toEqual(['inProgress']); // it stays with the organ that reviewed
  });
});

/** What the list of papers shows, and what anybody reads who checks the paper: written by the followers, in the act that changes it. */
describe('本件另外的决定，文书一栏在同一笔里跟着变', () => {
  const db = () => needs.db.sql as unknown as DocumentsDb;
  const row = () => db().selectFrom('documents.paper').selectAll().where('subject', '=', matter.id).executeTakeFirstOrThrow();
  const checked = async () => (await findVerificationsOf(db(), matter))[0]?.state;

  it('撤销处理意见的（OpinionRevoked）：那份意见书标为已被撤销，核对页也这样写', async () => {
    matter = await newMatter(needs, 'handling');
    await issue('2026-09-01', housing, 'F23', OPINION);
    expect([await checked(), papersOf(await loadPast(needs, matter)).all['document/1']?.revoked]).toEqual(['inForce', undefined]);
    const grounds = takeNote('主要事实没有查清');
    const correct = { type: 'correct', as: 'superior', error: 'facts', dueOn: '2026-10-20', grounds: grounds.words };
    await doOn(needs, matter, '2026-09-03', UNITS.government, correct, [grounds]);
    expect(await now()).toMatchObject({ stage: 'inProgress', revokedBy: ['superior'] });
    expect(papersOf(await loadPast(needs, matter)).all['document/1']).toMatchObject({ code: 'F23', revoked: true });
    expect(await checked()).toBe('revoked');
  });

  it('公告期满视为送达的（DeemedDelivered）：那份意见书不再等送达凭证', async () => {
    matter = await newMatter(needs, 'handling');
    await issue('2026-09-01', housing, 'F23', OPINION, ON_THE_WALL);
    expect(await row()).toMatchObject({ stage: 'dispatched' });
    await doOn(needs, matter, '2026-10-09', '系统', { type: 'deemDelivered', document: 'document/1' });
    expect((await now()).stage).toBe('opinionDelivered');
    expect(await row()).toMatchObject({ stage: 'delivered' });
    expect(await checked()).toBe('inForce');
  });
});
