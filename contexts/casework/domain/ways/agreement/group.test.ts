import { describe, expect, it } from 'vitest';
import { answer } from '../../../../../test/answer.ts';
import { by, housing, petition, STORY, UNITS, words } from '../../../../../test/stories.ts';
import { also, clock, given, state } from '../../../../../test/ways.ts';
import type { MatterAction } from '../../actions.ts';
import type { MatterCommand } from '../../commands.ts';
import { FORMS } from '../../forms.ts';
import { PERMISSIONS, PETITIONER } from '../../permissions.ts';
import { TELLINGS } from '../../timeline.ts';
import { boundOf } from '../collective/state.ts';
import { answersTo } from './answers.ts';
import { offeredOf } from '../promises/decide.ts';

/** 代表不能替大家签协议：各人只算各人的（第三十三条；不变量 26；决定 67）. */
const own = (on: string) => by(PETITIONER, on, PETITIONER);
const group = STORY.handling().map((one) => (one.type === 'MatterOpened' ? { ...one, people: 16 } : one)) as MatterAction[];
const join = (member: string): MatterCommand => ({ type: 'joinRoster', member, card: words(member), ...own('2026-08-05') });
const three = also(group, { type: 'openRoster', representatives: 2, ...own('2026-08-05') }, join('甲'), join('乙'), join('丙'));
const dueOn = '2026-09-20' as const;
const offer = (on = '2026-08-10', until: typeof dueOn | '2026-09-25' = dueOn): MatterCommand => ({
  type: 'offerAgreement',
  form: 'settlement',
  terms: words('九月二十日前修好路灯'),
  dueOn: until,
  ...housing(on),
});
const says = (member: string, agrees = true, no = 1, on = '2026-08-11'): MatterCommand => ({ type: 'answerAgreement', member, agrees, offer: no, ...own(on) });
const sign = (more: object = {}, on = '2026-08-12'): MatterCommand =>
  ({
    type: 'signAgreement',
    form: 'settlement',
    petitionerFree: true,
    otherFree: true,
    terms: words('协议书'),
    scan: words('双方签字的协议书'),
    dueOn,
    ...housing(on),
    ...more,
  }) as MatterCommand;
const offered = also(three, offer());

