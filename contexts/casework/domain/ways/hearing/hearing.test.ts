import { describe, expect, it } from 'vitest';
import { replay } from '#kernel/decider.ts';
import { specify } from '#kernel/spec.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { by, decider, housing, opening, STORY, UNITS, words } from '../../../../../test/stories.ts';
import type { MatterAction } from '../../actions.ts';
import { newestOf } from '../../clocks.ts';

const given = specify(decider);
const state = (...actions: MatterAction[]) => replay(decider, actions);
const CITY = 'linshui/government';
const city = (date: string) => by(CITY, date, '钱江');
const schedule = (on: PlainDate, more: object = {}) =>
  ({
    type: 'scheduleHearing',
    on,
    place: words('县政府三楼，上午九点'),
    open: true,
    host: '主持人',
    seats: 3,
    members: words('三人'),
    challenge: words('三日内提出'),
    ...more,
  }) as const;

/** A matter under recheck, whose recheck was asked for on 2026-03-02. */
const rechecking = (): MatterAction[] => [
  ...STORY.delivered().map((action) => (action.type === 'MatterOpened' ? { ...action, ...opening('2025-09-01') } : action)),
  { type: 'ReviewRequested', organ: UNITS.government, on: '2026-02-01', grounds: words('一'), ...by('信访人', '2026-02-01', '信访人') },
  { type: 'ReviewAccepted', officer: { person: '周政', card: words('周政') }, noInterest: true, ...by(UNITS.government, '2026-02-02', '周政') },
  {
    type: 'ReviewOpinionIssued',
    document: 'document/5',
    result: 'uphold',
    grounds: words('一'),
    recheckOrgan: CITY,
    ...by(UNITS.government, '2026-02-10', '周政'),
  },
  {
    type: 'ReviewOpinionDispatched',
    document: 'document/5',
    paper: 'reviewOpinion',
    method: 'post',
    evidence: words('一'),
    ...by(UNITS.government, '2026-02-10'),
  },
  {
    type: 'ReviewOpinionDelivered',
    document: 'document/5',
    paper: 'reviewOpinion',
    method: 'post',
    evidence: words('一'),
    on: '2026-02-12',
    ...by(UNITS.government, '2026-02-12'),
  },
  { type: 'RecheckRequested', organ: CITY, on: '2026-03-02', grounds: words('一'), ...by('信访人', '2026-03-02', '信访人') },
  { type: 'RecheckAccepted', officer: { person: '钱江', card: words('钱江') }, noInterest: true, ...city('2026-03-04') },
];
const decided = (on = '2026-03-12'): MatterAction[] => [
  ...rechecking(),
  { type: 'HearingDecided', part: 'hearing/1', ground: 'complex', grounds: words('一'), ...city(on) },
];

describe('听证期间不计入复核期限（第三十六条第二款）', () => {
  const reported = (on: string): MatterAction[] => [
    ...decided(),
    {
      type: 'HearingScheduled',
      part: 'hearing/1',
      on: '2026-03-20',
      place: words('一'),
      open: true,
      host: '主持人',
      seats: 3,
      members: words('一'),
      challenge: words('一'),
      ...city('2026-03-12'),
    },
    { type: 'HearingHeld', part: 'hearing/1', on: '2026-03-20', attended: words('一'), minutes: words('一'), agree: 3, disagree: 0, ...city('2026-03-20') },
    { type: 'HearingReported', part: 'hearing/1', report: words('一'), ...city(on) },
  ];

  it('V23：三月十二日决定、二十二日报告，十日不算；四月三十日报告，至多三十日不算', () => {
    expect(newestOf(state(...rechecking()).clocks, 'A20')).toMatchObject({ targetOn: '2026-04-01' });
    expect(newestOf(state(...reported('2026-03-22')).clocks, 'A20')).toMatchObject({ suspendedDays: 10, targetOn: '2026-04-11', legalOn: '2026-04-13' });
    expect(newestOf(state(...reported('2026-04-30')).clocks, 'A20')).toMatchObject({ suspendedDays: 30, targetOn: '2026-05-01', legalOn: '2026-05-06' });
  });

  it('不变量 49：第二次听证不再停算；办理、复查中的听证从不停算', () => {
    const twice = [
      ...reported('2026-03-22'),
      { type: 'HearingDecided', part: 'hearing/2', ground: 'major', grounds: words('一'), ...city('2026-03-25') } as const,
    ];
    expect(newestOf(state(...twice).clocks, 'A20')).toMatchObject({ suspendedDays: 10, targetOn: '2026-04-11' });
    expect(state(...twice).hearings?.at(-1)).toMatchObject({ suspends: false });
    const handling = state(...STORY.handling(), { type: 'HearingDecided', part: 'hearing/1', ground: 'major', grounds: words('一'), ...housing('2026-08-20') });
    expect(newestOf(handling.clocks, 'A14')).toMatchObject({ targetOn: '2026-10-02', suspendedDays: 0 });
  });

  it('不变量 49：开始没有书面告知的不能开听证，结束没有告知的不能作出复核意见', () => {
    const decide = { type: 'decideRecheck', document: 'document/7', result: 'uphold', grounds: words('一'), ...city('2026-03-30') } as const;
    given(...reported('2026-03-22'))
      .when(decide)
      .thenRefused('AgainstRule');
    const told = (phase: 'start' | 'end', on: string): MatterAction => ({
      type: 'SuspensionNoticeDispatched',
      document: `document/${phase}`,
      paper: 'suspensionNotice',
      part: 'hearing/1',
      phase,
      method: 'post',
      evidence: words('一'),
      ...city(on),
    });
    given(...reported('2026-03-22'), told('start', '2026-03-13'), told('end', '2026-03-23'))
      .when(decide)
      .thenTypes('RecheckOpinionIssued');
  });

  it('复核期限已经过了才决定听证的，停不了什么，也不告诉信访人不计入', () => {
    const late = state(...decided('2026-04-02'));
    expect(newestOf(late.clocks, 'A20')).toMatchObject({ suspendedDays: 0, legalOn: '2026-04-01' });
    expect(newestOf(late.clocks, 'A21')).toBeUndefined();
    expect(late.hearings).toMatchObject([{ suspends: false }]);
    expect(state(...decided('2026-04-01')).hearings).toMatchObject([{ suspends: true }]); // the last day
    given(...decided('2026-04-02'))
      .when({
        type: 'dispatch',
        document: 'document/8',
        paper: 'suspensionNotice',
        phase: 'start',
        method: 'post',
        evidence: words('一'),
        ...city('2026-04-03'),
      })
      .thenRefused('AgainstRule');
  });

  it('听证没有了结，不能作出意见；取消以后按用去的日子接着算', () => {
    given(...decided())
      .when({ type: 'decideRecheck', document: 'document/7', result: 'uphold', grounds: words('一'), ...city('2026-03-30') })
      .thenRefused('AgainstRule');
    const cancelled = state(...decided(), { type: 'HearingCancelled', part: 'hearing/1', grounds: words('一'), ...city('2026-03-15') });
    expect(newestOf(cancelled.clocks, 'A20')).toMatchObject({ suspendedDays: 3, targetOn: '2026-04-04' });
  });
});

