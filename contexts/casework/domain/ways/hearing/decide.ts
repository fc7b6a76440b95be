import { inChinese, lastDayBefore } from '#kernel/lengths.ts';
import { dateInChina } from '#kernel/dates.ts';
import { newestOf } from '../../clocks.ts';
import type { MatterAction } from '../../actions.ts';
import { against, tooLate } from '../../decide/sentences.ts';
import { mustHaveHappened } from '../../decide/accepting.ts';
import { answerableOrgan, type Matter } from '../../matter.ts';
import { passedUp } from '../care/above.ts';
import { isAgain } from '../care/again.ts';
import { barring, recusalsOf } from '../care/state.ts';
import { instanceOf, officerNow } from '../review/outcome.ts';
import { mustBeNew } from '../review/deciding.ts';
import type { Asked, Conditions, Rules } from '../rule.ts';
import type { HearingCommand } from './commands.ts';
import { challengeTo, seatOf, type Hearing } from './state.ts';

const NONE = '现在没有这样的听证，请先决定举行听证。';
/** What a hearing that has come this far waits for. */
const NEXT: Readonly<Partial<Record<Hearing['state'], string>>> = {
  applied: '听证申请还没有答复，请先决定举行听证，或者答复不举行的理由。',
  decided: '听证已经决定举行，还没有定日期，请先定听证日期。',
  scheduled: '听证还没有举行，请先记录听证。',
  held: '听证已经举行，请提交听证报告。',
};
const UNASKED = '没有等待答复的听证申请。';
const RECUSAL = '第二十八条第三款';
const AHEAD = '听证通知的期限';

/** 听证 (第三十一条第六项、第三十六条第二款): what there has to be before each step. */
export const HEARING_CONDITIONS: Conditions<HearingCommand> = {
  applyForHearing: none,
  declineHearing: ({ matter }) => (openHearing(matter, 'applied') ? undefined : against(UNASKED)),
  challengePanel: has('scheduled'),
  decideHearing: ({ matter }) => (openHearing(matter, 'decided', 'scheduled', 'held') ? against('已经有一次听证正在进行。请先了结。') : undefined),
  scheduleHearing: has('decided', 'scheduled'),
  holdHearing: has('scheduled'),
  reportHearing: has('held'),
  cancelHearing: has('decided', 'scheduled'),
};

export const HEARING_RULES: Rules<HearingCommand> = {
  tellHearingRight: ({ told, by, at }) => [{ type: 'HearingRightTold', told, by, at }],

  applyForHearing: ({ grounds, by, at }, matter) => [{ type: 'HearingApplied', part: nextHearing(matter), grounds, by, at }],

  declineHearing: ({ grounds, by, at }, matter) => [{ type: 'HearingCancelled', part: openHearing(matter, 'applied')!.id, grounds, declined: true, by, at }],

  decideHearing({ ground, grounds, by, at }, matter) {
    const part = openHearing(matter, 'applied')?.id ?? nextHearing(matter);
    return [{ type: 'HearingDecided', part, ground, grounds, by, at }];
  },

  scheduleHearing({ on, place, open, closedGround, host, seats, members, challenge, by, at }, matter, _, calendar, law) {
    const { id: part } = openHearing(matter, 'decided', 'scheduled')!;
    const ahead = law.terms.E06!.length;
    const latest = lastDayBefore(ahead, on, calendar);
    if (!latest || latest < dateInChina(at)) throw against(`听证通知书至少要提前${inChinese(ahead)}发出，这一天太近了。请另定日期。`, AHEAD);
    if (!open && !closedGround) throw against('听证以公开为原则。不公开的，要选定理由：国家秘密、商业秘密或者个人隐私。');
    if (seats < 3 || seats % 2 === 0) throw against('听证员（含主持人）应当为三人以上单数，请核对人数。');
    mustBeImpartial(matter, host);
    const closed = !open && closedGround ? { closedGround } : {};
    return [{ type: 'HearingScheduled', part, on, place, open, ...closed, host, seats, members, challenge, by, at }];
  },

  /** Whoever hears is bound as whoever handles: the organ that holds the hearing decides in three working days (E04). */
  challengePanel({ seat, interest, newGround, by, at }, matter, organs) {
    const hearing = openHearing(matter, 'scheduled')!;
    if (seat !== undefined && (seat < 1 || seat > (hearing.seats ?? 1))) throw against(`听证人员共${hearing.seats}席，请核对是第几席。`, RECUSAL);
    const person = seatOf(hearing, seat);
    if (recusalsOf(matter).some((one) => one.person === person && one.state !== 'refused')) throw against('对这一席已经申请回避，不必重复申请。', RECUSAL);
    const again = seat !== undefined && isAgain(matter, person, newGround); // without a seat it may be somebody else each time
    const request = { part: `recusal/${recusalsOf(matter).length + 1}`, unit: answerableOrgan(matter) ?? hearing.organ }; // whoever holds it now, also after it was given to another
    const requested: MatterAction = { type: 'RecusalRequested', ...request, person, interest, ...(again && { again }), by, at };
    return again ? [requested, ...passedUp(request, organs, { grounds: interest, by, at })] : [requested];
  },

  holdHearing({ on, attended, minutes, agree, disagree, dissent, by, at }, matter) {
    const hearing = openHearing(matter, 'scheduled')!;
    mustHaveHappened(on, at, matter, '听证');
    mustBeUnchallenged(hearing, matter);
    if (on !== hearing.on) throw against(`听证定在${hearing.on}。改了日期的，请先重新定日期并重新通知。`);
    mustBeTold(hearing, matter);
    if (hearing.suspends && !hearing.toldStart) throw against('还没有书面告知信访人听证期间不计入复核期限。请先发出告知书。', '第三十六条第二款');
    if (agree + disagree > (hearing.seats ?? 0)) throw against('票数多于听证员人数，请核对。');
    if (agree <= disagree)
      throw against('“赞成多数意见的票数”应当多于不同意见的票数。填反了的请改正；没有形成多数意见的，请听证员继续评议。', '听证意见按多数形成');
    if (2 * agree <= (hearing.seats ?? 0))
      throw against('赞成的不到全体听证员的一半，没有形成听证意见。请听证员继续评议；到场的人不够的，请另定日期。', '听证意见按多数形成');
    if (disagree > 0 && !dissent) throw against('有不同意见的，要如实写明。');
    return [{ type: 'HearingHeld', part: hearing.id, on, attended, minutes, agree, disagree, ...(dissent && { dissent }), by, at }];
  },

  reportHearing: ({ report, by, at }, matter) => [{ type: 'HearingReported', part: openHearing(matter, 'held')!.id, report, by, at }],

  cancelHearing: ({ grounds, by, at }, matter) => [{ type: 'HearingCancelled', part: openHearing(matter, 'decided', 'scheduled')!.id, grounds, by, at }],
};

