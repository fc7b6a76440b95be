import { beforeAll, describe, expect, it } from 'vitest';
import { loadMatter, PETITIONER } from '#contexts/casework/index.ts';
import { registerIntake } from '#contexts/intake/handle/register.ts';
import { getComplaint, listComplaints } from '#contexts/supervision/contract.ts';
import { supervisionRoutes } from '#contexts/supervision/index.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { createHttp } from '#platform/http.ts';
import { takeNote } from '#platform/words.ts';
import { letter } from '../../test/arrivals.ts';
import { codeOn, followedCounty, hiddenOn, type Followed } from '../../test/followed.ts';
import { REGION } from '../../test/portal.ts';
import { at, claim, UNITS } from '../../test/stories.ts';
import { visit, type Visitor } from '../../test/visitor.ts';

/** Of several people who bring one matter: what one of them says under their own code is theirs alone. */
const TEXT = '承办人说我们人多也没有用，电话打过去就挂断。';
let county: Followed;
let matter: Subject;
let representative: Visitor;
let [first, second]: Visitor[] = [];

beforeAll(async () => {
  county = await followedCounty();
  const { staff, portal, seenBy, follow } = county;
  portal.time = at('2026-08-24');
  const parts = [{ title: '不通燃气', text: '交房两年不通燃气', claims: ['通燃气'], classify: claim }];
  const registered = await registerIntake(staff, REGION, letter({ people: 16, receivedAt: at('2026-08-03') }), {
    by: { person: '张明', unit: UNITS.petition },
    parts,
  });
  matter = { region: REGION, id: registered.matters[0]!.id };
  const what = takeNote('9月20日前通燃气');
  await county.does(matter, '2026-08-04', UNITS.petition, { type: 'refer', to: UNITS.housing });
  await county.does(matter, '2026-08-10', UNITS.housing, { type: 'accept', route: 'petitionProcedure' });
  const commitment = { type: 'makeCommitment', owner: UNITS.housing, what: what.words, dueOn: '2026-09-20' };
  await county.does(matter, '2026-08-11', UNITS.housing, commitment, [what]);
  await county.does(matter, '2026-08-11', PETITIONER, { type: 'openRoster', representatives: 5 });
  portal.time = at('2026-08-24');
  await follow();
  representative = await seenBy(registered.code!);
  const joinCode = codeOn(await representative.open('/roster/1'));
  const codes = [await join(joinCode, '蓝若水'), await join(joinCode, '汤见山')];
  await follow();
  [first, second] = [await seenBy(codes[0]!), await seenBy(codes[1]!)];
});

async function join(code: string, name: string): Promise<string> {
  const visitor = visit(county.portal.origin);
  await visitor.open('/join');
  const which = await visitor.send('/join', { code });
  return codeOn(await visitor.send('/join/name', { join: hiddenOn(which, 'join'), once: hiddenOn(which, 'once'), name, phone: '' }));
}

/** The form as it stands on the page that was read. */
async function sign(visitor: Visitor): Promise<void> {
  const html = await visitor.open('/commitment/1');
  await visitor.send('/commitment/1', { parts: hiddenOn(html, 'parts'), until: hiddenOn(html, 'until'), agreed: 'yes', step: 'sign' });
  await county.follow();
}

const collective = async () => (await loadMatter(county.staff, matter)).matter.collective!;
const acts = async () => (await loadMatter(county.staff, matter)).past.map(({ type }) => type);
const SIGNED = '您2026年8月24日在网上签了';

describe('双向承诺书，联名的各人凭自己的查询码签（rights R7）', () => {
  it('代表签了，成员的页面上没有签过，也看不到代表签了；照样可以自己签，写明只算自己', async () => {
    await sign(representative);
    expect(await representative.open('/commitment/1')).toContain(SIGNED);
    const page = await first!.open('/commitment/1');
    for (const text of ['9月20日前通燃气', '签双向承诺书', '代表签的不算您的', '不因签订而放弃申请复查']) expect(page, text).toContain(text);
    expect(page).not.toContain(SIGNED);
    expect(await first!.open('/progress/1')).not.toMatch(/签订双向承诺书|冷静期/);
  });

  it('一个成员签了：只在自己的页面上，有冷静期；别的成员、代表的页面不变，单位只知道一个数', async () => {
    const before = await acts();
    await sign(first!);
    const own = await first!.open('/commitment/1');
    for (const text of [SIGNED, '8月27日', '退出承诺书']) expect(own, text).toContain(text);
    expect(await second!.open('/commitment/1')).not.toContain(SIGNED);
    expect(await representative.open('/progress/1')).not.toContain('一名成员');
    expect((await acts()).slice(before.length)).toEqual(['MemberSignedCommitment']);
    expect(Object.keys((await collective()).signed)).toHaveLength(1);
  });

  it('反悔只退自己的；代表签的还在', async () => {
    await first!.open('/commitment/1');
    await first!.send('/commitment/1', { step: 'cancel' });
    await county.follow();
    expect(await first!.open('/commitment/1')).toContain('您2026年8月24日退出了');
    expect(await representative.open('/commitment/1')).not.toContain('退出了');
    expect(await acts()).not.toContain('MutualCommitmentCancelled');
  });
});

