import { describe, expect, it } from 'vitest';
import { ALL_ROLES, SEALED_ROLES, type Role } from '#kernel/roles.ts';
import { hasTaskAt, isForKeepers, isMixOfAdminAndContent, mayAsk, mayOpenContent, PERMISSIONS, type DirectoryCommand } from './permissions.ts';

/** 谁管名录和账号：命令 × 角色，逐个问一遍. */
const COMMANDS = Object.keys(PERMISSIONS) as DirectoryCommand[];
const may = (...roles: Role[]) => COMMANDS.filter((command) => mayAsk(command, roles));

describe('名录和账号的权限', () => {
  it('系统管理员办账号和名录，只是不能同意；审计人员只看；负责人和领导只安排代班；密件角色只同意；别的角色什么也不能', () => {
    expect(may('sysAdmin')).toEqual(COMMANDS.filter((command) => command !== 'decideProposal'));
    expect(may('auditor')).toEqual(['listAccounts', 'readAccountHistory', 'listProposals']);
    for (const head of ['unitHead', 'petitionDeptHead', 'leader'] as const)
      expect(may(head), head).toEqual(['nameSubstitute', 'endSubstitute', 'listProposals', 'withdrawProposal']);
    for (const role of SEALED_ROLES) expect(may(role), role).toEqual(['listProposals', 'decideProposal']);
    const others = ALL_ROLES.filter((role) => !['sysAdmin', 'auditor', 'unitHead', 'petitionDeptHead', 'leader', ...SEALED_ROLES].includes(role));
    for (const role of others) expect(may(role), role).toEqual([]);
    expect(may()).toEqual([]);
  });

  it('有几个角色的，哪一个能办都能办', () => expect(may('unitClerk', 'auditor', 'unitHead')).toHaveLength(6));

  it('不变量 29：系统管理员不能同时有别的角色；单独的、或者没有系统管理员的，都可以', () => {
    expect(isMixOfAdminAndContent(['sysAdmin', 'unitClerk'])).toBe(true);
    expect(isMixOfAdminAndContent(['unitClerk', 'sysAdmin'])).toBe(true);
    expect(isMixOfAdminAndContent(['sysAdmin'])).toBe(false);
    expect(isMixOfAdminAndContent(['unitClerk', 'unitHead'])).toBe(false);
    expect(isMixOfAdminAndContent([])).toBe(false);
  });

  it('SD061、SA053、R4、R9：志愿者、网格员、心理服务人员、律师、代表委员不经手事项，所在单位的事也打不开；兼有办件职务的照办', () => {
    const outside: readonly Role[] = ['sysAdmin', 'npcDeputy', 'cppccMember', 'lawyer', 'counsellor', 'gridWorker', 'volunteer'];
    for (const role of ALL_ROLES) expect(mayOpenContent([role]), role).toBe(!outside.includes(role));
    expect(mayOpenContent(['volunteer', 'lawyer'])).toBe(false);
    expect(mayOpenContent(['volunteer', 'unitClerk'])).toBe(true);
  });

  it('R9：网格员只到得了自己的巡诊；志愿者没有这样的地方', () => {
    expect(hasTaskAt(['gridWorker'], '/api/coordination/work/:region/:work')).toBe(true);
    expect(hasTaskAt(['gridWorker'], '/api/coordination/workers')).toBe(false);
    expect(hasTaskAt(['gridWorker'], '/api/casework/desk')).toBe(false);
    expect(hasTaskAt(['volunteer', 'sysAdmin'], '/api/coordination/work')).toBe(false);
  });

  it('不变量 29：只是系统管理员的打不开任何内容，只能到名录、日历、规则和页面本身', () => {
    expect(mayOpenContent(['sysAdmin'])).toBe(false);
    expect(mayOpenContent([])).toBe(false);
    for (const url of [
      '/',
      '/assets/a.js',
      '/api/directory',
      '/api/directory/accounts',
      '/api/retention',
      '/api/casework/calendar',
      '/api/casework/rules/2026',
      '/api/openapi.json',
    ])
      expect(isForKeepers(url), url).toBe(true);
    for (const url of ['/api/casework/matters', '/api/casework', '/api/directoryx', '/api/retentions', '/api/casework/calendars', '/api/intake/directory'])
      expect(isForKeepers(url), url).toBe(false);
  });
});
