import { describe, expect, it } from 'vitest';
import { replay } from '#kernel/decider.ts';
import type { Law } from '#kernel/law.ts';
import { answer } from '../../../../../test/answer.ts';
import { government, ground, housing, laws, organs, STORY, UNITS, words } from '../../../../../test/stories.ts';
import { state } from '../../../../../test/ways.ts';
import type { MatterAction } from '../../actions.ts';
import type { MatterCommand } from '../../commands.ts';
import { matterDecider } from '../../decide/index.ts';
import type { Matter } from '../../matter.ts';
import { requestConditions } from './requesting.ts';

/** 什么时候可以请求复查、复核，什么时候不行；本地规定允许延长的，延长多少. */
const grounds = words('理由');
const delivered = state(STORY.delivered());
const opinion = { document: 'd', result: 'uphold' } as unknown as NonNullable<NonNullable<Matter['review']>['opinion']>;
const round = (more: object) => ({ organ: UNITS.government, ...more }) as NonNullable<Matter['review']>;
const says = (type: 'requestReview' | 'requestRecheck', more: Partial<Matter>, from: Matter = delivered) =>
  requestConditions[type]({ matter: { ...from, ...more }, unit: '信访人', person: '信访人', organs, today: '2026-09-30' })?.message ?? '可以';

describe('请求复查（第三十五条）', () => {
  it('有送达的处理意见才有；还没有的，说没有', () => {
    expect(says('requestReview', {})).toBe('可以');
    expect(says('requestReview', {}, state(STORY.decided()))).toContain('本件没有可以复查的处理意见');
  });

  it('正在执行的：三十日过了没有复查过的，有正当理由还可以提；没有过的、复查过的不可以', () => {
    expect(says('requestReview', { stage: 'performing', lapsed: true })).toBe('可以');
    expect(says('requestReview', { stage: 'performing', lapsed: false })).toContain('不能再请求复查');
    expect(says('requestReview', { stage: 'performing', lapsed: true, review: round({ opinion }) })).toContain('不能再请求复查');
    expect(says('requestReview', { stage: 'performing', lapsed: true, review: round({}) })).toBe('可以'); // asked, and no opinion came of it
  });

  it('上面没有机关的，说清楚', () => {
    expect(says('requestReview', { handlingUnit: 'haichuan/government' })).toContain('名录中没有再上一级的机关，不能请求复查');
    const { handlingUnit: _, ...nobody } = delivered;
    expect(says('requestReview', {}, nobody)).toContain('名录中没有再上一级的机关');
  });
});

describe('请求复核（第三十六条）', () => {
  const reviewed = round({ opinion, deliveredOn: '2026-10-23' });

  it('复查意见送达以后才有；上面没有机关的没有', () => {
    expect(says('requestRecheck', {})).toContain('还没有送达的复查意见');
    expect(says('requestRecheck', { review: round({ opinion }) })).toContain('还没有送达的复查意见');
    expect(says('requestRecheck', { review: reviewed })).toBe('可以');
    expect(says('requestRecheck', { review: { ...reviewed, organ: 'haichuan/government' } })).toContain('不能请求复核');
  });

  it('正在执行的：没有复核过、期限过了的，有正当理由还可以提；复核过的，是最后的意见', () => {
    const performing = { stage: 'performing', review: reviewed } as const;
    expect(says('requestRecheck', { ...performing, lapsed: true })).toBe('可以');
    expect(says('requestRecheck', { ...performing, lapsed: false })).toContain('复核意见是最后的意见');
    expect(says('requestRecheck', { ...performing, lapsed: true, recheck: round({ opinion }) })).toContain('复核意见是最后的意见');
    expect(says('requestRecheck', { ...performing, lapsed: true, recheck: round({}) })).toBe('可以');
  });

  it('正在重新办理的，没有发回过就没有可以复核的', () =>
    expect(says('requestRecheck', { stage: 'inProgress', review: reviewed })).toContain('本件正在重新办理'));
});

describe('延长复查、复核：只有本地规定允许（证据 T）', () => {
  const national = laws.inForce('2026-05-11');
  const law: Law = { ...national, terms: { ...national.terms, C05: { ...national.terms.A18!, length: { days: 30 } } } }; // 北京 2006 §50, where an operator answers for it
  const local = matterDecider(ground(law));
  const most = 30;
  const request = {
    type: 'requestReview',
    on: '2026-09-30',
    grounds,
    by: { person: '信访人', unit: '信访人' },
    at: government('2026-09-30').at,
  } as MatterCommand;
  const admit = { type: 'admitReview', accepted: true, officer: { person: '周政', card: grounds }, ...government('2026-10-09') } as MatterCommand;
  const under = [request, admit].reduce<MatterAction[]>((past, command) => past.concat(local.decide(command, replay(local, past))), STORY.delivered());
  const extend = (days: number, more: object = {}) =>
    ({ type: 'extendReview', days, grounds, document: 'document/6', method: 'post', evidence: grounds, ...government('2026-10-20'), ...more }) as MatterCommand;

  it('全国没有这样的规定：不能延长', () => expect(answer(under, extend(5))).toContain('没有规定复查、复核可以延长'));

  it('本地允许的：一天到上限，整数，一次；同时发出告知', () => {
    expect([answer(under, extend(1), local), answer(under, extend(most), local)]).toEqual(Array(2).fill('ReviewExtended ExtensionNoticeDispatched'));
    for (const days of [0, -1, 1.5, most + 1]) expect(answer(under, extend(days), local), String(days)).toContain(`延长期限不得超过${most}日`);
    const once = under.concat(local.decide(extend(5), replay(local, under)));
    expect(answer(once, extend(5), local)).toContain('至多延长一次');
  });

  it('记下延长的是复查的期限、几天、怎么告知；告知了日期的记日期', () => {
    const [extended, notice] = local.decide(extend(5), replay(local, under));
    expect(extended).toMatchObject({ type: 'ReviewExtended', days: 5, part: 'A18' });
    expect(notice).toMatchObject({ type: 'ExtensionNoticeDispatched', document: 'document/6', paper: 'extensionNotice', method: 'post' });
    expect(notice).not.toHaveProperty('told');
    expect(local.decide(extend(5, { told: { A18: '2026-11-13' } }), replay(local, under))[1]).toMatchObject({ told: { A18: '2026-11-13' } });
  });

  it('承办单位不能延长别人的复查', () => expect(answer(under, extend(5, housing('2026-10-20')), local)).toMatch(/^NotAllowed /));
});