describe('联名的一名成员投诉办理（监督投诉）', () => {
  it('只在本人的页面上；代表、别的成员看不到；处理的单位看得到内容，并知道只回复本人，被投诉的单位看不到', async () => {
    expect(await first!.open('/complain/1')).toContain('代表和其他成员看不到');
    await first!.send('/complain/1', { about: 'manner', text: TEXT, to: 'supervision' });
    await county.follow();
    expect(await first!.open('/progress/1')).toContain('8月24日您投诉');
    for (const other of [second!, representative]) expect(await other.open('/progress/1')).not.toContain('您投诉');
    for (const copy of ['/my-information/copy.json']) expect(await representative.open(copy)).not.toContain('manner');

    const organ = county.staff.directory.current().inChargeOfComplaintsAbout(UNITS.housing)!;
    const [seen, own] = [await queueOf(organ), await queueOf(UNITS.housing)];
    expect([seen.rows.length, own.rows.length]).toEqual([1, 0]);
    expect(seen.page).toMatchObject({ text: TEXT, ofMember: true });
  });

  it('代表投诉的，照旧在代表的页面上，不在成员的页面上', async () => {
    await representative.open('/complain/1');
    await representative.send('/complain/1', { about: 'delay', text: '两年了还没有答复。', to: 'supervision' });
    await county.follow();
    expect(await representative.open('/progress/1')).toContain('您投诉');
    expect((await first!.open('/progress/1')).split('您投诉')).toHaveLength(2); // their own, and no other
  });
});

describe('联名的协议由各人凭自己的查询码答复（第三十三条；不变量 26）', () => {
  it('成员看到协议的原文，自己答复，只答复眼前这一份；代表的页面上没有答复的地方，单位签的只算同意了的人', async () => {
    const [card, terms, newer] = [takeNote(JSON.stringify({ name: '李兰' })), takeNote('九月底前通燃气，不再收开户费'), takeNote('九月二十五日前通燃气')];
    const offer = (text: typeof terms, dueOn: string) => ({ type: 'offerAgreement', form: 'settlement', terms: text.words, dueOn });
    await county.does(matter, '2026-08-24', UNITS.housing, { type: 'startHandling', handler: { person: '李兰', card: card.words } }, [card]);
    expect(await first!.open('/roster/1')).not.toContain('不再收开户费');
    await county.does(matter, '2026-08-24', UNITS.housing, offer(terms, '2026-09-30'), [terms]);
    await county.follow();
    expect(await first!.open('/progress/1')).toContain('有一份协议请您自己答复');
    expect(await representative.open('/roster/1')).not.toContain('我同意这份协议');
    const page = await first!.open('/roster/1');
    for (const text of ['九月底前通燃气，不再收开户费', '代表不能替您签', '最迟2026年9月30日履行完']) expect(page, text).toContain(text);

    await county.does(matter, '2026-08-24', UNITS.housing, offer(newer, '2026-09-25'), [newer]); // the terms change while the first one reads
    await first!.send('/roster/1', { answer: 'agreeToTerms', offer: hiddenOn(page, 'offer') });
    await county.follow();
    expect((await loadMatter(county.staff, matter)).matter.agreement?.offer).toMatchObject({ no: 2, agreed: [] }); // an answer to other terms is none

    const fresh = await second!.open('/roster/1');
    expect(fresh).toContain('九月二十五日前通燃气');
    await second!.send('/roster/1', { answer: 'agreeToTerms', offer: hiddenOn(fresh, 'offer') });
    await county.follow();
    expect(await second!.open('/roster/1')).toContain('您同意了这份协议');
    expect(await first!.open('/roster/1')).not.toContain('您同意了这份协议');
    const members = Object.keys((await collective()).members);
    expect(members).toHaveLength(2); // an answer is never taken for a leaving

    const both = { petitionerFree: true, otherFree: true };
    await county.does(matter, '2026-08-24', UNITS.housing, {
      type: 'signAgreement',
      form: 'settlement',
      ...both,
      instrument: 'document/9',
      terms: newer.words,
      dueOn: '2026-09-25',
    });
    await county.follow();
    expect((await loadMatter(county.staff, matter)).matter).toMatchObject({ stage: 'inProgress' });
    expect(Object.values((await collective()).bound ?? {})).toEqual(['commitment/2']);
    expect(await first!.open('/roster/1')).not.toContain('九月二十五日前通燃气'); // there is nothing to answer any more
  });
});

async function queueOf(unit: string) {
  const actor: Actor = { person: '某', name: '某', unit, region: REGION, roles: ['supervisor', 'petitionDeptHead', 'unitHead'], session: 'test' };
  const office = await createHttp({ surface: 'office', whoIs: async () => actor });
  supervisionRoutes(office, { ...county.staff, logAccess: async () => {} } as never);
  const { rows } = (await office.inject({ method: 'GET', url: listComplaints.url })).json();
  const [row] = rows;
  const url = row && getComplaint.url.replace(':region', row.region).replace(':complaint', row.complaint);
  const page = url && (await office.inject({ method: 'GET', url })).json();
  await office.close();
  return { rows, page };
}
