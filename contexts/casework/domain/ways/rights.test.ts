import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateInChina } from '#kernel/dates.ts';
import { replay } from '#kernel/decider.ts';
import { at, decider, opening, organs, UNITS } from '../../../../test/stories.ts';
import { chance, live, type Life } from '../../../../test/random-history.ts';
import { throughout } from '../../../../test/lives.ts';
import { qinghe } from '../../../../test/ways.ts';
import type { MatterAction } from '../actions.ts';
import type { CommandType } from '../commands.ts';
import { whyNot } from '../decide/guard.ts';
import { initial, type Matter } from '../matter.ts';
import { barring } from './care/state.ts';
import { isUnderReview, roundOf } from './review/outcome.ts';

const RUNS = process.env.HUIYIN_LONG ? 3_000 : 120;

/** Random lives in a county with promises of its own, letters of first-time petitioners among them. */
function eachLife(holds: (life: Life) => void): void {
  const seeds = fc.record({ seed: fc.nat(2 ** 31), letter: fc.boolean(), day: fc.nat(360) });
  fc.assert(
    fc.property(seeds, ({ seed, letter, day }) => {
      const received = addDays('2025-03-01', day);
      const world = {
        decider,
        opening: opening(received, { channel: letter ? 'letter' : 'web', pack: qinghe.version }),
        openedAt: at(received),
        units: { petition: UNITS.petition, handlers: [UNITS.housing, UNITS.water, UNITS.town], government: UNITS.government },
      };
      holds(live(world, chance(seed), 60));
    }),
    { numRuns: RUNS },
  );
}

const eachStep = (holds: (before: Matter, action: MatterAction, after: Matter) => void) =>
  eachLife(({ actions, states }) => actions.forEach((action, index) => holds(states[index - 1] ?? initial, action, states[index]!)));

/** What somebody may do or leave beside the handling: without any of it the matter goes the same way. */
const ASIDE: ReadonlySet<MatterAction['type']> = new Set<MatterAction['type']>([
  'WithdrawalRequested',
  'WithdrawalNotConfirmed',
  'MediationStarted',
  'MediationFailed',
  'MeetingDeclined',
  'MeetingWithPetitionerRecorded',
  'LeaderInstructionSigned',
  'TaskForceFormed',
  'MutualCommitmentSigned',
  'MutualCommitmentCancelled',
  'CommitmentMade',
  'CommitmentVerified',
  'CommitmentRefuted',
  'CommitmentReleased',
  'GreenChannelOpened',
  'PreliminaryReportSubmitted',
  'LocalTermReleased',
  'HelpOffered',
]);

/** What is owed to the petitioner: nothing beside it may stand in its way. */
const OF_THE_LAW: readonly CommandType[] = [
  'accept',
  'startHandling',
  'recordInvestigation',
  'hearPetitioner',
  'issueOpinion',
  'replySuggestion',
  'performDuty',
  'replyDuty',
  'dispatch',
  'recordDelivery',
  'reportPerformance',
  'verifyPerformance',
  'requestReview',
  'requestRecheck',
];

