import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { MatterAction, MatterCommand } from '#contexts/casework/index.ts';
import { at, decider, laws, opening, UNITS } from '../../../test/stories.ts';
import { chance, live, type Life } from '../../../test/random-history.ts';
import { countFigures, rateOf, type Figure, type Term } from '../domain/figures.ts';
import { termsOf } from './terms.ts';

const fold = { initial: decider.initial, evolve: decider.evolve, lawOf: laws.get };
const ALWAYS = { from: '2020-01-01', until: '2030-12-31' } as const;
const seeds = fc.record({ seed: fc.nat(2 ** 31), day: fc.nat(300), direct: fc.boolean() });

function lifeOf({ seed, day, direct }: { seed: number; day: number; direct: boolean }, steps = 40): Life {
  const received = addDays('2025-03-01', day);
  return live(
    {
      decider,
      opening: opening(received, { receivedBy: direct ? UNITS.housing : UNITS.petition, isPetitionDept: !direct }),
      openedAt: at(received),
      units: { petition: UNITS.petition, handlers: [UNITS.housing, UNITS.water, UNITS.town], government: UNITS.government },
    },
    chance(seed),
    steps,
  );
}

const figuresOf = (actions: readonly MatterAction[], asOf = dateInChina(actions.at(-1)!.at)): Figure[] =>
  countFigures(termsOf(fold, actions), { ...ALWAYS, asOf });

describe('期限办理情况', () => {
  it('不变量 40：过去某一天的数，以后再算还是那么多；只有没送到、补登凭证、撤回后反悔这样的更正，才会与那一天不同', () => {
    let compared = 0;
    fc.assert(
      fc.property(seeds, fc.nat(39), (seed, cut) => {
        const { actions } = lifeOf(seed);
        const then = actions.slice(0, Math.max(1, cut));
        const day = dateInChina(then.at(-1)!.at);
        const since = actions.slice(then.length);
        if (since.length === 0 || since.some((action) => dateInChina(action.at) === day || corrects(action))) return;
        compared += 1;
        expect(countFigures(termsOf(fold, actions), { ...ALWAYS, asOf: day })).toEqual(figuresOf(then, day));
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(30);
  });

  it('不变量 41：分子在分母之内；一件也没有的写“—”，不写100%', () => {
    expect(rateOf({ kept: 0, broken: 0 })).toBe('—');
    expect(rateOf({ kept: 3, broken: 1 })).toBe('75.0%');
    expect(rateOf({ kept: 0, broken: 2 })).toBe('0.0%');
    fc.assert(
      fc.property(seeds, (seed) => {
        const { actions } = lifeOf(seed);
        const terms = termsOf(fold, actions);
        for (const { kept, broken } of figuresOf(actions)) {
          expect(kept + broken).toBeLessThanOrEqual(terms.length);
          expect([kept, broken].every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('不变量 42：超期的一件，提异议、并案、撤回、确认撤回、反悔、引导、改派、更正，原单位的按期率都不升高', () => {
    const tried = new Map<string, number>();
    fc.assert(
      fc.property(seeds, fc.nat(60), (seed, later) => {
        const { actions, states } = lifeOf(seed, 18);
        const matter = states.at(-1)!;
        const moment = new Date(actions.at(-1)!.at.getTime() + later * 86_400_000);
        const asOf = dateInChina(moment);
        const before = figuresOf(actions, asOf);
        if (!before.some(({ broken }) => broken > 0)) return;
        for (const commands of dodges(moment, matter.handlingUnit ?? matter.assignments.at(-1)?.to ?? matter.desk ?? UNITS.petition)) {
          const done: MatterAction[] = [];
          for (const command of commands) {
            try {
              done.push(...decider.decide(command, done.reduce(decider.evolve, matter)));
            } catch (error) {
              if (error instanceof Refusal) break;
              throw error;
            }
            tried.set(command.type, (tried.get(command.type) ?? 0) + 1);
            const after = figuresOf([...actions, ...done], asOf);
            for (const one of before.filter(({ broken }) => broken > 0)) {
              const now = after.find(({ unit, clock }) => unit === one.unit && clock === one.clock) ?? { kept: 0, broken: 0 };
              expect(now.broken, command.type).toBeGreaterThanOrEqual(one.broken);
              expect(share(now)).toBeLessThanOrEqual(share(one));
            }
          }
        }
      }),
      { numRuns: 400 },
    );
    // An objection is open for five working days only, so a late matter seldom meets one: it is tried, and need not be met in every run.
    for (const type of ['attachDuplicate', 'reassign', 'correct', 'requestWithdrawal', 'confirmWithdrawal', 'undoWithdraw'])
      expect([type, tried.get(type) ?? 0]).not.toEqual([type, 0]);
  });

  it('不变量 43：数里没有人、没有地方，也没有来了多少件', () => {
    const terms = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) => termsOf(fold, lifeOf({ seed, day: 3, direct: seed % 2 === 0 }).actions));
    const keys = new Set([...terms, ...countFigures(terms, { ...ALWAYS, asOf: '2030-12-31' })].flatMap((one: Term | Figure) => Object.keys(one)));
    expect([...keys].sort()).toEqual(['bornOn', 'broken', 'clock', 'kept', 'key', 'legalOn', 'outcome', 'stoppedOn', 'unit']);
  });
});

/** What takes back something that had ended a term, and a dispatch whose proof is entered later: it counts from its own day. */
const corrects = (action: MatterAction): boolean => CORRECTING.has(action.type) || (action.type.endsWith('Dispatched') && 'on' in action);

const CORRECTING: ReadonlySet<string> = new Set([
  'DeliveryFailed',
  'WithdrawalUndone',
  'CompletionReportReturned', // the report was none: the term for it goes on
  'DuplicateDetached',
  'ObjectionUpheld',
  'MatterReopened',
  'AgreementBroken',
  'LeadershipDecided',
  'ReviewRefused',
  'RecheckRefused',
  'MatterClassified',
  'MatterSealed', // nothing of it stays on this side
]);

const share = ({ kept, broken }: Pick<Figure, 'kept' | 'broken'>) => (kept + broken === 0 ? 0 : kept / (kept + broken));

/** What somebody might try to make a late matter look better: one act, or one after the other. */
function dodges(moment: Date, unit: string): MatterCommand[][] {
  const words = { id: '理由', hash: 'h' };
  const as = (of: string) => ({ by: { person: `${of}的人`, unit: of }, at: moment });
  const target = { id: 'main', no: '主件', kind: 'claim', open: true } as const;
  return [
    [{ type: 'raiseObjection', grounds: words, ...as(unit) }],
    [{ type: 'attachDuplicate', target, ground: 'insideTerm', grounds: words, ...as(unit) }],
    [{ type: 'attachDuplicate', target: { ...target, kind: 'suggestion' }, ground: 'insideTerm', grounds: words, ...as(unit) }],
    [{ type: 'reassign', to: UNITS.town, ground: 'superior', grounds: words, ...as(UNITS.government) }],
    [{ type: 'correct', as: 'superior', dueOn: addDays(dateInChina(moment), 20), grounds: words, ...as(UNITS.government) }],
    [{ type: 'guideElsewhere', reason: 'litigationVisitor', place: words, grounds: words, ...as(UNITS.petition) }],
    [
      { type: 'requestWithdrawal', statement: words, ...as('信访人') },
      { type: 'confirmWithdrawal', answer: 'free', record: words, publicInterest: false, ...as(UNITS.petition) },
      { type: 'undoWithdraw', statement: words, ...as('信访人') },
    ],
  ];
}
