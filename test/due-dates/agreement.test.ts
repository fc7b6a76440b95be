import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLaws, readPack } from '#platform/rules.ts';
import { layPacks } from '#kernel/law.ts';
import type { PackEntry } from '#kernel/pack.ts';
import type { ClockId, Fact, Kind } from '#kernel/clocks/rule.ts';
import { CLOCKS } from '#kernel/clocks/index.ts';
import { CLAIM_FACTS, EVERYBODY, story } from '#kernel/clocks/spec.ts';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import type { ActionType } from '#kernel/vocabulary.ts';
import { due, handlingDue, hoursDue, recheckDue, type Counting } from './second.ts';
import { LINES } from './table.ts';

/** The kernel against a second count from the same statutes (`second.ts`), which shares nothing with it. */
const CASES = process.env['HUIYIN_LONG'] ? 400_000 : 100_000;
const FIRST_DAY = '2022-01-01';
const DAYS = 365 * 6 + 1; // up to the end of 2027, for which no notice is out

const laws = readLaws();
const law = laws.inForce('2026-11-01', 'cn');
const local = localLaw();

/** What only a place's pack gives a length. */
function localLaw() {
  const entry = (counting: Counting): PackEntry => ({
    length: counting.kind === 'workingDays' ? { workingDays: counting.n } : { days: counting.n },
    source: '测试',
    dutyEvidence: 'S',
    lengthEvidence: 'S',
  });
  const clocks = Object.fromEntries(LINES.filter(({ local: isLocal }) => isLocal).map(({ clock, counting }) => [clock, entry(counting)]));
  const pack = { file: 'test', version: 'test', name: '测试', region: 'test', validFrom: '2020-01-01' as PlainDate, clocks };
  return layPacks(laws.calendars, readPack('data/policy/national.json'), [pack]);
}

const day = fc.nat(DAYS - 1).map((n) => addDays(FIRST_DAY, n));
const share = (part: number) => ({ numRuns: Math.ceil(CASES * part) });

