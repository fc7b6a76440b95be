import { describe, expect, it } from 'vitest';
import type { MatterPage } from '#contexts/casework/contract.ts';
import { STAGE_NAMES, type Stage } from '#contexts/casework/domain/stages.ts';
import { stepsOf } from './steps.ts';

const HANDLED = ['MatterOpened', 'MatterReferred', 'MatterAccepted'] as const;
const ANSWERED = [...HANDLED, 'OpinionIssued', 'OpinionDispatched', 'OpinionDelivered'] as const;
const line = (stage: Stage, types: readonly string[], kind: MatterPage['kind'] = 'claim') => {
  const timeline = types.map((type, at) => ({ type, n: at + 1, at: `2026-09-${String(at + 1).padStart(2, '0')}T10:00:00+08:00` }));
  return stepsOf({ kind, stage, timeline: timeline as never, receivedAt: '2026-09-01T09:00:00+08:00' });
};
const said = (steps: ReturnType<typeof line>) => steps.map(({ name, state }) => `${name}${{ done: '✓', now: '•', next: '', right: '?' }[state]}`).join(' ');

describe('办到哪一步', () => {
  it('每一个阶段都有一步是现在，归档以后全都办过', () => {
    for (const stage of STAGE_NAMES.filter((each) => each !== 'archived')) {
      expect(
        line(stage, ['MatterOpened']).filter(({ state }) => state === 'now'),
        stage,
      ).toHaveLength(1);
    }
    expect(line('archived', [...ANSWERED, 'MatterArchived']).filter(({ state }) => state === 'now')).toEqual([]);
  });

  it('通常的路：办过的有日子，复查、复核是信访人的权利', () => {
    const steps = line('inProgress', HANDLED);
    expect(said(steps)).toBe('收到✓ 转交✓ 受理✓ 办理• 意见书 送达 复查? 复核? 落实 归档');
    expect(steps.slice(0, 4).map(({ on }) => on)).toEqual(['2026-09-01', '2026-09-02', '2026-09-03', undefined]);
  });

  it('建议、导入其他程序、签了协议的，各走各的路', () => {
    expect(said(line('studying', HANDLED, 'suggestion'))).toBe('收到✓ 转交✓ 受理✓ 研究• 答复 归档');
    expect(said(line('routed', ['MatterOpened', 'MatterReferred', 'MatterRouted']))).toBe('收到✓ 转交✓ 受理✓ 其他程序• 归档');
    expect(said(line('concluded', ['MatterOpened', 'MatterReferred', 'MatterRouted', 'OtherProcedureEnded', 'MatterConcluded']))).toContain('归档•');
    expect(said(line('agreed', [...HANDLED, 'AgreementSigned']))).toBe('收到✓ 转交✓ 受理✓ 办理✓ 履行协议• 归档');
    expect(said(line('inProgress', [...HANDLED, 'AgreementSigned', 'AgreementBroken']))).toContain('办理• 意见书');
  });

  it('停在路旁的：撤回了还能接着办；不予受理、不再受理、并入、移密的到此为止', () => {
    expect(said(line('withdrawn', [...HANDLED, 'MatterWithdrawn']))).toBe('收到✓ 转交✓ 受理✓ 已撤回• 办理 意见书 送达 复查? 复核? 落实 归档');
    expect(said(line('notAccepted', ['MatterOpened', 'MatterReferred', 'MatterDeclined']))).toBe('收到✓ 转交✓ 不予受理•');
    expect(said(line('furtherRefused', ['MatterOpened', 'FurtherAcceptanceRefused']))).toBe('收到✓ 不再受理•');
    expect(said(line('merged', ['MatterOpened', 'DuplicateAttached']))).toBe('收到✓ 并入另一件•');
    expect(said(line('awaitingLeadership', ['MatterOpened']))).toContain('报请决定•');
  });

  it('办理这一步说得出正在做什么：听证、调解、会同、简易、重新办理', () => {
    const now = (...more: string[]) => line('inProgress', [...HANDLED, ...more]).find(({ state }) => state === 'now')?.name;
    expect(now('HearingScheduled')).toBe('听证');
    expect(now('HearingScheduled', 'HearingReported')).toBe('办理');
    expect(now('MediationStarted')).toBe('调解');
    expect(now('LeadAgreed')).toBe('会同办理');
    expect(now('SimpleChosen')).toBe('简易办理');
    expect(now('SimpleChosen', 'ConvertedToOrdinary')).toBe('办理');
    expect(now('OpinionIssued', 'MatterRemanded')).toBe('重新办理');
  });
});
