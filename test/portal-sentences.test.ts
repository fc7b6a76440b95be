import { beforeAll, describe, expect, it, vi } from 'vitest';
import { sentenceOf } from '#apps/portal/src/follow/sentence.ts';
import { render } from '#apps/portal/src/pages.tsx';
import { day } from '#apps/portal/src/words/dates.ts';
import { wordsOf } from '#apps/portal/src/words/index.ts';
import { MOST_CLAIMS } from '#contexts/intake/portal/domain/answers.ts';
import type { Language } from '#contexts/intake/portal/domain/frame.ts';
import { isPublicClock, publicClocks } from '#contexts/transparency/compose/clocks.ts';
import { alsoMissed, drivingClock, missedBefore } from '#contexts/transparency/domain/light.ts';
import { PUBLIC_STAGES, type PublicClock, type PublicMatter, type PublicStage } from '#contexts/transparency/domain/progress.ts';
import { type ENDED, hasEnded, isOwn } from '#contexts/transparency/domain/stage-clock.ts';
import { CLOCK_IDS, CLOCKS } from '#kernel/clocks/index.ts';
import type { Readings } from '#kernel/clocks/reading.ts';
import type { Law } from '#kernel/law.ts';
import type { ActionType } from '#kernel/vocabulary.ts';
import { frameIn } from './portal-frame.ts';
import { onTime, pageOf } from './portal-stories.ts';

/** What the headline of a progress map says, over every stage and every clock that may run in it, in both languages. */
beforeAll(() => {
  for (const built of ['__STYLE__', '__SCRIPT__']) vi.stubGlobal(built, '/assets/none'); // the build puts them in
});

const LANGUAGES = ['zh-CN', 'en'] as const;

/** What ends the wait that the sentence of the stage tells of. */
const WAITS_FOR: Readonly<Record<Exclude<PublicStage, (typeof ENDED)[number]>, readonly ActionType[]>> = {
  registered: ['MatterReferred'],
  triaged: ['MatterReferred'],
  awaitingLeadership: ['LeadershipDecided'],
  awaitingAcceptance: ['AcceptanceNoticeDispatched'],
  objectionPending: ['AcceptanceNoticeDispatched'],
  jurisdictionPending: ['AcceptanceNoticeDispatched'],
  accepted: ['OpinionDispatched'],
  inProgress: ['OpinionDispatched'],
  studying: ['SuggestionReplyDispatched'],
  agreed: ['AgreementPerformed'],
  withdrawn: ['WithdrawalUndone'],
  opinionIssued: ['OpinionDispatched'],
  opinionDispatched: ['OpinionDelivered'],
  opinionDelivered: ['ReviewRequested'],
  reviewRequested: ['ReviewOpinionDispatched'],
  underReview: ['ReviewOpinionDispatched'],
  reviewIssued: ['ReviewOpinionDispatched'],
  reviewDispatched: ['ReviewOpinionDelivered'],
  reviewDelivered: ['RecheckRequested'],
  recheckRequested: ['RecheckOpinionDispatched'],
  underRecheck: ['RecheckOpinionDispatched'],
  recheckIssued: ['RecheckOpinionDispatched'],
  recheckDispatched: ['RecheckOpinionDelivered'],
  performing: ['PerformanceVerified'],
  replied: ['SuggestionReplyDelivered', 'DutyReplyDelivered'],
  routed: ['OtherProcedureChecked'],
};

/** Every clock that a matter may show, begun by each act that begins it. */
const RUNNING: readonly PublicClock[] = CLOCK_IDS.filter((id) => {
  const { kinds, type } = CLOCKS[id];
  return isPublicClock(id) && type !== 'extension' && type !== 'suspension' && (kinds.includes('claim') || kinds.includes('suggestion'));
}).flatMap((id) =>
  CLOCKS[id].startsOn.map((startedBy): PublicClock => {
    const mine = CLOCKS[id].type === 'right' || CLOCKS[id].holder === 'petitioner';
    return {
      ...onTime.clocks[0]!,
      id,
      type: CLOCKS[id].type,
      mine,
      holder: mine ? 'petitioner' : '县水利局',
      startedBy,
      targetOn: '2026-10-16',
      legalOn: '2026-10-16',
    };
  }),
);

