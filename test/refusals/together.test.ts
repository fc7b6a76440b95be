import { beforeAll, describe, expect, inject, it } from 'vitest';
import { signIn, type Answer } from '../official.ts';
import { sharedProgram, type Shared } from '../running-shared.ts';
import { dispatch, opinionDraft, sign, signDraft, startDraft, type Draft } from './papers.ts';
import { accepted, ask, done, handled, pageOf, papersOf, people, referred, refused, register, letter, type Matter, type People } from './way.ts';

/** 两个人同时办一件，一个在事项上，一个在文书上：办成一个，另一个听到“刚被他人办理”，写的内容不丢，文号不断。 */
const HANDLER = { handlerName: '李砚秋', handlerPost: '科长', handlerPhone: '0000-622 0121' };

let running: Shared;
let who: People;

beforeAll(async () => {
  running = await sharedProgram(inject('running'));
  who = await people(running);
}, 300_000);

const isDone = ({ status }: Answer) => status === 200;

/** Exactly one did it; each of the others is told that somebody was faster, and that nothing was lost. */
function oneWon(answers: readonly Answer[]): void {
  expect(answers.filter(isDone)).toHaveLength(1);
  for (const answer of answers.filter((one) => !isDone(one))) {
    expect(answer.status).toBe(412);
    refused(answer, 'Stale', /他人已?办理|刚被别人/, '没有丢', '请刷新后再办');
  }
}

