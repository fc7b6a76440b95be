import { describe, expect, it } from 'vitest';
import { answer } from '../../../../../test/answer.ts';
import { at, by, government, ground, housing, organs, petition, STORY, suggestion, UNITS, words } from '../../../../../test/stories.ts';
import type { MatterAction } from '../../actions.ts';
import { holderNow } from '../../clocks.ts';
import { matterDecider } from '../../decide/index.ts';
import { titleOf } from '../../../page/show.ts';
import { contactAt } from '../../matter.ts';
import { isConcerned, isRelated } from '../../permissions.ts';
import { also, clock, given, state } from '../../../../../test/ways.ts';

const challenge = { type: 'requestRecusal', interest: words('承办人是对方的亲戚'), ...by('信访人', '2026-09-29') } as const;
const pending = also(STORY.handling(), challenge);
const leader = (on: string) => by(UNITS.government, on, '方县长');
const head = (on: string) => by(UNITS.housing, on, '王局长');
const decide = { type: 'decideRecusal', no: 1, grounds: words('查实'), successor: { person: '赵科长', card: words('赵科长') } } as const;

describe('回避（第二十八条第三款）', () => {
  it('不变量 30：申请后，被申请的人什么也不能办；同事可以；三个工作日内决定', () => {
    expect(clock(pending, 'E04', 'recusal/1')).toMatchObject({ holder: UNITS.housing, legalOn: '2026-10-09' });
    const investigate = { type: 'recordInvestigation', on: '2026-09-30', staff: 2, record: words('看过') } as const;
    given(...pending)
      .when({ ...investigate, ...housing('2026-09-30') })
      .thenRefused('AgainstRule');
    given(...pending)
      .when({ ...investigate, ...by(UNITS.housing, '2026-09-30', '孙科员') })
      .thenTypes('InvestigationRecorded');
  });

  it('信访人到信访局说的，信访局登记：申请的仍是现在办的人，由办的单位决定；申请信访局自己人的，由信访局决定', () => {
    const there = also(STORY.handling(), { ...challenge, ...petition('2026-09-29') });
    expect(there.at(-1)).toMatchObject({ person: '李兰', unit: UNITS.housing });
    given(...there)
      .when({ ...decide, recused: false, ...petition('2026-09-30') })
      .thenRefused('NotAllowed');
    const own = also(STORY.handling(), { ...challenge, person: '张明', ...by(UNITS.petition, '2026-09-29', '何静怡') });
    expect(own.at(-1)).toMatchObject({ person: '张明', unit: UNITS.petition });
    const { successor: _, ...plain } = decide;
    given(...own)
      .when({ ...plain, recused: true, ...by(UNITS.petition, '2026-09-30', '梁局长') })
      .thenTypes('RecusalDecided');
    expect(answer(own, { ...plain, recused: true, ...head('2026-09-30') })).toContain('由被申请人所在单位的负责人或者上一级决定');
    expect(
      isRelated('challengedUnit', state(also(own, { ...plain, recused: false, ...by(UNITS.petition, '2026-09-30', '梁局长') })), UNITS.petition, organs),
    ).toBe(false);
  });

  it('自己不能决定自己；决定回避的，写明改由谁承办，原来的人再不能办', () => {
    given(...pending)
      .when({ ...decide, recused: true, ...housing('2026-09-30') })
      .thenRefused('AgainstRule');
    const { successor: _, ...without } = decide;
    given(...pending)
      .when({ ...without, recused: true, ...head('2026-09-30') })
      .thenRefused('AgainstRule');
    const decided = also(pending, { ...decide, recused: true, ...head('2026-09-30') });
    expect(state(decided).handler?.person).toBe('赵科长');
    expect(clock(decided, 'E04', 'recusal/1')).toMatchObject({ outcome: 'kept' });
    given(...decided)
      .when({ type: 'takeNote', text: words('写一笔'), shown: false, ...housing('2026-10-08') })
      .thenRefused('AgainstRule');
    expect(clock(decided, 'A14')).toMatchObject({ legalOn: '2026-10-08' }); // no day more for it
  });

  it('决定不回避的，原来的人接着办；上一级也可以决定', () => {
    const kept = also(pending, { ...decide, recused: false, ...government('2026-09-30') });
    given(...kept)
      .when({ type: 'takeNote', text: words('写一笔'), shown: false, ...housing('2026-10-08') })
      .thenTypes('NoteTaken');
    given(...pending)
      .when({ ...decide, recused: false, ...petition('2026-09-30') })
      .thenRefused('NotAllowed');
  });

  it('只有一项在等的，不用写第几项；两项都在等的，要写明', () => {
    const { no: _, ...uncounted } = decide;
    const answered = { ...uncounted, recused: false, ...head('2026-09-30') } as const;
    given(...pending)
      .when(answered)
      .thenTypes('RecusalDecided');
    const two = also(pending, { type: 'requestRecusal', person: '钱副科长', interest: words('也是亲戚'), ...by(UNITS.housing, '2026-09-29', '孙科员') });
    expect(answer(two, answered)).toContain('第1、2项');
  });
});

