import { describe, expect, it } from 'vitest';
import type { Role } from '#kernel/roles.ts';
import { specify } from '#kernel/spec.ts';
import { ORGANS, PEOPLE, SINCE } from '../testing.ts';
import type { AccountAction } from './account.ts';
import { accountDecider } from './decide.ts';
import { createDirectory } from './directory.ts';
import { fillOrgan } from './entry.ts';
import { agreersOf, guardedIn, holdsTheLine, openingsOf } from './four-eyes.ts';
import { halvesOf } from './password.ts';
import type { Proposal, Proposed } from './proposal.ts';

/** 会让人看到检举控告的，一个人办不成（条例第三十条第三款）. */
const given = specify(accountDecider);
const admin = { person: '凌键', unit: 'qc/petition' };
const keeper = { person: '秦守默', unit: 'qc-discipline/letters' };
const at = new Date('2026-05-11T09:00:00+08:00');
const later = (days: number) => new Date(at.getTime() + days * 86_400_000);
const words = { id: '1', hash: '2' };
const on = { account: '程慎言', by: admin, at };
const made = (...roles: Role[]): AccountAction[] => [
  { type: 'AccountMade', by: admin, at },
  { type: 'RolesSet', unit: 'qc/petition', given: roles, taken: [], by: admin, at },
];
const about = (what: Proposed, gains = '程慎言', renews = true): Proposal => ({ what, gains, renews, until: '2026-05-18', opens: [] });
const give: Proposed = { kind: 'giveRoles', unit: 'qc/petition', roles: ['sealedTriage'] };
const asked = (proposal: Proposal): AccountAction => ({ type: 'ActProposed', proposal: 'p', ...proposal, by: admin, at });
const agree = { type: 'agree', proposal: 'p', post: words, account: '程慎言', by: keeper, at: later(1) } as const;

describe('一个人办不成的', () => {
  it('不变量 27、29：给密件角色、重置密码、解除动态口令、恢复账号、安排代班，没有另一人同意的一律不办', () => {
    const holder = made('sealedTriage');
    given(...made('unitClerk'))
      .when({ type: 'setRoles', unit: 'qc/petition', roles: ['sealedTriage'], post: words, otherPost: false, ...on })
      .thenRefused('NotAllowed');
    given()
      .when({ type: 'make', unit: 'qc/petition', roles: ['sealedTriage'], post: words, ...on })
      .thenRefused('NotAllowed');
    given(...holder)
      .when({ type: 'resetPassword', ...on })
      .thenRefused('NotAllowed');
    given(...holder, { type: 'SecondFactorEnrolled', by: admin, at })
      .when({ type: 'removeSecondFactor', ...on })
      .thenRefused('NotAllowed');
    given(...holder, { type: 'AccountLocked', by: admin, at })
      .when({ type: 'unlock', ...on })
      .thenRefused('NotAllowed');
    given(...holder)
      .when({ type: 'nameSubstitute', unit: 'qc/petition', substitute: '何静怡', from: '2026-05-12', to: '2026-05-13', today: '2026-05-11', ...on })
      .thenRefused('NotAllowed');
  });

  it('代班人、党委领导也一样：账号能看到密件的，由名录说；刚刚同意的那一刻，谁也不能趁机重置', () => {
    given(...made('unitClerk'))
      .when({ type: 'resetPassword', opens: true, ...on })
      .thenRefused('NotAllowed');
    given(...made('unitClerk'))
      .when({ type: 'setRoles', unit: 'qc/organization', roles: ['leader'], guarded: ['leader'], post: words, otherPost: false, ...on })
      .thenRefused('NotAllowed');
    const taken: AccountAction = {
      type: 'SubstitutionTaken',
      unit: 'x',
      standsInFor: '别人',
      from: '2026-05-11',
      to: '2026-05-12',
      agreed: keeper,
      by: admin,
      at,
    };
    given(...made('unitClerk'), taken)
      .when({ type: 'resetPassword', ...on })
      .thenRefused('NotAllowed');
    given(...made('unitClerk'), taken)
      .when({ type: 'resetPassword', ...on, at: later(1) })
      .thenTypes('PasswordReset');
  });

  it('收回密件角色、停用账号，一个人就能办；本人改密码、停用自己的动态口令，不用谁同意', () => {
    given(...made('sealedTriage'))
      .when({ type: 'setRoles', unit: 'qc/petition', roles: [], post: words, otherPost: false, ...on })
      .thenTypes('RolesSet');
    given(...made('sealedTriage'))
      .when({ type: 'lock', reason: words, ...on })
      .thenTypes('AccountLocked');
    const self = { account: '程慎言', by: { person: '程慎言', unit: 'qc/petition' }, at };
    given(...made('sealedTriage'), { type: 'SecondFactorEnrolled', by: admin, at })
      .when({ type: 'removeSecondFactor', ...self })
      .thenTypes('SecondFactorRemoved');
  });

  it('只是输错的，等一等就行：一个人也不能替密件经办人清掉次数', () => {
    given(...made('sealedTriage'))
      .when({ type: 'unlock', opens: true, ...on })
      .thenRefused('WrongStage');
  });
});

