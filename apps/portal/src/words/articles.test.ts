import { describe, expect, it } from 'vitest';
import { ROUTE_GUIDE } from '#contexts/casework/domain/ways/procedures/guide.ts';
import { CLOCKS } from '#kernel/clocks/index.ts';
import { articleIn } from './articles.ts';
import { hoursIn } from './hours.ts';

const HAN = /\p{Script=Han}/u;

describe('英文页上的依据和时间', () => {
  it('每个期限、每条去处的依据都说成英文，条款项不差', () => {
    const articles = [...Object.values(CLOCKS), ...ROUTE_GUIDE].map(({ article }) => article);
    expect(articles.map((article) => articleIn('en', article)).filter((text) => HAN.test(text))).toEqual([]);
    expect(articleIn('en', '《信访工作条例》第二十二条第一款第三项')).toBe('art. 22 (1) item 3 of the Regulation on Petition Work');
    expect(articleIn('en', '民事诉讼法（2023）第二百三十五条、第二百五十条')).toBe('arts. 235, 250 of the Civil Procedure Law (2023)');
    expect(articleIn('en', '《信访工作条例》第三十一条第五项、行政诉讼法第一百零七条')).toBe(
      'art. 31 item 5 of the Regulation on Petition Work; art. 107 of the Administrative Litigation Law',
    );
  });

  it('认不出的照原样；中文页不动', () => {
    expect(articleIn('en', '某某规定第三条')).toBe('某某规定第三条');
    expect(articleIn('zh-CN', '《信访工作条例》第三十四条')).toBe('《信访工作条例》第三十四条');
  });

  it('办公时间说成英文，有一个字认不出就照原样', () => {
    expect(hoursIn('en', '工作日 8:30–12:00，14:00–17:30')).toBe('Working days 8:30–12:00, 14:00–17:30');
    expect(hoursIn('en', '周一至周五上午8:00–11:30，法定节假日除外')).toBe('Mon to Fri a.m. 8:00–11:30, not on public holidays');
    expect(hoursIn('en', '逢集日 8:00–12:00')).toBe('逢集日 8:00–12:00');
    expect(hoursIn('zh-CN', '工作日 8:30–12:00')).toBe('工作日 8:30–12:00');
  });
});
