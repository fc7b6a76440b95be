import { against } from '../../decide/sentences.ts';
import { barring } from '../care/state.ts';
import { unanswered } from '../hearing/decide.ts';
import { toldOfSuspension } from '../hearing/state.ts';
import type { Asked, Conditions, Rules } from '../rule.ts';
import type { ReviewCommand } from './commands.ts';
import { admit, decide, extendRound, replaceOfficer } from './deciding.ts';
import { instanceOf, officerNow } from './outcome.ts';
import { PUBLICATION_CONDITIONS, PUBLICATION_RULES } from './publication/decide.ts';
import { canBeReaudited, recordReaudit } from './reaudit.ts';
import { compare, refuse } from './refusing.ts';
import { request, requestConditions } from './requesting.ts';

/** 复查复核 (第三十五条、第三十六条): what the matter has to be for each command, and what follows. */
export const REVIEW_CONDITIONS: Conditions<ReviewCommand> = {
  ...PUBLICATION_CONDITIONS,
  ...requestConditions,
  decideReview: ready,
  decideRecheck: ready,
  compareWithEarlier({ matter, unit, organs }) {
    if (organs.isCongress(unit)) return NOT_BY_CONGRESS;
    if (matter.refusal) return REFUSED_ONCE;
    return matter.comparison ? against('已经对照过，请由另一名工作人员审核。') : undefined;
  },
  recordReaudit: canBeReaudited,
  refuseFurther({ matter, unit, organs }) {
    if (organs.isCongress(unit)) return NOT_BY_CONGRESS;
    if (matter.refusal) return REFUSED_ONCE;
    return matter.comparison ? undefined : against('还没有与先前复核过的一件对照事实和理由。请先对照。', '第三十六条第三款');
  },
};

/** Whoever decides nothing in place of the organ with power does not refuse for it either. */
const NOT_BY_CONGRESS = against(
  '人大常委会及其机构不直接受理、办理具体事项，也不作“不再受理”的决定。请交办有权处理的单位，并要求限期书面反馈。',
  '《各级人民代表大会常务委员会监督法》',
);

/** What was refused and opened again stays open: otherwise whoever refused would have the last word over the re-audit and the organ above (rights R3). */
const REFUSED_ONCE = against('本件不再受理以后又重新办理了，不能再以同一理由不再受理。请照常转送、受理。', '第三十六条第三款');

export const REVIEW_RULES: Rules<ReviewCommand> = {
  ...PUBLICATION_RULES,
  requestReview: request,
  requestRecheck: request,
  admitReview: admit,
  replaceReviewer: replaceOfficer,
  extendReview: extendRound,
  decideReview: decide,
  decideRecheck: decide,
  compareWithEarlier: compare,
  refuseFurther: refuse,
  recordReaudit,
};

/** Nothing is decided while a hearing is open, nor before its end was told (第三十六条第二款, 不变量 49). */
function ready({ matter }: Asked) {
  const officer = officerNow(matter);
  if (!officer) return against('复查（复核）人员已经回避。请先“换复查（复核）人员”，再作出意见。', '第二十八条第三款');
  if (barring(matter, officer)) return against('有人申请复查（复核）人员回避，还没有决定。请先“决定回避”，再作出意见。', '第二十八条第三款');
  const here = (matter.hearings ?? []).filter(({ instance }) => instance === instanceOf(matter));
  if (here.some(({ state }) => state === 'applied')) return unanswered('第三十六条第二款');
  if (here.some(({ state }) => state !== 'reported' && state !== 'cancelled'))
    return against('听证还没有报告，也没有取消。请先了结听证，再作出意见。', '第三十六条第二款');
  return here.every(toldOfSuspension) ? undefined : against('听证期间不计入期限的起止日还没有书面告知信访人。请先发出告知书。', '第三十六条第二款');
}