describe('提出、同意、不同意、撤回、作废', () => {
  const waiting = [...made('unitClerk'), asked(about(give))];

  it('另一人同意：提议和办理是同一步，办理记在提出的人名下，写明经谁同意；同时换一次性密码', () => {
    given(...waiting)
      .when(agree)
      .then(
        { type: 'ProposalAgreed', proposal: 'p', by: keeper, at: later(1) },
        { type: 'RolesSet', unit: 'qc/petition', given: ['sealedTriage'], taken: [], post: words, agreed: keeper, by: admin, at: later(1) },
        { type: 'PasswordReset', agreed: keeper, by: admin, at: later(1) },
      );
  });

  it('提出的人、因此能看到的人，都不能自己同意，也不能自己拒绝', () => {
    for (const by of [admin, { person: '程慎言', unit: 'qc/petition' }]) {
      given(...waiting)
        .when({ ...agree, by })
        .thenRefused('NotAllowed');
      given(...waiting)
        .when({ type: 'refuseProposal', proposal: 'p', reason: words, account: '程慎言', by, at })
        .thenRefused('NotAllowed');
    }
  });

  it('过了最后一天就不能同意；作废、不同意、撤回、同意了的，不能再同意', () => {
    given(...waiting)
      .when({ ...agree, at: later(7) })
      .thenTypes('ProposalAgreed', 'RolesSet', 'PasswordReset');
    given(...waiting)
      .when({ ...agree, at: later(8) })
      .thenRefused('TooLate');
    const ends: AccountAction[] = [
      { type: 'ProposalExpired', proposal: 'p', by: admin, at: later(8) },
      { type: 'ProposalRefused', proposal: 'p', reason: words, by: keeper, at },
      { type: 'ProposalWithdrawn', proposal: 'p', by: admin, at },
      { type: 'ProposalAgreed', proposal: 'p', by: keeper, at },
    ];
    for (const end of ends)
      given(...waiting, end)
        .when(agree)
        .thenRefused('WrongStage');
    given(...waiting)
      .when({ type: 'expireProposal', proposal: 'p', account: '程慎言', by: admin, at: later(7) })
      .thenRefused('WrongStage');
  });

  it('同样的一项不重复提出；办不成的，提出时就说', () => {
    given(...waiting)
      .when({ type: 'propose', proposal: 'q', ...about(give), ...on })
      .thenRefused('WrongStage');
    given(...made('sysAdmin'))
      .when({ type: 'propose', proposal: 'q', ...about(give), ...on })
      .thenRefused('AgainstRule');
    given(...made('unitClerk'))
      .when({ type: 'propose', proposal: 'q', ...about({ kind: 'removeSecondFactor' }), ...on })
      .thenRefused('WrongStage');
    given(...made('unitClerk'))
      .when({ type: 'propose', proposal: 'q', ...about({ kind: 'resetPassword' }), ...on, by: { person: '程慎言', unit: 'qc/petition' } })
      .thenRefused('NotAllowed');
  });

  it('有人代班的，先结束代班：代班人会跟着看到。提出以后才安排的代班，同意时也拦得住', () => {
    const named: AccountAction = { type: 'SubstituteNamed', unit: 'qc/petition', substitute: '何静怡', from: '2026-05-12', to: '2026-05-20', by: admin, at };
    given(...waiting, named)
      .when(agree)
      .thenRefused('AgainstRule');
    given(...made('unitClerk'), named)
      .when({ type: 'propose', proposal: 'q', ...about(give), ...on })
      .thenRefused('AgainstRule');
    given(...waiting, named, { type: 'SubstituteEnded', unit: 'qc/petition', substitute: '何静怡', by: admin, at })
      .when(agree)
      .thenTypes('ProposalAgreed', 'RolesSet', 'PasswordReset');
  });

  it('代班：记在不在的人账号上，代班人能看到，所以代班人不能同意，不在的人可以', () => {
    const standIn = about({ kind: 'nameSubstitute', unit: 'qc/petition', from: '2026-05-12', to: '2026-05-13' }, '何静怡');
    const past = [...made('sealedTriage'), asked(standIn)];
    given(...past)
      .when({ ...agree, by: { person: '何静怡', unit: 'qc/petition' } })
      .thenRefused('NotAllowed');
    given(...past)
      .when({ ...agree, by: { person: '程慎言', unit: 'qc/petition' } })
      .thenTypes('ProposalAgreed', 'SubstituteNamed');
  });
});

