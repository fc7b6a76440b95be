import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import type { SealingCommand } from './commands.ts';

type Name = SealingCommand['type'];

/** How it is called, who may ask for it and when, and what a person fills in. */
export const SEALING_NAMES = { moveToSealed: '移入密件' } as const satisfies Record<Name, string>;

/** Any organ that finds an accusation (lifecycle 9), at whatever stage it finds it. */
export const SEALING_PERMISSIONS = {
  moveToSealed: {
    relations: ['desk', 'assignee', 'handlingUnit'],
    roles: ['triageOfficer', 'intakeOfficer', 'petitionDeptHead', 'unitClerk', 'unitHead'],
    stages: 'any',
  },
} as const satisfies Record<Name, Permission>;

export const SEALING_FORMS: Readonly<Partial<Record<Name, Form>>> = {
  moveToSealed: {
    label: '移入密件',
    ask: '办理中发现这是检举控告：本件连同原来的来件、附件和文书全部移入密件，普通一侧删除，各单位不再看得到。移错了的，只有接收的机关写明不是检举控告才转得回来，期限不重新算。其中还有别的请求的，请先另行登记（收到的日期照原来的写，不写检举的内容）。确定吗？',
    article: '第三十条',
    fields: [],
  },
};
