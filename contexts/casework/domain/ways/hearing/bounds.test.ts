import { describe, expect, it } from 'vitest';
import type { Law } from '#kernel/law.ts';
import { answer } from '../../../../../test/answer.ts';
import { by, decider, government, ground, housing, laws, STORY, UNITS, words } from '../../../../../test/stories.ts';
import { also, state } from '../../../../../test/ways.ts';
import type { MatterAction } from '../../actions.ts';
import type { MatterCommand } from '../../commands.ts';
import { matterDecider } from '../../decide/index.ts';

/** 听证的界限: seats, votes, days and challenges, each by the last that passes and the first that does not. */
const text = words('理由');
const petitioner = (date: string) => by('信访人', date, '信访人');
const ask = (past: readonly MatterAction[], command: object, asked = decider) => answer(past, command as MatterCommand, asked);
const then = (past: readonly MatterAction[], ...commands: object[]) => also(past, ...(commands as MatterCommand[]));

const decideHearing = (date = '2026-08-12') => ({ type: 'decideHearing', ground: 'complex', grounds: text, ...housing(date) });
const schedule = (more: object = {}, asked = '2026-08-12') => ({
  ...{ type: 'scheduleHearing', on: '2026-08-24', place: text, open: true, host: '主持人', seats: 3, members: text, challenge: text },
  ...housing(asked),
  ...more,
});
const told = (date = '2026-08-13') => ({
  type: 'dispatch',
  document: 'document/8',
  paper: 'hearingNotice',
  part: 'hearing/1',
  method: 'post',
  evidence: text,
  ...housing(date),
});
const hold = (more: object = {}, date = '2026-08-24') => ({
  type: 'holdHearing',
  on: '2026-08-24',
  attended: text,
  minutes: text,
  agree: 3,
  disagree: 0,
  ...housing(date),
  ...more,
});
const decided = then(STORY.handling(), decideHearing());
const planned = then(decided, schedule(), told());

describe('定听证日期', () => {
  it('提前七日：第七日定的可以，第六日定的不可以；本地定得更长的照本地的', () => {
    expect(ask(decided, schedule({}, '2026-08-17'))).toBe('HearingScheduled');
    expect(ask(decided, schedule({}, '2026-08-18'))).toContain('提前7日');
    const national = laws.inForce('2026-05-11');
    const longer: Law = { ...national, terms: { ...national.terms, E06: { ...national.terms.E06!, length: { days: 10 } } } };
    const local = matterDecider(ground(longer));
    expect(ask(decided, schedule({}, '2026-08-14'), local)).toBe('HearingScheduled');
    expect(ask(decided, schedule({}, '2026-08-17'), local)).toContain('请另定日期');
  });

  it('三席以上单数；公开的不记不公开的理由，不公开的记下', () => {
    for (const seats of [-1, 0, 1, 2, 4]) expect(ask(decided, schedule({ seats })), `${seats}`).toContain('三人以上单数');
    for (const seats of [3, 5]) expect(ask(decided, schedule({ seats })), `${seats}`).toBe('HearingScheduled');
    expect(then(decided, schedule({ closedGround: 'privacy' })).at(-1)).not.toHaveProperty('closedGround');
    expect(then(decided, schedule({ open: false, closedGround: 'privacy' })).at(-1)).toMatchObject({ open: false, closedGround: 'privacy' });
  });
});