const DAY = { 'zh-CN': day('2026-10-16', 'zh-CN'), en: day('2026-10-16', 'en') };
const matterAt = (stage: PublicStage, clocks: readonly PublicClock[] = []): PublicMatter => ({ ...onTime, stage, clocks });

describe('进度页的一句话', () => {
  it.each(LANGUAGES)('%s：每个环节都有话说，说的不是空的', (language) => {
    for (const stage of PUBLIC_STAGES) expect(sentenceOf(frameIn(language), matterAt(stage)).before.length, stage).toBeGreaterThan(5);
  });

  it.each(LANGUAGES)('不变量 21 %s：哪个期限的日子，就说哪个期限的事——每个环节、每个期限', (language) => {
    const frame = frameIn(language);
    const { progress } = wordsOf(frame);
    for (const stage of PUBLIC_STAGES) {
      for (const clock of RUNNING) {
        const matter = matterAt(stage, [clock]);
        const { text } = sentenceOf(frame, matter);
        const which = `${stage} ${clock.id} ${clock.startedBy}: ${text}`;
        if (!text.includes(DAY[language])) {
          expect(hasEnded(stage) || clock.type === 'window', which).toBe(true); // it is over, or nobody owes it
        } else if (isOwn(clock, matter)) {
          const ends = [...CLOCKS[clock.id].satisfiedBy, ...(clock.id === 'A15' ? CLOCKS.A14.satisfiedBy : [])];
          expect(
            WAITS_FOR[stage as 'registered'].some((act) => ends.includes(act)),
            which,
          ).toBe(true);
        } else {
          expect(text, which).toContain(clock.mine ? progress.mayUntil[clock.id]!(DAY[language]) : (progress.owed[clock.id] ?? '没有写这个期限是什么'));
        }
      }
    }
  });

  it('复核中，受理通知的送达先到期：说的还是复核意见书的日子，和路线图上一样', () => {
    const holder = '县水利局';
    const notice: PublicClock = { ...onTime.clocks[0]!, id: 'A34', holder, startedBy: 'ReviewNoticeDispatched', legalOn: '2026-10-03', targetOn: '2026-10-03' };
    const recheck: PublicClock = { ...notice, id: 'A20', startedBy: 'RecheckRequested', legalOn: '2026-10-16', targetOn: '2026-10-16' };
    const { text } = sentenceOf(frameIn('zh-CN'), matterAt('underRecheck', [notice, recheck]));
    expect(text).toBe('正在复核。县水利局最迟 10月16日（周五）给您复核意见书。');
    expect(sentenceOf(frameIn('zh-CN'), matterAt('underRecheck', [notice])).text).toBe('县水利局正在复核。县水利局最迟 10月3日（周六）确认文书送到您手上。');
  });

  it('两份文书都在路上：发出处理意见书以后，数的是处理意见书的送达', () => {
    const notice: PublicClock = { ...onTime.clocks[0]!, id: 'A34', startedBy: 'AcceptanceNoticeDispatched', legalOn: '2026-10-03' };
    const opinion: PublicClock = { ...notice, startedBy: 'OpinionDispatched', legalOn: '2026-10-16' };
    expect(drivingClock(matterAt('opinionDispatched', [notice, opinion]), '2026-09-22')).toBe(opinion);
  });
});

