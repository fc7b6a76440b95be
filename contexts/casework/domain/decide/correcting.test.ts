import { describe, expect, it } from 'vitest';
import { answer } from '../../../../test/answer.ts';
import { by, government, housing, STORY, UNITS, words } from '../../../../test/stories.ts';
import { also, clock, state } from '../../../../test/ways.ts';
import type { MatterAction } from '../actions.ts';
import type { MatterCommand } from '../commands.ts';
import type { CorrectionError } from '../corrections.ts';

/** 撤销意见、重新作出 (lifecycle 第35号；决定 67): for what, by whom, how often. */
const correct = (who: Pick<MatterCommand, 'by' | 'at'>, as: 'unitHead' | 'superior', error: CorrectionError = 'facts'): MatterCommand => ({
  type: 'correct',
  as,
  error,
  dueOn: '2026-10-30',
  grounds: words('查得不清'),
  ...who,
});
const byUnit = (on: string, error?: CorrectionError) => correct(by(UNITS.housing, on, '王局长'), 'unitHead', error);
const byAbove = (on: string, error?: CorrectionError) => correct(government(on), 'superior', error);
const explained = STORY.delivered().map((one) => (one.type === 'OpinionIssued' ? { ...one, results: { 1: 'explained' } } : one)) as MatterAction[];
const again = (past: readonly MatterAction[], no: number, on: string) =>
  also(
    past,
    { type: 'issueOpinion', document: `document/${no}`, results: { 1: 'notSupported' }, ...housing(on) },
    { type: 'dispatch', document: `document/${no}`, paper: 'handlingOpinion', method: 'post', evidence: words('挂号信'), ...housing(on) },
    { type: 'recordDelivery', document: `document/${no}`, method: 'post', evidence: words('回执'), on: on as `${number}-${number}-${number}`, ...housing(on) },
  );

describe('更正处理意见', () => {
  it('只是写错字、日期、电话的，不撤销意见，指明去制作更正决定书；五种实质错误才撤销，错在哪里记下来', () => {
    for (const who of [byUnit, byAbove]) expect(answer(explained, who('2026-09-20', 'form'))).toContain('请在“文书”中对那份意见书点“更正”');
    for (const error of ['facts', 'basis', 'procedure', 'power', 'unjust'] as const) {
      expect(also(explained, byAbove('2026-09-20', error)).at(-1)).toMatchObject({ type: 'OpinionRevoked', by2: 'superior', error });
    }
  });

  it('承办单位自己只撤销一次，上一级也只一次；再有错的走复查，信访人不会一直等下去', () => {
    const once = again(also(explained, byUnit('2026-09-20')), 8, '2026-10-10');
    expect(state(once)).toMatchObject({ stage: 'opinionDelivered', revokedBy: ['unitHead'] });
    expect(answer(once, byUnit('2026-10-12'))).toContain('承办单位不能再自行撤销');
    expect(answer(once, byAbove('2026-10-12'))).toBe('OpinionRevoked');
    const twice = again(also(once, byAbove('2026-10-12')), 9, '2026-10-20');
    expect(state(twice)).toMatchObject({ revokedBy: ['unitHead', 'superior'] });
    expect(answer(twice, byUnit('2026-10-21'))).toContain('承办单位不能再自行撤销');
    expect(answer(twice, byAbove('2026-10-21'))).toContain('上一级已经撤销过一次');
    expect(answer(twice, { type: 'requestReview', on: '2026-10-21', grounds: words('不服'), ...by('信访人', '2026-10-21') })).toBe('ReviewRequested');
    expect(clock(twice, 'A17')).toMatchObject({ startedOn: '2026-10-20' });
  });

  it('已经送达、支持了诉求的，承办单位不能自行收回；还没有送达的可以，上一级可以；落实了的谁也不行', () => {
    expect(answer(STORY.delivered(), byUnit('2026-09-20'))).toContain('承办单位不能自行收回');
    expect(answer(STORY.delivered(), byAbove('2026-09-20'))).toBe('OpinionRevoked');
    expect(answer(STORY.decided(), byUnit('2026-09-11'))).toBe('OpinionRevoked');
    const done = also(
      STORY.delivered(),
      { type: 'reportPerformance', evidence: words('路灯修好'), ...housing('2026-09-16') },
      { type: 'verifyPerformance', answer: 'petitionerConfirms', evidence: words('电话问过'), ...by(UNITS.petition, '2026-09-17') },
    );
    for (const who of [byUnit, byAbove]) expect(answer(done, who('2026-09-18'))).toContain('支持的诉求已经落实');
  });

  it('复查开始以后，谁也不能撇开复查撤销意见；复查退回重作的，承办单位不能再自行撤销', () => {
    const reviewing = also(explained, { type: 'requestReview', on: '2026-09-20', grounds: words('不服'), ...by('信访人', '2026-09-20') });
    for (const who of [byUnit, byAbove]) expect(answer(reviewing, who('2026-09-21'))).toContain('由复查、复核机关在复查、复核意见中变更或者撤销');
    const officer = { person: '周政', card: words('周政') };
    const leader = (on: string) => by(UNITS.government, on, '方县长');
    const remanded = also(
      reviewing,
      { type: 'admitReview', accepted: true, officer, ...leader('2026-09-22') },
      { type: 'decideReview', document: 'document/5', result: 'revokeAndRemand', redoBy: '2026-11-10', grounds: words('不清'), ...leader('2026-09-25') },
      { type: 'dispatch', document: 'document/5', paper: 'reviewOpinion', method: 'post', evidence: words('挂号信'), ...leader('2026-09-25') },
      { type: 'recordDelivery', document: 'document/5', method: 'post', evidence: words('回执'), on: '2026-09-28', ...leader('2026-09-28') },
      { type: 'startHandling', handler: { person: '赵科长', card: words('赵科长') }, ...housing('2026-09-29') },
    );
    const redone = again(remanded, 8, '2026-10-10');
    expect(answer(redone, byUnit('2026-10-12'))).toContain('承办单位不能再自行撤销');
    expect(answer(redone, byAbove('2026-10-12'))).toBe('OpinionRevoked');
  });
});
