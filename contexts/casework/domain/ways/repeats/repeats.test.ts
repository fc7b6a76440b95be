import { describe, expect, it } from 'vitest';
import { by, petition, STORY, UNITS, words } from '../../../../../test/stories.ts';
import { also, given, state } from '../../../../../test/ways.ts';
import type { MatterCommand } from '../../commands.ts';
import { COUNTS_AS_REPEAT, type RepeatKind } from '../../repeats.ts';

const earlier = { id: 'e', no: '990421-X-2025-0000001-X', open: false, rechecked: false, promised: false };
const record = (kind: RepeatKind, more: object = {}, on = '2026-07-21'): MatterCommand =>
  ({
    type: 'recordRepeat',
    earlier,
    sameFacts: true,
    sameReasons: true,
    aboutPromise: false,
    kind,
    grounds: words('对照过'),
    ...petition(on),
    ...more,
  }) as MatterCommand;
const appeal: MatterCommand = { type: 'appealRepeat', grounds: words('有新的证据'), ...by('信访人', '2026-07-22', '信访人') };
const before = STORY.classified();

describe('重复信访由人认定（生命周期第三章第二节）', () => {
  it('六种情形各按规则提出，由人确认；认定只是记录，不移动环节和期限', () => {
    const cases: readonly (readonly [RepeatKind, object])[] = [
      ['insideTerm', { earlier: { ...earlier, open: true } }],
      ['insideReviewTerm', { earlier: { ...earlier, contest: { kind: 'insideReviewTerm', until: '2026-08-01' } } }],
      ['insideRecheckTerm', { earlier: { ...earlier, contest: { kind: 'insideRecheckTerm', until: '2026-08-01' } } }],
      ['afterRecheck', { earlier: { ...earlier, rechecked: true } }],
      ['promiseNotKept', { earlier: { ...earlier, promised: true }, aboutPromise: true }],
      ['newFacts', { sameReasons: false }],
    ];
    for (const [kind, more] of cases) {
      const after = also(before, record(kind, more));
      expect(state(after)).toMatchObject({ stage: 'triaged', repeat: { kind, earlierNo: earlier.no, appealed: false } });
      expect(state(after).clocks).toEqual(state(before).clocks);
    }
  });

  it('不变量 15：有新的事实或者理由的，不能认定为重复；和规则不同的，只能更有利于信访人', () => {
    for (const kind of COUNTS_AS_REPEAT) {
      given(...before)
        .when(record(kind, { sameFacts: false, earlier: { ...earlier, rechecked: true } }))
        .thenRefused('AgainstRule');
    }
    given(...before)
      .when(record('newFacts', { earlier: { ...earlier, rechecked: true } }))
      .thenTypes('RepeatRecorded');
    given(...before)
      .when(record('afterRecheck', { earlier: { ...earlier, open: true } }))
      .thenRefused('AgainstRule');
  });

  it('信访人可以不同意：问题重新打开，由另一个人对照', () => {
    given(...before)
      .when(appeal)
      .thenRefused('AgainstRule');
    const appealed = also(before, record('insideTerm', { earlier: { ...earlier, open: true } }), appeal);
    expect(state(appealed).repeat?.appealed).toBe(true);
    given(...appealed)
      .when(appeal)
      .thenRefused('AgainstRule');
    given(...appealed)
      .when(record('again', {}, '2026-07-23'))
      .thenRefused('AgainstRule'); // the same person
    given(...appealed)
      .when(record('newFacts', { sameFacts: false, ...by(UNITS.petition, '2026-07-23', '另一个人') }))
      .thenTypes('RepeatRecorded');
  });

  it('不变量 43：记的是两件事项的关系，没有人、没有次数', () => {
    expect(also(before, record('again')).at(-1)).toMatchObject({ rule: 'repeat/3', proposed: 'again' }); // 不变量 33: in history only
    expect(Object.keys(state(also(before, record('again'))).repeat!).sort()).toEqual(['appealed', 'decidedBy', 'earlier', 'earlierNo', 'kind']);
  });
});
