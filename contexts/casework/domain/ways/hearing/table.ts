import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import type { HearingCommand } from './commands.ts';
import { CLOSED_GROUNDS, HEARING_GROUNDS } from './state.ts';

type Name = HearingCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const HEARING_NAMES = {
  tellHearingRight: '告知可以申请听证',
  applyForHearing: '申请听证',
  declineHearing: '答复听证申请：不举行',
  decideHearing: '决定举行听证',
  scheduleHearing: '定听证日期',
  challengePanel: '申请听证人员回避',
  holdHearing: '记录听证',
  reportHearing: '提交听证报告',
  cancelHearing: '取消听证',
} as const satisfies Record<Name, string>;

const WHERE = ['inProgress', 'underReview', 'underRecheck'] as const;
const OFFICERS = ['unitClerk', 'unitHead', 'reviewOfficer', 'reviewCommittee', 'hearingHost'] as const;
const HEADS = ['unitHead', 'reviewCommittee'] as const;
/** Whoever takes down at the petition office what a petitioner comes there to say. */
const COUNTER = ['intakeOfficer', 'triageOfficer', 'petitionDeptHead'] as const;

export const HEARING_PERMISSIONS = {
  tellHearingRight: { relations: ['answerable'], roles: OFFICERS, stages: WHERE },
  applyForHearing: { relations: ['petitioner', 'answerable', 'outsideHandlingUnit'], roles: [...OFFICERS, ...COUNTER], stages: WHERE },
  declineHearing: { relations: ['answerable'], roles: HEADS, stages: WHERE },
  decideHearing: { relations: ['answerable'], roles: HEADS, stages: WHERE },
  scheduleHearing: { relations: ['answerable'], roles: OFFICERS, stages: WHERE },
  challengePanel: { relations: ['petitioner', 'answerable', 'outsideHandlingUnit'], roles: [...OFFICERS, ...COUNTER, 'hearingMember'], stages: WHERE },
  holdHearing: { relations: ['answerable'], roles: OFFICERS, stages: WHERE },
  reportHearing: { relations: ['answerable'], roles: OFFICERS, stages: WHERE },
  cancelHearing: { relations: ['answerable'], roles: HEADS, stages: WHERE },
} as const satisfies Record<Name, Permission>;

const options = (table: Readonly<Record<string, { readonly name: string }>>) => Object.entries(table).map(([value, { name }]) => ({ value, label: name }));

export const HEARING_FORMS: Readonly<Partial<Record<Name, Form>>> = {
  tellHearingRight: {
    label: '告知可以申请听证',
    ask: '信访人在进度页也看得到。确定吗？',
    article: '第三十一条第六项、第三十六条第二款',
    fields: [{ name: 'told', label: '怎样告知的，向谁申请', kind: 'longText', required: true, minLength: 6 }],
  },
  applyForHearing: {
    label: '登记听证申请',
    ask: '登记信访人提出的听证申请。确定吗？',
    fields: [{ name: 'grounds', label: '为什么要听证', kind: 'longText', required: true, minLength: 6 }],
  },
  declineHearing: {
    label: '不举行听证',
    ask: '信访人申请过听证：不举行的理由会告诉信访人，以后情况变了还可以再申请。确定吗？',
    article: '第三十一条第六项、第三十六条第二款',
    fields: [{ name: 'grounds', label: '为什么不举行听证', kind: 'longText', required: true, minLength: 10, hint: '逐条回应申请的理由' }],
  },
  decideHearing: {
    label: '决定举行听证',
    ask: '只有复核中的第一次听证不计入期限，日数有上限，起止都要书面告知信访人。确定吗？',
    article: '第三十一条第六项、第三十六条第二款',
    fields: [
      { name: 'ground', label: '属于哪一种', kind: 'choice', required: true, options: options(HEARING_GROUNDS) },
      { name: 'grounds', label: '为什么要听证', kind: 'longText', required: true, minLength: 10 },
    ],
  },
  scheduleHearing: {
    label: '定听证日期',
    ask: '听证通知书最迟哪天发出，定下以后看“期限”；通知晚了，听证就要改期。确定吗？',
    fields: [
      { name: 'on', label: '哪天', kind: 'date', required: true },
      { name: 'place', label: '几点，在哪里', kind: 'text', required: true, minLength: 4 },
      { name: 'open', label: '公开举行', kind: 'yesNo', required: true },
      { name: 'closedGround', label: '不公开的理由', kind: 'choice', required: true, options: options(CLOSED_GROUNDS), when: { field: 'open', is: false } },
      { name: 'host', label: '主持人', kind: 'person', required: true, hint: '没有参加本件办理的人员' },
      { name: 'seats', label: '听证员人数（含主持人）', kind: 'number', required: true, max: 15, hint: '三人以上单数' },
      { name: 'members', label: '听证员和记录人的姓名、单位', kind: 'longText', required: true, minLength: 4 },
      { name: 'challenge', label: '怎样、最迟哪天申请回避', kind: 'longText', required: true, minLength: 6 },
    ],
  },
  challengePanel: {
    label: '登记听证人员回避申请',
    ask: '决定以前不能举行听证；决定回避的，要另选人员、重新通知。决定的期限看“期限”。确定吗？',
    article: '第二十八条第三款',
    fields: [
      { name: 'seat', label: '第几席', kind: 'number', max: 15, hint: '1是主持人，其余按听证通知书上的次序；说不清的不填' },
      { name: 'interest', label: '申请谁回避，有什么直接利害关系', kind: 'longText', required: true, minLength: 6 },
      {
        name: 'newGround',
        label: '有新的理由（对这一席以前申请过、没有支持的才用填）',
        kind: 'yesNo',
        hint: '没有新的理由的，由上一级重新看一次，听证照常举行',
      },
    ],
  },
  holdHearing: {
    label: '记录听证',
    ask: '记录后不能修改；听证笔录在“文书”中制作，由到场的人签名。确定吗？',
    fields: [
      { name: 'on', label: '哪天', kind: 'date', required: true },
      { name: 'attended', label: '谁到了场', kind: 'longText', required: true, minLength: 4 },
      { name: 'minutes', label: '各方说了什么', kind: 'longText', required: true, minLength: 10 },
      { name: 'agree', label: '赞成多数意见的票数', kind: 'number', required: true, max: 15 },
      { name: 'disagree', label: '不同意见的票数', kind: 'number', required: true, max: 15 },
      { name: 'dissent', label: '不同意见是什么', kind: 'longText', required: true, minLength: 2, when: { field: 'disagree', over: 0 } },
    ],
  },
  reportHearing: {
    label: '提交听证报告',
    ask: '报告之日起，复核期限接着计算。确定吗？',
    article: '第三十六条第二款',
    fields: [{ name: 'report', label: '查明的事实、评议意见和不同意见', kind: 'longText', required: true, minLength: 10 }],
  },
  cancelHearing: {
    label: '取消听证',
    ask: '取消后，复核期限接着计算；信访人看得到理由。确定吗？',
    fields: [{ name: 'grounds', label: '为什么取消', kind: 'longText', required: true, minLength: 10 }],
  },
};
