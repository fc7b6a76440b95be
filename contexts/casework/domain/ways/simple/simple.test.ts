import { describe, expect, it } from 'vitest';
import { housing, STORY, words } from '../../../../../test/stories.ts';
import { also, clock, given, state } from '../../../../../test/ways.ts';
import type { MatterAction } from '../../actions.ts';

/** 初次信访、在简易范围内, accepted on 2026-08-03. */
const accepted = (more: object = { simple: true }): MatterAction[] =>
  STORY.accepted().map((action) => (action.type === 'MatterClassified' ? { ...action, ...more } : action));
const choose = (on = '2026-08-03') => ({ type: 'chooseSimple', noRefusal: true, ...housing(on) }) as const;

describe('简易办理（国信发〔2016〕8号，待核实）', () => {
  it('只有初次、在范围内、一家办、预计没有不支持的才可以', () => {
    given(...accepted())
      .when(choose())
      .thenTypes('SimpleChosen');
    given(...accepted({ simple: true, firstTime: false }))
      .when(choose())
      .thenRefused('AgainstRule');
    given(...accepted({ simple: false }))
      .when(choose())
      .thenRefused('AgainstRule');
    given(...accepted())
      .when({ ...choose(), noRefusal: false })
      .thenRefused('AgainstRule');
    const group = accepted().map((action) => (action.type === 'MatterOpened' ? { ...action, people: 16 } : action));
    given(...group)
      .when(choose())
      .thenRefused('AgainstRule');
  });

  it('V12：十个工作日从受理之日起算，六十日同时走', () => {
    const chosen = also(accepted(), choose('2026-08-05'));
    expect(clock(chosen, 'B03')).toMatchObject({ startedOn: '2026-08-03', legalOn: '2026-08-17' });
    expect(clock(chosen, 'A14')).toMatchObject({ legalOn: '2026-10-08' });
  });

  it('转普通：简易期限停，办结期限仍从原来的受理之日起算，不能再转回来', () => {
    const chosen = also(accepted(), choose());
    const converted = also(chosen, { type: 'convertToOrdinary', grounds: words('事实有争议'), ...housing('2026-08-14') });
    expect(clock(converted, 'B03')).toMatchObject({ outcome: 'stopped', stoppedOn: '2026-08-14' });
    expect(clock(converted, 'B04')).toMatchObject({ startedOn: '2026-08-03', targetOn: '2026-10-02', legalOn: '2026-10-08' });
    expect(clock(converted, 'A14')).toMatchObject({ startedOn: '2026-08-03', legalOn: '2026-10-08' });
    given(...converted)
      .when(choose('2026-08-17'))
      .thenRefused('AgainstRule');
    given(...accepted())
      .when({ type: 'convertToOrdinary', grounds: words('理由'), ...housing('2026-08-14') })
      .thenRefused('AgainstRule');
    expect(state(converted).simple).toBe('converted');
  });
});
