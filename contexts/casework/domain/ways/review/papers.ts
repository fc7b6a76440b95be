import type { MatterAction } from '../../actions.ts';
import { against } from '../../decide/sentences.ts';
import type { Matter } from '../../matter.ts';
import type { PaperKind } from '../../papers.ts';
import { amended, announced } from '../hearing/changes.ts';
import { instanceOf, remands } from './outcome.ts';

/** The papers of review, recheck and hearing: what must be there before they go out, and what their arrival brings about. */
type Going = {
  readonly dueOn?: { readonly A27: NonNullable<NonNullable<NonNullable<Matter['review']>['opinion']>['dueOn']>['A27'] };
  readonly part?: string;
  readonly phase?: 'start' | 'end';
};

/** What the act of sending carries beside the evidence. @throws Refusal */
export function ofReview(paper: PaperKind, document: string, unit: string, matter: Matter, phase?: 'start' | 'end'): Going {
  switch (paper) {
    case 'reviewOpinion':
    case 'recheckOpinion': {
      const round = paper === 'reviewOpinion' ? matter.review : matter.recheck;
      if (round?.organ !== unit || round.opinion?.document !== document) throw against('这不是本件现行的复查（复核）意见书，不能发出。');
      return round.opinion.dueOn ? { dueOn: round.opinion.dueOn } : {};
    }
    case 'reviewNotice': {
      const round = [matter.recheck, matter.review].find((one) => one?.organ === unit);
      if (!round?.officer && !round?.refused) throw against('还没有决定是否受理复查（复核）申请，不能告知。请先受理。', '第三十五条');
      return {};
    }
    case 'hearingNotice':
      return { part: scheduled(matter) };
    case 'suspensionNotice':
      return { part: suspended(matter, phase), phase: phase ?? 'start' };
    default:
      return {};
  }
}

function scheduled(matter: Matter): string {
  const hearing = (matter.hearings ?? []).findLast(({ state }) => state === 'scheduled');
  if (!hearing) throw against('还没有定下听证的时间、地点和人员，不能发听证通知书。请先定听证日期。');
  return hearing.id;
}

function suspended({ hearings = [] }: Matter, phase: 'start' | 'end' = 'start'): string {
  const hearing = hearings.find(({ suspends }) => suspends);
  if (!hearing) throw against('没有不计入复核期限的听证：只有复核中的第一次听证不计入。', '第三十六条第二款');
  const over = hearing.state === 'reported' || hearing.state === 'cancelled';
  if (phase === 'end' && !over) throw against('听证还没有报告或者取消，不能告知结束。');
  return hearing.id;
}

type PaperAction = Extract<MatterAction, { document: string; paper: PaperKind }>;

/** What a matter is after such a paper went out, arrived, or came back. */
export function reviewPaper(matter: Matter, action: PaperAction): Partial<Matter> {
  const { stage, review, recheck } = matter;
  switch (action.type) {
    case 'ReviewOpinionDispatched':
      return { stage: 'reviewDispatched' };
    case 'RecheckOpinionDispatched':
      return { stage: 'recheckDispatched' };
    case 'ReviewOpinionDelivered':
      return { ...(stage === 'reviewDispatched' && { stage: 'reviewDelivered' as const }), ...(review && { review: { ...review, deliveredOn: action.on } }) };
    case 'RecheckOpinionDelivered': // left in the same act: performing, or concluded, or back at the unit
      return { ...(stage === 'recheckDispatched' && { stage: 'performing' as const }), ...(recheck && { recheck: { ...recheck, deliveredOn: action.on } }) };
    case 'DeliveryFailed':
      if (stage === 'reviewDispatched' && review?.opinion?.document === action.document) return { stage: 'reviewIssued' };
      if (stage === 'recheckDispatched' && recheck?.opinion?.document === action.document) return { stage: 'recheckIssued' };
      return {};
    case 'HearingNoticeDispatched':
      return announced(matter, action.part ?? '', action.document);
    case 'SuspensionNoticeDispatched':
      return amended(matter, action.part ?? '', action.phase === 'end' ? { toldEnd: true } : { toldStart: true });
    default:
      return {};
  }
}

/** A remand takes effect when it arrives; a recheck that owes nothing more ends the matter in the same act (lifecycle 3.0). */
export function afterReview(matter: Matter, document: string, kind: PaperKind, done: Pick<MatterAction, 'by' | 'at'>): MatterAction[] {
  const instance = instanceOf(matter);
  const round = kind === 'reviewOpinion' ? matter.review : kind === 'recheckOpinion' ? matter.recheck : undefined;
  if (!round?.opinion || instance === 'handling') return [];
  const { redoBy } = round.opinion;
  if (remands(matter) && redoBy)
    return [{ type: 'MatterRemanded', document, ...(matter.opinion && { revoked: matter.opinion.document }), from: instance, dueOn: { A37: redoBy }, ...done }];
  if (instance === 'review') return [];
  const owed = matter.performance !== undefined && matter.performance !== 'verified';
  return owed ? [] : [{ type: 'MatterConcluded', reason: 'recheckDelivered', ...done }];
}

/** Why a matter ends whose opinion stands: the last word was said, or nobody asked for it in time. */
export const endOf = ({ recheck }: Pick<Matter, 'recheck'>) => (recheck?.deliveredOn ? ('recheckDelivered' as const) : ('noReviewInTime' as const));
