import { describe, expect, it } from 'vitest';
import { replay } from '#kernel/decider.ts';
import { specify } from '#kernel/spec.ts';
import type { Law } from '#kernel/law.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { by, decider, government, ground, housing, laws, petition, STORY, system, UNITS, words } from '../../../../../test/stories.ts';
import { matterDecider } from '../../decide/index.ts';
import { newestOf } from '../../clocks.ts';
import { answerableOrgan } from '../../matter.ts';
import type { MatterAction } from '../../actions.ts';

const given = specify(decider);
const state = (...actions: MatterAction[]) => replay(decider, actions);
const petitioner = (date: string) => by('信访人', date, '信访人');
const CITY = 'linshui/government';
const city = (date: string) => by(CITY, date, '钱江');
const officer = { person: '周政', card: words('周政，法规股股长') };

const asked = (on: PlainDate = '2026-09-30', more: object = {}): MatterAction[] => [
  ...STORY.delivered(),
  { type: 'ReviewRequested', organ: UNITS.government, on, grounds: words('没有修好'), ...more, ...petitioner(on) },
];
const reviewing = (): MatterAction[] => [...asked(), { type: 'ReviewAccepted', officer, noInterest: true, ...government('2026-10-09') }];
const reviewed = (result: 'uphold' | 'change' | 'revoke' | 'revokeAndRemand', more: object = {}): MatterAction[] => [
  ...reviewing(),
  { type: 'ReviewOpinionIssued', document: 'document/5', result, grounds: words('理由'), recheckOrgan: CITY, ...more, ...government('2026-10-20') },
  { type: 'ReviewOpinionDispatched', document: 'document/5', paper: 'reviewOpinion', method: 'post', evidence: words('挂号信5'), ...government('2026-10-20') },
];
const receive = (document: string, on: PlainDate) => ({ type: 'recordDelivery', document, method: 'post', evidence: words('回执'), on }) as const;

describe('请求复查（第三十五条）', () => {
  const request = (on: PlainDate, more: object = {}) => ({ type: 'requestReview', on, grounds: words('没有修好'), ...more, ...petitioner(on) }) as const;

  it('收到处理意见书三十日内请求，交原办理单位的上一级；期限里的最后一天也算', () => {
    given(...STORY.delivered())
      .when(request('2026-10-14'))
      .then({ type: 'ReviewRequested', organ: UNITS.government, on: '2026-10-14', grounds: words('没有修好'), ...petitioner('2026-10-14') });
    given(...STORY.delivered())
      .when(request('2026-10-15'))
      .thenRefused('TooLate');
  });

  it('邮戳在期限内的不算逾期；有正当理由的，写明后仍可以请求', () => {
    given(...STORY.delivered())
      .when(request('2026-10-19', { postmarkOn: '2026-10-14' }))
      .thenTypes('ReviewRequested');
    given(...STORY.delivered())
      .when(request('2026-10-19', { postmarkOn: '2026-10-15' }))
      .thenRefused('TooLate');
    given(...STORY.delivered())
      .when(request('2026-10-19', { excuse: words('住院') }))
      .thenTypes('ReviewRequested');
  });

  it('县级部门的意见，可以请求上级主管部门复查，也可以请求本级政府；别的机关不行', () => {
    given(...STORY.delivered())
      .when(request('2026-09-30', { organ: 'linshui/housing' }))
      .thenTypes('ReviewRequested');
    given(...STORY.delivered())
      .when(request('2026-09-30', { organ: UNITS.water }))
      .thenRefused('AgainstRule');
  });

  it('窗口可以登记交来的书面申请；不相干的单位不能', () => {
    given(...STORY.delivered())
      .when({ ...request('2026-09-30'), ...petition('2026-09-30') })
      .thenTypes('ReviewRequested');
    given(...STORY.delivered())
      .when({ ...request('2026-09-30'), ...by(UNITS.water, '2026-09-30') })
      .thenRefused('NotAllowed');
  });

  it('V10：九月五日请求，三十日到十月五日，顺延到十月八日', () => {
    const past = STORY.delivered('2026-09-04');
    const matter = state(...past, { type: 'ReviewRequested', organ: UNITS.government, on: '2026-09-05', grounds: words('一'), ...petitioner('2026-09-05') });
    expect(newestOf(matter.clocks, 'A18')).toMatchObject({ startedOn: '2026-09-05', targetOn: '2026-10-05', legalOn: '2026-10-08', holder: UNITS.government });
    expect(newestOf(matter.clocks, 'A17')?.outcome).toBe('kept');
    expect(answerableOrgan(matter)).toBe(UNITS.government);
  });
});

