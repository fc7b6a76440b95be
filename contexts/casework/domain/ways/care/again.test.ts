import { describe, expect, it } from 'vitest';
import { answer } from '../../../../../test/answer.ts';
import { by, housing, STORY, UNITS, words } from '../../../../../test/stories.ts';
import { also, clock, given, state } from '../../../../../test/ways.ts';
import { holderNow } from '../../clocks.ts';
import type { MatterCommand } from '../../commands.ts';

/** 同样的理由再次申请同一个人回避（第二十八条第三款；民事诉讼法第五十条类推）. */
const ask = (on: string, more: object = {}): MatterCommand =>
  ({ type: 'requestRecusal', interest: words('承办人是对方的亲戚'), ...by('信访人', on), ...more }) as MatterCommand;
const decide = (on: string, unit: string, no: number, recused = false): MatterCommand => ({
  type: 'decideRecusal',
  no,
  recused,
  grounds: words('查过，不是亲戚'),
  ...by(unit, on, '负责人'),
});
const note = (on: string): MatterCommand => ({ type: 'takeNote', text: words('接着办'), shown: false, ...housing(on) });
const refused = also(STORY.handling(), ask('2026-09-01'), decide('2026-09-02', UNITS.housing, 1));
const again = also(refused, ask('2026-09-03'));

describe('同样的理由再次申请回避', () => {
  it('不变量 30：第一次申请停办；决定不回避以后，理由相同再申请的，不再停办', () => {
    given(...also(STORY.handling(), ask('2026-09-01')))
      .when(note('2026-09-01'))
      .thenRefused('AgainstRule');
    expect(again.slice(-2)).toMatchObject([
      { type: 'RecusalRequested', again: true },
      { type: 'RecusalPassedUp', to: UNITS.government },
    ]);
    given(...again)
      .when(note('2026-09-03'))
      .thenTypes('NoteTaken');
  });

  it('由上一级重新看一次，三个工作日；原来决定的单位不再决定', () => {
    const term = clock(again, 'E04', 'recusal/2')!;
    expect(term).toMatchObject({ legalOn: '2026-09-08' });
    expect(holderNow(term, state(again))).toBe(UNITS.government);
    expect(answer(again, decide('2026-09-04', UNITS.housing, 2))).toContain('已经报请');
    const another = { type: 'startHandling', handler: { person: '赵科长', card: words('赵科长') }, ...by(UNITS.housing, '2026-09-04', '王局长') } as const;
    const upheld = also(again, decide('2026-09-04', UNITS.government, 2, true), another);
    expect(state(upheld).handler?.person).toBe('赵科长');
    given(...upheld)
      .when(note('2026-09-05'))
      .thenRefused('AgainstRule'); // who has stood aside does nothing any more
  });

  it('重新看过仍不支持的，同样的理由不再处理，写明为什么、怎么办；新的理由随时照第一次那样审查', () => {
    const twice = also(again, decide('2026-09-04', UNITS.government, 2));
    const said = answer(twice, ask('2026-09-07'));
    for (const text of ['理由相同的不再重复处理', '有新的理由', '可以投诉', '第二十八条第三款']) expect(said).toContain(text);
    const fresh = also(twice, ask('2026-09-07', { newGround: true }));
    expect(fresh.at(-1)).toMatchObject({ type: 'RecusalRequested', part: 'recusal/3' });
    expect(fresh.at(-1)).not.toHaveProperty('again');
    given(...fresh)
      .when(note('2026-09-07'))
      .thenRefused('AgainstRule');
  });

  it('第一次申请另一个人的，与先前那个人的决定无关，照样停办', () => {
    const other = also(refused, ask('2026-09-03', { person: '孙科员' }));
    expect(other.at(-1)).not.toHaveProperty('again');
    given(...other)
      .when({ type: 'takeNote', text: words('写'), shown: false, ...by(UNITS.housing, '2026-09-03', '孙科员') })
      .thenRefused('AgainstRule');
  });

  it('决定回避时承办人已经作出意见的：意见撤销重作，先另指定承办人，回避的人不再是承办人', () => {
    const aside = also(STORY.delivered(), ask('2026-09-15'), { ...decide('2026-09-16', UNITS.housing, 1), recused: true } as MatterCommand);
    expect(state(aside)).toMatchObject({ stage: 'opinionDelivered', handler: { person: '李兰' } });
    const redo = also(aside, {
      type: 'correct',
      as: 'superior',
      dueOn: '2026-10-20',
      grounds: words('承办人应当回避'),
      ...by(UNITS.government, '2026-09-20', '方县长'),
    });
    const issue: MatterCommand = { type: 'issueOpinion', document: 'document/9', results: { 1: 'explained' }, ...by(UNITS.housing, '2026-09-25', '王局长') };
    expect(answer(redo, issue)).toContain('承办人已经回避');
    const named = also(redo, { type: 'startHandling', handler: { person: '赵科长', card: words('赵科长') }, ...by(UNITS.housing, '2026-09-21', '王局长') });
    expect(state(named).handler?.person).toBe('赵科长');
    given(...named)
      .when(issue)
      .thenTypes('OpinionIssued');
    expect(
      answer(named, { type: 'startHandling', handler: { person: '钱科长', card: words('钱科长') }, ...by(UNITS.housing, '2026-09-22', '王局长') }),
    ).toContain('承办人已经指定');
  });
});
