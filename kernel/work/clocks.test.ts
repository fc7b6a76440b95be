import { describe, expect, it } from 'vitest';
import { readLaws } from '#platform/rules.ts';
import { instantInChina, type PlainDate } from '../dates.ts';
import { workClocks, type CountedWork } from './clocks.ts';
import type { WorkKind } from './kind.ts';

/** The clocks of a piece of work end with it, by whatever name its last step is recorded. */
const laws = readLaws();
const law = laws.inForce('2026-05-11');
const KIND: WorkKind = {
  name: '试',
  article: '',
  stages: { begun: { name: '在办', open: true }, over: { name: '已结束', open: false } },
  steps: {},
  holders: ({ owner }) => ({ petitionDept: owner, supervisedUnit: owner }),
  concerned: () => [],
};
const done = (type: string, stage: string, day: PlainDate, more: Partial<CountedWork> = {}): CountedWork => ({
  type,
  step: type,
  stage,
  values: {},
  by: { person: '某人', unit: 'qc/petition' },
  at: instantInChina(day, '10:00'),
  calendar: laws.calendars.current.version,
  ...more,
});
const found = done('BreachDetected', 'begun', '2026-05-11', { begins: { kind: 'try', owner: 'qc/petition', pack: law.version } });
const a24 = (...more: CountedWork[]) => workClocks(KIND, [found, ...more], law)['A24'];

describe('一项工作结束了，它的期限也停', () => {
  it('还在办的，期限照走；谁承担看工作现在归谁', () => expect(a24()).toMatchObject({ holder: 'qc/petition', legalOn: '2026-05-12' }));

  it('结束它的那一步在期限词表里的、不在的，都停；哪天停的记哪天', () => {
    for (const type of ['BreachEnded', 'SomethingDropped'])
      expect(a24(done(type, 'over', '2026-05-11')), type).toMatchObject({ outcome: 'stopped', stoppedOn: '2026-05-11' });
  });

  it('没有结束的一步，不在词表里的，什么也不停', () => {
    const reading = a24(done('SomethingAnswered', 'begun', '2026-05-11'));
    expect(reading).toBeDefined();
    expect(reading).not.toHaveProperty('stoppedOn');
  });

  it('为它制发的文书不是它的一步，不动它的期限', () => {
    const paper = { ...done('PaperIssued', 'over', '2026-05-11'), step: undefined } as unknown as CountedWork;
    expect(a24(paper)).not.toHaveProperty('stoppedOn');
  });
});
