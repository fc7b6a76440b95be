import { describe, expect, it } from 'vitest';
import { addDays } from '#kernel/dates.ts';
import { answer } from '../../../../test/answer.ts';
import { also, state } from '../../../../test/ways.ts';
import { by, housing, petition, STORY, system, words } from '../../../../test/stories.ts';
import type { MatterAction } from '../actions.ts';
import { newestOf } from '../clocks.ts';
import type { MatterCommand } from '../commands.ts';

/** 送达证明（A34）: between sending and arriving somebody owes the proof; what nobody can prove counts as not delivered. */
const DOCUMENT = 'document/2';
const ask = (past: readonly MatterAction[], command: object) => answer(past, command as MatterCommand);
const then = (past: readonly MatterAction[], ...commands: object[]) => also(past, ...(commands as MatterCommand[]));
const clock = (past: readonly MatterAction[], id: 'A06' | 'A14' | 'A17' | 'A34' | 'B16', document?: string) => newestOf(state(past).clocks, id, document);

const lapse = (on: string, document = DOCUMENT) => ({ type: 'lapseDelivery', document, ...system(on) });
const send = (on: string, more: object = {}) => ({
  type: 'dispatch',
  document: DOCUMENT,
  paper: 'handlingOpinion',
  method: 'post',
  evidence: words('挂号信2'),
  ...housing(on),
  ...more,
});
const receive = (on: string, at: string) => ({ type: 'recordDelivery', document: DOCUMENT, method: 'post', evidence: words('回执'), on, ...housing(at) });

