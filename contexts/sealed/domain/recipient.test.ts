import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDirectory, fillOrgan } from '#contexts/directory/index.ts';
import type { Role } from '#kernel/roles.ts';
import { ALL_ROLES } from '#kernel/roles.ts';
import { loadOrgans } from '../../../data/demo/load.ts';
import { isInvolved, type Accused } from './accused.ts';
import { initial, type SealedFile } from './file.ts';
import { isStillSeen, postOf, seatOf, type Asker, type HolderSide } from './permissions.ts';
import { deskFor, firstDeskFor, higherFor, lowerFor, organizationFor, recipientFor } from './recipient.ts';
import type { CadreReport } from './reports.ts';

const organs = loadOrgans().map((entry) => fillOrgan(entry, '2020-01-01'));
const SEATS = ['qinghe/petition', 'linshui/petition', 'qinghe-discipline/commission', 'linshui/discipline'];
const RECIPIENTS = { organizationRecipient: ['qinghe/organization'], politicalLegalRecipient: ['qinghe/political-legal'] };
const places = {
  ...createDirectory(organs, [], []),
  hasSealedDesk: (unit: string) => SEATS.includes(unit),
  seatsOf: (role: keyof typeof RECIPIENTS) => RECIPIENTS[role],
};
const UNITS = organs.map(({ unit }) => unit);
const unit = fc.constantFrom(...UNITS);
const whom = fc.constantFrom('leaders' as const, 'cadres' as const);
const someone: fc.Arbitrary<Accused> = fc.record({ unit, whom, also: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(unit, { maxLength: 2 })) });
const about = (unit: string, whom: Accused['whom'], ...also: string[]): Accused => ({ unit, whom, also });

describe('按干部管理权限移送', () => {
  it.each([
    ['qinghe/housing', 'cadres', 'qinghe-discipline/commission'],
    ['qinghe/housing', 'leaders', 'qinghe-discipline/commission'],
    ['qinghe/shinian-dongyao', 'leaders', 'qinghe-discipline/commission'],
    ['qinghe/government', 'leaders', 'linshui/discipline'],
    ['qinghe/party-committee', 'leaders', 'linshui/discipline'],
    ['qinghe-discipline/commission', 'leaders', 'linshui/discipline'],
    ['qinghe-discipline/petition-office', 'cadres', 'linshui/discipline'],
  ] as const)('%s 的 %s 由 %s 接收', (accused, who, recipient) => expect(recipientFor(about(accused, who), places)).toBe(recipient));

  it('纪委本级的上面没有了，就没有人可以接收', () => expect(recipientFor(about('linshui/discipline', 'leaders'), places)).toBeUndefined());

  it('被反映人还兼任、分管接收机关的，接收机关回避，由上一级接收', () => {
    expect(recipientFor(about('qinghe/housing', 'cadres', 'qinghe-discipline/commission'), places)).toBe('linshui/discipline');
  });

  it('反映一地党政主要负责同志的，这一地的纪检监察机关、信访部门和别的机关都回避，不论名录上归谁管', () => {
    for (const leading of ['qinghe/government', 'qinghe/party-committee']) {
      const accused = about(leading, 'leaders');
      for (const own of UNITS.filter((each) => places.findOrgan(each)?.division.startsWith('990421'))) expect(isInvolved(own, accused, places), own).toBe(true);
      for (const above of ['linshui/discipline', 'linshui/petition', 'haichuan/petition']) expect(isInvolved(above, accused, places), above).toBe(false);
    }
    expect(isInvolved('qinghe-discipline/commission', about('qinghe/government', 'cadres'), places)).toBe(false); // a clerk there leads nobody
  });

  it('信访局在县政府之下：反映县政府的，由市信访局接着办', () => {
    expect(deskFor('qinghe/petition', about('qinghe/government', 'cadres'), 'linshui/discipline', places)).toBe('linshui/petition');
    expect(deskFor('qinghe/petition', about('qinghe/housing', 'cadres'), 'qinghe-discipline/commission', places)).toBe('qinghe/petition');
    expect(deskFor('qinghe/petition', about('qinghe/petition', 'cadres'), 'qinghe-discipline/commission', places)).toBe('linshui/petition');
  });

  it('反映执法办案的由政法机关接收；政法机关自己的、受被反映人领导的，不送它', () => {
    expect(recipientFor(about('qinghe/public-security', 'cadres'), places, 'politicalLegal')).toBe('qinghe/political-legal');
    expect(recipientFor(about('qinghe/political-legal', 'cadres'), places, 'politicalLegal')).toBeUndefined();
    expect(recipientFor(about('qinghe/party-committee', 'leaders'), places, 'politicalLegal')).toBeUndefined();
  });

  it('干部问题送管理这名干部的那一级组织部门（第三十条第二款），没有的不送下级', () => {
    expect(organizationFor(about('qinghe/housing', 'leaders'), places)).toBe('qinghe/organization');
    expect(organizationFor(about('qinghe/government', 'leaders'), places)).toBeUndefined(); // managed by the city, which names none
    expect(organizationFor(about('qinghe/organization', 'cadres'), places)).toBeUndefined();
  });

  it('属上级管辖的报送上一级；上级收到下级管的，转交下级，被反映人领导下级的不转', () => {
    expect(higherFor('qinghe-discipline/commission', about('qinghe/housing', 'leaders'), places)).toBe('linshui/discipline');
    expect(higherFor('linshui/discipline', about('qinghe/housing', 'leaders'), places)).toBeUndefined();
    expect(lowerFor('linshui/discipline', about('qinghe/housing', 'leaders'), places)).toBe('qinghe-discipline/commission');
    expect(lowerFor('qinghe-discipline/commission', about('qinghe/housing', 'leaders'), places)).toBeUndefined();
    expect(lowerFor('linshui/discipline', about('qinghe/government', 'leaders'), places)).toBeUndefined();
  });
});

