import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import { long, number, optional } from '../fields.ts';
import type { CollectiveCommand } from './commands.ts';

type Name = CollectiveCommand['type'];

/** How each is called, who may ask for it and when. Joining, leaving and signing have no form and no staff: each is the person's own act (不变量 26, rights R7). */
export const COLLECTIVE_NAMES = {
  openRoster: '开设名册',
  joinRoster: '加入名册',
  leaveRoster: '退出名册',
  answerWithdrawal: '答复代表的撤回',
  signAsMember: '为自己签双向承诺书',
  cancelAsMember: '退出自己签的双向承诺书',
} as const satisfies Record<Name, string>;

export const COLLECTIVE_PERMISSIONS = {
  openRoster: { relations: ['petitioner', 'desk'], roles: ['intakeOfficer', 'triageOfficer', 'petitionDeptHead', 'unitClerk', 'unitHead'], stages: 'open' },
  joinRoster: { relations: ['petitioner'], roles: [], stages: 'open' },
  leaveRoster: { relations: ['petitioner'], roles: [], stages: 'any' },
  answerWithdrawal: { relations: ['petitioner'], roles: [], stages: 'open' },
  signAsMember: { relations: ['petitioner'], roles: [], stages: ['accepted', 'inProgress', 'studying'] },
  cancelAsMember: { relations: ['petitioner'], roles: [], stages: 'any' },
} as const satisfies Record<Name, Permission>;

export const COLLECTIVE_FORMS: Readonly<Partial<Record<Name, Form>>> = {
  openRoster: {
    label: '开设名册',
    ask: '加入码只显示在代表的查询页上，由代表交给各人；每个人自己加入、随时自己退出，工作人员不能添加姓名，也看不到名单。再开一次，就换一个加入码。回复送到代表，由代表转告各人。确定吗？',
    article: '第二十条第三款',
    fields: [
      number('representatives', '推选的代表几人', '来访的最多5人；来信、网上提出的不限'),
      optional(long('election', '怎样推选的', '推选书或者当面确认的情况，不必写其他成员的姓名')),
    ],
  },
};
