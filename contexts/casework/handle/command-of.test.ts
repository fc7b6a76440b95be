import { describe, expect, it } from 'vitest';
import type { FORMS } from '../domain/forms.ts';
import { fill } from './command-of.ts';

describe('照表收下填的', () => {
  it('只有另一种回答才问的，不收，写的字也不存', () => {
    expect(fill('checkReport', { accepted: true, grounds: '缺附件' })).toEqual({ values: { accepted: true }, notes: [] });
    expect(fill('checkReport', { accepted: false, grounds: '缺附件' }).notes).toHaveLength(1);
  });

  it('这样回答就要填的，没有填不收', () => {
    expect(() => fill('admitReview', { accepted: false })).toThrow('“不受理的理由”还没有填');
    expect(() => fill('admitReview', { accepted: true })).toThrow('“复查（复核）人员”还没有填');
  });

  it('不是清单的、太多的，说的是各自的话和怎么改', () => {
    const joint = (units: unknown) => () => fill('openJurisdictionTalks', { units, grounds: '各管一段' });
    expect(joint('qinghe/water')).toThrow('请从名录里选单位');
    expect(joint(Array.from({ length: 21 }, () => 'qinghe/water'))).toThrow('至多选二十个单位，请去掉几个');
  });

  it('不变量 5、14：提异议、引导、不予受理、不再受理，理由都要写成句；说“不”的另写去哪里、怎样救济；空格不算', () => {
    const reason = '对照职责清单，这一条不归本单位。';
    const full: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
      raiseObjection: { grounds: reason },
      guideElsewhere: { place: '县人民法院立案庭，十五日内起诉', grounds: reason },
      decline: { reason: 'outsideOwnAndSystem', remedy: '请向县自然资源局提出；不服的可以投诉', grounds: reason },
      refuseFurther: { refused: true, grounds: reason },
    };
    for (const [command, given] of Object.entries(full)) {
      const type = command as keyof typeof FORMS;
      expect(() => fill(type, given), command).not.toThrow();
      for (const name of ['grounds', 'remedy', 'place'].filter((one) => one in given)) {
        for (const said of [undefined, '', '不归', '          ']) expect(() => fill(type, { ...given, [name]: said }), `${command} ${name} ${said}`).toThrow();
      }
    }
  });
});