describe('以小时计的期限', () => {
  const hours = { from: '2026-09-22T01:20:00.000Z', to: '2026-09-22T02:20:00.000Z' };
  const report: PublicClock = {
    ...onTime.clocks[0]!,
    id: 'A12',
    type: 'duty',
    holder: '县水利局',
    startedOn: '2026-09-22',
    actedOn: '2026-09-22',
    targetOn: '2026-09-22',
    legalOn: '2026-09-22',
    length: { hours: 1 },
    hours,
  };

  it.each([
    ['zh-CN', '9月22日（周二）10:20', '9月22日（周二）9:20', '从那一刻起，按小时数'],
    ['en', 'Tue 22 Sept, 10:20', 'Tue 22 Sept, 9:20', 'counted in hours from that moment'],
  ] as const)('%s：说到几点，从几点起，不说第几天', (language, until, from, counted) => {
    const matter = matterAt('registered', [report]);
    expect(sentenceOf(frameIn(language), matter).text).toContain(until);
    const html = render({ name: 'progress', page: pageOf([matter]), at: 0, code: '', refused: [] }, frameIn(language));
    for (const text of [until, from, counted]) expect(html).toContain(text);
    expect(html).not.toContain('class="flagrow"');
  });

  it('从读数来：两个时刻一并公布，按天数的没有', () => {
    const reading = { startedAt: new Date(hours.from), startedOn: '2026-09-22', targetOn: '2026-09-22', legalOn: '2026-09-22' };
    const of = (more: object) => ({ x: { ...reading, clock: 'A12', key: 'x', startedBy: 'UrgencyFlagged', ...more } }) as unknown as Readings;
    const law = { terms: { A12: { length: { hours: 1 }, dutyEvidence: 'T', lengthEvidence: 'P' } } } as unknown as Law;
    const [timed] = publicClocks(of({ targetAt: new Date(hours.to) }), law, () => '');
    expect(timed?.hours).toEqual(hours);
    expect(publicClocks(of({}), law, () => '')[0]).not.toHaveProperty('hours');
  });
});

describe('见面、签批、成立专班的本地承诺', () => {
  const promise: PublicClock = { ...onTime.clocks[0]!, id: 'D06b', legalOn: '2026-08-01', targetOn: '2026-08-01', dutyEvidence: 'S', lengthEvidence: 'S' };
  const today = '2026-09-22';

  it('还在办的：没有做到，明说', () => {
    expect(sentenceOf(frameIn('zh-CN'), matterAt('inProgress', [promise])).text).toBe('县水利局没有在 8月1日（周六）前成立专班。');
  });

  it.each(['concluded', 'archived', 'underRecheck'] as const)('%s：不再等它，不当作现在的事；记在做了什么旁边', (stage) => {
    const spent: PublicClock = { ...promise, spentOn: '2026-09-01' };
    const matter = matterAt(stage, [spent]);
    expect([drivingClock(matter, today), alsoMissed(matter, today)]).toEqual([undefined, []]);
    expect(missedBefore(matter, today)).toEqual([spent]);
    expect(sentenceOf(frameIn('zh-CN'), matter).text).not.toContain('专班');
    expect(render({ name: 'progress', page: pageOf([matter]), at: 0, code: '', refused: [] }, frameIn('zh-CN'))).toContain('没有做到的本地承诺');
  });

  it('没有到期就已经答复了：既不算做到，也不算没有做到', () => {
    expect(missedBefore(matterAt('archived', [{ ...promise, spentOn: '2026-07-30' }]), today)).toEqual([]);
  });
});

