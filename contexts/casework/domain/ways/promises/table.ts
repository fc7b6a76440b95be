import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import { ASKED, choice, date, grounds, long, number } from '../fields.ts';
import { SIGNED_AS, type PromisesCommand } from './commands.ts';

type Name = PromisesCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const PROMISES_NAMES = {
  signInstruction: '签批办理意见',
  formTaskForce: '成立工作专班',
  meetPetitioner: '登记见面沟通',
  declineMeeting: '登记不需要见面',
  signCommitment: '签订双向承诺书',
  cancelCommitment: '退出双向承诺书',
  makeCommitment: '作出承诺',
  verifyCommitment: '核实承诺',
  releaseCommitment: '解除承诺',
  openGreenChannel: '开通绿色通道',
  submitPreliminaryReport: '反馈初步情况',
  releaseLocalTerm: '解除本地承诺期限',
} as const satisfies Record<Name, string>;

const CLERKS = ['unitClerk', 'unitHead'] as const;
const HEADS = ['unitHead', 'leader'] as const;
const OUTSIDERS = ['supervisor', 'petitionDeptHead', 'triageOfficer', 'unitHead'] as const;
const HOLDERS = ['assignee', 'handlingUnit'] as const;
const IN_HAND = ['awaitingAcceptance', 'accepted', 'inProgress', 'studying'] as const;
const GOING = ['triaged', ...IN_HAND] as const;

export const PROMISES_PERMISSIONS = {
  signInstruction: { relations: HOLDERS, roles: HEADS, stages: IN_HAND },
  formTaskForce: { relations: HOLDERS, roles: HEADS, stages: IN_HAND },
  meetPetitioner: { relations: HOLDERS, roles: CLERKS, stages: IN_HAND },
  declineMeeting: { relations: ['petitioner', ...HOLDERS], roles: CLERKS, stages: IN_HAND },
  signCommitment: { relations: ['petitioner', ...HOLDERS], roles: CLERKS, stages: ['accepted', 'inProgress', 'studying'] },
  cancelCommitment: { relations: ['petitioner', 'outsideHandlingUnit', ...HOLDERS], roles: [...CLERKS, 'triageOfficer', 'petitionDeptHead'], stages: 'any' },
  makeCommitment: { relations: [...HOLDERS, 'superior', 'desk', 'coUnit'], roles: [...CLERKS, 'leader', 'petitionDeptHead'], stages: 'open' },
  verifyCommitment: { relations: ['outsideHandlingUnit'], roles: OUTSIDERS, stages: 'any' },
  releaseCommitment: { relations: ['outsideHandlingUnit'], roles: OUTSIDERS, stages: 'any' },
  openGreenChannel: { relations: ['superior'], roles: HEADS, stages: GOING },
  submitPreliminaryReport: { relations: ['desk', ...HOLDERS], roles: [...CLERKS, 'petitionDeptHead'], stages: 'open' },
  releaseLocalTerm: { relations: ['superior', 'outsideHandlingUnit'], roles: OUTSIDERS, stages: ['accepted', 'inProgress', 'studying'] },
} as const satisfies Record<Name, Permission>;

const ARTICLE = '本地承诺（借鉴潍坊）';

export const PROMISES_FORMS: Readonly<Partial<Record<Name, Form>>> = {
  signInstruction: {
    label: '签批办理意见',
    ask: '批示定责任人和时限，不定处理结果。确定吗？',
    article: ARTICLE,
    fields: [long('instruction', '批示内容', '由谁办、什么时候前办到哪一步')],
  },
  formTaskForce: { label: '成立工作专班', ask: '负责人会告诉信访人。确定吗？', article: ARTICLE, fields: [long('charter', '负责人、成员和分工')] },
  meetPetitioner: {
    label: '登记见面沟通',
    ask: '按本地承诺的日数见面，说清谁来办、怎么办、怎么问。确定吗？',
    article: ARTICLE,
    fields: [date('on', '哪天'), long('record', '谁参加，说了什么')],
  },
  declineMeeting: {
    label: '登记不需要见面',
    ask: '见不见面由信访人定，不见面没有任何影响。确定吗？',
    article: ARTICLE,
    fields: [long('statement', '信访人怎么说的')],
  },
  signCommitment: {
    label: '签订双向承诺书',
    ask: '承诺书印有保留条款：不放弃复查、新事实、投诉拖延和信访的任何权利，信访人没做到也没有后果。确定吗？',
    article: ARTICLE,
    fields: [
      choice('signedAs', '怎样签的', { witnessed: SIGNED_AS.witnessed }), // online it is signed by the petitioner alone
      long('witness', '见证人姓名、单位', '不能是责任单位的人'),
      long('steps', '责任单位承诺做什么', '每一步有日期'),
      date('until', '有效期到哪天', '不晚于办理的最后日期'),
    ],
  },
  cancelCommitment: { label: '退出双向承诺书', ask: '信访人随时可以退出，没有任何影响；责任单位的承诺照常履行。确定吗？', article: ARTICLE, fields: [] },
  makeCommitment: {
    label: '作出承诺',
    ask: '承诺有责任单位、日期，到期由别的单位向信访人核实，过了日期没做到的，列给督查人员。确定吗？',
    article: ARTICLE,
    fields: [
      { name: 'owner', label: '哪个单位承诺', kind: 'unit', required: true, hint: '本单位；不能替别的单位承诺' },
      long('what', '承诺做什么', '写到能够检查，责任人是谁'),
      date('dueOn', '最迟哪天'),
    ],
  },
  verifyCommitment: {
    label: '核实承诺',
    ask: '以信访人的答复为准；没有做到的，按原日期继续；过了日期，列给督查人员决定是否督办。确定吗？',
    article: ARTICLE,
    fields: [number('no', '第几项承诺'), choice('answer', '信访人怎么说', ASKED), long('evidence', '怎样问的，看到了什么')],
  },
  releaseCommitment: { label: '解除承诺', ask: '理由会告诉信访人。确定吗？', article: ARTICLE, fields: [number('no', '第几项承诺'), grounds('为什么解除')] },
  openGreenChannel: {
    label: '开通绿色通道',
    ask: '按本地承诺的日数反馈初步情况、办结；法定期限照常计算，两个日期都显示，先到的亮灯。确定吗？',
    article: ARTICLE,
    fields: [grounds('为什么开通')],
  },
  submitPreliminaryReport: { label: '反馈初步情况', ask: '报给开通绿色通道的领导。确定吗？', article: ARTICLE, fields: [long('report', '初步办理情况')] },
  releaseLocalTerm: {
    label: '解除本地承诺期限',
    ask: '本地承诺的期限停止，法定期限不变；理由会告诉信访人。确定吗？',
    article: ARTICLE,
    fields: [grounds('为什么做不到')],
  },
};
