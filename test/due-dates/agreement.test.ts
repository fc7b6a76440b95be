import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLaws, readPack } from '#platform/rules.ts';
import { layPacks } from '#kernel/law.ts';
import type { PackEntry } from '#kernel/pack.ts';
import type { ClockId, Fact, Kind } from '#kernel/clocks/rule.ts';
import { CLAIM_FACTS, story } from '#kernel/clocks/spec.ts';
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
      fc.property(fc.constantFrom(...LINES), day, ({ clock, starts, counting, kind = 'claim', facts = CLAIM_FACTS, from, local: isLocal }, day0) => {
        const given = from === 'firstReceipt' ? { firstReceipt: day0 } : from === 'unitReceipt' ? { unitReceipt: day0, acceptance: day0 } : {};
        const told = story(isLocal ? local : law, kind as Kind, facts as Fact[], given);
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

const dueOf = (day0: PlainDate, counting: Counting) => due(day0, counting);
