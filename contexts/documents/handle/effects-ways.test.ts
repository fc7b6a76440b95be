import { describe, expect, it } from 'vitest';
import { dateInChina } from '#kernel/dates.ts';
import { housing, government, STORY, UNITS, words } from '../../../test/stories.ts';
import { also, given, letter } from '../../../test/ways.ts';
import type { Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';
import { effectOfSigning } from './effects.ts';
import type { DocumentsNeeds } from './needs.ts';

const names: Readonly<Record<string, string>> = { 清和县水利局: UNITS.water, 清和县住房和城乡建设局: UNITS.housing };
const needs = { unitNamed: (name: string) => names[name] } as Pick<DocumentsNeeds, 'unitNamed'> as DocumentsNeeds;
const signing = (code: PaperCode, values: Values, done: ReturnType<typeof housing>) => effectOfSigning(needs, code, values, done)!.command('document/2');
const steps = [
  { what: '查线路', who: '物业科', by: '2026-09-01' },
  { what: '修好', who: '物业科', by: '2026-09-10' },
];

describe('文书签发时本件随之决定', () => {
  it('F24 简易答复就是处理意见：逐项答复，写明复查机关', () => {
    const command = signing('F24', { claims: [{ no: '1', result: 'explained' }] }, housing('2026-08-12'));
    given(...STORY.handling())
      .when(command)
      .thenTypes('OpinionIssued');
  });

  it('F26 协议书：按最后一步的日期督促履行', () => {
    const command = signing('F26', { kind: 'settlement', terms: steps }, housing('2026-08-20'));
    expect(command).toMatchObject({ type: 'signAgreement', form: 'settlement', dueOn: '2026-09-10', instrument: expect.any(String) });
    given(...STORY.handling())
      .when(command)
      .thenTypes('AgreementSigned');
  });

  it('F28 双向承诺书、F29 签批单、F30 专班：承诺和签批记入本件', () => {
    const accepted = also(letter('2026-08-31', '2026-09-01'), { type: 'accept', route: 'petitionProcedure', ...housing('2026-09-02') });
    given(...accepted)
      .when(signing('F28', { steps, signedAs: 'witness', witness: '刘某，司法所', until: '2026-09-30' }, housing('2026-09-03')))
      .thenTypes('MutualCommitmentSigned', 'CommitmentMade');
    given(...accepted)
      .when(signing('F29', { instruction: '由物业科查清', owner: '王科长', dueOn: '2026-09-10' }, housing('2026-09-03')))
      .thenTypes('LeaderInstructionSigned');
    given(...accepted)
      .when(signing('F30', { head: '张副局长', plan: steps }, housing('2026-09-03')))
      .thenTypes('TaskForceFormed');
  });

  it('F14 受理机关指定：按名录找单位，名录里没有的不能签', () => {
    const disputed = also(
      STORY.referred(),
      { type: 'openJurisdictionTalks', units: [UNITS.water], grounds: words('堤上的灯'), ...housing('2026-07-27') },
      { type: 'disputeJurisdiction', views: words('各说各的'), ...housing('2026-07-30') },
    );
    const values = { basis: 'dispute', reasons: '堤上的归水利', lead: '清和县水利局', coUnits: ['清和县住房和城乡建设局'] };
    const command = signing('F14', values, government('2026-08-03'));
    expect(dateInChina(command.at)).toBe('2026-08-03');
    given(...disputed)
      .when(command)
      .thenTypes('JurisdictionDecided', 'AssignmentReceived');
    expect(() => signing('F14', { ...values, lead: '不存在的局' }, government('2026-08-03'))).toThrow('名录中没有');
  });
});
