import { countDues } from '#kernel/clocks/dues.ts';
import type { Calendar } from '#kernel/calendar.ts';
import { dateInChina, later, type PlainDate } from '#kernel/dates.ts';
import type { Done } from '#kernel/decider.ts';
import type { Law } from '#kernel/law.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { MatterAction } from '../../actions.ts';
import { newestOf } from '../../clocks.ts';
import { against, tooLate } from '../../decide/sentences.ts';
import { answerableOrgan, currentAssignment, type Matter } from '../../matter.ts';
import { boundOf } from '../collective/state.ts';
import { commitmentMade } from '../promises/state.ts';
import { instanceOf } from '../review/outcome.ts';
import { mustNotHaveHandled } from '../review/took-part.ts';
import type { Asked, Conditions, Rules } from '../rule.ts';
import type { WithdrawalCommand } from './commands.ts';
import { isBesideRedo } from './request.ts';

const OWN_RULE = '系统默认规则';

export const WITHDRAWAL_CONDITIONS: Conditions<WithdrawalCommand> = {
  requestWithdrawal({ matter }) {
    if (matter.withdrawal) return against('已经申请撤回，正等承办单位以外的人回访确认。', OWN_RULE);
    return mustBeInTime(matter);
  },

  confirmWithdrawal(asked) {
    const { matter, unit } = asked;
    if (!matter.withdrawal) return against('信访人没有申请撤回。撤回只能由本人提出。', OWN_RULE);
    const holds = answerableOrgan(matter) === unit && unit !== matter.petitionDept;
    if (holds && !callsAlone(asked))
      return against('撤回要由承办单位以外的人回访确认，本单位不能自己确认。请由信访部门、转送的单位或者承办单位的上一级回访。', OWN_RULE);
    return mustBeInTime(matter);
  },

  undoWithdraw({ matter, today }) {
    const right = newestOf(matter.clocks, 'A39');
    if (!right || today <= right.legalOn) return undefined;
    return tooLate(`撤回后反悔的期限已于${right.legalOn}届满。有新的事实或者理由的，请作为新的事项提出。`, OWN_RULE);
  },

  recordNoSuccessor: ({ law }) => (groundFor(law) ? undefined : against('本地法规没有规定可以因信访人死亡、终止而办结；请照常办理。', '只依有明文的地方规定')),
};

export const WITHDRAWAL_RULES: Rules<WithdrawalCommand> = {
  requestWithdrawal: ({ statement, by, at }) => [{ type: 'WithdrawalRequested', statement, by, at }],

  confirmWithdrawal({ answer, record, publicInterest, everybody, duty, dutyDueOn, by, at }, matter, _, calendar, law) {
    mustNotHaveHandled(matter, by.person, OWN_RULE);
    mustNotReview(matter, by.person);
    if (answer !== 'free') return [{ type: 'WithdrawalNotConfirmed', answer, record, by, at }];
    const some = bySome(matter, everybody);
    if (some) return [{ type: 'WithdrawnBySome', ...some, record, by, at }];
    const until = isBesideRedo(matter) && againUntil(matter, { at }, law, calendar);
    if (until) return [{ type: 'RecheckRequestWithdrawn', until, record, by, at }]; // the redo goes on
    if (publicInterest && (!duty || !dutyDueOn)) {
      throw against('涉及公共利益的，撤回不影响单位继续履行职责：请写明还要做什么、最迟哪天。', OWN_RULE);
    }
    const withdrawn: MatterAction = { type: 'MatterWithdrawn', publicInterest, record, by, at };
    if (!publicInterest || !duty || !dutyDueOn) return [withdrawn];
    const owner = answerableOrgan(matter) ?? by.unit;
    return [commitmentMade(matter, { owner, what: duty, dueOn: dutyDueOn }, { by, at }), withdrawn];
  },

  undoWithdraw: ({ statement, by, at }) => [{ type: 'WithdrawalUndone', statement, by, at }],

  lapseWithdrawal({ by, at }, matter) {
    const right = newestOf(matter.clocks, 'A39');
    if (!right || dateInChina(at) <= right.legalOn) throw against('反悔的期限还没有届满。', OWN_RULE);
    return [
      { type: 'WithdrawalTermLapsed', by, at },
      { type: 'MatterConcluded', reason: 'withdrawn', by, at },
    ];
  },

  recordNoSuccessor({ reviewer, grounds, by, at }, _, __, ___, law) {
    if (reviewer === by.person) throw against('须经另一名合法性审查人员审查，不能由决定人自己审查。');
    return [
      { type: 'NoSuccessorRecorded', reviewer, article: groundFor(law)!.article, grounds, by, at },
      { type: 'MatterConcluded', reason: 'noSuccessor', by, at },
    ];
  },
};

