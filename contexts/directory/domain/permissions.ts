/** Who may ask for what in the directory: command × role. The server refuses by it, the workbench hides buttons by it. */
import { SEALED_ROLES, type Role } from '#kernel/roles.ts';

export const PERMISSIONS = {
  saveOrgan: ['sysAdmin'],
  listAccounts: ['sysAdmin', 'auditor'],
  createAccount: ['sysAdmin'],
  setRoles: ['sysAdmin'],
  resetPassword: ['sysAdmin'],
  removeSecondFactor: ['sysAdmin'],
  lockAccount: ['sysAdmin'],
  unlockAccount: ['sysAdmin'],
  readAccountHistory: ['sysAdmin', 'auditor'],
  nameSubstitute: ['sysAdmin', 'unitHead', 'petitionDeptHead', 'leader'],
  endSubstitute: ['sysAdmin', 'unitHead', 'petitionDeptHead', 'leader'],
  listProposals: ['sysAdmin', 'auditor', 'unitHead', 'petitionDeptHead', 'leader', ...SEALED_ROLES],
  decideProposal: SEALED_ROLES,
  withdrawProposal: ['sysAdmin', 'unitHead', 'petitionDeptHead', 'leader'],
} as const satisfies Record<string, readonly Role[]>;

export type DirectoryCommand = keyof typeof PERMISSIONS;

export function mayAsk(command: DirectoryCommand, roles: readonly Role[]): boolean {
  return PERMISSIONS[command].some((role) => roles.includes(role));
}

/** A system administrator has this role alone: who keeps the accounts opens no matter (lifecycle §2, 不变量 29). */
export function isMixOfAdminAndContent(roles: readonly Role[]): boolean {
  return roles.includes('sysAdmin') && roles.length > 1;
}

/** What holds no content: pages and files of the workbench itself, directory, calendar, policy packs, counts of what was deleted. */
const KEEPERS = ['/api/directory', '/api/retention', '/api/casework/calendar', '/api/casework/rules', '/api/openapi.json'];

export const isForKeepers = (url: string): boolean => !url.startsWith('/api/') || KEEPERS.some((each) => url === each || url.startsWith(`${each}/`));

/**
 * Who acts on no matter, and therefore reads none, whatever the post's unit has to do with it: who keeps the
 * accounts (不变量 29); deputies, whose access would end with a task (SA053, SA090); lawyers, who speak for the
 * petitioner (SC066); counsellors (R4); grid workers and volunteers, who see tasks and never personal fields (R9).
 */
const WITHOUT_CONTENT: readonly Role[] = ['sysAdmin', 'npcDeputy', 'cppccMember', 'lawyer', 'counsellor', 'gridWorker', 'volunteer'];

export const mayOpenContent = (roles: readonly Role[]): boolean => roles.some((role) => !WITHOUT_CONTENT.includes(role));

/** Work of such a role that is about places, not about people: a grid worker's daily patrol (W09). */
const TASKS: Readonly<Partial<Record<Role, string>>> = { gridWorker: '/api/coordination/work' };

export const hasTaskAt = (roles: readonly Role[], url: string): boolean =>
  roles.some((role) => TASKS[role] !== undefined && (url === TASKS[role] || url.startsWith(`${TASKS[role]}/`)));