describe('谁能同意', () => {
  const organs = ORGANS.map((entry) => fillOrgan(entry, SINCE));
  const people = PEOPLE.map(({ login, name, phone }) => ({ id: login, region: 'qc', name, phone }));
  const own = PEOPLE.flatMap(({ login, posts }) =>
    posts.map(({ unit, title, roles }, nth) => ({ person: login, unit, nth, post: title, roles: roles as Role[], from: SINCE })),
  );
  const holds = (person: string, unit: string, role: Role) => ({ person, unit, nth: 1, post: '专管', roles: [role], from: SINCE });
  const with_ = (...more: ReturnType<typeof holds>[]) => createDirectory(organs, people, [...own, ...more]);
  const day = '2026-05-11';
  const who = (directory: ReturnType<typeof with_>, unit: string, gains = '-', proposedBy = '-') =>
    agreersOf(directory, { opens: [{ unit, role: 'sealedTriage' }], gains, proposedBy }, day).map(({ person }) => person);

  it('同一机关的密件经办人，本地和上一级信访部门、纪检监察机关的密件经办人；别处的、管理员、负责人都不是', () => {
    const all = with_(
      holds('xf01', 'qc/petition', 'sealedTriage'),
      holds('sx01', 'lin/petition', 'sealedTriage'),
      holds('zj02', 'qc/organization', 'organizationRecipient'),
    );
    expect(who(all, 'qc/petition').sort()).toEqual(['jw01', 'sx01', 'xf01']);
    expect(who(all, 'qc/organization').sort()).toEqual(['jw01', 'sx01', 'xf01', 'zj02']);
    expect(who(all, 'lin/petition')).toEqual(['sx01']); // nobody below agrees for those above
  });

  it('得到的人、提出的人，以及代他们班的人，都不算；要打开几处的，每一处都要能同意', () => {
    const all = with_(holds('xf01', 'qc/petition', 'sealedTriage'), holds('sx01', 'lin/petition', 'sealedTriage'));
    expect(who(all, 'qc/petition', 'jw01', 'xf01')).toEqual(['sx01']);
    const standIn = { ...holds('xf02', 'qc-discipline/letters', 'disciplineRecipient'), roles: [], standsInFor: 'jw01' };
    expect(who(with_(standIn), 'qc/petition').sort()).toEqual(['jw01', 'xf02']);
    expect(who(with_(standIn), 'qc/petition', 'jw01')).toEqual([]);
    const both = {
      opens: [{ unit: 'qc/petition', role: 'sealedTriage' } as const, { unit: 'lin/petition', role: 'sealedTriage' } as const],
      gains: '-',
      proposedBy: '-',
    };
    expect(agreersOf(all, both, day).map(({ person }) => person)).toEqual(['sx01']);
  });

  it('代班也算能看到，还没有开始的也算；党委机关的领导算，政府的领导不算', () => {
    const coming = { ...holds('xf02', 'qc-discipline/letters', 'disciplineRecipient'), roles: [], standsInFor: 'jw01', from: '2026-05-20' as const };
    expect(openingsOf(with_(coming), 'xf02', day)).toEqual([{ unit: 'qc-discipline/letters', role: 'disciplineRecipient' }]);
    expect(openingsOf(with_(holds('zj02', 'qc/organization', 'leader')), 'zj02', day)).toEqual([{ unit: 'qc/organization', role: 'leader' }]);
    expect(openingsOf(with_(holds('zj02', 'qc/government', 'leader')), 'zj02', day)).toEqual([]);
    expect(guardedIn(with_(), 'qc/government')).not.toContain('leader');
  });

  it('有人经办密件的单位和它的上级机关，位置不能由一人改；别的可以', () => {
    const held = (unit: string) => holdsTheLine(with_(), unit, day);
    expect(['qc-discipline/letters', 'qc-discipline/commission', 'qc/housing', 'qc/petition'].map(held)).toEqual([true, true, false, false]);
  });

  it('一次性密码的两半合起来才是一个', () => expect(halvesOf('abcd-efgh-jkmn-pqrs')).toEqual(['abcd-efgh', 'jkmn-pqrs']));
});
