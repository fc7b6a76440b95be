import type { PlainDate } from '#kernel/dates.ts';
import type { Done, Words } from '#kernel/decider.ts';
import type { ClaimResult, Contact } from '../../answers.ts';
import type { Telling } from '../telling.ts';
import type { RefuseReviewGround, ReviewResult } from './state.ts';

/** What can have happened: 复查复核、不再受理. The vocabulary of lifecycle 4.5; going out and arriving stand with all papers. */
export type ReviewAction = Done &
  (
    | ({ type: 'ReviewRequested' } & Requested)
    | ({ type: 'RecheckRequested' } & Requested)
    | { type: 'ConclusionUndone'; reason: 'noReviewInTime'; archiveNo?: string } // beside the vocabulary: a request that still counts came after the end
    | ({ type: 'ReviewAccepted' } & TakenUp)
    | ({ type: 'RecheckAccepted' } & TakenUp)
    | ({ type: 'ReviewOfficerReplaced' } & TakenUp) // beside the vocabulary: the round goes on, and no clock moves
    | ({ type: 'ReviewRefused' } & Refused)
    | ({ type: 'RecheckRefused' } & Refused)
    | { type: 'ReviewExtended'; days: number; grounds: Words; part: 'A18' | 'A20' }
    | ({ type: 'ReviewOpinionIssued' } & Issued)
    | ({ type: 'RecheckOpinionIssued' } & Issued)
    | { type: 'MatterRemanded'; document: string; revoked?: string; from: 'review' | 'recheck'; dueOn: { A37: PlainDate } }
    | { type: 'RecheckTermEnded' }
    | { type: 'RecheckTermLapsed' }
    | {
        type: 'EarlierCompared'; // beside the vocabulary: no clock moves before the second person has decided
        earlier: string;
        earlierNo: string;
        factsBefore: Words;
        factsNow: Words;
        reasonsBefore: Words;
        reasonsNow: Words;
        samePetitioner?: true; // said by whoever compared; absent in what was recorded before it was asked
        newFactsClaimed: boolean;
      }
    | { type: 'FurtherRefusalDropped'; earlierNo: string; grounds: Words } // beside the vocabulary: it is a new matter and goes its way
    | { type: 'FurtherAcceptanceRefused'; earlier: string; earlierNo: string; comparedBy: string; grounds: Words; notNew?: Words }
    | { type: 'ReauditRecorded'; confirmed: boolean; grounds: Words } // beside the vocabulary: one in ten is looked at again (rights R3)
  );

interface Requested {
  readonly organ: string;
  readonly on: PlainDate;
  readonly postmarkOn?: PlainDate;
  readonly grounds: Words;
  readonly newFacts?: Words;
  readonly excuse?: Words;
}

interface TakenUp {
  readonly officer: Contact;
  readonly noInterest: true;
}

interface Refused {
  readonly ground: RefuseReviewGround;
  readonly article: string;
  readonly grounds: Words;
}

interface Issued {
  readonly document: string;
  readonly result: ReviewResult;
  readonly grounds: Words;
  readonly results?: Readonly<Record<number, ClaimResult>>;
  readonly dueOn?: { readonly A27: PlainDate };
  readonly performingUnit?: string;
  readonly redoBy?: PlainDate;
  readonly recheckOrgan?: string;
}

/** How each is told on the line of what happened. */
export const REVIEW_TELLINGS = {
  ReviewRequested: { title: '信访人请求复查', shown: true, words: 'grounds' },
  RecheckRequested: { title: '信访人请求复核', shown: true, words: 'grounds' },
  ConclusionUndone: { title: '办结撤销：申请到得晚，但是在期限内寄出的，或者有正当理由', shown: true },
  ReviewAccepted: { title: '复查机关确定复查人员', shown: true },
  RecheckAccepted: { title: '复核机关确定复核人员', shown: true },
  ReviewOfficerReplaced: { title: '换人复查（复核）', shown: true },
  ReviewRefused: { title: '复查申请不予受理', shown: true, words: 'grounds' },
  RecheckRefused: { title: '复核申请不予受理', shown: true, words: 'grounds' },
  ReviewExtended: { title: '复查复核延长', shown: true, words: 'grounds' },
  ReviewNoticeDispatched: { title: '复查（复核）受理情况告知书发出', shown: true, words: 'evidence', shownWords: false },
  ReviewOpinionIssued: { title: '作出复查意见', shown: true },
  RecheckOpinionIssued: { title: '作出复核意见', shown: true },
  ReviewOpinionDispatched: { title: '复查意见书发出', shown: true, words: 'evidence', shownWords: false },
  RecheckOpinionDispatched: { title: '复核意见书发出', shown: true, words: 'evidence', shownWords: false },
  ReviewOpinionDelivered: { title: '复查意见书送达', shown: true, words: 'evidence', shownWords: false },
  RecheckOpinionDelivered: { title: '复核意见书送达', shown: true, words: 'evidence', shownWords: false },
  MatterRemanded: { title: '原意见撤销，由另一名承办人重新作出', shown: true },
  RecheckTermEnded: { title: '申请复核的期限届满，等邮寄在途的申请', shown: true },
  RecheckTermLapsed: { title: '没有收到复核申请', shown: true },
  EarlierCompared: { title: '与先前已经复核的一件对照', shown: true, words: 'factsNow', shownWords: false },
  FurtherRefusalDropped: { title: '有新的事实或者理由，作为新的事项办理', shown: true, words: 'grounds' },
  FurtherAcceptanceRefused: { title: '不再受理', shown: true, words: 'grounds' },
  ReauditRecorded: { title: '不再受理经过抽查', shown: true, words: 'grounds' },
  RefusalNoticeDispatched: { title: '不再受理告知书发出', shown: true, words: 'evidence', shownWords: false },
} as const satisfies Record<ReviewAction['type'] | 'ReviewNoticeDispatched' | ReviewPaperAction | 'RefusalNoticeDispatched', Telling>;

type ReviewPaperAction = 'ReviewOpinionDispatched' | 'RecheckOpinionDispatched' | 'ReviewOpinionDelivered' | 'RecheckOpinionDelivered';
