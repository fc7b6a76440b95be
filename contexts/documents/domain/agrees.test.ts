import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../render/samples.ts';
import { CATALOGUE, PAPER_CODES } from './catalogue.ts';
import { findMissing } from './check.ts';
import type { PaperCode } from './kind.ts';

/**
 * The catalogue against documents.md: name in code, whether it takes a number,
 * its form, and of the papers in which the two had drifted apart every field
 * that must stand in them. What differs on purpose says why, here and in the README.
 */
const CATALOGUE_OF_THE_LAW: Readonly<Record<PaperCode, readonly [identifiers: string, numbered: boolean, form: string]>> = {
  F01: ['RegistrationForm', false, '表'],
  F02: ['IntakeReceipt', false, '回执'],
  F03: ['HandlerCard', false, '回执'],
  F04: ['ReferralLetter', true, '函'],
  F05: ['AssignmentLetter', true, '函'],
  F06: ['ReferralNotice', true, '函'],
  F07: ['AcceptanceNotice', true, '函'],
  F08: ['NonAcceptanceNotice', true, '函'],
  F09: ['NoFurtherAcceptanceNotice', true, '函'],
  F10: ['RouteNotice', true, '函'],
  F11: ['GuidanceSlip', false, '函/回执'],
  F12: ['ObjectionLetter', true, '函'],
  F13: ['ObjectionDecision', true, '函'],
  F14: ['JurisdictionDecision', true, '文'],
  F15: ['ExtensionApproval', false, '表'],
  F16: ['ExtensionNotice', true, '函'],
  F17: ['InvestigationRecord', false, '笔录'],
  F18: ['RecusalRequest RecusalDecision', false, '表'],
  F19: ['HearingNotice', true, '函'],
  F20: ['HearingAnnouncement', false, '公告'],
  F21: ['HearingMinutes', false, '笔录'],
  F22: ['HearingReport', false, '文'],
  F23: ['HandlingOpinion', true, '函'],
  F24: ['SimpleReply', false, '电子'],
  F25: ['SuggestionReply', true, '函'],
  F26: ['MediationAgreement SettlementAgreement', false, '协议'],
  F27: ['DeliveryReceipt', false, '表'],
  F28: ['MutualCommitment', false, '协议'],
  F29: ['LeaderInstruction', false, '表'],
  F30: ['TaskForceCharter', false, '表'],
  F31: ['LetterDigest', false, '文'],
  F32: ['CompletionReport', true, '文'],
  F33: ['ReviewRequest RecheckRequest', false, '表'],
  F34: ['ReviewAcceptanceNotice', true, '函'],
  F35: ['ReviewOpinion', true, '函'],
  F36: ['RecheckOpinion', true, '函'],
  F37: ['RecheckPublication', false, '公告'],
  F38: ['Reminder', false, '表/函'],
  F39: ['SupervisionOrder', true, '函'],
  F40: ['Recommendation', true, '函'],
  F41: ['RecommendationFeedback', true, '函'],
  F42: ['MeetingMinutes', true, '纪要'],
  F43: ['WithdrawalRequest', false, '表'],
  F44: ['RepresentativeElection PowerOfAttorney', false, '表'],
  F45: ['EvaluationForm', false, '表'],
  F46: ['ReliefApplication', false, '表'],
  F47: ['CounsellingConsent', false, '协议'],
  F48: ['AnnualReport', true, '文'],
  F49: ['Briefing', false, '文'],
  F50: ['MatterFile', false, '表'],
  F51: ['PublicLetter', false, '公开信'],
  F52: ['CaseStudy', false, '文'],
  F53: ['DisclosureReview', false, '表'],
  F54: ['SealedTransferSlip', false, '回执'],
  F55: ['CadreReport', false, '函'],
  F56: ['WithdrawalConfirmation', true, '函'],
  F57: ['SuspensionNotice', true, '函'],
  F58: ['DutyReply', true, '函'],
  F59: ['CorrectionDecision', true, '函'],
  F60: ['StatusNotice', true, '函'],
  F61: ['ConferenceMeasure', true, '文'],
  F62: ['InspectorateMaterial', true, '函'],
  F63: ['ConversionNotice', true, '函'],
};

const OTHERWISE: Readonly<Partial<Record<PaperCode, string>>> = {
  F32: '函：信函格式，签发人、文号、联系人都在；文件式版头没有读到原文（M）',
  F51: '公告：给居民的公开信按公告印，没有主送单位和文号',
  F62: '不取公开的文号：密件有自己的序列（sealed.series）',
};

