/** The permission table, asked before anything is done. */
import { Refusal } from '#kernel/refusal.ts';
import { ROLES } from '#kernel/roles.ts';
import type { Actor } from '#platform/actor.ts';
import { mayAsk, PERMISSIONS, type DirectoryCommand } from '../domain/permissions.ts';

export function checkMayAsk(command: DirectoryCommand, { roles }: Actor): void {
  if (mayAsk(command, roles)) return;
  const who = PERMISSIONS[command].map((role) => ROLES[role]).join('、');
  throw new Refusal('NotAllowed', `这一项由${who}办理，您现在的职务不能办。请联系本单位系统管理员。`);
}
