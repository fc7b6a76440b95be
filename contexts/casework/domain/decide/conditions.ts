import type { Refusal } from '#kernel/refusal.ts';
import { newestOf } from '../clocks.ts';
import type { CommandType } from '../commands.ts';
import { supports, type Matter } from '../matter.ts';
import { mayCorrect } from './correcting.ts';
import { against, tooLate } from './sentences.ts';
import { REVIEW_CONDITIONS } from '../ways/review/decide.ts';
import { HEARING_CONDITIONS, openHearing, unanswered, unfinished } from '../ways/hearing/decide.ts';
import { SIMPLE_CONDITIONS } from '../ways/simple/decide.ts';
import { JOINT_CONDITIONS } from '../ways/joint/decide.ts';
import { WITHDRAWAL_CONDITIONS } from '../ways/withdrawal/decide.ts';
import { AGREEMENT_CONDITIONS } from '../ways/agreement/decide.ts';
import { PROMISES_CONDITIONS } from '../ways/promises/decide.ts';
import { CARE_CONDITIONS } from '../ways/care/decide.ts';
import { barring } from '../ways/care/state.ts';
import { SEALING_CONDITIONS } from '../ways/sealing/decide.ts';
import { REPEATS_CONDITIONS } from '../ways/repeats/decide.ts';
import { COLLECTIVE_CONDITIONS } from '../ways/collective/decide.ts';
import { PROCEDURES_CONDITIONS } from '../ways/procedures/decide.ts';
import { mustHaveHeardCoUnits } from '../ways/joint/decide.ts';
import type { Asked, Condition } from '../ways/rule.ts';
import { CONGRESS_CONDITIONS } from '../ways/congress/decide.ts';

const isLitigant = ({ classification, opening }: Matter) => classification?.litigation === true && opening?.channel === 'visit';

/** A congress registers, hands on, and asks for a written answer; it decides no matter in place of the organ with power. */
const CONGRESS = against('人大常委会及其机构不直接受理、办理具体事项。请交办有权处理的单位，并要求限期书面反馈。', '《各级人民代表大会常务委员会监督法》');

/** For whoever brought it a no from an organ without power is an end for nothing: each lawful reason of 4.2 has another act here that keeps the matter alive (P). */
const NOT_DECLINED = against(
  '人大常委会及其机构不作“不予受理”的决定。有权处理的是别的单位的，请转送、交办，或者制作引导告知单告诉信访人向谁提出；同一件已经在办的，请并案；别处转送来的，请在五个工作日内提出异议；过了期限的，请告诉转送单位，由它收回，改送有权处理的单位。',
  '第二十三条',
);

