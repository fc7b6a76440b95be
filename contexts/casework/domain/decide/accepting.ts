import { dateInChina } from '#kernel/dates.ts';
import type { MatterAction } from '../actions.ts';
import type { MatterCommand } from '../commands.ts';
import { OTHER_PROCEDURES, DECLINE_REASONS } from '../reasons.ts';
import { ROUTES } from '../kinds.ts';
import { currentAssignment, type Matter } from '../matter.ts';
import { barring } from '../ways/care/state.ts';
import { wayOf } from '../ways/procedures/guide.ts';
import { mustBeAnother } from '../ways/review/another.ts';
import { against } from './sentences.ts';

type Of<Type extends MatterCommand['type']> = Extract<MatterCommand, { type: Type }>;

/** What the unit answers: it takes the matter on, leads it elsewhere, or declines for a listed reason (第二十三条、第三十一条). */
export const accepting = {
  accept({ route, claims, by, at }: Of<'accept'>, matter: Matter): MatterAction[] {
    const { kind, litigation } = mustBeClassified(matter);
    if (kind === 'claim' && !route) throw against('请先按第三十一条确定办理途径。', '第三十一条');
    if (kind === 'claim' && route && OTHER_PROCEDURES.includes(route)) throw against('第三十一条第一至四项不受理，请“导入其他程序”。', '第三十一条');
    if (kind === 'claim' && litigation) throw against('涉法涉诉事项不按信访程序受理，请导入诉讼等程序。', '第二十八条第二款');
    const items = claims && claims.length > 0 ? claims : matter.claims;
    if (items.length === 0) throw against('还没有列出诉求。请逐项写明诉求后再受理。', '第三十二条');
    return [{ type: 'MatterAccepted', route: kind === 'claim' && route ? route : null, claims: items, by, at }];
  },

  routeToProcedure({ route, guide, organ, term, reviewer, grounds, by, at }: Of<'routeToProcedure'>, matter: Matter): MatterAction[] {
    mustBeClassified(matter);
    if (!OTHER_PROCEDURES.includes(route)) throw against(`“${ROUTES[route].name}”不是其他程序，请受理后办理。`, ROUTES[route].item);
    const way = wayOf(guide);
    if (way && way.route !== route) throw against(`“${way.claim}”在指引中属于${ROUTES[way.route].name}，与所选的途径不一致，请核对。`, ROUTES[way.route].item);
    if (reviewer === by.person) throw against('导入其他程序须经另一名合法性审查人员审查，不能由决定人自己审查。', '第三十一条');
    return [{ type: 'MatterRouted', route, ...(guide && { guide }), organ, term, reviewer, grounds, by, at }];
  },

  decline({ reason, remedy, grounds, by, at }: Of<'decline'>, matter: Matter): MatterAction[] {
    const referred = currentAssignment(matter)?.to === by.unit;
    if (reason === 'outsideOwnAndSystem' && referred) {
      throw against('转送、交办来的事项不属于本单位职权的，请在五个工作日内提出异议，不能不予受理。', '第二十三条第三款');
    }
    if (!(reason in DECLINE_REASONS)) throw against('不予受理的理由不在法定范围内，请从列出的理由中选择。', '第二十三条');
    return [{ type: 'MatterDeclined', reason, remedy, grounds, by, at }];
  },

  reopen: ({ grounds, by, at }: Of<'reopen'>): MatterAction[] => [{ type: 'MatterReopened', grounds, by, at }],

  checkOtherProcedure({ ended, state, by, at }: Of<'checkOtherProcedure'>): MatterAction[] {
    if (!ended) return [{ type: 'OtherProcedureChecked', state, by, at }];
    return [
      { type: 'OtherProcedureEnded', state, by, at },
      { type: 'MatterConcluded', reason: 'otherProcedureEnded', by, at },
    ];
  },

  startHandling({ handler, by, at }: Of<'startHandling'>, matter: Matter): MatterAction[] {
    mustBeAnother(matter, handler.person);
    if (barring(matter, handler.person)) throw against('这名工作人员已经回避或者正等待回避决定，请指定别人承办。', '第二十八条第三款');
    return [{ type: 'HandlingStarted', handler, noInterest: true, by, at }];
  },
};

export function mustBeClassified({ classification }: Matter) {
  if (!classification) throw against('本件还没有甄别种类，请先甄别。');
  return classification;
}

/** A date that somebody writes down for something that was done: neither in the future nor before the matter came. */
export function mustHaveHappened(on: string, at: Date, matter: Matter, what: string): void {
  if (on > dateInChina(at)) throw against(`${what}的日期晚于今天，请核对。`);
  if (matter.firstReceipt && on < matter.firstReceipt) throw against(`${what}的日期早于收到本件的日期（${matter.firstReceipt}），请核对。`);
}
