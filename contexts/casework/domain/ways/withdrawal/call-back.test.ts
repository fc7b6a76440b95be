import { describe, expect, it } from 'vitest';
import { answer } from '../../../../../test/answer.ts';
import { by, claim, government, housing, opening, organs, STORY, UNITS, words } from '../../../../../test/stories.ts';
import { also, state } from '../../../../../test/ways.ts';
import { mayCall } from '../../../call-backs.ts';
import type { MatterAction } from '../../actions.ts';
import type { MatterCommand } from '../../commands.ts';

/** 谁来回访确认撤回 (lifecycle 31): outside the handling unit, and outside who reviews it wherever somebody else is there. */
const own = (on: string) => by('信访人', on, '信访人');
const callBack = (on: string, unit: string, person = '回访人') =>
  ({ type: 'confirmWithdrawal', answer: 'free', record: words('电话问过，自愿'), publicInterest: false, ...by(unit, on, person) }) as MatterCommand;
const asks = (on: string) => ({ type: 'requestWithdrawal', statement: words('不想再办了'), ...own(on) }) as const;
const underReview = (past: readonly MatterAction[]) =>
  also(
    past,
    { type: 'requestReview', on: '2026-09-30', grounds: words('不服'), ...own('2026-09-30') },
    { type: 'admitReview', accepted: true, officer: { person: '周政', card: words('名片') }, ...government('2026-10-08') },
    asks('2026-10-09'),
  );
/** Received by the bureau itself: no petition department has had to do with it. */
const direct = STORY.delivered().flatMap((one): MatterAction[] => {
  if (one.type === 'MatterOpened')
    return [{ ...one, ...opening('2026-07-20', { receivedBy: UNITS.housing, isPetitionDept: false }), ...housing('2026-07-20') }];
  if (one.type === 'MatterClassified') return [{ ...one, ...claim, ...housing('2026-07-20') }];
  return one.type === 'MatterReferred' || one.type === 'AssignmentReceived' ? [] : [one];
});

describe('复查、复核中的撤回由谁回访', () => {
  it('直接收的事项没有信访部门，上一级就是复查机关：由复查机关没有参加复查的人回访，不让撤回无人确认', () => {
    const asked = underReview(direct);
    expect(state(asked)).toMatchObject({ stage: 'underReview', review: { organ: UNITS.government } });
    expect(state(asked).petitionDept).toBeUndefined();
    expect(answer(asked, callBack('2026-10-10', UNITS.government))).toBe('MatterWithdrawn');
    expect(answer(asked, callBack('2026-10-10', UNITS.government, '周政'))).toContain('您参加本件的复查、复核');
    expect(answer(asked, callBack('2026-10-10', UNITS.housing))).toMatch(/^NotAllowed/);
  });

  it('信访部门转送来的，复查机关自己不能确认，由信访部门回访', () => {
    const asked = underReview(STORY.delivered());
    expect(answer(asked, callBack('2026-10-10', UNITS.government))).toContain('本单位不能自己确认');
    expect(answer(asked, callBack('2026-10-10', UNITS.petition))).toBe('MatterWithdrawn');
  });

  it('等回访的事项，列给能回访的单位：承办单位不列；没有信访部门经手的，列给承办单位的上一级', () => {
    const waits = (unit: string, handling: string | null, ...concerned: string[]) =>
      Object.values(UNITS).filter((one) =>
        mayCall(
          concerned.map((box) => ({ unit, handling_unit: handling, concerned: box })),
          one,
          organs,
        ),
      );
    expect(waits(UNITS.housing, UNITS.housing, UNITS.housing, UNITS.petition)).toEqual([UNITS.petition]);
    expect(waits(UNITS.government, UNITS.housing, UNITS.housing, UNITS.petition, UNITS.government)).toEqual([UNITS.petition]);
    expect(waits(UNITS.petition, null, UNITS.petition)).toEqual([UNITS.petition]);
    expect(waits(UNITS.housing, UNITS.housing, UNITS.housing)).toEqual([UNITS.government]);
    expect(waits(UNITS.housing, null, UNITS.housing)).toEqual([UNITS.government]);
    expect(waits(UNITS.government, UNITS.housing, UNITS.housing, UNITS.government)).toEqual([UNITS.government]);
  });
});
