import { beforeAll, describe, expect, it } from 'vitest';
import { CHANNELS, type Channel } from '#kernel/channels.ts';
import { cloneDatabase } from '../../../test/database.ts';
import { arrivedBy, deskNeeds } from '../../../test/desk.ts';
import { act } from '#platform/act.ts';
import { takeNote } from '#platform/words.ts';
import { intakeStep, loadIntake } from '../handle.ts';
import { keysOfCode, newQueryCode } from '../portal/code.ts';
import { newCode } from './new-code.ts';
import { openMatters } from './open.ts';
import { registerIntake } from './register.ts';
import type { IntakeNeeds } from '../handle.ts';

let needs: IntakeNeeds;
beforeAll(async () => {
  const open = await cloneDatabase();
  needs = deskNeeds(open());
});

const by = { person: '张明', unit: 'qinghe/petition' };
const channels = Object.keys(CHANNELS) as Channel[];

describe('登记', () => {
  it('不变量 1：每个渠道来一件，就登记一件，不多不少', async () => {
    for (const channel of channels) await registerIntake(needs, 'qinghe', arrivedBy(channel, `来自${channel}：路口的井盖丢了`), { by });
    const rows = await needs.db.sql.selectFrom('intake.intake').select(['channel']).where('region', '=', 'qinghe').execute();
    expect(rows.map(({ channel }) => channel).sort()).toEqual([...channels].sort());
  });

  it('不变量 44：同一外部编号、同一天同一人的同一段话，推送两次只登记一次，第二次得到原来的收件号', async () => {
    const pushed = { ...arrivedBy('upstream', '省平台推送：集中供热温度不达标'), external: { source: '省平台', id: 'HB-2026-1' } };
    const first = await registerIntake(needs, 'qinghe', pushed, { by });
    const second = await registerIntake(needs, 'qinghe', { ...pushed, text: '省平台推送：集中供热温度不达标（更正）' }, { by });
    expect(second).toMatchObject({ known: true, no: first.no });

    const long = '我们小区的路灯坏了三个月，晚上老人摔了两跤，物业说归市政，市政说归物业，到现在没有人来修。';
    const one = await registerIntake(needs, 'qinghe', arrivedBy('letter', long), { by });
    const two = await registerIntake(needs, 'qinghe', arrivedBy('letter', long), { by });
    expect(two).toMatchObject({ known: true, no: one.no });
    const other = await registerIntake(
      needs,
      'qinghe',
      { ...arrivedBy('letter', long), parties: [{ role: 'principal', name: '王兰', phone: '19900005678' }] },
      { by },
    );
    expect(other.known).toBe(false); // the same words of another person are another intake
  });

  it('不变量 26：写了几个人联名，就是几个人的事，人数栏填少了也一样；代理人、监护人是替一个人提出的', async () => {
    const one = { ...arrivedBy('letter', '三户人家的墙都裂了，请来看看'), people: 1 };
    const party = (role: 'principal' | 'cosigner' | 'agent', name: string) => ({ role, name });
    const peopleOf = async (parties: readonly ReturnType<typeof party>[], text: string) => {
      const { intake } = await registerIntake(needs, 'qinghe', { ...one, text, parties }, { by });
      return (await loadIntake(needs, intake)).intake.received?.people;
    };
    expect(await peopleOf([party('principal', '王桂英'), party('cosigner', '李大山'), party('cosigner', '赵小满')], '三户的墙')).toBe(3);
    expect(await peopleOf([party('principal', '王桂英'), party('agent', '段律师')], '一户的墙')).toBe(1);
  });

  it('十个人同时推送同一件，只登记一件', async () => {
    const pushed = { ...arrivedBy('upstream', '省平台推送：消防通道被占'), external: { source: '省平台', id: 'HB-2026-2' } };
    const results = await Promise.all(Array.from({ length: 10 }, () => registerIntake(needs, 'qinghe', pushed, { by })));
    expect(results.filter(({ known }) => !known)).toHaveLength(1);
    expect(new Set(results.map(({ no }) => no)).size).toBe(1);
  });

  it('一信多诉，分成几件，每件都从最初收到那天算（SC 一件一诉）', async () => {
    const { intake } = await registerIntake(
      needs,
      'qinghe',
      { ...arrivedBy('letter', '一是吃不上自来水，二是户户通没修到我家'), receivedAt: new Date(needs.now().getTime() - 3 * 86_400_000) },
      { by },
    );
    const loaded = await loadIntake(needs, intake);
    const { matters } = await openMatters(
      needs,
      loaded,
      [
        { title: '吃不上自来水', text: '一是吃不上自来水', claims: ['通水'] },
        { title: '户户通没修到我家', text: '二是户户通没修到我家', claims: ['修路'] },
      ],
      { by, at: needs.now() },
      loaded.past.length,
    );
    expect(matters).toHaveLength(2);
    const rows = await needs.db.sql.selectFrom('casework.matter').select(['subject', 'received_at']).where('intake', '=', intake.id).execute();
    expect(rows.map(({ received_at }) => (received_at as Date).toISOString())).toEqual(
      [loaded.intake.receivedAt, loaded.intake.receivedAt].map((at) => at!.toISOString()),
    );
    const running = await needs.db.sql.selectFrom('casework.running').select(['subject', 'clock', 'started_on']).where('clock', '=', 'A03').execute();
    expect(running.filter(({ subject }) => matters.some(({ id }) => id === subject))).toHaveLength(2);
  });

  it('当场分得清的，一次办理：登记、立件、甄别在同一个事务里，一个来回', async () => {
    const before = needs.db.state().trips;
    const classify = {
      kind: 'claim',
      purpose: 'seekResolution',
      category: '0306',
      also: [],
      firstTime: true,
      general: true,
      litigation: false,
      simple: false,
      ownLower: false,
      evaluation: true,
    } as const;
    const { matters } = await registerIntake(needs, 'qinghe', arrivedBy('visit', '架空线垂到头顶，一刮风就打火'), {
      by,
      parts: [{ title: '架空线打火', text: '架空线垂到头顶', claims: ['整治'], classify }],
    });
    expect(matters).toHaveLength(1);
    expect(needs.db.state().trips - before).toBeLessThanOrEqual(3);
  });
});

