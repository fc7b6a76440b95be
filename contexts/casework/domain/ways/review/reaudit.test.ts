import { describe, expect, it } from 'vitest';
import { answer } from '../../../../../test/answer.ts';
import { by, claim, government, housing, opening, petition, STORY, UNITS, words } from '../../../../../test/stories.ts';
import { also, clock, given, state } from '../../../../../test/ways.ts';
import type { MatterAction } from '../../actions.ts';
import { assigneeOf } from '../../matter.ts';
import { isShown } from '../../timeline.ts';

/** 不再受理的抽查 (rights R3): somebody outside the organ looks again; what was wrong is opened again. */
const compare = {
  type: 'compareWithEarlier',
  earlier: { id: 'earlier', no: '先前', recheckDeliveredOn: '2026-03-01' },
  factsBefore: words('一'),
  factsNow: words('一'),
  reasonsBefore: words('一'),
  reasonsNow: words('一'),
  samePetitioner: true,
  newFactsClaimed: false,
  ...petition('2026-07-22'),
} as const;
const refused = also(STORY.classified(), compare, {
  type: 'refuseFurther',
  refused: true,
  grounds: words('逐项相同'),
  ...by(UNITS.petition, '2026-07-23', '王审'),
});
const audit = (confirmed: boolean) =>
  ({ type: 'recordReaudit', confirmed, grounds: words('重新看过两边的事实和理由'), ...by(UNITS.government, '2026-08-10', '督查人') }) as const;

describe('不再受理的抽查', () => {
  it('作出决定的机关不能抽查自己；外面的人记下结果，信访人看得到', () => {
    given(...refused)
      .when({ ...audit(true), ...by(UNITS.petition, '2026-08-10', '第三人') })
      .thenRefused('NotAllowed');
    const confirmed = also(refused, audit(true));
    expect(state(confirmed)).toMatchObject({ stage: 'furtherRefused', refusal: { reaudit: 'confirmed' } });
    expect(isShown(confirmed.at(-1)!)).toBe(true);
    given(...confirmed)
      .when(audit(false))
      .thenRefused('AgainstRule');
  });

  it('不变量 14、15：抽查认为错了的，当场重新办理，登记转送的期限按原来的日期算', () => {
    const wrong = also(refused, audit(false));
    expect(wrong.slice(refused.length).map(({ type }) => type)).toEqual(['ReauditRecorded', 'MatterReopened']);
    expect(state(wrong)).toMatchObject({ stage: 'triaged', refusal: { reaudit: 'wrong' } });
    expect(clock(wrong, 'A03')?.legalOn).toBe(clock(STORY.classified(), 'A03')?.legalOn);
    expect(clock(wrong, 'A03')?.stoppedOn).toBeUndefined();
  });

  it('R3：重新办理了的，不能再用同一份对照、也不能重新对照一次又不再受理，谁重新打开的都一样', () => {
    const again = { type: 'refuseFurther', refused: true, grounds: words('还是相同'), ...by(UNITS.petition, '2026-08-12', '王审') } as const;
    const reopened = also(refused, { type: 'reopen', grounds: words('信访人说有新情况'), ...by(UNITS.government, '2026-08-10', '上级') });
    for (const past of [also(refused, audit(false)), reopened]) {
      given(...past)
        .when(again)
        .thenRefused('AgainstRule');
      given(...past)
        .when({ ...compare, ...petition('2026-08-11') })
        .thenRefused('AgainstRule');
    }
  });
});

describe('单位直接收到、不再受理后重新办理的（第四十九号，不变量 53）', () => {
  const direct = also(
    [
      { type: 'MatterOpened', ...opening('2026-07-20', { receivedBy: UNITS.housing, isPetitionDept: false }), ...housing('2026-07-20') },
      { type: 'MatterClassified', ...claim, ...housing('2026-07-20') },
    ],
    { ...compare, ...housing('2026-07-22') },
    { type: 'refuseFurther', refused: true, grounds: words('逐项相同'), ...by(UNITS.housing, '2026-07-23', '王局长') },
  );

  it('回到本单位待受理，不回到登记，也不越过受理；告知是否受理的期限从重新办理起算', () => {
    expect(state(direct)).toMatchObject({ stage: 'furtherRefused', refusal: { unit: UNITS.housing } });
    const reopened = also(direct, { type: 'reopen', grounds: words('信访人补充了新的鉴定'), ...government('2026-08-10') });
    expect(state(reopened).stage).toBe('awaitingAcceptance');
    expect(assigneeOf(state(reopened))).toBe(UNITS.housing);
    expect(state(reopened).acceptedOn).toBeUndefined();
    expect(clock(reopened, 'A06')).toMatchObject({ startedOn: '2026-08-10', holder: UNITS.housing });
    given(...reopened)
      .when({ type: 'accept', route: 'petitionProcedure', ...housing('2026-08-12') })
      .thenTypes('MatterAccepted');
  });

  it('不变量 7：还没有甄别就不再受理的，单位收下的回到待受理，先补甄别；信访部门的回到登记，原来的期限接着走', () => {
    const unclassified = (opened: MatterAction[], who: typeof housing) =>
      also(
        opened,
        { ...compare, ...who('2026-07-22') },
        { type: 'refuseFurther', refused: true, grounds: words('逐项相同'), ...by(opened[0]!.by.unit, '2026-07-23', '王局长') },
        { type: 'reopen', grounds: words('信访人补充了新的鉴定'), ...by(opened[0]!.by.unit, '2026-07-27', '王局长') },
      );
    const here = unclassified(
      [{ type: 'MatterOpened', ...opening('2026-07-20', { receivedBy: UNITS.housing, isPetitionDept: false }), ...housing('2026-07-20') }],
      housing,
    );
    expect(state(here).stage).toBe('awaitingAcceptance');
    expect(clock(here, 'A06')).toMatchObject({ startedOn: '2026-07-27', holder: UNITS.housing });
    expect(answer(here, { type: 'accept', route: 'petitionProcedure', ...housing('2026-07-28') })).toContain('请先甄别');
    const classify = { type: 'classify', ...claim, ...housing('2026-07-28') } as const;
    const classified = also(here, classify);
    expect(answer(classified, { type: 'accept', route: 'petitionProcedure', ...housing('2026-07-28') })).toBe('MatterAccepted');
    expect(clock(classified, 'A06')?.stoppedOn).toBeUndefined();
    expect(answer(STORY.referred(), classify)).toContain('本件已经甄别');
    const desk = unclassified(STORY.opened(), petition);
    expect(state(desk).stage).toBe('registered');
    expect(clock(desk, 'A03')).toMatchObject({ legalOn: clock(STORY.opened(), 'A03')!.legalOn });
    expect(clock(desk, 'A03')?.stoppedOn).toBeUndefined();
  });

  it('抽查认为错了的也一样', () => {
    expect(state(also(direct, audit(false)))).toMatchObject({ stage: 'awaitingAcceptance', refusal: { reaudit: 'wrong' } });
  });
});
