import { describe, expect, it } from 'vitest';
import { replay } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import { words } from '../../../test/stories.ts';
import { classified, COUNTY, county, decider, given, opened, opening, PETITION, petition, received, transferred } from '../testing-line.ts';
import type { SealedAction } from './actions.ts';
import { newestOf } from './clocks.ts';

const DISCIPLINE = COUNTY;
const discipline = county;
const refused: SealedAction = { type: 'SealedTransferRefused', reason: words('封签破损'), ...discipline('2026-09-22') };

const transfer = {
  type: 'transfer',
  recipient: DISCIPLINE,
  isOutside: true,
  pages: 12,
  sealNo: 'FQ-000318',
  slipNo: '清密移〔2026〕1号',
  ...petition('2026-09-18'),
} as const;
const classify = { type: 'classify', accusedUnit: 'qinghe/housing', whom: 'cadres', recipient: DISCIPLINE, desk: PETITION, ...petition('2026-09-17') } as const;

const clocksOf = (...past: SealedAction[]) => replay(decider, past).clocks;
const clock = (id: 'A03' | 'A10' | 'A35' | 'B07' | 'B08', ...past: SealedAction[]) => newestOf(clocksOf(...past), id);

describe('检举控告的移送与签收（第二十二条第二款、第三十条）', () => {
  it('确认被反映人的单位，再移送，单上写明最迟签收的日期', () => {
    given(opened).when(classify).then(classified);
    given(opened, classified).when(transfer).then(transferred);
  });

  it('补发了查询码，看日期的是新码；和它无关的码不动（不变量 28）', () => {
    const [old, other, code] = [
      { hmac: 'b2xk', key: 'a2V5' },
      { hmac: 'b3RoZXI=', key: 'a2V5' },
      { hmac: 'bmV3', key: 'a2V5Mg==' },
    ];
    const told: SealedAction = { ...opened, codes: [old, other] } as SealedAction;
    const replaceCode = { type: 'replaceCode', from: [old.hmac], code, ...petition('2026-09-19') } as const;
    const replaced: SealedAction = { ...replaceCode, type: 'PetitionerCodeReplaced' };
    given(told, classified).when(replaceCode).then(replaced);
    const file = replay(decider, [told, classified, replaced]);
    expect(file.opening?.codes).toEqual([other, code]);
    expect(file.clocks).toEqual(replay(decider, [told, classified]).clocks);
    given(opened, classified).when(replaceCode).then();
    given(told, replaced).when(replaceCode).then();
  });

  it('密件线自己补发：写明怎样核对的身份，旧码从此不看日期；没有给过码的，补发不了', () => {
    const [old, code] = [
      { hmac: 'b2xk', key: 'a2V5' },
      { hmac: 'bmV3', key: 'a2V5Mg==' },
    ];
    const told: SealedAction = { ...opened, codes: [old] } as SealedAction;
    const giveCode = { type: 'giveCode', from: [old.hmac], code, checked: words('核对了身份证'), ...petition('2026-09-19') } as const;
    const replaced: SealedAction = { ...giveCode, type: 'PetitionerCodeReplaced' };
    given(told).when(giveCode).then(replaced);
    given(told, classified, transferred, ...received())
      .when(giveCode)
      .then(replaced);
    expect(replay(decider, [told, replaced]).opening?.codes).toEqual([code]);
    given(opened).when(giveCode).thenRefused('AgainstRule');
    given(told, replaced).when(giveCode).thenRefused('AgainstRule'); // by the code of before, which is dead
    given().when(giveCode).thenRefused('NotFound');
  });

  it('没有确认单位以前不能移送；移送了不能再改', () => {
    given(opened).when(transfer).thenRefused('WrongStage');
    given(opened, classified, transferred).when(transfer).thenRefused('WrongStage');
    given(opened, classified, transferred).when(classify).thenRefused('WrongStage');
  });

  it('不变量 27：名录里没有可以接收的，或者接收的在被反映人单位之下，都不移送', () => {
    given(opened)
      .when({ ...classify, recipient: undefined })
      .thenRefused('AgainstRule');
    given(opened)
      .when({ ...classify, desk: undefined })
      .thenRefused('AgainstRule');
    given(opened, classified)
      .when({ ...transfer, recipient: undefined })
      .thenRefused('AgainstRule');
    given(opened, classified)
      .when({ ...transfer, isOutside: false })
      .thenRefused('AgainstRule');
  });

  it('不变量 27：甄别的部门在被反映人单位之下，交上一级信访部门接着办，期限随之走', () => {
    const up = { ...classify, accusedUnit: 'qinghe/government', desk: 'linshui/petition' };
    given(opened).when(up).thenTypes('MatterClassified', 'PassedToNextPetitionDept');
    const passed = replay(decider, [opened, ...decider.decide(up, replay(decider, [opened]))]);
    expect([passed.desk, newestOf(passed.clocks, 'A03')?.holder, newestOf(passed.clocks, 'A03')?.legalOn]).toEqual([
      'linshui/petition',
      'linshui/petition',
      '2026-10-08',
    ]);
  });

  it('清点一致才签收，签收即办结；不一致的要拒收', () => {
    given(opened, classified, transferred)
      .when({ type: 'receive', pages: 12, sealNo: 'FQ-000318', ...discipline('2026-09-21') })
      .then(...received());
    given(opened, classified, transferred)
      .when({ type: 'receive', pages: 11, sealNo: 'FQ-000318', ...discipline('2026-09-21') })
      .thenRefused('AgainstRule');
    given(opened, classified, transferred)
      .when({ type: 'receive', pages: 12, sealNo: 'FQ-000319', ...discipline('2026-09-21') })
      .thenRefused('AgainstRule');
    given(opened, classified)
      .when({ type: 'receive', pages: 12, sealNo: 'FQ-000318', ...discipline('2026-09-21') })
      .thenRefused('WrongStage');
  });

  it('拒收写明理由，回到待移送，可以改送', () => {
    given(opened, classified, transferred)
      .when({ type: 'refuse', reason: words('封签破损'), ...discipline('2026-09-22') })
      .then(refused);
    given(opened, classified, transferred, refused)
      .when({ ...transfer, ...petition('2026-09-23') })
      .thenTypes('AccusationTransferred');
    given(opened, classified, transferred, refused)
      .when({ ...classify, whom: 'leaders', ...petition('2026-09-23') })
      .thenTypes('MatterClassified');
  });

  it('不变量 44：同一件入库两次，只有一件', () =>
    given(opened)
      .when({ type: 'open', opening, ...petition('2026-09-16') })
      .then());

  it('没有这一件的，什么也办不了', () => {
    for (const command of [classify, transfer, { type: 'refuse', reason: words('x'), ...discipline('2026-09-22') } as const])
      given().when(command).thenRefused('NotFound');
  });

  it('纪检监察机关只登记事项和日期，先办结再反馈，日期不早于签收、不晚于今天', () => {
    const past = [opened, classified, transferred, ...received()];
    const mark = (name: 'ReporterNotified' | 'AccusationHandled' | 'SealedFeedbackRecorded', on: `${number}-${number}-${number}`) =>
      ({ type: 'mark', mark: name, on, ...discipline('2026-10-20') }) as const;
    given(...past)
      .when(mark('ReporterNotified', '2026-09-28'))
      .thenTypes('ReporterNotified');
    given(...past)
      .when(mark('ReporterNotified', '2026-09-18'))
      .thenRefused('AgainstRule');
    given(...past)
      .when(mark('ReporterNotified', '2026-10-21'))
      .thenRefused('AgainstRule');
    given(...past)
      .when(mark('SealedFeedbackRecorded', '2026-10-20'))
      .thenRefused('AgainstRule');
    given(opened, classified).when(mark('ReporterNotified', '2026-09-28')).thenRefused('WrongStage');
  });
});

