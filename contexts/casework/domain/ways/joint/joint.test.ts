import { describe, expect, it } from 'vitest';
import { by, government, housing, petition, STORY, UNITS, water, words } from '../../../../../test/stories.ts';
import { also, clock, given, handler, state } from '../../../../../test/ways.ts';
import { answerableOrgan } from '../../matter.ts';

const talks = also(STORY.referred(), { type: 'openJurisdictionTalks', units: [UNITS.water], grounds: words('路灯在堤上'), ...housing('2026-07-27') });
const agreed = (lead: string) => also(talks, { type: 'agreeLead', lead, coUnits: [UNITS.water], record: words('商定'), ...housing('2026-07-29') });
const accept = { type: 'accept', route: 'petitionProcedure' } as const;
const jointHandling = also(
  agreed(UNITS.housing),
  { ...accept, ...housing('2026-08-03') },
  { type: 'startHandling', handler, ...housing('2026-08-03') },
  { type: 'recordInvestigation', on: '2026-08-04', staff: 2, record: words('看过'), ...housing('2026-08-04') },
  { type: 'hearPetitioner', on: '2026-08-04', refused: false, record: words('听过'), ...housing('2026-08-04') },
);
const opinion = { type: 'issueOpinion', document: 'document/2', results: { 1: 'notSupported' } } as const;

