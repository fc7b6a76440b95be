import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { by, government, housing, petition, STORY, UNITS, water, words } from '../../../../../test/stories.ts';
import { also, clock, given, state } from '../../../../../test/ways.ts';
import type { MatterAction } from '../../actions.ts';
import { isShown } from '../../timeline.ts';

/** Asking for a hearing and being answered; and who may sit on it. */
const petitioner = (date: string) => by('信访人', date, '信访人');
const head = (date: string) => by('qinghe/housing', date, '王局长');
const apply = { type: 'applyForHearing', grounds: words('情况复杂，要当面说'), ...petitioner('2026-08-10') } as const;
const opinion = { type: 'issueOpinion', document: 'document/3', results: { 1: 'explained' }, ...housing('2026-09-10') } as const;

const schedule = (on: PlainDate, host: string, asked: string) =>
  ({
    type: 'scheduleHearing',
    on,
    place: words('局三楼，上午九点'),
    open: true,
    host,
    seats: 3,
    members: words('三人'),
    challenge: words('三日内提出'),
    ...housing(asked),
  }) as const;
const notice = (on: string, document: string): MatterAction => ({
  type: 'HearingNoticeDispatched',
  document,
  paper: 'hearingNotice',
  part: 'hearing/1',
  method: 'post',
  evidence: words('挂号信'),
  ...housing(on),
});
const hold = (on: PlainDate) =>
  ({ type: 'holdHearing', on, attended: words('都到了'), minutes: words('各方说了话'), agree: 3, disagree: 0, ...housing(on) }) as const;

describe('申请听证与答复（第三十一条第六项、第三十六条第二款）', () => {
  const applied = also(STORY.handling(), apply);

  it('申请没有答复以前不能出具处理意见；举行和不举行都要写理由，信访人看得到', () => {
    given(...applied)
      .when(opinion)
      .thenRefused('AgainstRule');
    const declined = also(applied, { type: 'declineHearing', grounds: words('事实清楚，各方没有争议'), ...housing('2026-08-12') });
    expect(declined.at(-1)).toMatchObject({ type: 'HearingCancelled', declined: true });
    expect(isShown(declined.at(-1)!)).toBe(true);
    given(...declined)
      .when(opinion)
      .thenTypes('OpinionIssued');
    given(...declined)
      .when({ ...apply, ...petitioner('2026-08-20') })
      .thenTypes('HearingApplied'); // no door is closed by a refusal
  });

  it('信访人到信访局申请听证的，信访局登记，由承办单位答复', () => {
    given(...STORY.handling())
      .when({ ...apply, ...petition('2026-08-10') })
      .thenTypes('HearingApplied');
    given(...STORY.handling())
      .when({ ...apply, ...water('2026-08-10') })
      .thenRefused('NotAllowed');
    given(...also(STORY.handling(), { ...apply, ...petition('2026-08-10') }))
      .when({ type: 'declineHearing', grounds: words('没有必要'), ...petition('2026-08-12') })
      .thenRefused('NotAllowed');
  });

  it('没有申请的，没有可以答复的；决定举行的，就是答复', () => {
    given(...STORY.handling())
      .when({ type: 'declineHearing', grounds: words('没有必要'), ...housing('2026-08-12') })
      .thenRefused('AgainstRule');
    const decided = also(applied, { type: 'decideHearing', ground: 'complex', grounds: words('各方说法不一'), ...housing('2026-08-12') });
    expect(state(decided).hearings).toMatchObject([{ id: 'hearing/1', state: 'decided' }]);
  });

  it('受理以前、办结以后没有人审理，不能申请', () => {
    given(...STORY.referred())
      .when(apply)
      .thenRefused('WrongStage');
    given(...STORY.delivered())
      .when({ ...apply, ...petitioner('2026-09-20') })
      .thenRefused('WrongStage');
  });
});

describe('听证人员回避（第二十八条第三款，不变量 30）', () => {
  const planned = [
    ...also(
      STORY.handling(),
      { type: 'decideHearing', ground: 'complex', grounds: words('各方说法不一'), ...housing('2026-08-12') },
      schedule('2026-08-24', '主持人', '2026-08-12'),
    ),
    notice('2026-08-13', 'document/8'),
  ];
  const challenge = { type: 'challengePanel', seat: 1, interest: words('主持人是对方的亲戚'), ...petitioner('2026-08-17') } as const;
  const decide = (recused: boolean) => ({ type: 'decideRecusal', no: 1, recused, grounds: words('查实'), ...head('2026-08-18') }) as const;

  it('申请以后三个工作日内决定，决定以前不能举行', () => {
    const pending = also(planned, challenge);
    expect(clock(pending, 'E04', 'recusal/1')).toMatchObject({ holder: 'qinghe/housing', legalOn: '2026-08-20' });
    given(...pending)
      .when(hold('2026-08-24'))
      .thenRefused('AgainstRule');
    given(...also(pending, decide(false)))
      .when(hold('2026-08-24'))
      .thenTypes('HearingHeld');
  });

  it('改派以后由接手的单位开：回避由它决定，重新定日期的写它的名', () => {
    const moved = also(
      planned,
      { type: 'reassign', to: UNITS.water, ground: 'superior', grounds: words('由水利局办'), ...government('2026-08-14') },
      { type: 'startHandling', handler: { person: '赵海', card: words('赵海') }, ...water('2026-08-14') },
    );
    expect(also(moved, challenge).at(-1)).toMatchObject({ type: 'RecusalRequested', unit: UNITS.water });
    given(...also(moved, challenge))
      .when({ ...decide(false), ...by(UNITS.water, '2026-08-18', '刘局长') })
      .thenTypes('RecusalDecided');
    const again = also(moved, { ...schedule('2026-08-31', '另一名主持人', '2026-08-17'), ...water('2026-08-17') });
    expect(state(again).hearings).toMatchObject([{ organ: UNITS.water, on: '2026-08-31' }]);
  });

  it('决定回避的，另选人员、重新通知以后才能举行；原来的人不能再选', () => {
    const granted = also(planned, challenge, decide(true));
    given(...granted)
      .when(hold('2026-08-24'))
      .thenRefused('AgainstRule');
    given(...granted)
      .when(schedule('2026-08-31', '主持人', '2026-08-19'))
      .thenRefused('AgainstRule');
    const again = also(granted, schedule('2026-08-31', '另一名主持人', '2026-08-19'));
    given(...again)
      .when(hold('2026-08-31'))
      .thenRefused('TooLate'); // the new panel has to be told as the first one was
    given(...again, notice('2026-08-20', 'document/9'))
      .when(hold('2026-08-31'))
      .thenTypes('HearingHeld');
  });

  it('对听证员也一样；说不清是第几席的也要决定；换过人以后，对原来人员的回避不再挡住新的', () => {
    for (const seat of [{ seat: 3 }, {}]) {
      const { seat: _, ...rest } = challenge;
      const granted = also(planned, { ...rest, ...seat }, decide(true));
      given(...granted)
        .when(hold('2026-08-24'))
        .thenRefused('AgainstRule');
      const again = [...also(granted, schedule('2026-08-31', '主持人', '2026-08-19')), notice('2026-08-20', 'document/9')];
      given(...again)
        .when(hold('2026-08-31'))
        .thenTypes('HearingHeld');
    }
    given(...planned)
      .when({ ...challenge, seat: 4 })
      .thenRefused('AgainstRule');
    given(...also(planned, challenge))
      .when({ ...challenge, ...petitioner('2026-08-18') })
      .thenRefused('AgainstRule');
  });
});
