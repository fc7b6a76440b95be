import { describe, expect, it } from 'vitest';
import { CLOCKS } from '#kernel/clocks/index.ts';
import { addDays, dateInChina } from '#kernel/dates.ts';
import { replay } from '#kernel/decider.ts';
import type { MatterAction } from './actions.ts';
import { newestOf } from './clocks.ts';
import { initial, answerableOrgan } from './matter.ts';
import { isConcerned } from './permissions.ts';
import { DECLINE_REASONS, GUIDE_REASONS, CONCLUDE_REASONS } from './reasons.ts';
import { isOpen, STAGE_NAMES } from './stages.ts';
import { county, everyLife, throughout } from '../../../test/lives.ts';
import { decider as countyDecider } from '../../../test/random/county.ts';
import { at, UNITS } from '../../../test/stories.ts';

describe('随机办理经过', () => {
  it('不变量 7：任何时刻恰有一个机关负责；每个未了结的环节都有它的职责或者信访人的权利在走', () => {
    throughout(({ after, action, life, index }) => {
      if (!isOpen(after.stage)) return;
      expect(answerableOrgan(after), `${after.stage} ${action.type}`).not.toBeNull();
      const next = life.actions[index + 1];
      if (next && next.at === action.at) return; // in the middle of one act
      const running = Object.values(after.clocks).filter(({ stoppedOn, clock }) => !stoppedOn && CLOCKS[clock].type !== 'window');
      expect(
        running.map(({ key }) => key),
        `${after.stage} after ${life.actions
          .slice(0, index + 1)
          .map(({ type }) => type)
          .join(' ')}`,
      ).not.toEqual([]);
    });
  });

  it('不变量 2：法定期限不会变晚，延期除外；收到的时间永远不变', () => {
    throughout(({ before, action, after }) => {
      if (before.opening) expect(after.opening?.receivedAt).toBe(before.opening.receivedAt);
      for (const [key, was] of Object.entries(before.clocks)) {
        const is = after.clocks[key];
        if (!is || was.stoppedOn || is.startedAt !== was.startedAt || CLOCKS[was.clock].holder === 'petitioner') continue;
        if (action.type === 'HandlingExtended' || action.type === 'AssignmentReceived') continue;
        if (action.type === 'ReviewExtended') continue; // only under a sample pack that the operator has answered for (58)
        if (was.clock.startsWith('E')) continue; // our own defaults are no law
        if (was.clock === 'A20' && /^(Hearing|Recheck)/.test(action.type)) continue; // suspended, and no longer than the cap (不变量 49)
        expect(is.legalOn <= was.legalOn, `${key} ${was.legalOn} → ${is.legalOn} by ${action.type}`).toBe(true);
      }
    });
  });

  it('不变量 2、7：随机的办理经过里，撤回前在走的，反悔后都在走，日子一天不差；这期间办完了的才不再走', () => {
    let seen = 0;
    for (const { actions, states } of county().lives) {
      actions.forEach((action, index) => {
        if (action.type !== 'WithdrawalUndone') return;
        const withdrawn = actions.findLastIndex(({ type }, at) => at < index && type === 'MatterWithdrawn');
        const before = states[withdrawn - 1]!;
        const after = states[index]!;
        const meanwhile = new Set<string>(actions.slice(withdrawn + 1, index).map(({ type }) => type));
        expect(after.stage).toBe(before.stage);
        for (const [key, was] of Object.entries(before.clocks)) {
          if (was.stoppedOn || was.clock === 'A21') continue; // the one that a withdrawal ends for good (decision 67)
          const is = after.clocks[key]!;
          seen += 1;
          const told = `${key} ${actions.map(({ type }) => type).join(' ')}`;
          if (is.stoppedOn) expect(meanwhile.has(is.stoppedBy ?? ''), told).toBe(true);
          else if (was.suspendedOn)
            expect(is.legalOn <= was.legalOn, told).toBe(true); // of the suspension only the days up to the withdrawal
          else expect([is.startedOn, is.targetOn, is.legalOn], told).toEqual([was.startedOn, was.targetOn, was.legalOn]);
        }
      });
    }
    expect(seen).toBeGreaterThan(100);
  });

  it('不变量 3：至多延长一次，至多三十日', () => {
    everyLife(({ actions }) => {
      const extensions = actions.filter(({ type }) => type === 'HandlingExtended');
      const reopened = actions.filter(({ type }) => type === 'MatterReopened').length;
      expect(extensions.length).toBeLessThanOrEqual(1 + reopened);
      for (const extension of extensions) expect(extension.type === 'HandlingExtended' && extension.days).toBeLessThanOrEqual(30);
    });
  });

  it('不变量 4：六十日和复查的期限只在按信访程序受理的申诉求决上走', () => {
    throughout(({ after }) => {
      for (const clock of ['A14', 'A15', 'A17'] as const) {
        const reading = newestOf(after.clocks, clock);
        if (reading) expect(after.classification?.kind).toBe('claim');
        if (reading && !reading.stoppedOn) expect([clock, after.route, after.stage === 'routed']).toEqual([clock, 'petitionProcedure', false]);
      }
    });
  });

  it('不变量 5、6：过了五个工作日没有异议；异议期间告知期限照走', () => {
    throughout(({ before, action, after }) => {
      if (action.type !== 'ObjectionRaised') return;
      const window = newestOf(before.clocks, 'A07', action.assignment);
      expect(window && action.at <= at(window.legalOn, '23:59')).toBe(true);
      const notice = newestOf(after.clocks, 'A06', action.assignment);
      if (notice) expect(notice.stoppedOn).toBe(newestOf(before.clocks, 'A06', action.assignment)?.stoppedOn);
    });
  });

  it('不变量 8：转来转去，信访人看到的“收到至今”从不重来', () => {
    throughout(({ before, after }) => {
      if (before.firstReceipt) expect(after.firstReceipt).toBe(before.firstReceipt);
    });
  });

  it('不变量 13：收到十五日后，要么书面告知已经发出且没有退回，要么超期留有记录（有联系方式的）', () => {
    throughout(({ after, action, life }) => {
      if (!after.opening?.contactKnown || after.opening.isPetitionDept === false) return;
      for (const { id, receivedOn, state, to } of after.assignments) {
        const notice = newestOf(after.clocks, 'A06', id);
        if (!notice || state === 'upheld' || state === 'replaced') continue;
        const due = addDays(receivedOn, 15);
        if (dateInChina(action.at) <= due) continue;
        const sent = Object.values(after.papers).some((paper) => paper.by === to && paper.state !== 'failed' && paper.on >= receivedOn);
        const recorded = !notice.stoppedOn || notice.outcome === 'late' || notice.outcome === 'stopped';
        expect(sent || recorded, life.actions.map(({ type }) => type).join(' ')).toBe(true);
      }
    });
  });

  it('不变量 22：评不评价、记不记别的，都不影响受理、送达、落实', () => {
    everyLife(({ actions }) => {
      const rated = actions.map((action) => action);
      const evaluation = {
        type: 'EvaluationSubmitted',
        callBack: false,
        by: { person: '信访人', unit: '信访人' },
        at: actions.at(-1)!.at,
      } as unknown as MatterAction;
      const plain = replay(countyDecider, rated);
      const also = replay(countyDecider, [...rated, evaluation]);
      const { clocks: _, ...state } = plain;
      const { clocks: __, ...after } = also;
      expect(after).toEqual(state);
    });
  });

  it('不变量 47：写给信访人的期限只因发出而停，因没送到而按原日期再走；只有收到才起算信访人的期限', () => {
    throughout(({ before, action, after }) => {
      for (const clock of ['A14', 'A22'] as const) {
        const [was, is] = [newestOf(before.clocks, clock), newestOf(after.clocks, clock)];
        if (!was || !is || was.key !== is.key) continue;
        if (!was.stoppedOn && is.outcome === 'kept') expect(['OpinionDispatched', 'SuggestionReplyDispatched']).toContain(action.type);
        if (was.stoppedOn && !is.stoppedOn) expect(is.targetOn).toBe(was.targetOn);
      }
      const right = newestOf(after.clocks, 'A17');
      if (right && !newestOf(before.clocks, 'A17')) expect(action.type).toBe('OpinionDelivered');
    });
  });

  it('不变量 48：六十日从受理起算，最晚从单位收到后第十五日起算', () => {
    throughout(({ after }) => {
      const answer = newestOf(after.clocks, 'A14');
      if (answer && after.unitReceipt && after.acceptedOn) {
        expect(answer.startedOn <= after.acceptedOn).toBe(true);
        expect(answer.startedOn <= addDays(after.unitReceipt, 15), `${answer.startedOn} > ${after.unitReceipt}+15`).toBe(true);
      }
    });
  });

  it('不变量 50、58、14：了结都有清单里的理由；申诉求决不会只凭当场答复了结', () => {
    throughout(({ action, before }) => {
      if (action.type === 'MatterConcluded') {
        expect(Object.keys(CONCLUDE_REASONS)).toContain(action.reason);
        if (before.classification?.kind === 'claim')
          expect(['noReviewInTime', 'recheckDelivered', 'otherProcedureEnded', 'dutyPerformed', 'agreementPerformed', 'withdrawn', 'noSuccessor']).toContain(
            action.reason,
          );
        if (action.reason === 'noReviewInTime') expect(before.opinion?.deliveredOn).toBeDefined();
      }
      if (action.type === 'MatterDeclined') expect(Object.keys(DECLINE_REASONS)).toContain(action.reason);
      if (action.type === 'VisitorGuided') expect(Object.keys(GUIDE_REASONS)).toContain(action.reason);
    });
  });

  it('不变量 51：立了件的不会变回咨询', () => {
    throughout(({ before, after }) => {
      if (before.stage !== 'unknown') expect(after.stage).not.toBe('unknown');
      if (before.classification && after.stage !== 'sealed') expect(after.classification).toBeDefined();
    });
  });

  it('不变量 28：移入密件以后，不属于任何单位，没有期限在走，什么也不能再办；留下的只有编号和收到的日期', () => {
    throughout(({ before, after }) => {
      expect(before.stage).not.toBe('sealed');
      if (after.stage !== 'sealed') return;
      const { stage, opening: kept, firstReceipt, desk, clocks, ...rest } = after;
      const { stage: _, clocks: __, ...nothing } = initial;
      expect(JSON.parse(JSON.stringify(rest))).toEqual(nothing);
      expect([kept?.no, clocks]).toEqual([before.opening?.no, {}]);
      for (const unit of Object.values(UNITS)) expect(isConcerned(after, unit)).toBe(false);
    });
  });

  it('不变量 52：信访部门不引导、不拒收；转送来的不以职权不符拒收', () => {
    throughout(({ before, action }) => {
      if (action.type === 'VisitorGuided') expect(before.classification?.litigation && before.opening?.channel === 'visit').toBe(true);
      if (action.type === 'MatterDeclined') {
        expect(action.by.unit).not.toBe(UNITS.petition);
        if (action.reason === 'outsideOwnAndSystem') expect(before.assignments.some(({ to, state }) => to === action.by.unit && state === 'open')).toBe(false);
      }
    });
  });

  it('不变量 53：重新办理的都回到待受理或者待转送，不会越过受理', () => {
    throughout(({ before, action, after }) => {
      if (action.type === 'MatterReopened') {
        const atDesk = before.classification ? 'triaged' : 'registered'; // refused by a petition department before anybody had classified it: there it is classified first
        expect(['awaitingAcceptance', atDesk]).toContain(after.stage);
        if (after.stage === 'registered') expect(before.petitionDept).toBeDefined();
      }
      if (after.acceptedOn && !before.acceptedOn) expect(action.type).toBe('MatterAccepted');
      if (['accepted', 'inProgress', 'studying', 'opinionIssued', 'opinionDispatched', 'opinionDelivered'].includes(after.stage))
        expect(after.acceptedOn).toBeDefined();
    });
  });

  it('随机经过走到过每一个环节（走不到的环节，以上都不作数）', () => {
    const seen = new Set(county().lives.flatMap(({ states }) => states.map(({ stage }) => stage as string)));
    expect([...seen].sort()).toEqual(STAGE_NAMES.filter((stage) => stage !== 'unknown').sort());
  });
});