it('办理经过写明决定了什么、报给了谁', () => {
  const [, up] = also(STORY.handling(), { ...challenge, headConcerned: true }).slice(-2);
  const told = (action: MatterAction | undefined) => titleOf(action!, () => '清和县人民政府');
  expect(told(up)).toBe('回避申请报请清和县人民政府决定');
  expect(told(also(pending, { ...decide, recused: false, ...head('2026-09-30') }).at(-1))).toBe('回避申请已决定：不用回避');
  expect(told(also(pending, { ...decide, recused: true, ...head('2026-09-30') }).at(-2))).toBe('回避申请已决定：应当回避');
});

describe('复查、复核中的回避（第二十八条第三款）', () => {
  const person = (name: string) => ({ person: name, card: words(name) });
  const asked: MatterAction[] = also(STORY.delivered(), { type: 'requestReview', on: '2026-09-30', grounds: words('没有修好'), ...by('信访人', '2026-09-30') });
  const reviewing = also(asked, { type: 'admitReview', accepted: true, officer: person('周政'), ...leader('2026-10-09') });
  const challenged = also(reviewing, { type: 'requestRecusal', interest: words('复查的人是承办人的哥哥'), ...by('信访人', '2026-10-12') });
  const uphold = { type: 'decideReview', document: 'document/5', result: 'uphold', grounds: words('事实清楚'), ...leader('2026-10-20') } as const;
  const granted = { ...decide, recused: true, ...leader('2026-10-13') } as const;
  const { successor: _, ...unnamed } = granted;

  it('申请的是现在办的人：复查人员，不是原来的承办人；由复查机关决定', () => {
    expect(challenged.at(-1)).toMatchObject({ person: '周政', unit: UNITS.government });
    expect(clock(challenged, 'E04', 'recusal/1')).toMatchObject({ holder: UNITS.government });
    given(...asked)
      .when({ type: 'requestRecusal', interest: words('一样'), ...by('信访人', '2026-10-08') })
      .thenRefused('AgainstRule');
    given(...challenged)
      .when({ ...decide, recused: false, ...head('2026-10-13') })
      .thenRefused('AgainstRule'); // not by the unit whose opinion is reviewed
    const byUnit = also(reviewing, { type: 'requestRecusal', person: '周政', interest: words('听说的'), ...housing('2026-10-12') });
    expect(byUnit.at(-1)).toMatchObject({ unit: UNITS.government });
    const herself = also(reviewing, { type: 'requestRecusal', interest: words('发现是亲戚'), ...government('2026-10-12') });
    expect(herself.at(-1)).toMatchObject({ person: '周政', unit: UNITS.government });
  });

  it('不变量 30：没有决定以前不能作出复查意见；决定回避的，另指定了人才能作出；期限照走', () => {
    given(...challenged)
      .when(uphold)
      .thenRefused('AgainstRule');
    const aside = also(challenged, unnamed);
    expect(state(aside)).toMatchObject({ stage: 'underReview', review: { organ: UNITS.government } });
    expect(state(aside).review).not.toHaveProperty('officer');
    given(...aside)
      .when(uphold)
      .thenRefused('AgainstRule');
    const replaced = also(aside, { type: 'replaceReviewer', officer: person('孙法制'), ...leader('2026-10-14') });
    expect(state(replaced).review?.officer?.person).toBe('孙法制');
    given(...replaced)
      .when(uphold)
      .thenTypes('ReviewOpinionIssued');
    given(...replaced)
      .when({ ...uphold, ...government('2026-10-20') })
      .thenRefused('AgainstRule'); // who stood aside decides nothing any more
    expect(clock(replaced, 'A18')).toEqual(clock(reviewing, 'A18'));
  });

  it('决定回避时就写明换了谁的，一次办好；换的人没有参加过前面的办理，也没有被申请回避', () => {
    given(...challenged)
      .when(granted)
      .thenTypes('RecusalDecided', 'ReviewOfficerReplaced');
    for (const name of ['李兰', '周政'])
      given(...challenged)
        .when({ ...granted, successor: person(name) })
        .thenRefused('AgainstRule');
    const aside = also(challenged, unnamed);
    for (const name of ['李兰', '周政'])
      given(...aside)
        .when({ type: 'replaceReviewer', officer: person(name), ...leader('2026-10-14') })
        .thenRefused('AgainstRule');
    given(...reviewing)
      .when({ type: 'replaceReviewer', officer: person('周政'), ...leader('2026-10-14') })
      .thenRefused('AgainstRule'); // the same one
    given(...reviewing)
      .when({ type: 'replaceReviewer', officer: person('孙法制'), ...head('2026-10-14') })
      .thenRefused('NotAllowed');
  });

  it('决定不回避的，原来的复查人员接着办；不变量 18：回避了的复查人员也不参加复核', () => {
    const kept = also(challenged, { ...unnamed, recused: false });
    expect(state(kept).review?.officer?.person).toBe('周政');
    given(...kept)
      .when(uphold)
      .thenTypes('ReviewOpinionIssued');
    expect(state(also(challenged, granted)).tookPart?.review).toEqual(expect.arrayContaining(['周政', '赵科长']));
  });

  it('接手的承办人同样没有被申请回避', () => {
    const both = also(pending, { type: 'requestRecusal', person: '赵科长', interest: words('也是亲戚'), ...head('2026-09-29') });
    given(...both)
      .when({ ...decide, recused: true, ...head('2026-09-30') })
      .thenRefused('AgainstRule');
  });
});

