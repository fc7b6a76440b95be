/** Who may ask for what in the directory: command × role. The server refuses by it, the workbench hides buttons by it. */
import type { Role } from '#kernel/roles.ts';

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

export const mayOpenContent = (roles: readonly Role[]): boolean => roles.some((role) => role !== 'sysAdmin');
