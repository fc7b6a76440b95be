import { describe, expect, it } from 'vitest';
import { answer } from '../../../../test/answer.ts';
import { also } from '../../../../test/ways.ts';
import { by, claim, housing, opening, petition, STORY, suggestion, system, UNITS, words } from '../../../../test/stories.ts';
import type { MatterAction } from '../actions.ts';
import type { MatterCommand } from '../commands.ts';

/** Papers on their way, and the end of a matter: what goes out follows a decision, what arrives is proven, what is closed is whole. */
const grounds = words('理由');
const ask = (past: readonly MatterAction[], command: object) => answer(past, command as MatterCommand);
const then = (past: readonly MatterAction[], ...commands: object[]) => also(past, ...(commands as MatterCommand[]));
const send = (paper: string, who: object, more: object = {}) => ({
  type: 'dispatch',
  document: 'document/9',
  paper,
  method: 'post',
  evidence: grounds,
  ...who,
  ...more,
});
const receive = (document: string, on: string, at = on, more: object = {}) => ({
  type: 'recordDelivery',
  document,
  method: 'post',
  evidence: grounds,
  on,
  ...housing(at),
  ...more,
});
const direct = (channel: 'visit' | 'letter' = 'letter', more: object = {}): MatterAction[] => [
  { type: 'MatterOpened', ...opening('2026-07-20', { channel, receivedBy: UNITS.housing, isPetitionDept: false, ...more }), ...housing('2026-07-20') },
  { type: 'MatterClassified', ...claim, ...housing('2026-07-20') },
];

