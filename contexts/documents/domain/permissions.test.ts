import { describe, expect, it } from 'vitest';
import { ALL_ROLES, type Role } from '#kernel/roles.ts';
import { PAPER_CODES } from './catalogue.ts';
import type { PaperCode } from './kind.ts';
import { PAPER_PERMISSIONS, signersOf } from './permissions.ts';

/** 谁能签发哪一种文书：决定由负责人签发，经办的文书承办人也能签发，职位专属的另外列明. */
const DECIDING: readonly (readonly [PaperCode, string])[] = [
  ['F08', '不予受理告知书（第二十三条）'],
  ['F10', '程序（途径）告知书（第三十一条）'],
  ['F14', '受理机关指定决定（第二十四条）'],
  ['F16', '延期告知书（第三十四条）'],
  ['F23', '信访处理意见书（第三十二条）'],
  ['F35', '信访事项复查意见书（第三十五条）'],
  ['F36', '信访事项复核意见书（第三十六条）'],
  ['F59', '更正（撤销、重新处理）决定书'],
];
const CLERICAL: readonly (readonly [PaperCode, string])[] = [
  ['F02', '收件回执'],
  ['F06', '转送（交办）去向告知书'],
  ['F07', '受理告知书'],
  ['F17', '调查（谈话）笔录'],
  ['F27', '送达回证'],
];
const OFFICES: readonly (readonly [PaperCode, Role, string])[] = [
  ['F14', 'jointConferenceOffice', '没有共同上级的，由联席会议决定'],
  ['F22', 'hearingHost', '听证报告由主持人写'],
  ['F26', 'mediator', '调解协议书有调解员签'],
  ['F29', 'leader', '批示是领导的'],
  ['F34', 'reviewOfficer', '复查复核受理情况由复查复核人员告知'],
  ['F36', 'reviewCommittee', '复核意见由复查复核委员会'],
  ['F39', 'supervisor', '督办函由督查专员'],
  ['F46', 'reliefOfficer', '救助由帮扶救助人员'],
  ['F50', 'archivist', '卷宗由档案人员'],
];
const NEVER: readonly Role[] = ['sysAdmin', 'auditor', 'lawyer', 'volunteer', 'gridWorker', 'hearingMember', 'npcDeputy', 'cppccMember', 'counsellor'];

describe('谁签发', () => {
  it.each(DECIDING)('%s %s：由负责人签发，承办人、接访办信人员、用印人员不能', (code) => {
    const signers = signersOf(code);
    for (const head of ['unitHead', 'petitionDeptHead'] as const) expect(signers, head).toContain(head);
    for (const clerk of ['unitClerk', 'intakeOfficer', 'triageOfficer', 'sealKeeper'] as const) expect(signers, clerk).not.toContain(clerk);
  });

  it.each(CLERICAL)('%s %s：承办人、用印人员可以签发，不必等负责人', (code) => {
    for (const clerk of ['unitClerk', 'intakeOfficer', 'triageOfficer', 'sealKeeper', 'unitHead'] as const) expect(signersOf(code), clerk).toContain(clerk);
  });

  it.each(OFFICES)('%s：%s 也能签发，%s', (code, role) => {
    expect(signersOf(code)).toContain(role);
    expect(signersOf('F08')).not.toContain(role); // an office of its own, not that of the unit's refusal
  });

  it('每一种文书都有人能签发，写着的都是有的职务；只看不办的、外面来的，一种也不能签发', () => {
    for (const code of PAPER_CODES) {
      const signers = signersOf(code);
      expect(signers, code).toContain('unitHead');
      expect(
        signers.filter((role) => !ALL_ROLES.includes(role)),
        code,
      ).toEqual([]);
      expect(
        signers.filter((role) => NEVER.includes(role)),
        code,
      ).toEqual([]);
    }
  });
});

describe('谁看、谁写、谁发、谁作废', () => {
  const may = (role: Role) => Object.entries(PAPER_PERMISSIONS).flatMap(([act, roles]) => ((roles as readonly Role[]).includes(role) ? [act] : []));

  it('承办人看、写、发，不作废；负责人都可以；用印人员看、发、作废，不写', () => {
    expect(may('unitClerk')).toEqual(['read', 'draft', 'dispatch']);
    expect(may('unitHead')).toEqual(['read', 'draft', 'void', 'dispatch']);
    expect(may('sealKeeper')).toEqual(['read', 'void', 'dispatch']);
    expect(may('legalReviewer')).toEqual(['read', 'draft']);
  });

  it('不变量 29：系统管理员、审计人员和检举控告的收件人，文书一概不经手', () => {
    for (const role of [...NEVER, 'sealedTriage', 'disciplineRecipient', 'organizationRecipient', 'politicalLegalRecipient'] as const)
      expect(may(role), role).toEqual([]);
  });

  it('能写、能发、能作废的，都看得到', () => {
    for (const role of ALL_ROLES) if (may(role).length > 0) expect(may(role), role).toContain('read');
  });
});
