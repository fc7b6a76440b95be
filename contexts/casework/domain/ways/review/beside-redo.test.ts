import { describe, expect, it } from 'vitest';
import { answer } from '../../../../../test/answer.ts';
import { by, government, ground, laws, organs, STORY, UNITS, words } from '../../../../../test/stories.ts';
import { also, clock, state } from '../../../../../test/ways.ts';
import type { MatterAction } from '../../actions.ts';
import type { MatterCommand } from '../../commands.ts';
import { matterDecider } from '../../decide/index.ts';
import { newestOf } from '../../clocks.ts';
import { answerableOrgan, type Matter } from '../../matter.ts';
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

  it('不变量 16、50：复核不能只撤销责令重新作出的复查意见，那样信访人什么答复也没有；维持、再责令重新作出都可以', () => {
    const asked = then(remanded, request('requestRecheck', '2026-11-10'));
    const above = (date: string) => by(state(asked).recheck!.organ, date, '复核的人');
    const rechecking = then(asked, { type: 'admitReview', accepted: true, officer: { person: '陆清晏', card: grounds }, ...above('2026-11-11') });
    const says = (more: object) =>
      answer(rechecking, { type: 'decideRecheck', document: 'document/9', grounds, ...more, ...above('2026-11-20') } as MatterCommand);
    expect(says({ result: 'revoke' })).toContain('什么答复也没有');
    expect(says({ result: 'uphold', redoBy: '2026-12-20' })).toBe('RecheckOpinionIssued');
    expect(says({ result: 'revokeAndRemand', redoBy: '2026-12-20' })).toBe('RecheckOpinionIssued');
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

describe('发回重新办理的同时请求的复核，没有受理，或者撤回了（决定 67）', () => {
  const redoBy = clock(remanded, 'A37')!.legalOn; // 2026-12-01
  const requested = then(remanded, request('requestRecheck', '2026-10-30'));
  const asks = (on: string) => ({ type: 'requestWithdrawal', statement: grounds, ...petitioner(on) });
  const callBack = (on: string, unit: string = UNITS.petition) => ({
    type: 'confirmWithdrawal',
    answer: 'free',
    record: grounds,
    publicInterest: false,
    ...by(unit, on, '回访人'),
  });
  const withdrawn = then(requested, asks('2026-11-02'), callBack('2026-11-03'));
  const law = { ...laws.inForce('2026-07-20'), grounds: [{ act: 'refuseReview', code: 'notPetitioner', article: '地方条例第四十三条' }] };
  const local = matterDecider(ground(law as never));
  const refused = (on: string) => {
    const admit = { type: 'admitReview', accepted: false, ground: 'notPetitioner', grounds, ...by('linshui/government', on, '市里的人') } as MatterCommand;
    return state(requested.concat(local.decide(admit, state(requested, local))), local);
  };

  it('不变量 7、47：请求复核时重新办理的期限停下；没有受理的，按原来的日期接着走', () => {
    expect(clock(requested, 'A37')).toMatchObject({ stoppedBy: 'RecheckRequested' });
    const back = refused('2026-11-03');
    expect(back.stage).toBe('inProgress');
    expect(newestOf(back.clocks, 'A37')).toMatchObject({ legalOn: redoBy, reopenedOn: '2026-11-03' });
    expect(newestOf(back.clocks, 'A37')).not.toHaveProperty('stoppedOn');
    expect(newestOf(back.clocks, 'A37')).not.toHaveProperty('withdrawnMeanwhile');
    expect(newestOf(refused('2026-12-02').clocks, 'A37')).toMatchObject({ legalOn: redoBy, withdrawnMeanwhile: true }); // nobody could make it meanwhile
  });

  it('撤回的只是复核申请：本件不办结，重新办理按原来的日期接着走，三十日内可以再请求复核', () => {
    expect(withdrawn.at(-1)).toMatchObject({ type: 'RecheckRequestWithdrawn', until: '2026-12-03' });
    const now = state(withdrawn);
    expect(now).toMatchObject({ stage: 'inProgress', handlingUnit: UNITS.housing });
    for (const gone of ['recheck', 'withdrawal', 'performance'] as const) expect(now[gone], gone).toBeUndefined();
    expect(answerableOrgan(now)).toBe(UNITS.housing);
    expect(clock(withdrawn, 'A37')).toMatchObject({ legalOn: redoBy });
    expect(clock(withdrawn, 'A37')).not.toHaveProperty('stoppedOn');
    expect(clock(withdrawn, 'A20')).toMatchObject({ outcome: 'stopped', stoppedOn: '2026-11-03' });
    expect(clock(withdrawn, 'A19')).toMatchObject({ legalOn: '2026-12-03' }); // the 30 days to think it over end later than the old term
    expect(clock(withdrawn, 'A39')).toBeUndefined();
    expect(answer(withdrawn, request('requestRecheck', '2026-12-03'))).toBe('RecheckRequested');
    expect(answer(withdrawn, request('requestRecheck', '2026-12-04'))).toContain('申请复核的期限已于2026-12-03届满');
  });

  it('回访确认以后发撤回确认书（F56）：写的是可以再请求复核的最后一天，重新办理照常进行；没有撤回过的、又请求了的不能发', () => {
    const send = (on: string) => ({
      type: 'dispatch',
      document: 'document/9',
      paper: 'withdrawalConfirmation',
      method: 'post',
      evidence: grounds,
      ...by(UNITS.petition, on),
    });
    expect(answer(withdrawn, send('2026-11-03') as MatterCommand)).toBe('WithdrawalConfirmationDispatched');
    expect(answer(remanded, send('2026-11-03') as MatterCommand)).toContain('现在还不能发出撤回确认书');
    expect(answer(requested, send('2026-11-03') as MatterCommand)).toContain('现在还不能发出撤回确认书');
    const again = then(withdrawn, request('requestRecheck', '2026-11-10'));
    expect(answer(again, send('2026-11-11') as MatterCommand)).toContain('现在还不能发出撤回确认书');
    expect(state(withdrawn).review).toMatchObject({ recheckWithdrawn: { requestedOn: '2026-11-02', confirmedOn: '2026-11-03' } });
  });

  it('复核机关、承办单位自己都不能回访确认；再请求、再撤回，重新办理的日期始终不变', () => {
    const asked = then(requested, asks('2026-11-02'));
    expect(answer(asked, callBack('2026-11-03', UNITS.housing) as MatterCommand)).toMatch(/^NotAllowed/);
    expect(answer(asked, callBack('2026-11-03', 'linshui/government') as MatterCommand)).toMatch(/^(NotAllowed|AgainstRule)/);
    const twice = then(withdrawn, request('requestRecheck', '2026-11-10'), asks('2026-11-11'), callBack('2026-11-12'));
    expect(clock(twice, 'A37')).toMatchObject({ legalOn: redoBy });
    expect(clock(twice, 'A37')).not.toHaveProperty('stoppedOn');
  });

  it('复核中定下的听证随申请了结，重新办理照样可以作出新的意见', () => {
    const city = (on: string) => by('linshui/government', on, '市里的人');
    const hearing = then(
      requested,
      { type: 'admitReview', accepted: true, officer: { person: '钱处', card: grounds }, ...city('2026-10-31') },
      { type: 'decideHearing', ground: 'complex', grounds, ...city('2026-11-01') },
      asks('2026-11-02'),
      callBack('2026-11-03'),
    );
    expect(state(hearing).hearings).toMatchObject([{ instance: 'recheck', state: 'cancelled' }]);
    expect(Object.values(state(hearing).clocks).filter(({ clock: id, stoppedOn }) => !stoppedOn && ['A20', 'A21', 'E06'].includes(id))).toEqual([]);
    const other = by(UNITS.housing, '2026-11-04', '赵科长');
    const redone = then(
      hearing,
      { type: 'startHandling', handler: { person: '赵科长', card: grounds }, ...other },
      { type: 'issueOpinion', document: 'document/6', results: { 1: 'explained' }, ...other },
    );
    expect(state(redone).stage).toBe('opinionIssued');
  });

  it('不是在重新办理的同时请求的，照旧：撤回复核，三十日内可以反悔，期满办结；支持的照样要落实', () => {
    const upheld = then(reviewed({ result: 'uphold' }), request('requestRecheck', '2026-10-30'), asks('2026-11-02'), callBack('2026-11-03'));
    expect(state(upheld)).toMatchObject({ stage: 'withdrawn', performance: 'owed' });
    expect(clock(upheld, 'A27')).not.toHaveProperty('stoppedOn');
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
