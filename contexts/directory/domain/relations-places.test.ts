import { describe, expect, it } from 'vitest';
import { ORGANS } from '../testing.ts';
import { createDirectory } from './directory.ts';
import { fillOrgan, type OrganEntry } from './entry.ts';
import type { OrganType } from './organ.ts';
import { answersAs } from './relations.ts';

/**
 * 一个县周围的机关，名录里多一个、少一个，问出来的就不同. Each question is asked of a
 * directory made anew: what one remembers of an earlier question proves nothing.
 */
const entry = (code: string, type: OrganType, division: string, more: Partial<OrganEntry> = {}): OrganEntry => ({
  code,
  name: code,
  shortName: code,
  type,
  division,
  duties: [],
  address: '',
  phone: '',
  hours: '',
  ...more,
});
const of = (entries: readonly OrganEntry[]) =>
  createDirectory(
    entries.map((each) => fillOrgan(each, '2020-01-01')),
    [],
    [],
  );
const county = (...more: OrganEntry[]) => of([...ORGANS, ...more]);
/** The same county, one organ written otherwise. */
const but = (code: string, changes: Partial<OrganEntry>) => of(ORGANS.map((each) => (each.code === code ? { ...each, ...changes } : each)));
const without = (...codes: string[]) => of(ORGANS.filter(({ code }) => !codes.includes(code)));

describe('谁在谁之下', () => {
  it.each([
    ['qc/village', 'qc/town', true],
    ['qc/village', 'qc/government', true],
    ['qc/village', 'lin/government', true],
    ['qc/housing', 'lin/housing', true],
    ['qc/housing', 'qc/water', false],
    ['qc/town', 'qc/village', false],
    ['qc/government', 'qc/petition', false],
    ['lin/government', 'lin/government', false],
    ['没有的单位', 'qc/government', false],
    ['qc/housing', '没有的单位', false],
  ])('%s 在 %s 之下：%s', (unit, above, is) => expect(county().isSubordinate(unit, above)).toBe(is));

  it('问过一次再问，答得一样', () => {
    const asked = county();
    for (const _ of [1, 2]) expect([asked.isSubordinate('qc/village', 'qc/town'), asked.isSubordinate('qc/town', 'qc/village')]).toEqual([true, false]);
  });

  it('名录里转成一圈的，也答得出来；自己仍不是自己的下级', () => {
    const circle = of([
      entry('r/a', 'department', '990421', { parent: 'r/b' }),
      entry('r/b', 'department', '990421', { parent: 'r/c' }),
      entry('r/c', 'department', '990421', { parent: 'r/b' }),
    ]);
    expect(['r/a', 'r/b', 'r/c'].map((unit) => circle.isSubordinate('r/a', unit))).toEqual([false, true, true]);
    expect(circle.isSubordinate('r/b', 'r/b')).toBe(false);
    expect(circle.commonSuperior(['r/a', 'r/b'])).toBe('r/c');
    expect(circle.inChargeOfComplaintsAbout('r/b')).toBeUndefined();
  });
});

describe('复查机关（第三十五条）', () => {
  it.each([
    ['qc/housing', ['lin/housing', 'qc/government']],
    ['qc/water', ['qc/government']],
    ['qc/village', ['qc/town']],
    ['qc-discipline/letters', []], // answers as its organ, which names nobody above
    ['lin/government', []],
    ['没有的单位', []],
  ])('%s：%j', (unit, organs) => expect(county().reviewOrgansOf(unit)).toEqual(organs));

  it('通常的一个排在前面；没有上一级的没有', () => {
    const asked = county();
    expect(['qc/housing', 'qc/water', 'qc/supervision', 'lin/government'].map(asked.superiorOf)).toEqual([
      'lin/housing',
      'qc/government',
      'qc/government',
      undefined,
    ]);
  });

  it('内设机构随它的机关；上面没有机关的内设机构只有自己', () => {
    const organs = new Map([...ORGANS, entry('qc/alone', 'office', '990421')].map((each) => [each.code, fillOrgan(each, '2020-01-01')]));
    expect(answersAs(organs, 'qc/supervision')?.unit).toBe('qc/petition');
    expect(answersAs(organs, 'qc/alone')?.unit).toBe('qc/alone');
    expect(answersAs(organs, '没有的单位')).toBeUndefined();
  });

  it('共同上级：两个县的同一系统，最近的是共同的业务主管部门', () => {
    const other = county(
      entry('wu/government', 'government', '990422', { parent: 'lin/government' }),
      entry('wu/housing', 'department', '990422', { parent: 'wu/government', superiors: ['wu/government', 'lin/housing'] }),
    );
    expect(other.commonSuperior(['qc/housing', 'wu/housing'])).toBe('lin/housing');
    expect(other.commonSuperior(['qc/water', 'wu/housing'])).toBe('lin/government');
    expect(other.commonSuperior([])).toBeUndefined();
  });

  it('共同上级：只有业务上级的，沿业务上级找；没有的单位没有共同上级', () => {
    const asked = county(entry('qc/tax', 'department', '990421', { superiors: ['lin/government'] }));
    expect(asked.commonSuperior(['qc/tax', 'qc/town'])).toBe('lin/government');
    expect(asked.commonSuperior(['没有的单位', 'qc/town'])).toBeUndefined();
  });
});

