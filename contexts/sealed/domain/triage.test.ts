import { describe, expect, it } from 'vitest';
import { replay } from '#kernel/decider.ts';
import { words } from '../../../test/stories.ts';
import { arrived, CITY, classified, COUNTY, county, decider, given, opened, opening, PETITION, petition, SEAL, transferred } from '../testing-line.ts';
import type { SealedAction } from './actions.ts';

/** 甄别和签收时说的话，原样记下：兼任哪里、走哪条线、属不属上级、是不是重复. */
const classify = { type: 'classify', accusedUnit: 'qinghe/housing', whom: 'cadres', recipient: COUNTY, desk: PETITION, ...petition('2026-09-17') } as const;
const transfer = { type: 'transfer', recipient: COUNTY, isOutside: true, ...SEAL, slipNo: '清密移〔2026〕1号', ...petition('2026-09-18') } as const;
const political = { ...classified, line: 'politicalLegal' } as SealedAction;
const receive = { type: 'receive', ...SEAL, ...county('2026-09-21') } as const;
const ended = { type: 'MatterConcluded', reason: 'accusationHandedOver', ...county('2026-09-21') } as const;
const confirmed = { type: 'SealedReceiptConfirmed', ...SEAL, ...county('2026-09-21') } as const;

describe('入库、甄别', () => {
  it('入库一次：原来的收到日期、渠道都带过来', () =>
    given()
      .when({ type: 'open', opening, ...petition('2026-09-16') })
      .then(opened));

  it('说了什么记什么，没有说的不留空栏', () => {
    const said = (more: object) => decider.decide({ ...classify, ...more }, replay(decider, [opened]))[0];
    expect(said({})).toEqual(classified);
    expect(said({ also: [], line: 'discipline' })).toEqual(classified);
    expect(said({ also: ['qinghe/water'] })).toEqual({ ...classified, also: ['qinghe/water'] });
    expect(said({ line: 'politicalLegal' })).toEqual({ ...classified, line: 'politicalLegal' });
    expect(said({ accused: words('某人') })).toEqual({ ...classified, accused: words('某人') });
  });
});

describe('移送', () => {
  it('反映执法办案的，移送单写明走政法机关这条线；其余不写', () => {
    given(opened, political)
      .when({ ...transfer, recipient: 'qinghe/political-legal' })
      .then({ ...transferred, line: 'politicalLegal', to: 'qinghe/political-legal' } as SealedAction);
    given(opened, classified).when(transfer).then(transferred);
  });
});

describe('签收', () => {
  it('写明属上级管辖、重复反映的，记下；没有写的不留空栏', () => {
    const past = [opened, classified, transferred];
    const received = { type: 'DisciplineReceived', ...county('2026-09-21') } as const;
    given(...past)
      .when({ ...receive, higher: true })
      .then({ ...confirmed, higher: true }, received, ended);
    given(...past)
      .when({ ...receive, repeated: true })
      .then({ ...confirmed, repeated: true }, received, ended);
    given(...past)
      .when({ ...receive, higher: false, repeated: false })
      .then(confirmed, received, ended);
  });
});

describe('报送上级、转交下级', () => {
  const forward = {
    type: 'forward',
    way: 'up',
    on: '2026-09-23',
    recipient: CITY,
    slipNo: '清纪密移〔2026〕1号',
    packet: SEAL,
    ...county('2026-09-23'),
  } as const;

  it('签收以后才能转；日期从签收那天到今天', () => {
    given(opened, classified, transferred).when(forward).thenRefused('WrongStage');
    for (const on of ['2026-09-21', '2026-09-23'] as const)
      given(...arrived())
        .when({ ...forward, on })
        .thenTypes('AccusationForwardedUp');
    for (const on of ['2026-09-20', '2026-09-24'] as const)
      given(...arrived())
        .when({ ...forward, on })
        .thenRefused('AgainstRule');
  });

  it('往上报的和往下转的，名称不同；没有名录上的机关，只记日期', () => {
    given(...arrived())
      .when({ ...forward, way: 'down', recipient: 'lower/discipline' })
      .then({ type: 'AccusationForwarded', on: '2026-09-23', to: 'lower/discipline', ...SEAL, slipNo: forward.slipNo, ...county('2026-09-23') });
    given(...arrived())
      .when({ ...forward, way: 'down', recipient: undefined })
      .then({ type: 'AccusationForwarded', on: '2026-09-23', ...county('2026-09-23') });
  });

  it('政法机关签收的，不在这条线上转', () => {
    const sent = { ...transferred, line: 'politicalLegal', to: 'qinghe/political-legal' } as SealedAction;
    given(opened, political, sent, confirmed, ended).when(forward).thenRefused('AgainstRule');
  });
});