/** Seven days before, and not come back: a notice that did not reach the petitioner has told nothing, and sent again it counts from that day. */
function mustBeTold({ id, notices = [] }: Hearing, { clocks, papers }: Matter): void {
  const ahead = newestOf(clocks, 'E06', id);
  if (!ahead) return;
  if (ahead.outcome !== 'kept') throw tooLate('听证通知书没有在期限内发出，这次听证应当改期。请重新定日期，并按时通知。', AHEAD);
  const sent = notices.flatMap((document) => papers[document] ?? []);
  if (sent.length === 0 || sent.some(({ state, on }) => state !== 'failed' && on <= ahead.legalOn)) return;
  throw tooLate('听证通知书没有送到信访人，重新发出的也晚了，这次听证应当改期。请重新定日期，并重新通知。', AHEAD);
}

/** A panel with a challenged seat does not sit; where the challenge was granted, another one is named and told anew. */
function mustBeUnchallenged(hearing: Hearing, matter: Matter): void {
  const challenge = challengeTo(hearing, matter);
  if (challenge?.state === 'pending') throw against('有人申请听证人员回避，还没有决定。请先“决定回避”，再举行听证。', RECUSAL);
  if (challenge) throw against('听证人员已经决定回避。请另选人员，重新“定听证日期”并通知各方，再举行听证。', RECUSAL);
}

/** The host belongs to nobody's side: not the handler, and nobody who took part before. */
function mustBeImpartial(matter: Matter, host: string): void {
  if (host === officerNow(matter)) throw against('听证主持人不能由承办人担任，请另选一名没有参加本件办理的人员。', '第二十八条第三款');
  if (barring(matter, host)) throw against('这名主持人已被申请回避或者已经回避，请另选一名。', RECUSAL);
  mustBeNew(matter, host, '这名主持人');
}

/** The hearing of this stage that has come this far. */
export function openHearing(matter: Matter, ...states: Hearing['state'][]): Hearing | undefined {
  return (matter.hearings ?? []).findLast(({ instance, state }) => instance === instanceOf(matter) && states.includes(state));
}

const nextHearing = ({ hearings = [] }: Matter) => `hearing/${hearings.length + 1}`;

/** An application is answered before the opinion is made: nobody is left waiting for a hearing that the opinion made pointless. */
export const unanswered = (article: string) => against('信访人申请了听证，还没有答复。请先“决定举行听证”，或者“不举行听证”并写明理由。', article);

/** A hearing that was decided, and mostly announced to everybody, is held or called off: nothing is decided over it. */
export const unfinished = (matter: Matter, article: string) =>
  openHearing(matter, 'decided', 'scheduled', 'held')
    ? against('听证已经决定举行，还没有报告，也没有取消。请先了结听证；不举行了的，“取消听证”并写明理由，告诉信访人。', article)
    : undefined;

function none({ matter }: Asked) {
  return openHearing(matter, 'applied', 'decided', 'scheduled', 'held') ? against('已经申请或者决定了一次听证，请等它了结。') : undefined;
}

function has(...states: Hearing['state'][]) {
  return ({ matter }: Asked) => {
    if (openHearing(matter, ...states)) return undefined;
    const other = openHearing(matter, 'applied', 'decided', 'scheduled', 'held');
    return against((other && NEXT[other.state]) ?? NONE);
  };
}
