import { describe, expect, it } from 'vitest';
import { also, state } from '../../../test/ways.ts';
import { answer } from '../../../test/answer.ts';
import { by, housing, organs, petition, STORY, UNITS, water, words } from '../../../test/stories.ts';
import type { MatterAction } from './actions.ts';
import { initial, type Matter } from './matter.ts';
import type { Relation } from './permission.ts';
import { isConcerned, isRelated, PETITIONER, SYSTEM } from './permissions.ts';

/** What each unit is to a matter, step by step: 谁是经办的，谁是上一级，谁只是看得到. */
const grounds = words('理由');
const WHO: Readonly<Record<string, string>> = {
  ...UNITS,
  cityGovernment: 'linshui/government',
  cityHousing: 'linshui/housing',
  system: SYSTEM,
  petitioner: PETITIONER,
};
const holders = (relation: Relation, matter: Matter, document?: string) =>
  Object.keys(WHO).filter((name) => isRelated(relation, matter, WHO[name]!, organs, document));

const classified = state(STORY.classified());
const referred = state(STORY.referred());
const handling = state(STORY.handling());
const objection: MatterAction[] = [...STORY.referred(), { type: 'ObjectionRaised', assignment: 'assignment/1', grounds, ...housing('2026-07-27') }];
const upheld: MatterAction[] = [...objection, { type: 'ObjectionUpheld', assignment: 'assignment/1', grounds, ...petition('2026-07-28') }];

describe('谁对本件是什么', () => {
  it('登记可以由任何单位办，信访人和系统不登记', () => {
    expect(holders('anyUnit', initial)).toEqual(Object.keys({ ...UNITS, cityGovernment: '', cityHousing: '' }));
  });

  it('收件的单位：转出以前是它；转给别的单位以后不是；异议成立退回来又是', () => {
    expect(holders('desk', classified)).toEqual(['petition']);
    expect(holders('desk', referred)).toEqual([]);
    expect(holders('desk', state(objection))).toEqual([]);
    expect(holders('desk', state(upheld))).toEqual(['petition']);
    expect(holders('desk', handling)).toEqual([]);
  });

  it('收到的单位：转来还没有受理的是它；异议成立以后不再是', () => {
    expect(holders('assignee', classified)).toEqual([]);
    expect(holders('assignee', referred)).toEqual(['housing']);
    expect(holders('assignee', state(upheld))).toEqual([]);
    expect(holders('referringBody', referred)).toEqual(['petition']);
    expect(holders('referringBody', classified)).toEqual([]);
  });

  it('承办单位受理以后才有；上一级只有它的上一级，上一级的上一级不是', () => {
    expect(holders('handlingUnit', referred)).toEqual([]);
    expect(holders('handlingUnit', handling)).toEqual(['housing']);
    expect(holders('superior', referred)).toEqual(['government']);
    expect(holders('superior', handling)).toEqual(['government']);
    expect(holders('superior', initial)).toEqual([]);
  });

  it('不变量 17：核实的是承办单位以外的：信访部门、转送的、上一级；承办单位自己不是', () => {
    expect(holders('outsideHandlingUnit', handling)).toEqual(['petition', 'government']);
    expect(isRelated('outsideHandlingUnit', { ...handling, petitionDept: UNITS.housing }, UNITS.housing, organs)).toBe(false);
  });

  it('发文书的是做它的单位；还没有的文书，与本件有关的单位都可以发', () => {
    expect(holders('issuer', handling, 'document/1')).toEqual(['housing']);
    expect(holders('issuer', handling, 'document/9')).toEqual(['petition', 'housing']);
    expect(holders('issuer', handling)).toEqual(['petition', 'housing']);
  });

  it('负责的只有一个：谁接手谁负责', () => {
    expect([classified, referred, handling].map((matter) => holders('answerable', matter))).toEqual([['petition'], ['housing'], ['housing']]);
    expect(holders('system', handling)).toEqual(['system']);
    expect(holders('petitioner', handling)).toEqual(['petitioner']);
  });

  it('复查机关：意见作出以前没有；以后是上一级主管部门或者本级政府；请求了哪个就是哪个', () => {
    expect(holders('reviewer', handling)).toEqual([]);
    expect(holders('reviewer', state(STORY.delivered()))).toEqual(['government', 'cityHousing']);
    const asked: MatterAction[] = [
      ...STORY.delivered(),
      { type: 'ReviewRequested', organ: 'linshui/housing', on: '2026-09-30', grounds, ...by(PETITIONER, '2026-09-30', PETITIONER) },
    ];
    expect(holders('reviewer', state(asked))).toEqual(['cityHousing']);
    expect(isConcerned(state(asked), 'linshui/housing')).toBe(true);
    const reviewed: MatterAction[] = [
      ...asked,
      { type: 'ReviewAccepted', officer: { person: '钱江', card: grounds }, noInterest: true, ...by('linshui/housing', '2026-10-09') },
      {
        type: 'ReviewOpinionIssued',
        document: 'document/5',
        result: 'uphold',
        grounds,
        recheckOrgan: 'linshui/government',
        ...by('linshui/housing', '2026-10-20'),
      },
      {
        type: 'ReviewOpinionDispatched',
        document: 'document/5',
        paper: 'reviewOpinion',
        method: 'post',
        evidence: grounds,
        ...by('linshui/housing', '2026-10-20'),
      },
      {
        type: 'ReviewOpinionDelivered',
        document: 'document/5',
        paper: 'reviewOpinion',
        method: 'post',
        evidence: grounds,
        on: '2026-10-23',
        ...by('linshui/housing', '2026-10-23'),
      },
    ];
    expect(holders('reviewer', state(reviewed))).toEqual(['cityGovernment']); // 复核在复查机关的上一级
    expect(
      answer(reviewed, { type: 'requestRecheck', organ: UNITS.government, on: '2026-10-30', grounds, ...by(PETITIONER, '2026-10-30', PETITIONER) }),
    ).toContain('复核要向原办理机关的上一级提出，请从这里选：临水市人民政府。');
  });
});