/** Field of documents.md → our blanks that say it; what only some cases need is asked by a rule (`when`). */
const FIELDS: Readonly<Partial<Record<PaperCode, Readonly<Record<string, readonly string[]>>>>> = {
  F11: {
    'personal answer': ['answer'],
    'reason code': ['reason'],
    'which organ': ['organ'],
    why: ['why'],
    'address and term of that way': ['address', 'term'],
    remedy: ['remedyOrgan'],
  },
  F18: { interest: ['interest'], decision: ['decision', 'decidedBy'], reason: ['reasons'] },
  F42: { persons: ['host', 'present'], topics: ['topics'] },
  F46: { need: ['need'], documents: ['documents'], decision: ['decision', 'reasons'] },
  F52: { 'de-identified facts': ['facts', 'checkedBy'], method: ['method'], result: ['result'], basis: ['basis'] },
  F58: { claim: ['claim'], 'what was found': ['found'], 'and done or why not': ['performed', 'done'], basis: ['basis'], 'remedies with terms': ['remedies'] },
};

describe('文书目录与文书总表逐种一致', () => {
  it.each(PAPER_CODES)('%s 的标识、取不取文号、形式', (code) => {
    const [identifiers, numbered, form] = CATALOGUE_OF_THE_LAW[code];
    const { identifier, typeWord, form: ours } = CATALOGUE[code];
    expect(identifiers.split(' ')).toContain(identifier);
    const same = numbered === (typeWord !== undefined) && form.split('/').includes(ours);
    expect(same || code in OTHERWISE, `${numbered} ${form}`).toBe(true);
    expect(same && code in OTHERWISE, '已经一致，请从例外中去掉').toBe(false);
  });

  it.each(Object.keys(FIELDS) as PaperCode[])('%s 应有的内容都是必填', (code) => {
    for (const [said, names] of Object.entries(FIELDS[code]!)) {
      for (const name of names) {
        const field = CATALOGUE[code].fields.find((one) => one.name === name);
        expect(field, `${code} ${said} ${name}`).toBeDefined();
        expect(field?.optional, `${code} ${said} ${name}`).toBeUndefined();
      }
    }
  });

  const said = (code: PaperCode, more: object) => findMissing(code, { ...SAMPLES[code], ...more }).map(({ field }) => field);

  it('F42：有议定事项的，每一项有责任人和日期，或者写明只是通报；没有议定的可以没有（不变量 37）', () => {
    expect(said('F42', { decisions: [] })).toEqual([]);
    expect(said('F42', { decisions: [{ what: '修路灯', kind: 'assignment', owner: '县住建局', by: '2026-10-20' }] })).toEqual([]);
    expect(said('F42', { decisions: [{ what: '修路灯', kind: 'assignment', owner: '', by: '' }] })).toEqual(['decisions.0.owner', 'decisions.0.by']);
    expect(said('F42', { decisions: [{ what: '通报情况', kind: 'information', owner: '', by: '' }] })).toEqual([]);
  });

  it('F46：同意的写明金额和来源，发放的要有领取凭据；不同意的都不要（rights R15）', () => {
    expect(said('F46', { amount: '', source: '' })).toEqual(['amount', 'source']);
    expect(said('F46', { receivedBy: '' })).toEqual(['receivedBy']);
    expect(said('F46', { paidOn: '', receivedBy: '' })).toEqual([]);
    expect(said('F46', { decision: 'refused', amount: '', source: '', paidOn: '', receivedBy: '' })).toEqual([]);
    expect(said('F46', { secondApprover: SAMPLES.F46['firstApprover'] })).toEqual(['secondApprover']);
  });

  it('F58：行政复议、行政诉讼都要写，各有期限', () => {
    const both = '可以在六十日内向县政府申请行政复议，也可以在6个月以内向县法院提起行政诉讼。';
    expect(said('F58', { remedies: both })).toEqual([]);
    for (const remedies of [
      '可以在六十日内向县政府申请行政复议。',
      '可以在6个月以内向县法院提起行政诉讼。',
      '可以在六十日内申请行政复议，也可以提起行政诉讼。',
      '不服的，可以依法申请行政复议、提起行政诉讼。',
      '向上级反映。',
    ])
      expect(said('F58', { remedies }), remedies).toEqual(['remedies']);
    expect(findMissing('F58', { ...SAMPLES.F58, remedies: '' })).toEqual([expect.objectContaining({ label: '救济途径和期限' })]);
  });

  it('F52：启示可以没有，去标识审核人不能没有', () => {
    expect(said('F52', { lesson: '' })).toEqual([]);
    expect(said('F52', { checkedBy: '' })).toEqual(['checkedBy']);
  });
});