describe('几个人共同提出的，签调解、和解协议', () => {
  it('不变量 26：代表一个人签不了大家的：没有送各人答复的不能签；答复的只有本人，没有一张表单、一个岗位能替', () => {
    expect(answer(three, sign({ everybody: true }))).toContain('代表不能替别人签');
    expect(FORMS.answerAgreement).toBeUndefined();
    expect([PERMISSIONS.answerAgreement.relations, PERMISSIONS.answerAgreement.roles]).toEqual([['petitioner'], []]);
    given(...offered)
      .when({ ...says('甲'), ...housing('2026-08-11') } as MatterCommand)
      .thenRefused('NotAllowed');
    expect(answer(offered, says('外人'))).toContain('名册里没有您');
    for (const type of ['MemberAgreed', 'MemberDidNotAgree'] as const) expect(TELLINGS[type].shown).toBe(false);
    expect(answer(STORY.handling(), offer())).toContain('本件是一个人提出的');
    expect(answer(group, offer())).toContain('还没有人加入名册');
  });

  it('名册上的人都同意、名册外的人也逐一问过都同意的，才签成全体的协议，办结期限停，按协议督促', () => {
    const all = also(offered, says('甲'), says('乙'), says('丙'), sign({ everybody: true }));
    expect(all.at(-1)).toMatchObject({ type: 'AgreementSigned', terms: words('九月二十日前修好路灯'), written: words('协议书') }); // what each had read binds
    expect(state(all)).toMatchObject({ stage: 'agreed', agreement: { dueOn } });
    expect(clock(all, 'A14')).toMatchObject({ stoppedBy: 'AgreementSigned' });
  });

  it('有人不同意、没有答复，或者名册外的人没有问到的：只算同意的人，本件照常办，办结期限不停；对同意的人记成有日期的承诺', () => {
    const some = also(offered, says('甲'), says('乙', false), sign({ everybody: true }));
    expect(some.slice(-2)).toMatchObject([
      { type: 'AgreedBySome', members: ['甲'], agreed: 1, staying: 2, othersAsked: true, part: 'commitment/1' },
      { type: 'CommitmentMade', part: 'commitment/1', owner: UNITS.housing, dueOn: { D11: dueOn } },
    ]);
    expect(state(some)).toMatchObject({ stage: 'inProgress' });
    expect(state(some).agreement?.offer).toBeUndefined();
    expect(clock(some, 'A14')).toEqual(clock(three, 'A14'));
    expect(clock(some, 'A38')).toBeUndefined();
    expect([...boundOf(state(some))]).toEqual(['甲']);
    const unasked = also(offered, says('甲'), says('乙'), says('丙'), sign());
    expect(unasked.at(-2)).toMatchObject({ type: 'AgreedBySome', agreed: 3, staying: 0, othersAsked: false });
    expect(also(some, { type: 'issueOpinion', document: 'document/2', results: { 1: 'explained' }, ...housing('2026-08-20') }).at(-1)?.type).toBe(
      'OpinionIssued',
    );
  });

  it('R7、不变量 26：与一部分人签成的，那项承诺的双向承诺书只给同意的人签；不同意、没有答复的不给，签也签不了；单位另外的承诺照样给每个人', () => {
    const some = also(offered, says('甲'), says('乙', false), sign());
    const member = (who: string, parts = ['commitment/1']): MatterCommand => ({ type: 'signAsMember', member: who, parts, until: dueOn, ...own('2026-08-13') });
    const offers = (past: readonly MatterAction[]) => [undefined, '甲', '乙', '丙'].map((who) => offeredOf(state(past), who)?.promises.map(({ part }) => part));
    expect(offers(some)).toEqual([['commitment/1'], ['commitment/1'], undefined, undefined]);
    expect(answer(some, member('甲'))).toBe('MemberSignedCommitment');
    expect(answer(some, member('乙'))).toContain('现在没有可以签的承诺书');
    const more = also(some, { type: 'makeCommitment', owner: UNITS.housing, what: words('先装临时灯'), dueOn: '2026-08-30', ...housing('2026-08-13') });
    expect(offers(more).slice(2)).toEqual([['commitment/2'], ['commitment/2']]);
    expect(answer(more, member('丙', ['commitment/2']))).toBe('MemberSignedCommitment');
    expect(answer(more, member('丙', ['commitment/1', 'commitment/2']))).toContain('您没有同意过');
  });

  it('签以前看得到问了几个人、几人同意、几人不同意、几人还没有答复；只有人数，名单不给单位看；换了主意、退出、已经签成的都不再算', () => {
    const counts = (...commands: MatterCommand[]) => answersTo(state(also(offered, ...commands)));
    expect(answersTo(state(three))).toBeUndefined();
    expect(counts()).toEqual({ until: dueOn, agreed: 0, declined: 0, open: 3 });
    expect(counts(says('甲'), says('乙', false))).toEqual({ until: dueOn, agreed: 1, declined: 1, open: 1 });
    expect(counts(says('甲'), says('甲', false))).toEqual({ until: dueOn, agreed: 0, declined: 1, open: 2 });
    expect(counts(says('乙', false), says('乙'))).toEqual({ until: dueOn, agreed: 1, declined: 0, open: 2 });
    expect(counts(says('乙', false), { type: 'leaveRoster', member: '乙', ...own('2026-08-12') })).toEqual({ until: dueOn, agreed: 0, declined: 0, open: 2 });
    expect(counts(says('甲'), sign())).toBeUndefined();
    expect(counts(says('甲'), sign(), offer('2026-08-13'))).toEqual({ until: dueOn, agreed: 0, declined: 0, open: 2 }); // 甲 has agreed already
  });

  it('没有开名册的：逐一问过、都同意的签成全体的，没有问的只算签了的代表', () => {
    expect(also(group, sign({ everybody: true })).at(-1)).toMatchObject({ type: 'AgreementSigned', terms: words('协议书') });
    expect(also(group, sign()).at(-2)).toMatchObject({ type: 'AgreedBySome', members: [], agreed: 0, staying: 0, othersAsked: false });
    expect(also(STORY.handling(), sign()).at(-1)).toMatchObject({ type: 'AgreementSigned' }); // one person signs for themselves, as before
  });

  it('改了内容的要重新答复：答复旧的不算；签的日期、种类与送的不一样的不能签；退出名册的，说过的话一起没有', () => {
    const renewed = also(offered, says('甲'), offer('2026-08-12', '2026-09-25'));
    expect(state(renewed).agreement?.offer).toMatchObject({ no: 2, agreed: [] });
    expect(answer(renewed, says('乙', true, 1, '2026-08-13'))).toContain('协议内容已经换了');
    expect(answer(renewed, sign({}, '2026-08-13'))).toContain('与这里填的不一样');
    expect(state(also(offered, says('甲'), says('甲', false))).agreement?.offer?.agreed).toEqual([]); // until it is signed anybody may change their mind
    const left = also(offered, says('甲'), { type: 'leaveRoster', member: '甲', ...own('2026-08-12') });
    expect(JSON.stringify(state(left))).not.toContain('甲');
  });

  it('其余的人后来都同意，或者都撤回的，本件才了结；协议没有履行的，那些人的一份重新算进来', () => {
    const some = also(offered, says('甲'), sign());
    const rest = also(some, offer('2026-08-13'), says('乙', true, 2, '2026-08-14'), says('丙', true, 2, '2026-08-14'), sign({ everybody: true }, '2026-08-15'));
    expect(state(rest).stage).toBe('agreed');
    const asks = also(some, { type: 'requestWithdrawal', statement: words('不办了'), ...own('2026-08-13') });
    const agreeing = also(
      asks,
      { type: 'answerWithdrawal', member: '乙', agrees: true, ...own('2026-08-14') },
      { type: 'answerWithdrawal', member: '丙', agrees: true, ...own('2026-08-14') },
    );
    const confirm: MatterCommand = {
      type: 'confirmWithdrawal',
      answer: 'free',
      record: words('电话问过'),
      publicInterest: false,
      everybody: true,
      ...petition('2026-08-15'),
    };
    expect(answer(agreeing, confirm)).toBe('MatterWithdrawn');
    const broken = also(agreeing, { type: 'verifyCommitment', no: 1, answer: 'petitionerDenies', evidence: words('没有修'), ...petition('2026-08-14') });
    expect([...boundOf(state(broken))]).toEqual([]);
    expect(answer(broken, confirm)).toBe('WithdrawnBySome'); // what was promised to 甲 is not kept, and nobody withdraws for them
  });
});