describe('到期没有送达凭证（A34）', () => {
  const sent = STORY.dispatched('2026-09-10');
  const due = clock(sent, 'A34', DOCUMENT)!.legalOn;
  const lapsed = then(sent, lapse(addDays(due, 1)));

  it('到期那天还不算，次日按没有送到处理：回到待发出，办结期限按原到期日接着走，复查期限不起算', () => {
    expect(due).toBe('2026-09-28'); // 9月25日起是中秋假期，顺延到28日
    expect(ask(sent, lapse(due))).toContain('送达凭证的期限还没有届满');
    expect(lapsed.at(-1)).toEqual({ type: 'DeliveryFailed', document: DOCUMENT, paper: 'handlingOpinion', unproven: true, ...system('2026-09-29') });
    expect(state(lapsed).stage).toBe('opinionIssued');
    expect([clock(sent, 'A14')?.outcome, clock(lapsed, 'A14')?.stoppedOn]).toEqual(['kept', undefined]);
    expect(clock(lapsed, 'A14')?.legalOn).toBe(clock(sent, 'A14')?.legalOn);
    expect([clock(lapsed, 'A17'), clock(lapsed, 'A34', DOCUMENT)?.outcome]).toEqual([undefined, 'late']);
    expect(ask(lapsed, lapse('2026-09-30'))).toContain('已经按没有送到处理'); // a second run does nothing
  });

  it('已经送到的、退回的，不再按没有送到处理', () => {
    expect(ask(then(sent, receive('2026-09-14', '2026-09-15')), lapse('2026-12-01'))).toContain('已经登记送达');
    const returned = then(sent, { type: 'reportDeliveryFailed', document: DOCUMENT, grounds: words('退回'), ...housing('2026-09-20') });
    expect(ask(returned, lapse('2026-12-01'))).toContain('这份文书上次没有送到');
  });

  it('公告挂着的时候等的是公告期满，不因为没有回执按没有送到处理', () => {
    const posted = then(sent, { type: 'postPublicNotice', document: DOCUMENT, place: words('镇政府公告栏'), ...housing('2026-09-18') });
    expect([clock(posted, 'A34', DOCUMENT)?.outcome, clock(posted, 'B16', DOCUMENT)?.stoppedOn]).toEqual(['stopped', undefined]);
    expect(ask(posted, lapse('2026-10-10'))).toContain('送达凭证的期限还没有届满');
    const deemed = then(posted, { type: 'deemDelivered', document: DOCUMENT, ...system('2026-10-20') });
    expect(state(deemed).stage).toBe('opinionDelivered');
  });

  it('不变量 10：凭证后到的，发出日是当初登记的那天，办结不算超期；复查期限从补登那天起算，不从更早的收到那天', () => {
    const proven = then(lapsed, send('2026-10-20', { late: true }), receive('2026-09-14', '2026-10-20'));
    expect(proven.slice(-2)).toMatchObject([
      { type: 'OpinionDispatched', method: 'post', on: '2026-09-10' },
      { type: 'OpinionDelivered', on: '2026-09-14', termFrom: '2026-10-20' },
    ]);
    expect(state(proven).stage).toBe('opinionDelivered');
    expect(clock(proven, 'A14')).toMatchObject({ stoppedOn: '2026-09-10', outcome: 'kept' });
    expect(clock(proven, 'A17')).toMatchObject({ startedOn: '2026-10-20' });
    expect(clock(proven, 'A17')!.legalOn >= '2026-11-19').toBe(true);
  });

  it('只有到期没有凭证的才可以补登；送达日期仍在发出和今天之间；重新发出的照常从重新发出算', () => {
    expect(ask(sent, send('2026-09-20', { late: true }))).toContain('不能重复登记');
    const returned = then(sent, { type: 'reportDeliveryFailed', document: DOCUMENT, grounds: words('退回'), ...housing('2026-09-20') });
    expect(ask(returned, send('2026-09-21', { late: true }))).toContain('才可以补登凭证');
    expect(ask(lapsed, receive('2026-09-14', '2026-10-20'))).toContain('补登送达');
    const again = then(lapsed, send('2026-10-20', { late: true }));
    expect(ask(again, receive('2026-09-09', '2026-10-20'))).toContain('送达日期早于发出日期（2026-09-10）');
    expect(ask(again, receive('2026-10-21', '2026-10-20'))).toContain('送达日期晚于今天');
    const anew = then(lapsed, send('2026-09-30'), receive('2026-10-09', '2026-10-09'));
    expect(clock(anew, 'A14')).toMatchObject({ stoppedOn: '2026-09-30', outcome: 'kept' });
    expect(clock(anew, 'A17')?.startedOn).toBe('2026-10-09');
  });

  it('没有联系方式、公布在查询码下的：信访人很久以后才打开，也算收到，复查期限从打开那天起；发文的仍是原单位，别的文书信访人发不了', () => {
    const unknown = sent.map((action): MatterAction => {
      if (action.type === 'MatterOpened') return { ...action, contactKnown: false };
      return action.type === 'OpinionDispatched' ? { ...action, method: 'queryCode' } : action;
    });
    const forgotten = then(unknown, lapse('2026-10-20'));
    const opening = { person: '信访人', unit: '信访人' };
    const opened = { ...send('2026-11-02', { late: true, method: 'queryCode' }), by: opening };
    const read = { ...receive('2026-11-02', '2026-11-02'), method: 'queryCode', by: opening };
    const arrived = then(forgotten, opened, read);
    expect(clock(arrived, 'A17')?.startedOn).toBe('2026-11-02');
    expect(state(arrived).papers[DOCUMENT]).toMatchObject({ by: housing('2026-11-02').by.unit, on: '2026-09-10', state: 'delivered' });
    expect(ask(unknown, opened)).toContain('不能重复登记');
    for (const past of [STORY.decided('2026-09-10'), lapsed])
      expect(ask(past, { ...send('2026-11-02', { late: true }), by: opening })).toContain('由作出决定的单位发出');
  });

  it('撤回期间到期的，反悔以后重新有那么多天拿凭证；撤回期间公告的，反悔以后等的是公告期满', () => {
    const withdrawn = then(
      STORY.handling(),
      { type: 'requestWithdrawal', statement: words('不想办了'), ...by('信访人', '2026-08-10') },
      { type: 'confirmWithdrawal', answer: 'free', record: words('电话问过，自愿'), publicInterest: false, ...petition('2026-08-11') },
    );
    expect(state(withdrawn).stage).toBe('withdrawn');
    const undo = { type: 'undoWithdraw', statement: words('还是要办'), ...by('信访人', '2026-09-08') };
    const back = then(withdrawn, undo);
    expect(clock(back, 'A34', 'document/1')).toMatchObject({ legalOn: '2026-08-18', reopenedOn: '2026-09-08' });
    expect(ask(back, lapse('2026-09-23', 'document/1'))).toContain('送达凭证的期限还没有届满');
    expect(ask(back, lapse('2026-09-24', 'document/1'))).toBe('DeliveryFailed');
    const hung = then(withdrawn, { type: 'postPublicNotice', document: 'document/1', place: words('公告栏'), ...housing('2026-08-12') }, undo);
    expect(clock(hung, 'A34', 'document/1')?.outcome).toBe('stopped');
    expect(ask(hung, lapse('2026-12-01', 'document/1'))).toContain('送达凭证的期限还没有届满');
  });

  it('信访部门公布的去向告知书，信访人很久以后才打开：还是信访部门发的，去向的告知不算超期', () => {
    const unknown = STORY.referred().map((action): MatterAction => (action.type === 'MatterOpened' ? { ...action, contactKnown: false } : action));
    const notice = { document: 'document/9', paper: 'destinationNotice', method: 'queryCode' };
    const posted = then(unknown, { ...send('2026-07-24', notice), ...petition('2026-07-24') });
    const forgotten = then(posted, lapse('2026-08-11', 'document/9'));
    const opening = { person: '信访人', unit: '信访人' };
    const arrived = then(
      forgotten,
      { ...send('2026-08-20', { ...notice, late: true }), by: opening },
      { ...receive('2026-08-20', '2026-08-20'), document: 'document/9', method: 'queryCode', by: opening },
    );
    expect(arrived.slice(-2).map(({ type }) => type)).toEqual(['DestinationNoticeDispatched', 'NoticeDelivered']);
    expect(state(arrived).papers['document/9']).toMatchObject({ by: petition('2026-07-24').by.unit, on: '2026-07-24', state: 'delivered' });
  });

  it('告知书也一样：受理告知没有凭证的，十五日的书面告知按原到期日重新欠着', () => {
    const notified = STORY.handling();
    expect(clock(notified, 'A06')?.outcome).toBe('kept');
    const unproven = then(notified, lapse(addDays(clock(notified, 'A34', 'document/1')!.legalOn, 1), 'document/1'));
    expect(clock(unproven, 'A06')).toMatchObject({ legalOn: clock(notified, 'A06')?.legalOn });
    expect(clock(unproven, 'A06')?.stoppedOn).toBeUndefined();
    expect(state(unproven).stage).toBe('inProgress');
  });
});
