import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writtenIn } from './kept-words.ts';
import { ASKS, type AskAbout } from './messages.ts';
import { OFFICE, toldTo } from './told.ts';

/** Every whole sentence that stands in the rules which can turn down what was said on the portal, its gaps filled. */
const RULES = [
  'contexts/casework/domain/**/*.ts',
  'contexts/evaluation/domain/*.ts',
  'contexts/supervision/domain/*.ts',
  'apps/server/messages*.ts',
  'platform/act.ts',
];
const SENTENCES = globSync(RULES)
  .filter((path) => !path.includes('.test.'))
  .flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/['`]([^'`\n]*[一-龥][^'`\n]*。)['`]/g)].map(([, said]) => said!.replaceAll(/\$\{[^}]*\}/g, '某')),
  );

describe('退回给来件人的话', () => {
  it('没有一句叫人刷新、登记、找管理员；每一句都说了接着怎么办', () => {
    expect(SENTENCES.length).toBeGreaterThan(200);
    for (const sentence of SENTENCES) {
      for (const about of [undefined, ...ASKS] as (AskAbout | undefined)[]) {
        const told = toldTo(sentence, about ? 'ask' : 'supplement', about);
        expect(told, sentence).not.toMatch(OFFICE);
        expect(told, sentence).toMatch(/可以|请|不需要|不用|不必|等|照常|照样/);
        expect(told, sentence).toMatch(/。$/);
      }
    }
  });

  it('环节不对的，说现在走到哪、接着怎么办；已经写给本人的，一字不改', () => {
    expect(toldTo('本件现在是“办理中”，不能请求复查。请刷新页面，看现在该做什么。', 'review')).toBe(
      '您这件现在是“办理中”，您提的这一项现在办不了。您写的都在。意见书上写着可以向哪里提出、最迟哪天；弄不清的，打下面的电话问。',
    );
    expect(toldTo('本件现在是“已办结”，不能登记撤回申请。有新的事实或者理由的，请作为新的事项登记。', 'ask', 'withdraw')).toBe(
      '您这件现在是“已办结”，您提的这一项现在办不了。有新的事实或者理由的，可以从首页重新提出。',
    );
    expect(toldTo('名录中没有该单位以外可以受理投诉的机关。请联系系统管理员设定，或者向上一级信访部门反映。', 'complaint')).toBe(
      '按现在的规定，您提的这一项办不了。您写的都在。请打下面的电话，或者向上一级信访部门反映，会有人告诉您交给谁。',
    );
    const own = '评价可以改一次，您已经改过了。有新的意见，请用“投诉”告诉我们。';
    expect(toldTo(own, 'rating')).toBe(own);
  });

  it('门户自己的词和页面里没有“刷新”', () => {
    const own = globSync(['apps/portal/src/**/*.{ts,tsx}', 'contexts/intake/portal/**/*.ts', 'contexts/transparency/**/*.ts']).filter(
      (path) => !path.includes('.test.'),
    );
    expect(own.length).toBeGreaterThan(80);
    for (const path of own) {
      const said = [...readFileSync(path, 'utf8').matchAll(/'([^'\n]*刷新[^'\n]*)'/g)].map(([text]) => text);
      expect(said, path).toEqual([]);
    }
  });

  it('没收下的一页，写过的字都拿得回来；选项、暗号、身份证号不再显示', () => {
    const form = { _csrf: 'x', code: '8G6 7K3MQ 9XD2P', wish: 'copy', text: '路灯不亮', claim: ['修好', ' '], idNumber: '110101199001011234', named: 'yes' };
    expect(writtenIn(form)).toEqual(['路灯不亮', '修好']);
    expect(writtenIn({ phone: '13900001234', representatives: '3', agreed: 'yes', parts: 'a b' })).toEqual(['13900001234', '3']);
    expect(writtenIn(undefined)).toEqual([]);
  });
});