describe('举行听证', () => {
  it('不变量 10：没有开的不能登记开了；日期就是通知的那一天', () => {
    expect(ask(planned, hold({}, '2026-08-21'))).toContain('听证的日期晚于今天');
    expect(ask(planned, hold({ on: '2026-08-25' }, '2026-08-25'))).toContain('听证定在2026-08-24');
    expect(ask(planned, hold({}, '2026-08-25'))).toBe('HearingHeld');
  });

  it('票数到人数为止，可以有人弃权；多数是全体听证员的过半数，平票、没有票、只有一个人投票的不成；有一票反对就要写不同意见，没有的不记', () => {
    const dissent = words('保修期应当从交房起算');
    expect(ask(planned, hold({ agree: 3, disagree: 1, dissent }))).toContain('票数多于听证员人数');
    expect(ask(planned, hold({ agree: 0, disagree: 4, dissent }))).toContain('票数多于听证员人数');
    expect(ask(planned, hold({ agree: 2, disagree: 1 }))).toContain('有不同意见的，要如实写明');
    expect(then(planned, hold({ agree: 2, disagree: 1, dissent })).at(-1)).toMatchObject({ agree: 2, disagree: 1, dissent });
    for (const [agree, disagree] of [
      [0, 3],
      [1, 2],
      [1, 1],
      [0, 0],
    ])
      expect(ask(planned, hold({ agree, disagree, dissent })), `${agree}:${disagree}`).toContain('应当多于不同意见的票数');
    expect(ask(planned, hold({ agree: 1, disagree: 0 }))).toContain('赞成的不到全体听证员的一半'); // one of three is no panel
    expect(ask(planned, hold({ agree: 2, disagree: 0 }))).toBe('HearingHeld');
    const five = then(decided, schedule({ seats: 5 }), told());
    expect(ask(five, hold({ agree: 2, disagree: 1, dissent }))).toContain('请另定日期');
    expect(ask(five, hold({ agree: 3, disagree: 1, dissent }))).toBe('HearingHeld');
    expect(then(planned, hold()).at(-1)).not.toHaveProperty('dissent');
  });

  it('不变量 20：听证通知书没有送到的，不能照开；重新发出的也要提前七日，不然改期、再通知', () => {
    const failed = (date: string, document = 'document/8') => ({ type: 'reportDeliveryFailed', document, grounds: text, ...housing(date) });
    const back = then(planned, failed('2026-08-14'));
    expect(ask(back, hold())).toContain('听证通知书没有送到信访人');
    expect(ask(then(back, told('2026-08-17')), hold())).toBe('HearingHeld'); // again, and still seven days before
    expect(ask(then(back, told('2026-08-18')), hold())).toContain('这次听证应当改期');
    expect(ask(then(back, { ...told('2026-08-17'), document: 'document/9' }), hold())).toBe('HearingHeld'); // a new one in its place
    const moved = then(back, schedule({ on: '2026-08-31' }, '2026-08-18'));
    expect(ask(moved, hold({ on: '2026-08-31' }, '2026-08-31'))).toContain('没有在期限内发出');
    expect(ask(then(moved, { ...told('2026-08-19'), document: 'document/9' }), hold({ on: '2026-08-31' }, '2026-08-31'))).toBe('HearingHeld');
  });

  it('不变量 30：没有第零席、第四席；一席一次，别的席位不受影响；不同意的可以再申请；等决定和已经回避说得不一样', () => {
    const challenge = (seat?: number, date = '2026-08-17') => ({
      type: 'challengePanel',
      ...(seat !== undefined && { seat }),
      interest: text,
      ...petitioner(date),
    });
    for (const seat of [0, -1, 4]) expect(ask(planned, challenge(seat)), `${seat}`).toContain('听证人员共3席');
    for (const seat of [1, 3, undefined]) expect(ask(planned, challenge(seat)), `${seat}`).toBe('RecusalRequested');
    const one = then(planned, challenge(2));
    expect(ask(one, challenge(2))).toContain('对这一席已经申请回避');
    expect(ask(one, challenge(3))).toBe('RecusalRequested');
    expect(ask(one, hold())).toContain('还没有决定');
    const answered = (recused: boolean) => then(one, { type: 'decideRecusal', no: 1, recused, grounds: text, ...by(UNITS.housing, '2026-08-18', '王局长') });
    const again = challenge(2, '2026-08-19');
    expect(ask(answered(false), again)).toBe('RecusalRequested RecusalPassedUp'); // the same ground: the organ above looks again, and the hearing is held
    expect(ask(then(answered(false), again), hold())).toBe('HearingHeld');
    expect(ask(answered(false), { ...again, newGround: true })).toBe('RecusalRequested');
    expect(ask(then(answered(false), { ...again, newGround: true }), hold())).toContain('还没有决定');
    expect(ask(answered(true), hold())).toContain('请另选人员');
    expect(ask(answered(false), hold())).toBe('HearingHeld');
  });
});

