import { IN_PERSON } from '#kernel/channels.ts';
import type { Reading } from '#kernel/clocks/reading.ts';
import { addDays, dateInChina, daysBetween } from '#kernel/dates.ts';
import type { Law } from '#kernel/law.ts';
import type { MatterAction } from '../actions.ts';
import { newestOf } from '../clocks.ts';
import type { MatterCommand } from '../commands.ts';
import type { Matter, Paper } from '../matter.ts';
import { DELIVERY_METHODS, PAPERS, TOLD_ORALLY, type DeliveryMethod, type PaperKind } from '../papers.ts';
import { PETITIONER } from '../permissions.ts';
import type { ConcludeReason } from '../reasons.ts';
import type { Organs } from '../organs.ts';
import { afterReview, ofReview } from '../ways/review/papers.ts';
import { mustBeDecided, mustGuideLawfully } from './decided.ts';
import { against } from './sentences.ts';

type Of<Type extends MatterCommand['type']> = Extract<MatterCommand, { type: Type }>;

/**
 * Papers on their way (第三十五条; documents 4): dispatch with evidence ends the
 * organ's duty to write, failure reopens it at its old date, receipt starts
 * the term of the petitioner.
 */
export const delivering = {
  dispatch(
    { document, paper, reason, phase, method, evidence, told, late, by, at }: Of<'dispatch'>,
    matter: Matter,
    organs: Organs,
    _?: unknown,
    law?: Law,
  ): MatterAction[] {
    const known = matter.papers[document];
    if (known && known.state !== 'failed') throw against('这份文书已经发出，不能重复登记。没有送到的，请先登记未送达。');
    const unit = late && known ? known.by : by.unit; // whoever enters the proof, even who opened it: it was sent by who sent it
    mustBeDecided(paper, unit, matter);
    if (paper === 'extensionNotice' && !matter.extended) throw against('延期告知书随延期一并发出，请在“延期”中办理。', '第三十四条');
    if (paper === 'handlingOpinion' && matter.opinion?.document !== document) throw against('这不是本件现行的处理意见书，不能发出。');
    if (paper === 'suggestionReply' && matter.reply?.document !== document) throw against('这不是本件的答复函，不能发出。');
    if (paper === 'dutyReply' && matter.dutyReply?.document !== document) throw against('这不是本件的履行职责答复书，不能发出。');
    if (by.unit === PETITIONER && !(late && known?.method === 'queryCode')) throw against('文书由作出决定的单位发出。', '第二十三条');
    if (late && !known?.unproven) throw against('只有到期没有凭证、按没有送到处理的文书，才可以补登凭证。');
    const more = { ...ofReview(paper, document, unit, matter, phase), ...(late && known && { on: known.on }) };
    if (paper === 'guidanceSlip') mustGuideLawfully(reason, unit, matter, organs);
    if (!late) mustBeProven(method, matter);
    if (method === 'oral') mustBeTellable(paper, matter, law);
    const { dispatched } = PAPERS[paper];
    const how = late && known ? known.method : method;
    const dueOn = paper === 'handlingOpinion' ? matter.opinion?.dueOn : undefined; // from dispatch on, performance is owed
    return [
      { type: dispatched, document, paper, ...(reason && { reason }), ...(dueOn && { dueOn }), ...more, method: how, evidence, ...(told && { told }), by, at },
    ];
  },

  recordDelivery({ document, method, evidence, on, by, at }: Of<'recordDelivery'>, matter: Matter): MatterAction[] {
    const paper = mustBeOnItsWay(matter, document);
    if (on > dateInChina(at)) throw against('送达日期晚于今天，请核对。');
    if (on < paper.on) throw against(`送达日期早于发出日期（${paper.on}），请核对；不能倒填日期。`, '第三十五条');
    const opened = method === 'queryCode' && paper.method === 'queryCode'; // whatever is known of the petitioner by now
    if (by.unit === PETITIONER && !opened) throw against('只有公布在查询码下的文书，凭码打开才算收到；别的文书由发出的单位凭回证登记。', '第二十三条第二款');
    if (!opened) mustBeProven(method, matter);
    if (method === 'publicNotice') {
      throw against(
        '公告送达不用登记送达：公告满三十日的次日，系统自动视为送达，期限从那天起算。本人来领取的，先登记未送达，再直接送达。',
        '民事诉讼法第九十五条',
      );
    }
    if ((method === 'oral') !== (paper.method === 'oral')) throw against('口头告知的发出和收到是同一次，请按发出时的方式登记。');
    const termFrom = paper.late ? { termFrom: dateInChina(at) } : {}; // until today its reader was told that no term runs
    return delivered(matter, document, paper, { method, evidence, on, ...termFrom }, { by, at });
  },

  reportDeliveryFailed({ document, grounds, by, at }: Of<'reportDeliveryFailed'>, matter: Matter): MatterAction[] {
    const { kind } = mustBeOnItsWay(matter, document);
    return [{ type: 'DeliveryFailed', document, paper: kind, grounds, by, at }];
  },

  postPublicNotice({ document, place, by, at }: Of<'postPublicNotice'>, matter: Matter): MatterAction[] {
    const { kind } = mustBeOnItsWay(matter, document);
    return [{ type: 'PublicNoticePosted', document, paper: kind, place, by, at }];
  },

  /** 公告期满视为送达：民事诉讼法第九十五条，类推. */
  deemDelivered({ document, by, at }: Of<'deemDelivered'>, matter: Matter): MatterAction[] {
    const paper = mustBeOnItsWay(matter, document);
    const notice = newestOf(matter.clocks, 'B16', document);
    if (notice?.stoppedOn) throw against('这份文书公告以后又重新发出过，先前的公告不再算。要公告送达的，请重新公告。', '民事诉讼法第九十五条');
    if (!notice || dateInChina(at) <= notice.legalOn) throw against('公告期还没有届满，不能视为送达。', '民事诉讼法第九十五条');
    const evidence = { id: document, hash: 'publicNotice' };
    const on = notice.legalOn;
    const end = delivered(matter, document, paper, { method: 'publicNotice', evidence, on }, { by, at });
    return [{ type: 'DeemedDelivered', document, paper: paper.kind, by, at }, ...end];
  },

  /** 送达证明: no proof came in time, so it counts as not delivered, and what was owed in writing is owed again. */
  lapseDelivery({ document, by, at }: Of<'lapseDelivery'>, matter: Matter): MatterAction[] {
    const { kind } = mustBeOnItsWay(matter, document);
    const proof = newestOf(matter.clocks, 'A34', document);
    if (!proof || proof.stoppedOn || dateInChina(at) <= lastDayFor(proof)) throw against('送达凭证的期限还没有届满。');
    return [{ type: 'DeliveryFailed', document, paper: kind, unproven: true, by, at }];
  },

  postStatus: ({ told, by, at }: Of<'postStatus'>): MatterAction[] => [{ type: 'StatusPosted', told, by, at }],

  recordToldLater: ({ grounds, by, at }: Of<'recordToldLater'>): MatterAction[] => [{ type: 'ToldLaterRecorded', grounds, by, at }],
};

