import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import { choice, date, grounds, long } from '../fields.ts';
import type { ProceduresCommand } from './commands.ts';
import { MILESTONES } from './milestones.ts';

type Name = ProceduresCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const PROCEDURES_NAMES = {
  recordMilestone: '登记其他程序的环节',
  disputeRoute: '登记途径异议',
  confirmRoute: '答复途径异议',
} as const satisfies Record<Name, string>;

const CLERKS = ['unitClerk', 'unitHead'] as const;
/** Whoever takes down at the petition office what a petitioner comes there to say. */
const COUNTER = ['intakeOfficer', 'triageOfficer', 'petitionDeptHead'] as const;

export const PROCEDURES_PERMISSIONS = {
  recordMilestone: { relations: ['handlingUnit'], roles: CLERKS, stages: ['routed'] },
  disputeRoute: { relations: ['petitioner', 'handlingUnit', 'outsideHandlingUnit'], roles: [...CLERKS, ...COUNTER], stages: ['routed'] },
  confirmRoute: { relations: ['handlingUnit'], roles: ['unitHead'], stages: ['routed'] },
} as const satisfies Record<Name, Permission>;

const names = Object.fromEntries(Object.entries(MILESTONES).map(([type, { name }]) => [type, name]));

export const PROCEDURES_FORMS: Readonly<Partial<Record<Name, Form>>> = {
  recordMilestone: {
    label: '登记其他程序的环节',
    ask: '信访不影响那个程序的期限；登记后信访人看得到还剩几天。确定吗？',
    article: '第三十一条',
    fields: [choice('milestone', '哪个环节', names), date('on', '哪天'), long('state', '从哪里得知')],
  },
  disputeRoute: {
    label: '登记途径异议',
    ask: '十五日内答复：认为有理的重新办理，认为无理的写明理由。确定吗？',
    fields: [grounds('信访人怎么说的', '例如：法院不收，说不归它管')],
  },
  confirmRoute: {
    label: '答复途径异议',
    ask: '认为信访人有理的，请用“重新办理”。确定仍走导入的程序吗？',
    article: '第三十一条',
    fields: [grounds('理由', '写明为什么仍应走那个程序，依据什么')],
  },
};