describe('发出（第二十三条、第三十五条；不变量 20）', () => {
  it('没有作出的决定不能先告知', () => {
    const early: readonly (readonly [string, string])[] = [
      ['handlingOpinion', '现在还不能发出'],
      ['suggestionReply', '现在还不能发出'],
      ['nonAcceptanceNotice', '现在还不能发出'],
      ['routeNotice', '现在还不能发出'],
      ['reviewOpinion', '现在还不能发出'],
      ['refusalNotice', '现在还不能发出'],
      ['conversionNotice', '本件没有从简易程序转为普通程序'],
      ['extensionNotice', '延期告知书随延期一并发出'],
      ['destinationNotice', '本单位没有转送、交办本件'],
    ];
    for (const [paper, why] of early) expect(ask(STORY.handling(), send(paper, housing('2026-08-10'))), paper).toContain(why);
    expect(ask(STORY.referred(), send('acceptanceNotice', housing('2026-07-27')))).toContain('还没有受理，不能发出受理告知书');
    expect(ask(STORY.accepted(), send('acceptanceNotice', housing('2026-08-03')))).toBe('AcceptanceNoticeDispatched');
    expect(ask(STORY.referred(), send('destinationNotice', petition('2026-07-24')))).toBe('DestinationNoticeDispatched');
  });

  it('发的是现行的那一份；发过的不重复，没送到的可以再发', () => {
    expect(ask(STORY.decided(), send('handlingOpinion', housing('2026-09-10')))).toContain('这不是本件现行的处理意见书');
    const opinion = send('handlingOpinion', housing('2026-09-10'), { document: 'document/2' });
    expect(ask(STORY.decided(), opinion)).toBe('OpinionDispatched');
    expect(then(STORY.decided(), opinion).at(-1)).toMatchObject({ dueOn: { A27: '2026-09-30' } });
    expect(ask(STORY.accepted(), { ...send('acceptanceNotice', housing('2026-08-03')), told: { A14: '2026-10-08' } })).toBe('AcceptanceNoticeDispatched');
    expect(ask(STORY.handling(), send('acceptanceNotice', housing('2026-08-10'), { document: 'document/1' }))).toContain('这份文书已经发出，不能重复登记');
    const failed = then(STORY.dispatched(), { type: 'reportDeliveryFailed', document: 'document/2', grounds, ...housing('2026-09-20') });
    expect(ask(failed, { ...opinion, ...housing('2026-09-21') })).toBe('OpinionDispatched');
  });

  it('答复函、履行职责答复书也只发现行的', () => {
    const studying: MatterAction[] = [
      ...STORY.referred().map((action) => (action.type === 'MatterClassified' ? { ...action, ...suggestion } : action)),
      { type: 'MatterAccepted', route: null, claims: [{ no: 1, text: grounds }], ...housing('2026-08-03') },
      { type: 'HandlingStarted', handler: { person: '李兰', card: grounds }, noInterest: true, ...housing('2026-08-03') },
      { type: 'SuggestionReplyIssued', document: 'document/3', adopted: 'partly', contribution: false, grounds, ...housing('2026-08-20') },
    ];
    expect(ask(studying, send('suggestionReply', housing('2026-08-20')))).toContain('这不是本件的答复函');
    expect(ask(studying, send('dutyReply', housing('2026-08-20')))).toContain('这不是本件的履行职责答复书');
    const sent = then(studying, send('suggestionReply', housing('2026-08-20'), { document: 'document/3' }));
    expect(ask(sent, receive('document/3', '2026-08-24'))).toBe('SuggestionReplyDelivered MatterConcluded');
  });

  it('不变量 52：引导告知单只给直接收到的、不归本单位本系统的', () => {
    const slip = (who: object, reason?: string) => send('guidanceSlip', who, reason ? { reason } : {});
    expect(ask(direct(), slip(housing('2026-07-22'), 'outsideOwnAndSystem'))).toBe('GuidanceDispatched');
    expect(ask(direct(), slip(housing('2026-07-22')))).toContain('请选择引导的理由');
    expect(ask(STORY.classified(), slip(petition('2026-07-22'), 'outsideOwnAndSystem'))).toContain('信访部门只能引导来访反映涉法涉诉事项的群众，请用');
  });

  it('不变量 20：没有同意的不能电子送达；有联系方式的不能只公布', () => {
    const notice = (method: string) => send('acceptanceNotice', housing('2026-08-03'), { method });
    expect(ask(STORY.accepted(), notice('电话'))).toContain('请选择送达方式');
    expect(ask(STORY.accepted(), notice('electronic'))).toContain('信访人没有同意电子送达');
    expect(ask(STORY.accepted(), notice('queryCode'))).toContain('信访人有联系方式，应当书面送达');
    const consented = then(STORY.accepted(), { type: 'consentElectronic', consented: true, ...housing('2026-08-03') });
    expect(ask(consented, notice('electronic'))).toBe('AcceptanceNoticeDispatched');
  });
});

