import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import { grounds, yesNo } from '../fields.ts';
import type { SimpleCommand } from './commands.ts';

type Name = SimpleCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const SIMPLE_NAMES = { chooseSimple: '按简易程序办理', convertToOrdinary: '转为普通程序' } as const satisfies Record<Name, string>;

export const SIMPLE_PERMISSIONS = {
  chooseSimple: { relations: ['handlingUnit'], roles: ['unitHead'], stages: ['accepted', 'inProgress', 'studying'] },
  convertToOrdinary: { relations: ['handlingUnit'], roles: ['unitHead'], stages: ['accepted', 'inProgress', 'studying'] },
} as const satisfies Record<Name, Permission>;

export const SIMPLE_FORMS: Readonly<Partial<Record<Name, Form>>> = {
  chooseSimple: {
    label: '按简易程序办理',
    ask: '受理之日起十个工作日内答复（默认期限，待核实）；法定的办结期限照常计算。信访人随时可以要求转普通程序。确定吗？',
    fields: [yesNo('noRefusal', '诉求简单、事实清楚，预计没有不支持的诉求')],
  },
  convertToOrdinary: {
    label: '转为普通程序',
    ask: '简易期限停止，办结期限不变，仍从原来的受理之日起算。请另发简易转普通程序告知书。确定吗？',
    fields: [grounds('为什么转为普通程序', '例如：事实有争议，需要调查；信访人要求')],
  },
};
