import { expect, it } from 'vitest';
import { TELLINGS } from '#contexts/casework/domain/timeline.ts';
import { progress } from './en/progress.ts';

it('英文页上，信访人看得到的每一步都有英文的说法', () => {
  const shown = Object.entries(TELLINGS).filter(([, { shown }]) => shown);
  expect(shown.map(([type]) => type).filter((type) => !progress.logs[type])).toEqual([]);
  for (const said of Object.values(progress.logs)) expect(said).not.toMatch(/\p{Script=Han}/u);
});
