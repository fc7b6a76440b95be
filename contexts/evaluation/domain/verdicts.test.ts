import { describe, it } from 'vitest';
import { specify } from '#kernel/spec.ts';
import { by } from '../../../test/stories.ts';
import { evaluationDecider } from './decide.ts';
import type { EvaluationAction } from './evaluation.ts';

/** 评价：给谁评了就记谁，一个也不评的不算评价；评价期开一次、关一次. */
const given = specify(evaluationDecider);
const petitioner = by('信访人', '2026-10-01', '信访人');
const system = (date: string) => by('系统', date, '系统');
const term = { unit: 'qinghe/housing', dept: 'qinghe/petition', receivedOn: '2026-09-28', closesOn: '2026-10-28' } as const;
const opened: EvaluationAction = { type: 'EvaluationOpened', ...term, ...system('2026-09-28') };
const closed: EvaluationAction = { type: 'EvaluationWindowClosed', ...system('2026-10-29') };
const satisfied = { grade: 'satisfied', faults: [] } as const;
const evaluate = { type: 'evaluate', callBack: false, ...petitioner } as const;
const submitted = { type: 'EvaluationSubmitted', callBack: false, ...petitioner } as const;

describe('评价期', () => {
  it('第一份结果送到时开，记下给哪个单位、到哪天', () =>
    given()
      .when({ type: 'open', ...term, ...system('2026-09-28') })
      .then(opened));

  it('关了以后不再开、不再关、不再评，关得早的也一样', () => {
    given(opened, closed)
      .when({ type: 'open', ...term, ...system('2026-10-30') })
      .then();
    given(opened, closed)
      .when({ type: 'close', ...system('2026-10-30') })
      .thenRefused('AgainstRule');
    given(opened, closed)
      .when({ ...evaluate, handlingUnit: satisfied })
      .thenRefused('TooLate');
    given()
      .when({ type: 'close', ...system('2026-10-30') })
      .thenRefused('AgainstRule');
  });
});

describe('评了谁记谁', () => {
  it('只评信访部门、只评承办单位、两个都评', () => {
    given(opened)
      .when({ ...evaluate, petitionDept: satisfied })
      .then({ ...submitted, petitionDept: satisfied });
    given(opened)
      .when({ ...evaluate, handlingUnit: satisfied })
      .then({ ...submitted, handlingUnit: satisfied });
    given(opened)
      .when({ ...evaluate, petitionDept: satisfied, handlingUnit: satisfied })
      .then({ ...submitted, petitionDept: satisfied, handlingUnit: satisfied });
  });

  it('一个也不评的，不算评价', () => given(opened).when(evaluate).thenRefused('Invalid'));

  it('请人回电的，记下', () =>
    given(opened)
      .when({ ...evaluate, handlingUnit: satisfied, callBack: true })
      .then({ ...submitted, handlingUnit: satisfied, callBack: true }));
});
