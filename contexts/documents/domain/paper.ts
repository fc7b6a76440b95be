import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { Issue, PaperAction, Rendering } from './actions.ts';
import type { Method } from './delivery.ts';
import type { PaperCode } from './kind.ts';

export type PaperStage = 'numbered' | 'sealed' | 'dispatched' | 'delivered' | 'failed' | 'unproven' | 'voided';

export const PAPER_STAGES: Readonly<Record<PaperStage, string>> = {
  numbered: '已取号，正在成文',
  sealed: '已成文，待发出',
  dispatched: '已发出，待送达',
  delivered: '已送达',
  failed: '没有送到，待重新发出',
  unproven: '到期没有送达凭证，按没有送到处理，待补登凭证或者重新发出',
  voided: '已作废',
};

export interface Paper extends Issue {
  readonly stage: PaperStage;
  readonly issuedBy: string; // person
  readonly rendering?: Rendering;
  readonly method?: Method;
  readonly dispatchedOn?: PlainDate;
  readonly dispatchedAt?: Date;
  readonly dispatchEvidence?: Words;
  readonly endedOn?: PlainDate;
  readonly deliveryEvidence?: Words;
  readonly correctedBy?: string; // document that was sent out in its place
  readonly revoked?: true; // the decision that it carries was taken back
  readonly undoneAfter?: number; // how many papers there were when that happened, or when the matter that it had ended was opened again
}

/** All papers of one subject, and what of the subject decides how they may travel. */
export interface Papers {
  readonly all: Readonly<Record<string, Paper>>;
  readonly electronic: boolean; // the petitioner agreed to electronic delivery
}

export const none: Papers = { all: {}, electronic: false };

/** Consent is casework's record; whoever reads the whole past of the subject sees it. */
type Seen =
  | PaperAction
  | { readonly type: 'MatterOpened'; readonly electronic?: boolean }
  | { readonly type: 'ElectronicDeliveryConsented'; readonly consented: boolean }
  | { readonly type: 'OpinionRevoked'; readonly document: string }
  | { readonly type: 'MatterRemanded'; readonly revoked?: string }
  | { readonly type: 'MatterReopened' }
  | { readonly type: 'DeemedDelivered'; readonly document: string; readonly at: Date } // 公告期满, by the timetable
  | { readonly type: 'DeliveryFailed'; readonly document: string; readonly unproven?: true; readonly at: Date }; // of its own only where the timetable did it

export function evolve(papers: Papers, action: Seen): Papers {
  switch (action.type) {
    case 'MatterOpened':
      return { ...papers, electronic: action.electronic === true };
    case 'ElectronicDeliveryConsented':
      return { ...papers, electronic: action.consented };
    case 'DocumentNumbered': {
      const { type: _, by, at: __, ...issue } = action;
      return put(papers, action.document, { ...issue, stage: 'numbered', issuedBy: by.person });
    }
    case 'DocumentSealed': {
      const { file, hash, bytes, pages } = action;
      return change(papers, action.document, { stage: 'sealed', rendering: { file, hash, bytes, pages } });
    }
    case 'DocumentVoided':
      return change(papers, action.document, { stage: 'voided' });
    case 'PaperDispatched':
      return corrected(
        change(papers, action.document, {
          stage: 'dispatched',
          method: action.method,
          dispatchedOn: dateInChina(action.at),
          dispatchedAt: action.at,
          dispatchEvidence: action.evidence,
        }),
        action.document,
      );
    case 'PaperDelivered':
      return change(papers, action.document, { stage: 'delivered', method: action.method, endedOn: action.on, deliveryEvidence: action.evidence });
    case 'PaperReturned':
      return change(papers, action.document, { stage: 'failed', endedOn: dateInChina(action.at) });
    case 'DeliveryFailed':
      return action.unproven ? change(papers, action.document, { stage: 'unproven', endedOn: dateInChina(action.at) }) : papers;
    case 'OpinionRevoked':
      return change(papers, action.document, { revoked: true, ...undone(papers) });
    case 'MatterRemanded':
      return action.revoked ? change(papers, action.revoked, { revoked: true, ...undone(papers) }) : papers;
    case 'MatterReopened': {
      const ended = Object.values(papers.all).filter(({ code }) => REOPENED.includes(code));
      return ended.reduce((all, { document }) => change(all, document, undone(papers)), papers);
    }
    case 'DeemedDelivered':
      return change(papers, action.document, { stage: 'delivered', endedOn: dateInChina(action.at) });
    default:
      return papers; // what other contexts recorded
  }
}

const put = (papers: Papers, document: string, paper: Paper): Papers => ({ ...papers, all: { ...papers.all, [document]: paper } });

function change(papers: Papers, document: string, changed: Partial<Paper>): Papers {
  const paper = papers.all[document];
  return paper ? put(papers, document, { ...paper, ...changed }) : papers;
}

/** A correction counts from the day it goes out; the old paper stays as it is and points to it. */
function corrected(papers: Papers, document: string): Papers {
  const corrects = papers.all[document]?.corrects;
  return corrects ? change(papers, corrects, { correctedBy: document }) : papers;
}

/** What a matter may be opened again after (lifecycle 49). */
const REOPENED: readonly PaperCode[] = ['F08', 'F09', 'F10', 'F11'];

/** The paper that tells of it may go out, even where a slip of the pen was corrected before. */
const undone = ({ all }: Papers) => ({ undoneAfter: Object.keys(all).length });

/** The correction of this paper that stands; what is wrong in it too is mended by a correction of its own. */
export const correctionOf = ({ all }: Papers, of: string): Paper | undefined =>
  Object.values(all).find(({ document, corrects, stage }) => corrects === of && stage !== 'voided' && numberOf(document) > (all[of]?.undoneAfter ?? 0));

export const numberOf = (document: string) => Number(document.split('/')[1]);
export const documentOf = (no: number) => `document/${no}`;
export const nextDocument = ({ all }: Papers) => documentOf(Object.keys(all).length + 1);
