import { beforeAll, describe, expect, it, vi } from 'vitest';
import { render } from '#apps/portal/src/pages.tsx';
import type { PublicClock, PublicMatter } from '#contexts/transparency/domain/progress.ts';
import { frameIn } from './portal-frame.ts';
import { delivered, onTime, overdue, pageOf } from './portal-stories.ts';

/** What one sees of a map without going down the page, and how the route guide is found. */
beforeAll(() => {
  for (const built of ['__STYLE__', '__SCRIPT__']) vi.stubGlobal(built, '/assets/none'); // the build puts them in
});

const above = { name: { zh: '临水市信访局', en: 'City Petition Office' }, short: { zh: '市信访局', en: 'City Petition Office' }, phone: '0000-611 0110' };
const frame = { ...frameIn('zh-CN'), site: { ...frameIn('zh-CN').site, above } };

/** What stands above the line, as it is read. */
function glance(matter: PublicMatter, given = frame): string {
  const html = render({ name: 'progress', page: pageOf([matter]), at: 0, code: '', refused: [] }, given);
  return html.slice(html.indexOf('class="say"'), html.indexOf('<ol class="line'));
}
const read = (html: string) => html.replaceAll(/<[^>]+>/g, '');

describe('进度页一眼看到的', () => {
  it('第几站、最近一步；没有什么要他做的，就说不用做什么', () => {
    const said = read(glance(onTime));
    for (const text of ['第4站，共6站：正在办理', '最近一步，9月17日：水压检测送检', '您现在不用做什么。']) expect(said).toContain(text);
    expect(said).not.toContain('您现在可以');
  });

  it('收到意见书：支持几项；能请求复查、能评价，各带最迟一天，不再说不用做什么', () => {
    const canAsk = { instance: 'review' as const, until: '2026-10-20' as const, organs: [] };
    const html = glance({ ...delivered, canAsk });
    for (const text of ['您的2项请求：支持1项，解释说明1项', '您现在可以', '请上一级复查', '最迟10月20日（周二）', '给两家单位打评价'])
      expect(read(html)).toContain(text);
    for (const link of ['href="/review/1"', 'href="/rate/1"']) expect(html).toContain(link);
    expect(read(html)).not.toContain('不用做什么');
  });

  it('超期的：向上一级投诉就在那句话下面', () => {
    expect(glance(overdue)).toContain('href="/complain/1?to=above"');
    expect(glance(onTime)).not.toContain('to=above');
  });

  it('超期的不是眼下这一步：超期照说，走到哪一步也说', () => {
    const untold: PublicClock = { ...onTime.clocks[0]!, id: 'A05', targetOn: '2026-08-18', legalOn: '2026-08-18' };
    const said = read(glance({ ...delivered, clocks: [untold, ...delivered.clocks] }));
    for (const text of ['超期了。县水利局应当在 8月18日（周二）前书面告诉您是否受理', '处理意见书已经送到。']) expect(said).toContain(text);
  });

  it('凭码送达、还没有打开的答复，结果先不说', () => {
    const claims = [{ text: '恢复供水', standing: { by: 'review' as const, result: 'supported' as const } }];
    expect(read(glance({ ...delivered, claims }))).not.toContain('您的请求：');
  });
});

describe('第十八条第一款：首页公布的', () => {
  const address = { zh: '清和县人民路12号', en: '12 Renmin Road' };
  const hours = { zh: '工作日 8:30–12:00，14:00–17:30', en: '' };
  const said = () => read(render({ name: 'home' }, { ...frame, site: { ...frame.site, host: { ...frame.site.host, address, hours } } }));

  it('第十八条第一款：网上渠道、通信地址、电话、接待的时间和地点、怎样查进展和结果，一样不少', () => {
    for (const text of ['反映一件事', '收在信里', address.zh, hours.zh, '0000-622 0110', '查办到哪一步了', '不用预约']) expect(said()).toContain(text);
  });
});

describe('SA041 这件事该走哪条路', () => {
  const guide = (search: string, language: 'zh-CN' | 'en' = 'zh-CN') => render({ name: 'ways', search }, frameIn(language));
  const kinds = (html: string) => html.split('<dl class="sum"').length - 1;

  it('31种都在，各有找哪里、最迟、依据；用平常话找得到', () => {
    expect(kinds(guide(''))).toBe(31);
    for (const [word, claim] of [
      ['讨薪', '农民工工资没发'],
      ['拆迁', '不服房屋征收补偿决定'],
      ['老赖', '打赢了官司，对方不给钱'],
    ] as const) {
      expect(guide(word)).toContain(claim);
      expect(kinds(guide(word))).toBeLessThan(6);
    }
    expect(guide('unpaid', 'en')).toContain('Unpaid wages');
  });

  it('找不到的，说怎么办，给去处', () => {
    const html = guide('飞机');
    expect(kinds(html)).toBe(0);
    expect(read(html)).toContain('没有找到和“飞机”有关的');
    expect(html).toContain('href="/file"');
  });
});