describe('受理复查申请（第五十七号）', () => {
  const refuse = { type: 'admitReview', accepted: false, ground: 'lateWithoutExcuse', grounds: words('没有理由') } as const;

  it('条例没有规定不受理；只有证据为原文的地方规定才可以', () => {
    given(...asked())
      .when({ ...refuse, ...government('2026-10-09') })
      .thenRefused('AgainstRule');
    const law = laws.inForce('2026-11-20');
    const shandong: Law = { ...law, grounds: [{ act: 'refuseReview', code: 'lateWithoutExcuse', text: '逾期', article: '山东省信访条例第四十三条' }] };
    const there = matterDecider(ground(shandong));
    const past = asked();
    const done = there.decide({ ...refuse, ...government('2026-10-09') }, replay(there, past));
    expect(done).toMatchObject([{ type: 'ReviewRefused', article: '山东省信访条例第四十三条' }]);
    const after = replay(there, [...past, ...done]);
    expect(after.stage).toBe('opinionDelivered');
    expect(newestOf(after.clocks, 'A17')).toMatchObject({ legalOn: '2026-10-14' });
    expect(newestOf(after.clocks, 'A17')?.stoppedOn).toBeUndefined();
  });

  it('不变量 18：复查人员不能是原来办理的人；不能由原办理单位受理', () => {
    given(...asked())
      .when({ type: 'admitReview', accepted: true, officer: { person: '李兰', card: words('李兰') }, ...government('2026-10-09') })
      .thenRefused('AgainstRule');
    given(...asked())
      .when({ type: 'admitReview', accepted: true, officer, ...housing('2026-10-09') })
      .thenRefused('NotAllowed');
    given(...asked())
      .when({ type: 'admitReview', accepted: true, officer, ...government('2026-10-09') })
      .thenTypes('ReviewAccepted');
  });
});

describe('复查意见（第三十五条）', () => {
  const decide = (more: object) => ({ type: 'decideReview', document: 'document/5', grounds: words('理由'), ...more, ...government('2026-10-20') }) as never;

  it('变更的逐项写明，支持的写明由谁何时落实；与原来全一样的，应当维持', () => {
    given(...reviewing())
      .when(decide({ result: 'change' }))
      .thenRefused('AgainstRule');
    given(...reviewing())
      .when(decide({ result: 'change', results: { 1: 'supported' } }))
      .thenRefused('AgainstRule');
    given(...reviewing())
      .when(decide({ result: 'change', results: { 1: 'notSupported' } }))
      .thenTypes('ReviewOpinionIssued');
    given(...reviewing())
      .when(decide({ result: 'uphold' }))
      .thenTypes('ReviewOpinionIssued');
  });

  it('责令重新作出的，要写明六十日内的日期', () => {
    for (const redoBy of [undefined, '2026-10-20', '2026-12-20']) {
      given(...reviewing())
        .when(decide({ result: 'revokeAndRemand', ...(redoBy && { redoBy }) }))
        .thenRefused('AgainstRule');
    }
    given(...reviewing())
      .when(decide({ result: 'revokeAndRemand', redoBy: '2026-12-01' }))
      .thenTypes('ReviewOpinionIssued');
  });

  it('变更以后，原来的落实期限不再算，按复查意见写明的算', () => {
    const matter = state(...reviewed('change', { results: { 1: 'supported' }, dueOn: { A27: '2026-11-30' }, performingUnit: UNITS.housing }).slice(0, -1));
    const sent = decider.decide(
      { type: 'dispatch', document: 'document/5', paper: 'reviewOpinion', method: 'post', evidence: words('挂号信5'), ...government('2026-10-20') },
      matter,
    );
    const after = sent.reduce(decider.evolve, matter);
    expect(Object.values(after.clocks).filter(({ clock, stoppedOn }) => clock === 'A27' && !stoppedOn)).toMatchObject([{ legalOn: '2026-11-30' }]);
    expect(after.performance).toBe('owed');
    expect(newestOf(after.clocks, 'A18')?.outcome).toBe('kept');
  });

  it('撤销的，原来答应的不再欠', () => {
    const matter = state(...reviewed('revoke'));
    expect(newestOf(matter.clocks, 'A27')?.outcome).toBe('stopped');
    expect(matter.performance).toBeUndefined();
  });

  it('没有送到的，期限按原来的日期接着走', () => {
    const matter = state(...reviewed('uphold'), {
      type: 'DeliveryFailed',
      document: 'document/5',
      paper: 'reviewOpinion',
      grounds: words('退回'),
      ...government('2026-10-27'),
    });
    expect(matter.stage).toBe('reviewIssued');
    expect(newestOf(matter.clocks, 'A18')).toMatchObject({ legalOn: '2026-10-30' });
    expect(newestOf(matter.clocks, 'A18')?.stoppedOn).toBeUndefined();
  });
});

