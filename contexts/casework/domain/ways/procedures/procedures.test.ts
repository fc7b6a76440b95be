import { describe, expect, it } from 'vitest';
import { by, government, housing, petition, STORY, words } from '../../../../../test/stories.ts';
import { also, clock, given, state } from '../../../../../test/ways.ts';
import type { MilestoneType } from './milestones.ts';

const lead = (route: 'administrativeProcedure' | 'litigation' | 'arbitration', on: string) =>
  ({ type: 'routeToProcedure', route, organ: words('机关'), term: words('期限'), reviewer: '审查人', grounds: words('理由'), ...housing(on) }) as const;
const routed = also(STORY.handling(), lead('administrativeProcedure', '2026-08-10'));
const mark = (milestone: MilestoneType, on: `${number}-${number}-${number}`) =>
  ({ type: 'recordMilestone', milestone, on, state: words('信访人告知'), ...housing(on) }) as const;

describe('导入的程序跟踪到底（第三十一条第一至四项）', () => {
  it('复议：六十日从知道之日起，五日是工作日；信访不停止这个期限', () => {
    const known = also(routed, mark('AdministrativeActKnown', '2026-08-12'));
    expect(clock(known, 'B13')).toMatchObject({ holder: '信访人', targetOn: '2026-10-11', legalOn: '2026-10-12' });
    const applied = also(known, mark('ReconsiderationApplied', '2026-09-29'));
    expect(clock(applied, 'B13')?.outcome).toBe('kept');
    expect(clock(applied, 'B14')).toMatchObject({ legalOn: '2026-10-12' });
    given(...routed)
      .when(mark('ReconsiderationAccepted', '2026-09-30'))
      .thenRefused('AgainstRule');
    given(...known)
      .when(mark('AdministrativeActKnown', '2026-08-13'))
      .thenRefused('TooLate');
  });

  it('V21：法院、检察院三个月答复，没有对应日的为月末', () => {
    const court = also(STORY.referred('2025-11-20', '2025-11-24'), lead('litigation', '2025-11-28'), mark('JudicialReceived', '2025-11-30'));
    expect(clock(court, 'B12')).toMatchObject({ legalOn: '2026-02-28' });
    expect(clock(court, 'B11')).toMatchObject({ legalOn: '2025-12-08' }); // 12-07 is a Sunday
    given(...court)
      .when(mark('ReconsiderationApplied', '2025-12-01'))
      .thenRefused('AgainstRule');
  });

  it('信访人对途径有异议：十五日内答复；有理的重新办理', () => {
    const disputed = also(routed, { type: 'disputeRoute', grounds: words('复议机关不收'), ...by('信访人', '2026-09-16') });
    expect(clock(disputed, 'A47')).toMatchObject({ targetOn: '2026-10-01', legalOn: '2026-10-08' });
    given(...routed)
      .when({ type: 'disputeRoute', grounds: words('复议机关不收，回到信访局来问'), ...petition('2026-09-16') }) // taken down where the petitioner comes to say so
      .thenTypes('PetitionerDisputedRoute');
    const confirmed = also(disputed, { type: 'confirmRoute', grounds: words('依据行政复议法第十一条'), ...housing('2026-09-20') });
    expect(clock(confirmed, 'A47')?.outcome).toBe('kept');
    expect(state(confirmed).stage).toBe('routed');
    const reopened = also(disputed, { type: 'reopen', grounds: words('不属于复议范围'), ...government('2026-09-20') });
    expect(clock(reopened, 'A47')?.outcome).toBe('kept');
    expect(state(reopened).stage).toBe('awaitingAcceptance');
    given(...routed)
      .when({ type: 'confirmRoute', grounds: words('理由'), ...housing('2026-09-20') })
      .thenRefused('AgainstRule');
  });
});
