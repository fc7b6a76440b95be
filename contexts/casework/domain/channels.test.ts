import { describe, expect, it } from 'vitest';
import { CHANNELS, IN_PERSON, type Channel } from '#kernel/channels.ts';
import { standingOf } from '#kernel/clocks/light.ts';
import { replay } from '#kernel/decider.ts';
import { decider, laws, organs, STORY, UNITS } from '../../../test/stories.ts';
import type { MatterAction } from './actions.ts';
import { whyNot } from './decide/guard.ts';
import type { CommandType } from './commands.ts';
import { COMMAND_NAMES } from './names.ts';

/** Whoever comes, writes, calls or clicks gets the same (rights R8; taxonomy 3). */
const channels = Object.keys(CHANNELS) as Channel[];
const by = (channel: Channel) => (action: MatterAction) => (action.type === 'MatterOpened' ? { ...action, channel } : action);
const STAGES_OF_THE_WAY = { 登记: STORY.opened(), 甄别: STORY.classified(), 转送: STORY.referred(), 受理: STORY.accepted() } as const;

describe.each(Object.entries(STAGES_OF_THE_WAY))('R8 渠道同权：%s以后', (_, story) => {
  it('每个渠道的法定期限一样，一天不差；当面来的只多一个“当场告知”', () => {
    const law = laws.get(replay(decider, story).opening!.pack);
    const legal = (channel: Channel) =>
      Object.values(replay(decider, story.map(by(channel))).clocks)
        .filter((reading) => standingOf(reading, law) === 'law')
        .filter(({ clock }) => !(IN_PERSON.has(channel) && clock === 'A04'))
        .map(({ key, holder, startedOn, targetOn, legalOn }) => [key, holder, startedOn, targetOn, legalOn])
        .sort();
    const letter = legal('letter');
    expect(letter.length).toBeGreaterThan(0);
    for (const channel of channels) expect(legal(channel), channel).toEqual(letter);
  });
});

it('R8 渠道同权：受理以后能办的一样，没有一个渠道少一样', () => {
  const may = (channel: Channel) => {
    const matter = replay(decider, STORY.accepted().map(by(channel)));
    return (Object.keys(COMMAND_NAMES) as CommandType[]).filter((command) => !whyNot(command, { matter, unit: UNITS.housing, organs, today: '2026-08-04' }));
  };
  expect(may('letter')).toContain('startHandling');
  for (const channel of channels) expect(may(channel), channel).toEqual(may('letter'));
});
