import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import { ASKED, choice, date, grounds, long, optional, yesNo } from '../fields.ts';
import type { AgreementCommand } from './commands.ts';
import { AGREEMENT_FORMS_OF } from './state.ts';

type Name = AgreementCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const AGREEMENT_NAMES = {
  startMediation: '开始调解',
  failMediation: '登记调解不成',
  offerAgreement: '把协议送各人答复',
  answerAgreement: '答复协议',
  signAgreement: '登记签订协议',
  recordAgreementEffect: '登记协议生效',
  applyConfirmation: '登记申请司法确认',
  performAgreement: '核实协议履行',
} as const satisfies Record<Name, string>;

const MEDIATORS = ['unitClerk', 'unitHead', 'mediator'] as const;

export const AGREEMENT_PERMISSIONS = {
  startMediation: { relations: ['handlingUnit'], roles: MEDIATORS, stages: ['inProgress'] },
  failMediation: { relations: ['handlingUnit'], roles: MEDIATORS, stages: ['inProgress'] },
  offerAgreement: { relations: ['handlingUnit'], roles: MEDIATORS, stages: ['inProgress'] },
  answerAgreement: { relations: ['petitioner'], roles: [], stages: ['inProgress'] },
  signAgreement: { relations: ['handlingUnit'], roles: MEDIATORS, stages: ['inProgress'] },
  recordAgreementEffect: { relations: ['handlingUnit'], roles: MEDIATORS, stages: ['agreed'] },
  applyConfirmation: { relations: ['handlingUnit', 'petitioner'], roles: MEDIATORS, stages: ['agreed'] },
  performAgreement: { relations: ['outsideHandlingUnit'], roles: ['supervisor', 'triageOfficer', 'petitionDeptHead', 'unitHead'], stages: ['agreed'] },
} as const satisfies Record<Name, Permission>;

export const AGREEMENT_FORMS: Readonly<Partial<Record<Name, Form>>> = {
  startMediation: {
    label: '开始调解',
    ask: '调解期间办结期限不停。调解不成的，照常作出处理意见。确定吗？',
    article: '第三十三条',
    fields: [
      yesNo('petitionerConsents', '信访人同意调解'),
      yesNo('otherConsents', '对方同意调解'),
      yesNo('discretion', '属于自由裁量范围，不违反强制性规定'),
      long('record', '双方怎样同意的', '哪天、怎样问的、由谁调解'),
    ],
  },
  failMediation: { label: '登记调解不成', ask: '继续办理，期限不变。确定吗？', article: '第三十三条', fields: [grounds('为什么没有达成一致')] },
  offerAgreement: {
    label: '把协议送各人答复',
    ask: '几个人共同提出的，代表不能替别人签：名册上的人各凭自己的查询码看到下面的内容，自己答复同意还是不同意；不答复的不算同意，照常办理。改了内容的，要重新送。确定吗？',
    article: '第三十三条',
    fields: [choice('form', '调解还是和解', AGREEMENT_FORMS_OF), long('terms', '协议内容、方式', '各人看到的就是这些字'), date('dueOn', '最迟哪天履行完')],
  },
  signAgreement: {
    label: '登记签订协议',
    ask: '签订后办结期限停止，改按协议的日期督促履行；没有履行的，办结期限按原来的日期接着算。几个人共同提出的，只算签了的和自己答复同意的人；不是每个人都同意的，对其余的人照常办理，办结期限不停。确定吗？',
    article: '第三十三条',
    fields: [
      choice('form', '调解还是和解', AGREEMENT_FORMS_OF),
      yesNo('petitionerFree', '信访人是自愿的'),
      yesNo('otherFree', '对方是自愿的'),
      long('terms', '协议内容、方式'),
      date('dueOn', '最迟哪天履行完', '几个人共同提出的，与送各人答复的日期一致'),
      {
        name: 'performingUnit',
        label: '由哪个单位履行（本单位履行的不选）',
        kind: 'unit',
        hint: '它在工作台看到要履行什么、最迟哪天，做完由它报告；督促仍由本单位负责',
      },
      {
        name: 'scan',
        label: '双方签了字的协议书',
        kind: 'files',
        required: true,
        hint: '扫描件或者照片，每个不超过20 MB。在本系统里制作协议书的，请到“文书”签发，不用在这里登记',
      },
      optional(
        yesNo('everybody', '几个人共同提出的：不在名册上的人也逐一问过，都同意', '名册上的人各凭自己的查询码答复。有一个人不同意或者没有问到的，对他照常办理'),
      ),
    ],
  },
  recordAgreementEffect: {
    label: '登记协议生效',
    ask: '生效之日起三十日内双方可以共同申请司法确认，申请与否不影响履行。请告知双方。确定吗？',
    article: '人民调解法第三十三条',
    fields: [date('on', '哪天生效', '一般为双方签字之日；签字早于登记的，填签字那天，三十日从那天算')],
  },
  applyConfirmation: {
    label: '登记申请司法确认',
    ask: '登记双方已经共同申请。确定吗？',
    article: '人民调解法第三十三条',
    fields: [date('on', '哪天申请'), long('court', '向哪个人民法院申请')],
  },
  performAgreement: {
    label: '核实协议履行',
    ask: '以信访人的答复为准：说做到了，本件办结；说没有做到，回到办理中，期限按原来的日期。确定吗？',
    article: '第三十三条',
    fields: [choice('answer', '信访人怎么说', ASKED), long('evidence', '怎样问的，看到了什么')],
  },
};
