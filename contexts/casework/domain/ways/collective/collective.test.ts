import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { by, claim, decider, housing, at, opening, petition, UNITS, words } from '../../../../../test/stories.ts';
import { also, given, state } from '../../../../../test/ways.ts';
import { chance, live } from '../../../../../test/random-history.ts';
import type { MatterAction } from '../../actions.ts';
import type { MatterCommand } from '../../commands.ts';
import { FORMS } from '../../forms.ts';
import { PERMISSIONS, PETITIONER } from '../../permissions.ts';
import { TELLINGS } from '../../timeline.ts';
import { membersOf } from './state.ts';

const own = (on: string) => by(PETITIONER, on, PETITIONER);
const group = (channel: 'visit' | 'web' = 'web', people = 16): MatterAction[] => [
  { type: 'MatterOpened', ...opening('2026-07-20', { people, channel }), ...petition('2026-07-20') },
  { type: 'MatterClassified', ...claim, ...petition('2026-07-20') },
];
const openIt = (representatives: number, on = '2026-07-21'): MatterCommand => ({ type: 'openRoster', representatives, ...own(on) });
const join = (member: string, on = '2026-07-22'): MatterCommand => ({ type: 'joinRoster', member, card: words(member), ...own(on) });
const leave = (member: string, on = '2026-07-23'): MatterCommand => ({ type: 'leaveRoster', member, ...own(on) });
const opened = also(group(), openIt(5));

describe('联名事项的名册（生命周期第三章第二节）', () => {
  it('不变量 26：来访的代表最多五人，第六人不行；来信、网上提出的不限', () => {
    given(...group('visit'))
      .when(openIt(6))
      .thenRefused('AgainstRule');
    given(...group('visit'))
      .when(openIt(5))
      .thenTypes('RosterOpened');
    given(...group('web'))
      .when(openIt(6))
      .thenTypes('RosterOpened');
    given(...group('web'))
      .when(openIt(0))
      .thenRefused('AgainstRule');
    given(...group('web', 1))
      .when(openIt(1))
      .thenRefused('AgainstRule');
  });

  it('不变量 26：姓名只能由本人加入；任何单位、任何岗位都不能替人加入或者替人退出', () => {
    for (const unit of Object.values(UNITS)) {
      given(...opened)
        .when({ type: 'joinRoster', member: '甲', card: words('甲'), ...by(unit, '2026-07-22') })
        .thenRefused('NotAllowed');
      given(...also(opened, join('甲')))
        .when({ type: 'leaveRoster', member: '甲', ...by(unit, '2026-07-22') })
        .thenRefused('NotAllowed');
    }
    expect([FORMS.joinRoster, FORMS.leaveRoster]).toEqual([undefined, undefined]); // nothing on a page by which an office could
    expect([...PERMISSIONS.joinRoster.roles, ...PERMISSIONS.leaveRoster.roles]).toEqual([]);
  });

  it('不变量 26：成员随时可以退出，了结了也可以；退出后名册里什么也不剩，还可以再加入', () => {
    const three = also(opened, join('甲'), join('乙'), join('丙'));
    expect(membersOf(state(three).collective)).toBe(3);
    const left = also(three, leave('乙'));
    expect(Object.keys(state(left).collective!.members)).toEqual(['甲', '丙']);
    given(...left)
      .when(leave('乙'))
      .thenRefused('AgainstRule');
    given(...left)
      .when(join('乙'))
      .thenTypes('MemberJoined');
    const ended: MatterAction[] = [...three, { type: 'MatterConcluded', reason: 'noReviewInTime', ...housing('2026-12-01') }];
    given(...ended)
      .when(join('丁', '2026-12-02'))
      .thenRefused('WrongStage');
    given(...ended)
      .when(leave('甲', '2026-12-02'))
      .thenTypes('MemberLeft');
  });

  it('没有名册不能加入；同一个人不能加入两次；再开一次就换一个加入码，成员不变', () => {
    given(...group())
      .when(join('甲'))
      .thenRefused('AgainstRule');
    const joined = also(opened, join('甲'));
    given(...joined)
      .when(join('甲'))
      .thenRefused('AgainstRule');
    const again = also(joined, openIt(4, '2026-07-25'));
    expect(state(again).collective).toMatchObject({ round: 2, representatives: 4, members: { 甲: words('甲') } });
  });

  it('经过里只说有人加入、退出，不说是谁', () => {
    for (const type of ['MemberJoined', 'MemberLeft'] as const) expect(TELLINGS[type]).not.toHaveProperty('words');
  });

  it('不变量 26：随机经过里，名册上的人恰是自己加入、还没有退出的人，每一笔都是本人所为', () => {
    let [joins, leaves, refused] = [0, 0, 0];
    const units = { petition: UNITS.petition, handlers: [UNITS.housing, UNITS.water], government: UNITS.government };
    fc.assert(
      fc.property(fc.nat(2 ** 31), fc.constantFrom('visit' as const, 'web' as const), (seed, channel) => {
        const random = chance(seed);
        const received = addDays('2025-03-01', seed % 300);
        const { actions } = live({ decider, opening: opening(received, { people: 16, channel }), openedAt: at(received), units }, random, 60);
        const there = new Set<string>();
        let matter = decider.initial;
        const take = (done: MatterAction) => {
          matter = decider.evolve(matter, done);
          if (done.type === 'RosterOpened' && channel === 'visit') expect(done.representatives).toBeLessThanOrEqual(5);
          if (done.type !== 'MemberJoined' && done.type !== 'MemberLeft') return;
          expect(done.by.unit).toBe(PETITIONER);
          if (done.type === 'MemberJoined') there.add(done.member);
          else there.delete(done.member);
        };
        for (const action of actions) {
          take(action); // some of these are of members, too
          for (const command of tries(random, action.at)) {
            try {
              for (const done of decider.decide(command, matter)) {
                take(done);
                if (done.type === 'MemberJoined') joins += 1;
                if (done.type === 'MemberLeft') leaves += 1;
              }
            } catch (error) {
              if (!(error instanceof Refusal)) throw error;
              refused += 1;
            }
          }
          if (matter.stage === 'sealed') there.clear(); // moved to the sealed line: nobody is known here any more
          expect(Object.keys(matter.collective?.members ?? {}).sort()).toEqual([...there].sort());
          expect(Object.keys(matter.collective?.signed ?? {}).filter((member) => !there.has(member))).toEqual([]); // nobody signs who is not there
        }
        for (const member of there) {
          const end = matter; // whatever the stage
          expect(() => decider.decide(leave(member, '2028-01-01'), end)).not.toThrow();
        }
      }),
      { numRuns: 120 },
    );
    expect(Math.min(joins, leaves, refused)).toBeGreaterThan(30);
  });
});

/** Members, representatives and offices try at once, in any order. */
function tries(random: ReturnType<typeof chance>, moment: Date): MatterCommand[] {
  const who = () => (random.below(4) === 0 ? UNITS.housing : PETITIONER);
  const as = () => ({ by: { person: '某人', unit: who() }, at: moment });
  const member = () => `成员${random.below(3)}`;
  const one = random.below(5);
  if (one === 0) return [{ type: 'openRoster', representatives: 1 + random.below(7), ...as() }];
  if (one === 4) return [{ type: 'signAsMember', member: member(), parts: ['commitment/1'], until: dateInChina(moment), ...as() }];
  return one === 1 ? [{ type: 'leaveRoster', member: member(), ...as() }] : [{ type: 'joinRoster', member: member(), card: words('名'), ...as() }];
}
