import { describe, expect, it } from 'vitest';
import { replay } from '#kernel/decider.ts';
import { specify } from '#kernel/spec.ts';
import { by, decider, housing, petition, STORY, system, UNITS, words } from '../../../../test/stories.ts';
import type { MatterAction } from '../actions.ts';
import { newestOf } from '../clocks.ts';

const given = specify(decider);
const state = (...actions: MatterAction[]) => replay(decider, actions);
const also = (past: readonly MatterAction[], command: Parameters<typeof decider.decide>[0]) => [...past, ...decider.decide(command, state(...past))];
const city = (date: string) => by(UNITS.city, date, '市局的人');
const TARGET = { id: 'm2', no: '990421-X-2026-0000002-B', kind: 'claim', open: true } as const;

describe('信访部门之间转下级（第二十二条）', () => {
  const down = { type: 'passDown', to: UNITS.city, level: 'prefecture', grounds: words('属于市级职权范围') } as const;

  it('十五日不重新起算，改由下级信访部门负责；转出的办不了，接到的接着转送', () => {
    const before = newestOf(state(...STORY.classified()).clocks, 'A03');
    const passed = also(STORY.classified(), { ...down, ...petition('2026-07-22') });
    const after = state(...passed);
    expect([after.stage, after.desk, after.petitionDept]).toEqual(['triaged', UNITS.city, UNITS.city]);
    expect(newestOf(after.clocks, 'A03')).toMatchObject({ legalOn: before!.legalOn, startedOn: before!.startedOn });
    expect(newestOf(after.clocks, 'A03')?.stoppedOn).toBeUndefined();
    given(...passed)
      .when({ type: 'refer', to: UNITS.housing, ...petition('2026-07-23') })
      .thenRefused('NotAllowed');
    given(...passed)
      .when({ type: 'refer', to: UNITS.housing, ...city('2026-07-23') })
      .thenTypes('MatterReferred', 'AssignmentReceived');
  });

  it('只能转给信访部门，不能转给自己', () => {
    for (const to of [UNITS.housing, UNITS.petition]) {
      given(...STORY.classified())
        .when({ ...down, to, ...petition('2026-07-22') })
        .thenRefused('AgainstRule');
    }
  });
});

describe('并入、拆出（第十九条第三款）', () => {
  const attach = { type: 'attachDuplicate', target: TARGET, ground: 'sameText', grounds: words('两封信逐字相同') } as const;

  it('并入以后由主件办理，本件没有单独的期限；拆出来接着走原来的日期，收到的时间不变', () => {
    const before = state(...STORY.classified());
    const merged = also(STORY.classified(), { ...attach, ...petition('2026-07-21') });
    expect(state(...merged)).toMatchObject({ stage: 'merged', duplicateOf: 'm2' });
    given(...merged)
      .when({ type: 'refer', to: UNITS.housing, ...petition('2026-07-22') })
      .thenRefused('WrongStage');
    const apart = state(...also(merged, { type: 'detachDuplicate', grounds: words('说的不是同一条路'), ...petition('2026-07-25') }));
    expect([apart.stage, apart.duplicateOf, apart.firstReceipt]).toEqual(['triaged', undefined, before.firstReceipt]);
    expect(newestOf(apart.clocks, 'A03')).toMatchObject({ legalOn: newestOf(before.clocks, 'A03')!.legalOn });
    expect(newestOf(apart.clocks, 'A03')?.stoppedOn).toBeUndefined();
  });

  it('先前的一件有了结果以后才收到的，不能并进去：那是复查申请，或者要照常办，用哪个理由都一样', () => {
    for (const ground of ['sameText', 'insideTerm'] as const) {
      given(...STORY.classified())
        .when({ ...attach, ground, target: { ...TARGET, answered: true }, ...petition('2026-07-21') })
        .thenRefused('AgainstRule');
    }
  });

  it('种类不同的不能并；先前的一件已经办结，不能说“正在办理”', () => {
    given(...STORY.classified())
      .when({ ...attach, target: { ...TARGET, kind: 'suggestion' }, ...petition('2026-07-21') })
      .thenRefused('AgainstRule');
    given(...STORY.classified())
      .when({ ...attach, ground: 'insideTerm', target: { ...TARGET, open: false }, ...petition('2026-07-21') })
      .thenRefused('AgainstRule');
  });
});

describe('导入其他程序（第三十一条第一至四项）', () => {
  const route = {
    type: 'routeToProcedure',
    route: 'administrativeProcedure',
    organ: words('县市场监管局'),
    term: words('六十日'),
    reviewer: '法制员',
    grounds: words('依法应当申请行政确认'),
  } as const;

  it('六十日的期限没有了，改为每九十日跟踪；那个程序结束，本件随之办结', () => {
    const routed = also(STORY.referred(), { ...route, ...housing('2026-08-03') });
    const after = state(...routed);
    expect([after.stage, newestOf(after.clocks, 'A14')]).toEqual(['routed', undefined]);
    expect(newestOf(after.clocks, 'A36')?.stoppedOn).toBeUndefined();
    const ended = also(routed, { type: 'checkOtherProcedure', ended: true, state: words('已经作出行政确认'), ...housing('2026-09-20') });
    expect(state(...ended)).toMatchObject({ stage: 'concluded', concluded: 'otherProcedureEnded' });
  });
});

describe('公告送达（民事诉讼法第九十五条，类推）', () => {
  it('贴出公告不算送到；满三十日的次日由系统记为送达，复查期限从期满那天起算', () => {
    const posted = also(STORY.dispatched('2026-09-10'), {
      type: 'postPublicNotice',
      document: 'document/2',
      place: words('巷口公告栏，照片两张'),
      ...housing('2026-09-11'),
    });
    expect(state(...posted).stage).toBe('opinionDispatched');
    const over = newestOf(state(...posted).clocks, 'B16', 'document/2')!.legalOn;
    given(...posted)
      .when({ type: 'deemDelivered', document: 'document/2', ...system(over) })
      .thenRefused('AgainstRule');
    given(...posted)
      .when({ type: 'deemDelivered', document: 'document/2', ...housing('2026-10-30') })
      .thenRefused('NotAllowed');
    const deemed = state(...also(posted, { type: 'deemDelivered', document: 'document/2', ...system('2026-10-30') }));
    expect(deemed.stage).toBe('opinionDelivered');
    expect(newestOf(deemed.clocks, 'A17')?.startedOn).toBe(over);
  });
});
