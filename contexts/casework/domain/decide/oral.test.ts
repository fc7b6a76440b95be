import { describe, it } from 'vitest';
import { specify } from '#kernel/spec.ts';
import { readLaws } from '#platform/rules.ts';
import { claim, ground, housing, opening, petition, UNITS, words } from '../../../../test/stories.ts';
import type { MatterAction } from '../actions.ts';
import type { PaperKind } from '../papers.ts';
import { matterDecider } from './index.ts';

/** 口头告知: only where a local text allows it, with consent, to who came or called, and never what says no (documents 4). */
const local = readLaws({ packs: ['sample-beijing-oral-notice'] }).inForce('2026-07-20', 'sample-beijing-oral');
const here = specify(matterDecider(ground(local)));
const elsewhere = specify(matterDecider(ground()));

const accepted = (channel: 'visit' | 'letter', pack?: string): MatterAction[] => [
  { type: 'MatterOpened', ...opening('2026-07-20', { channel, ...(pack && { pack }) }), ...petition('2026-07-20') },
  { type: 'MatterClassified', ...claim, ...petition('2026-07-20') },
  { type: 'MatterReferred', assignment: 'assignment/1', to: UNITS.housing, ...petition('2026-07-21') },
  { type: 'AssignmentReceived', assignment: 'assignment/1', from: UNITS.petition, to: UNITS.housing, reportDuty: false, ...petition('2026-07-21') },
  { type: 'MatterAccepted', route: 'petitionProcedure', claims: [], ...housing('2026-07-24') },
];
const tell = (paper: PaperKind) =>
  ({ type: 'dispatch', document: 'document/1', paper, method: 'oral', evidence: words('笔录'), ...housing('2026-07-27') }) as const;

describe('口头告知', () => {
  it('条例要求书面：本地没有规定的，不能只口头告知', () => {
    elsewhere(...accepted('visit'))
      .when(tell('acceptanceNotice'))
      .thenRefused('AgainstRule');
  });

  it('本地有规定的，来访、来电的事项可以口头告知受理；来信的不行', () => {
    here(...accepted('visit'))
      .when(tell('acceptanceNotice'))
      .thenTypes('AcceptanceNoticeDispatched');
    here(...accepted('letter'))
      .when(tell('acceptanceNotice'))
      .thenRefused('AgainstRule');
  });

  it('不变量 17：说“不”的、起算期限的，都要用纸', () => {
    for (const paper of ['extensionNotice', 'conversionNotice', 'refusalNotice', 'handlingOpinion'] as const)
      here(...accepted('visit'))
        .when(tell(paper))
        .thenRefused('AgainstRule');
  });

  it('不变量 20：书面发出的不能登记为口头收到，口头告知的也不能登记为寄到', () => {
    const [first] = [tell('acceptanceNotice')];
    const sent = (method: 'post' | 'oral'): MatterAction => ({ ...first, type: 'AcceptanceNoticeDispatched', method }) as never;
    const receive = (method: 'post' | 'oral') =>
      ({ type: 'recordDelivery', document: 'document/1', method, evidence: words('回执'), on: '2026-07-28', ...housing('2026-07-28') }) as const;
    here(...accepted('visit'), sent('post'))
      .when(receive('oral'))
      .thenRefused('AgainstRule');
    here(...accepted('visit'), sent('oral'))
      .when(receive('post'))
      .thenRefused('AgainstRule');
    here(...accepted('visit'), sent('oral'))
      .when(receive('oral'))
      .thenTypes('NoticeDelivered');
  });
});