describe('期限', () => {
  it('A03 从最先收到那天起15日，A10 三个工作日，都由移送满足', () => {
    expect(clock('A03', opened)).toMatchObject({ startedOn: '2026-09-16', legalOn: '2026-10-08' }); // V01
    expect(clock('A10', opened)).toMatchObject({ startedOn: '2026-09-16', legalOn: '2026-09-20' }); // a Sunday that is worked
    expect(clock('A03', opened, classified, transferred)).toMatchObject({ stoppedOn: '2026-09-18', outcome: 'kept' });
    expect(clock('A10', opened, classified, transferred)).toMatchObject({ stoppedOn: '2026-09-18', outcome: 'kept' });
  });

  it('A35 从移送起，到签收或者拒收为止', () => {
    expect(clock('A35', opened, classified, transferred)).toMatchObject({ startedOn: '2026-09-18', legalOn: '2026-09-24', holder: PETITION });
    expect(clock('A35', opened, classified, transferred, ...received())?.stoppedOn).toBe('2026-09-21');
    expect(clock('A35', opened, classified, transferred, refused)?.stoppedOn).toBe('2026-09-22');
  });

  it('拒收后 A03、A10 按原来的日期接着走', () => {
    const a03 = clock('A03', opened, classified, transferred, refused);
    const a10 = clock('A10', opened, classified, transferred, refused);
    expect([a03?.stoppedOn, a03?.legalOn, a10?.stoppedOn, a10?.legalOn]).toEqual([undefined, '2026-10-08', undefined, '2026-09-20']);
  });

  it('签收后只剩纪检监察机关对实名人的期限；匿名的没有', () => {
    const past = [opened, classified, transferred, ...received()];
    const runs = Object.values(clocksOf(...past)).filter(({ stoppedOn }) => !stoppedOn);
    expect(runs.map(({ clock: id, holder }) => [id, holder])).toEqual([['B07', DISCIPLINE]]);
    const anonymous: SealedAction = { ...opened, realName: false, contactKnown: false } as SealedAction;
    expect(Object.values(clocksOf(anonymous, classified, transferred, ...received())).filter(({ stoppedOn }) => !stoppedOn)).toEqual([]);
  });

  it('告知了实名人，B07 就满足；办结以后 B08 开始', () => {
    const past = [opened, classified, transferred, ...received(), { type: 'ReporterNotified', on: '2026-09-28', ...discipline('2026-09-29') } as const];
    expect(clock('B07', ...past)).toMatchObject({ stoppedOn: '2026-09-28', outcome: 'kept' });
    const handled = { type: 'AccusationHandled', on: '2026-11-02', ...discipline('2026-11-02') } as const;
    expect(clock('B08', ...past, handled)).toMatchObject({ startedOn: '2026-11-02', holder: DISCIPLINE });
  });

  it('在每个开着的环节都有期限在走（不变量 7）', () => {
    for (const past of [[opened], [opened, classified], [opened, classified, transferred], [opened, classified, transferred, refused]]) {
      expect(Object.values(clocksOf(...past)).some(({ stoppedOn }) => !stoppedOn)).toBe(true);
    }
  });
});

it('每一句“不”都是写给人看的', () => {
  const refusal = (() => {
    try {
      decider.decide(transfer, replay(decider, [opened]));
    } catch (error) {
      return error;
    }
    return undefined;
  })();
  expect(refusal).toBeInstanceOf(Refusal);
  expect((refusal as Refusal).message).toContain('待确认被反映人所在单位');
});
