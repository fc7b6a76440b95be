import { describe, expect, it } from 'vitest';
import { FORMS } from '#contexts/casework/domain/forms.ts';
import { ACT_GROUPS, grouped } from './act-table.ts';

describe('能做什么的次序', () => {
  it('每一种办法都在表里，只在一处', () => {
    const placed = ACT_GROUPS.flatMap(({ acts }) => acts);
    expect(placed.toSorted()).toEqual(Object.keys(FORMS).toSorted());
  });

  it('先是这一步的，照一件事的先后；随时可以的在最后', () => {
    const offered = ['takeNote', 'hearPetitioner', 'moveToSealed', 'decideHearing', 'recordInvestigation'].map((command) => ({ command }));
    expect(grouped(offered).map(({ name, acts }) => [name, ...acts.map(({ command }) => command)])).toEqual([
      ['这一步', 'recordInvestigation', 'hearPetitioner'],
      ['听证', 'decideHearing'],
      ['随时可以', 'takeNote', 'moveToSealed'],
    ]);
  });
});
