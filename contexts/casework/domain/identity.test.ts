import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_ROLES } from '#kernel/roles.ts';
import { mayKnowIdentity, withoutContact } from './identity.ts';

describe('信访人的姓名、电话、住址', () => {
  it('只给与信访人联系、核对身份的岗位看；用印、审计、合法性审查、密件线、系统管理员都看不到', () => {
    const without = ALL_ROLES.filter((role) => !mayKnowIdentity([role]));
    expect(without.sort()).toEqual(
      [
        'legalReviewer',
        'sealKeeper',
        'hearingMember',
        'auditor',
        'sysAdmin',
        'sealedTriage',
        'disciplineRecipient',
        'organizationRecipient',
        'politicalLegalRecipient',
        'npcDeputy',
        'cppccMember',
        'lawyer',
        'counsellor',
        'gridWorker',
        'volunteer',
      ].sort(),
    );
    expect([mayKnowIdentity(without), mayKnowIdentity([]), mayKnowIdentity([...without, 'unitClerk'])]).toEqual([false, false, true]);
  });

  it('经过里的送达凭证：单号、回执照说，住址、电话、签收人遮去，手写的签名不带出来', () => {
    const told = (evidence: object) => JSON.parse(withoutContact(JSON.stringify(evidence)));
    expect(told({ mailNo: 'XA1', address: '清和县城关街道幸福路12号3单元502' })).toEqual({ mailNo: 'XA1', address: '清和县城关街…' });
    expect(told({ address: '19900008824' })).toEqual({ address: '199****24' });
    expect(told({ place: '翠屏小区', deliverer: '李砚秋' })).toEqual({ place: '翠屏…', deliverer: '李砚秋' });
    expect(told({ signedBy: '滕秋生', signature: '本人在手写屏上签名', drawn: '同意;1,1 2,2' })).toEqual({
      signedBy: '滕某某',
      signature: '本人在手写屏上签名',
    });
    expect(withoutContact('{没有写完')).toBe('{没有写完');
  });

  it('不论写了什么，住址和电话都不整个带出来', () =>
    fc.assert(
      fc.property(
        fc.string({ minLength: 2, maxLength: 60 }).filter((text) => text.trim().length > 1),
        (address) => {
          expect(JSON.parse(withoutContact(JSON.stringify({ address }))).address).not.toContain(address.trim());
        },
      ),
      { numRuns: 200 },
    ));
});
