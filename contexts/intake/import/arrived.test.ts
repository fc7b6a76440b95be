import { describe, expect, it } from 'vitest';
import { at } from '../../../test/stories.ts';
import { readRow, RowTrouble, type ImportDesk } from './arrived.ts';
import { guessMapping } from './fields.ts';
import { categoryIn, channelIn, momentIn } from './values.ts';

const desk: ImportDesk = { unit: 'qinghe/petition', isPetitionDept: true, level: 'county', source: '旧系统' };
const columns = ['信访件编号', '标题', '留言详情', '收到时间', '信访形式', '姓名', '联系电话', '人数', '信访目的', '信访种类', '内容分类'];
const mapping = guessMapping(columns);
const row = (more: Record<string, unknown> = {}) => ({
  line: 2,
  values: {
    信访件编号: 'A-1',
    标题: '路灯不亮',
    留言详情: '街口的路灯坏了三个月。',
    收到时间: '2026/7/20 9:05:00',
    信访形式: '来信',
    姓名: '张𬭚',
    联系电话: '13900001234',
    人数: '1',
    信访目的: '',
    信访种类: '',
    内容分类: '',
    ...more,
  },
});
const read = (more?: Record<string, unknown>) => readRow(row(more), mapping, desk, at('2026-08-01'));
const why = (more: Record<string, unknown>) => {
  try {
    read(more);
  } catch (error) {
    if (error instanceof RowTrouble) return error.message;
    throw error;
  }
  return undefined;
};

describe('导入的一行', () => {
  it('各系统的栏名都认得，一栏只当一样用', () => {
    expect(mapping.columns).toMatchObject({
      externalId: '信访件编号',
      text: '留言详情',
      receivedAt: '收到时间',
      channel: '信访形式',
      phone: '联系电话',
      purpose: '信访目的',
    });
    expect(guessMapping(['id', 'title', 'detail', 'time', 'user']).columns).toEqual({ externalId: 'id', title: 'title', text: 'detail', receivedAt: 'time' });
  });

  it('成为一件来件：收到的时间按北京时间', () => {
    expect(read().arrived).toMatchObject({
      channel: 'letter',
      receivedAt: new Date('2026-07-20T09:05:00+08:00'),
      title: '路灯不亮',
      parties: [{ role: 'principal', name: '张𬭚', phone: '13900001234' }],
      external: { source: '旧系统', id: 'A-1' },
    });
    expect(read().parts).toEqual([]);
  });

  it('写明了种类和分类的立件；检举控告、咨询、没写全的，留在收件处等人甄别', () => {
    expect(read({ 信访种类: '申诉求决', 信访目的: '求决', 内容分类: '0304' }).parts).toMatchObject([
      { claims: ['路灯不亮'], classify: { kind: 'claim', purpose: 'seekResolution', category: '0304' } },
    ]);
    expect(read({ 信访目的: '意见建议', 内容分类: '03.04' }).parts).toMatchObject([{ classify: { kind: 'suggestion', category: '0304' } }]);
    for (const more of [
      { 信访种类: '检举控告', 内容分类: '1101' },
      { 信访种类: '检举控告', 内容分类: '0304' },
      { 信访目的: '咨询', 内容分类: '0304' },
      { 信访种类: '申诉求决' },
      { 内容分类: '0304' },
    ])
      expect(read(more).parts).toEqual([]);
  });

  it('退回的说清楚为什么，几处不对一次说完', () => {
    expect(why({ 留言详情: ' ' })).toContain('内容是空的');
    expect(why({ 收到时间: '去年夏天', 信访形式: '飞鸽传书' })).toMatch(/去年夏天.*看不懂.*飞鸽传书.*不在名单里/);
    expect(why({ 收到时间: '2026-09-01' })).toContain('晚于现在');
    expect(why({ 姓名: '' })).toContain('没有姓名');
    expect(why({ 人数: '很多' })).toContain('不是整数');
    expect(why({ 信访种类: '建议意见', 信访目的: '求决' })).toContain('不一致');
    expect(why({ 内容分类: '7777' })).toContain('不在分类表里');
    expect(why({ 留言详情: '路灯坏\uFFFD了' })).toContain('认不出的字符');
  });

  it('没有编号的，内容就是编号：同一行两次是一件', () => {
    const ids = [read({ 信访件编号: '' }), read({ 信访件编号: '' }), read({ 信访件编号: '', 留言详情: '另一件事' })].map(({ arrived }) => arrived.external?.id);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('标题太长的截短，全文放在内容前面，一个字不丢', () => {
    const long = '关于'.repeat(60);
    expect(read({ 标题: long }).arrived.text).toBe(`${long}\n街口的路灯坏了三个月。`);
    expect([...read({ 标题: long }).arrived.title]).toHaveLength(80);
    expect(read({ 标题: '' }).arrived.title).toBe('街口的路灯坏了三个月。');
  });

  it.each([
    ['2019/2/28 11:25:05', '2019-02-28T03:25:05.000Z'],
    ['2026年3月5日', '2026-03-04T16:00:00.000Z'],
    ['2026年3月5日 8时30分', '2026-03-05T00:30:00.000Z'],
    ['2026.3.5', '2026-03-04T16:00:00.000Z'],
    ['2026-03-05T10:00:00Z', '2026-03-05T10:00:00.000Z'],
    ['2026-03-05T10:00', '2026-03-05T02:00:00.000Z'],
    [new Date('2026-03-05T08:30:00Z'), '2026-03-05T00:30:00.000Z'], // what a spreadsheet shows as 8:30
  ])('时间 %s', (given, wanted) => expect(momentIn(given)?.toISOString()).toBe(wanted));

  it.each(['2026-02-30', '05/03/2026', '26-3-5', '2026-13-01', '2026-3-5 25:00'])('不是时间：%s', (given) => expect(momentIn(given)).toBeUndefined());

  it('渠道和分类按名称、按代码都认', () => {
    expect([channelIn('来访'), channelIn('微信'), channelIn('letter'), channelIn('驿马')]).toEqual(['visit', 'mobile', 'letter', undefined]);
    expect([categoryIn('0304'), categoryIn('1'), categoryIn('其他')]).toEqual(['0304', undefined, undefined]);
  });
});
