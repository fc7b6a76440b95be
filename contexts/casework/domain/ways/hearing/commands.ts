import type { PlainDate } from '#kernel/dates.ts';
import type { Done, Words } from '#kernel/decider.ts';
import type { ClosedGround, HearingGround } from './state.ts';

/** What may be asked: 听证. Text comes as `Words`, already put away. */
export type HearingCommand = Done &
  (
    | { type: 'tellHearingRight'; told: Words }
    | { type: 'applyForHearing'; grounds: Words }
    | { type: 'declineHearing'; grounds: Words }
    | { type: 'decideHearing'; ground: HearingGround; grounds: Words }
    | {
        type: 'scheduleHearing';
        on: PlainDate;
        place: Words; // with the hour
        open: boolean;
        closedGround?: ClosedGround;
        host: string;
        seats: number;
        members: Words; // names and posts, with who takes the minutes
        challenge: Words; // how and until when one may ask that somebody be replaced
      }
    | { type: 'challengePanel'; seat?: number; interest: Words; newGround?: boolean } // the seat as the notice counts them; the first is the host's
    | { type: 'holdHearing'; on: PlainDate; attended: Words; minutes: Words; agree: number; disagree: number; dissent?: Words }
    | { type: 'reportHearing'; report: Words }
    | { type: 'cancelHearing'; grounds: Words }
  );
