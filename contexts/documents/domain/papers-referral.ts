import { choice, date, legalDate, line, lines, OPTIONAL, rows, text } from './field.ts';
import type { PaperKind } from './kind.ts';
import { BASIS, CONTACT, NO_EFFECT, notice, RECEIVED, TO } from './papers-common.ts';

const REFERRAL = [
  TO,
  line('petitioner', '信访人', '受转单位要知道是谁提的'),
  RECEIVED,
  text('summary', '主要诉求', '受转单位据此判断职权'),
  lines('materials', '材料清单', '移交什么要写明'),
  legalDate('noticeDueOn', '书面告知信访人的最迟日期', '《信访工作条例》第二十三条：15日；信访人姓名、住址不清的不填', OPTIONAL),
  legalDate('objectionDueOn', '提出异议的最迟日期', '《信访工作条例》第二十三条：5个工作日', OPTIONAL),
  ...CONTACT,
];

/** Papers between offices on the way to the right unit. */
export const REFERRAL_PAPERS: readonly PaperKind[] = [
  {
    code: 'F04', name: '转送函', identifier: 'ReferralLetter', form: '函', addressee: 'unit', typeWord: '信转', version: 1, effects: NO_EFFECT,
    fields: [
      choice('basis', '转送依据', '转送要有依据', {
        own: '第二十二条第一款第（一）项', lower: '第二十二条第一款第（二）项', litigation: '第二十二条第二款', ownSystem: '第二十三条第一款',
      }),
      ...REFERRAL,
    ],
  },
  {
    code: 'F05', name: '交办函', identifier: 'AssignmentLetter', form: '函', addressee: 'unit', typeWord: '信交', version: 1, effects: NO_EFFECT,
    fields: [
      choice('basis', '交办依据', '交办要有依据', { important: '第二十二条第一款第（三）项', ownSystem: '第二十三条第一款' }),
      ...REFERRAL,
      legalDate('reportDueOn', '指定的办理期限', '《信访工作条例》第二十二条：指定期限内反馈结果'),
      line('reportForm', '反馈方式', '告诉承办单位怎样反馈'),
    ],
  },
  {
    code: 'F06', name: '转送（交办）去向告知书', identifier: 'ReferralNotice', form: '函', addressee: 'petitioner', typeWord: '信去告', version: 1,
    effects: notice('DestinationNoticeDispatched'),
    fields: [
      TO,
      RECEIVED,
      line('subject', '反映的事情', '让对方知道说的是哪件事'),
      choice('sentAs', '转送还是交办', '告知去向', { referred: '转送', assigned: '交办' }),
      line('destination', '转到哪个单位', '《信访工作条例》第二十三条：告知转送、交办去向'),
      date('sentOn', '转出日期', '告知去向'),
      line('destinationContact', '该单位的联系方式', '让对方找得到'),
      legalDate('noticeDueOn', '该单位书面告知的最迟日期', '告诉对方15日内会怎样'),
      ...CONTACT,
    ],
  },
  {
    code: 'F12', name: '异议（退回）函', identifier: 'ObjectionLetter', form: '函', addressee: 'unit', typeWord: '信异', version: 1, effects: NO_EFFECT,
    fields: [
      TO,
      line('referralNo', '来函文号或信访事项编号', '说明退的是哪一件'),
      date('arrivedOn', '收到转送（交办）的日期', '异议期限从此起算'),
      text('reasons', '不属于本单位职权的理由', '《信访工作条例》第二十三条：详细说明理由'),
      BASIS,
      line('approvedBy', '审批的负责人', '异议由单位负责人签发'),
      line('proposedUnit', '建议的有权处理单位', '可以提出建议', OPTIONAL),
      ...CONTACT,
    ],
  },
  {
    code: 'F13', name: '异议审核意见', identifier: 'ObjectionDecision', form: '函', addressee: 'unit', typeWord: '信异复', version: 1, effects: NO_EFFECT,
    fields: [
      TO,
      line('objectionNo', '异议函文号', '答复的是哪一件'),
      choice('result', '审核结果', '《信访工作条例》第二十三条：核实同意后交还材料', { upheld: '异议成立', rejected: '异议不成立' }),
      text('reasons', '理由', '同意与否都要说明理由'),
      line('newTarget', '改送的单位', '异议成立后要有着落', OPTIONAL),
      ...CONTACT,
    ],
  },
  {
    code: 'F14', name: '受理机关指定（协调）决定', identifier: 'JurisdictionDecision', form: '文', addressee: 'unit', typeWord: '信定', version: 1, effects: NO_EFFECT,
    fields: [
      TO,
      line('subject', '信访事项', '决定的是哪一件'),
      choice('basis', '决定依据', '决定要有依据', { dispute: '第二十四条第一款', successor: '第二十四条第二款' }),
      text('dispute', '争议情况', '写明争什么'),
      rows('views', '各单位意见', '各方意见都要写到', [line('unit', '单位', '谁的意见'), text('view', '意见', '什么意见')]),
      text('reasons', '决定的理由', '决定要有理由'),
      line('lead', '受理（主办）单位', '只有一个主办单位'),
      lines('coUnits', '协办单位', '协办的单位', OPTIONAL),
      ...CONTACT,
    ],
  },
];
