import { describe, expect, it } from 'vitest';
import { by, petition, STORY, UNITS, words } from '../../../../../test/stories.ts';
import { also, clock, given, state } from '../../../../../test/ways.ts';
import { isShown } from '../../timeline.ts';

/** 不再受理的抽查 (rights R3): somebody outside the organ looks again; what was wrong is opened again. */
const compare = {
  type: 'compareWithEarlier',
  earlier: { id: 'earlier', no: '先前', recheckDeliveredOn: '2026-03-01' },
  factsBefore: words('一'),
  factsNow: words('一'),
  reasonsBefore: words('一'),
  reasonsNow: words('一'),
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
});