/** No evidence, no dispatch; no electronic delivery without recorded consent (不变量 20). */
export function mustBeProven(method: DeliveryMethod, matter: Pick<Matter, 'electronic' | 'opening'>): void {
  if (!(method in DELIVERY_METHODS)) throw against('请选择送达方式。');
  if (method === 'electronic' && !matter.electronic) {
    throw against('信访人没有同意电子送达，请改用其他方式；征得同意的，请先登记电子送达意愿。', '民事诉讼法第九十条（参照）');
  }
  if (method === 'queryCode' && matter.opening?.contactKnown) {
    throw against('信访人有联系方式，应当书面送达，不能只凭查询码公布。', '第二十三条第二款');
  }
}

/** 第二十三条 wants it in writing: by word of mouth only where a local text of evidence T says so, with consent, to who came or called. */
function mustBeTellable(paper: PaperKind, { opening }: Matter, law?: Law): void {
  const allowed = law?.grounds.find(({ act }) => act === 'oralNotice');
  if (!allowed) {
    throw against(
      '《信访工作条例》要求书面告知，本地没有可以口头告知的规定。本人看不了文书的，用“直接送达”：当面读给本人听，再交给本人，并写明宣读情况。',
      '第二十三条',
    );
  }
  if (!TOLD_ORALLY.includes(paper)) throw against(`${PAPERS[paper].name}要用书面的，不能只口头告知：不同意的人要凭它找上一级。`, allowed.article);
  if (!opening || !IN_PERSON.has(opening.channel)) throw against('只有来访、来电的事项，本人同意的，才可以口头告知。', allowed.article);
}

/** Where the last day passed while the matter was withdrawn, the proof has its days again from the day it was taken back. */
const lastDayFor = ({ legalOn, startedOn, targetOn, reopenedOn }: Reading) =>
  reopenedOn && reopenedOn > legalOn ? addDays(reopenedOn, daysBetween(startedOn, targetOn)) : legalOn;

const UNPROVEN = '到期没有送达凭证，这份文书已经按没有送到处理。拿到凭证的，在文书里补登送达；没有凭证的，请重新发出。';

function mustBeOnItsWay(matter: Matter, document: string): Paper {
  const paper = matter.papers[document];
  if (!paper) throw against('这份文书还没有登记发出。请先登记发出和凭证。');
  if (paper.state === 'delivered')
    throw against('这份文书已经登记送达，不能再改。日子登记错了的，请“记一笔”写明实际哪天；信访人因此晚了申请复查、复核的，写明理由照样可以提出。');
  if (paper.state === 'failed') throw against(paper.unproven ? UNPROVEN : '这份文书上次没有送到，请先重新发出。');
  return paper;
}

/** An opinion that was taken back, or that another has replaced, still arrives; no term of the petitioner starts with it. */
function isSuperseded({ opinion, review, recheck }: Matter, document: string, kind: PaperKind): boolean {
  if (kind === 'handlingOpinion') return opinion?.document !== document;
  if (kind === 'reviewOpinion') return review?.opinion?.document !== document;
  return kind === 'recheckOpinion' && recheck?.opinion?.document !== document;
}

/** A reply that arrived ends its matter in the same act (lifecycle 3.0). */
const ENDS: Readonly<Partial<Record<PaperKind, ConcludeReason>>> = { suggestionReply: 'suggestionReplied', dutyReply: 'dutyPerformed' };

function delivered(
  matter: Matter,
  document: string,
  { kind }: Paper,
  how: { method: DeliveryMethod; evidence: { id: string; hash: string }; on: Paper['on']; termFrom?: Paper['on'] },
  done: Pick<MatterAction, 'by' | 'at'>,
): MatterAction[] {
  const received = { document, paper: kind, ...how, ...done };
  const type = isSuperseded(matter, document, kind) ? 'NoticeDelivered' : PAPERS[kind].delivered;
  const arrived = { type, ...received } as MatterAction;
  const follows = afterReview(matter, document, kind, done);
  if (follows.length > 0) return [arrived, ...follows];
  const reason = matter.stage === 'replied' ? ENDS[kind] : undefined;
  return reason ? [arrived, { type: 'MatterConcluded', reason, ...done }] : [arrived];
}
