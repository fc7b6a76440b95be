import { describe, expect, it } from 'vitest';
import { by, housing, petition, STORY, words, UNITS } from '../../../../../test/stories.ts';
import { also, clock, given, state } from '../../../../../test/ways.ts';
import type { MatterAction } from '../../actions.ts';
import type { MatterCommand } from '../../commands.ts';
import { FORMS } from '../../forms.ts';
import { PETITIONER } from '../../permissions.ts';

/** 联名事项的代表撤回，只算同意的人（生命周期第三章第二节）. */
const own = (on: string) => by(PETITIONER, on, PETITIONER);
const group = STORY.handling().map((one) => (one.type === 'MatterOpened' ? { ...one, people: 16 } : one)) as MatterAction[];
const roster = (...members: string[]) =>
  also(
    group,
    { type: 'openRoster', representatives: 2, ...own('2026-08-10') },
    ...members.map((member): MatterCommand => ({ type: 'joinRoster', member, card: words(member), ...own('2026-08-11') })),
  );
const ask: MatterCommand = { type: 'requestWithdrawal', statement: words('我们不办了'), ...own('2026-08-12') };
const says = (member: string, agrees: boolean, on = '2026-08-13'): MatterCommand => ({ type: 'answerWithdrawal', member, agrees, ...own(on) });
const callBack = (everybody?: boolean): MatterCommand => ({
  type: 'confirmWithdrawal',
  answer: 'free',
  record: words('逐一问过'),
  publicInterest: false,
  ...(everybody !== undefined && { everybody }),
  ...petition('2026-08-14'),
});
const two = also(roster('甲', '乙'), ask);

describe('代表撤回，别的成员还要办的', () => {
  it('不变量 26：有一名成员没有同意，代表的撤回只算代表，这件事照常办，期限不停', () => {
    for (const past of [two, also(two, says('甲', true)), also(two, says('甲', true), says('乙', true), says('乙', false))]) {
      const done = also(past, callBack(true));
      expect(done.at(-1)).toMatchObject({ type: 'WithdrawnBySome', othersAsked: true });
      expect(state(done)).toMatchObject({ stage: 'inProgress', collective: { members: { 甲: words('甲'), 乙: words('乙') } } });
      expect(state(done).withdrawal).toBeUndefined();
      expect(clock(done, 'A14')).toEqual(clock(group, 'A14'));
      given(...done)
        .when(ask)
        .thenTypes('WithdrawalRequested'); // asked anew, everybody is asked anew
    }
  });

  it('名册上的人都同意、名册外的人也都问过的，才算撤回；没有问到名册外的人，照常办', () => {
    const all = also(two, says('甲', true), says('乙', true));
    given(...all)
      .when(callBack(true))
      .thenTypes('MatterWithdrawn');
    for (const everybody of [false, undefined])
      given(...all)
        .when(callBack(everybody))
        .thenTypes('WithdrawnBySome');
    given(...also(group, ask))
      .when(callBack())
      .thenTypes('WithdrawnBySome'); // no roster: nobody has been asked
    given(...also(group, ask))
      .when(callBack(true))
      .thenTypes('MatterWithdrawn');
  });

  it('同意过又退出名册的不再算数；后来加入的人也要同意', () => {
    const left = also(two, says('甲', true), says('乙', true), { type: 'leaveRoster', member: '乙', ...own('2026-08-13') });
    expect(state(left).withdrawal?.agreed).toEqual(['甲']);
    const joined = also(left, { type: 'joinRoster', member: '丙', card: words('丙'), ...own('2026-08-13') });
    expect(also(joined, callBack(true)).at(-1)).toMatchObject({ type: 'WithdrawnBySome', agreed: 1, staying: 1 });
  });

  it('不变量 22、26：只能由本人答复，办理单位不能替人同意；没有人申请撤回的不用答复', () => {
    given(...two)
      .when({ ...says('甲', true), ...housing('2026-08-13') })
      .thenRefused('NotAllowed');
    given(...two)
      .when(says('丁', true))
      .thenRefused('AgainstRule');
    given(...roster('甲'))
      .when(says('甲', true))
      .thenRefused('AgainstRule');
    expect(FORMS.answerWithdrawal).toBeUndefined();
  });

  it('撤回以后三十日内，任何一名成员都可以接着办，后来才加入的也可以', () => {
    const gone = also(two, says('甲', true), says('乙', true), callBack(true), { type: 'joinRoster', member: '丙', card: words('丙'), ...own('2026-08-20') });
    expect(state(gone).stage).toBe('withdrawn');
    given(...gone)
      .when(says('丙', false, '2026-08-20'))
      .thenRefused('AgainstRule'); // there is a result: it is taken back instead
    const back = also(gone, { type: 'undoWithdraw', statement: words('还要办'), ...own('2026-08-21') });
    expect(state(back)).toMatchObject({ stage: 'inProgress', handlingUnit: UNITS.housing });
  });

  it('一个人提出的和从前一样', () => {
    given(...also(STORY.handling(), ask))
      .when(callBack())
      .thenTypes('MatterWithdrawn');
  });
});
