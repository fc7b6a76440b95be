import type { PlainDate } from '#kernel/dates.ts';

/** The texts that the terms, organs and articles of the route guide were compared with, each in the edition in force on that day. */
export const COMPARED_ON: PlainDate = '2026-11-22';

/** By the name that an entry cites; what follows says which edition was read. */
export const TEXTS = {
  '《信访工作条例》': '2022年5月1日起施行',
  '行政复议法（2023）': '2023年9月1日修订，2024年1月1日起施行',
  行政诉讼法: '2017年6月27日第二次修正',
  '民事诉讼法（2023）': '2023年9月1日第五次修正，2024年1月1日起施行',
  民法典: '2020年5月28日通过，2021年1月1日起施行',
  国家赔偿法: '2012年10月26日第二次修正',
  人民调解法: '2010年8月28日通过，2011年1月1日起施行',
  劳动争议调解仲裁法: '2007年12月29日通过，2008年5月1日起施行',
  农村土地承包经营纠纷调解仲裁法: '2009年6月27日通过，2010年1月1日起施行',
  '仲裁法（2025）': '2025年9月12日修订，2026年3月1日起施行',
  土地管理法: '2019年8月26日第三次修正',
  公务员法: '2018年12月29日修订，2019年6月1日起施行',
  教师法: '2009年8月27日修正',
  刑事诉讼法: '2018年10月26日第三次修正',
  工伤保险条例: '2010年12月20日修订',
  劳动保障监察条例: '2004年12月1日起施行',
  道路交通事故处理程序规定: '公安部令第146号，2018年5月1日起施行',
  公安机关办理刑事案件程序规定: '2020年7月20日修正',
  人民检察院民事诉讼监督规则: '2021年8月1日起施行',
} as const satisfies Readonly<Record<string, string>>;

export type TextName = keyof typeof TEXTS;

/** One or several articles of one text, as they are printed. */
export const cite = (text: TextName, ...articles: readonly string[]): string => `${text}${articles.join('、')}`;