describe('咨询、感谢', () => {
  it('不变量 51：答复就了结，不立件；来件人提出请求，由人转为信访事项，仍从最初收到那天算；转了就不能再改回来', async () => {
    const receivedAt = new Date(needs.now().getTime() - 4 * 86_400_000);
    const { intake } = await registerIntake(needs, 'qinghe', { ...arrivedBy('phone', '问低保怎么申请，要带什么材料'), receivedAt }, { by });
    const done = () => ({ by, at: needs.now() });
    const does = async (command: object, notes: ReturnType<typeof takeNote>[] = []) =>
      act(needs, [intakeStep(needs, intake, { ...command, ...done() } as Parameters<typeof intakeStep>[2], { notes })]);
    const matters = () => needs.db.sql.selectFrom('casework.matter').selectAll().where('intake', '=', intake.id).execute();
    const [answer, basis] = [takeNote('带户口簿和收入证明到镇上申请'), takeNote('《社会救助暂行办法》第十一条')];

    await expect(does({ type: 'answer', answer: answer.words, basis: basis.words })).rejects.toMatchObject({ code: 'WrongStage' }); // nobody has said that it is one
    await does({ type: 'classify', purpose: 'inquiry', matters: [], sealed: false });
    await does({ type: 'answer', answer: answer.words, basis: basis.words }, [answer, basis]);
    expect([(await loadIntake(needs, intake)).intake.stage, await matters()]).toEqual(['replied', []]);

    const loaded = await loadIntake(needs, intake);
    const part = { title: '申请低保半年没有答复', text: '问低保怎么申请', claims: ['给出答复'] };
    await openMatters(needs, loaded, [part], done(), loaded.past.length);
    const [matter] = await matters();
    expect((matter!.received_at as Date).toISOString()).toBe(receivedAt.toISOString());
    const [opened] = await needs.db.sql
      .selectFrom('history.action')
      .selectAll()
      .where('subject', '=', matter!.subject)
      .where('type', '=', 'MatterOpened')
      .execute();
    expect(opened!.data).toMatchObject({ convertedFrom: 'inquiry', receivedAt: receivedAt.toISOString() });
    await expect(does({ type: 'classify', purpose: 'inquiry', matters: [], sealed: false })).rejects.toMatchObject({ code: 'WrongStage' });
  });
});

describe('补发查询码', () => {
  it('核对身份后补发：旧码作废，新码有效，期限一天不变', async () => {
    const { intake, code } = await registerIntake(needs, 'qinghe', arrivedBy('visit', '回执丢了的那一件'), { by });
    const before = (await loadIntake(needs, intake)).intake.clocks;
    const next = newQueryCode('8G6');
    const note = takeNote('看了身份证原件');
    const step = intakeStep(
      needs,
      intake,
      { type: 'replaceCode', checked: note.words, by, at: needs.now() },
      { notes: [note], writes: await newCode(needs, intake, next) },
    );
    await act(needs, [step]);
    const rows = await needs.db.sql.selectFrom('intake.code').select(['code_hmac', 'revoked_at']).where('intake', '=', intake.id).execute();
    const stateOf = (given: string) => rows.find(({ code_hmac }) => code_hmac.equals(keysOfCode(needs.codePepper, 'query', given).id))?.revoked_at;
    expect(stateOf(code!)).toBeInstanceOf(Date);
    expect(stateOf(next)).toBeNull();
    expect((await loadIntake(needs, intake)).intake.clocks).toEqual(before);
  });
});
