import { describe, expect, it } from 'vitest';
import { answer } from '../../../../test/answer.ts';
import { housing, organs, STORY, suggestion, UNITS, words } from '../../../../test/stories.ts';
import { state } from '../../../../test/ways.ts';
import type { MatterAction } from '../actions.ts';
import { initial, type Matter } from '../matter.ts';
import type { Relation } from '../permission.ts';
import { isConcerned, isRelated } from '../permissions.ts';

/** 一件事项与一个单位只有一种关系时，这一种关系就够了：每一种单独问. */
const HERE = UNITS.housing;
const related = (relation: Relation, matter: Matter, unit: string = HERE) => isRelated(relation, matter, unit, organs);
const sentTo = (to: string, current: 'open' | 'upheld' = 'open', from: string = UNITS.petition) => ({
  ...state(STORY.referred()).assignments[0]!,
  from,
  to,
  ...(current === 'upheld' && { state: 'upheld' as const }),
});
const bare: Matter = { ...initial, stage: 'inProgress' };

describe('看得到的（isConcerned）：有一样就看得到，一样没有就看不到', () => {
  it.each([
    ['收件的', { desk: HERE }],
    ['信访部门', { petitionDept: HERE }],
    ['承办的', { handlingUnit: HERE }],
    ['当初收到的', { opening: { ...state(STORY.opened()).opening!, receivedBy: HERE } }],
    ['转送出去的', { assignments: [sentTo(UNITS.water, 'open', HERE)] }],
    ['转送到的', { assignments: [sentTo(HERE)] }],
    ['以前转送到的', { assignments: [sentTo(HERE), sentTo(UNITS.water)] }],
    ['被请求复查复核的', { reviewers: [HERE] }],
  ] as const satisfies readonly (readonly [string, Partial<Matter>])[])('%s', (_, only) => {
    expect(isConcerned({ ...bare, ...only }, HERE)).toBe(true);
    expect(isConcerned({ ...bare, ...only }, UNITS.town)).toBe(false);
    expect(isConcerned({ ...bare, ...only, stage: 'sealed' }, HERE)).toBe(false); // 不变量 28
  });

  it('什么关系也没有的，看不到；异议成立退回的，也看不到', () => {
    expect(isConcerned(bare, HERE)).toBe(false);
    expect(isConcerned({ ...bare, assignments: [sentTo(HERE, 'upheld')] }, HERE)).toBe(false);
  });
});

describe('收件的单位什么时候不再是经办的', () => {
  const desk = (more: Partial<Matter>) => related('desk', { ...initial, desk: HERE, stage: 'triaged', ...more });

  it('自己收下、自己承办的，一直是；别的单位承办了，不是', () => {
    expect([desk({}), desk({ handlingUnit: HERE }), desk({ handlingUnit: UNITS.water })]).toEqual([true, true, false]);
  });

  it.each(['awaitingAcceptance', 'objectionPending', 'jurisdictionPending'] as const)('%s：转给了谁，就等谁；转给自己的还是自己', (stage) => {
    expect(desk({ stage, assignments: [sentTo(UNITS.water)] })).toBe(false);
    expect(desk({ stage, assignments: [sentTo(UNITS.water), sentTo(HERE)] })).toBe(true);
    expect(desk({ stage, assignments: [sentTo(HERE), sentTo(UNITS.water)] })).toBe(false);
    expect(desk({ stage })).toBe(false); // nobody has it: whoever received it directly asks as its assignee
  });
});

describe('直接收到又重新打开的', () => {
  it('等受理的时候，直接收到它的单位就是要受理的单位，别的单位不是', () => {
    const reopened: Matter = { ...initial, stage: 'awaitingAcceptance', desk: HERE };
    expect([related('assignee', reopened), related('assignee', reopened, UNITS.water)]).toEqual([true, false]);
    expect(related('assignee', { ...reopened, stage: 'triaged' })).toBe(false);
  });
});

describe('不变量 17：核实的在承办单位以外', () => {
  const outside = (more: Partial<Matter>, unit: string) => related('outsideHandlingUnit', { ...bare, handlingUnit: HERE, ...more }, unit);

  it('信访部门、转送的、上一级，各自就够；都不是的不够', () => {
    expect(outside({ petitionDept: UNITS.town }, UNITS.town)).toBe(true);
    expect(outside({ assignments: [sentTo(HERE, 'open', UNITS.town)] }, UNITS.town)).toBe(true);
    expect(outside({}, UNITS.government)).toBe(true);
    expect(outside({}, UNITS.town)).toBe(false);
    expect(outside({ assignments: [sentTo(HERE, 'open', HERE)], petitionDept: HERE }, HERE)).toBe(false);
  });
});

describe('复查、复核机关', () => {
  it('还没有意见的，没有可以提出的机关；送达了才有', () => {
    expect(related('reviewer', bare, UNITS.government)).toBe(false);
    expect(related('reviewer', { ...bare, handlingUnit: HERE }, UNITS.government)).toBe(false);
    const delivered = state(STORY.delivered());
    expect([UNITS.government, 'linshui/housing', UNITS.town].map((unit) => related('reviewer', delivered, unit))).toEqual([true, true, false]);
  });
});

describe('不让办的句子，随着走到哪里', () => {
  it('办理中、研究论证中再受理的，说已经受理；别的环节不这样说', () => {
    const accept = { type: 'accept', route: 'petitionProcedure' } as const;
    const studied = STORY.handling().map((action) => (action.type === 'MatterClassified' ? { ...action, ...suggestion } : action));
    expect([state(STORY.handling()).stage, state(studied).stage]).toEqual(['inProgress', 'studying']);
    for (const past of [STORY.handling(), studied]) expect(answer(past, { ...accept, ...housing('2026-08-04') })).toContain('本件已经受理');
    expect(answer(STORY.delivered(), { ...accept, ...housing('2026-09-20') })).toContain('请刷新页面');
  });

  it('归档以后和了结一样：有新的事实，作为新的事项登记', () => {
    const ended: MatterAction[] = [...STORY.delivered(), { type: 'MatterConcluded', reason: 'noReviewInTime', ...housing('2026-10-21') }];
    const archived = [...ended, { type: 'MatterArchived', archiveNo: '2026-1', items: [], ...housing('2026-12-01') } satisfies MatterAction];
    for (const past of [ended, archived])
      expect(
        answer(past, { type: 'extend', days: 5, grounds: words('理由'), document: 'd', method: 'post', evidence: words('x'), ...housing('2026-12-02') }),
      ).toContain('有新的事实或者理由的，请作为新的事项登记');
  });
});
