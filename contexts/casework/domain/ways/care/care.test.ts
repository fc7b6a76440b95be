import { describe, expect, it } from 'vitest';
import { at, by, government, housing, petition, STORY, UNITS, words } from '../../../../../test/stories.ts';
import { also, clock, given, state } from '../../../../../test/ways.ts';

const challenge = { type: 'requestRecusal', interest: words('承办人是对方的亲戚'), ...by('信访人', '2026-09-29') } as const;
const pending = also(STORY.handling(), challenge);
const head = (on: string) => by(UNITS.housing, on, '王局长');
const decide = { type: 'decideRecusal', no: 1, grounds: words('查实'), successor: { person: '赵科长', card: words('赵科长') } } as const;

describe('回避（第二十八条第三款）', () => {
  it('不变量 30：申请后，被申请的人什么也不能办；同事可以；三个工作日内决定', () => {
    expect(clock(pending, 'E04', 'recusal/1')).toMatchObject({ holder: UNITS.housing, legalOn: '2026-10-09' });
    const investigate = { type: 'recordInvestigation', on: '2026-09-30', staff: 2, record: words('看过') } as const;
    given(...pending)
      .when({ ...investigate, ...housing('2026-09-30') })
      .thenRefused('AgainstRule');
    given(...pending)
      .when({ ...investigate, ...by(UNITS.housing, '2026-09-30', '孙科员') })
      .thenTypes('InvestigationRecorded');
  });

  it('自己不能决定自己；决定回避的，写明改由谁承办，原来的人再不能办', () => {
    given(...pending)
      .when({ ...decide, recused: true, ...housing('2026-09-30') })
      .thenRefused('AgainstRule');
    const { successor: _, ...without } = decide;
    given(...pending)
      .when({ ...without, recused: true, ...head('2026-09-30') })
      .thenRefused('AgainstRule');
    const decided = also(pending, { ...decide, recused: true, ...head('2026-09-30') });
    expect(state(decided).handler?.person).toBe('赵科长');
    expect(clock(decided, 'E04', 'recusal/1')).toMatchObject({ outcome: 'kept' });
    given(...decided)
      .when({ type: 'takeNote', text: words('写一笔'), shown: false, ...housing('2026-10-08') })
      .thenRefused('AgainstRule');
    expect(clock(decided, 'A14')).toMatchObject({ legalOn: '2026-10-08' }); // no day more for it
  });

  it('决定不回避的，原来的人接着办；上一级也可以决定', () => {
    const kept = also(pending, { ...decide, recused: false, ...government('2026-09-30') });
    given(...kept)
      .when({ type: 'takeNote', text: words('写一笔'), shown: false, ...housing('2026-10-08') })
      .thenTypes('NoteTaken');
    given(...pending)
      .when({ ...decide, recused: false, ...petition('2026-09-30') })
      .thenRefused('NotAllowed');
  });
});

describe('重大、紧急事项（第二十五条）', () => {
  const flagged = also(STORY.referred('2026-09-28', '2026-09-29'), {
    type: 'flagUrgent',
    what: words('房屋有倒塌危险'),
    by: { person: '李兰', unit: UNITS.housing },
    at: at('2026-10-03', '23:30'),
  });

  it('V20：两小时不分昼夜和节假日；信访部门上报，原来的期限照走', () => {
    expect(clock(flagged, 'A13')?.targetAt).toEqual(at('2026-10-04', '01:30'));
    expect(clock(flagged, 'A12')?.targetAt).toEqual(at('2026-10-04', '00:30'));
    const upward = { type: 'reportUrgent', to: 'upward', evidence: words('电话报告') } as const;
    given(...flagged)
      .when({ ...upward, by: { person: '李兰', unit: UNITS.housing }, at: at('2026-10-04', '00:10') })
      .thenRefused('AgainstRule');
    const sent = also(flagged, { ...upward, by: { person: '张明', unit: UNITS.petition }, at: at('2026-10-04', '01:31') });
    expect(clock(sent, 'A13')?.outcome).toBe('late');
    expect(clock(sent, 'A06')).toEqual(clock(STORY.referred('2026-09-28', '2026-09-29'), 'A06') && expect.objectContaining({ legalOn: '2026-10-14' }));
  });
});

describe('帮扶（第三十七条；rights R4）', () => {
  it('只记告知过，没有“接受、不接受”可填，对本件没有任何影响', () => {
    const offered = also(STORY.delivered(), { type: 'offerHelp', what: words('临时救助，向民政所申请'), ...petition('2026-09-20') });
    expect(Object.keys(offered.at(-1)!).sort()).toEqual(['at', 'by', 'type', 'what']);
    expect({ ...state(offered), opening: null }).toEqual({ ...state(STORY.delivered()), opening: null });
  });
});
