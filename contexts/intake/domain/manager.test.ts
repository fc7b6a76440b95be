import { describe, expect, it } from 'vitest';
import { replay } from '#kernel/decider.ts';
import { recordedBy } from '#kernel/spec.ts';
import { layPacks } from '#kernel/law.ts';
import { at, by, laws, newestCalendar, opening, UNITS, words } from '../../../test/stories.ts';
import { readPack } from '#platform/rules.ts';
import { intakeDecider, type IntakeCommand } from './decide.ts';
import type { Received } from './intake.ts';

/** Where a local rule has each letter taken by somebody with a name within the hour (D16, practice of Weifang). */
const entry = { length: { hours: 1 }, source: '测试', dutyEvidence: 'S', lengthEvidence: 'S' } as const;
const pack = { file: 'test', version: 'test', name: '测试', region: 'test', validFrom: '2020-01-01', clocks: { D16: entry } } as const;
const local = layPacks(laws.calendars, readPack('data/policy/national.json'), [pack]);
const { intake: _, intakeNo: __, receivedAt: ___, registeredAt: ____, claims: _____, no, ...rest } = opening('2026-07-20');
const arrived = (channel: 'letter' | 'visit'): IntakeCommand => ({
  type: 'register',
  received: { ...rest, channel, no } as unknown as Received,
  receivedAt: at('2026-07-20', '09:00'),
  inPerson: channel === 'visit',
  ...by(UNITS.petition, '2026-07-20', '张明'),
});
const assign: IntakeCommand = { type: 'assignLobbyManager', card: words('{"name":"李兰"}'), ...by(UNITS.petition, '2026-07-20', '张明') };

function lived(law: typeof local, ...commands: readonly IntakeCommand[]) {
  const decider = intakeDecider(() => law, newestCalendar());
  return replay(decider, recordedBy(decider, commands));
}

describe('大堂经理接件（D16）', () => {
  it('有这项规定的地方，来信登记后起算，指定了就办成', () => {
    expect(lived(local, arrived('letter')).clocks['D16']).toMatchObject({ clock: 'D16' });
    expect(lived(local, arrived('letter')).clocks['D16']).not.toHaveProperty('stoppedOn');
    expect(lived(local, arrived('letter'), assign).clocks['D16']).toMatchObject({ stoppedOn: '2026-07-20', outcome: 'kept' });
  });

  it('来访没有这项期限；没有这项规定的地方也没有，要指定的，说明不用指定、该做什么', () => {
    for (const [law, channel] of [
      [local, 'visit'],
      [laws.inForce('2026-07-20', 'qinghe'), 'letter'],
    ] as const) {
      expect(lived(law, arrived(channel)).clocks).not.toHaveProperty('D16');
      expect(() => lived(law, arrived(channel), assign)).toThrow('不用指定。请直接甄别');
    }
  });

  it('没有登记的，指定不了', () => expect(() => lived(local, assign)).toThrow('没有这件来件'));
});
