import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { by, claim, housing, opening, petition, UNITS, words } from '../../../../../test/stories.ts';
import { also, clock, given, state } from '../../../../../test/ways.ts';
import type { MatterAction } from '../../actions.ts';
import type { MatterCommand } from '../../commands.ts';
import { openDuties } from '../../clocks.ts';
import { FORMS } from '../../forms.ts';
import { PERMISSIONS, PETITIONER } from '../../permissions.ts';
import { isShown, TELLINGS } from '../../timeline.ts';
import { signersOf } from './state.ts';

const own = (on: string) => by(PETITIONER, on, PETITIONER);
const join = (member: string): MatterCommand => ({ type: 'joinRoster', member, card: words(member), ...own('2026-08-20') });
const sign = (member: string, on = '2026-08-28', until: PlainDate = '2026-09-20') =>
  ({ type: 'signAsMember', member, parts: ['commitment/1'], until, ...own(on) }) as const;
const leave = (member: string, on = '2026-08-30'): MatterCommand => ({ type: 'cancelAsMember', member, ...own(on) });

/** Sixteen people, accepted; 甲 and 乙 joined by themselves; the unit has promised one thing. */
const group: MatterAction[] = [
  { type: 'MatterOpened', ...opening('2026-07-31', { people: 16, channel: 'web' }), ...petition('2026-07-31') },
  { type: 'MatterClassified', ...claim, ...petition('2026-07-31') },
  { type: 'MatterReferred', assignment: 'assignment/1', to: UNITS.housing, ...petition('2026-08-03') },
  { type: 'AssignmentReceived', assignment: 'assignment/1', from: UNITS.petition, to: UNITS.housing, reportDuty: false, ...petition('2026-08-03') },
];
const joined = also(
  group,
  { type: 'openRoster', representatives: 5, ...own('2026-08-03') },
  { type: 'accept', route: 'petitionProcedure', ...housing('2026-08-07') },
  join('甲'),
  join('乙'),
);
const promise: MatterCommand = { type: 'makeCommitment', owner: UNITS.housing, what: words('9月20日前通燃气'), dueOn: '2026-09-20', ...housing('2026-08-21') };
const promised = also(joined, promise);
const representativeSigns: MatterCommand = {
  type: 'signCommitment',
  signedAs: 'online',
  steps: words('9月20日前通燃气'),
  until: '2026-09-20',
  ...own('2026-08-27'),
};

describe('联名事项的双向承诺书（rights R7）：各人为自己签，或者不签', () => {
  it('R7：代表签了，谁也没有替谁签；成员签了，代表的那一份不变', () => {
    const signed = also(promised, representativeSigns);
    expect([state(signed).collective?.signed, signersOf(state(signed).collective)]).toEqual([{}, 0]);
    const both = also(signed, sign('甲'));
    expect(state(both).promises).toEqual(state(signed).promises);
    expect(Object.keys(state(both).collective!.signed)).toEqual(['甲']);
    expect(clock(both, 'E02')).toEqual(clock(signed, 'E02')); // the representative's own days
  });

  it('R7：只有本人签：任何单位、任何岗位不能替成员签或者退；不在名册上的没有可签的；没有页面可填', () => {
    for (const unit of Object.values(UNITS)) {
      given(...promised)
        .when({ ...sign('甲'), ...by(unit, '2026-08-28') })
        .thenRefused('NotAllowed');
      given(...also(promised, sign('甲')))
        .when({ ...leave('甲'), ...by(unit, '2026-08-30') })
        .thenRefused('NotAllowed');
    }
    given(...promised)
      .when(sign('丙'))
      .thenRefused('AgainstRule');
    expect([FORMS.signAsMember, FORMS.cancelAsMember]).toEqual([undefined, undefined]);
    expect([...PERMISSIONS.signAsMember.roles, ...PERMISSIONS.cancelAsMember.roles]).toEqual([]);
  });

  it('R7：三日内可以反悔，写在签的那一笔上；过了三日照样随时可以退出，办结了也可以；退出以后可以重签', () => {
    const beforeHoliday = also(promised, sign('甲', '2026-09-30', '2026-10-08'));
    expect(state(beforeHoliday).collective?.signed['甲']).toEqual({ on: '2026-09-30', until: '2026-10-08', coolingUntil: '2026-10-08' });
    const signed = also(promised, sign('甲'));
    expect(state(signed).collective?.signed['甲']).toMatchObject({ coolingUntil: '2026-08-31' });
    const left = also(signed, leave('甲', '2026-09-05'));
    expect([state(left).collective?.signed['甲']?.cancelledOn, signersOf(state(left).collective)]).toEqual(['2026-09-05', 0]);
    given(...left)
      .when(leave('甲', '2026-09-06'))
      .thenRefused('AgainstRule');
    given(...left)
      .when(sign('甲', '2026-09-06'))
      .thenTypes('MemberSignedCommitment');
    const ended: MatterAction[] = [...signed, { type: 'MatterConcluded', reason: 'noReviewInTime', ...housing('2026-12-01') }];
    given(...ended)
      .when(leave('甲', '2026-12-02'))
      .thenTypes('MemberLeftCommitment');
  });

  it('R7：只在办理期限以内有效；单位没有承诺的没有可签的；不签第二次', () => {
    const { legalOn } = clock(promised, 'A14')!;
    given(...promised)
      .when(sign('甲', '2026-08-28', legalOn))
      .thenTypes('MemberSignedCommitment');
    given(...promised)
      .when(sign('甲', '2026-08-28', '2026-12-31'))
      .thenRefused('AgainstRule');
    given(...promised)
      .when(sign('甲', '2026-08-28', '2026-08-27'))
      .thenRefused('AgainstRule');
    given(...joined)
      .when(sign('甲'))
      .thenRefused('AgainstRule');
    given(...also(promised, sign('甲')))
      .when(sign('甲'))
      .thenRefused('AgainstRule');
  });

  it('不变量 22、23：签、不签、退出，除了本人那一笔什么都不变：环节、期限、单位的承诺、别人的都一样', () => {
    const { collective: _, ...before } = state(promised);
    for (const after of [also(promised, sign('甲')), also(promised, sign('甲'), leave('甲'))]) {
      const { collective, ...rest } = state(after);
      expect(rest).toEqual(before);
      expect([collective?.members, collective?.signed['乙']]).toEqual([state(promised).collective?.members, undefined]);
    }
    expect(openDuties(state(also(promised, sign('甲'))).clocks)).toEqual(openDuties(state(promised).clocks));
  });

  it('不变量 26：退出名册，签的也随之没有；经过里不说是谁，信访人那边不出现', () => {
    const gone = also(promised, sign('甲'), { type: 'leaveRoster', member: '甲', ...own('2026-08-31') });
    expect(state(gone).collective).toMatchObject({ members: { 乙: words('乙') }, signed: {} });
    expect(state(gone).collective?.signed).toEqual({});
    for (const action of also(promised, sign('甲'), leave('甲')).slice(promised.length)) {
      expect([isShown(action), TELLINGS[action.type]]).toEqual([false, expect.not.objectContaining({ words: expect.anything() })]);
    }
  });
});