describe('期限另算一遍，与内核一致（2022至2027年）', () => {
  it('不变量 12：每一种按日、按工作日、按月、倒数的期限', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LINES), day, ({ clock, starts, counting, kind = 'claim', facts = CLAIM_FACTS, from, local: isLocal, direct }, day0) => {
        const given = from === 'firstReceipt' ? { firstReceipt: day0 } : from === 'unitReceipt' ? { unitReceipt: day0, acceptance: day0 } : {};
        const holders = direct ? { holders: { ...EVERYBODY, directUnit: 'qinghe/housing' } } : {};
        const told = story(isLocal ? local : law, kind as Kind, facts as Fact[], { ...given, ...holders });
        const happening = from === 'hearingDate' ? { on: day0, part: 'hearing/1' } : { document: 'document/1', ...(kind === 'work' && { period: day0 }) };
        const at = from === 'hearingDate' ? addDays(day0, -40) : day0;
        const reading = told.then(starts as ActionType, at, happening).newest(clock as ClockId);
        expect([clock, reading.targetOn, reading.legalOn]).toEqual([clock, ...Object.values(dueOf(day0, counting))]);
      }),
      share(0.7),
    );
  });

  it('不变量 12、48：六十日的起算日，加上延期', () => {
    fc.assert(
      fc.property(day, fc.nat(40), fc.nat(30), (unitReceipt, later, extension) => {
        const acceptedOn = addDays(unitReceipt, later);
        const accepted = story(law, 'claim', CLAIM_FACTS, { unitReceipt, acceptance: acceptedOn }).then('MatterAccepted', acceptedOn);
        const { targetOn, legalOn } = accepted.newest('A14');
        expect({ target: targetOn, legal: legalOn }).toEqual(handlingDue(acceptedOn, unitReceipt));
        if (extension === 0) return;
        const extended = accepted.then('HandlingExtended', targetOn, { days: extension }).newest('A15');
        expect({ target: extended.targetOn, legal: extended.legalOn }).toEqual(handlingDue(acceptedOn, unitReceipt, extension));
      }),
      share(0.1),
    );
  });

  it('不变量 12、49：复核听证不计入的日数，有上限', () => {
    fc.assert(
      fc.property(day, fc.nat(28), fc.nat(60), (requestedOn, untilDecided, length) => {
        const decidedOn = addDays(requestedOn, untilDecided);
        const reportedOn = addDays(decidedOn, length);
        const facts: Fact[] = [...CLAIM_FACTS, 'atRecheck', 'firstHearing'];
        const { targetOn, legalOn } = story(law, 'claim', facts)
          .then('RecheckRequested', requestedOn)
          .then('HearingDecided', decidedOn, { part: 'hearing/1' })
          .then('HearingReported', reportedOn, { part: 'hearing/1' })
          .newest('A20');
        expect({ target: targetOn, legal: legalOn }).toEqual(recheckDue(requestedOn, { decidedOn, reportedOn }));
      }),
      share(0.1),
    );
  });

  it('不变量 12：没有送到的，按原来的日期接着走', () => {
    fc.assert(
      fc.property(day, fc.nat(59), fc.nat(30), (acceptedOn, sent, back) => {
        const sentOn = addDays(acceptedOn, sent);
        const { targetOn, legalOn, stoppedOn } = story(law, 'claim', CLAIM_FACTS, { unitReceipt: acceptedOn, acceptance: acceptedOn })
          .then('MatterAccepted', acceptedOn)
          .then('OpinionDispatched', sentOn, { document: 'document/1' })
          .then('DeliveryFailed', addDays(sentOn, back), { document: 'document/1' })
          .newest('A14');
        expect({ target: targetOn, legal: legalOn, stoppedOn }).toEqual({ ...handlingDue(acceptedOn, acceptedOn), stoppedOn: undefined });
      }),
      share(0.05),
    );
  });

  it('不变量 12：按小时的，从那一刻算起，不顺延', () => {
    fc.assert(
      fc.property(day, fc.nat(23), fc.nat(59), (on, hour, minute) => {
        const when = `${on} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const flagged = story(law).then('UrgencyFlagged', when);
        const from = new Date(`${when.replace(' ', 'T')}:00+08:00`);
        expect([flagged.newest('A12').targetAt, flagged.newest('A13').targetAt]).toEqual([hoursDue(from, 1), hoursDue(from, 2)]);
      }),
      share(0.05),
    );
  });
});

/** clock-vectors.md as it stands there: vector, clock, day 0, last day, and what it rolls to. A clock's length comes from the second table. */
const VECTORS: readonly (readonly [vector: string, clock: string, day0: string, target: string, legal: string])[] = [
  ['V01', 'A03', '2026-09-16', '2026-10-01', '2026-10-08'],
  ['V02', 'A06', '2026-09-28', '2026-10-13', '2026-10-13'],
  ['V03', 'A07', '2026-09-28', '2026-10-10', '2026-10-10'],
  ['V04', 'A07', '2026-02-12', '2026-02-26', '2026-02-26'],
  ['V05', 'A07', '2025-09-26', '2025-10-10', '2025-10-10'],
  ['V09', 'A17', '2026-01-18', '2026-02-17', '2026-02-24'],
  ['V10', 'A18', '2026-09-05', '2026-10-05', '2026-10-08'],
  ['V12', 'B03', '2026-02-09', '2026-02-28', '2026-02-28'],
  ['V13', 'B03', '2024-02-01', '2024-02-20', '2024-02-20'],
  ['V14', 'D01', '2026-04-30', '2026-05-05', '2026-05-06'],
  ['V15', 'D02', '2026-09-15', '2026-10-05', '2026-10-08'],
  ['V16', 'D05', '2026-04-30', '2026-05-08', '2026-05-08'],
  ['V17', 'D05', '2025-09-30', '2025-10-11', '2025-10-11'],
  ['V18', 'D03', '2026-02-10', '2026-02-17', '2026-02-24'],
  ['V19', 'A23', '2023-09-01', '2023-10-01', '2023-10-07'],
  ['V21', 'B12', '2025-11-30', '2026-02-28', '2026-02-28'],
  ['V21', 'B12', '2026-05-31', '2026-08-31', '2026-08-31'],
  ['V21', 'B12', '2026-07-01', '2026-10-01', '2026-10-08'],
  ['V21', 'A25', '2025-12-31', '2026-03-31', '2026-03-31'],
  ['V22', 'E06', '2026-10-14', '2026-10-07', '2026-09-30'],
  ['V22', 'E06', '2026-10-22', '2026-10-15', '2026-10-15'],
  ['V25', 'A17', '2026-10-14', '2026-11-13', '2026-11-13'],
  ['V26', 'A17', '2026-01-24', '2026-02-23', '2026-02-24'],
  ['V27', 'A03', '2026-12-17', '2027-01-01', '2027-01-04'],
  ['V28', 'A07', '2026-09-28', '2026-10-10', '2026-10-10'],
  ['V29', 'D02', '2026-08-03', '2026-08-23', '2026-08-24'],
];

describe('另算的一遍，也与期限的例题一致', () => {
  it.each(VECTORS)('不变量 12：%s %s，从%s起', (_, clock, day0, target, legal) => {
    const { counting } = LINES.find((line) => line.clock === clock)!;
    expect(due(day0, counting)).toEqual({ target, legal });
  });

  it('不变量 12：六十日、复核听证、按小时的例题', () => {
    const handling = [
      handlingDue('2026-08-03', '2026-08-03'), // V06
      handlingDue('2025-12-03', '2025-12-03'), // V07
      handlingDue('2026-08-03', '2026-08-03', 30), // V08
      handlingDue('2026-06-10', '2026-06-01'), // V24, and below: later than the fifteenth day
      handlingDue('2026-06-22', '2026-06-01'),
      handlingDue('2025-12-17', '2025-12-17'), // V26
    ];
    expect(handling.map(({ target, legal }) => [target, legal])).toEqual([
      ['2026-10-02', '2026-10-08'],
      ['2026-02-01', '2026-02-02'],
      ['2026-11-01', '2026-11-02'],
      ['2026-08-09', '2026-08-10'],
      ['2026-08-15', '2026-08-17'],
      ['2026-02-15', '2026-02-24'],
    ]);
    expect(recheckDue('2024-09-01')).toEqual({ target: '2024-10-01', legal: '2024-10-08' }); // V11; below V23
    expect(recheckDue('2026-03-02', { decidedOn: '2026-03-12', reportedOn: '2026-03-22' })).toEqual({ target: '2026-04-11', legal: '2026-04-13' });
    expect(recheckDue('2026-03-02', { decidedOn: '2026-03-12', reportedOn: '2026-04-30' })).toEqual({ target: '2026-05-01', legal: '2026-05-06' });
    expect(hoursDue(new Date('2026-10-03T23:30:00+08:00'), 2)).toEqual(new Date('2026-10-04T01:30:00+08:00')); // V20
  });
});

/** Counted in a property of its own above, by the hour or at once, to a date that somebody names, or only by the kernel's own tests: the last few have neither a national length nor a pack of their own here. */
const NOT_A_LINE = {
  itsOwn: ['A14', 'A15', 'A20', 'A21'],
  hours: ['A04', 'A12', 'A13', 'D08', 'D10', 'D16', 'D17', 'E01'],
  dateNamed: ['A16', 'A27', 'A37', 'A38', 'A43', 'D11', 'D12', 'D15'],
  kernelOnly: ['A40', 'C03a', 'C03b', 'C05'],
};

it('不变量 12：每一种期限要么另算了一遍，要么写明怎么算', () => {
  const told = [...LINES.map(({ clock }) => clock), ...Object.values(NOT_A_LINE).flat()];
  expect(told.toSorted()).toEqual([...Object.keys(CLOCKS), ...LINES.filter(isTwice).map(({ clock }) => clock)].toSorted());
});
const isTwice = ({ clock }: { readonly clock: string }, at: number) => LINES.findIndex((line) => line.clock === clock) < at;

const dueOf = (day0: PlainDate, counting: Counting) => due(day0, counting);
