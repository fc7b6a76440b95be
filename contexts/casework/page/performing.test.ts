import { expect, it } from 'vitest';
import type { MatterPage } from '../contract.ts';
import { performingOnly } from './performing.ts';

/** What a unit that only performs is shown of a matter that others handle (第三十二条第二款). */
it('SB073 只负责落实的单位：看到诉求、决定、期限，只能报告；看不到信访人写的、怎样查的、谁打开过', () => {
  const whole = {
    words: '我家门前的沟堵了两年',
    claims: [{ no: 1, text: '疏通排水沟', result: 'supported' }],
    members: 3,
    assignments: [{}],
    clocks: [{ clock: 'A27' }, { clock: 'A14' }],
    timeline: [{ type: 'OpinionDispatched' }, { type: 'InvestigationRecorded' }, { type: 'PetitionerHeard' }],
    can: [{ command: 'reportPerformance' }, { command: 'addMaterial' }],
    opened: [{}],
  } as unknown as MatterPage;
  const shown = performingOnly(whole);
  expect(shown).toMatchObject({ performsOnly: true, claims: whole.claims, assignments: [], opened: [] });
  expect(JSON.stringify(shown)).not.toContain('堵了两年');
  expect(shown).not.toHaveProperty('members');
  expect(shown.clocks.map(({ clock }) => clock)).toEqual(['A27']);
  expect(shown.timeline.map(({ type }) => type)).toEqual(['OpinionDispatched']);
  expect(shown.can).toEqual([{ command: 'reportPerformance', primary: true }]);
});