describe('负责人有利害关系的，由上一级决定（第二十八条第三款）', () => {
  const CITY = 'linshui/government';
  const card = { person: '周政', card: words('周政') };
  const asked: MatterAction[] = also(STORY.delivered(), { type: 'requestReview', on: '2026-09-30', grounds: words('没有修好'), ...by('信访人', '2026-09-30') });
  const reviewing = also(asked, { type: 'admitReview', accepted: true, officer: card, ...leader('2026-10-09') });
  const request = { type: 'requestRecusal', interest: words('复查的就是这个机关的负责人'), ...by('信访人', '2026-10-12') } as const;
  const passUp = { type: 'passRecusalUp', no: 1, grounds: words('负责人和承办人是亲戚'), ...by(UNITS.government, '2026-10-13', '孙法制') } as const;
  const { successor, ...plain } = decide;
  const cityDecides = (recused: boolean) => ({ ...plain, recused, ...by(CITY, '2026-10-14', '钱江') }) as const;
  const local = also(reviewing, request);
  const up = also(local, passUp);

  it('不变量 30：没有报请的，上一级不介入；报请以后只有上一级决定，三个工作日不重新起算', () => {
    expect(answer(local, cityDecides(false))).toContain('NotAllowed');
    expect(clock(up, 'E04', 'recusal/1')).toEqual(clock(local, 'E04', 'recusal/1'));
    expect(holderNow(clock(local, 'E04', 'recusal/1')!, state(local))).toBe(UNITS.government);
    expect(holderNow(clock(up, 'E04', 'recusal/1')!, state(up))).toBe(CITY);
    expect(answer(up, { ...plain, recused: false, ...leader('2026-10-14') })).toContain('已经报请临水市人民政府决定，请等决定');
    expect(answer(up, { ...passUp, ...by(UNITS.government, '2026-10-14', '孙法制') })).toContain('已经报请临水市人民政府决定');
    expect(answer(up, cityDecides(false))).toBe('RecusalDecided');
    expect(clock(also(up, cityDecides(false)), 'E04', 'recusal/1')).toMatchObject({ outcome: 'kept' });
  });

  it('不变量 30：被申请的人自己不能报请；申请时就写明负责人有利害关系的，当场报上一级', () => {
    expect(answer(local, { ...passUp, ...leader('2026-10-13') })).toBe('RecusalPassedUp');
    expect(answer(local, { ...passUp, ...by(UNITS.government, '2026-10-13', '周政') })).toContain('有人申请您回避');
    expect(answer(local, { ...passUp, ...housing('2026-10-13') })).toContain('由被申请人所在的单位报请上一级决定');
    expect(answer(reviewing, { ...request, headConcerned: true })).toBe('RecusalRequested RecusalPassedUp');
    expect(state(also(reviewing, { ...request, headConcerned: true })).recusals).toMatchObject([{ unit: UNITS.government, above: CITY, state: 'pending' }]);
    expect(answer(reviewing, { ...request, headConcerned: false })).toBe('RecusalRequested');
  });

  it('不变量 18：上一级只决定回不回避，换谁由复查机关指定；决定的人照样可以在复核中决定', () => {
    expect(answer(up, { ...cityDecides(true), successor })).toContain('由复查（复核）机关自己指定');
    const aside = also(up, cityDecides(true));
    expect(state(aside).review).not.toHaveProperty('officer');
    expect(state(aside).tookPart?.review).not.toContain('钱江');
    const replaced = also(aside, { type: 'replaceReviewer', officer: { person: '孙法制', card: words('孙') }, ...leader('2026-10-15') });
    expect(state(replaced).review?.officer?.person).toBe('孙法制');
  });

  it('只看得到、办得了这一项：上一级对本件仍然不是经办的单位，别的申请也不归它', () => {
    expect(isConcerned(state(up), CITY)).toBe(false);
    expect(isRelated('aboveChallenged', state(local), CITY, organs)).toBe(false);
    expect(isRelated('aboveChallenged', state(up), CITY, organs)).toBe(true);
    expect(answer(up, { type: 'takeNote', text: words('看一看'), shown: false, ...by(CITY, '2026-10-14', '钱江') })).toContain('NotAllowed');
    const second = also(up, { type: 'requestRecusal', person: '孙法制', interest: words('另一名也是亲戚'), ...leader('2026-10-13') });
    expect(answer(second, { ...cityDecides(false), no: 2 })).toContain('由被申请人所在单位的负责人或者上一级决定');
  });

  it('承办阶段一样；名录里没有上一级的，说清由谁决定', () => {
    const here = also(pending, { ...passUp, ...by(UNITS.housing, '2026-09-30', '孙科员') });
    expect(holderNow(clock(here, 'E04', 'recusal/1')!, state(here))).toBe(UNITS.government);
    expect(answer(here, { ...decide, recused: true, ...head('2026-09-30') })).toContain('已经报请清和县人民政府决定');
    expect(answer(here, { ...decide, recused: true, ...leader('2026-09-30') })).toContain('由承办单位自己指定');
    const aside = also(here, { ...plain, recused: true, ...leader('2026-09-30') });
    const opinion = { type: 'issueOpinion', document: 'document/2', results: { 1: 'explained' }, ...by(UNITS.housing, '2026-10-08', '王局长') } as const;
    expect(answer(aside, opinion)).toContain('承办人已经回避。请先指定另一名承办人');
    expect([contactAt(state(here), UNITS.housing)?.person, contactAt(state(aside), UNITS.housing)]).toEqual(['李兰', undefined]); // nobody to call, until another is named
    expect(answer(aside, { type: 'startHandling', handler: { person: '李兰', card: words('李兰') }, ...head('2026-09-30') })).toContain('请指定别人承办');
    const named = also(aside, { type: 'startHandling', handler: successor, ...head('2026-09-30') });
    expect(state(named).handler?.person).toBe('赵科长');
    expect(answer(named, opinion)).toBe('OpinionIssued');
    const studying = [
      ...STORY.handling().map((one) => (one.type === 'MatterClassified' ? { ...one, ...suggestion } : one)),
      { type: 'RecusalRequested', part: 'recusal/1', person: '李兰', unit: UNITS.housing, interest: words('亲戚'), ...by('信访人', '2026-09-29') },
      { type: 'RecusalDecided', part: 'recusal/1', recused: true, grounds: words('查实'), ...leader('2026-09-30') },
    ] as MatterAction[];
    const reply = {
      type: 'replySuggestion',
      document: 'document/2',
      adopted: 'not',
      contribution: false,
      grounds: words('理由'),
      ...head('2026-10-08'),
    } as const;
    expect(answer(studying, reply)).toContain('承办人已经回避');
    expect(answer(also(studying, { type: 'startHandling', handler: successor, ...head('2026-09-30') }), reply)).toBe('SuggestionReplyIssued');
    expect(answer(pending, { ...passUp, no: 2, ...by(UNITS.housing, '2026-09-30', '孙科员') })).toContain('没有第2项等待决定的回避申请');
    expect(answer(STORY.handling(), { ...passUp, ...head('2026-09-30') })).toContain('没有等待决定的回避申请');
    const alone = matterDecider({ ...ground(), organs: { ...organs, superiorOf: () => undefined } });
    expect(answer(pending, { ...passUp, ...by(UNITS.housing, '2026-09-30', '孙科员') }, alone)).toContain('名录中没有上一级机关');
    expect(answer(STORY.handling(), { ...challenge, headConcerned: true }, alone)).toBe('RecusalRequested');
  });
});

