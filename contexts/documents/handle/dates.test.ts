import { expect, it } from 'vitest';
import { housing, laws, STORY, words } from '../../../test/stories.ts';
import { also, state } from '../../../test/ways.ts';
import { wrongDates } from './dates.ts';

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
