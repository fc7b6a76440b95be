import type { MatterAction } from '../../actions.ts';
import { newestOf } from '../../clocks.ts';
import { against } from '../../decide/sentences.ts';
import type { Matter } from '../../matter.ts';
import { PETITIONER } from '../../permissions.ts';
import { mustBeAnother } from '../review/another.ts';
import { replaceOfficer } from '../review/deciding.ts';
import { instanceOf, isUnderReview, officerNow, roundOf } from '../review/outcome.ts';
import type { Asked, Conditions, Rules } from '../rule.ts';
import type { CareCommand } from './commands.ts';
import { mustBeItsDecision, passedUp } from './above.ts';
import { isAgain } from './again.ts';
import { barring, recusalsOf, type Recusal } from './state.ts';

const RECUSAL = '第二十八条第三款';
const URGENT = '第二十五条';

export const CARE_CONDITIONS: Conditions<CareCommand> = {
  decideRecusal: isPending,
  passRecusalUp: isPending,
  reportUrgent: ({ matter }) => (newestOf(matter.clocks, 'A12') ? undefined : against('请先“标明重大紧急”，写明情况。', URGENT)),
};

export const CARE_RULES: Rules<CareCommand> = {
  /** A petitioner means whoever has it in hand now, before the organ above its officer; a colleague names anybody, themselves as well. */
  requestRecusal({ person, interest, headConcerned, newGround, by, at }, matter, organs) {
    const inHand = officerNow(matter);
    const challenged = person ?? inHand;
    if (!challenged) throw against(`${instanceOf(matter) === 'handling' ? '还没有确定承办人' : '还没有指定复查（复核）人员'}。请写明申请谁回避。`, RECUSAL);
    if (recusalsOf(matter).some((one) => one.person === challenged && one.state !== 'refused')) {
      throw against('对这名工作人员已经申请回避，不必重复申请。', RECUSAL);
    }
    const unit = by.unit === PETITIONER || challenged === inHand ? (roundOf(matter)?.organ ?? matter.handlingUnit ?? matter.desk ?? '') : by.unit;
    const part = `recusal/${recusalsOf(matter).length + 1}`;
    const again = isAgain(matter, challenged, newGround);
    const requested: MatterAction = { type: 'RecusalRequested', part, person: challenged, unit, interest, ...(again && { again }), by, at };
    return headConcerned || again ? [requested, ...passedUp({ part, unit }, organs, { grounds: interest, by, at })] : [requested];
  },

  passRecusalUp({ no, grounds, by, at }, matter, organs) {
    const request = pendingOf(matter, no);
    if (request.unit !== by.unit) throw against('由被申请人所在的单位报请上一级决定，请与该单位联系。', RECUSAL);
    if (request.above) throw against(`这一项已经报请${organs.nameOf(request.above)}决定，请等决定。`, RECUSAL);
    const up = passedUp(request, organs, { grounds, by, at });
    if (up.length === 0) throw against('名录中没有上一级机关。请由本单位没有利害关系的其他负责人决定；名录不全的，请管理员补上。', RECUSAL);
    return up;
  },

  decideRecusal({ no, recused, successor, grounds, by, at }, matter, organs) {
    const request = pendingOf(matter, no);
    if (request.person === by.person) throw against('不能决定自己的回避，请由本单位其他负责人或者上一级决定。', RECUSAL);
    mustBeItsDecision(request, matter, by.unit, organs);
    const decided: MatterAction = { type: 'RecusalDecided', part: request.part, recused, grounds, by, at };
    if (!recused || officerNow(matter) !== request.person) return [decided];
    if (successor?.person === request.person) throw against('改由承办的不能是同一个人。', RECUSAL);
    if (successor && request.unit !== by.unit) {
      const [what, who] = isUnderReview(matter) ? ['复查（复核）', '复查（复核）机关'] : ['承办', '承办单位'];
      throw against(`换谁${what}，由${who}自己指定；这里只决定回不回避，请把“改由谁承办”空着。`, RECUSAL);
    }
    if (isUnderReview(matter)) return successor ? [decided, ...replaceOfficer({ officer: successor, by, at }, matter)] : [decided]; // named later, before anything is decided
    if (matter.stage !== 'inProgress' && matter.stage !== 'studying') return [decided];
    if (request.unit !== by.unit) return [decided]; // the unit names another of its own before it goes on
    if (!successor) throw against('承办人回避的，请写明改由谁承办，信访人会看到。', RECUSAL);
    mustBeAnother(matter, successor.person);
    if (barring(matter, successor.person)) throw against('改由承办的人自己也已经回避或者正等待回避决定，请指定别人。', RECUSAL);
    return [decided, { type: 'HandlingStarted', handler: successor, noInterest: true, by, at }];
  },

  flagUrgent: ({ what, by, at }) => [{ type: 'UrgencyFlagged', what, by, at }],

  reportUrgent({ to, evidence, by, at }, _, organs) {
    if (to === 'level') return [{ type: 'UrgentReportSent', evidence, by, at }];
    if (!organs.isPetitionDept(by.unit)) throw against('向上一级信访部门和国家信访局报告由信访部门办理；请先报告本级。', '第二十五条第二款');
    return [{ type: 'UrgentReportSentUpward', evidence, by, at }];
  },

  offerHelp: ({ what, by, at }) => [{ type: 'HelpOffered', what, by, at }],
};

function isPending({ matter }: Asked) {
  return recusalsOf(matter).some(({ state }) => state === 'pending') ? undefined : against('没有等待决定的回避申请。', RECUSAL);
}

/** Where one challenge waits, nobody has to count. */
function onlyPending(matter: Matter): Recusal {
  const pending = recusalsOf(matter).filter(({ state }) => state === 'pending');
  if (pending.length === 1) return pending[0]!;
  const nos = pending.map(({ part }) => part.split('/')[1]).join('、');
  throw against(pending.length === 0 ? '没有等待决定的回避申请。' : `有${pending.length}项回避申请在等决定：第${nos}项。请写明决定的是第几项。`, RECUSAL);
}

/** @throws Refusal AgainstRule */
function pendingOf(matter: Matter, no: number | undefined): Recusal {
  if (no === undefined) return onlyPending(matter);
  const request = recusalsOf(matter).find(({ part }) => part === `recusal/${no}`);
  if (request?.state !== 'pending') throw against(`没有第${no}项等待决定的回避申请，请核对。`, RECUSAL);
  return request;
}