describe('一件一件的听证', () => {
  it('按次编号；申请了、决定了、定了、开了的，等它了结才能再申请', () => {
    const apply = (date: string) => ({ type: 'applyForHearing', grounds: text, ...petitioner(date) });
    const applied = then(STORY.handling(), apply('2026-08-10'));
    expect(applied.at(-1)).toMatchObject({ part: 'hearing/1' });
    const held = then(planned, hold());
    for (const past of [applied, decided, planned, held]) expect(ask(past, apply('2026-08-25'))).toContain('已经申请或者决定了一次听证');
    const declined = then(applied, { type: 'declineHearing', grounds: text, ...housing('2026-08-11') });
    expect(then(declined, apply('2026-08-25')).at(-1)).toMatchObject({ part: 'hearing/2' });
    const reported = then(held, { type: 'reportHearing', report: text, ...housing('2026-08-25') });
    expect(reported.at(-1)).toMatchObject({ type: 'HearingReported', part: 'hearing/1' });
    expect(then(reported, apply('2026-08-26')).at(-1)).toMatchObject({ part: 'hearing/2' });
    const cancelled = then(decided, { type: 'cancelHearing', grounds: text, ...housing('2026-08-13') });
    expect(cancelled.at(-1)).toMatchObject({ type: 'HearingCancelled', part: 'hearing/1', grounds: text });
    expect(ask(decided, { type: 'tellHearingRight', told: text, ...housing('2026-08-13') })).toBe('HearingRightTold');
  });

  it('承办时没有开成的听证，不算复查机关的；复查中自己的，了结以后才能作出意见（第三十六条第二款）', () => {
    const opinion = { type: 'issueOpinion', document: 'document/2', results: { 1: 'explained' }, ...housing('2026-09-10') };
    const sent = { type: 'dispatch', document: 'document/2', paper: 'handlingOpinion', method: 'post', evidence: text, ...housing('2026-09-10') };
    expect(ask(decided, opinion)).toContain('听证已经决定举行，还没有报告，也没有取消');
    expect(ask(planned, opinion)).toContain('请先了结听证'); // everybody has been told the day
    const agree = {
      type: 'signAgreement',
      form: 'settlement',
      petitionerFree: true,
      otherFree: true,
      terms: text,
      scan: text,
      dueOn: '2026-10-10',
      ...housing('2026-08-20'),
    };
    const lead = { type: 'routeToProcedure', route: 'arbitration', organ: text, term: text, reviewer: '审查人', grounds: text, ...housing('2026-08-20') };
    const asking = then(STORY.handling(), { type: 'applyForHearing', grounds: text, ...petitioner('2026-08-19') });
    expect(ask(asking, lead)).toContain('信访人申请了听证，还没有答复'); // nor is anybody left waiting for an answer
    const asDuty = (past: readonly MatterAction[]) => past.map((one) => (one.type === 'MatterAccepted' ? { ...one, route: 'dutyPerformance' as const } : one));
    const reply = { type: 'replyDuty', document: 'document/2', performed: true, grounds: text, ...housing('2026-08-20') };
    expect(ask(asDuty(asking), reply)).toContain('信访人申请了听证，还没有答复');
    expect(ask(asDuty(planned), reply)).toContain('请先了结听证');
    expect(ask(asDuty(STORY.handling()), reply)).toBe('DutyReplyIssued');
    for (const command of [agree, lead]) {
      expect(ask(planned, command)).toContain('请先了结听证'); // its notice would be owed, and counted as late, long after
      expect(ask(then(planned, { type: 'cancelHearing', grounds: text, ...housing('2026-08-20') }), command)).toMatch(/AgreementSigned|MatterRouted/);
    }
    expect(ask(then(planned, { type: 'cancelHearing', grounds: text, ...housing('2026-08-20') }), opinion)).toBe('OpinionIssued');
    const issued: MatterAction = {
      type: 'OpinionIssued',
      document: 'document/2',
      results: { 1: 'explained' },
      reviewOrgan: UNITS.government,
      ...housing('2026-09-10'),
    };
    const reviewing = then(
      [...decided, issued], // of a history from before this was refused
      sent,
      { type: 'recordDelivery', document: 'document/2', method: 'post', evidence: text, on: '2026-09-14', ...housing('2026-09-14') },
      { type: 'requestReview', on: '2026-09-30', grounds: text, ...petitioner('2026-09-30') },
      { type: 'admitReview', accepted: true, officer: { person: '周政', card: text }, ...government('2026-10-09') },
    );
    expect(state(reviewing).hearings).toMatchObject([{ instance: 'handling', state: 'decided' }]);
    const uphold = { type: 'decideReview', document: 'document/5', result: 'uphold', grounds: text, ...government('2026-10-22') };
    const cancel = { type: 'cancelHearing', grounds: text, ...government('2026-10-12') };
    expect(ask(reviewing, uphold)).toBe('ReviewOpinionIssued');
    expect(ask(reviewing, cancel)).toContain('现在没有这样的听证');
    const applied = then(reviewing, { type: 'applyForHearing', grounds: text, ...petitioner('2026-10-10') });
    expect(ask(applied, uphold)).toContain('信访人申请了听证，还没有答复');
    const own = then(applied, { ...decideHearing(), ...government('2026-10-10') });
    expect(own.at(-1)).toMatchObject({ part: 'hearing/2' });
    expect(ask(own, uphold)).toContain('听证还没有报告，也没有取消');
    expect(ask(then(own, cancel), uphold)).toBe('ReviewOpinionIssued');
  });
});
