import { expect, it } from 'vitest';
import { STORY } from '../../../../../test/stories.ts';
import { clock } from '../../../../../test/ways.ts';
import type { MatterAction } from '../../actions.ts';

it('不变量 48：办到一半移入密件、又转回来的，六十日从原来的单位收到那天加十五日算起，不因为移进移出往后挪', () => {
  // Given 同一件事，一件是新收到的，一件是单位六月一日就收到、移错了又转回来的
  const accepted = STORY.accepted();
  const back = accepted.map((one): MatterAction => (one.type === 'MatterOpened' ? { ...one, unitReceipt: '2026-06-01' } : one));
  // Then 后一件的办结期限早得多
  expect(clock(back, 'A14')?.startedOn).toBe('2026-06-16');
  expect(clock(accepted, 'A14')!.startedOn > '2026-07-20').toBe(true);
});
