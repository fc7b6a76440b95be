import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDirectory, fillOrgan } from '#contexts/directory/index.ts';
import type { Role } from '#kernel/roles.ts';
import { ALL_ROLES } from '#kernel/roles.ts';
import { loadOrgans } from '../../../data/demo/load.ts';
import { initial, type SealedFile } from './file.ts';
import { sideOf } from './permissions.ts';
import { deskFor, firstDeskFor, isInvolved, recipientFor } from './recipient.ts';

const organs = loadOrgans().map((entry) => fillOrgan(entry, '2020-01-01'));
const SEATS = ['qinghe/petition', 'linshui/petition', 'qinghe-discipline/commission', 'linshui/discipline'];
const places = { ...createDirectory(organs, [], []), hasSealedDesk: (unit: string) => SEATS.includes(unit) };
const UNITS = organs.map(({ unit }) => unit);
const unit = fc.constantFrom(...UNITS);
const whom = fc.constantFrom('leaders' as const, 'cadres' as const);

describe('按干部管理权限移送', () => {
  it.each([
    ['qinghe/housing', 'cadres', 'qinghe-discipline/commission'],
    ['qinghe/housing', 'leaders', 'qinghe-discipline/commission'],
    ['qinghe/shinian-dongyao', 'leaders', 'qinghe-discipline/commission'],
    ['qinghe/government', 'leaders', 'linshui/discipline'],
    ['qinghe-discipline/commission', 'leaders', 'linshui/discipline'],
    ['qinghe-discipline/petition-office', 'cadres', 'linshui/discipline'],
  ] as const)('%s 的 %s 由 %s 接收', (accused, who, recipient) => expect(recipientFor(accused, who, places)).toBe(recipient));

  it('纪委本级的上面没有了，就没有人可以接收', () => expect(recipientFor('linshui/discipline', 'leaders', places)).toBeUndefined());

  it('信访局在县政府之下：反映县政府的，由市信访局接着办', () => {
    expect(deskFor('qinghe/petition', 'qinghe/government', 'linshui/discipline', places)).toBe('linshui/petition');
    expect(deskFor('qinghe/petition', 'qinghe/housing', 'qinghe-discipline/commission', places)).toBe('qinghe/petition');
    expect(deskFor('qinghe/petition', 'qinghe/petition', 'qinghe-discipline/commission', places)).toBe('linshui/petition');
  });
});

it.each([
  ['qinghe/petition-letters', 'qinghe/petition'],
  ['qinghe/housing', 'qinghe/petition'],
  ['qinghe-npc/petition-office', 'qinghe-discipline/commission'],
  ['haichuan/petition', 'haichuan/petition'],
])('%s 收到的，由 %s 的专管员甄别', (received, desk) => expect(firstDeskFor(received, places)).toBe(desk));

describe('不变量 27：任何单位、任何角色', () => {
  it('接收的和甄别的，都不在被反映人的单位、它的机关和它的下级之中', () =>
    fc.assert(
      fc.property(unit, unit, whom, (accused, first, who) => {
        const recipient = recipientFor(accused, who, places);
        const desk = deskFor(first, accused, recipient, places);
        for (const one of [recipient, desk]) if (one) expect(isInvolved(one, accused, places)).toBe(false);
      }),
      { numRuns: 2_000 },
    ));

  it('被反映人的单位和下级里的人，不论换哪个单位、担任什么角色，都看不到', () =>
    fc.assert(
      fc.property(
        unit,
        unit,
        whom,
        fc.uniqueArray(fc.constantFrom<Role>(...ALL_ROLES)),
        unit,
        fc.array(unit, { maxLength: 3 }),
        (accused, first, who, roles, asking, others) => {
          const recipient = recipientFor(accused, who, places);
          const desk = deskFor(first, accused, recipient, places);
          fc.pre(recipient !== undefined && desk !== undefined);
          const file = fileWith(accused, who, desk!, recipient!);
          const side = sideOf({ unit: asking, roles, units: others }, file, places);
          const involved = [asking, ...others].some((one) => isInvolved(one, accused, places));
          if (involved) expect(side).toBeUndefined();
          if (side === 'recipient') expect([places.organOf(asking), roles.includes('disciplineRecipient')]).toEqual([places.organOf(recipient!), true]);
          if (side === 'triage') expect(places.organOf(asking)).toBe(places.organOf(desk!));
          if (!roles.some((role) => role === 'sealedTriage' || role === 'disciplineRecipient')) expect(side).toBeUndefined();
        },
      ),
      { numRuns: 5_000 },
    ));

  it('移送以前，接收机关看不到；拒收以后，又看不到', () => {
    const file = fileWith('qinghe/housing', 'cadres', 'qinghe/petition', 'qinghe-discipline/commission');
    const recipient = { unit: 'qinghe-discipline/petition-office', roles: ['disciplineRecipient'] as const, units: ['qinghe-discipline/petition-office'] };
    expect(sideOf(recipient, file, places)).toBe('recipient');
    expect(sideOf(recipient, { ...file, transfers: [] }, places)).toBeUndefined();
    const refused = { at: new Date(0), reason: { id: '1', hash: '1' } };
    expect(sideOf(recipient, { ...file, transfers: [{ ...file.transfers[0]!, refused }] }, places)).toBeUndefined();
  });
});

function fileWith(accused: string, who: 'leaders' | 'cadres', desk: string, to: string): SealedFile {
  const transfer = { to, pages: 1, sealNo: 'FQ-1', slipNo: '1', receiptDueOn: undefined, by: 'x', at: new Date(0) };
  return { ...initial, stage: 'transferred', desk, accused: { unit: accused, whom: who }, transfers: [transfer] };
}
