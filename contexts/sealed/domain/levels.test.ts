import { describe, expect, it } from 'vitest';
import { replay } from '#kernel/decider.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { words } from '../../../test/stories.ts';
import { anonymous, arrived, CITY, city, classified, COUNTY, county, decider, given, opened, received, SEAL, transferred } from '../testing-line.ts';
import type { SealedAction } from './actions.ts';
import { newestOf } from './clocks.ts';
import { lastReceipt } from './file.ts';

/** What happens between the levels of the discipline organs after the receipt: only who has it, and on which day (B07–B10). */
const clock = (id: ClockId, ...past: SealedAction[]) => newestOf(replay(decider, past).clocks, id);
const mark = (name: 'AccusationAccepted' | 'ReporterNotified' | 'AccusationHandled' | 'SealedFeedbackRecorded', on: `${number}-${number}-${number}`) =>
  ({ type: 'mark', mark: name, on, ...county('2026-10-20') }) as const;
const up = { type: 'forward', way: 'up', on: '2026-09-23', recipient: CITY, slipNo: '清纪密移〔2026〕1号', packet: SEAL, ...county('2026-09-23') } as const;
const forwardedUp: SealedAction = {
  type: 'AccusationForwardedUp',
  on: '2026-09-23',
  to: CITY,
  ...SEAL,
  slipNo: '清纪密移〔2026〕1号',
  ...county('2026-09-23'),
};
const cityReceived: SealedAction[] = [
  { type: 'SealedReceiptConfirmed', ...SEAL, ...city('2026-09-24') },
  { type: 'DisciplineReceived', ...city('2026-09-24') },
];

describe('签收时写明的事实', () => {
  const receive = { type: 'receive', ...SEAL, ...county('2026-09-21') } as const;

  it('属上级管辖的，B09 五个工作日；不属的没有', () => {
    given(opened, classified, transferred)
      .when({ ...receive, higher: true })
      .thenTypes('SealedReceiptConfirmed', 'DisciplineReceived', 'MatterConcluded');
    expect(clock('B09', ...arrived({ higher: true }))).toMatchObject({ startedOn: '2026-09-21', holder: COUNTY });
    expect(clock('B09', ...arrived())).toBeUndefined();
  });

  it('重复检举控告的，不再欠告知（B07）；实名的初次检举欠', () => {
    expect(clock('B07', ...arrived({ repeated: true }))).toBeUndefined();
    expect(clock('B07', ...arrived())).toMatchObject({ startedOn: '2026-09-21', holder: COUNTY });
    expect(clock('B07', anonymous, classified, transferred, ...received())).toBeUndefined();
  });

  it('政法机关签收的，没有纪检监察机关的期限，也写不了“属上级管辖”', () => {
    const line = { line: 'politicalLegal' } as const;
    const past = [opened, { ...classified, ...line }, { ...transferred, ...line, to: 'qinghe/political-legal' }] as SealedAction[];
    given(...past)
      .when(receive)
      .thenTypes('SealedReceiptConfirmed', 'MatterConcluded');
    given(...past)
      .when({ ...receive, higher: true })
      .thenRefused('AgainstRule');
  });
});

describe('报送上级、转交下级', () => {
  it('报送上级满足 B09；上级签收后由上级办，下级不能再记', () => {
    given(...arrived({ higher: true }))
      .when(up)
      .then(forwardedUp);
    const past = [...arrived({ higher: true }), forwardedUp];
    expect(clock('B09', ...past)).toMatchObject({ stoppedOn: '2026-09-23', outcome: 'kept' });
    given(...past)
      .when({ type: 'receive', ...SEAL, ...city('2026-09-24') })
      .then(...cityReceived);
    expect(lastReceipt(replay(decider, [...past, ...cityReceived]))?.to).toBe(CITY);
    given(...past)
      .when(mark('AccusationHandled', '2026-09-25'))
      .thenRefused('WrongStage');
  });

  it('上级转交下级：B10 五个工作日，受理或者再转都算；受理的日期只记一次', () => {
    const down: SealedAction = { type: 'AccusationForwarded', on: '2026-09-25', to: COUNTY, ...SEAL, slipNo: '临纪密移〔2026〕1号', ...city('2026-09-25') };
    const past = [...arrived({ higher: true }), forwardedUp, ...cityReceived, down];
    given(...past)
      .when({ type: 'receive', ...SEAL, ...county('2026-09-28') })
      .thenTypes('SealedReceiptConfirmed', 'DisciplineReceivedFromSuperior');
    const back: SealedAction[] = [
      { type: 'SealedReceiptConfirmed', ...SEAL, ...county('2026-09-28') },
      { type: 'DisciplineReceivedFromSuperior', ...county('2026-09-28') },
    ];
    expect(clock('B10', ...past, ...back)).toMatchObject({ startedOn: '2026-09-28', holder: COUNTY });
    const accepted: SealedAction = { type: 'AccusationAccepted', on: '2026-09-29', ...county('2026-09-29') };
    expect(clock('B10', ...past, ...back, accepted)).toMatchObject({ stoppedOn: '2026-09-29', outcome: 'kept' });
    given(...past, ...back, accepted)
      .when(mark('AccusationAccepted', '2026-09-30'))
      .thenRefused('AgainstRule');
  });

  it('对方拒收，回到转出的机关，移送的信访部门的期限不重开', () => {
    const refused: SealedAction = { type: 'SealedTransferRefused', reason: words('不属市管'), ...city('2026-09-24') };
    const file = replay(decider, [...arrived({ higher: true }), forwardedUp, refused]);
    expect([file.stage, lastReceipt(file)?.to, newestOf(file.clocks, 'A10')?.stoppedOn]).toEqual(['concluded', COUNTY, '2026-09-18']);
  });

  it('名录里没有上级的，只记日期；有的要清点加封；送回自己的不行', () => {
    given(...arrived({ higher: true }))
      .when({ ...up, recipient: undefined })
      .then({ type: 'AccusationForwardedUp', on: '2026-09-23', ...county('2026-09-23') });
    const { packet: _, ...bare } = up;
    given(...arrived({ higher: true }))
      .when(bare)
      .thenRefused('Invalid');
    given(...arrived({ higher: true }))
      .when({ ...up, recipient: COUNTY })
      .thenRefused('AgainstRule');
    given(...arrived({ higher: true }))
      .when({ ...up, on: '2026-09-18' })
      .thenRefused('AgainstRule');
  });
});

it('没有留名的，不能登记“已告知”“已反馈”：没有可以告知的人', () => {
  const past = [anonymous, classified, transferred, ...received()];
  given(...past)
    .when(mark('ReporterNotified', '2026-09-25'))
    .thenRefused('AgainstRule');
  given(...past)
    .when(mark('AccusationHandled', '2026-09-25'))
    .thenTypes('AccusationHandled');
});
