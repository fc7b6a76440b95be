import { describe, expect, it } from 'vitest';
import { readLaws } from '#platform/rules.ts';
import type { PlainDate } from '../dates.ts';
import { explain, type Explanation } from './explain.ts';
import { CLAIM_FACTS, story } from './spec.ts';
import { CLOCK_IDS, CLOCKS } from './index.ts';
import { STARTED } from './started.ts';

const law = readLaws().inForce('2026-11-01', 'qinghe');
const text = ({ lines }: Explanation) => lines.map(({ word, text: words }) => `${word} ${words}`);

describe('期限怎么算出来，写给人看', () => {
  it('遇国庆节顺延', () => {
    const { readings } = story(law).then('MatterAccepted', '2026-08-03');
    if (!readings.A14) throw new Error('A14 runs');
    const explained = explain(readings.A14, law);
    expect(explained.standing).toBe('law');
    expect(text(explained)).toEqual([
      '起算 2026年8月3日（周一）受理，当天不算，8月4日是第1天',
      '期限 60日，自然日',
      '数到 2026年10月2日（周五），国庆节放假',
      '顺延 2026年10月8日（周四）是最后一天，国庆节放假（10月2日至10月7日）后的第一个工作日',
      '依据 《信访工作条例》第三十四条',
    ]);
    expect(explained.lines[0]?.english).toBe('Mon 3 Aug 2026: accepted; that day is not counted, Tue 4 Aug 2026 is day 1');
  });

  it('晚受理：两个日期都写出来', () => {
    const reading = story(law, 'claim', CLAIM_FACTS, { unitReceipt: '2026-06-01' }).then('MatterAccepted', '2026-06-22').newest('A14');
    expect(text(explain(reading, law))[0]).toBe('起算 2026年6月16日（周二），书面告知的最后一天；实际6月22日受理，晚受理不推迟起算');
  });

  it('延期、暂停、暂定、按小时、倒数各有说法', () => {
    const recheck = story(law, 'claim', [...CLAIM_FACTS, 'atRecheck', 'firstHearing'])
      .then('MatterAccepted', '2026-11-02')
      .then('HandlingExtended', '2026-12-20', { days: 20 })
      .then('RecheckRequested', '2026-03-02')
      .then('HearingDecided', '2026-03-12')
      .then('UrgencyFlagged', '2026-10-03 23:30')
      .then('HearingScheduled', '2026-09-01', { on: '2026-10-14' as PlainDate });
    const lines = (['A14', 'A20', 'A13', 'E06'] as const).flatMap((clock) => text(explain(recheck.newest(clock), law)));
    expect(lines).toContain('延期 延长20日，从未顺延的最后一天起加');
    expect(lines).toContain('顺延 暂定，以国务院公布的放假安排为准');
    expect(lines).toContain('暂停 2026年3月12日（周四）决定听证，听证所需时间不计算，最多30日');
    expect(lines).toContain('起算 2026年10月3日（周六）23:30发现紧急情况，从这一刻算起');
    expect(lines).toContain('顺延 2026年9月30日（周三）是最后一天，往回数遇休息日提前');
  });

  it('M和P的日数不写成法律规定', () => {
    const asked = story(law, 'work', []).then('InspectorateMaterialRequested', '2026-08-03', { dueOn: { A43: '2026-08-10' } });
    expect(text(explain(asked.newest('A43'), law)).slice(-2)).toEqual(['数到 2026年8月10日（周一），日期由文书指定', '依据 《信访工作条例》第四十一条第二款']);
    const reading = (clock: 'A34' | 'A08' | 'B03' | 'D02') => {
      const told = story(law, 'claim', ['petitionProcedure', 'generalMatter', 'firstTime', 'simpleScope'])
        .then('MatterAccepted', '2026-08-03')
        .then('SimpleChosen', '2026-08-03')
        .then('ObjectionRaised', '2026-08-04')
        .then('OpinionDispatched', '2026-08-05', { document: 'document/1' });
      return text(explain(told.newest(clock), law)).at(-1);
    };
    expect(reading('A34')).toBe('依据 产品默认，待本单位确认');
    expect(reading('A08')).toBe('依据 《信访工作条例》第二十三条第三款；日数是产品默认，待本单位确认');
    expect(reading('B03')).toMatch(/^依据 待确认，未核对原文：/);
    expect(reading('D02')).toBe('依据 地方做法，不是法定期限：“520”工作法（借鉴潍坊）');
  });

  it('每个能开始期限的动作都有自己的说法', () => {
    const starting = new Set(CLOCK_IDS.flatMap((clock) => CLOCKS[clock].startsOn));
    expect([...starting].filter((type) => !STARTED[type])).toEqual([]);
  });
});