describe('发回重新作出（第三十五条，不变量 19）', () => {
  const remanded = (): MatterAction[] => {
    const past = reviewed('revokeAndRemand', { redoBy: '2026-12-01' });
    return [...past, ...decider.decide({ ...receive('document/5', '2026-10-23'), ...government('2026-10-23') }, state(...past))];
  };
  const again: MatterAction[] = [{ type: 'HandlingStarted', handler: { person: '何新', card: words('何新') }, noInterest: true, ...housing('2026-10-26') }];
  const issue = (more: object) =>
    ({
      type: 'issueOpinion',
      document: 'document/6',
      results: { 1: 'supported' },
      dueOn: '2026-12-20',
      performingUnit: UNITS.housing,
      ...more,
      ...housing('2026-11-10'),
    }) as const;

  it('送达当天发回：回到办理中，没有承办人，重新作出的期限是写明的那天；复核的权利同时在走', () => {
    const matter = state(...remanded());
    expect(
      remanded()
        .map(({ type }) => type)
        .slice(-2),
    ).toEqual(['ReviewOpinionDelivered', 'MatterRemanded']);
    expect(matter).toMatchObject({ stage: 'inProgress', remand: { results: { 1: 'supported' } } });
    expect(matter.handler).toBeUndefined();
    expect(answerableOrgan(matter)).toBe(UNITS.housing);
    expect(newestOf(matter.clocks, 'A37')).toMatchObject({ legalOn: '2026-12-01', holder: UNITS.housing });
    expect(newestOf(matter.clocks, 'A19')).toMatchObject({ startedOn: '2026-10-23', legalOn: '2026-11-23' });
  });

  it('换人承办：原来的承办人不行，没有指定以前不能出意见，也不能再延期', () => {
    const start = (person: string) => ({ type: 'startHandling', handler: { person, card: words(person) }, ...housing('2026-10-26') }) as const;
    given(...remanded())
      .when(start('李兰'))
      .thenRefused('AgainstRule');
    given(...remanded())
      .when(start('何新'))
      .thenTypes('HandlingStarted');
    given(...remanded())
      .when(issue({ newFacts: words('新查明') }))
      .thenRefused('AgainstRule');
    given(...remanded(), ...again)
      .when({ type: 'extend', days: 10, grounds: words('一'), document: 'document/9', method: 'post', evidence: words('一'), ...housing('2026-11-01') })
      .thenRefused('AgainstRule');
  });

  it('结果和被撤销的一样：没有新事实、也没有上级书面同意的不行；不一样的可以', () => {
    given(...remanded(), ...again)
      .when(issue({}))
      .thenRefused('AgainstRule');
    given(...remanded(), ...again)
      .when(issue({ newFacts: words('重新勘查，灯杆锈断') }))
      .thenTypes('OpinionIssued');
    given(...remanded(), ...again)
      .when(issue({ consent: words('清政函〔2026〕8号') }))
      .thenTypes('OpinionIssued');
    given(...remanded(), ...again)
      .when(issue({ results: { 1: 'notSupported' } }))
      .thenTypes('OpinionIssued');
  });

  it('发回以后仍可以在期限内请求复核；重新作出的期限随之停下，过了期限就不行', () => {
    const ask = (on: PlainDate) => ({ type: 'requestRecheck', on, grounds: words('不同意'), ...petitioner(on) }) as const;
    given(...remanded())
      .when(ask('2026-11-24'))
      .thenRefused('TooLate');
    const matter = decider.decide(ask('2026-11-20'), state(...remanded())).reduce(decider.evolve, state(...remanded()));
    expect(matter).toMatchObject({ stage: 'recheckRequested', recheck: { organ: CITY } });
    expect(newestOf(matter.clocks, 'A37')?.outcome).toBe('stopped');
  });
});

