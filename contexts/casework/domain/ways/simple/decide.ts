import type { Refusal } from '#kernel/refusal.ts';
import { against } from '../../decide/sentences.ts';
import { hasCoUnits } from '../joint/state.ts';
import type { Asked, Conditions, Rules } from '../rule.ts';
import type { SimpleCommand } from './commands.ts';

const PRACTICE = '国信发〔2016〕8号《信访事项简易办理办法（试行）》（待核实）';

export const SIMPLE_CONDITIONS: Conditions<SimpleCommand> = {
  chooseSimple: mustFit,
  convertToOrdinary: ({ matter }) => (matter.simple === 'chosen' ? undefined : against('本件不在简易程序中，不需要转。', PRACTICE)),
};

export const SIMPLE_RULES: Rules<SimpleCommand> = {
  chooseSimple({ noRefusal, by, at }) {
    if (!noRefusal) throw against('预计有诉求不能支持的，不能按简易程序办理，请按普通程序调查、听取陈述后作出意见。', PRACTICE);
    return [{ type: 'SimpleChosen', by, at }];
  },

  convertToOrdinary: ({ grounds, by, at }) => [{ type: 'ConvertedToOrdinary', grounds, by, at }],
};

/** 诉求简单、事实清楚的初次信访: one person's claim, at one unit, that nobody expects to be refused. */
function mustFit({ matter, law }: Asked): Refusal | undefined {
  const { classification, opening, simple, route } = matter;
  if (simple === 'chosen') return against('本件已经按简易程序办理。', PRACTICE);
  if (simple === 'converted') return against('本件已经转为普通程序，不能再转回简易程序。', PRACTICE);
  if (!classification?.firstTime) return against('不是初次信访，不能按简易程序办理，请按普通程序办理。', PRACTICE);
  if (!classification.simple) return against('甄别时没有列入简易办理范围，请按普通程序办理。', PRACTICE);
  if (route === 'dutyPerformance') return against('依法履行职责类事项有自己的期限，不适用简易程序。', '第三十一条第五项');
  if (hasCoUnits(matter)) return against('有协办单位的事项不能按简易程序办理，请按普通程序办理。', PRACTICE);
  if (law && (opening?.people ?? 1) >= law.limits.collective.people) return against('集体事项不能按简易程序办理，请按普通程序办理。', PRACTICE);
  return undefined;
}
