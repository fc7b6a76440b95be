import { describe, expect, it } from 'vitest';
import { replay } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import { at, by, laws, newestCalendar, opening, UNITS, words } from '../../../test/stories.ts';
import { intakeDecider, type IntakeCommand } from './decide.ts';
import type { IntakeAction, Received } from './intake.ts';

/** One arrival: it is registered at once, a person says what it is, and only an inquiry is answered here. */
const decider = intakeDecider(laws.get, newestCalendar());
const desk = (date: string) => by(UNITS.petition, date, '张明');
const { intake: _, intakeNo: __, receivedAt: ___, registeredAt: ____, claims: _____, no, ...rest } = opening('2026-07-20');
const received = { ...rest, no } as unknown as Received;
const register = (more: object = {}): IntakeCommand => ({
  type: 'register',
  received,
  receivedAt: at('2026-07-20', '09:00'),
  inPerson: false,
  ...desk('2026-07-20'),
  ...more,
});

function answer(past: readonly IntakeAction[], command: IntakeCommand): string {
  try {
    const actions = decider.decide(command, replay(decider, past));
    return actions.map(({ type }) => type).join(' ');
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.message}`;
    throw error;
  }
}
const also = (past: readonly IntakeAction[], command: IntakeCommand): IntakeAction[] => [...past, ...decider.decide(command, replay(decider, past))];
const classify = (purpose: 'matters' | 'inquiry' | 'thanks' | 'accusation', more: object = {}): IntakeCommand => ({
  type: 'classify',
  purpose,
  matters: [],
  sealed: false,
  ...more,
  ...desk('2026-07-21'),
});
const reply: IntakeCommand = { type: 'answer', answer: words('带身份证到大厅'), basis: words('办事指南'), ...desk('2026-07-21') };
const registered = also([], register());
const inquiry = also(registered, classify('inquiry'));

describe('来件登记（第二十一条）', () => {
  it('不变量 1：信访部门收到的，登记、录入一次完成；只登记一次', () => {
    expect(answer([], register())).toBe('IntakeReceived PetitionDeptReceived IntakeRegistered IntakeEntered');
    expect(answer(registered, register())).toContain('Stale 这件来件已经登记');
  });

  it('单位自己收到的，没有信访部门的期限；走访的记接访，口述的记确认，给了名片的记名片', () => {
    expect(answer([], register({ received: { ...received, isPetitionDept: false } }))).toBe('IntakeReceived IntakeRegistered IntakeEntered');
    expect(answer([], register({ inPerson: true, oral: 'signature', card: words('张明，科长') }))).toBe(
      'IntakeReceived ContactStarted PetitionDeptReceived IntakeRegistered IntakeEntered OralRecordConfirmed HandlerCardGiven',
    );
  });

  it('来信可以记邮戳：不晚于收到的那天；别的渠道没有邮戳；收到的时间、期限不因它改变', () => {
    const posted = (postmarkOn: string, channel = 'letter') => register({ received: { ...received, channel, postmarkOn } as Received });
    expect(answer([], posted('2026-07-21'))).toBe('AgainstRule 邮戳日期晚于收到的日期，请核对。');
    expect(answer([], posted('2026-07-18', 'visit'))).toContain('只有来信才有邮戳');
    const taken = also([], posted('2026-07-18'));
    expect(taken[0]).toMatchObject({ postmarkOn: '2026-07-18', at: at('2026-07-20', '09:00') });
    expect(replay(decider, taken).firstReceipt).toBe('2026-07-20');
    expect(replay(decider, taken).clocks).toEqual(replay(decider, also([], register({ received: { ...received, channel: 'letter' } }))).clocks);
  });

  it('不变量 10：收到的时间不能在将来；隔天才补录的留下记号，当天录的没有', () => {
    expect(answer([], register({ receivedAt: at('2026-07-20', '10:01') }))).toContain('收到的时间晚于现在');
    expect(answer([], register({ receivedAt: at('2026-07-20', '10:00') }))).toContain('IntakeReceived');
    expect(also([], register())[0]).not.toHaveProperty('lateEntry');
    expect(also([], register(desk('2026-07-21')))[0]).toMatchObject({ lateEntry: true, at: at('2026-07-20', '09:00') });
    expect(replay(decider, also([], register(desk('2026-07-21'))))).toMatchObject({ stage: 'registered', firstReceipt: '2026-07-20', desk: UNITS.petition });
  });

  it('不变量 2：收到那一刻起就有登记的期限，补录也从收到那天算', () => {
    const { clocks } = replay(decider, also([], register(desk('2026-07-22'))));
    expect(Object.values(clocks).length).toBeGreaterThan(0);
    for (const { startedOn } of Object.values(clocks)) expect(['2026-07-20', '2026-07-22']).toContain(startedOn);
    expect(replay(decider, []).clocks).toEqual({});
  });
});

describe('应哪次征集（第二十九条第三款，A45）', () => {
  const link = (call: string): IntakeCommand => ({ type: 'linkCall', call, ...desk('2026-07-22') });
  const unlink: IntakeCommand = { type: 'unlinkCall', ...desk('2026-07-22') };

  it('登记以后才看出的可以算进去，选错了可以改、可以取消；每一次都留痕，一个期限也不动', () => {
    const before = replay(decider, registered).clocks;
    const linked = also(registered, link('c1'));
    expect(replay(decider, linked)).toMatchObject({ call: 'c1', clocks: before });
    expect(replay(decider, also(linked, link('c2'))).call).toBe('c2');
    const taken = also(linked, unlink);
    expect(taken.slice(-2).map(({ type }) => type)).toEqual(['CallLinked', 'CallUnlinked']);
    expect(replay(decider, taken)).toMatchObject({ call: undefined, clocks: before });
    expect(replay(decider, also(also([], register({ received: { ...received, call: 'c1' } })), unlink)).call).toBeUndefined();
  });

  it('选过的不重选，没有的不取消；咨询不是建议，移送过一部分的不计', () => {
    expect(answer(also(registered, link('c1')), link('c1'))).toContain('Stale 已经算在这次征集里');
    expect(answer(registered, unlink)).toContain('Stale 这件来件没有算在哪次征集里');
    expect(answer(inquiry, link('c1'))).toContain('不能算作应征集提的建议');
    expect(answer(also(registered, classify('matters', { matters: ['m1'], sealed: true })), link('c1'))).toContain('不算进征集的件数');
    expect(answer(also(registered, classify('matters', { matters: ['m1'] })), link('c1'))).toBe('CallLinked');
  });
});

describe('甄别、答复（第二十二条，不变量 51）', () => {
  it('每一种目的去各自的地方', () => {
    const stage = (purpose: 'matters' | 'inquiry' | 'thanks' | 'accusation') => replay(decider, also(registered, classify(purpose))).stage;
    expect([stage('matters'), stage('inquiry'), stage('thanks'), stage('accusation')]).toEqual(['split', 'classified', 'classified', 'sealed']);
  });

  it('甄别一次；立了件、移入密件以后，这里没有期限，也不再答复', () => {
    expect(answer(inquiry, classify('thanks'))).toContain('现在是“咨询、感谢，待答复”，不能甄别');
    const split = also(registered, classify('matters', { matters: ['m1', 'm2'] }));
    expect(replay(decider, split)).toMatchObject({ matters: ['m1', 'm2'], sealed: false, clocks: {} });
    expect(answer(split, reply)).toContain('现在是“已立件”，不能答复');
    expect(replay(decider, also(registered, classify('accusation', { sealed: true })))).toMatchObject({ sealed: true, clocks: {} });
  });

  it('先确定是咨询还是感谢才能答复；请求解决问题的不能当场答复了结', () => {
    expect(answer(registered, reply)).toContain('请先确定这是咨询还是感谢');
    expect(answer(inquiry, reply)).toBe('InquiryAnswered');
    const replied = also(inquiry, reply);
    expect(replay(decider, replied)).toMatchObject({ stage: 'replied', answered: true });
    expect(replay(decider, inquiry).answered).toBe(false);
    expect(answer(replied, reply)).toContain('现在是“已答复”，不能答复');
  });

  it('答复过的咨询也可以转为信访事项，立了的件加在后面', () => {
    const convert: IntakeCommand = { type: 'convert', matters: ['m3'], ...desk('2026-07-22') };
    expect(answer(registered, convert)).toContain('不能转为信访事项');
    for (const past of [inquiry, also(inquiry, reply)]) {
      expect(replay(decider, also(past, convert))).toMatchObject({ stage: 'split', purpose: 'matters', matters: ['m3'], sealed: false });
    }
    expect(answer(also(inquiry, convert), convert)).toContain('不能转为信访事项');
  });
});

describe('随时可以办的', () => {
  it('没有登记的，什么都没有', () => {
    const direction: IntakeCommand = { type: 'giveDirection', place: words('县法院'), ...desk('2026-07-21') };
    const code: IntakeCommand = { type: 'replaceCode', checked: words('核对过身份证'), ...desk('2026-07-21') };
    for (const command of [reply, direction, code, classify('inquiry')]) expect(answer([], command)).toContain('NotFound 没有这件来件');
    expect(answer(registered, direction)).toBe('DirectionGiven');
    expect(answer(registered, code)).toBe('CodeReplaced');
    expect(replay(decider, also(registered, code)).clocks).toEqual(replay(decider, registered).clocks);
  });

  it('不变量 28：立件以后才看出是检举控告的，只移走那一件；移完了，来件也不再在这里', () => {
    const split = also(registered, classify('matters', { matters: ['m1', 'm2'] }));
    const seal = (matter: string): IntakeCommand => ({ type: 'sealPart', matter, ...desk('2026-07-22') });
    expect(answer(split, seal('m9'))).toContain('不能移入密件');
    const one = also(split, seal('m1'));
    expect(replay(decider, one)).toMatchObject({ stage: 'split', matters: ['m2'], sealed: true });
    expect(replay(decider, also(one, seal('m2')))).toMatchObject({ stage: 'sealed', matters: [], sealed: true });
  });
});