describe('信访人的权利，在随机办理经过里', () => {
  it('不变量 22：撤回申请、调解、承诺、见面、帮扶都不是受理、送达、落实的前提：抽去它们，环节和法定期限都一样', () => {
    eachLife(({ actions }) => {
      const whole = replay(decider, actions);
      const without = replay(
        decider,
        actions.filter(({ type }) => !ASIDE.has(type)),
      );
      expect(without.stage).toBe(whole.stage);
      const ofTheLaw = (clock: string) => /^[AB]/.test(clock) && clock !== 'A41'; // the offer of help is what keeps A41 itself
      const legal = ({ clocks }: Matter) =>
        Object.fromEntries(Object.entries(clocks).flatMap(([key, { clock, legalOn, stoppedOn }]) => (ofTheLaw(clock) ? [[key, [legalOn, stoppedOn]]] : [])));
      expect(legal(without)).toEqual(legal(whole));
    });
  });

  it('不变量 22：有撤回申请、调解、承诺、见面、帮扶在那里，该受理、办理、送达、落实的照样准办：没有它们就准的，有了也准', () => {
    let compared = 0;
    eachLife(({ actions, states }) => {
      for (const [index, action] of actions.entries()) {
        if (!ASIDE.has(action.type)) continue;
        const day = dateInChina(action.at);
        const done = actions.slice(0, index + 1);
        const without = replay(
          decider,
          done.filter(({ type }) => !ASIDE.has(type)),
        );
        const may = (matter: Matter) =>
          OF_THE_LAW.flatMap((command) =>
            Object.values(UNITS).flatMap((unit) =>
              [undefined, ...Object.keys(matter.papers)].flatMap((document) => {
                const refusal = whyNot(command, { matter, unit, organs, today: day }, document);
                return refusal ? [] : [`${command} ${unit} ${document ?? ''}`];
              }),
            ),
          );
        const [allowed, also] = [may(without), new Set(may(states[index]!))];
        expect(
          allowed.filter((one) => !also.has(one)),
          done.map(({ type }) => type).join(' '),
        ).toEqual([]);
        compared += allowed.length;
      }
    });
    expect(compared).toBeGreaterThan(1_000);
  });

  it('不变量 23：退出双向承诺书没有任何效果', () => {
    eachStep((before, action, after) => {
      if (action.type !== 'MutualCommitmentCancelled') return;
      const { clocks: _, promises: __, ...was } = before;
      const { clocks: ___, promises: ____, ...is } = after;
      expect(is).toEqual(was);
      const moved = Object.values(after.clocks).filter(({ key, stoppedOn }) => stoppedOn !== before.clocks[key]?.stoppedOn);
      expect(moved.every(({ clock }) => clock === 'E02')).toBe(true);
    });
  });

  it('不变量 25：撤回的只以“撤回”办结，不以任何解决的理由', () => {
    eachStep((before, action) => {
      if (action.type === 'MatterConcluded' && before.stage === 'withdrawn') expect(action.reason).toBe('withdrawn');
      if (action.type === 'MatterConcluded' && action.reason === 'withdrawn') expect(before.withdrawal?.confirmedOn).toBeDefined();
    });
  });

  it('不变量 30：等待回避决定的、已经回避的人，什么都没有办；复查、复核的意见都有一名没有被申请回避的人员', () => {
    eachStep((before, action) => {
      const bar = barring(before, action.by.person);
      const inOneAct = action.type === 'RecusalPassedUp' && bar?.part === action.part; // whoever names themselves says in the same act that their head is concerned
      expect(inOneAct ? undefined : bar, action.type).toBeUndefined();
    });
    let stoodAside = 0;
    throughout(({ before, action, after }) => {
      if (action.type === 'RecusalDecided' && action.recused && isUnderReview(before) && !roundOf(after)?.officer) stoodAside += 1;
      if (action.type !== 'ReviewOpinionIssued' && action.type !== 'RecheckOpinionIssued') return;
      const officer = roundOf(before)?.officer?.person;
      expect([officer === undefined, barring(before, officer)], action.type).toEqual([false, undefined]);
    });
    expect(stoodAside).toBeGreaterThan(0);
  });

  it('不变量 47：协议、确认的撤回、导入其他程序停六十日；撤回反悔、协议不履行的按原日期再走', () => {
    eachStep((before, action, after) => {
      for (const [key, was] of Object.entries(before.clocks)) {
        if (was.clock !== 'A14') continue;
        const is = after.clocks[key];
        if (!is) continue; // sealed: its clocks go on elsewhere
        if (['AgreementSigned', 'MatterWithdrawn', 'MatterRouted'].includes(action.type)) expect(is.stoppedOn).toBeDefined();
        if (was.stoppedOn && !is.stoppedOn) expect([is.targetOn, is.legalOn >= was.targetOn]).toEqual([was.targetOn, true]);
      }
    });
  });
});
