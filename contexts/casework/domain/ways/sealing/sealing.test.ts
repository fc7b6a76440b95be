import { expect, it } from 'vitest';
import { petition, STORY } from '../../../../../test/stories.ts';
import { also, state } from '../../../../../test/ways.ts';

it('不变量 28：移入密件，这一边只留一个代号，什么内容也不带', () => {
  const past = STORY.classified();
  const sealed = also(past, { type: 'moveToSealed', ...petition('2026-07-21') });
  expect(sealed.slice(past.length)).toEqual([{ type: 'MatterSealed', code: `${state(past).opening!.no}-M`, ...petition('2026-07-21') }]);
  expect(state(sealed).stage).toBe('sealed');
});
