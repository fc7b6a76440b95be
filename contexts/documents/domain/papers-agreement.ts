import { choice, date, line, OPTIONAL, rows, text } from './field.ts';
import type { PaperKind } from './kind.ts';
import { CONTACT, NO_EFFECT } from './papers-common.ts';

const STEPS = [line('what', '做什么', '写到能够检查'), line('who', '谁来做', '件件有着落'), date('by', '哪一天以前', '没有日期的不算承诺')];

/** Agreements: both sides sign of their own will, and neither gives up a right by it. */
export const AGREEMENTS: readonly PaperKind[] = [
  {
    code: 'F26',
    name: '调解（和解）协议书',
    identifier: 'MediationAgreement',
    form: '协议',
    addressee: 'petitioner',
    version: 1,
    effects: { signed: 'AgreementSigned' },
    fields: [
      choice('kind', '调解还是和解', '《信访工作条例》第三十三条', { mediation: '调解协议书', settlement: '和解协议书' }),
      line('subject', '信访事项', '为哪一件'),
      line('petitioner', '甲方（信访人）', '谁同意的'),
      line('opponent', '乙方', '谁同意的'),
      line('mediator', '调解人（调解的必填）', '由谁调解', OPTIONAL),
      text('dispute', '争议的事项', '写明争什么'),
      text('facts', '双方认可的事实', '写明双方都认的事实'),
      rows('terms', '协议内容和履行', '履行的方式和日期都要写明', STEPS),
      date('consentedOn', '双方同意调解（和解）的日期', '《信访工作条例》第三十三条：经双方同意'),
      ...CONTACT,
    ],
  },
  {
    code: 'F28',
    name: '双向承诺书',
    identifier: 'MutualCommitment',
    form: '协议',
    addressee: 'petitioner',
    version: 1,
    effects: { signed: 'MutualCommitmentSigned' },
    fields: [
      line('subject', '信访事项', '为哪一件'),
      line('petitioner', '信访人', '自愿签'),
      line('unit', '责任单位', '谁承诺'),
      rows('steps', '责任单位承诺的事', '依法应当解决的都要写到，每一步有日期', STEPS),
      date('until', '承诺书的有效期（不晚于办理的最后日期）', '只在办理期限以内有效'),
      choice('signedAs', '怎样签的', '由不属于责任单位的人见证，或者网上签并有3日冷静期', {
        witness: '当面签，有见证人',
        online: '网上签，3日冷静期',
      }),
      line('witness', '见证人（姓名、单位；当面签的必填）', '见证人不能是责任单位的人', OPTIONAL),
      ...CONTACT,
    ],
  },
  {
    code: 'F47',
    name: '心理服务知情同意书',
    identifier: 'CounsellingConsent',
    form: '协议',
    addressee: 'petitioner',
    version: 1,
    effects: NO_EFFECT,
    fields: [
      line('person', '来访者', '本人自愿'),
      line('institution', '服务机构', '由有资质的机构提供'),
      line('counsellor', '咨询人员', '由谁提供'),
      text('scope', '服务内容和次数', '说明做什么、不做什么'),
      text('secrecy', '保密和例外', '《精神卫生法》第二十三条：尊重隐私，为咨询人员保密'),
      ...CONTACT,
    ],
  },
];
