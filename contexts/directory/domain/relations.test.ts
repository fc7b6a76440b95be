import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORGANS } from '../testing.ts';
import { createDirectory } from './directory.ts';
import { fillOrgan } from './entry.ts';
import type { Organ } from './organ.ts';
import { placesAround } from './places.ts';

const organs = ORGANS.map((entry) => fillOrgan(entry, '2020-01-01'));
const directory = createDirectory(organs, [], []);

describe('单位之间的关系', () => {
  it('下级：沿隶属和业务两条线都算；自己不是自己的下级', () => {
    expect(directory.isSubordinate('qc/village', 'qc/government')).toBe(true);
    expect(directory.isSubordinate('qc/village', 'lin/government')).toBe(true); // 跨租户
    expect(directory.isSubordinate('qc/housing', 'lin/housing')).toBe(true); // 业务上级
    expect(directory.isSubordinate('lin/housing', 'qc/housing')).toBe(false);
    expect(directory.isSubordinate('qc/housing', 'qc/water')).toBe(false);
    expect(directory.isSubordinate('qc/housing', 'qc/housing')).toBe(false);
  });

  it('复查机关：县级部门可向上一级主管部门，也可向本级政府；乡镇向县政府；内设机构随所在单位', () => {
    expect(directory.reviewOrgansOf('qc/housing')).toEqual(['lin/housing', 'qc/government']);
    expect(directory.superiorOf('qc/housing')).toBe('lin/housing');
    expect(directory.superiorOf('qc/town')).toBe('qc/government');
    expect(directory.superiorOf('qc/government')).toBe('lin/government');
    expect(directory.superiorOf('qc/supervision')).toBe(directory.superiorOf('qc/petition'));
    expect(directory.superiorOf('lin/government')).toBeUndefined();
  });

  it('信访部门和政法机关：内设机构随所在单位', () => {
    expect(directory.isPetitionDept('qc/supervision')).toBe(true);
    expect(directory.isPetitionDept('qc/housing')).toBe(false);
    expect(directory.isPoliticalLegal('qc/petition')).toBe(false);
  });

  it('共同上级：最近的一个；没有的，由联席会议定（第二十四条）', () => {
    expect(directory.commonSuperior(['qc/housing', 'qc/town'])).toBe('qc/government'); // though housing names its professional superior first
    expect(directory.commonSuperior(['qc/housing', 'qc/water', 'qc/village'])).toBe('qc/government');
    expect(directory.commonSuperior(['qc/housing', 'lin/housing'])).toBe('lin/government');
    expect(directory.commonSuperior(['qc/housing', 'qc-npc/standing'])).toBeUndefined();
    expect(directory.jointConferenceOf(['qc/housing', 'qc/village', 'qc-npc/standing'])).toBe('qc/conference');
    expect(directory.jointConferenceOf(['qc/housing', 'lin/discipline'])).toBeUndefined(); // that of the county is none of the city's
  });

  it('信访部门：本租户没有的，用同一地方的；再没有，用上一级地方的', () => {
    expect(directory.petitionDeptOf('qc')).toBe('qc/petition');
    expect(directory.petitionDeptOf('qc-npc')).toBe('qc/petition');
    expect(directory.jointConferenceOf(['lin/housing'])).toBeUndefined();
    expect(placesAround('990421101002')).toEqual(['990421101002', '990421101', '990421', '990400', '990000']);
  });

  it('检举控告按干部管理权限：村、镇、部门归县纪委；县级领导和县纪委自身归市纪委（不变量 27）', () => {
    expect(directory.disciplineFor('qc/village')).toBe('qc-discipline/commission');
    expect(directory.disciplineFor('qc/housing')).toBe('qc-discipline/commission');
    expect(directory.disciplineFor('qc/government', 'leaders')).toBe('lin/discipline');
    expect(directory.disciplineFor('qc-discipline/commission')).toBe('lin/discipline');
  });

  it('对作风的投诉：由上级或指定机构答复；指定机构是被投诉者的下级时，另找', () => {
    expect(directory.inChargeOfComplaintsAbout('qc/housing')).toBe('qc/supervision');
    expect(directory.inChargeOfComplaintsAbout('qc/village')).toBe('qc/supervision');
    expect(directory.inChargeOfComplaintsAbout('qc/petition')).toBe('qc/government');
    expect(directory.inChargeOfComplaintsAbout('qc/supervision')).toBe('qc/government');
    expect(directory.inChargeOfComplaintsAbout('qc/government')).toBe('lin/government');
  });

  it('撤并后的工作由承接单位继续（第二十四条第二款）', () => {
    const merged: Organ[] = organs.map((organ) => (organ.unit === 'qc/water' ? { ...organ, validTo: '2026-06-30', successor: 'qc/housing' } : organ));
    const later = createDirectory(merged, [], []);
    expect(later.successorOf('qc/water', '2026-06-30')).toBe('qc/water');
    expect(later.successorOf('qc/water', '2026-07-01')).toBe('qc/housing');
    expect([later.isClosed('qc/water', '2026-06-30'), later.isClosed('qc/water', '2026-07-01'), later.isClosed('qc/housing', '2026-07-01')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('不变量 27：任意单位树', () => {
  const units = Array.from({ length: 12 }, (_, nth) => `r${nth % 3}/u${nth}`);
  const anyOrgans = fc.tuple(
    ...units.map((unit) =>
      fc
        .record({
          parent: fc.option(fc.constantFrom(...units), { nil: undefined }),
          superior: fc.option(fc.constantFrom(...units), { nil: undefined }),
          complaintsTo: fc.option(fc.constantFrom(...units), { nil: undefined }),
          discipline: fc.option(fc.constantFrom(...units), { nil: undefined }),
          type: fc.constantFrom('department', 'discipline', 'petitionDept', 'office', 'jointConference', 'government'),
          division: fc.constantFrom('990000', '990400', '990421', '990421101'),
        })
        .map(
          ({ superior, parent, complaintsTo, discipline, type, division }): Organ => ({
            ...fillOrgan(
              {
                code: unit,
                name: unit,
                shortName: unit,
                type: type as Organ['type'],
                division,
                parent,
                superiors: superior ? [superior] : [],
                complaintsTo,
                discipline,
                duties: [],
                address: '',
                phone: '',
                hours: '',
              },
              '2020-01-01',
            ),
          }),
        ),
    ),
  );

  it('受理检举控告和答复投诉的，从来不是被反映的单位，也不是它管得着的单位；树里有圈也不会转不出来', () => {
    fc.assert(
      fc.property(anyOrgans, (all) => {
        const any = createDirectory(all, [], []);
        for (const { unit } of all) {
          for (const chosen of [any.disciplineFor(unit), any.disciplineFor(unit, 'leaders'), any.inChargeOfComplaintsAbout(unit)]) {
            if (chosen === undefined) continue;
            expect(chosen).not.toBe(unit);
            expect(any.isSubordinate(chosen, unit)).toBe(false);
          }
          expect(any.isSubordinate(unit, unit)).toBe(false);
          any.commonSuperior([unit, all[0]!.unit]);
          any.successorOf(unit, '2026-01-01');
        }
      }),
    );
  });
});
