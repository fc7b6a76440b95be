import { describe, expect, it } from 'vitest';
import { government, housing, petition, STORY, words } from '../../../../test/stories.ts';
import { also, clock, given, state } from '../../../../test/ways.ts';

/** What random histories found, told once as examples. */
describe('旧的文书、别家的告知', () => {
  it('不变量 47：信访部门告知去向，不能算收到的单位已经告知是否受理', () => {
    const told = also(STORY.referred(), {
      type: 'dispatch',
      document: 'document/1',
      paper: 'destinationNotice',
      method: 'post',
      evidence: words('挂号信'),
      ...petition('2026-07-25'),
    });
    expect(clock(told, 'A06')?.stoppedOn).toBeUndefined();
  });

  it('不变量 20：已经撤销的处理意见送到了，不起算复查期限；新的意见送达才起算', () => {
    const revoked = also(STORY.dispatched(), { type: 'correct', as: 'superior', dueOn: '2026-10-10', grounds: words('有误'), ...government('2026-09-12') });
    const late = {
      type: 'recordDelivery',
      document: 'document/2',
      method: 'post',
      evidence: words('回执'),
      on: '2026-09-14',
      ...housing('2026-09-14'),
    } as const;
    given(...revoked)
      .when(late)
      .thenTypes('NoticeDelivered');
    expect(clock(also(revoked, late), 'A17')).toBeUndefined();
    expect(state(also(revoked, late)).stage).toBe('inProgress');
  });
});