export const CONDITIONS: Readonly<Partial<Record<CommandType, Condition>>> = {
  /** A petition department guides nobody away, save a visitor with a claim for the courts (不变量 52). */
  guideElsewhere({ matter, unit, organs }) {
    if (!organs.isPetitionDept(unit)) return against('不属于本单位及本系统职权的，请制作引导告知单并登记发出凭证。', '第二十三条第一款');
    return isLitigant(matter) ? undefined : against('信访部门只能引导来访反映涉法涉诉事项的群众；其他事项应当转送、交办有权处理的单位。', '第二十二条');
  },

  classify: ({ matter }) => (matter.classification ? against('本件已经甄别。种类、途径不对的，请在受理时另定途径，或者在意见作出以后更正。') : undefined),

  passDown: ({ unit, organs }) =>
    organs.isPetitionDept(unit) ? undefined : against('只能在信访部门之间转交；交给有权处理的单位请用转送或者交办。', '第二十二条第一款'),

  raiseObjection({ matter, unit, organs, today }) {
    if (matter.assignments.length === 0)
      return against('本件是本单位直接收到的，没有转送单位可以提异议。不归本单位管的，请制作引导告知单。', '第二十三条第一款');
    if (matter.joint?.decided) return against('受理单位已经由上级或者联席会议决定，不能再提异议。请受理。', '第二十四条第一款');
    if (matter.objectors.includes(unit)) return against('本单位对本件已经提过一次异议。仍有不同意见的，请报请共同的上一级机关决定。', '第二十三条第三款');
    const window = newestOf(matter.clocks, 'A07');
    if (window && !window.stoppedOn && today <= window.legalOn) return undefined;
    const until = window ? `，已于${window.legalOn}届满` : '';
    if (organs.isCongress(unit))
      return tooLate(`提出异议的期限是收到之日起五个工作日${until}。请告诉转送单位，由它收回，改送有权处理的单位（“改派”）。`, '第二十三条第三款');
    return tooLate(`提出异议的期限是收到之日起五个工作日${until}。请先受理并告知；确需改派的，报上一级机关决定。`, '第二十三条第三款');
  },

  accept({ unit, organs }) {
    if (organs.isPetitionDept(unit)) return against('信访部门不受理具体事项，请转送、交办有权处理的单位。', '第二十二条');
    return organs.isCongress(unit) ? CONGRESS : undefined;
  },
  decline({ unit, organs }) {
    if (organs.isPetitionDept(unit)) return against('信访部门不得拒收、不予受理，应当登记后转送、交办。', '第二十二条');
    return organs.isCongress(unit) ? NOT_DECLINED : undefined;
  },

  routeToProcedure({ matter, unit, organs }) {
    if (organs.isPetitionDept(unit)) return against('信访部门不能导入其他程序，应当转送、交办有权处理的单位。', '第二十二条');
    if (organs.isCongress(unit)) return CONGRESS;
    if (matter.classification?.kind === 'suggestion') return against('只有申诉求决类事项可以导入其他程序。', '第三十一条');
    if (openHearing(matter, 'applied')) return unanswered('第三十一条第六项');
    return matter.stage === 'inProgress' ? unfinished(matter, '第三十一条第六项') : undefined;
  },

  extend({ matter, today }) {
    const answer = newestOf(matter.clocks, 'A14');
    if (matter.extended) return against('办理期限只能延长一次，本件已经延长过。请在期限内作出处理意见。', '第三十四条');
    if (!answer) return against('本件没有办结期限在走，不需要延期。', '第三十四条');
    if (answer.stoppedOn) return against('重新作出意见的期限不能延长。请在指定的日期前作出。', '第三十四条');
    if (today <= answer.legalOn) return undefined;
    return tooLate(`办结期限已于${answer.legalOn}届满，不能再延期。请尽快作出处理意见，并向信访人说明。`, '第三十四条');
  },

  issueOpinion(asked) {
    const { matter } = asked;
    if (matter.route === 'dutyPerformance') return against('依法履行职责类事项不出处理意见书，请出具履行职责答复书。', '第三十一条第五项');
    if (!matter.handler) return against('责令重新作出的，请先指定另一名承办人。', '第三十五条');
    if (hasStoodAside(matter)) return STOOD_ASIDE;
    if (matter.investigations === 0) return against('还没有调查核实的记录。请先记录调查，再出具处理意见。', '第三十一条第六项');
    if (matter.statements === 0) return against('还没有听取信访人陈述的记录（信访人拒绝的，也要记录）。请先记录。', '第三十一条第六项');
    if (openHearing(matter, 'applied')) return unanswered('第三十一条第六项');
    return unfinished(matter, '第三十一条第六项') ?? mustHaveHeardCoUnits(asked);
  },

  correct: mayCorrect,

  startHandling: ({ matter }) =>
    matter.stage !== 'accepted' && matter.handler && !hasStoodAside(matter)
      ? against('承办人已经指定，正在办理。要换人的，请在本单位内调整后由上一级改派。')
      : undefined,

  replySuggestion: ({ matter }) => (hasStoodAside(matter) ? STOOD_ASIDE : undefined),
  performDuty: isDuty,
  replyDuty(asked) {
    const { matter } = asked;
    if (hasStoodAside(matter)) return STOOD_ASIDE;
    if (openHearing(matter, 'applied')) return unanswered('第三十一条第五项');
    return isDuty(asked) ?? unfinished(matter, '第三十一条第五项');
  },
  decideReward: ({ matter }) => (matter.reply?.contribution ? undefined : against('答复中没有认定有贡献，不需要决定奖励。', '第二十九条第二款')),
  reportCompletion: ({ matter }) => (matter.report === 'due' ? undefined : against('本件没有待报送的办结报告。', '第二十二条第一款第三项')),
  checkReport: ({ matter }) => (matter.report === 'reported' ? undefined : against('没有待审核的办结报告。')),

  recordToldLater: ({ matter }) =>
    newestOf(matter.clocks, 'A04') && !newestOf(matter.clocks, 'A04')?.stoppedOn ? undefined : against('本件不需要当场书面告知。', '第二十三条第二款'),

  /** What was owed under the query code stays owed when a way to write is told later: it is posted, and written as well. */
  postStatus: ({ matter }) =>
    matter.opening?.contactKnown && !stillOwed(matter, 'A48') ? against('信访人有联系方式，应当书面送达，不能只凭查询码公布。', '第二十三条第二款') : undefined,

  reportPerformance({ matter }) {
    if (matter.stage === 'agreed') return undefined; // what was promised in an agreement is always something to perform
    if (!owesPerformance(matter)) return against('处理意见没有支持的诉求，没有需要落实的事项。', '第三十二条第二款');
    return matter.performance === 'verified' ? against('已经向信访人核实落实，不需要再报告。', '第三十二条第二款') : undefined;
  },

  verifyPerformance({ matter }) {
    if (!owesPerformance(matter)) return against('处理意见没有支持的诉求，没有需要核实的事项。', '第三十二条第二款');
    return matter.performance === 'reported' ? undefined : against('办理单位还没有报告落实情况，请先催办。');
  },

  conclude({ matter }) {
    if (matter.stage === 'routed') return against('其他程序结束后，请在“跟踪其他程序”中登记结果，系统随之办结。');
    if (matter.stage === 'replied') return against('答复送达后自动办结，请登记送达。', '第二十九条');
    if (matter.performance !== 'verified') return against('支持的诉求还没有核实落实，不能办结。', '第三十二条第二款');
    return matter.lapsed || matter.recheck?.deliveredOn ? undefined : against('申请复查的期限还没有届满，不能办结。', '第三十五条');
  },
  ...REVIEW_CONDITIONS,
  ...HEARING_CONDITIONS,
  ...SIMPLE_CONDITIONS,
  ...JOINT_CONDITIONS,
  ...WITHDRAWAL_CONDITIONS,
  ...AGREEMENT_CONDITIONS,
  ...PROMISES_CONDITIONS,
  ...CARE_CONDITIONS,
  ...CONGRESS_CONDITIONS,
  ...PROCEDURES_CONDITIONS,
  ...SEALING_CONDITIONS,
  ...COLLECTIVE_CONDITIONS,
  ...REPEATS_CONDITIONS,
};

const stillOwed = ({ clocks }: Matter, clock: 'A48'): boolean => Object.values(clocks).some((one) => one.clock === clock && !one.stoppedOn);

const STOOD_ASIDE = against('承办人已经回避。请先指定另一名承办人（“开始办理”），再作答复。', '第二十八条第三款');

/** Recused after the opinion, when nobody had to go on with it at once: whoever goes on with it now is somebody else (不变量 30). */
const hasStoodAside = (matter: Matter) => barring(matter, matter.handler?.person)?.state === 'recused';

/** After a withdrawal or the end it is the running duty that says so: what a review left unsent changed nothing (A27). */
function owesPerformance(matter: Matter): boolean {
  if (matter.stage !== 'withdrawn' && matter.stage !== 'concluded') return supports(matter);
  const duty = newestOf(matter.clocks, 'A27');
  return duty !== undefined && !duty.stoppedOn;
}

function isDuty({ matter }: Asked): Refusal | undefined {
  return matter.route === 'dutyPerformance' ? undefined : against('本件不是依法履行职责类事项。', '第三十一条第五项');
}