describe('进度页下面的话', () => {
  const pageAt = (matter: PublicMatter, language: Language = 'zh-CN') =>
    render({ name: 'progress', page: pageOf([matter]), at: 0, code: '', refused: [] }, frameIn(language));

  it.each(LANGUAGES)('不再受理（rights R3）%s：没有复查复核那一节；新的事实随时另提、怎么提、怎么投诉，都写着', (language) => {
    const stations = [
      { key: 'registered', state: 'done', on: '2026-07-20' },
      { key: 'declined', state: 'done' },
    ];
    const html = pageAt({ ...matterAt('furtherRefused'), stations, answerable: undefined } as unknown as PublicMatter, language);
    const { progress } = wordsOf(frameIn(language));
    for (const text of [progress.saysEnded.furtherRefused, progress.stationNotAnew, progress.anew.always, 'href="/file"', 'href="/complain/1"'])
      expect(html).toContain(text);
    expect(html).not.toContain(progress.forkTitle);
  });

  it('还能请求复查的，办结以后那一节也还在', () => {
    const canAsk = { instance: 'review' as const, until: '2026-10-16' as const, organs: [] };
    expect(pageAt({ ...matterAt('concluded'), canAsk })).toContain('拿到处理意见书以后');
    expect(pageAt(matterAt('notAccepted'))).not.toContain('拿到处理意见书以后');
  });

  it('申请回避可以说明单位负责人也牵涉在内；别的申请不问', () => {
    const ask = (about: 'recusal' | 'withdraw') => render({ name: 'ask', page: pageOf([onTime]), at: 0, about }, frameIn('zh-CN'));
    expect(ask('recusal')).toContain('name="headConcerned"');
    expect(ask('withdraw')).not.toContain('headConcerned');
  });

  it('以前申请过回避、已有决定的，才问有没有新的理由', () => {
    const decided = { ...onTime, log: [...onTime.log, { on: '2026-09-18' as const, type: 'RecusalDecided', text: '不用回避', title: '不用回避' }] };
    const ask = (matter: PublicMatter) => render({ name: 'ask', page: pageOf([matter]), at: 0, about: 'recusal' }, frameIn('zh-CN'));
    expect(ask(decided)).toContain('name="newGround"');
    expect(ask(onTime)).not.toContain('newGround');
  });

  it.each(LANGUAGES)('不变量 26 %s：代表申请撤回的，成员看得到，不用答复；同意、改主意都只按一下；代表知道只撤自己的', (language) => {
    const { roster } = wordsOf(frameIn(language));
    const member = (withdrawal?: 'asked' | 'agreed'): PublicMatter => ({
      ...onTime,
      group: { role: 'member', joinedOn: '2026-09-01', ...(withdrawal && { withdrawal }) },
    });
    const page = (matter: PublicMatter) => render({ name: 'roster', page: pageOf([matter]), at: 0 }, frameIn(language));
    expect(pageAt(member('asked'), language)).toContain(roster.withdrawalLink);
    expect(page(member('asked'))).toContain('value="agree"');
    expect(page(member('agreed'))).toContain('value="stay"');
    expect(page(member())).not.toContain('name="answer"');
    const own = { ...onTime, group: { role: 'representative' as const, canOpen: true } };
    expect(render({ name: 'withdraw', page: pageOf([own]), at: 0 }, frameIn(language))).toContain(roster.withdrawNote);
    expect(render({ name: 'withdraw', page: pageOf([onTime]), at: 0 }, frameIn(language))).not.toContain(roster.withdrawNote);
  });

  it('撤回以后，联名的成员自己也可以收回', () =>
    expect(pageAt({ ...matterAt('withdrawn'), group: { role: 'member', joinedOn: '2026-09-01' } })).toContain('href="/withdraw/1"'));

  it('办结以后还能请求复查的，放在下面那一节，不算“现在可以做的”', () => {
    const late = { instance: 'review' as const, until: '2026-08-16' as const, organs: [] };
    const html = pageAt({ ...matterAt('concluded'), canAsk: late });
    expect(html).toContain('href="/review/1"');
    expect(html).not.toContain(wordsOf(frameIn('zh-CN')).now.title);
  });

  it('联名的写几个人，一个名字也不带', () => {
    const page = pageOf([onTime], { intake: { ...pageOf([]).intake, petitioner: '澜某某', people: 22 } });
    const html = render({ name: 'progress', page, at: 0, code: '', refused: [] }, frameIn('zh-CN'));
    expect(html).toContain('22人联名');
    expect(html).not.toContain('澜某');
  });
});

it.each(LANGUAGES)('%s：请求写满了，说还有的写在哪里；没有写满的，可以再加', (language) => {
  const { claims } = wordsOf(frameIn(language)).file;
  const answersOf = (count: number) => ({ claims: Array.from({ length: count }, (_, at) => `第${at}件`) });
  const at = { name: 'question', step: 'claims', at: 4, of: 12, files: [], problems: [], toReview: false, resumeCode: 'ABCDEFGHJKMN' } as const;
  const page = (count: number) => render({ ...at, answers: answersOf(count) }, frameIn(language));
  const text = claims.full(MOST_CLAIMS).slice(0, 12);
  expect(page(MOST_CLAIMS)).toContain(text);
  expect(page(MOST_CLAIMS)).not.toContain('value="more"');
  expect(page(3)).toContain('value="more"');
  expect(page(3)).not.toContain(text);
});
