import { describe, expect, it } from 'vitest';
import { Refusal } from './refusal.ts';
import { readNotice } from './notice.ts';

const NOTICE_2026 = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;

const sentence = (text: string, year = 2026) => {
  try {
    readNotice(text, year);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return '';
};

describe('放假通知', () => {
  it('照原文读出每一天，调休上班的也在', () => {
    const { days } = readNotice(NOTICE_2026, 2026);
    expect(days.filter(({ kind }) => kind === 'holiday')).toHaveLength(3 + 9 + 3 + 5 + 3 + 3 + 7);
    expect(days.filter(({ kind }) => kind === 'makeup').map(({ date }) => date)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  it('也读每行一天的表', () => {
    const list = readNotice(NOTICE_2026, 2026)
      .days.map(({ date, kind, name }) => `${date}\t${kind === 'holiday' ? '放假' : '调休上班'}\t${name}`)
      .join('\n');
    expect(readNotice(list, 2026)).toEqual(readNotice(NOTICE_2026, 2026));
  });

  it('天数对不上、少了法定节日、调休落在平日、年份不对的，一句话说清', () => {
    expect(sentence(NOTICE_2026.replace('共9天', '共8天'))).toContain('春节');
    expect(sentence(NOTICE_2026.replace(/三、.*\n/, ''))).toContain('清明节04-05');
    expect(sentence(NOTICE_2026.replace('1月4日（周日）上班', '1月5日（周一）上班'))).toContain('2026-01-05不是周末');
    expect(sentence(NOTICE_2026, 2027)).toContain('少了法定节假日');
    expect(sentence('放假啦')).toContain('请粘贴通知');
  });
});
