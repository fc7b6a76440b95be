import { expect, it } from 'vitest';
import { replay } from '#kernel/decider.ts';
import type { Recorded } from '#platform/history.ts';
import { claim, decider, petition, STORY, UNITS, words } from '../../../test/stories.ts';
import { stationsOf } from './stations.ts';

const stationsAfter = (past: ReturnType<typeof STORY.accepted>) =>
  Object.fromEntries(stationsOf(replay(decider, past), past as unknown as readonly Recorded[], (unit) => unit).map((station) => [station.key, station]));

it('转送后受理的，“已转送”写转送的那天和收到的单位，不写受理的那天', () => {
  const { sent, accepted } = stationsAfter(STORY.accepted('2026-08-03'));
  expect(sent).toMatchObject({ state: 'done', on: '2026-07-24', unit: UNITS.housing });
  expect(accepted).toMatchObject({ state: 'done', on: '2026-08-03' });
});

it('没有转送、自己直接受理的，受理的那天就是定下由谁办的那天', () => {
  const opened = STORY.opened().map((action) => ({ ...action, receivedBy: UNITS.housing, by: { person: '李兰', unit: UNITS.housing } }));
  const own = (date: string) => ({ ...petition(date), by: { person: '李兰', unit: UNITS.housing } });
  const { sent } = stationsAfter([
    ...opened,
    { type: 'MatterClassified', ...claim, ...own('2026-07-21') },
    { type: 'MatterAccepted', route: 'petitionProcedure', claims: [{ no: 1, text: words('修好路灯') }], ...own('2026-07-23') },
  ] as ReturnType<typeof STORY.accepted>);
  expect(sent).toMatchObject({ state: 'done', on: '2026-07-23' });
});