it.each([
  ['qinghe/petition-letters', 'qinghe/petition'],
  ['qinghe/housing', 'qinghe/petition'],
  ['qinghe-npc/petition-office', 'qinghe-discipline/commission'],
  ['haichuan/petition', 'haichuan/petition'],
])('%s 收到的，由 %s 的专管员甄别', (received, desk) => expect(firstDeskFor(received, places)).toBe(desk));

describe('不变量 27：任何单位、任何角色', () => {
  it('接收的、甄别的、通报的、转送的，都不在被反映人的单位、它的机关、它的下级和它领导的地方之中', () =>
    fc.assert(
      fc.property(someone, unit, unit, (accused, first, own) => {
        const recipient = recipientFor(accused, places);
        const chosen = [
          recipient,
          recipientFor(accused, places, 'politicalLegal'),
          organizationFor(accused, places),
          deskFor(first, accused, recipient, places),
          higherFor(own, accused, places),
          lowerFor(own, accused, places),
        ];
        for (const one of chosen) if (one) expect(isInvolved(one, accused, places)).toBe(false);
      }),
      { numRuns: 2_000 },
    ));

  const asker: fc.Arbitrary<Asker> = fc.record({
    person: fc.constantFrom('甲', '乙'),
    unit,
    roles: fc.uniqueArray(fc.constantFrom<Role>(...ALL_ROLES)),
    units: fc.array(unit, { maxLength: 3 }),
  });
  const mayKnow = ({ unit: asking, units }: Asker, accused: Accused) => ![asking, ...units].some((one) => isInvolved(one, accused, places));

  it('被反映人的单位、下级和受其领导的人，不论换哪个单位、担任什么角色，都看不到密件', () =>
    fc.assert(
      fc.property(someone, unit, asker, (accused, first, who) => {
        const recipient = recipientFor(accused, places);
        const desk = deskFor(first, accused, recipient, places);
        fc.pre(recipient !== undefined && desk !== undefined);
        const seat = seatOf(who, fileWith(accused, desk!, recipient!), places);
        if (!mayKnow(who, accused)) expect(seat).toBeUndefined();
        if (seat?.side === 'recipient')
          expect([places.organOf(who.unit), who.roles.includes('disciplineRecipient')]).toEqual([places.organOf(recipient!), true]);
        if (seat?.side === 'triage') expect(places.organOf(who.unit)).toBe(places.organOf(desk!));
        if (!who.roles.some((role) => role === 'sealedTriage' || role === 'disciplineRecipient')) expect(seat).toBeUndefined();
      }),
      { numRuns: 5_000 },
    ));

  it('通报和清单也一样：收件人改了岗位、兼了职，从那天起就看不到', () =>
    fc.assert(
      fc.property(
        someone,
        asker,
        unit,
        fc.constantFrom<HolderSide>('triage', 'recipient', 'organization', 'secretary', 'organizationLeader'),
        (accused, who, holder, side) => {
          const person = side === 'secretary' || side === 'organizationLeader' ? '甲' : null;
          const row = {
            unit: holder,
            side,
            line: 'discipline',
            person,
            accused_unit: accused.unit,
            accused_whom: accused.whom,
            accused_also: accused.also ?? [],
          } as const;
          const seen = isStillSeen(who, row, places);
          const post = side === 'triage' || side === 'recipient' ? undefined : postOf(who, reportTo(side, holder, person), accused, places);
          if (!mayKnow(who, accused)) expect([seen, post]).toEqual([false, undefined]);
          if (person && (seen || post)) expect(who.person).toBe(person);
          if (side !== 'triage' && side !== 'recipient') expect(post !== undefined).toBe(seen);
        },
      ),
      { numRuns: 5_000 },
    ));

  it('移送以前，接收机关看不到；拒收以后，又看不到；再移送以后，又看得到', () => {
    const file = fileWith(about('qinghe/housing', 'cadres'), 'qinghe/petition', 'qinghe-discipline/commission');
    const recipient: Asker = {
      person: '秦',
      unit: 'qinghe-discipline/petition-office',
      roles: ['disciplineRecipient'],
      units: ['qinghe-discipline/petition-office'],
    };
    expect(seatOf(recipient, file, places)).toEqual({ side: 'recipient', organ: 'qinghe-discipline/commission' });
    expect(seatOf(recipient, { ...file, transfers: [] }, places)).toBeUndefined();
    const refused = { by: '秦守默', at: new Date(0), reason: { id: '1', hash: '1' } };
    const back = { ...file.transfers[0]!, refused };
    expect(seatOf(recipient, { ...file, transfers: [back] }, places)).toBeUndefined();
    expect(seatOf(recipient, { ...file, transfers: [back, file.transfers[0]!] }, places)?.side).toBe('recipient');
  });
});

function fileWith(accused: Accused, desk: string, to: string): SealedFile {
  const transfer = {
    way: 'transfer',
    from: desk,
    to,
    line: 'discipline',
    pages: 1,
    sealNo: 'FQ-1',
    slipNo: '1',
    receiptDueOn: undefined,
    by: 'x',
    at: new Date(0),
  } as const;
  return { ...initial, stage: 'transferred', desk, accused: { ...accused, line: 'discipline' }, transfers: [transfer] };
}

function reportTo(post: 'organization' | 'secretary' | 'organizationLeader', holder: string, person: string | null): CadreReport {
  const recipients = [{ post, unit: holder, ...(person && { person }) }];
  return { kind: 'report', recipients, said: { id: '1', hash: '1' }, pages: 1, sealNo: 'FQ-1', no: '1', by: 'x', unit: 'x', at: new Date(0), received: {} };
}
