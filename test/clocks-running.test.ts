import { describe, expect, it } from 'vitest';
import { CHANNELS, type Channel } from '#kernel/channels.ts';
import { CLOCKS, startableBy } from '#kernel/clocks/index.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { addDays, dateInChina } from '#kernel/dates.ts';
import { ACTIONS, type ActionType } from '#kernel/vocabulary.ts';
import { readLaws } from '#platform/rules.ts';
import { TELLINGS } from '#contexts/casework/domain/timeline.ts';
import { WORK_KINDS } from '../apps/server/work-kinds.ts';
import { INTAKE_ACTION_TYPES } from '#contexts/intake/domain/intake.ts';
import type { Matter } from '#contexts/casework/domain/matter.ts';
import { offeredOf } from '#contexts/casework/domain/ways/promises/decide.ts';
import { at, decider, opening, UNITS, words } from './stories.ts';
import { chance, live, type Life } from './random-history.ts';

/**
 * Which clocks run, computed from the vocabulary: a clock may wait for a later
 * issue only if no command that is built can start it. The list is printed, and
 * may only become shorter.
 */
const FOUND_OUT = [
  'YearEnded',
  'YearStarted',
  'MonthStarted',
  'WorkingDayStarted',
  'MeetingDecided',
  'RecommendationFeedbackReceived',
  'RecommendationNotAdopted',
];
const BESIDE = Object.values(WORK_KINDS).flatMap(({ steps }) => Object.values(steps).flatMap(({ acts }) => (typeof acts === 'string' ? [acts] : [])));

const RECORDED: ReadonlySet<ActionType> = new Set(
  [
    ...Object.keys(TELLINGS),
    ...INTAKE_ACTION_TYPES,
    ...BESIDE,
    ...FOUND_OUT, // what a step records by what was typed
    'EvaluationOpened',
    'EvaluationSubmitted',
    'EvaluationWindowClosed',
    'AccusationTransferred',
    'SealedReceiptConfirmed',
    'SealedTransferRefused',
    'DisciplineReceived',
    'DisciplineReceivedFromSuperior',
    'AccusationHandled',
    'CadreProblemFlagged',
    'MajorCadreProblemFlagged',
    'InspectorateMaterialRequested',
    'ConductComplaintReceived',
    'ConductComplaintAnswered',
    'DocumentNumbered',
    'DocumentSealed',
    'DocumentVoided',
  ].filter((type): type is ActionType => type in ACTIONS),
);

/** Startable by what is built, and not counted in this county: of provinces and practices whose pack is not in force here. */
const NOT_IN_FORCE = (id: ClockId) => /^[CD]/.test(id) && !(id in inForce.terms) && !(id in inForce.promises);
const inForce = readLaws().inForce('2026-11-20', 'haichuan', 'linshui', 'qinghe');

/** Work beside matters: seen running in contexts/coordination, supervision and retention. */
const BESIDE_MATTERS: readonly ClockId[] = ['A23', 'A24', 'A25', 'A26', 'A42', 'A45', 'A46', 'E01', 'E03'];

describe('哪些期限在走', () => {
  const { startable, waiting } = startableBy(RECORDED);

  it('现有的办理都起算不了的，才可以留到以后；名单只会变短', () => {
    console.info(`尚无办理能起算的期限（${waiting.length}个）：${waiting.map((id) => `${id} ${CLOCKS[id].name}`).join('、')}`);
    expect(waiting.length).toBeLessThanOrEqual(MOST_WAITING);
  });

  it('能起算的，本县的规则里都有长度', () => {
    const missing = startable.filter((id) => !(id in inForce.terms) && !(id in inForce.promises) && !NOT_IN_FORCE(id));
    expect(missing).toEqual([]);
  });

  it('能由信访事项起算的，在随机办理经过里都真的走过', () => {
    const started = new Set<string>();
    const channels = Object.keys(CHANNELS) as Channel[];
    for (let seed = 0; seed < 900; seed += 1) {
      const received = addDays('2025-03-01', seed % 360);
      const direct = seed % 3 === 0;
      const desk = direct ? UNITS.housing : UNITS.petition;
      const life = live(
        {
          decider,
          opening: opening(received, {
            channel: channels[seed % channels.length]!,
            receivedBy: desk,
            isPetitionDept: !direct,
            contactKnown: seed % 5 > 0,
            level: 'county',
            pack: inForce.version,
          }),
          openedAt: at(received),
          units: { petition: UNITS.petition, handlers: [UNITS.housing, UNITS.water, UNITS.town], government: UNITS.government },
        },
        chance(seed),
        70,
      );
      for (const { clock } of Object.values(life.states.at(-1)!.clocks)) started.add(clock);
      if (!started.has('E02')) for (const { clock } of Object.values(signedOnline(life)?.clocks ?? {})) started.add(clock);
    }
    const elsewhere = new Set<ClockId>(['E05', 'D08', 'D10', 'D16', 'A35', 'A10', 'A28', 'A29', 'A43', 'B07', 'B08', 'B09', 'B10', ...BESIDE_MATTERS]); // complaints, the counter and the sealed line have tests of their own
    const otherLevels = new Set<ClockId>(['B05a', 'B05b', 'B05c']); // the same rule as B05d, at the other levels
    const silent = startable.filter((id) => !started.has(id) && !elsewhere.has(id) && !otherLevels.has(id) && !NOT_IN_FORCE(id));
    expect(silent).toEqual([]);
  });
});

/** Few come so far by chance that there is something to sign online; where a life has, the petitioner signs, by the same decider (E02, rights R7). */
function signedOnline({ states, actions }: Life): Matter | undefined {
  const index = states.findIndex((matter, number) => {
    const { until } = (matter.stage === 'inProgress' && !matter.promises?.mutual && offeredOf(matter)) || {};
    return until !== undefined && until >= dateInChina(actions[number]!.at);
  });
  const before = states[index];
  if (!before) return undefined;
  const { at } = actions[index]!;
  const { until } = offeredOf(before)!;
  const sign = { type: 'signCommitment', signedAs: 'online', steps: words('一'), until, by: { person: '信访人', unit: '信访人' }, at } as const;
  return decider.decide(sign, before).reduce(decider.evolve, before);
}

const MOST_WAITING = 0;