describe('几个单位的（第二十四条）', () => {
  const talks = also(STORY.referred(), { type: 'openJurisdictionTalks', units: [UNITS.water], grounds, ...housing('2026-07-27') });
  const agreed = also(talks, { type: 'agreeLead', lead: UNITS.housing, coUnits: [UNITS.water], record: grounds, ...housing('2026-07-29') });
  const disputed = also(talks, { type: 'disputeJurisdiction', views: grounds, ...housing('2026-07-30') });

  it('协办的、决定的、党委政府的，各在自己那一步', () => {
    expect(holders('coUnit', state(talks))).toEqual([]);
    expect(holders('coUnit', state(agreed))).toEqual(['water']);
    expect(holders('decidingBody', state(agreed))).toEqual([]);
    expect(holders('decidingBody', state(disputed))).toEqual(['government']);
    const asked = also(STORY.classified(), { type: 'askLeadership', proposal: grounds, ...petition('2026-07-22') });
    expect(holders('leadership', state(asked))).toEqual(['government']);
    expect(holders('leadership', classified)).toEqual([]);
  });

  it('参加的都看得到；没有参加的看不到', () => {
    expect(holders('concerned', classified)).toEqual(['petition']);
    expect(holders('concerned', state(talks))).toEqual(['petition', 'housing', 'water']);
    expect(holders('concerned', state(disputed))).toEqual(['petition', 'housing', 'water', 'government']);
    expect(holders('concerned', state(upheld))).toEqual(['petition']); // 异议成立的单位不再看得到
  });
});

