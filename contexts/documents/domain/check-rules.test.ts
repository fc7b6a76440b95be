import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../render/samples.ts';
import { CATALOGUE, PAPER_CODES } from './catalogue.ts';
import { findMissing } from './check.ts';
import type { Row, Values } from './field.ts';
import type { PaperCode } from './kind.ts';

const lacks = (code: PaperCode, changed: Values, without: readonly string[] = []) =>
  findMissing(code, Object.fromEntries(Object.entries({ ...SAMPLES[code], ...changed }).filter(([name]) => !without.includes(name)))).map(({ field }) => field);

describe('看几栏才知道的要求', () => {
  it('不变量 17：处理、简易答复、复查意见没有上一级机关及其地址的取不了号', () => {
    for (const [code, organ, address] of [
      ['F23', 'reviewOrgan', 'reviewAddress'],
      ['F24', 'reviewOrgan', 'reviewAddress'],
      ['F35', 'recheckOrgan', 'recheckAddress'],
    ] as const) {
      expect(lacks(code, {}, [organ])).toEqual([organ]);
      expect(lacks(code, {}, [address])).toEqual([address]);
      expect(CATALOGUE[code].remedy?.days, code).toBe(30);
    }
  });

  it('不变量 17：复核意见没有写帮助和其他途径的取不了号（第三十七条）', () =>
    expect(lacks('F36', {}, ['helpOrgan', 'helpContact', 'otherWays'])).toEqual(['helpOrgan', 'helpContact', 'otherWays']));

  it('不变量 15：没有列出送达的复核意见，不能不再受理；没有逐项对照、没有第二人复核，也不能', () => {
    const decisions = (SAMPLES.F09['decisions'] as Row[]).filter(({ kind }) => kind !== 'recheck');
    expect(lacks('F09', { decisions })).toEqual(['decisions']);
    expect(lacks('F09', { decisions: (SAMPLES.F09['decisions'] as Row[]).slice(-1) })).toEqual(['decisions', 'decisions']); // 处理意见、复查意见也要列明
    expect(lacks('F09', {}, ['comparison', 'secondOfficer', 'newFacts', 'help'])).toEqual(['comparison', 'newFacts', 'secondOfficer', 'help']);
  });

  it('责令重新作出的，要写明期限', () => {
    expect(lacks('F35', {}, ['redoDueOn'])).toEqual(['redoDueOn']);
    expect(lacks('F35', { result: 'uphold' }, ['redoDueOn'])).toEqual([]);
    expect(lacks('F36', { result: 'revokeAndRemand' })).toEqual(['redoDueOn']);
  });

  it('假如更正决定是撤销并重新处理，当没有写等到哪一天，那么取不了号；只更正的不必写', () => {
    expect(lacks('F59', { act: 'redo' }, ['newDueOn'])).toEqual(['newDueOn']);
    expect(lacks('F59', { act: 'correct' }, ['newDueOn'])).toEqual([]);
  });

  it('复查申请受理的要有日期，不受理的要有法定情形', () => {
    expect(lacks('F34', {}, ['dueOn'])).toEqual(['dueOn']);
    expect(lacks('F34', { decision: 'refused' })).toEqual(['ground']);
    expect(lacks('F34', { decision: 'refused', ground: 'nuisance' })).toEqual(['ground']);
  });

  it('不变量 37：议定事项有责任人和日期，或者写明只是通报', () => {
    const [first, second] = SAMPLES.F42['decisions'] as Row[];
    expect(lacks('F42', { decisions: [{ ...first!, owner: '', by: '' }, second!] })).toEqual(['decisions.0.owner', 'decisions.0.by']);
    expect(lacks('F42', { decisions: [second!] })).toEqual([]);
  });

  it('不变量 26：推选的代表不超过5人，代理人不超过2人', () => {
    const six = ['甲', '乙', '丙', '丁', '戊', '己'];
    expect(lacks('F44', { representatives: six })).toEqual(['representatives']);
    expect(lacks('F44', { representatives: six.slice(0, 5) })).toEqual([]);
    expect(lacks('F44', { how: 'otherwise', representatives: six })).toEqual([]); // 来信、网上提出的不受此限
    expect(lacks('F44', {}, ['how'])).toEqual(['how']);
    expect(lacks('F44', { kind: 'power', representatives: six.slice(0, 2) }, ['how'])).toEqual([]);
    expect(lacks('F44', { kind: 'power', representatives: six.slice(0, 3) })).toEqual(['representatives']);
  });

  it('回避、听证、调解、承诺、撤回各有一问', () => {
    expect(lacks('F18', {}, ['successor'])).toEqual(['successor']);
    expect(lacks('F18', { decision: 'refused' }, ['successor'])).toEqual([]);
    expect(lacks('F19', { open: 'closed' })).toEqual(['closedReason']);
    expect(lacks('F26', {}, ['mediator'])).toEqual(['mediator']);
    expect(lacks('F26', { kind: 'settlement' }, ['mediator'])).toEqual([]);
    expect(lacks('F28', {}, ['witness'])).toEqual(['witness']);
    expect(lacks('F43', { freeWill: 'no' })).toEqual(['freeWill']);
  });

  it('救助由两人审批，同意的写明给什么、钱从哪里来', () => {
    expect(lacks('F46', {}, ['amount', 'source'])).toEqual(['amount', 'source']);
    expect(lacks('F46', { secondApprover: String(SAMPLES.F46['firstApprover']) })).toEqual(['secondApprover']);
  });

  it('涉密的、未经本人同意能认出个人的，不能写“可以公开”', () => {
    expect(lacks('F53', { stateSecret: 'yes' })).toEqual(['result']);
    expect(lacks('F53', { personal: 'yes' })).toEqual(['result']);
    expect(lacks('F53', { personal: 'yes', consent: 'yes' })).toEqual([]);
    expect(lacks('F53', { result: 'afterChanges' })).toEqual(['changes']);
  });

  it('不变量 31：没有一栏评价、标记人，没有一栏要人承诺不再信访（R7、R15）', () => {
    const blanks = PAPER_CODES.flatMap((code) => CATALOGUE[code].fields.flatMap((field) => [field, ...(field.columns ?? [])]));
    for (const { name, label } of blanks) expect(`${name} ${label}`).not.toMatch(/risk|score|level|watch|重点人员|缠访|闹访|息访|罢访|不再信访|不再上访/i);
  });
});
