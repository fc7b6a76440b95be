import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { MatterAction } from '../../actions.ts';
import { newestOf } from '../../clocks.ts';
import { against, tooLate } from '../../decide/sentences.ts';
import type { Matter } from '../../matter.ts';
import type { Organs } from '../../organs.ts';
import type { Condition } from '../rule.ts';
import type { ReviewCommand } from './commands.ts';
import { remands } from './outcome.ts';

type Request = Extract<ReviewCommand, { type: 'requestReview' | 'requestRecheck' }>;

/** What the two requests differ in: whose opinion is contested, before whom, and inside which term. */
const INSTANCES = {
  requestReview: { done: 'ReviewRequested', right: 'A17', name: '复查', article: '第三十五条' },
  requestRecheck: { done: 'RecheckRequested', right: 'A19', name: '复核', article: '第三十六条第一款' },
} as const;

/** Whose superior is asked: of the unit that handled, then of the organ that reviewed. */
export function organsFor(type: Request['type'], matter: Matter, organs: Organs): readonly string[] {
  const before = type === 'requestReview' ? matter.handlingUnit : matter.review?.organ;
  return before ? organs.reviewOrgansOf(before) : [];
}

/** The petitioner asks the organ one level above; the day of the postmark counts (第三十五条、第三十六条; 民事诉讼法第八十五条, by analogy). */
export function request(command: Request, matter: Matter, organs: Organs): MatterAction[] {
  const { type, on, postmarkOn, grounds, newFacts, excuse, by, at } = command;
  const { done, right, name, article } = INSTANCES[type];
  const competent = organsFor(type, matter, organs);
  const named = type === 'requestReview' ? matter.opinion?.reviewOrgan : matter.review?.opinion?.recheckOrgan;
  const organ = command.organ ?? (named && competent.includes(named) ? named : competent[0]);
  if (!organ || !competent.includes(organ)) {
    const list = competent.map((one) => organs.nameOf(one)).join('或者');
    throw against(`${name}要向原办理机关的上一级提出，请从这里选：${list}。`, article);
  }
  const since = type === 'requestReview' ? matter.opinion?.deliveredOn : matter.review?.deliveredOn;
  mustBeInOrder(on, postmarkOn, since, dateInChina(at), name);
  const term = newestOf(matter.clocks, right);
  if (term && (postmarkOn ?? on) > term.legalOn && !excuse) {
    throw tooLate(
      `申请${name}的期限已于${term.legalOn}届满。因不可抗力等正当理由耽误的，写明理由后仍可以提出；有新的事实或者理由的，可以作为新的事项提出。`,
      article,
    );
  }
  const rest = { ...(postmarkOn && { postmarkOn }), ...(newFacts && { newFacts }), ...(excuse && { excuse }) };
  return [...undone(matter, { by, at }), { type: done, organ, on, grounds, ...rest, by, at }];
}

/** It came when the matter had ended already, and counts all the same: the end is taken back by an act of its own, never silently. */
function undone({ concluded, archiveNo, stage }: Matter, done: Pick<Request, 'by' | 'at'>): MatterAction[] {
  if (concluded !== 'noReviewInTime' || !hasEnded(stage)) return [];
  return [{ type: 'ConclusionUndone', reason: concluded, ...(archiveNo && { archiveNo }), ...done }];
}

const hasEnded = (stage: Matter['stage']) => stage === 'concluded' || stage === 'archived';

/** Only an end that came because nobody had written in time gives way to a letter that was posted in time. */
function endedOtherwise({ stage, concluded }: Matter): Refusal | undefined {
  if (!hasEnded(stage) || concluded === 'noReviewInTime') return undefined;
  if (concluded === 'recheckDelivered') return against('本件已经复核，复核意见是最后的意见。有新的事实或者理由的，请作为新的事项登记。', '第三十六条第三款');
  return against('本件不是因为没有请求复查、复核而办结的，不能再请求。有新的事实或者理由的，请作为新的事项登记。', '第三十五条、第三十六条');
}

function mustBeInOrder(on: PlainDate, postmarkOn: PlainDate | undefined, since: PlainDate | undefined, today: PlainDate, name: string): void {
  if (on > today) throw against('收到申请的日期晚于今天，请核对。');
  if (postmarkOn && postmarkOn > on) throw against('邮戳日期晚于收到申请的日期，请核对。');
  if (since && (postmarkOn ?? on) < since) throw against(`申请${name}的日期早于意见书送达的日期（${since}），请核对。`);
}

/** Why it cannot be asked for now, though the stage would allow it. */
export const requestConditions: Readonly<Record<Request['type'], Condition>> = {
  requestReview({ matter, organs }) {
    const ended = endedOtherwise(matter);
    if (ended) return ended;
    if (hasEnded(matter.stage) && matter.review?.deliveredOn) return against('处理意见已经复查过。不服复查意见的，请登记复核申请。', '第三十六条第一款');
    if (!newestOf(matter.clocks, 'A17')) return against('本件没有可以复查的处理意见。', '第三十五条');
    if (matter.stage === 'performing' && (!matter.lapsed || matter.review?.opinion))
      return against('处理意见已经复查、复核过，不能再请求复查。', '第三十六条第三款');
    return organsFor('requestReview', matter, organs).length > 0 ? undefined : nobodyAbove('复查');
  },
  requestRecheck({ matter, organs }) {
    const ended = endedOtherwise(matter);
    if (ended) return ended;
    if (!matter.review?.deliveredOn) return against('还没有送达的复查意见，不能请求复核。', '第三十六条第一款');
    if (matter.stage === 'performing' && (!matter.lapsed || matter.recheck?.opinion))
      return against('本件已经复核，复核意见是最后的意见。', '第三十六条第三款');
    if (matter.stage === 'inProgress' && !besideRemand(matter)) return against('本件正在重新办理，没有可以复核的复查意见。', '第三十六条第一款');
    return organsFor('requestRecheck', matter, organs).length > 0 ? undefined : nobodyAbove('复核');
  },
};

/** A remand does not take the right to a recheck away: it runs beside the new decision until that is made. Whether the request comes in time is asked of the request. */
function besideRemand({ review, recheck, clocks }: Matter): boolean {
  const right = newestOf(clocks, 'A19');
  return remands({ ...(review && { review }) }) && !recheck?.opinion && right !== undefined && !right.stoppedOn;
}

const nobodyAbove = (name: string) =>
  against(`名录中没有再上一级的机关，不能请求${name}。省级人民政府是最后一级；名录不全的，请管理员补上。`, '第三十五条、第三十六条');
