import { describe, expect, it } from 'vitest';
import { replay } from '#kernel/decider.ts';
import { specify } from '#kernel/spec.ts';
import { decider, housing, petition, STORY, suggestion, system, UNITS, words } from '../../../../test/stories.ts';
import type { MatterAction } from '../actions.ts';
import { newestOf } from '../clocks.ts';

const given = specify(decider);
const state = (...actions: MatterAction[]) => replay(decider, actions);
const also = (past: readonly MatterAction[], command: Parameters<typeof decider.decide>[0]) => [...past, ...decider.decide(command, state(...past))];

const reported = (date: string) => ({ type: 'reportPerformance', evidence: words('灯已修好，照片三张'), ...housing(date) }) as const;
const asked = (answer: 'petitionerConfirms' | 'petitionerDenies', date: string) =>
  ({ type: 'verifyPerformance', answer, evidence: words('电话问过'), ...petition(date) }) as const;

describe('落实、办结、归档', () => {
  it('支持的诉求由办理单位以外的人向信访人核实；信访人说没落实，退回去按原来的日期算', () => {
    const past = also(STORY.delivered(), reported('2026-09-20'));
    given(...past)
      .when({ ...asked('petitionerConfirms', '2026-09-21'), ...housing('2026-09-21') })
      .thenRefused('NotAllowed');
    const denied = also(past, asked('petitionerDenies', '2026-09-21'));
    expect(state(...denied).performance).toBe('owed');
    expect(newestOf(state(...denied).clocks, 'A27')).toMatchObject({ legalOn: '2026-09-30' });
    expect(newestOf(state(...denied).clocks, 'A27')?.stoppedOn).toBeUndefined();
    const verified = also(also(denied, reported('2026-09-28')), asked('petitionerConfirms', '2026-09-29'));
    expect(newestOf(state(...verified).clocks, 'A27')).toMatchObject({ outcome: 'kept' });
  });

  it('不变量 38：卷宗缺一样都归不了档；期限没走完也归不了', () => {
    const performed = also(also(STORY.delivered(), reported('2026-09-20')), asked('petitionerConfirms', '2026-09-21'));
    const lapsed = also(also(performed, { type: 'lapseTerm', ...system('2026-10-15') }), { type: 'lapseTerm', ...system('2026-10-21') });
    expect(state(...lapsed).stage).toBe('concluded');
    const archive = { type: 'archive', archiveNo: 'J021-ZY·XF·01·2026·Y-0001', ...housing('2026-11-30') } as const;
    given(...lapsed)
      .when(archive)
      .thenRefused('AgainstRule'); // the notice of acceptance has no proof of delivery yet
    const proven = also(lapsed, {
      type: 'recordDelivery',
      document: 'document/1',
      method: 'post',
      evidence: words('回执'),
      on: '2026-08-06',
      ...housing('2026-11-01'),
    });
    given(...proven)
      .when(archive)
      .thenTypes('MatterArchived');
    const withoutHearing = proven.filter(({ type }) => type !== 'PetitionerHeard');
    given(...withoutHearing)
      .when(archive)
      .thenRefused('AgainstRule');
  });

  it('不变量 57：办结报告以报送的日期为准，审核多久都不算在办理单位', () => {
    const assigned: MatterAction[] = [
      ...STORY.classified('2026-07-20'),
      { type: 'MatterAssigned', assignment: 'assignment/1', to: UNITS.housing, dueOn: { A16: '2026-09-30' }, ...petition('2026-07-24') },
      {
        type: 'AssignmentReceived',
        assignment: 'assignment/1',
        from: UNITS.petition,
        to: UNITS.housing,
        reportDuty: true,
        dueOn: { A16: '2026-09-30' },
        ...petition('2026-07-24'),
      },
    ];
    const report = { type: 'reportCompletion', report: words('办结报告') } as const;
    const late = also(also(assigned, { ...report, ...housing('2026-09-30') }), { type: 'checkReport', accepted: true, ...petition('2026-11-20') });
    expect(newestOf(state(...late).clocks, 'A16')).toMatchObject({ outcome: 'kept', stoppedOn: '2026-09-30' });
    const returned = also(also(assigned, { ...report, ...housing('2026-09-29') }), {
      type: 'checkReport',
      accepted: false,
      grounds: words('缺附件'),
      ...petition('2026-10-05'),
    });
    expect(newestOf(state(...returned).clocks, 'A16')).toMatchObject({ legalOn: '2026-09-30' });
    expect(newestOf(state(...returned).clocks, 'A16')?.stoppedOn).toBeUndefined();
  });

  it('建议的答复送达即办结，不走复查；有贡献的另有奖励的期限', () => {
    const past: MatterAction[] = [
      ...STORY.referred().map((action) => (action.type === 'MatterClassified' ? { ...action, ...suggestion } : action)),
      { type: 'MatterAccepted', route: null, claims: [{ no: 1, text: words('错峰计价') }], ...housing('2026-08-03') },
      { type: 'HandlingStarted', handler: { person: '李兰', card: words('卡') }, noInterest: true, ...housing('2026-08-03') },
    ];
    expect(state(...past).stage).toBe('studying');
    const replied = also(past, {
      type: 'replySuggestion',
      document: 'document/3',
      adopted: 'partly',
      contribution: true,
      grounds: words('部分采纳'),
      ...housing('2026-08-20'),
    });
    const sent = also(replied, {
      type: 'dispatch',
      document: 'document/3',
      paper: 'suggestionReply',
      method: 'post',
      evidence: words('挂号信'),
      ...housing('2026-08-20'),
    });
    given(...sent)
      .when({ type: 'recordDelivery', document: 'document/3', method: 'post', evidence: words('回执'), on: '2026-08-24', ...housing('2026-08-25') })
      .thenTypes('SuggestionReplyDelivered', 'MatterConcluded');
    expect(newestOf(state(...sent).clocks, 'A44')?.stoppedOn).toBeUndefined();
  });

  it('依法履行职责的，答复送达即办结，没有处理意见和复查', () => {
    const past: MatterAction[] = [
      ...STORY.referred(),
      { type: 'MatterAccepted', route: 'dutyPerformance', claims: [{ no: 1, text: words('查处违建') }], ...housing('2026-08-03') },
      { type: 'HandlingStarted', handler: { person: '李兰', card: words('卡') }, noInterest: true, ...housing('2026-08-03') },
    ];
    expect(newestOf(state(...past).clocks, 'A14')).toBeUndefined();
    expect(newestOf(state(...past).clocks, 'A33')).toBeDefined();
    given(...past)
      .when({ type: 'issueOpinion', document: 'document/2', results: { 1: 'explained' }, ...housing('2026-08-10') })
      .thenRefused('AgainstRule');
    const replied = also(past, { type: 'replyDuty', document: 'document/3', performed: true, grounds: words('已责令拆除'), ...housing('2026-08-20') });
    const sent = also(replied, {
      type: 'dispatch',
      document: 'document/3',
      paper: 'dutyReply',
      method: 'post',
      evidence: words('挂号信'),
      ...housing('2026-08-20'),
    });
    expect(newestOf(state(...sent).clocks, 'A33')).toMatchObject({ outcome: 'kept' });
    given(...sent)
      .when({ type: 'recordDelivery', document: 'document/3', method: 'post', evidence: words('回执'), on: '2026-08-24', ...housing('2026-08-25') })
      .thenTypes('DutyReplyDelivered', 'MatterConcluded');
  });
});
