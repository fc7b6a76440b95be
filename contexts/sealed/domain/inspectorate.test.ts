import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay } from '#kernel/decider.ts';
import { specify } from '#kernel/spec.ts';
import { laws, words } from '../../../test/stories.ts';
import { calendar, petition, SEAL } from '../testing-line.ts';
import { GROUPS, inspectorateDecider, isInspected, type Group, type InspectorateAction } from './inspectorate.ts';

/** 第四十一条第二款: by letter, in the groups of the article and no other, once (A43, F62). */
const decider = inspectorateDecider(laws.get, calendar);
const given = specify(decider);
const ALL = Object.keys(GROUPS) as Group[];
const asked = {
  desk: 'qinghe/petition',
  letter: words('来函'),
  requestedOn: '2026-09-16',
  units: ['qinghe/housing'],
  groups: ['reports', 'tendency'],
  pack: laws.inForce('2026-09-16').version,
} as const;
const request = { type: 'request', ...asked, dueOn: '2026-09-30', isOutside: true, ...petition('2026-09-17') } as const;
const requested: InspectorateAction = { type: 'InspectorateMaterialRequested', ...asked, dueOn: { A43: '2026-09-30' }, ...petition('2026-09-17') };
const one = { region: 'qinghe', file: 'f1', isInspected: true };
const provide = {
  type: 'provide',
  groups: [{ group: 'reports', items: 1, pages: 12 }],
  chosen: [one],
  ...SEAL,
  no: '清密供〔2026〕1号',
  ...petition('2026-09-28'),
} as const;

describe('向巡视巡察机构提供情况', () => {
  it('登记来函，A43 到来函写明的那天；提供以后满足', () => {
    given().when(request).then(requested);
    expect(replay(decider, [requested]).clocks['A43']).toMatchObject({ legalOn: '2026-09-30', holder: 'qinghe/petition' });
    given(requested).when(provide).thenTypes('InspectorateMaterialProvided');
    const done = replay(decider, [requested, ...decider.decide(provide, replay(decider, [requested]))]);
    expect([done.clocks['A43']?.outcome, done.provided?.files]).toEqual(['kept', [{ region: 'qinghe', file: 'f1' }]]);
  });

  it('被巡视的单位管着本单位的，不由本单位提供；日期颠倒的不登记', () => {
    given()
      .when({ ...request, isOutside: false })
      .thenRefused('AgainstRule');
    given()
      .when({ ...request, requestedOn: '2026-09-18' })
      .thenRefused('AgainstRule');
    given()
      .when({ ...request, dueOn: '2026-09-15' })
      .thenRefused('AgainstRule');
    given(requested).when(request).thenRefused('Stale');
  });

  it('不变量 28：只提供来函要的几类，密件只能是反映法定的那些人的，件数页数对得上，只提供一次', () => {
    given().when(provide).thenRefused('NotFound');
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...ALL), { minLength: 1 }), (groups) => {
        const items = (group: Group) => (group === 'reports' ? 1 : 2);
        const chosen = groups.includes('reports') ? [one] : [];
        const then = given(requested).when({
          ...provide,
          groups: groups.map((group) => ({ group, items: items(group), pages: 3 })),
          chosen,
          pages: groups.length * 3,
        });
        if (groups.every((group) => (asked.groups as readonly Group[]).includes(group))) then.thenTypes('InspectorateMaterialProvided');
        else then.thenRefused('AgainstRule');
      }),
    );
    for (const wrong of [
      { chosen: [{ ...one, isInspected: false }] },
      { chosen: [] },
      { chosen: [one, { ...one, file: 'f2' }] },
      { pages: 11 },
      { groups: [] },
    ])
      given(requested)
        .when({ ...provide, ...wrong })
        .thenRefused('AgainstRule');
    const provided = decider.decide(provide, replay(decider, [requested]));
    given(requested, ...provided)
      .when(provide)
      .thenRefused('AgainstRule');
  });

  it('没有可以提供的，书面答复无可提供：A43 满足，各类都是零，不能再提供；有正合来函的密件时，不能这样答复', () => {
    const nothing = { type: 'provideNothing', fitting: 0, no: '清密供〔2026〕2号', ...petition('2026-09-28') } as const;
    given(requested).when(nothing).thenTypes('InspectorateMaterialProvided');
    const answered = decider.decide(nothing, replay(decider, [requested]));
    const done = replay(decider, [requested, ...answered]);
    expect([done.clocks['A43']?.outcome, done.provided?.nothing, done.provided?.files]).toEqual(['kept', true, []]);
    expect(done.provided?.groups).toEqual(asked.groups.map((group) => ({ group, items: 0, pages: 0 })));
    for (const again of [nothing, provide])
      given(requested, ...answered)
        .when(again)
        .thenRefused('AgainstRule');
    given(requested)
      .when({ ...nothing, fitting: 1 })
      .thenRefused('AgainstRule');
    given({ ...requested, groups: ['tendency'] })
      .when({ ...nothing, fitting: 1 })
      .thenTypes('InspectorateMaterialProvided'); // of another group, which was not asked for
    given().when(nothing).thenRefused('NotFound');
  });

  it('法定的人：被巡视单位的领导班子成员、下一级的主要负责人；其他干部的不在内', () => {
    const parents: Record<string, string> = {
      'qinghe/housing': 'qinghe/government',
      'qinghe/liusha-qianwei': 'qinghe/liusha',
      'qinghe/liusha': 'qinghe/government',
    };
    const tree = { organOf: (unit: string) => unit, parentOf: (unit: string) => parents[unit] };
    const inspected = (unit: string, whom: 'leaders' | 'cadres', ...units: string[]) => isInspected({ unit, whom }, units, tree);
    expect(inspected('qinghe/housing', 'leaders', 'qinghe/housing')).toBe(true);
    expect(inspected('qinghe/housing', 'leaders', 'qinghe/government')).toBe(true);
    expect(inspected('qinghe/housing', 'cadres', 'qinghe/housing')).toBe(false);
    expect(inspected('qinghe/liusha-qianwei', 'leaders', 'qinghe/government')).toBe(false); // two levels below
    expect(inspected('qinghe/water', 'leaders', 'qinghe/housing')).toBe(false);
  });
});
