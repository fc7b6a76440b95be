import { describe, expect, it } from 'vitest';
import { STAGES, type Stage } from '../../stages.ts';
import { isSpent } from './beginning.ts';

describe('开头的本地承诺，办理过了就没有人再能兑现', () => {
  it('意见发出以后不再向单位要；退回重办的，又在办理中，照样要', () => {
    const of = (stage: Stage) => (['D05', 'D06a', 'D06b', 'D07'] as const).map((clock) => isSpent(clock, stage));
    for (const stage of ['opinionDispatched', 'opinionDelivered', 'underReview', 'performing', 'routed', 'concluded', 'archived'] as const)
      expect(of(stage), stage).toEqual([true, true, true, true]);
    for (const stage of ['awaitingAcceptance', 'objectionPending', 'accepted', 'inProgress', 'studying', 'opinionIssued'] as const)
      expect(of(stage), stage).toEqual([false, false, false, false]);
  });

  it('别的期限与它无关：法定的、作出的承诺，哪个阶段都还欠着', () => {
    for (const stage of Object.keys(STAGES) as Stage[])
      for (const clock of ['A14', 'A27', 'A34', 'D02', 'D11'] as const) expect(isSpent(clock, stage)).toBe(false);
  });
});
