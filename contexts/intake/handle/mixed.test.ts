import { describe, expect, it } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { BAR } from '../domain/black-out.ts';
import type { Part } from './matters.ts';
import { blackedOut, hiddenIn, mustBeDivisible, releasedFiles, withoutNotes } from './mixed.ts';

const claim: Part = {
  title: '应急灯三个月不亮',
  text: '楼道的应急灯三个月不亮，质监站站长向工地要了红包，请尽快修好。',
  claims: ['修好应急灯', '应急灯的账和质监站站长向工地要了红包的事一起查'],
};
const accusation: Part = { title: '质监站站长索要好处', text: '质监站站长向工地要了红包，我有转账截图。', claims: [], accusation: true };
const hidden = hiddenIn([accusation], { blackOut: ['韦某'] })!;

describe('不变量 27：一封信里既有请求又有检举', () => {
  it('请求的部分里，检举的话在正文、标题、诉求里都涂黑', () =>
    expect(blackedOut(claim, hidden)).toEqual({
      title: '应急灯三个月不亮',
      text: `楼道的应急灯三个月不亮，${BAR}，请尽快修好。`,
      claims: ['修好应急灯', `应急灯的账和${BAR}的事一起查`],
    }));

  it('没有检举的，一个字不动', () => expect(hiddenIn([], { blackOut: ['韦某'] })).toBeUndefined());

  it('两件引的是同一段话，登记以前就说出来，教怎么改', () => {
    const same = { ...claim, text: accusation.text };
    expect(() => mustBeDivisible([same, accusation], {}, 0)).toThrow(Refusal);
    expect(() => mustBeDivisible([same, accusation], {}, 0)).toThrow('请每件只引自己的话；分不开的，整件移入密件');
    const wish = { ...claim, claims: ['修好应急灯', '查质监站站长向工地要了红包'] };
    expect(() => mustBeDivisible([wish, accusation], {}, 0)).toThrow('第2项诉求说的是检举控告的事');
    expect(() => mustBeDivisible([{ ...claim, claims: ['修好应急灯'] }, accusation], {}, 0)).not.toThrow();
    expect(() => mustBeDivisible([{ ...claim, claims: ['修好应急灯'] }, accusation], { release: [0] }, 0)).toThrow('没有第1个附件');
  });

  it('附件都随密件走，逐个放行的才留下；名称会泄露的换掉', () => {
    const files = JSON.stringify([
      { name: '应急灯.jpg', key: 'a' },
      { name: '韦某收钱.pdf', key: 'b' },
    ]);
    expect(releasedFiles(files, [], hidden)).toBeUndefined();
    expect(JSON.parse(releasedFiles(files, [0], hidden)!)).toEqual([{ name: '应急灯.jpg', key: 'a' }]);
    expect(JSON.parse(releasedFiles(files, [1], hidden)!)).toEqual([{ name: '附件1.pdf', key: 'b' }]);
    expect(() => releasedFiles(files, [2], hidden)).toThrow('没有第3个附件');
  });

  it('信访人旁边的备注也涂', () =>
    expect(JSON.parse(withoutNotes(JSON.stringify([{ role: 'principal', name: '慕容', note: '和韦某是邻居' }]), hidden))).toEqual([
      { role: 'principal', name: '慕容', note: `和${BAR}是邻居` },
    ]));
});