describe('信访部门和联席会议', () => {
  it('本地的信访部门；本地没有的，由同一地方的、再由上一级地方的；哪里都没有的就没有', () => {
    expect([county().petitionDeptOf('qc'), county().petitionDeptOf('lin'), county().petitionDeptOf('qc-npc')]).toEqual([
      'qc/petition',
      'lin/petition',
      'qc/petition',
    ]);
    expect(without('qc/petition').petitionDeptOf('qc')).toBe('lin/petition');
    expect(without('qc/petition', 'lin/petition').petitionDeptOf('qc')).toBeUndefined();
    expect(county().petitionDeptOf('没有的地方')).toBeUndefined();
  });

  it('问过一次再问，答得一样；各地分开记', () => {
    const asked = county();
    expect([asked.petitionDeptOf('qc'), asked.petitionDeptOf('lin'), asked.petitionDeptOf('qc')]).toEqual(['qc/petition', 'lin/petition', 'qc/petition']);
  });

  it('要越过本县的，到上一级的信访部门；没有上一级的，没有', () => {
    expect(county().petitionDeptAbove('qc')).toBe('lin/petition');
    expect(county().petitionDeptAbove('lin')).toBeUndefined();
    expect(county().petitionDeptAbove('没有的地方')).toBeUndefined();
    expect(county().petitionDeptAbove('qc-discipline')).toBeUndefined(); // no government of that name
    expect(without('lin/petition').petitionDeptAbove('qc')).toBeUndefined();
  });

  it('上一级就是本地的（政府挂在本地党委之下），不算上一级', () => {
    expect(but('qc/government', { parent: 'qc/organization' }).petitionDeptAbove('qc')).toBeUndefined();
  });

  it('联席会议办公室按地方找', () => {
    expect(county().jointConferenceOf(['qc/housing', 'qc/town'])).toBe('qc/conference');
    const both = county(entry('lin/conference', 'jointConference', '990400'));
    expect([both.jointConferenceOf(['qc/housing', 'qc/organization']), both.jointConferenceOf(['qc/housing', 'lin/discipline'])]).toEqual([
      'qc/conference',
      'lin/conference',
    ]);
    expect(without('qc/conference').jointConferenceOf(['qc/housing'])).toBeUndefined();
    expect(county().jointConferenceOf(['没有的单位', 'qc/housing'])).toBeUndefined();
  });
});

describe('不变量 27：干部管理权限', () => {
  it('名录写明的优先于地方的；写在上级的，下级跟着', () => {
    const named = but('qc/town', { discipline: 'lin/discipline' });
    expect([named.disciplineFor('qc/town'), named.disciplineFor('qc/village'), named.disciplineFor('qc/water')]).toEqual([
      'lin/discipline',
      'lin/discipline',
      'qc-discipline/commission',
    ]);
  });

  it('领导班子成员写明由上一级管理的，按写明的；一般干部不变', () => {
    const named = but('qc/housing', { leadersDiscipline: 'lin/discipline' });
    expect([named.disciplineFor('qc/housing', 'leaders'), named.disciplineFor('qc/housing')]).toEqual(['lin/discipline', 'qc-discipline/commission']);
  });

  it.each([
    ['qc/government', 'leaders', 'lin/discipline'],
    ['qc/organization', 'leaders', 'lin/discipline'],
    ['qc-npc/standing', 'leaders', 'lin/discipline'],
    ['qc/government', 'cadres', 'qc-discipline/commission'],
    ['qc/housing', 'leaders', 'qc-discipline/commission'],
    ['qc/village', 'leaders', 'qc-discipline/commission'],
    ['没有的单位', 'cadres', undefined],
    ['没有的单位', 'leaders', undefined],
  ] as const)('%s 的 %s：%s', (unit, whom, organ) => expect(county().disciplineFor(unit, whom)).toBe(organ));
});

describe('对作风的投诉（第四十六条）由谁答复', () => {
  it('写明由谁答复的，按写明的，下级跟着；写的是被投诉单位自己或者它的下级，另找', () => {
    expect(but('qc/water', { complaintsTo: 'lin/petition' }).inChargeOfComplaintsAbout('qc/water')).toBe('lin/petition');
    expect(but('qc/water', { complaintsTo: 'qc/water' }).inChargeOfComplaintsAbout('qc/water')).toBe('qc/supervision'); // what its government names
    expect(but('qc/town', { complaintsTo: 'qc/village' }).inChargeOfComplaintsAbout('qc/town')).toBe('qc/supervision');
  });

  it('都没有写明的，由复查机关答复', () => {
    const { complaintsTo: _, ...government } = ORGANS.find(({ code }) => code === 'qc/government')!;
    const plain = of([...ORGANS.filter(({ code }) => code !== 'qc/government'), government]);
    expect([plain.inChargeOfComplaintsAbout('qc/water'), plain.inChargeOfComplaintsAbout('qc/housing')]).toEqual(['qc/government', 'lin/housing']);
  });

  it('没有上级的（党委、人大），由本地的信访部门或者联席会议办公室；它自己就是的，由上一级地方的', () => {
    expect(county().inChargeOfComplaintsAbout('qc/organization')).toBe('qc/petition');
    expect(without('qc/petition', 'qc/supervision').inChargeOfComplaintsAbout('qc/organization')).toBe('qc/conference');
    expect(without('qc/petition', 'qc/supervision', 'qc/conference').inChargeOfComplaintsAbout('qc/organization')).toBe('lin/petition');
    const alone = county(entry('x/petition', 'petitionDept', '990421105'));
    expect(alone.inChargeOfComplaintsAbout('x/petition')).toBe('qc/petition');
  });

  it('内设机构：答复的在它的机关以外', () => {
    const named = but('qc-discipline/letters', { complaintsTo: 'qc-discipline/commission' });
    expect(named.inChargeOfComplaintsAbout('qc-discipline/letters')).toBe('qc/petition');
    expect(county().inChargeOfComplaintsAbout('没有的单位')).toBeUndefined();
  });
});
