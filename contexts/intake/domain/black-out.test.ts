import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BAR, blackOut, readableIn } from './black-out.ts';

const ACCUSATION = '办这个手续的科长，收过我一盒茶叶两条烟，我没有办法，收了还是没办成。';
const hidden = { accusing: ['办手续的科长收了茶叶和烟', ACCUSATION], words: [] };

describe('一信多诉：其中的检举控告涂黑（第三十条第三款、R13）', () => {
  it('普通的部分引了整封信，检举的话换成黑条，别的一字不动', () => {
    const letter = `两件事：第一，我家申请廉租房被退回，窗口不认判决书。第二，${ACCUSATION}请帮忙。`;
    expect(blackOut(letter, hidden)).toBe(`两件事：第一，我家申请廉租房被退回，窗口不认判决书。第二，${BAR}。请帮忙。`);
  });

  it('换了行、换了标点、改了大小写、只引了一半，也认得出', () => {
    expect(blackOut('还有\n办这个手续的科长\n收过我一盒茶叶两条烟', hidden)).toBe(`还有\n${BAR}`);
    expect(blackOut('听说手续的科长收过我一盒茶叶两条', hidden)).toBe(`听说${BAR}`);
  });

  it('黑条看不出原来有多长', () => {
    const longer = { accusing: [`${ACCUSATION}他还收过邻居的三条烟四瓶酒和一只羊`], words: [] };
    expect(blackOut(`${ACCUSATION}他还收过邻居的三条烟四瓶酒和一只羊`, longer)).toBe(BAR);
    expect(blackOut('收过我一盒茶叶两条烟', hidden)).toBe(BAR);
  });

  it('另外写明的姓名、电话，多短都涂', () =>
    expect(blackOut('韦某说不办，打 199 0000 3344 也不接', { accusing: [], words: ['韦某', '19900003344'] })).toBe(`${BAR}说不办，打 ${BAR} 也不接`));

  it('单位的名称在两件里都有，不算检举的话', () => {
    const office = '清和县住房和城乡建设局';
    const text = `请${office}修好应急灯`;
    expect(blackOut(text, { accusing: [`${office}有人收红包`], words: [] })).toBe(text);
  });

  it('全涂黑的，什么也读不出来', () => expect(readableIn(blackOut(ACCUSATION, hidden))).toBe(''));

  const chinese = fc
    .array(fc.constantFrom(...'的一是在了有和人这中大为上个国说们到时要就出以可也你对生能而子那得于着下自之'), { minLength: 6, maxLength: 40 })
    .map((all) => all.join(''));
  it('不变量 28：不论怎么拼接，检举部分的任何一整句都不再出现', () =>
    fc.assert(
      fc.property(
        fc.array(chinese, { minLength: 1, maxLength: 4 }),
        fc.array(fc.string({ maxLength: 30 }), { maxLength: 5 }),
        fc.nat(),
        (clauses, rest, seed) => {
          const pieces = [...rest, ...clauses].sort((one, other) => ((one.length * 31 + seed) % 7) - ((other.length * 17 + seed) % 7));
          const text = pieces.join('，');
          const left = blackOut(text, { accusing: [clauses.join('。')], words: [] });
          for (const clause of clauses) expect(left).not.toContain(clause);
          expect(blackOut(left, { accusing: [clauses.join('。')], words: [] })).toBe(left);
        },
      ),
    ));
});
