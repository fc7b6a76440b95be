import { describe, expect, it } from 'vitest';
import { dateInChina, daysBetween } from '#kernel/dates.ts';
import { countActions, throughout } from '../../../../../test/lives.ts';
import { organs } from '../../../../../test/stories.ts';
import { newestOf } from '../../clocks.ts';
import { FORMS } from '../../forms.ts';
import { CONCLUDE_REASONS, DECLINE_REASONS, GUIDE_REASONS } from '../../reasons.ts';
import { STAGES } from '../../stages.ts';
import { TELLINGS } from '../../timeline.ts';
import { HEARING_TELLINGS } from '../hearing/actions.ts';
import { REVIEW_TELLINGS } from './actions.ts';

describe('随机办理经过：复查、复核、听证、不再受理', () => {
  it('每一个动作都真的发生过（没有发生过的，以下都不作数）', () => {
    const counts = countActions();
    const needsPack = ['ReviewRefused', 'RecheckRefused', 'ReviewExtended'];
    const silent = [...Object.keys(REVIEW_TELLINGS), ...Object.keys(HEARING_TELLINGS)].filter((type) => !counts.has(type) && !needsPack.includes(type));
    expect(silent).toEqual([]);
  });

  it('不变量 15：不再受理只在先前一件的复核意见送达以后，由另一个人决定；说有新事实的，逐条答过', () => {
    throughout(({ before, action }) => {
      if (action.type !== 'FurtherAcceptanceRefused') return;
      expect(before.comparison).toBeDefined();
      expect(action.by.person).not.toBe(before.comparison?.comparedBy);
      if (before.comparison?.newFactsClaimed) expect(action.notNew).toBeDefined();
      expect(before.handlingUnit).toBeUndefined();
    });
  });

  it('不变量 18：复查在上一级，复核再上一级；参加过前面环节的人，后面不作决定', () => {
    throughout(({ before, action, after }) => {
      if (action.type === 'ReviewRequested') expect(organs.reviewOrgansOf(before.handlingUnit!)).toContain(action.organ);
      if (action.type === 'RecheckRequested') expect(organs.reviewOrgansOf(before.review!.organ)).toContain(action.organ);
      const { handling = [], review = [] } = before.tookPart ?? {};
      if (action.type === 'ReviewOpinionIssued' || action.type === 'ReviewAccepted') expect(handling).not.toContain(action.by.person);
      if (action.type === 'RecheckOpinionIssued' || action.type === 'RecheckAccepted') expect([...handling, ...review]).not.toContain(action.by.person);
      if (after.stage === 'underReview') expect(handling).not.toContain(after.review?.officer?.person);
    });
  });

  it('不变量 19：发回以后换人承办；结果和原来一样的，写明新的事实依据或者上级书面同意', () => {
    throughout(({ before, action, after }) => {
      if (action.type === 'MatterRemanded') expect(after.handler).toBeUndefined();
      if (!before.remand) return;
      if (action.type === 'HandlingStarted') expect(before.remand.persons).not.toContain(action.handler.person);
      if (action.type !== 'OpinionIssued') return;
      const same = before.claims.every(({ no }) => action.results[no] === before.remand?.results[no]);
      if (same) expect(action.afterRemand?.newFacts ?? action.afterRemand?.consent).toBeDefined();
    });
  });

  it('不变量 49：至多一次听证不计入期限，只在复核，至多三十日，起止都书面告知后才作出意见', () => {
    throughout(({ before, action, after }) => {
      const suspended = (after.hearings ?? []).filter(({ suspends }) => suspends);
      expect(suspended.length).toBeLessThanOrEqual(1);
      expect(suspended.every(({ instance }) => instance === 'recheck')).toBe(true);
      for (const { clock, suspendedDays } of Object.values(after.clocks)) {
        if (suspendedDays > 0) expect(clock).toBe('A20');
        expect(suspendedDays).toBeLessThanOrEqual(30);
      }
      if (action.type !== 'RecheckOpinionIssued') return;
      for (const { suspends, state, toldStart, toldEnd } of before.hearings ?? []) {
        if (suspends && state === 'reported') expect([toldStart, toldEnd]).toEqual([true, true]);
      }
    });
  });

  it('不变量 2：复核期限只因听证变晚，晚的不多于听证用去的日数', () => {
    throughout(({ after, life, index }) => {
      const done = life.actions.slice(0, index + 1);
      if (done.some(({ type }) => type === 'ReviewExtended')) return; // only under a sample pack that the operator has answered for (58)
      for (const { clock, startedOn, targetOn, suspendedDays } of Object.values(after.clocks)) {
        if (clock === 'A18' || clock === 'A20') expect(daysBetween(startedOn, targetOn)).toBe(30 + suspendedDays);
      }
    });
  });

  it('不变量 20、47：请求复查、复核的期限只从收到起算；复查、复核的期限只因意见书发出而停', () => {
    throughout(({ before, action, after }) => {
      const begun = newestOf(after.clocks, 'A19');
      if (begun && begun.key !== newestOf(before.clocks, 'A19')?.key) expect(action.type).toBe('ReviewOpinionDelivered');
      for (const clock of ['A18', 'A20'] as const) {
        const [was, is] = [newestOf(before.clocks, clock), newestOf(after.clocks, clock)];
        if (was?.key !== is?.key || was?.stoppedOn || !is?.outcome) continue;
        if (is.outcome !== 'stopped') expect(action.type).toBe(clock === 'A18' ? 'ReviewOpinionDispatched' : 'RecheckOpinionDispatched');
      }
    });
  });

  it('每一次送达都另起一次请求的期限，前一次剩下的不占它的位置', () => {
    throughout(({ before, action, after }) => {
      if (action.type === 'ReviewOpinionDelivered') expect(newestOf(after.clocks, 'A19')).toMatchObject({ startedOn: action.on });
      if (action.type === 'OpinionDelivered' && before.stage === 'opinionDispatched')
        expect(newestOf(after.clocks, 'A17')).toMatchObject({ startedOn: action.on });
    });
  });

  it('不变量 31：没有一张表、一个选项、一句话给人贴标签（R3）', () => {
    const said = JSON.stringify([FORMS, STAGES, DECLINE_REASONS, GUIDE_REASONS, CONCLUDE_REASONS, TELLINGS]);
    expect(said).not.toMatch(/无理访|无理信访|缠访|闹访|重点人员|老户|黑名单|重复访人员/);
    expect(said).not.toMatch(/"(risk|score|nuisance|unreasonable)/i);
  });

  it('不变量 53：不再受理的重新办理，回到原来受理以前的环节', () => {
    throughout(({ before, action, after }) => {
      if (action.type === 'MatterReopened' && before.stage === 'furtherRefused') expect(['registered', 'triaged', 'awaitingAcceptance']).toContain(after.stage);
    });
  });

  it('不变量 25：过期没有请求复查的，只写“没有收到申请”，不写解决、满意', () => {
    throughout(({ action }) => {
      if (action.type === 'ReviewTermLapsed' || action.type === 'RecheckTermLapsed') expect(Object.keys(action).sort()).toEqual(['at', 'by', 'type']);
      if (action.type === 'MatterConcluded') expect(action.reason).not.toMatch(/resolved|satisfied/i);
    });
  });

  it('超过三十日的请求，都记有理由，或者邮戳在期限内', () => {
    throughout(({ before, action }) => {
      if (action.type !== 'ReviewRequested' && action.type !== 'RecheckRequested') return;
      const right = newestOf(before.clocks, action.type === 'ReviewRequested' ? 'A17' : 'A19');
      if ((action.postmarkOn ?? action.on) > right!.legalOn) expect(action.excuse).toBeDefined();
      expect(action.on <= dateInChina(action.at) && (action.postmarkOn ?? action.on) >= right!.startedOn).toBe(true);
    });
  });
});