describe('重大、紧急事项（第二十五条）', () => {
  const flagged = also(STORY.referred('2026-09-28', '2026-09-29'), {
    type: 'flagUrgent',
    what: words('房屋有倒塌危险'),
    by: { person: '李兰', unit: UNITS.housing },
    at: at('2026-10-03', '23:30'),
  });

  it('V20：两小时不分昼夜和节假日；信访部门上报，原来的期限照走', () => {
    expect(clock(flagged, 'A13')?.targetAt).toEqual(at('2026-10-04', '01:30'));
    expect(clock(flagged, 'A12')?.targetAt).toEqual(at('2026-10-04', '00:30'));
    const upward = { type: 'reportUrgent', to: 'upward', evidence: words('电话报告') } as const;
    given(...flagged)
      .when({ ...upward, by: { person: '李兰', unit: UNITS.housing }, at: at('2026-10-04', '00:10') })
      .thenRefused('AgainstRule');
    const sent = also(flagged, { ...upward, by: { person: '张明', unit: UNITS.petition }, at: at('2026-10-04', '01:31') });
    expect(clock(sent, 'A13')?.outcome).toBe('late');
    expect(clock(sent, 'A06')).toEqual(clock(STORY.referred('2026-09-28', '2026-09-29'), 'A06') && expect.objectContaining({ legalOn: '2026-10-14' }));
  });
});

describe('帮扶（第三十七条；rights R4）', () => {
  it('只记告知过，没有“接受、不接受”可填，对本件没有任何影响', () => {
    const offered = also(STORY.delivered(), { type: 'offerHelp', what: words('临时救助，向民政所申请'), ...petition('2026-09-20') });
    expect(Object.keys(offered.at(-1)!).sort()).toEqual(['at', 'by', 'type', 'what']);
    expect({ ...state(offered), opening: null }).toEqual({ ...state(STORY.delivered()), opening: null });
  });
});
