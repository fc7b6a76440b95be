import { describe, expect, it } from 'vitest';
import { dateInChina } from '#kernel/dates.ts';
import { countActions, everyLife, throughout } from '../../../test/lives.ts';
import type { MatterAction } from './actions.ts';
import { CLAIM_RESULTS } from './answers.ts';
import { newestOf, openDuties } from './clocks.ts';
import { OUTCOMES } from './papers.ts';

/** What is written down, when, and with what to show for it: over the same random lives as the other invariants. */
const PLANNED: ReadonlySet<string> = new Set(['HearingScheduled']); // the one date that lies ahead, and says so

describe('随机办理经过：写下来的日期、答复、送达、卷宗', () => {
  it('不变量 10：写的日期不在以后，也不早于收到本件、发出文书；晚记的，那天和记的那天都在', () => {
    let late = 0;
    throughout(({ before, action, life, index }) => {
      const previous = life.actions[index - 1];
      if (previous) expect(previous.at <= action.at, 'nothing is recorded before what came before it').toBe(true);
      if (!('on' in action) || PLANNED.has(action.type)) return;
      const entered = dateInChina(action.at);
      expect(action.on <= entered, `${action.type} ${action.on} entered ${entered}`).toBe(true);
      if (before.firstReceipt && !BESIDE.has(action.type)) expect(action.on >= before.firstReceipt, `${action.type} ${action.on}`).toBe(true);
      const paper = 'document' in action && 'paper' in action ? before.papers[action.document] : undefined;
      if (paper) expect(action.on >= paper.on, `${action.type} ${action.on}, sent ${paper.on}`).toBe(true);
      if (action.on < entered) late += 1;
    });
    expect(late).toBeGreaterThan(10);
  });

  it('不变量 10：受理、发出、作出意见的日期就是登记的那天，没有可以倒填的一格；凭证补登的，发出日是当初登记过的那天', () => {
    let late = 0;
    throughout(({ before, action, after }) => {
      const today = dateInChina(action.at);
      if (action.type === 'MatterAccepted') expect(after.acceptedOn).toBe(today);
      if (action.type.endsWith('OpinionIssued')) expect('on' in action).toBe(false);
      if (!('document' in action) || !action.type.endsWith('Dispatched')) return;
      const [was, is] = [before.papers[action.document], after.papers[action.document]];
      if ('on' in action) {
        late += 1;
        expect([action.on, is?.on, is?.method, is?.late]).toEqual([was?.on, was?.on, was?.method, true]);
        expect([was?.state, was?.unproven]).toEqual(['failed', true]);
      } else expect([is?.on, is?.late]).toEqual([today, undefined]);
    });
    expect(late).toBeGreaterThan(0);
  });

  it('不变量 16：每一项诉求都有一个答复，支持、解释说明、不支持各写各的；变更的复查复核意见也是', () => {
    const counted = new Set<number>();
    throughout(({ before, action }) => {
      const results = 'results' in action ? action.results : undefined;
      if (action.type === 'OpinionIssued' || (action.type.endsWith('OpinionIssued') && 'result' in action && action.result === 'change')) {
        counted.add(before.claims.length);
        expect(before.claims.length).toBeGreaterThan(0);
        for (const { no } of before.claims) expect(Object.keys(CLAIM_RESULTS), `${action.type} ${no}`).toContain(results?.[no]);
      }
    });
    expect([...counted].sort()).toEqual(expect.arrayContaining([1, 2, 3]));
  });

  it('不变量 20：没有记下的同意，就没有电子送达；撤回同意以后也没有', () => {
    let sent = 0;
    everyLife(({ actions }) => {
      let consented = false;
      for (const action of actions) {
        if (action.type === 'MatterOpened') consented = action.electronic;
        if (action.type === 'ElectronicDeliveryConsented') consented = action.consented;
        if (!('method' in action) || action.method !== 'electronic') continue;
        expect(consented, action.type).toBe(true);
        sent += 1;
      }
    });
    expect(sent).toBeGreaterThan(20);
  });

  it('不变量 20：请求复查、复核的期限从收到那天起算，不从作出、发出起算；凭证补登的从补登那天起算；没有送到的什么也不起算', () => {
    const RIGHTS = { OpinionDelivered: 'A17', ReviewOpinionDelivered: 'A19' } as const;
    throughout(({ before, action, after }) => {
      for (const [arrival, clock] of Object.entries(RIGHTS)) {
        const [was, is] = [newestOf(before.clocks, clock), newestOf(after.clocks, clock)];
        if (!is || is.key === was?.key) continue; // no new run
        expect(action.type).toBe(arrival);
        const late = 'termFrom' in action && action.termFrom !== undefined;
        expect(is.startedOn).toBe(late ? action.termFrom : 'on' in action ? action.on : undefined);
        if (late)
          expect([before.papers[is.startedBy === arrival && 'document' in action ? action.document : '']?.late, action.termFrom]).toEqual([
            true,
            dateInChina(action.at),
          ]);
      }
    });
    expect(countActions().get('DeliveryFailed')).toBeGreaterThan(10);
  });

  it('不变量 38：归档的卷宗七样齐全，每一样都有经过里的一步为凭；没有了结的期限不归档', () => {
    let filed = 0;
    throughout(({ before, action, life, index }) => {
      if (action.type !== 'MatterArchived') return;
      filed += 1;
      const done = life.actions.slice(0, index);
      const has = (...types: readonly MatterAction['type'][]) => done.some(({ type }) => types.includes(type));
      const outcome = (verb: string) => done.some((one) => 'paper' in one && OUTCOMES.includes(one.paper) && one.type.endsWith(verb));
      const items = new Set<string>(action.items);
      expect(['catalogue', 'original', 'acceptance'].filter((item) => !items.has(item))).toEqual([]);
      expect(has('MatterOpened')).toBe(true);
      const byOpinion = before.opinion !== undefined && ['noReviewInTime', 'recheckDelivered'].includes(before.concluded ?? '');
      if (byOpinion) expect(['handling', 'reply', 'outcome'].filter((item) => !items.has(item))).toEqual([]);
      if (items.has('handling')) expect([has('InvestigationRecorded'), has('PetitionerHeard')]).toEqual([true, true]);
      if (items.has('reply')) expect(outcome('Dispatched') || has('AgreementSigned')).toBe(true);
      if (items.has('outcome')) expect(outcome('Delivered') || has('AgreementPerformed')).toBe(true);
      if (byOpinion && before.performance) expect(has('PerformanceVerified')).toBe(true);
      expect(openDuties(before.clocks)).toEqual([]);
    });
    expect(filed).toBeGreaterThan(5);
  });

  it('不变量 57：办结报告审核同意的，按报送那天算；审核多久，都不记在办理单位头上', () => {
    let waited = 0;
    throughout(({ before, action, after, life, index }) => {
      if (action.type !== 'CompletionReportAccepted') return;
      const reported = life.actions.slice(0, index).findLast(({ type }) => type === 'CompletionReported')!;
      const [was, is] = [newestOf(before.clocks, 'A16'), newestOf(after.clocks, 'A16')];
      expect(is).toEqual(was);
      if (!is?.outcome || is.outcome === 'stopped') return;
      const submitted = dateInChina(reported.at);
      expect([is.stoppedOn, is.outcome]).toEqual([submitted, submitted <= is.legalOn ? 'kept' : 'late']);
      if (dateInChina(action.at) > submitted) waited += 1;
    });
    expect(waited).toBeGreaterThan(0);
  });
});

/** What lies before the matter itself: a step of the other procedure, or of the promise that it is about. */
const BESIDE: ReadonlySet<string> = new Set(['AdministrativeActKnown']);
