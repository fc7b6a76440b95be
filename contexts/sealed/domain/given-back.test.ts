import { describe, expect, it } from 'vitest';
import { replay } from '#kernel/decider.ts';
import { words } from '../../../test/stories.ts';
import { classified, COUNTY, county, decider, given, opened, petition, received, SEAL, transferred } from '../testing-line.ts';
import { countyDirectory } from '../../../test/directory.ts';
import type { SealedAction } from './actions.ts';
import { mayAsk, seatOf } from './permissions.ts';

const places = countyDirectory();

/** 移错了的：不是检举控告的一件，不会永远封着没有人办（lifecycle 47：拒收 → TRIAGED）. */
const kept = { ...opened, intake: 'intake/1' } as SealedAction;
const refused = (more: object = {}): SealedAction => ({ type: 'SealedTransferRefused', reason: words('说的是工资没有发'), ...more, ...county('2026-09-22') });
const none = refused({ noAccusation: true });
const giveBack = { type: 'giveBack', reason: words('核对过原件，是要工资'), ...petition('2026-09-23') } as const;
const returned: SealedAction = { ...giveBack, type: 'AccusationReturned' };

describe('有权处理的机关写明不是检举控告的，转回一般信访办理（lifecycle 47）', () => {
  it('接收机关拒收时写明，密件专管员核对后转回：在这条线上了结，期限到原收到的单位那里接着走', () => {
    given(kept, classified, transferred)
      .when({ type: 'refuse', reason: words('说的是工资没有发'), noAccusation: true, ...county('2026-09-22') })
      .then(none);
    given(kept, classified, transferred, none).when(giveBack).then(returned);
    const file = replay(decider, [kept, classified, transferred, none, returned]);
    expect(file.stage).toBe('returned');
    expect(Object.values(file.clocks).filter(({ stoppedOn }) => !stoppedOn)).toEqual([]);
  });

  it('没有签收以前看不到内容：签收以后才发现的，还没有办就可以退回，期限照原来的日期接着走，签收的机关不再欠答复', () => {
    const past = [kept, classified, transferred, ...received()];
    const handBack = { type: 'handBack', reason: words('说的是工资没有发'), ...county('2026-09-22') } as const;
    given(...past)
      .when(handBack)
      .then(none);
    const file = replay(decider, [...past, none]);
    expect([file.stage, mayAsk('giveBack', { side: 'triage', organ: 'qinghe/petition' }, file)]).toEqual(['classified', true]);
    const running = Object.values(file.clocks).filter(({ stoppedOn }) => !stoppedOn);
    expect(running.map(({ clock, legalOn }) => `${clock} ${legalOn}`).sort()).toEqual(['A03 2026-10-08', 'A10 2026-09-20']);
    expect(seatOf({ person: '秦守默', unit: COUNTY, roles: ['disciplineRecipient'], units: [COUNTY] }, file, places)).toBeUndefined();
    given(...past, none)
      .when(giveBack)
      .then(returned);
    const begun: SealedAction = { type: 'AccusationAccepted', on: '2026-09-22', ...county('2026-09-22') };
    given(...past, begun)
      .when(handBack)
      .thenRefused('AgainstRule');
    given(kept, classified, transferred).when(handBack).thenRefused('WrongStage');
  });

  it('不变量 28：没有移送过、别的理由拒收的，一个人转不回去；只有两个机关都这样认为才行', () => {
    given(kept, classified).when(giveBack).thenRefused('AgainstRule');
    given(kept, classified, transferred, refused()).when(giveBack).thenRefused('AgainstRule');
    given(kept, classified, transferred, none)
      .when({ ...giveBack, by: county('2026-09-23').by })
      .thenRefused('AgainstRule');
    given(kept).when(giveBack).thenRefused('WrongStage');
    given(kept, classified, transferred, ...received())
      .when(giveBack)
      .thenRefused('WrongStage');
  });

  it('又移送了一次的，先前写的不算；已经签收过再转送的，不能由下一家说不是检举控告', () => {
    given(kept, classified, transferred, none, transferred, refused()).when(giveBack).thenRefused('AgainstRule');
    const up = {
      type: 'AccusationForwardedUp',
      on: '2026-09-24',
      to: 'linshui/discipline',
      ...SEAL,
      slipNo: '清密移〔2026〕2号',
      ...county('2026-09-24'),
    } as const;
    given(kept, classified, transferred, ...received(), up)
      .when({ type: 'refuse', reason: words('不是检举'), noAccusation: true, ...county('2026-09-25') })
      .thenRefused('AgainstRule');
  });

  it('定了要通报干部问题还没有送的，先送；移入得早、没有记下来件的，说明怎样办', () => {
    const flagged: SealedAction = { type: 'CadreProblemFlagged', ...petition('2026-09-18') };
    given(kept, classified, flagged, transferred, none).when(giveBack).thenRefused('AgainstRule');
    given(opened, classified, transferred, none).when(giveBack).thenRefused('AgainstRule');
  });

  it('转回以后不能再移送、再改被反映人；要转回的，只在转得回的时候才有这一步', () => {
    const after = [kept, classified, transferred, none, returned];
    given(...after)
      .when({ type: 'classify', accusedUnit: 'qinghe/housing', whom: 'cadres', recipient: COUNTY, desk: 'qinghe/petition', ...petition('2026-09-24') })
      .thenRefused('WrongStage');
    const seat = { side: 'triage', organ: 'qinghe/petition' } as const;
    const may = (...past: SealedAction[]) => mayAsk('giveBack', seat, replay(decider, past));
    expect([may(kept, classified), may(kept, classified, transferred, refused()), may(kept, classified, transferred, none), may(...after)]).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });
});