describe('请求复核、期限届满（第三十六条）', () => {
  const upheld = (): MatterAction[] => {
    const past = reviewed('uphold');
    return [...past, ...decider.decide({ ...receive('document/5', '2026-10-23'), ...government('2026-10-23') }, state(...past))];
  };

  it('V11：二〇二四年九月一日请求复核，到十月八日', () => {
    const past: MatterAction[] = upheld();
    const matter = state(...past, { type: 'RecheckRequested', organ: CITY, on: '2024-09-01', grounds: words('一'), ...petitioner('2024-09-01') });
    expect(newestOf(matter.clocks, 'A20')).toMatchObject({ targetOn: '2024-10-01', legalOn: '2024-10-08', holder: CITY });
  });

  it('没有请求复核：期限过后再等邮寄的五日，才记为没有申请；还欠落实的转入落实', () => {
    given(...upheld())
      .when({ type: 'lapseTerm', ...system('2026-11-23') })
      .thenRefused('AgainstRule');
    given(...upheld())
      .when({ type: 'lapseTerm', ...system('2026-11-24') })
      .thenTypes('RecheckTermEnded');
    const ended: MatterAction[] = [...upheld(), { type: 'RecheckTermEnded', ...system('2026-11-24') }];
    given(...ended)
      .when({ type: 'lapseTerm', ...system('2026-12-01') })
      .thenTypes('RecheckTermLapsed');
    expect(state(...ended, { type: 'RecheckTermLapsed', ...system('2026-12-01') })).toMatchObject({ stage: 'performing', lapsed: true });
  });

  it('复核意见送达，没有欠落实的，当时办结；同时起算告知帮扶的十五日', () => {
    const past: MatterAction[] = [
      ...reviewed('revoke'),
      {
        type: 'ReviewOpinionDelivered',
        document: 'document/5',
        paper: 'reviewOpinion',
        method: 'post',
        evidence: words('回执'),
        on: '2026-10-23',
        ...government('2026-10-23'),
      },
      { type: 'RecheckRequested', organ: CITY, on: '2026-11-02', grounds: words('一'), ...petitioner('2026-11-02') },
      { type: 'RecheckAccepted', officer: { person: '钱江', card: words('钱江') }, noInterest: true, ...city('2026-11-03') },
      { type: 'RecheckOpinionIssued', document: 'document/7', result: 'uphold', grounds: words('理由'), ...city('2026-11-20') },
      { type: 'RecheckOpinionDispatched', document: 'document/7', paper: 'recheckOpinion', method: 'post', evidence: words('挂号信7'), ...city('2026-11-20') },
    ];
    given(...past)
      .when({ ...receive('document/7', '2026-11-24'), ...city('2026-11-24') })
      .thenTypes('RecheckOpinionDelivered', 'MatterConcluded');
    const matter = decider.decide({ ...receive('document/7', '2026-11-24'), ...city('2026-11-24') }, state(...past)).reduce(decider.evolve, state(...past));
    expect(matter).toMatchObject({ stage: 'concluded', concluded: 'recheckDelivered' });
    expect(newestOf(matter.clocks, 'A41')).toMatchObject({ startedOn: '2026-11-24', legalOn: '2026-12-09', holder: UNITS.petition });
    const archive = { type: 'archive', archiveNo: 'J021-ZY·XF·01·2026·Y-0001', ...housing('2026-12-20') } as const;
    expect(() => decider.decide(archive, matter)).toThrow('由清和县信访局办：打开本件，点“告知帮扶”'); // who, where and which button
  });
});

