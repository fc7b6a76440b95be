import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from '#contexts/casework/domain/permissions.ts';
import { STAGE_NAMES } from '#contexts/casework/domain/stages.ts';
import { dutyOf } from './duties.ts';

describe('案头上一行写什么', () => {
  it('受理以后，没有送到的受理告知书一直欠着，不论办到哪一步；没有受理的、已经了结的，写自己那一步的', () => {
    const others = STAGE_NAMES.filter((stage) => dutyOf('A06', stage).owed !== '发出受理告知书');
    expect(others).toEqual([
      ...['unknown', 'registered', 'triaged', 'awaitingLeadership', 'awaitingAcceptance', 'objectionPending', 'jurisdictionPending'],
      ...['withdrawn', 'routed', 'merged', 'guided', 'notAccepted', 'furtherRefused', 'archived', 'sealed'],
    ]);
  });

  it('可以登记落实的每一步，都算受理以后：加了一步，这里跟着有', () => {
    for (const stage of PERMISSIONS.reportPerformance.stages.filter((each) => each !== 'withdrawn'))
      expect(dutyOf('D01', stage).owed, stage).toBe('发出受理告知书');
  });
});
