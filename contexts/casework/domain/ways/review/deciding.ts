import type { Calendar } from '#kernel/calendar.ts';
import { addDays, dateInChina } from '#kernel/dates.ts';
import type { Law } from '#kernel/law.ts';
import type { MatterAction } from '../../actions.ts';
import { mustBeProven } from '../../decide/delivering.ts';
import { against } from '../../decide/sentences.ts';
import type { Matter } from '../../matter.ts';
import type { Organs } from '../../organs.ts';
import { barring } from '../care/state.ts';
import type { ReviewCommand } from './commands.ts';
import { instanceOf, officerNow, remands, resultsNow, roundOf, tookPartBefore } from './outcome.ts';
import { REFUSE_REVIEW_GROUNDS } from './state.ts';

type Of<Type extends ReviewCommand['type']> = Extract<ReviewCommand, { type: Type }>;

/** 第三十五条: a request inside the term is taken up. The 条例 knows no refusal; a pack of evidence T may. */
export function admit({ accepted, officer, ground, grounds, by, at }: Of<'admitReview'>, matter: Matter, _: Organs, __: unknown, law?: Law): MatterAction[] {
  const instance = instanceOf(matter);
  const second = instance === 'recheck';
  mustBeNew(matter, by.person, '您');
  if (accepted) {
    if (!officer) throw against('请指定复查（复核）人员，姓名、职务和电话会告诉信访人。', '第二十八条第三款');
    mustBeFree(matter, officer.person);
    return [{ type: second ? 'RecheckAccepted' : 'ReviewAccepted', officer, noInterest: true, by, at }];
  }
  if (!ground || !grounds) throw against('不受理复查、复核的，要选定理由并写明情况。');
  const allowed = law?.grounds.find(({ act, code }) => act === 'refuseReview' && code === ground);
  if (!allowed) {
    throw against(
      `《信访工作条例》没有规定以“${REFUSE_REVIEW_GROUNDS[ground].name}”为由不受理复查、复核，本地也没有这样的规定。请受理后作出意见。`,
      '第三十五条',
    );
  }
  return [{ type: second ? 'RecheckRefused' : 'ReviewRefused', ground, article: allowed.article, grounds, by, at }];
}

/** Another officer in the middle of a round: one stood aside, or cannot go on. The term is the petitioner's and stays (不变量 30). */
export function replaceOfficer({ officer, by, at }: Omit<Of<'replaceReviewer'>, 'type'>, matter: Matter): MatterAction[] {
  mustBeNew(matter, by.person, '您');
  if (officer.person === officerNow(matter)) throw against('这名工作人员现在就是复查（复核）人员，请另选一名。');
  mustBeFree(matter, officer.person);
  return [{ type: 'ReviewOfficerReplaced', officer, noInterest: true, by, at }];
}

/** 第三十五条、第三十六条 know no extension: only where the operator has answered for a pack that has one. */
export function extendRound(
  { days, grounds, document, method, evidence, told, by, at }: Of<'extendReview'>,
  matter: Matter,
  _: Organs,
  __: unknown,
  law?: Law,
): MatterAction[] {
  const allowed = law?.terms.C05?.length;
  if (!allowed || !('days' in allowed))
    throw against('《信访工作条例》没有规定复查、复核可以延长，本地也没有启用这样的规定。请在三十日内作出意见。', '第三十五条、第三十六条');
  if (roundOf(matter)?.extended) throw against('复查、复核至多延长一次。请尽快作出意见。');
  if (!Number.isInteger(days) || days < 1 || days > allowed.days) throw against(`延长期限不得超过${allowed.days}日，请填写1至${allowed.days}的整数。`);
  mustBeProven(method, matter);
  return [
    { type: 'ReviewExtended', days, grounds, part: instanceOf(matter) === 'recheck' ? 'A20' : 'A18', by, at },
    { type: 'ExtensionNoticeDispatched', document, paper: 'extensionNotice', method, evidence, ...(told && { told }), by, at },
  ];
}

/** The four results; what each of them has to say beside its reasons. */
export function decide(command: Of<'decideReview'> | Of<'decideRecheck'>, matter: Matter, organs: Organs, _calendar: Calendar, law: Law): MatterAction[] {
  const { document, result, grounds, results, dueOn, performingUnit, redoBy, by, at } = command;
  const second = command.type === 'decideRecheck';
  mustBeNew(matter, by.person, '您');
  if (second && result === 'revoke' && remands(matter.review ? { review: matter.review } : {})) {
    throw against(
      '复查意见已经责令重新作出处理意见；只撤销它，信访人就什么答复也没有了。请选“维持”“变更”，或者“撤销，并责令限期重新作出”。',
      '第三十六条第一款',
    );
  }
  const changed = result === 'change' ? mustAnswerAll(command, matter, dateInChina(at)) : {};
  const redone = remands(second ? { ...matter } : { ...(matter.opinion && { opinion: matter.opinion }) }, result)
    ? { redoBy: mustBeDated(redoBy, at, law) }
    : {};
  const plan = result === 'change' && dueOn && performingUnit ? { dueOn: { A27: dueOn }, performingUnit } : {};
  const recheckOrgan = second ? undefined : organs.reviewOrgansOf(by.unit)[0];
  const issued = { document, result, grounds, ...changed, ...plan, ...redone, ...(recheckOrgan && { recheckOrgan }), by, at };
  return [{ type: second ? 'RecheckOpinionIssued' : 'ReviewOpinionIssued', ...issued }];

  function mustAnswerAll(_: typeof command, { claims }: Matter, today: string) {
    const missing = claims.filter(({ no }) => !results?.[no]).map(({ no }) => no);
    if (!results || missing.length > 0) throw against(`变更的，要逐项写明每一项诉求改成什么。第${missing.join('、')}项还没有写。`, '第三十二条');
    const before = resultsNow(matter);
    if (claims.every(({ no }) => results[no] === before[no]) && !dueOn) throw against('逐项结果与原意见都相同，应当是“维持”。请核对。');
    const supported = Object.values(results).includes('supported');
    if (supported && (!dueOn || !performingUnit)) throw against('支持的诉求要写明由谁在什么日期前落实。', '第三十二条第二款');
    if (dueOn && dueOn < today) throw against('落实的日期早于今天，请重新填写。', '第三十二条第二款');
    return { results };
  }
}

function mustBeDated(redoBy: Of<'decideReview'>['redoBy'], at: Date, { limits }: Law) {
  const today = dateInChina(at);
  if (!redoBy || redoBy <= today || redoBy > addDays(today, limits.redo.days)) {
    throw against(`责令重新作出的，要写明期限：今天之后、${limits.redo.days}日以内。`, '第三十五条');
  }
  return redoBy;
}

/** Whoever reviews took no part before, and is not challenged (不变量 18, 30). */
export function mustBeFree(matter: Matter, person: string): void {
  mustBeNew(matter, person, '这名工作人员');
  if (barring(matter, person)) throw against('这名工作人员已经回避或者正等待回避决定，请指定别人。', '第二十八条第三款');
}

/** 不变量 18: whoever took part in an earlier stage decides in no later one. */
export function mustBeNew(matter: Matter, person: string, who: string): void {
  if (tookPartBefore(matter, instanceOf(matter)).includes(person)) {
    throw against(`${who}参加过本件前面的办理，不能在复查、复核中再作决定。请由没有参加过的人员办理。`, '第二十八条第三款');
  }
}