describe('送达（不变量 10、47）', () => {
  it('送达的日子在发出和今天之间；送到了不能再改，没送到的先重新发出', () => {
    expect(ask(STORY.handling(), receive('document/8', '2026-09-14'))).toContain('这份文书还没有登记发出');
    for (const [on, at, said] of [
      ['2026-09-09', '2026-09-14', '送达日期早于发出日期（2026-09-10）'],
      ['2026-09-10', '2026-09-14', 'OpinionDelivered'],
      ['2026-09-14', '2026-09-14', 'OpinionDelivered'],
      ['2026-09-15', '2026-09-14', '送达日期晚于今天'],
    ] as const)
      expect(ask(STORY.dispatched(), receive('document/2', on, at)), on).toContain(said);
    expect(ask(STORY.delivered(), receive('document/2', '2026-09-15'))).toContain('这份文书已经登记送达');
    const failed = then(STORY.dispatched(), { type: 'reportDeliveryFailed', document: 'document/2', grounds, ...housing('2026-09-20') });
    expect(ask(failed, receive('document/2', '2026-09-21'))).toContain('这份文书上次没有送到，请先重新发出');
    expect(ask(failed, { type: 'postPublicNotice', document: 'document/2', place: grounds, ...housing('2026-09-21') })).toContain('请先重新发出');
  });

  it('信访人打开查询码只算收到公布在下面的；别的由发出的单位登记', () => {
    const opened = { by: { person: '信访人', unit: '信访人' } };
    expect(ask(STORY.dispatched(), receive('document/2', '2026-09-14', '2026-09-14', opened))).toMatch(/NotAllowed|凭码打开才算收到/);
    const unknown = STORY.accepted().map((action) => (action.type === 'MatterOpened' ? { ...action, contactKnown: false } : action));
    const posted = then(unknown, send('acceptanceNotice', housing('2026-08-03'), { method: 'queryCode' }));
    expect(ask(posted, receive('document/9', '2026-08-05', '2026-08-05', { ...opened, method: 'queryCode' }))).toContain('Delivered');
    expect(ask(posted, receive('document/9', '2026-08-05', '2026-08-05', { ...opened, method: 'post' }))).toContain('凭码打开才算收到');
  });

  it('公告满三十日的次日才视为送达；没有公告过的不能', () => {
    const deem = (date: string) => ({ type: 'deemDelivered', document: 'document/2', ...system(date) });
    expect(ask(STORY.dispatched(), deem('2026-12-01'))).toContain('公告期还没有届满');
    const posted = then(STORY.dispatched(), { type: 'postPublicNotice', document: 'document/2', place: grounds, ...housing('2026-09-11') });
    expect(ask(posted, deem('2026-10-12'))).toContain('公告期还没有届满'); // 10月11日是周日，顺延到12日
    expect(then(posted, deem('2026-10-13')).slice(-2)).toMatchObject([
      { type: 'DeemedDelivered' },
      { type: 'OpinionDelivered', on: '2026-10-12', method: 'publicNotice' },
    ]);
  });

  it('不变量 20：公告送达不能由人登记为已送达：满三十日由系统视为送达，复查期限从那天起', () => {
    const posted = then(STORY.dispatched(), { type: 'postPublicNotice', document: 'document/2', place: grounds, ...housing('2026-09-11') });
    for (const past of [STORY.dispatched(), posted])
      expect(ask(past, receive('document/2', '2026-09-12', '2026-09-14', { method: 'publicNotice' }))).toContain('公告满三十日的次日');
  });

  it('不变量 10、20：公告以后退回、又重新发出的，先前的公告不再算；重新公告的，从重新公告起满三十日', () => {
    const deem = (date: string) => ({ type: 'deemDelivered', document: 'document/2', ...system(date) });
    const post = (date: string) => ({ type: 'postPublicNotice', document: 'document/2', place: grounds, ...housing(date) });
    const again = then(
      STORY.dispatched(),
      post('2026-09-11'),
      { type: 'reportDeliveryFailed', document: 'document/2', grounds, ...housing('2026-09-20') },
      { type: 'dispatch', document: 'document/2', paper: 'handlingOpinion', method: 'post', evidence: grounds, ...housing('2026-10-20') },
    );
    expect(ask(again, deem('2026-10-21'))).toContain('先前的公告不再算');
    const reposted = then(again, post('2026-10-22'));
    expect(ask(reposted, deem('2026-11-23'))).toContain('公告期还没有届满'); // 11月21日是周六，顺延到23日
    expect(then(reposted, deem('2026-11-24')).slice(-1)).toMatchObject([{ type: 'OpinionDelivered', on: '2026-11-23' }]);
  });

  it('没有联系方式的才在查询码下公布状态；当场没有告知的，只对当场收到的登记', () => {
    expect(ask(STORY.accepted(), { type: 'postStatus', told: grounds, ...housing('2026-08-03') })).toContain('信访人有联系方式，应当书面送达');
    const unknown = STORY.accepted().map((action) => (action.type === 'MatterOpened' ? { ...action, contactKnown: false } : action));
    expect(ask(unknown, { type: 'postStatus', told: grounds, ...housing('2026-08-03') })).toBe('StatusPosted');
    const told = then(unknown, { type: 'changeContact', parties: grounds, contactKnown: true, ...by('信访人', '2026-08-04', '信访人') });
    expect(ask(told, { type: 'postStatus', told: grounds, ...housing('2026-08-05') })).toBe('StatusPosted'); // A48 is owed still, and can be kept
    expect(
      ask(then(told, { type: 'postStatus', told: grounds, ...housing('2026-08-05') }), { type: 'postStatus', told: grounds, ...housing('2026-08-06') }),
    ).toContain('书面送达');
    expect(ask(direct(), { type: 'recordToldLater', grounds, ...housing('2026-07-20') })).toContain('本件不需要当场书面告知');
  });
});