/**
 * A group is as many petitioners as it has members, and nobody gives up what
 * another has asked for (lifecycle 3.2, 不变量 26): it ends only when every member
 * of the roster agreed by their own code, and whoever is not on it was asked too.
 */
function bySome(matter: Matter, everybody = false) {
  const { opening, collective, withdrawal } = matter;
  if ((opening?.people ?? 1) === 1) return undefined;
  const bound = boundOf(matter); // whose claim an agreement of their own has settled
  const members = Object.keys(collective?.members ?? {}).filter((member) => !bound.has(member));
  const agreed = members.filter((member) => withdrawal?.agreed?.includes(member)).length;
  const staying = members.length - agreed;
  return staying === 0 && everybody ? undefined : { agreed, staying, othersAsked: everybody };
}

/** Until when the recheck may be asked for again: the old date, or the thirty days of every withdrawal where these are longer (A39). */
function againUntil({ clocks }: Matter, { at }: Pick<Done, 'at'>, law: Law, calendar: Calendar): PlainDate | undefined {
  const right = newestOf(clocks, 'A19');
  const days = countDues({ clock: 'A39', startedOn: dateInChina(at), startedAt: at, extendedDays: 0, suspendedDays: 0 }, law, calendar);
  return right && days && later(right.legalOn, days.legalOn);
}

/**
 * Received by the unit itself, with no petition department in it: before the
 * organ above nobody but that organ stands outside the handling unit (lifecycle
 * 31). It calls then, by somebody who does not review: a withdrawal that nobody
 * may confirm would hold a petitioner who wants to go (不变量 22).
 */
function callsAlone({ matter, unit, organs }: Asked): boolean {
  const { handlingUnit, petitionDept } = matter;
  if (instanceOf(matter) === 'handling' || !handlingUnit || handlingUnit === unit) return false;
  const others = [petitionDept, currentAssignment(matter)?.from, organs.superiorOf(handlingUnit)];
  return !others.some((other) => other && other !== handlingUnit && other !== unit);
}

/** @throws Refusal of whoever decides, or has decided, about what would be withdrawn */
function mustNotReview({ review, recheck, tookPart }: Matter, person: string): void {
  const reviewing = [review?.officer?.person, recheck?.officer?.person, ...(tookPart?.review ?? []), ...(tookPart?.recheck ?? [])];
  if (reviewing.includes(person)) throw against('您参加本件的复查、复核，不能由您回访确认撤回。请换一名没有参加的人。', OWN_RULE);
}

/** Until the opinion is delivered; once it is on its way, its arrival comes first (lifecycle 3.2). */
function mustBeInTime({ stage }: Matter): Refusal | undefined {
  if (ON_ITS_WAY.has(stage)) return against('处理意见（答复）已经发出。请先登记送达或者没有送到：送达后不服的可以申请复查，没有送到的仍可撤回。', OWN_RULE);
  if (stage === 'agreed') return against('已经签订协议，正在履行。履行完由信访人确认后办结；撤回会使履行没有人督促。', '第三十三条');
  if (DELIVERED.has(stage)) return against('处理意见已经送达，不需要撤回：不申请复查，到期自然了结。', OWN_RULE);
  return stage === 'withdrawn' ? against('本件已经撤回；反悔的，请“取消撤回”。', OWN_RULE) : undefined;
}

const ON_ITS_WAY: ReadonlySet<string> = new Set(['opinionDispatched', 'replied', 'reviewDispatched', 'recheckDispatched']);
const DELIVERED: ReadonlySet<string> = new Set(['opinionDelivered', 'reviewDelivered', 'recheckDelivered', 'performing']);

const groundFor = (law: Asked['law']) => law?.grounds.find(({ act, code }) => act === 'conclude' && code === 'noSuccessor');