describe('听证的通知、人员和记录', () => {
  it('V22：十月十四日听证，通知最迟九月三十日；十月二十二日听证，最迟十月十五日', () => {
    const at = (on: PlainDate): MatterAction[] => [
      ...STORY.handling(),
      { type: 'HearingDecided', part: 'hearing/1', ground: 'major', grounds: words('一'), ...housing('2026-08-20') },
      {
        type: 'HearingScheduled',
        part: 'hearing/1',
        on,
        place: words('一'),
        open: true,
        host: '主持人',
        seats: 3,
        members: words('一'),
        challenge: words('一'),
        ...housing('2026-08-20'),
      },
    ];
    expect(newestOf(state(...at('2026-10-14')).clocks, 'E06', 'hearing/1')).toMatchObject({ targetOn: '2026-10-07', legalOn: '2026-09-30' });
    expect(newestOf(state(...at('2026-10-22')).clocks, 'E06', 'hearing/1')).toMatchObject({ legalOn: '2026-10-15' });
  });

  it('定得太近的不行；人数要单数；不公开要有理由；承办人不能主持', () => {
    given(...decided())
      .when({ ...schedule('2026-03-18'), ...city('2026-03-12') })
      .thenRefused('AgainstRule');
    given(...decided())
      .when({ ...schedule('2026-03-24', { seats: 4 }), ...city('2026-03-12') })
      .thenRefused('AgainstRule');
    given(...decided())
      .when({ ...schedule('2026-03-24', { open: false }), ...city('2026-03-12') })
      .thenRefused('AgainstRule');
    given(...decided())
      .when({ ...schedule('2026-03-24', { host: '钱江' }), ...city('2026-03-12') })
      .thenRefused('AgainstRule');
    given(...decided())
      .when({ ...schedule('2026-03-24', { host: '李兰' }), ...city('2026-03-12') })
      .thenRefused('AgainstRule');
    given(...decided())
      .when({ ...schedule('2026-03-24', { open: false, closedGround: 'privacy' }), ...city('2026-03-12') })
      .thenTypes('HearingScheduled');
  });

  it('通知晚了要改期；有反对票要写不同意见；票数不能多于人数', () => {
    const { type: _, ...plan } = schedule('2026-03-24');
    const planned: MatterAction[] = [
      ...decided(),
      {
        type: 'SuspensionNoticeDispatched',
        document: 'document/8',
        paper: 'suspensionNotice',
        part: 'hearing/1',
        phase: 'start',
        method: 'post',
        evidence: words('一'),
        ...city('2026-03-12'),
      },
      { type: 'HearingScheduled', part: 'hearing/1', ...plan, ...city('2026-03-12') },
    ];
    const notice = (on: string): MatterAction => ({
      type: 'HearingNoticeDispatched',
      document: 'document/9',
      paper: 'hearingNotice',
      part: 'hearing/1',
      method: 'post',
      evidence: words('一'),
      ...city(on),
    });
    const hold = (more: object = {}) =>
      ({ type: 'holdHearing', on: '2026-03-24', attended: words('一'), minutes: words('一'), agree: 3, disagree: 0, ...more, ...city('2026-03-24') }) as const;
    given(...planned)
      .when(hold())
      .thenRefused('TooLate');
    given(...planned, notice('2026-03-18'))
      .when(hold())
      .thenRefused('TooLate');
    given(...planned, notice('2026-03-17'))
      .when(hold())
      .thenTypes('HearingHeld');
    given(...planned, notice('2026-03-17'))
      .when(hold({ agree: 2, disagree: 1 }))
      .thenRefused('AgainstRule');
    given(...planned, notice('2026-03-17'))
      .when(hold({ agree: 3, disagree: 1, dissent: words('一') }))
      .thenRefused('AgainstRule');
  });
});