describe('不让办的，说清楚为什么', () => {
  it('环节不对的说现在是哪一步、先做什么', () => {
    const accept = { type: 'accept', route: 'petitionProcedure' } as const;
    const start = { type: 'startHandling', handler: { person: '李兰', card: grounds } } as const;
    const says = (past: MatterAction[], command: Parameters<typeof answer>[1]) => answer(past, command);
    expect(says([], { ...accept, ...housing('2026-08-03') })).toMatch(/^NotFound /);
    expect(says(STORY.opened(), { ...accept, ...petition('2026-07-21') })).toContain('本件现在是“待甄别”，不能受理。请先甄别');
    expect(says(STORY.accepted(), { ...accept, ...housing('2026-08-03') })).toContain('请先指定承办人、开始办理');
    expect(says(STORY.handling(), { ...accept, ...housing('2026-08-03') })).toContain('本件已经受理。');
    expect(says(STORY.handling(), { type: 'refer', to: UNITS.water, ...petition('2026-08-03') })).toContain('请刷新页面，看现在该做什么');
    expect(says(STORY.decided(), { ...start, ...housing('2026-09-11') })).toContain('请先发出处理意见书，并登记发出凭证');
    const asked = also(STORY.classified(), { type: 'askLeadership', proposal: grounds, ...petition('2026-07-22') });
    expect(says(asked, { type: 'refer', to: UNITS.water, ...petition('2026-07-23') })).toContain('已报请党委、政府决定，请等决定');
    const talks = also(STORY.referred(), { type: 'openJurisdictionTalks', units: [UNITS.water], grounds, ...housing('2026-07-27') });
    const disputed = also(talks, { type: 'disputeJurisdiction', views: grounds, ...housing('2026-07-30') });
    expect(says(disputed, { ...accept, ...housing('2026-08-03') })).toContain('正在报请决定由谁受理，请等决定');
    const ended: MatterAction[] = [...STORY.delivered(), { type: 'MatterConcluded', reason: 'noReviewInTime', ...housing('2026-10-21') }];
    expect(says(ended, { ...start, ...housing('2026-10-22') })).toContain('有新的事实或者理由的，请作为新的事项登记');
    const withdrawn: MatterAction[] = [...STORY.handling(), { type: 'MatterWithdrawn', publicInterest: false, record: grounds, ...petition('2026-08-10') }];
    expect(says(withdrawn, { ...start, ...housing('2026-08-11') })).toContain('信访人已经撤回；反悔的，请先取消撤回');
  });

  it('不是经办的说现在由谁负责；了结的说已经了结', () => {
    expect(answer(STORY.handling(), { type: 'extend', days: 5, grounds, document: 'd', method: 'post', evidence: grounds, ...water('2026-09-01') })).toContain(
      'NotAllowed 本单位不能对本件',
    );
    const merged: MatterAction[] = also(STORY.classified(), {
      type: 'attachDuplicate',
      target: { id: 'm2', no: 'n2', kind: 'claim', open: true },
      ground: 'sameText',
      grounds,
      ...petition('2026-07-21'),
    });
    expect(answer(merged, { type: 'detachDuplicate', grounds, ...water('2026-07-22') })).toContain('本件已经了结');
    expect(answer(STORY.handling(), { type: 'takeNote', text: grounds, shown: false, ...water('2026-08-10') })).toContain('现在由清和县住房和城乡建设局负责');
  });

  it('记一笔要在没有了结的时候', () => {
    const note = { type: 'takeNote', text: grounds, shown: false } as const;
    expect(answer(STORY.handling(), { ...note, ...housing('2026-08-10') })).toBe('NoteTaken');
    const ended: MatterAction[] = [...STORY.delivered(), { type: 'MatterConcluded', reason: 'noReviewInTime', ...housing('2026-10-21') }];
    expect(answer(ended, { ...note, ...housing('2026-10-22') })).toMatch(/^WrongStage /);
  });

  it('不变量 30：申请回避没有决定的、已经回避的，什么都办不了；不同意回避的照常办', () => {
    const request = also(STORY.handling(), { type: 'requestRecusal', interest: words('亲属'), ...by(PETITIONER, '2026-08-05', PETITIONER) });
    const note = { type: 'takeNote', text: grounds, shown: false, ...housing('2026-08-06') } as const;
    expect(answer(request, note)).toContain('有人申请您回避，决定之前您不能办理本件。请由本单位其他人办理。第二十八条第三款');
    expect(answer(request, { ...note, by: { person: '王局长', unit: UNITS.housing } })).toBe('NoteTaken');
    const decide = (recused: boolean) =>
      also(request, {
        type: 'decideRecusal',
        no: 1,
        recused,
        ...(recused && { successor: { person: '王五', card: grounds } }),
        grounds,
        ...by(UNITS.housing, '2026-08-06', '王局长'),
      });
    expect(answer(decide(true), { ...note, ...housing('2026-08-07') })).toContain('您已经回避，不能办理本件');
    expect(answer(decide(false), { ...note, ...housing('2026-08-07') })).toBe('NoteTaken');
  });

  it('不变量 28：移入密件以后，对谁都像没有这一件', () => {
    const sealed = also(STORY.classified(), { type: 'moveToSealed', ...petition('2026-07-21') });
    for (const relation of ['anyUnit', 'desk', 'assignee', 'superior', 'issuer', 'concerned', 'system', 'petitioner'] as const)
      expect(holders(relation, state(sealed)), relation).toEqual([]);
    expect(isConcerned({ ...handling, stage: 'sealed' }, UNITS.housing)).toBe(false);
    expect(answer(sealed, { type: 'takeNote', text: grounds, shown: false, ...petition('2026-07-22') })).toMatch(/^NotFound /);
  });
});