describe('期满、办结、归档（第三十五条、不变量 38、50）', () => {
  const lapse = (date: string) => ({ type: 'lapseTerm', ...system(date) });
  const explained = (): MatterAction[] =>
    STORY.delivered().map((action) => {
      if (action.type !== 'OpinionIssued') return action;
      const { dueOn: _, performingUnit: __, ...rest } = action;
      return { ...rest, results: { 1: 'explained' as const } };
    });

  it('复查期限当天没有届满，次日期满；邮寄余量过完才了结；没有要落实的随之办结', () => {
    expect(ask(explained(), lapse('2026-10-14'))).toContain('申请复查的期限还没有届满。第三十五条');
    expect(ask(explained(), lapse('2026-10-15'))).toBe('ReviewTermEnded');
    const ended = then(explained(), lapse('2026-10-15'));
    expect(ask(ended, lapse('2026-10-20'))).toContain('邮寄在途的余量还没有过完');
    expect(ask(ended, lapse('2026-10-21'))).toBe('ReviewTermLapsed MatterConcluded');
    const owed = then(STORY.delivered(), lapse('2026-10-15'));
    expect(ask(owed, lapse('2026-10-21'))).toBe('ReviewTermLapsed');
  });

  it('办结的理由与本件相符；没有落实、没有期满的不能办结', () => {
    const performed = then(
      STORY.delivered(),
      { type: 'reportPerformance', evidence: grounds, ...housing('2026-09-20') },
      { type: 'verifyPerformance', answer: 'petitionerConfirms', evidence: grounds, ...petition('2026-09-25') },
    );
    const conclude = (reason: string) => ({ type: 'conclude', reason, ...housing('2026-10-25') });
    expect(ask(performed, conclude('noReviewInTime'))).toMatch(/^WrongStage/);
    const lapsed = then(STORY.delivered(), lapse('2026-10-15'), lapse('2026-10-21'));
    expect(ask(lapsed, conclude('noReviewInTime'))).toContain('支持的诉求还没有核实落实');
    const routed = then(STORY.referred(), {
      type: 'routeToProcedure',
      route: 'litigation',
      organ: grounds,
      term: grounds,
      reviewer: '法制员',
      grounds,
      ...housing('2026-08-03'),
    });
    expect(ask(routed, { ...conclude('otherProcedureEnded'), ...housing('2026-09-01') })).toContain('其他程序结束后，请在“跟踪其他程序”中登记结果');
  });

  it('不变量 38：缺什么不能归档；期限没有了结的不能归档；齐了就归', () => {
    const archive = { type: 'archive', archiveNo: 'J021', ...by(UNITS.housing, '2026-11-20') };
    const done = then(explained(), lapse('2026-10-15'), lapse('2026-10-21'));
    expect(
      ask(
        done.filter(({ type }) => type !== 'InvestigationRecorded'),
        archive,
      ),
    ).toContain('卷宗还缺：调查核实和听取陈述的记录');
    const said = ask(done, archive);
    expect(said).toMatch(/^MatterArchived$|还有期限没有了结/);
    const direct = { type: 'MatterDeclined', reason: 'alreadyAcceptedBelow', remedy: grounds, grounds, ...housing('2026-07-27') } as const;
    expect(ask([...STORY.referred(), direct], archive)).toContain('卷宗还缺：受理（或者不予受理、引导、合并）告知');
  });
});
