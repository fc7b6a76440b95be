import { describe, expect, it } from 'vitest';
import { CLOCK_IDS, CLOCKS, TOUCHED } from '#kernel/clocks/index.ts';
import { by, housing, petition, STORY, UNITS, words } from '../../../../../test/stories.ts';
import { also, clock, state } from '../../../../../test/ways.ts';
import type { MatterAction } from '../../actions.ts';

/** 撤回后反悔，各项期限按原来的日期接着算（lifecycle 3.2；statutes 2；决定 67）. */
const own = (on: string) => by('信访人', on, '信访人');
const ask = (on: string) => ({ type: 'requestWithdrawal', statement: words('不想再办了'), ...own(on) }) as const;
const callBack = (on: string, unit: string = UNITS.petition) =>
  ({ type: 'confirmWithdrawal', answer: 'free', record: words('电话问过，自愿'), publicInterest: false, ...by(unit, on, '回访人') }) as const;
const undo = (on: string) => ({ type: 'undoWithdraw', statement: words('还是要办'), ...own(on) }) as const;

/** What a withdrawal ends for good, and why. */
const ENDS_FOR_GOOD: Readonly<Record<string, string>> = {
  A21: '听证不计入的日数算到撤回那天为止：再停一次，就是第二次暂停（不变量 49）；听证照样举行',
};

describe('撤回后反悔', () => {
  it('撤回停下的每一种期限，反悔后都接着走；不接着走的写明为什么', () => {
    const stopped = CLOCK_IDS.filter((id) => CLOCKS[id].alsoStoppedBy?.includes('MatterWithdrawn'));
    const { reopens } = TOUCHED.WithdrawalUndone;
    expect(stopped.length).toBeGreaterThan(50);
    expect(stopped.filter((id) => !reopens.includes(id))).toEqual(Object.keys(ENDS_FOR_GOOD));
    expect(reopens.filter((id) => !stopped.includes(id))).toEqual([]);
  });

  it('等着核实的异议、等着决定的回避，反悔后接着等，还是原来的日期；落在撤回期间的另计，不算谁超期', () => {
    const objected = also(STORY.referred(), { type: 'raiseObjection', grounds: words('不归本单位管'), ...housing('2026-07-27') });
    const challenged = also(objected, { type: 'requestRecusal', person: '李兰', interest: words('亲戚'), ...own('2026-07-28') });
    const gone = also(challenged, ask('2026-07-28'), callBack('2026-07-28', UNITS.government));
    for (const id of ['A08', 'E04'] as const) expect(clock(gone, id)?.stoppedBy, id).toBe('MatterWithdrawn');
    const soon = also(gone, undo('2026-07-29'));
    expect(state(soon).stage).toBe('objectionPending');
    for (const id of ['A08', 'E04'] as const) {
      expect(clock(soon, id)?.legalOn, id).toBe(clock(challenged, id)?.legalOn);
      expect(clock(soon, id)?.stoppedOn, id).toBeUndefined();
      expect(clock(soon, id)?.withdrawnMeanwhile, id).toBeUndefined();
    }
    const late = also(gone, undo('2026-08-20'));
    expect(clock(late, 'A08')).toMatchObject({ legalOn: '2026-07-30', withdrawnMeanwhile: true });
  });

  it('撤回期间办完了的，反悔后不再欠；后来发现没有办成的，按原来的日期再走', () => {
    const past = STORY.handling().map((one) =>
      one.type === 'AssignmentReceived' ? { ...one, reportDuty: true, dueOn: { A16: '2026-09-30' } } : one,
    ) as MatterAction[];
    const gone = also(past, ask('2026-08-10'), callBack('2026-08-11'));
    const reported = also(gone, { type: 'reportCompletion', report: words('已经报告'), ...housing('2026-08-12') });
    const back = also(reported, undo('2026-08-13'));
    expect(clock(back, 'A16')).toMatchObject({ stoppedOn: '2026-08-11', outcome: 'stopped', stoppedBy: 'CompletionReported' });
    const returned = also(back, { type: 'checkReport', accepted: false, grounds: words('没有附凭证'), ...petition('2026-08-14') });
    expect(clock(returned, 'A16')).toMatchObject({ legalOn: '2026-09-30' });
    expect(clock(returned, 'A16')?.stoppedOn).toBeUndefined();
    expect(clock(also(gone, undo('2026-08-13')), 'A16')?.stoppedOn).toBeUndefined(); // nothing was reported: it is owed as before
  });
});
