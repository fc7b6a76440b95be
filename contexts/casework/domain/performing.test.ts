import { describe, expect, it } from 'vitest';
import { answer } from '../../../test/answer.ts';
import { by, government, housing, petition, STORY, UNITS, words } from '../../../test/stories.ts';
import { also, state } from '../../../test/ways.ts';
import { concernedUnits, rowsOf } from '../views.ts';
import type { MatterAction } from './actions.ts';
import type { MatterCommand } from './commands.ts';

/** Another unit than the handling one carries out what was decided (第三十二条第二款、第三十三条; lifecycle 24, 46). */
const byWater = (past: MatterAction[]) => past.map((action) => (action.type === 'OpinionIssued' ? { ...action, performingUnit: UNITS.water } : action));
const issued = byWater(STORY.decided());
const sent = byWater(STORY.dispatched());
const water = (date: string, person = '李怀渠') => by(UNITS.water, date, person);
const report = { type: 'reportPerformance', evidence: words('路灯修好了，有照片'), ...water('2026-09-20') } as const;
const verify = { type: 'verifyPerformance', answer: 'petitionerConfirms', evidence: words('问过，都亮了') } as const;
const agreement: object = {
  ...{ type: 'signAgreement', form: 'settlement', petitionerFree: true, otherFree: true, terms: words('修好'), scan: words('协议书') },
  ...{ dueOn: '2026-09-10', performingUnit: UNITS.water, ...housing('2026-08-20') },
};
const rows = (past: readonly MatterAction[], unit: string) =>
  rowsOf({ region: 'qinghe', id: 'm' }, state(past)).running.filter((row) => row.unit === unit && ['A27', 'A38'].includes(row.clock));
const ask = (past: readonly MatterAction[], command: object) => answer(past, command as MatterCommand);

describe('处理意见写明由别的单位执行（生命周期24）', () => {
  it('意见书发出以前，它没有什么可看、可报；发出以后是有关单位，期限在两家案头各一行，只算一个', () => {
    expect(concernedUnits(state(issued))).not.toContain(UNITS.water);
    expect(ask(STORY.dispatched(), report)).toContain('NotAllowed');
    expect(concernedUnits(state(sent))).toContain(UNITS.water);
    const [own, beside] = [rows(sent, UNITS.housing), rows(sent, UNITS.water)];
    expect([own.length, beside.length]).toEqual([1, 1]);
    expect(beside[0]).toMatchObject({ clock: 'A27', legal_on: own[0]!.legal_on, handler: null, key: `${own[0]!.key}@performing` });
  });

  it('它自己报告落实；报告以后案头没有了，信访人说没落实的，又回到案头', () => {
    const reported = also(sent, report);
    expect(state(reported).performance).toBe('reported');
    expect([rows(reported, UNITS.water).length, rows(reported, UNITS.housing).length]).toEqual([0, 1]);
    const refuted = also(reported, { ...verify, answer: 'petitionerDenies', ...petition('2026-09-24') });
    expect(rows(refuted, UNITS.water)).toHaveLength(1);
    expect(concernedUnits(state(also(reported, { ...verify, ...petition('2026-09-24') })))).toContain(UNITS.water); // it may still be asked what it did
  });

  it('谁落实的谁不核实：执行单位不能，报告的人换了单位也不能', () => {
    const reported = also(sent, report);
    expect(ask(reported, { ...verify, ...water('2026-09-24', '另一人') })).toContain('NotAllowed');
    expect(ask(reported, { ...verify, ...by(UNITS.petition, '2026-09-24', '李怀渠') })).toContain('落实情况就是您报告的');
    expect(ask(reported, { ...verify, ...petition('2026-09-24') })).toBe('PerformanceVerified');
  });

  it('意见被撤销，它就不再是有关单位；别的事它一样也办不了', () => {
    const revoked = also(sent, {
      type: 'correct',
      as: 'superior',
      error: 'facts',
      dueOn: '2026-10-20',
      grounds: words('认定错了'),
      ...government('2026-09-15'),
    } as MatterCommand);
    expect(concernedUnits(state(revoked))).not.toContain(UNITS.water);
    expect(ask(revoked, report)).toMatch(/^(WrongStage|NotAllowed)/);
    for (const command of [
      { type: 'takeNote', text: words('看看'), shown: false },
      { type: 'addMaterial', text: words('看看') },
    ])
      expect(ask(sent, { ...command, ...water('2026-09-20') })).toContain('NotAllowed');
  });

  it('不变量 27：转入密封线以后，它案头、名册上都没有这一件', () => {
    const sealed = [...sent, { type: 'MatterSealed', ...petition('2026-09-16') } as unknown as MatterAction];
    expect([concernedUnits(state(sealed)), rows(sealed, UNITS.water)]).toEqual([[], []]);
  });
});

describe('协议写明由别的单位履行（生命周期46）', () => {
  it('签订以后它看得到、报告得了；核实的不是它，也不是报告的人', () => {
    const signed = also(STORY.handling(), agreement as MatterCommand);
    expect(concernedUnits(state(signed))).toContain(UNITS.water);
    expect(rows(signed, UNITS.water)).toMatchObject([{ clock: 'A38', legal_on: '2026-09-10' }]);
    const reported = also(signed, { ...report, ...water('2026-09-01') });
    expect([state(reported).stage, rows(reported, UNITS.water).length]).toEqual(['agreed', 0]);
    const says = { type: 'performAgreement', answer: 'petitionerConfirms', evidence: words('电话问过') };
    expect(ask(reported, { ...says, ...by(UNITS.petition, '2026-09-02', '李怀渠') })).toContain('落实情况就是您报告的');
    expect(ask(reported, { ...says, ...petition('2026-09-02') })).toBe('AgreementPerformed MatterConcluded');
    const broken = also(reported, { ...says, answer: 'petitionerDenies', ...petition('2026-09-11') } as MatterCommand);
    expect(concernedUnits(state(broken))).not.toContain(UNITS.water);
  });

  it('履行的单位正好也管核实：换别的单位核实', () => {
    const signed = also(STORY.handling(), { ...agreement, performingUnit: UNITS.petition } as MatterCommand);
    expect(ask(signed, { type: 'performAgreement', answer: 'petitionerConfirms', evidence: words('问过'), ...petition('2026-09-02') })).toContain(
      '履行的就是本单位',
    );
  });
});
