import { describe, expect, it } from 'vitest';
import { housing, petition, STORY, UNITS, words } from '../../../../../test/stories.ts';
import { also, clock, given, state } from '../../../../../test/ways.ts';
import { answerableOrgan } from '../../matter.ts';
import { missingFromFile } from '../../archive.ts';

const mediate = {
  type: 'startMediation',
  petitionerConsents: true,
  otherConsents: true,
  discretion: true,
  record: words('都同意'),
  ...housing('2026-08-10'),
} as const;
const sign = {
  type: 'signAgreement',
  form: 'mediation',
  petitionerFree: true,
  otherFree: true,
  terms: words('9月10日前修好'),
  scan: words('双方签字的协议书'),
  dueOn: '2026-09-10',
  ...housing('2026-08-20'),
} as const;
const signed = also(STORY.handling(), mediate, sign);
const answer = (says: 'petitionerConfirms' | 'petitionerDenies', on: string) =>
  ({ type: 'performAgreement', answer: says, evidence: words('电话问过'), ...petition(on) }) as const;

describe('调解、和解（第三十三条）', () => {
  it('双方都同意、在裁量范围内才调解；调解期间办结期限不停', () => {
    for (const missing of ['petitionerConsents', 'otherConsents', 'discretion'] as const) {
      given(...STORY.handling())
        .when({ ...mediate, [missing]: false })
        .thenRefused('AgainstRule');
    }
    expect(clock(also(STORY.handling(), mediate), 'A14')?.stoppedOn).toBeUndefined();
    given(...STORY.handling())
      .when(sign)
      .thenRefused('AgainstRule'); // a mediated agreement without a mediation
    given(...STORY.handling())
      .when({ ...sign, form: 'settlement', otherFree: false })
      .thenRefused('AgainstRule');
  });

  it('不变量 22：没有调解、调解不成，都不影响作出处理意见', () => {
    const failed = also(STORY.handling(), mediate, { type: 'failMediation', grounds: words('谈不拢'), ...housing('2026-08-18') });
    given(...failed)
      .when({ type: 'issueOpinion', document: 'document/2', results: { 1: 'explained' }, ...housing('2026-08-20') })
      .thenTypes('OpinionIssued');
  });

  it('不变量 47、7：签订协议停办结期限，改由办理单位督促履行', () => {
    expect(state(signed).stage).toBe('agreed');
    expect(clock(signed, 'A14')).toMatchObject({ outcome: 'stopped' });
    expect(clock(signed, 'A38')).toMatchObject({ legalOn: '2026-09-10', holder: UNITS.housing });
    expect(answerableOrgan(state(signed))).toBe(UNITS.housing);
  });

  it('人民调解法第三十三条：生效起三十日内可以申请司法确认，最后一日是调休上班的星期日', () => {
    const effective = also(signed, { type: 'recordAgreementEffect', on: '2026-08-20', ...housing('2026-08-20') });
    expect(clock(effective, 'B15')).toMatchObject({ startedOn: '2026-08-20', targetOn: '2026-09-19', legalOn: '2026-09-20' });
    const apply = (on: `${number}-${number}-${number}`) => ({ type: 'applyConfirmation', on, court: words('县法院'), ...housing(on) }) as const;
    given(...effective)
      .when(apply('2026-09-20'))
      .thenTypes('ConfirmationApplied');
    given(...effective)
      .when(apply('2026-09-21'))
      .thenRefused('TooLate');
  });

  it('履行由办理单位以外的人向信访人核实；做到了办结，卷宗以协议和履行为凭', () => {
    given(...signed)
      .when({ ...answer('petitionerConfirms', '2026-09-11'), ...housing('2026-09-11') })
      .thenRefused('NotAllowed');
    const done = also(signed, answer('petitionerConfirms', '2026-09-11'));
    expect(state(done)).toMatchObject({ stage: 'concluded', concluded: 'agreementPerformed' });
    expect(missingFromFile(state(done))).toEqual([]);
  });

  it('没有履行：回到办理中，办结期限按原来的日期', () => {
    const broken = also(signed, answer('petitionerDenies', '2026-09-15'));
    expect(state(broken).stage).toBe('inProgress');
    expect(clock(broken, 'A14')).toMatchObject({ targetOn: '2026-10-02', legalOn: '2026-10-08' });
    expect(clock(broken, 'A14')?.stoppedOn).toBeUndefined();
  });

  it('没有履行的协议不再欠履行；再签一份的，按新协议写的日期督促', () => {
    const broken = also(signed, answer('petitionerDenies', '2026-09-18'));
    expect(clock(broken, 'A38')).toMatchObject({ outcome: 'stopped', stoppedBy: 'AgreementBroken' });
    const again = also(broken, { ...sign, form: 'settlement', dueOn: '2026-12-01', ...housing('2026-09-21') });
    expect(clock(again, 'A38')).toMatchObject({ key: 'A38#2', legalOn: '2026-12-01' });
    expect(state(again).agreement).toMatchObject({ dueOn: '2026-12-01' });
  });
});
