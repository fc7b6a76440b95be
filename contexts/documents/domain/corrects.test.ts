import { describe, expect, it } from 'vitest';
import { replay } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import { housing, words } from '../../../test/stories.ts';
import type { PaperAction } from './actions.ts';
import { paperDecider, type PaperCommand } from './decide.ts';
import { evolve, none } from './paper.ts';
import { SAMPLES } from '../render/samples.ts';

/** 成文、退回、更正：一份文书出了错，走哪条路. */
const issue = {
  code: 'F02',
  number: '清住建收〔2026〕9号',
  series: { word: '清住建收', year: 2026, n: 9 },
  organ: 'qinghe/housing',
  organName: '清和县住房和城乡建设局',
  issuedOn: '2026-09-28',
  template: 'F02/1',
  content: words('内容'),
  check: 'ABCD',
  verify: '0123456789ABCDEF',
  corrects: null,
} as const;
const day = housing('2026-09-28');
const numbered = (code: 'F02' | 'F08' | 'F23' | 'F14' = 'F02'): PaperAction => ({ type: 'DocumentNumbered', document: 'document/1', ...issue, code, ...day });
const rendering = { document: 'document/1', file: words('文件'), hash: 'f'.repeat(64), bytes: 9, pages: 3, ...day };
const sealed: PaperAction = { type: 'DocumentSealed', ...rendering };
const dispatched: PaperAction = { type: 'PaperDispatched', document: 'document/1', method: 'post', evidence: words('凭证'), ...day };
const voided: PaperAction = { type: 'DocumentVoided', document: 'document/1', grounds: words('打错了'), ...day };
const back = { type: 'reportReturned', document: 'document/1', grounds: words('查无此人'), ...day } as const;
const voiding = { type: 'void', document: 'document/1', grounds: words('打错了'), ...day } as const;

const decide = (past: readonly PaperAction[], command: PaperCommand) =>
  paperDecider.decide(command, replay({ initial: none, evolve }, past as Parameters<typeof evolve>[1][]));
function why(past: readonly PaperAction[], command: PaperCommand): string {
  try {
    decide(past, command);
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'allowed';
}

describe('成文、退回', () => {
  it('成文记下文件、校验值、页数', () => expect(decide([numbered()], { type: 'seal', ...rendering })).toEqual([sealed]));

  it('发出以后退回的，记为什么；没有发出的、已经退回的，没有可退的', () => {
    expect(decide([numbered(), sealed, dispatched], back)).toEqual([{ ...back, type: 'PaperReturned' }]);
    expect(why([numbered(), sealed], back)).toContain('WrongStage 这份文书已成文，待发出，现在不能这样办。请先登记发出和凭证');
    expect(why([numbered(), sealed, dispatched, { ...back, type: 'PaperReturned' }], back)).toContain('请换一种方式重新发出');
  });

  it('没有这份文书的，说没有', () => {
    for (const command of [back, voiding, { type: 'seal', ...rendering } as const])
      expect(why([], command), command.type).toContain('NotFound 本件没有这份文书');
  });
});

describe('更正', () => {
  const correct = (corrects: string | null): PaperCommand => ({ ...issue, type: 'number', values: SAMPLES.F02, corrects, ...day });

  it('更正的是本件里没有作废的一份；不是更正的照常取号', () => {
    expect(why([numbered()], correct('document/9'))).toContain('NotFound 要更正的那份文书不在本件中');
    expect(why([numbered(), voided], correct('document/1'))).toContain('AgainstRule 那份文书已经作废');
    expect(decide([numbered(), sealed], correct('document/1'))).toMatchObject([{ type: 'DocumentNumbered', document: 'document/2', corrects: 'document/1' }]);
    expect(decide([numbered(), voided], correct(null))).toMatchObject([{ type: 'DocumentNumbered', document: 'document/2' }]);
  });

  it('不变量 35：同一份文书只更正一次：第二份不取号，说第一份是哪一份、接下来怎么办；作废了第一份的、更正那份更正的，可以', () => {
    const first: PaperAction = { ...numbered(), document: 'document/2', code: 'F59', number: '清住建更〔2026〕1号', corrects: 'document/1' } as PaperAction;
    const sent: PaperAction[] = [{ ...sealed, document: 'document/2' } as PaperAction, { ...dispatched, document: 'document/2' } as PaperAction];
    const again = correct('document/1');
    expect(why([numbered(), first], again)).toBe(
      'AgainstRule 这份文书已经有一份《更正决定书》（清住建更〔2026〕1号），不能再出一份，以免两份说法不一。那一份还没有发出：写错了的，请先作废它，再重新起草。',
    );
    expect(why([numbered(), first, ...sent], again)).toContain('那一份里还有错的，请更正那一份。');
    expect(why([numbered(), first, { ...voided, document: 'document/2' } as PaperAction], again)).toBe('allowed');
    expect(why([numbered(), first, ...sent], correct('document/2'))).toBe('allowed');
  });

  it.each([
    ['意见撤销', 'F23', { type: 'OpinionRevoked', document: 'document/1' }],
    ['上级撤销退回', 'F23', { type: 'MatterRemanded', revoked: 'document/1' }],
    ['不予受理以后重新打开', 'F08', { type: 'MatterReopened' }],
  ] as const)('改过笔误的文书，后来%s的，还能再出一份撤销的决定书，也只一份', (_, code, taken) => {
    const wrong = numbered(code);
    const first: PaperAction = { ...numbered(), document: 'document/2', code: 'F59', corrects: 'document/1' } as PaperAction;
    const back = { ...taken, ...day } as unknown as PaperAction;
    expect(why([wrong, first, back], correct('document/1'))).toBe('allowed');
    expect(why([wrong, first, back, { ...first, document: 'document/3' } as PaperAction], correct('document/1'))).toContain('已经有一份《更正决定书》');
  });

  it('撤销的是另一份意见、重新打开的不是它了结的：改过的还是只改一次', () => {
    const first: PaperAction = { ...numbered(), document: 'document/2', code: 'F59', corrects: 'document/1' } as PaperAction;
    for (const other of [{ type: 'OpinionRevoked', document: 'document/9' }, { type: 'MatterReopened' }])
      expect(why([numbered(), first, { ...other, ...day } as unknown as PaperAction], correct('document/1'))).toContain('已经有一份《更正决定书》');
  });

  it('取号时决定已经作出的，作废以前说先做什么：意见书先更正意见，别的照常发出', () => {
    expect(why([numbered('F23')], voiding)).toContain('请先在事项中“更正处理意见”');
    expect(why([numbered('F14')], voiding)).toContain('请照常发出；确有错误的，发出后另发更正决定书');
    expect(decide([numbered()], voiding)).toEqual([voided]);
  });
});

it('缺的栏目没有条文依据的，只说缺什么', () => {
  const { code, ...rest } = issue;
  expect(why([], { ...rest, code, type: 'number', values: {}, ...day })).toContain('还不能取号，缺：');
});

it('不变量 10：发出那一天就送到的，可以登记；没有凭证的发出、送达，各说各的', () => {
  const deliver = (evidence: Readonly<Record<string, string>>): PaperCommand => ({
    type: 'recordDelivery',
    document: 'document/1',
    evidence,
    kept: words('回执'),
    on: '2026-09-28',
    ...day,
  });
  expect(why([numbered(), sealed, dispatched], deliver({}))).toContain('没有凭证不能登记送达');
  expect(why([numbered(), sealed], { type: 'dispatch', document: 'document/1', method: 'post', evidence: {}, kept: words('x'), ...day })).toContain(
    '没有凭证不能登记发出',
  );
});
