import { expect, it } from 'vitest';
import { by, government, housing, laws, petition, STORY, words } from '../../../test/stories.ts';
import { also, state } from '../../../test/ways.ts';
import { datesNow, wrongDates } from './dates.ts';

/** 文书上写的日子，与记录的对得上. */
const planned = also(
  STORY.handling(),
  { type: 'decideHearing', ground: 'complex', grounds: words('各方说法不一'), ...housing('2026-08-12') },
  {
    ...{
      type: 'scheduleHearing',
      on: '2026-08-24',
      place: words('局三楼'),
      open: true,
      host: '主持人',
      seats: 3,
      members: words('三人'),
      challenge: words('三日内'),
    },
    ...housing('2026-08-12'),
  },
);
const wrong = (heldAt: string, past = planned) => wrongDates('F19', { heldAt }, state(past), laws.calendars.current).map(({ label }) => label);

it('听证通知书写的日子就是定下的那天，怎样写都行；写成别的一天、没有写哪天的不签发', () => {
  for (const heldAt of ['2026-08-24', '2026-08-24，上午九点', '2026年8月24日（周一）上午9:00', '8月24日9:00-11:30']) expect(wrong(heldAt), heldAt).toEqual([]);
  for (const heldAt of ['2026-08-25', '2027年8月24日', '8月14日上午九点', '下周一上午九点', '8月24日，改到8月26日'])
    expect(wrong(heldAt), heldAt).toEqual(['听证时间与定下的日子不符，应为2026-08-24']);
  expect(wrong('')).toEqual([]); // that it is empty is told by the form
  expect(wrong('2026-08-25', STORY.handling())).toEqual([]); // no day has been set: the notice does not go out for that
});

it('撤回确认书（F56）：撤回整个事项的写反悔的最后一天；只撤回复核请求的写再请求复核的最后一天，写成整个事项停办的不签发', () => {
  const own = (on: string) => by('信访人', on, '信访人');
  const calledBack = (past: Parameters<typeof also>[0], asked: string, on: string) =>
    also(
      past,
      { type: 'requestWithdrawal', statement: words('不想再办了'), ...own(asked) },
      { type: 'confirmWithdrawal', answer: 'free', record: words('电话问过，自愿'), publicInterest: false, ...petition(on) },
    );
  const remanded = also(
    STORY.delivered(),
    { type: 'requestReview', on: '2026-09-30', grounds: words('不服'), ...own('2026-09-30') },
    { type: 'admitReview', accepted: true, officer: { person: '周政', card: words('名片') }, ...government('2026-10-09') },
    { type: 'decideReview', document: 'document/5', grounds: words('理由'), result: 'revokeAndRemand', redoBy: '2026-12-01', ...government('2026-10-20') },
    { type: 'dispatch', document: 'document/5', paper: 'reviewOpinion', method: 'post', evidence: words('挂号信'), ...government('2026-10-20') },
    { type: 'recordDelivery', document: 'document/5', method: 'post', evidence: words('回执'), on: '2026-10-23', ...government('2026-10-23') },
    { type: 'requestRecheck', on: '2026-10-30', grounds: words('还是不服'), ...own('2026-10-30') },
  );
  const request = state(calledBack(remanded, '2026-11-02', '2026-11-03'));
  const whole = state(calledBack(STORY.handling(), '2026-09-14', '2026-09-15'));
  const says = (withdrawn: 'matter' | 'recheck', matter: typeof whole) => ({
    on: datesNow('F56', { withdrawn }, matter, laws.calendars.current)['undoUntil']?.on,
    wrong: wrongDates('F56', { withdrawn }, matter, laws.calendars.current).map(({ label }) => label),
  });
  expect(says('matter', whole)).toEqual({ on: '2026-10-15', wrong: [] });
  expect(says('recheck', request)).toEqual({ on: '2026-12-03', wrong: [] });
  expect(says('matter', request).wrong).toEqual(['撤回的只是复核请求，重新办理照常进行，请改选']);
  expect(says('recheck', whole).wrong).toEqual(['撤回的是整个信访事项，请改选']);
});
