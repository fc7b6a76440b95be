import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import { REPEATS } from '../../repeats.ts';
import { choice, grounds, yesNo } from '../fields.ts';
import type { RepeatsCommand } from './commands.ts';

type Name = RepeatsCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const REPEATS_NAMES = { recordRepeat: '和先前的一件对照', appealRepeat: '不同意对照的结论' } as const satisfies Record<Name, string>;

export const REPEATS_PERMISSIONS = {
  recordRepeat: { relations: ['desk', 'assignee'], roles: ['intakeOfficer', 'triageOfficer', 'petitionDeptHead', 'unitClerk', 'unitHead'], stages: 'open' },
  appealRepeat: { relations: ['petitioner'], roles: [], stages: 'any' },
} as const satisfies Record<Name, Permission>;

const kinds = Object.fromEntries(Object.entries(REPEATS).map(([kind, { name, does }]) => [kind, `${name}：${does}`]));

export const REPEATS_FORMS: Readonly<Partial<Record<Name, Form>>> = {
  recordRepeat: {
    label: '和先前的一件对照',
    ask: '只比两件事项，不统计任何人。结论和理由会告诉信访人，他可以不同意，由另一个人重新对照。后面怎么办，在本页另外办理。确定吗？',
    article: '第十九条第三款',
    fields: [
      { name: 'earlier', label: '先前一件的编号', kind: 'matter', required: true },
      yesNo('sameFacts', '事实相同', '看过两件的原文再选'),
      yesNo('sameReasons', '理由相同', '说有新的事实或者理由的，选“否”'),
      yesNo('aboutPromise', '说的是先前答应的没有做到'),
      choice('kind', '是哪一种', kinds, '有新的事实或者理由的，永远不是重复'),
      grounds('怎样对照的', '哪些相同、哪些不同；信访人看得到'),
    ],
  },
};
