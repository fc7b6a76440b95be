import { describe, expect, it } from 'vitest';
import { makeCalendar, makeCalendars } from '#kernel/calendar.ts';
import { CLOCKS } from '#kernel/clocks/index.ts';
import { recalculate } from '#kernel/clocks/engine.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { addDays, dateInChina } from '#kernel/dates.ts';
import { replay } from '#kernel/decider.ts';
import { county, everyLife, throughout } from '../../../test/lives.ts';
import { ground, laws } from '../../../test/stories.ts';
import type { Life } from '../../../test/random-history.ts';
import type { MatterAction } from './actions.ts';
import { holderNow, newestOf } from './clocks.ts';
import { matterDecider } from './decide/index.ts';
import { answerableOrgan } from './matter.ts';
import { CONCLUDE_REASONS, DECLINE_REASONS, GUIDE_REASONS } from './reasons.ts';
import { isOpen } from './stages.ts';

/** Whole sentences of lifecycle.md 5 that are about terms and reasons, over the same random lives as the other invariants. */
describe('随机办理经过：期限、理由', () => {
  it('不变量 7：在走的，总有一项是负责的那个机关的职责，或者是信访人、双方当事人的权利', () => {
    throughout(({ after, action, life, index }) => {
      const next = life.actions[index + 1];
      if (!isOpen(after.stage) || (next && next.at === action.at)) return; // in the middle of one act
      const answerable = answerableOrgan(after);
      const running = Object.values(after.clocks).filter(({ stoppedOn, clock }) => !stoppedOn && CLOCKS[clock].type !== 'window');
      const theirs = running.filter((one) => ['petitioner', 'parties'].includes(one.role) || holderNow(one, after) === answerable);
      expect(theirs.length, `${after.stage}, ${answerable}: ${running.map((one) => `${one.key} ${holderNow(one, after)}`)}`).toBeGreaterThan(0);
    });
  });

  it('不变量 2、47：停过又走的，起算日、到期日都是原来的（信访人的权利只会更长）；在走的不从头来过', () => {
    let again = 0;
    throughout(({ before, action, after }) => {
      for (const [key, was] of Object.entries(before.clocks)) {
        const is = after.clocks[key];
        if (!is || was.clock === 'E06') continue; // sealed: its clocks go on elsewhere; E06 is the hearing's own date, which may be set anew
        expect([is.startedOn, is.startedBy], `${key} ${action.type}`).toEqual([was.startedOn, was.startedBy]);
        if (!was.stoppedOn || is.stoppedOn) continue;
        again += 1;
        if (CLOCKS[was.clock].holder === 'petitioner')
          expect(is.legalOn >= was.legalOn, key).toBe(true); // a right may come back with days anew, never with fewer
        else if (!was.suspendedOn) expect([is.targetOn, is.legalOn], `${key} ${action.type}`).toEqual([was.targetOn, was.legalOn]);
      }
    });
    expect(again).toBeGreaterThan(10);
  });

  it('不变量 47：每一种书面的期限都只由发出一份文书算完，退回的就是那一份的，又接着走', () => {
    const written = (clock: ClockId) => CLOCKS[clock].satisfiedBy.length > 0 && CLOCKS[clock].satisfiedBy.every((type) => type.endsWith('Dispatched'));
    const [kept, failed] = [new Set<ClockId>(), new Set<ClockId>()];
    throughout(({ before, action, after }) => {
      for (const [key, was] of Object.entries(before.clocks)) {
        const is = after.clocks[key];
        if (!is || !written(was.clock)) continue;
        if (!was.stoppedOn && (is.outcome === 'kept' || is.outcome === 'late')) {
          expect([action.type.endsWith('Dispatched'), 'document' in action && action.document, 'evidence' in action && action.evidence]).toEqual([
            true,
            expect.any(String),
            expect.objectContaining({ id: expect.any(String) }),
          ]);
          kept.add(was.clock);
        }
        const returned = action.type === 'DeliveryFailed' && was.stoppedOn && was.outcome !== 'stopped' && was.stoppedWith === action.document;
        if (!returned || !CLOCKS[was.clock].reopenedBy?.includes('DeliveryFailed')) continue;
        failed.add(was.clock);
        expect(newestOf(after.clocks, was.clock, was.instance)?.stoppedOn, `${key} ${after.stage}`).toBeUndefined();
      }
    });
    expect([...kept]).toEqual(expect.arrayContaining(['A14', 'A18', 'A22', 'A33']));
    expect([...failed]).toContain('A14');
  });

  it('不变量 3：每次办理延长合计不过三十日，从没有顺延的第六十日数起；通知就在那一天、在法定期限以内发出', () => {
    let extended = 0;
    throughout(({ before, action, after, life, index }) => {
      if (action.type !== 'HandlingExtended') return;
      extended += 1;
      const [answer, more] = [newestOf(before.clocks, 'A14')!, newestOf(after.clocks, 'A15')!];
      expect(dateInChina(action.at) <= answer.legalOn).toBe(true);
      expect([more.startedOn, more.targetOn]).toEqual([answer.targetOn, addDays(answer.targetOn, action.days)]);
      const notice = life.actions[index + 1];
      expect([notice?.type, notice?.at, notice?.by]).toEqual(['ExtensionNoticeDispatched', action.at, action.by]);
    });
    everyLife(({ states }) => {
      const days = new Map<string, number>();
      for (const { clock, startedOn, targetOn } of Object.values(states.at(-1)!.clocks)) {
        if (clock === 'A15') days.set(startedOn, (days.get(startedOn) ?? 0) + (Date.parse(targetOn) - Date.parse(startedOn)) / 86_400_000);
      }
      for (const sum of days.values()) expect(sum).toBeLessThanOrEqual(30);
    });
    expect(extended).toBeGreaterThan(0);
  });

  it('不变量 55：换了日历重建，了结的、在走的都还是当时那样；在新日历下再算，了结的一天不动', () => {
    const { current } = laws.calendars;
    const noHolidays = makeCalendar(
      'later',
      Array.from({ length: 100 }, (_, year) => 2000 + year),
      [],
    );
    const calendars = makeCalendars([current, noHolidays]);
    const lawOf = (pack: string) => ({ ...laws.get(pack), calendars });
    const rebuilder = matterDecider({ ...ground(), lawOf, calendars, calendar: noHolidays.version });
    let moved = 0;
    const known = new Set([
      ...laws.packs.map(({ version }) => version),
      ...county()
        .lives.flatMap(packOf)
        .filter((pack) => pack.includes('+')),
    ]);
    for (const { actions, states } of county()
      .lives.filter((life) => packOf(life).every((pack) => known.has(pack)))
      .slice(0, 400)) {
      const recorded = actions.map((action) => ({ ...action, calendar: current.version }) as unknown as MatterAction);
      const rebuilt = replay(rebuilder, recorded);
      expect(rebuilt.clocks).toEqual(states.at(-1)!.clocks);
      const pack = rebuilt.opening?.pack;
      if (!pack) continue;
      for (const is of Object.values(recalculate(rebuilt.clocks, noHolidays.version, lawOf(pack)))) {
        const was = rebuilt.clocks[is.key]!;
        if (was.stoppedOn) expect(is).toEqual(was);
        if (is.legalOn !== was.legalOn) moved += 1;
      }
    }
    expect(moved).toBeGreaterThan(0); // the other calendar does give other days
  });

  it('不变量 56：转送、交办的期限从最早收到那天起只有一个，转到哪一级都不重来、不变晚', () => {
    let passed = 0;
    throughout(({ before, action, after }) => {
      const [was, is] = [before.clocks, after.clocks].map((clocks) => Object.values(clocks).filter(({ clock }) => clock === 'A03'));
      expect(is!.length).toBeLessThanOrEqual(1);
      if (is![0]) expect(is![0].startedOn).toBe(after.firstReceipt);
      if (was![0] && is![0]) expect(is![0].legalOn <= was![0].legalOn).toBe(true);
      if (action.type === 'PassedToNextPetitionDept') passed += 1;
    });
    expect(passed).toBeGreaterThan(0);
  });

  it('不变量 58、14：引导、不予受理、不再受理、办结，都有清单里的理由，说“不”的另有写下来的理由和救济', () => {
    const seen = new Set<string>();
    throughout(({ action }) => {
      if (action.type === 'MatterConcluded') expect(Object.keys(CONCLUDE_REASONS)).toContain(action.reason);
      if (action.type === 'VisitorGuided')
        expect([Object.keys(GUIDE_REASONS).includes(action.reason), action.place, action.grounds]).toEqual([true, WRITTEN, WRITTEN]);
      if (action.type === 'GuidanceDispatched') expect(Object.keys(GUIDE_REASONS)).toContain(action.reason);
      if (action.type === 'MatterDeclined')
        expect([Object.keys(DECLINE_REASONS).includes(action.reason), action.remedy, action.grounds]).toEqual([true, WRITTEN, WRITTEN]);
      if (action.type === 'FurtherAcceptanceRefused') expect(action).toMatchObject({ grounds: WRITTEN });
      seen.add(action.type);
    });
    expect([...seen]).toEqual(expect.arrayContaining(['MatterConcluded', 'VisitorGuided', 'GuidanceDispatched', 'MatterDeclined', 'FurtherAcceptanceRefused']));
  });
});

/** The rules that a life keeps; some live under rules of a test's own, which no deployment has. */
const packOf = ({ actions }: Life) => actions.flatMap((action) => (action.type === 'MatterOpened' ? [action.pack] : []));

const WRITTEN = expect.objectContaining({ id: expect.any(String), hash: expect.any(String) });