describe('多部门事项（第二十四条第一款）', () => {
  it('不变量 7、6：协商期间最先收到的单位负责，十五日告知期限不停', () => {
    expect(clock(talks, 'A31')).toMatchObject({ startedOn: '2026-07-27', legalOn: '2026-07-30' });
    expect(answerableOrgan(state(talks))).toBe(UNITS.housing);
    expect(clock(talks, 'A06')?.stoppedOn).toBeUndefined();
  });

  it('商定由收到的单位牵头：它的告知期限继续；由别的单位牵头：只有不再牵头的停', () => {
    expect(clock(agreed(UNITS.housing), 'A06')).toMatchObject({ holder: UNITS.housing });
    expect(clock(agreed(UNITS.housing), 'A06')?.stoppedOn).toBeUndefined();
    const moved = agreed(UNITS.water);
    expect(clock(moved, 'A06', 'assignment/1')).toMatchObject({ outcome: 'stopped' });
    expect(clock(moved, 'A06', 'assignment/2')).toMatchObject({ holder: UNITS.water, legalOn: '2026-08-13' });
    expect(answerableOrgan(state(moved))).toBe(UNITS.water);
    given(...moved)
      .when({ ...accept, ...water('2026-08-03') })
      .thenTypes('MatterAccepted');
  });

  it('协办意见从办结期限倒数五个工作日；协办单位没有答复、期限没过，牵头单位不能出意见', () => {
    expect(clock(jointHandling, 'A40', UNITS.water)).toMatchObject({ holder: UNITS.water, startedOn: '2026-10-02', legalOn: '2026-09-23' });
    given(...jointHandling)
      .when({ ...opinion, ...housing('2026-09-23') })
      .thenRefused('AgainstRule');
    given(...jointHandling)
      .when({ ...opinion, ...housing('2026-09-24') })
      .thenTypes('OpinionIssued');
    const answered = also(jointHandling, { type: 'submitCoUnitOpinion', opinion: words('堤防没有问题'), ...water('2026-09-10') });
    expect(clock(answered, 'A40', UNITS.water)).toMatchObject({ outcome: 'kept' });
    given(...answered)
      .when({ ...opinion, ...housing('2026-09-11') })
      .thenTypes('OpinionIssued');
    given(...jointHandling)
      .when({ type: 'submitCoUnitOpinion', opinion: words('不相干'), ...by(UNITS.town, '2026-09-10') })
      .thenRefused('NotAllowed');
  });

  it('协商不成：由共同的上一级决定，五个工作日；决定后不能再提异议', () => {
    given(...STORY.referred())
      .when({ type: 'disputeJurisdiction', views: words('各说各的'), ...housing('2026-07-27') })
      .thenRefused('AgainstRule');
    const disputed = also(talks, { type: 'disputeJurisdiction', views: words('各说各的'), ...housing('2026-07-30') });
    expect(state(disputed).stage).toBe('jurisdictionPending');
    expect(answerableOrgan(state(disputed))).toBe(UNITS.housing);
    expect(clock(disputed, 'A11')).toMatchObject({ holder: UNITS.government, legalOn: '2026-08-06' });
    given(...disputed)
      .when({ type: 'decideJurisdiction', lead: UNITS.water, grounds: words('堤上的归水利'), ...petition('2026-08-03') })
      .thenRefused('NotAllowed');
    const decided = also(disputed, {
      type: 'decideJurisdiction',
      lead: UNITS.water,
      coUnits: [UNITS.housing],
      grounds: words('堤上的归水利'),
      ...government('2026-08-03'),
    });
    expect(state(decided)).toMatchObject({ stage: 'awaitingAcceptance' });
    expect(answerableOrgan(state(decided))).toBe(UNITS.water);
    given(...decided)
      .when({ type: 'raiseObjection', grounds: words('不归我'), ...water('2026-08-04') })
      .thenRefused('AgainstRule');
  });

  it('不变量 48：换了牵头单位，六十日仍从最初收到后第十五日起算', () => {
    const late = also(agreed(UNITS.water), { ...accept, ...water('2026-08-20') });
    expect(clock(late, 'A14')).toMatchObject({ startedOn: '2026-08-08' });
  });

  it('人大机构不受理具体事项：不能定它牵头、协办，也不能由党委、政府交给它办', () => {
    const npc = 'qinghe-npc/legal';
    const opened = { type: 'openJurisdictionTalks', units: [npc], grounds: words('请人大看看'), ...housing('2026-07-28') } as const;
    given(...STORY.referred())
      .when(opened)
      .thenRefused('AgainstRule');
    const asked = also(STORY.classified(), { type: 'askLeadership', proposal: words('重大'), ...petition('2026-07-22') });
    given(...asked)
      .when({ type: 'decideAsLeadership', unit: npc, instruction: words('请人大办'), ...government('2026-07-27') })
      .thenRefused('AgainstRule');
  });

  it('没有共同上一级的，由联席会议办公室协调：不是信访部门；连共同的联席会议也没有的，先补全名录', () => {
    const talking = (unit: string) =>
      also(STORY.referred(), { type: 'openJurisdictionTalks', units: [unit], grounds: words('都涉及'), ...housing('2026-07-27') });
    const dispute = { type: 'disputeJurisdiction', views: words('各说各的'), ...housing('2026-07-30') } as const;
    const disputed = also(talking('qinghe/organization'), dispute);
    expect(disputed.at(-1)).toMatchObject({ decidingBody: 'qinghe/joint-conference', conference: true });
    expect(also(talks, dispute).at(-1)).not.toHaveProperty('conference');
    expect(clock(disputed, 'A11')).toMatchObject({ holder: 'qinghe/joint-conference', legalOn: '2026-08-06' });
    const decide = { type: 'decideJurisdiction', lead: UNITS.housing, grounds: words('由住建局牵头') } as const;
    given(...disputed)
      .when({ ...decide, ...petition('2026-08-03') })
      .thenRefused('NotAllowed');
    given(...disputed)
      .when({ ...decide, ...by('qinghe/joint-conference', '2026-08-03') })
      .thenTypes('JurisdictionDecided');
    given(...talking('haichuan/government'))
      .when(dispute)
      .thenRefused('AgainstRule');
  });
});

describe('报请党委、政府决定（第二十二条第一款第一项）', () => {
  const asked = also(STORY.classified(), { type: 'askLeadership', proposal: words('重大，建议由住建局办'), ...petition('2026-07-22') });

  it('不变量 7：报请后由本级负责，决定后转送交办期限按原日期接着算，只能交给决定的单位', () => {
    expect(state(asked).stage).toBe('awaitingLeadership');
    expect(answerableOrgan(state(asked))).toBe(UNITS.government);
    expect(clock(asked, 'A32')).toMatchObject({ holder: UNITS.government, legalOn: '2026-07-29' });
    const named = also(asked, { type: 'decideAsLeadership', unit: UNITS.housing, instruction: words('由住建局办'), ...government('2026-07-27') });
    expect(clock(named, 'A03')).toMatchObject({ legalOn: '2026-08-04' });
    expect(clock(named, 'A03')?.stoppedOn).toBeUndefined();
    given(...named)
      .when({ type: 'refer', to: UNITS.water, ...petition('2026-07-28') })
      .thenRefused('AgainstRule');
    given(...named)
      .when({ type: 'refer', to: UNITS.housing, ...petition('2026-07-28') })
      .thenTypes('MatterReferred', 'AssignmentReceived');
  });
});
