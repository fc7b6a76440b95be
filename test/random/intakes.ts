import { CHANNELS, IN_PERSON, type Channel } from '#kernel/channels.ts';
import type { Words } from '#kernel/decider.ts';
import { intakeDecider, type IntakeCommand } from '#contexts/intake/domain/decide.ts';
import type { Intake, IntakeAction, Received } from '#contexts/intake/domain/intake.ts';
import { newestCalendar } from '../stories.ts';
import { lawOf } from './rules.ts';
import type { Drawing } from './chance.ts';
import type { Walk } from './walk.ts';

const CHANNEL_NAMES = Object.keys(CHANNELS) as Channel[];
const text = (id: string): Words => ({ id, hash: 'h' });
const decider = intakeDecider(lawOf, newestCalendar());

/** What somebody brings to a desk: on any channel, alone or as a group, with an address or without. */
export function arrival(no: string, desk: Pick<Received, 'receivedBy' | 'isPetitionDept' | 'level' | 'pack'>, { below, pick, yes }: Drawing): Received {
  const contactKnown = below(5) > 0;
  return {
    no,
    channel: pick(CHANNEL_NAMES),
    ...desk,
    title: text('题'),
    text: text('话'),
    parties: text('人'),
    contactKnown,
    anonymous: !contactKnown && yes(),
    electronic: yes(),
    people: below(4) === 0 ? 2 + below(15) : 1,
  };
}

const FITS: Readonly<Record<string, readonly string[]>> = {
  inquiry: ['registered'],
  thanks: ['registered'],
  accusation: ['registered'],
  'one matter': ['registered'],
  'several matters': ['registered'],
  'with an accusation': ['registered'],
  answer: ['classified'],
  convert: ['classified', 'replied'],
  sealPart: ['split'],
  linkCall: ['registered', 'split'],
  unlinkCall: ['registered', 'split'],
};

/** From the counter to what it is: matters, an inquiry that is answered, thanks, or something that must be sealed (lifecycle 1–3, 5, 6, 36, 38). */
export function intakeWalk(received: Received, receivedAt: Date): Walk<IntakeCommand, IntakeAction, Intake> {
  const by = { person: '接待人', unit: received.receivedBy };
  return {
    line: 'intake',
    decider,
    stageOf: ({ stage }) => stage,
    fits: (name, { stage }) => FITS[name]?.includes(stage) ?? true,
    makers({ stage, matters }, at, { below, pick, yes }) {
      const done = { by, at };
      const parts = (count: number) => Array.from({ length: count }, (_, part) => `${received.no}-${matters.length + part + 1}`);
      const divide = (matters: readonly string[], sealed: boolean) => () => ({ type: 'classify', purpose: 'matters', matters, sealed, ...done }) as const;
      const split = {
        'one matter': divide(parts(1), false),
        'several matters': divide(parts(2 + below(2)), false),
        'with an accusation': divide(parts(1), true),
      };
      const classify = (purpose: 'inquiry' | 'thanks' | 'accusation') => () =>
        ({ type: 'classify', purpose, matters: [], sealed: purpose === 'accusation', ...done }) as const;
      const register = () =>
        ({
          type: 'register',
          received,
          receivedAt: below(9) === 0 ? new Date(at.getTime() + 3_600_000) : receivedAt, // now and then a slip of the clock
          inPerson: IN_PERSON.has(received.channel),
          ...(yes() && { oral: pick(['signature', 'voice', 'refused'] as const) }),
          ...(yes() && { card: text('卡') }),
          ...done,
        }) as const;
      if (stage === 'unknown') return { register };
      if (stage === 'registered' && yes()) return split; // what most arrivals are
      return {
        ...(below(20) === 0 && { register }),
        ...split,
        inquiry: classify('inquiry'),
        thanks: classify('thanks'),
        accusation: classify('accusation'),
        answer: () => ({ type: 'answer', answer: text('答'), basis: text('据'), ...done }),
        giveDirection: () => ({ type: 'giveDirection', place: text('处'), ...done }),
        replaceCode: () => ({ type: 'replaceCode', checked: text('核'), ...done }),
        convert: () => ({ type: 'convert', matters: parts(1), ...done }),
        linkCall: () => ({ type: 'linkCall', call: pick(['征集一', '征集二']), ...done }),
        unlinkCall: () => ({ type: 'unlinkCall', ...done }),
        sealPart: () => ({ type: 'sealPart', matter: matters[0] ?? '', ...done }),
      };
    },
  };
}
