import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import { choice, grounds, long, number, optional, yesNo } from '../fields.ts';
import { URGENT_TO, type CareCommand } from './commands.ts';

type Name = CareCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const CARE_NAMES = {
  requestRecusal: '申请回避',
  passRecusalUp: '回避报请上一级决定',
  decideRecusal: '决定回避',
  flagUrgent: '标明重大紧急',
  reportUrgent: '登记紧急报告',
  offerHelp: '告知帮扶',
} as const satisfies Record<Name, string>;

const STAFF = ['triageOfficer', 'intakeOfficer', 'petitionDeptHead', 'unitClerk', 'unitHead'] as const;
const HOLDERS = ['desk', 'assignee', 'handlingUnit', 'coUnit'] as const;

export const CARE_PERMISSIONS = {
  requestRecusal: {
    relations: ['petitioner', ...HOLDERS, 'answerable', 'outsideHandlingUnit'],
    roles: [...STAFF, 'reviewOfficer', 'hearingHost', 'hearingMember'],
    stages: 'open',
  },
  passRecusalUp: { relations: [...HOLDERS, 'answerable', 'challengedUnit'], roles: [...STAFF, 'reviewOfficer', 'reviewCommittee'], stages: 'open' },
  decideRecusal: {
    relations: [...HOLDERS, 'superior', 'answerable', 'challengedUnit', 'aboveChallenged'],
    roles: ['unitHead', 'petitionDeptHead', 'reviewCommittee'],
    stages: 'open',
  },
  flagUrgent: { relations: HOLDERS, roles: STAFF, stages: 'open' },
  reportUrgent: { relations: ['desk', 'assignee', 'handlingUnit', 'outsideHandlingUnit'], roles: STAFF, stages: 'open' },
  offerHelp: { relations: [...HOLDERS, 'superior', 'outsideHandlingUnit'], roles: [...STAFF, 'reliefOfficer'], stages: 'any' },
} as const satisfies Record<Name, Permission>;

export const CARE_FORMS: Readonly<Partial<Record<Name, Form>>> = {
  requestRecusal: {
    label: '申请回避',
    ask: '三个工作日内决定；决定前该工作人员不能办理本件。以前申请过、没有支持，又没有新的理由的，由上一级重新看一次，其间照常办理。确定吗？',
    article: '第二十八条第三款',
    fields: [
      optional({ name: 'person', label: '申请谁回避（不选为现在的承办人或者复查、复核人员）', kind: 'person' }),
      long('interest', '有什么直接利害关系'),
      optional(
        yesNo(
          'newGround',
          '有新的理由（以前申请过同一个人、没有支持的才用填）',
          '选“是”的，决定前该工作人员不办理本件；没有新的理由的，由上一级重新看一次，照常办理',
        ),
      ),
      optional(yesNo('headConcerned', '单位负责人就是被申请人，或者也有利害关系（由上一级决定）')),
    ],
  },
  passRecusalUp: {
    label: '回避报请上一级决定',
    ask: '负责人自己被申请回避，或者也有利害关系的，由上一级决定；本单位不再决定这一项，三个工作日照算。确定吗？',
    article: '第二十八条第三款',
    fields: [optional(number('no', '第几项申请', '只有一项等着决定的，不用填')), grounds('负责人有什么利害关系，为什么本单位不能决定')],
  },
  decideRecusal: {
    label: '决定回避',
    ask: '决定和理由会告诉信访人。确定吗？',
    article: '第二十八条第三款',
    fields: [
      optional(number('no', '第几项申请', '只有一项等着决定的，不用填')),
      yesNo('recused', '应当回避'),
      optional({
        name: 'successor',
        label: '改由谁承办（本单位决定承办人回避的必填）',
        kind: 'contact',
        hint: '复查、复核人员回避的，可以现在写明，也可以随后另外指定；上一级决定的，不填，由承办单位，复查、复核机关随后指定',
        when: { field: 'recused', is: true },
      }),
      grounds('理由'),
    ],
  },
  flagUrgent: {
    label: '标明重大紧急',
    ask: '一小时内报告本级，信访部门两小时内上报（默认期限）；本件的各项期限照常计算。只标事情，不标人。确定吗？',
    article: '第二十五条',
    fields: [long('what', '什么情况，可能有什么影响')],
  },
  reportUrgent: {
    label: '登记紧急报告',
    ask: '登记后不能修改。确定吗？',
    article: '第二十五条',
    fields: [choice('to', '报告给谁', URGENT_TO), long('evidence', '什么时候、怎样报告的，谁接的')],
  },
  offerHelp: {
    label: '告知帮扶',
    ask: '只是告知，自愿申请；接不接受都不登记，也不影响本件办理。确定吗？',
    article: '第三十七条第二款、第三款',
    fields: [long('what', '告知了哪些帮扶，怎样申请')],
  },
};