describe('不再受理（第三十六条第三款，R3，不变量 15）', () => {
  const same = { factsBefore: words('一'), factsNow: words('一'), reasonsBefore: words('二'), reasonsNow: words('二') };
  const compare = (more: object = {}) =>
    ({
      type: 'compareWithEarlier',
      earlier: { id: '先', no: '先号', recheckDeliveredOn: '2026-05-01' },
      ...same,
      samePetitioner: true,
      newFactsClaimed: false,
      ...more,
      ...petition('2026-07-21'),
    }) as const;
  const compared = (newFactsClaimed: boolean): MatterAction[] => [
    ...STORY.classified(),
    { type: 'EarlierCompared', earlier: '先', earlierNo: '先号', ...same, newFactsClaimed, ...petition('2026-07-21') },
  ];
  const second = (date: string) => by(UNITS.petition, date, '王审');

  it('先前的一件没有送达的复核意见，不能不再受理；过期没有请求复查的也不行', () => {
    given(...STORY.classified())
      .when(compare({ earlier: { id: '先', no: '先号' } }))
      .thenRefused('AgainstRule');
    given(...STORY.classified())
      .when(compare())
      .thenTypes('EarlierCompared');
  });

  it('不变量 15：别人就同样的事提出的，是他自己的事项，不能凭先前那个人的复核意见不再受理', () => {
    given(...STORY.classified())
      .when(compare({ samePetitioner: false }))
      .thenRefused('AgainstRule');
  });

  it('没有对照不能审核；对照的人不能自己审核', () => {
    given(...STORY.classified())
      .when({ type: 'refuseFurther', refused: true, grounds: words('相同'), ...second('2026-07-22') })
      .thenRefused('AgainstRule');
    given(...compared(false))
      .when({ type: 'refuseFurther', refused: true, grounds: words('相同'), ...petition('2026-07-22') })
      .thenRefused('AgainstRule');
    given(...compared(false))
      .when({ type: 'refuseFurther', refused: true, grounds: words('相同'), ...second('2026-07-22') })
      .thenTypes('FurtherAcceptanceRefused');
  });

  it('说有新事实的，第二个人要逐条答；认为是新的，照常办理，注明接着哪一件', () => {
    given(...compared(true))
      .when({ type: 'refuseFurther', refused: true, grounds: words('相同'), ...second('2026-07-22') })
      .thenRefused('AgainstRule');
    const past = compared(true);
    const on = decider.decide({ type: 'refuseFurther', refused: false, grounds: words('有新证据'), ...second('2026-07-22') }, state(...past));
    const matter = state(...past, ...on);
    expect(matter).toMatchObject({ stage: 'triaged', follows: '先' });
    expect(answerableOrgan(matter)).toBe(UNITS.petition);
  });

  it('不再受理以后，有新情况的可以重新办理', () => {
    const past: MatterAction[] = [
      ...compared(false),
      { type: 'FurtherAcceptanceRefused', earlier: '先', earlierNo: '先号', comparedBy: '张明', grounds: words('相同'), ...second('2026-07-22') },
    ];
    given(...past)
      .when({ type: 'dispatch', document: 'document/1', paper: 'refusalNotice', method: 'post', evidence: words('一'), ...petition('2026-07-23') })
      .thenTypes('RefusalNoticeDispatched');
    const matter = state(...past, ...decider.decide({ type: 'reopen', grounds: words('有新证据'), ...petition('2026-08-01') }, state(...past)));
    expect(matter.stage).toBe('triaged');
    expect(newestOf(matter.clocks, 'A03')?.stoppedOn).toBeUndefined();
  });
});
