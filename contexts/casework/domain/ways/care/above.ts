import type { MatterAction } from '../../actions.ts';
import { against } from '../../decide/sentences.ts';
import type { Matter } from '../../matter.ts';
import type { Organs } from '../../organs.ts';
import { decidesChallengeOnly } from '../../permissions.ts';
import { deciderOf, type Recusal } from './state.ts';

/**
 * 第二十八条第三款 says who stands aside and not who decides it; the head of the
 * unit does (山东省信访条例第十七条, as a model). Nobody decides for themselves: where the
 * head is challenged, or has the interest as well, it is the organ above (P).
 */
export function passedUp(
  { part, unit }: Pick<Recusal, 'part' | 'unit'>,
  organs: Organs,
  more: Pick<Extract<MatterAction, { type: 'RecusalPassedUp' }>, 'grounds' | 'by' | 'at'>,
): MatterAction[] {
  const to = organs.superiorOf(unit);
  return to ? [{ type: 'RecusalPassedUp', part, to, ...more }] : []; // above the last level another head of the same unit decides
}

/** The unit of whoever is challenged, or the organ above it where it knows the matter anyway; once it was passed up, only that one. */
export function mustBeItsDecision(request: Recusal, matter: Matter, unit: string, organs: Organs): void {
  if (deciderOf(request) === unit) return;
  if (request.above) throw against(`这一项已经报请${organs.nameOf(request.above)}决定，请等决定。`, '第二十八条第三款');
  const isAbove = organs.superiorOf(request.unit) === unit && !decidesChallengeOnly(matter, unit, organs);
  if (!isAbove) throw against('回避由被申请人所在单位的负责人或者上一级决定。', '第二十八条第三款');
}
