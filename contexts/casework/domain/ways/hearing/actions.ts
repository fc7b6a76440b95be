import type { PlainDate } from '#kernel/dates.ts';
import type { Done, Words } from '#kernel/decider.ts';
import type { Telling } from '../telling.ts';
import type { ClosedGround, HearingGround } from './state.ts';

/** What can have happened: 听证. The vocabulary of lifecycle 4.5; the papers stand with all papers. */
export type HearingAction = Done &
  (
    | { type: 'HearingRightTold'; told: Words }
    | { type: 'HearingApplied'; part: string; grounds: Words }
    | { type: 'HearingDecided'; part: string; ground: HearingGround; grounds: Words }
    | {
        type: 'HearingScheduled';
        part: string;
        on: PlainDate;
        place: Words;
        open: boolean;
        closedGround?: ClosedGround;
        host: string;
        seats: number;
        members: Words;
        challenge: Words;
      }
    | { type: 'HearingHeld'; part: string; on: PlainDate; attended: Words; minutes: Words; agree: number; disagree: number; dissent?: Words }
    | { type: 'HearingReported'; part: string; report: Words }
    | { type: 'HearingCancelled'; part: string; grounds: Words; declined?: true } // declined: it was applied for, and there will be none
  );

/** How each is told on the line of what happened. */
export const HEARING_TELLINGS = {
  HearingRightTold: { title: '告知可以申请听证', shown: true, words: 'told' },
  HearingApplied: { title: '信访人申请听证', shown: true, words: 'grounds' },
  HearingDecided: { title: '决定举行听证', shown: true, words: 'grounds' },
  HearingScheduled: { title: '定下听证的时间、地点和人员', shown: true, words: 'place' },
  HearingNoticeDispatched: { title: '听证通知书发出', shown: true, words: 'evidence', shownWords: false },
  SuspensionNoticeDispatched: { title: '听证期间不计入复核期限告知书发出', shown: true, words: 'evidence', shownWords: false },
  HearingHeld: { title: '举行听证', shown: true, words: 'minutes', shownWords: false },
  HearingReported: { title: '听证报告', shown: true, words: 'report' },
  HearingCancelled: { title: '听证取消', shown: true, words: 'grounds' },
} as const satisfies Record<HearingAction['type'] | 'HearingNoticeDispatched' | 'SuspensionNoticeDispatched', Telling>;
