import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import { choice, date, grounds, long, optional, when, yesNo } from '../fields.ts';
import { FREE_WILL, type WithdrawalCommand } from './commands.ts';

type Name = WithdrawalCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const WITHDRAWAL_NAMES = {
  requestWithdrawal: '登记撤回申请',
  confirmWithdrawal: '回访确认撤回',
  undoWithdraw: '取消撤回',
  lapseWithdrawal: '反悔期限届满',
  recordNoSuccessor: '没有承继人办结',
} as const satisfies Record<Name, string>;

const DESKS = ['triageOfficer', 'intakeOfficer', 'petitionDeptHead', 'unitClerk', 'unitHead'] as const;
const HOLDERS = ['desk', 'assignee', 'handlingUnit'] as const;

export const WITHDRAWAL_PERMISSIONS = {
  requestWithdrawal: { relations: ['petitioner', ...HOLDERS], roles: DESKS, stages: 'open' },
  confirmWithdrawal: { relations: ['outsideHandlingUnit'], roles: ['triageOfficer', 'petitionDeptHead', 'supervisor', 'unitHead'], stages: 'open' },
  undoWithdraw: { relations: ['petitioner', 'outsideHandlingUnit', ...HOLDERS], roles: DESKS, stages: ['withdrawn'] },
  lapseWithdrawal: { relations: ['system'], roles: [], stages: ['withdrawn'] },
  recordNoSuccessor: { relations: HOLDERS, roles: ['unitHead', 'petitionDeptHead'], stages: 'open' },
} as const satisfies Record<Name, Permission>;

export const WITHDRAWAL_FORMS: Readonly<Partial<Record<Name, Form>>> = {
  requestWithdrawal: {
    label: '登记撤回申请',
    ask: '撤回只能由信访人自己提出。登记后照常办理，等承办单位以外的人回访确认。确定吗？',
    fields: [long('statement', '信访人怎么说的', '原话；当面、来信还是电话')],
  },
  confirmWithdrawal: {
    label: '回访确认撤回',
    ask: '要由承办单位以外的人打电话或者当面问：是不是自愿，有没有人施压或者许了条件。确认后各项期限停止，三十日内可以反悔。退回重新办理的同时请求复核的，撤回的只是复核申请，重新办理照常进行。确定吗？',
    fields: [
      choice('answer', '信访人的回答', FREE_WILL),
      long('record', '回访记录', '什么时候、怎样问的、怎样答的'),
      optional(
        when(
          'answer',
          'free',
          yesNo(
            'everybody',
            '几个人共同提出的：不在名册上的人也逐一问过，都同意',
            '名册上的人各凭自己的查询码答复。有一个人不同意或者没有问到的，本件照常办理',
          ),
        ),
      ),
      when('answer', 'free', yesNo('publicInterest', '涉及公共利益，撤回后单位仍要继续履行职责')),
      when('publicInterest', true, long('duty', '还要继续做什么')),
      when('publicInterest', true, date('dutyDueOn', '最迟哪天')),
    ],
  },
  undoWithdraw: {
    label: '取消撤回',
    ask: '本件回到撤回前的环节，各项期限按原来的日期接着算。确定吗？',
    fields: [long('statement', '信访人怎么说的')],
  },
  recordNoSuccessor: {
    label: '没有承继人办结',
    ask: '只有地方法规明文规定的才可以这样办结，并须经合法性审查。确定吗？',
    fields: [{ name: 'reviewer', label: '合法性审查人员', kind: 'person', required: true }, grounds('死亡或者终止的证明，怎样查找过承继人')],
  },
};
