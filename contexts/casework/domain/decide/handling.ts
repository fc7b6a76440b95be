import type { Calendar } from '#kernel/calendar.ts';
import { addDays, dateInChina } from '#kernel/dates.ts';
import type { Law } from '#kernel/law.ts';
import { inChinese, lastDay, roll } from '#kernel/lengths.ts';
import type { MatterAction } from '../actions.ts';
import { newestOf } from '../clocks.ts';
import type { MatterCommand } from '../commands.ts';
import type { Matter } from '../matter.ts';
import type { Organs } from '../organs.ts';
import { namedPerformer } from '../performing.ts';
import { correct } from './correcting.ts';
import { against } from './sentences.ts';
import { mustHaveHappened } from './accepting.ts';
import { endOf } from '../ways/review/papers.ts';
import { mustNotRepeat } from '../ways/review/another.ts';
import { mustNotHaveHandled } from '../ways/review/took-part.ts';
import { mustBeProven } from './delivering.ts';

type Of<Type extends MatterCommand['type']> = Extract<MatterCommand, { type: Type }>;

/** From the facts to the answer: 第三十一条第六项、第三十二条、第三十四条、第二十九条. */
export const handling = {
  recordInvestigation({ on, staff, record, by, at }: Of<'recordInvestigation'>, matter: Matter): MatterAction[] {
    mustHaveHappened(on, at, matter, '调查');
    if (staff < 2) throw against('调查核实应当由两名以上工作人员进行，请写明参加人员。');
    return [{ type: 'InvestigationRecorded', on, staff, record, by, at }];
  },

  hearPetitioner({ on, refused, record, by, at }: Of<'hearPetitioner'>, matter: Matter): MatterAction[] {
    mustHaveHappened(on, at, matter, '听取陈述');
    return [{ type: 'PetitionerHeard', on, refused, record, by, at }];
  },

  /** At most what A15 is, once, and the notice goes out by the legal date of A14: so approval and dispatch are one act (不变量 3). */
  extend({ days, grounds, document, method, evidence, told, by, at }: Of<'extend'>, matter: Matter, _: Organs, calendar: Calendar, law: Law): MatterAction[] {
    const answer = newestOf(matter.clocks, 'A14')!;
    const most = law.terms.A15!.length;
    const until = addDays(answer.targetOn, days);
    if (!Number.isInteger(days) || days < 1 || until > lastDay(most, answer.targetOn, calendar)!)
      throw against(`延长期限不得超过${inChinese(most)}，请填写从1起的整数。`, '第三十四条');
    mustBeProven(method, matter);
    return [
      { type: 'HandlingExtended', days, grounds, told: { A15: roll(until, calendar) }, by, at },
      { type: 'ExtensionNoticeDispatched', document, paper: 'extensionNotice', method, evidence, ...(told && { told }), by, at },
    ];
  },

  issueOpinion({ document, results, dueOn, performingUnit, newFacts, consent, by, at }: Of<'issueOpinion'>, matter: Matter, organs: Organs): MatterAction[] {
    const missing = matter.claims.filter(({ no }) => !results[no]).map(({ no }) => no);
    if (missing.length > 0) throw against(`第${missing.join('、')}项诉求还没有答复。处理意见要逐项写明支持、解释说明或者不支持。`, '第三十二条');
    const opinion = { document, results };
    const supported = Object.values(results).includes('supported');
    if (supported && (!dueOn || !performingUnit)) throw against('支持的诉求要写明由谁在什么日期前落实。', '第三十二条第二款');
    if (dueOn && dueOn < dateInChina(at)) throw against('落实的日期早于今天，请重新填写。', '第三十二条第二款');
    mustNotRepeat(matter, results, { newFacts, consent });
    const reviewOrgan = organs.superiorOf(by.unit);
    if (!reviewOrgan) throw against('名录中没有本单位的上一级机关，处理意见书无法写明复查机关。请先在名录中补全。', '第三十五条');
    const plan = supported && dueOn && performingUnit ? { dueOn: { A27: dueOn }, performingUnit } : {};
    const again = newFacts || consent ? { afterRemand: { ...(newFacts && { newFacts }), ...(consent && { consent }) } } : {};
    return [{ type: 'OpinionIssued', ...opinion, ...plan, reviewOrgan, ...again, by, at }];
  },

  replySuggestion({ document, adopted, contribution, grounds, by, at }: Of<'replySuggestion'>): MatterAction[] {
    const issued: MatterAction = { type: 'SuggestionReplyIssued', document, adopted, grounds, contribution, by, at };
    return contribution ? [issued, { type: 'ContributionFound', by, at }] : [issued];
  },

  /** 第三十一条第五项: the same unit acts and answers; no opinion, no review, its own clock. */
  performDuty({ done, by, at }: Of<'performDuty'>): MatterAction[] {
    return [{ type: 'DutyPerformed', done, by, at }];
  },

  replyDuty({ document, performed, grounds, by, at }: Of<'replyDuty'>): MatterAction[] {
    return [{ type: 'DutyReplyIssued', document, performed, grounds, by, at }];
  },

  decideReward({ rewarded, grounds, by, at }: Of<'decideReward'>): MatterAction[] {
    return [{ type: 'RewardDecided', rewarded, grounds, by, at }];
  },

  reportCompletion({ document, report, by, at }: Of<'reportCompletion'>): MatterAction[] {
    return [{ type: 'CompletionReported', ...(document && { document }), report, by, at }];
  },

  checkReport({ accepted, grounds, by, at }: Of<'checkReport'>): MatterAction[] {
    if (accepted) return [{ type: 'CompletionReportAccepted', by, at }];
    if (!grounds) throw against('退回办结报告要写明理由。');
    return [{ type: 'CompletionReportReturned', grounds, by, at }];
  },

  correct,

  reportPerformance({ evidence, by, at }: Of<'reportPerformance'>): MatterAction[] {
    return [{ type: 'PerformanceReported', evidence, by, at }];
  },

  /** The petitioner is asked; a denial sends the duty back to its old date. */
  verifyPerformance({ answer, evidence, by, at }: Of<'verifyPerformance'>, matter: Matter): MatterAction[] {
    if (by.unit === namedPerformer(matter)) throw against('落实的就是本单位，不能自己核实。请由上一级或者信访部门向信访人核实。', '第三十二条第二款');
    mustNotHaveHandled(matter, by.person, '第三十二条第二款');
    if (answer === 'petitionerDenies') return [{ type: 'PerformanceRefuted', grounds: evidence, by, at }];
    const verified: MatterAction = { type: 'PerformanceVerified', asked: answer, evidence, by, at };
    return matter.stage === 'performing' ? [verified, { type: 'MatterConcluded', reason: endOf(matter), by, at }] : [verified];
  },
};