describe('不变量 45', () => {
  it('八个人看着同一页同时办一件，四个在事项上，四个在文书上：恰有一个办成', async () => {
    const { unitClerk, unitHead } = who;
    const matter = await accepted(who);
    const drafts: Draft[] = [];
    for (let each = 0; each < 4; each += 1) drafts.push(await startDraft(unitHead, matter, 'F07', HANDLER));
    const { n } = await pageOf(unitHead, matter);
    const note = (text: string) => ({ text, shown: false });

    const answers = await Promise.all([
      ask(unitClerk, matter, 'takeNote', note('打过电话，约了明天上门'), n),
      ...drafts.map((draft) => signDraft(unitHead, matter, draft, n)),
      ask(unitHead, matter, 'addMaterial', { text: '来信人补了一张照片' }, n),
      ask(unitClerk, matter, 'startHandling', { handler: { person: '李砚秋', name: '李砚秋', post: '科长', phone: '0000-622 0121' } }, n),
      ask(unitHead, matter, 'takeNote', note('请两天内上门'), n),
    ]);
    oneWon(answers);

    const after = await pageOf(unitHead, matter);
    const { papers, drafts: left } = done(await unitHead.get(`${papersOf(matter)}/papers`));
    const winner = answers.findIndex(isDone);
    const wasPaper = winner >= 1 && winner <= 4;
    expect(papers.filter(({ code }: { code: string }) => code === 'F07')).toHaveLength(wasPaper ? 1 : 0);
    expect(left).toHaveLength(wasPaper ? 3 : 4); // whoever lost finds the draft as it was
    expect(after.n).toBeGreaterThan(n);
  });

  it('在文书上签意见，在事项上延期：按先后，后来的在新状态上判断，不会两样都成', async () => {
    const { unitHead } = who;
    for (let round = 0; round < 2; round += 1) {
      const matter = await handled(who);
      const opinion = await opinionDraft(who, matter);
      const extension = await sign(unitHead, matter, await startDraft(unitHead, matter, 'F16', { reasons: '要请第三方鉴定。', days: '10' }));
      const [signed, extended] = await Promise.all([signDraft(unitHead, matter, opinion), dispatch(unitHead, matter, extension)]);
      const { stage } = await pageOf(unitHead, matter);
      expect(isDone(signed)).toBe(true); // an opinion may follow an extension, never the other way round
      expect(stage).toBe('opinionIssued');
      if (!isDone(extended)) refused(extended, 'WrongStage', '现在是“意见已出待发”，不能延期', '请先发出处理意见书');
    }
  });

  it('同一件同时转给八个单位：只转成一个，只有一个负责的机关', async () => {
    const { triage } = who;
    const matter = await register(who.clerk);
    const head = await signIn(running, 'xf05');
    const { n } = await pageOf(triage, matter);
    const answers = await Promise.all(
      [
        'qinghe/housing',
        'qinghe/water',
        'qinghe/urban-management',
        'qinghe/transport',
        'qinghe/education',
        'qinghe/health',
        'qinghe/justice',
        'qinghe/market',
      ].map((to, index) => ask(index % 2 ? triage : head, matter, 'refer', { to }, n)),
    );
    oneWon(answers);
    const { assignments, answerable } = await pageOf(triage, matter);
    expect(assignments).toHaveLength(1);
    expect(assignments[0].to).toBe(answerable.name);
  });

  it('不变量 34：四份文书同时取号，没带页号的一个接一个，号连着，不重不断', async () => {
    const { unitHead } = who;
    const matters = await Promise.all(Array.from({ length: 4 }, () => accepted(who)));
    const drafts = await Promise.all(matters.map((matter) => startDraft(unitHead, matter, 'F07', HANDLER)));
    const signed = await Promise.all(matters.map((matter, index) => signDraft(unitHead, matter, drafts[index]!)));
    const numbers = signed.map((answer) => Number(/〕(\d+)号/.exec(done(answer).number)?.[1])).sort((one, other) => one - other);
    expect(numbers).toEqual(numbers.map((_, index) => numbers[0]! + index));
  });

  it('同一份草稿两个人同时签：只取一个号', async () => {
    const { unitHead, unitClerk } = who;
    const matter = await accepted(who);
    const draft = await startDraft(unitClerk, matter, 'F07', HANDLER);
    const answers = await Promise.all([unitHead, unitClerk, unitHead, unitClerk].map((one) => signDraft(one, matter, draft)));
    expect(answers.filter(isDone)).toHaveLength(1);
    for (const { body } of answers.filter((one) => !isDone(one))) expect(`${body.type} ${body.title}`).toMatch(/^(Stale|NotFound) .*请刷新/);
    const { papers } = done(await unitHead.get(`${papersOf(matter)}/papers`));
    expect(papers.filter(({ code }: { code: string }) => code === 'F07')).toHaveLength(1);
  });

  it('两个人先后保存同一份草稿：后一个被告知，写的还在自己页面上，前一个的没有被盖掉', async () => {
    const { unitHead, unitClerk } = who;
    const matter = await accepted(who);
    const { draft, values, version } = await startDraft(unitClerk, matter, 'F07', HANDLER);
    const path = `${papersOf(matter)}/drafts/${draft}`;
    const save = (official: typeof unitHead, contactPerson: string) => official.post(path, { values: { ...values, contactPerson }, version });
    const answers = await Promise.all([save(unitClerk, '李砚秋'), save(unitHead, '孟庆舟')]);
    expect(answers.filter(isDone)).toHaveLength(1);
    refused(answers.find((one) => !isDone(one))!, 'Stale', '您写的内容还在这一页上', '请刷新后对照修改');
    const first = isDone(answers[0]!) ? '李砚秋' : '孟庆舟';
    expect(done(await unitHead.get(path)).values.contactPerson).toBe(first);
  });
});

it('不变量 44：同一封信同时推送八次，外部编号相同，只登记一件', async () => {
  const { clerk } = who;
  const pushed = letter({ external: { source: '12345热线', id: `RX-${process.pid}-1` } });
  const receipts = (await Promise.all(Array.from({ length: 8 }, () => clerk.post('/api/intake/register', pushed)))).map(done);
  expect(new Set(receipts.map(({ intake }) => intake)).size).toBe(1);
  expect(receipts.filter(({ known }) => !known)).toHaveLength(1);
  const same = letter();
  const twice = (await Promise.all([1, 2, 3].map(() => clerk.post('/api/intake/register', same)))).map(done);
  expect(new Set(twice.map(({ no }) => no)).size).toBe(1);
});

it('不变量 7：受理和异议同时到，只成一个', async () => {
  const { unitClerk, unitHead } = who;
  const matter: Matter = await referred(who);
  const { n } = await pageOf(unitHead, matter);
  oneWon(
    await Promise.all([
      ask(unitClerk, matter, 'accept', { route: 'petitionProcedure' }, n),
      ask(unitHead, matter, 'raiseObjection', { grounds: '巷口排水沟由水利局管护，见三定方案第四条' }, n),
    ]),
  );
});
