import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay } from '#kernel/decider.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { words } from '../../../test/stories.ts';
import { arrived, classified, county, decider, given, opened, petition, SEAL, transferred } from '../testing-line.ts';
import { REPORT_POSTS, type ReportPost, type ReportRecipient, type SealedAction } from './actions.ts';
import { newestOf } from './clocks.ts';
import { showsContent } from './permissions.ts';

/** 第三十条第二款: to whom, when, and to nobody else (A28, A29, F55). */
const organization: ReportRecipient = { post: 'organization', unit: 'qinghe/organization' };
const secretary: ReportRecipient = { post: 'secretary', unit: 'qinghe/party-committee', person: '书记' };
const leader: ReportRecipient = { post: 'organizationLeader', unit: 'qinghe/organization', person: '部长' };
const flag = (kind: 'report' | 'major', date = '2026-09-18') => ({ type: 'flagCadre', kind, ...petition(date) }) as const;
const send = (kind: 'report' | 'major', recipients: readonly ReportRecipient[]) =>
  ({ type: 'sendReport', kind, recipients, isOutside: true, said: words('通报'), no: '清密报〔2026〕1号', ...SEAL, ...petition('2026-09-21') }) as const;
const flagged: SealedAction = { type: 'CadreProblemFlagged', ...petition('2026-09-18') };
const majorFlagged: SealedAction = { type: 'MajorCadreProblemFlagged', ...petition('2026-09-18') };
const sent: SealedAction = {
  type: 'CadreReportSent',
  recipients: [organization],
  said: words('通报'),
  no: '清密报〔2026〕1号',
  ...SEAL,
  ...petition('2026-09-21'),
};
const clock = (id: ClockId, ...past: SealedAction[]) => newestOf(replay(decider, past).clocks, id);

describe('干部问题的通报和报送（第三十条第二款）', () => {
  it('确认了被反映人，才能确定；确定以后 A28 五个工作日、A29 一个工作日，报送满足', () => {
    given(opened).when(flag('report')).thenRefused('WrongStage');
    given(opened, classified).when(flag('report')).then(flagged);
    given(opened, classified, flagged).when(flag('report')).thenRefused('AgainstRule');
    expect(clock('A28', opened, classified, flagged)).toMatchObject({ startedOn: '2026-09-18', legalOn: '2026-09-24' });
    expect(clock('A29', opened, classified, majorFlagged)).toMatchObject({ startedOn: '2026-09-18', legalOn: '2026-09-20' }); // a Sunday that is worked
    expect(clock('A28', opened, classified, flagged, sent)).toMatchObject({ stoppedOn: '2026-09-21', outcome: 'kept' });
  });

  it('移送、签收以后照样走：通报是信访部门另外欠的', () => {
    expect(clock('A28', opened, classified, flagged, transferred, ...arrived().slice(3))?.stoppedOn).toBeUndefined();
  });

  it('没有确定的、名录里没有组织部门的、收件人由被反映人领导的，都送不出去', () => {
    given(opened, classified)
      .when(send('report', [organization]))
      .thenRefused('AgainstRule');
    given(opened, classified, flagged).when(send('report', [])).thenRefused('AgainstRule');
    given(opened, classified, flagged)
      .when({ ...send('report', [organization]), isOutside: false })
      .thenRefused('AgainstRule');
    given(opened, classified, flagged)
      .when(send('report', [organization]))
      .then(sent);
    given(opened, classified, majorFlagged)
      .when(send('major', [secretary, leader]))
      .thenTypes('MajorCadreReportSent');
  });

  it('不变量 28：收件人只能正好是法定的那几位，多一个、少一个、换一个都不行', () => {
    const recipients = fc.uniqueArray(fc.constantFrom(...(Object.keys(REPORT_POSTS) as ReportPost[])), { minLength: 1 });
    const kind = fc.constantFrom('report' as const, 'major' as const);
    fc.assert(
      fc.property(kind, recipients, (which, posts) => {
        const lawful = which === 'report' ? 'organization' : 'organizationLeader,secretary';
        const asked = send(
          which,
          posts.map((post) => ({ post, unit: 'qinghe/organization' })),
        );
        const then = given(opened, classified, flagged, majorFlagged).when(asked);
        if ([...posts].sort().join() === lawful) then.thenTypes(which === 'report' ? 'CadreReportSent' : 'MajorCadreReportSent');
        else then.thenRefused('AgainstRule');
      }),
    );
  });

  it('收件人清点一致才签收，各签各的，只签一次', () => {
    const receive = { type: 'receiveReport', report: 0, post: 'organization', ...SEAL, ...county('2026-09-22') } as const;
    const received: SealedAction = { type: 'CadreReportReceived', report: 0, post: 'organization', ...county('2026-09-22') };
    given(opened, classified, flagged, sent).when(receive).then(received);
    given(opened, classified, flagged, sent)
      .when({ ...receive, pages: 3 })
      .thenRefused('AgainstRule');
    given(opened, classified, flagged, sent)
      .when({ ...receive, post: 'secretary' })
      .thenRefused('NotFound');
    given(opened, classified, flagged, sent, received).when(receive).thenRefused('AgainstRule');
  });
});

it('不变量 28：移交以后信访部门看不到内容；移交以前就欠着通报的，到报送为止；移交以后再确定的，不能借此重看', () => {
  const seat = { side: 'triage', organ: 'qinghe/petition' } as const;
  const sees = (...past: SealedAction[]) => showsContent(seat, replay(decider, past));
  const [, , , ...receipt] = arrived();
  expect(sees(opened, classified, transferred)).toBe(true);
  expect(sees(opened, classified, transferred, ...receipt)).toBe(false);
  expect(sees(opened, classified, flagged, transferred, ...receipt)).toBe(true);
  expect(sees(opened, classified, flagged, transferred, ...receipt, sent)).toBe(false);
  expect(sees(opened, classified, transferred, ...receipt, { ...flagged, ...petition('2026-09-28') } as SealedAction)).toBe(false);
});
