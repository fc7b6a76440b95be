import { describe, expect, it } from 'vitest';
import { answer } from '../../../../../test/answer.ts';
import { by, government, ground, organs, STORY, UNITS, words } from '../../../../../test/stories.ts';
import { also, clock, state } from '../../../../../test/ways.ts';
import type { MatterAction } from '../../actions.ts';
import type { MatterCommand } from '../../commands.ts';
import { matterDecider } from '../../decide/index.ts';
import type { Matter } from '../../matter.ts';
import { requestConditions } from './requesting.ts';

/** 重新办理的同时还可以请求复核 (第三十六条第一款): until which day, of which opinion, and before which organ. */
const grounds = words('理由');
const petitioner = (date: string) => by('信访人', date, '信访人');
const officer = { person: '周政', card: grounds };
const then = (past: readonly MatterAction[], ...commands: object[]) => also(past, ...(commands as MatterCommand[]));
const reviewed = (more: object): MatterAction[] =>
  then(
    STORY.delivered(),
    { type: 'requestReview', on: '2026-09-30', grounds, ...petitioner('2026-09-30') },
    { type: 'admitReview', accepted: true, officer, ...government('2026-10-09') },
    { type: 'decideReview', document: 'document/5', grounds, ...more, ...government('2026-10-20') },
    { type: 'dispatch', document: 'document/5', paper: 'reviewOpinion', method: 'post', evidence: grounds, ...government('2026-10-20') },
    { type: 'recordDelivery', document: 'document/5', method: 'post', evidence: grounds, on: '2026-10-23', ...government('2026-10-23') },
  );
const remanded = reviewed({ result: 'revokeAndRemand', redoBy: '2026-12-01' });
const request = (type: 'requestReview' | 'requestRecheck', on: string, more: object = {}) =>
  ({ type, on, grounds, ...petitioner(on), ...more }) as MatterCommand;

describe('发回重新办理的同时请求复核', () => {
  it('复核的权利照走三十日：最后一天还可以，第二天不可以；期限内交邮、第二天才到的可以，有正当理由的可以', () => {
    expect(state(remanded).stage).toBe('inProgress');
    expect(clock(remanded, 'A19')).toMatchObject({ targetOn: '2026-11-22', legalOn: '2026-11-23' }); // the 22nd is a Sunday
    expect(answer(remanded, request('requestRecheck', '2026-11-23'))).toBe('RecheckRequested');
    expect(answer(remanded, request('requestRecheck', '2026-11-24'))).toContain('申请复核的期限已于2026-11-23届满');
    expect(answer(remanded, request('requestRecheck', '2026-11-24', { postmarkOn: '2026-11-23' }))).toBe('RecheckRequested');
    expect(answer(remanded, request('requestRecheck', '2026-11-24', { excuse: grounds }))).toBe('RecheckRequested');
  });

  it('只有发回的复查意见、还没有复核过、新的意见还没有作出，才可以', () => {
    const redoing = state(remanded);
    const { legalOn } = clock(remanded, 'A19')!;
    const says = (more: Partial<Matter>, today = legalOn) =>
      requestConditions.requestRecheck({ matter: { ...redoing, ...more }, unit: '信访人', person: '信访人', organs, today })?.message ?? '可以';
    const no = '本件正在重新办理';
    expect(says({})).toBe('可以');
    expect(says({}, '2026-11-24')).toBe('可以'); // whether it is late is asked of the request
    const opinion = { ...redoing.review!.opinion!, result: 'uphold' as const };
    expect(says({ review: { ...redoing.review!, opinion } })).toContain(no);
    expect(says({ recheck: { ...redoing.review!, opinion } })).toContain(no); // rechecked already, and upheld
    expect(says({ clocks: {} })).toContain(no);
    const stopped = Object.fromEntries(Object.entries(redoing.clocks).map(([key, one]) => [key, one.clock === 'A19' ? { ...one, stoppedOn: legalOn } : one]));
    expect(says({ clocks: stopped })).toContain(no);
  });

  it('重新作出的意见一出，前一份的复核权利就止，以新意见的复查为准', () => {
    const other = { person: '赵科长', card: grounds };
    const housing = (date: string) => by(UNITS.housing, date, '赵科长');
    const redone = then(
      remanded,
      { type: 'startHandling', handler: other, ...housing('2026-10-26') },
      { type: 'issueOpinion', document: 'document/6', results: { 1: 'explained' }, ...housing('2026-11-02') },
    );
    expect(answer(redone, request('requestRecheck', '2026-11-03'))).toMatch(/^WrongStage /);
    expect(clock(redone, 'A19')).toMatchObject({ outcome: 'stopped' });
  });
});

describe('没有写向谁提出的，向意见书上写明的机关提出', () => {
  const named = (past: MatterAction[], type: MatterAction['type'], more: object) =>
    past.map((action) => (action.type === type ? { ...action, ...more } : action)) as MatterAction[];

  it('复查：意见书上写的是第二个有权的机关，就是它；写错了的，向第一个提出', () => {
    const at = (reviewOrgan: string) => then(named(STORY.delivered(), 'OpinionIssued', { reviewOrgan }), request('requestReview', '2026-09-30')).at(-1);
    expect(at('linshui/housing')).toMatchObject({ organ: 'linshui/housing' });
    expect(at(UNITS.government)).toMatchObject({ organ: UNITS.government });
    expect(at(UNITS.water)).toMatchObject({ organ: UNITS.government });
  });

  it('复核：复查意见书上写的一样算', () => {
    const two = {
      ...organs,
      reviewOrgansOf: (unit: string) => (unit === UNITS.government ? ['linshui/government', 'haichuan/government'] : organs.reviewOrgansOf(unit)),
    };
    const decider = matterDecider({ ...ground(), organs: two });
    const at = (recheckOrgan: string) => {
      const past = named(reviewed({ result: 'uphold' }), 'ReviewOpinionIssued', { recheckOrgan });
      return decider.decide(request('requestRecheck', '2026-10-30'), state(past)).at(-1);
    };
    expect(at('haichuan/government')).toMatchObject({ organ: 'haichuan/government' });
    expect(at('linshui/government')).toMatchObject({ organ: 'linshui/government' });
    expect(at(UNITS.water)).toMatchObject({ organ: 'linshui/government' });
  });
});
