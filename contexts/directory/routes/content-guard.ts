/**
 * A system administrator keeps accounts and opens no content (lifecycle §2, 不变量 29);
 * nor does who helps or looks in from outside: volunteers, grid workers, counsellors,
 * lawyers, deputies (R4, R9). Held here once, for every endpoint of the office port:
 * an endpoint that nobody thought of is closed to them, not open.
 */
import type { FastifyInstance } from 'fastify';
import { Refusal } from '#kernel/refusal.ts';
import { ROLES, type Role } from '#kernel/roles.ts';
import { hasTaskAt, isForKeepers, mayOpenContent } from '../domain/permissions.ts';

export function guardContent(app: FastifyInstance): void {
  app.addHook('preHandler', async ({ actor, routeOptions: { url = '' } }) => {
    if (!actor || mayOpenContent(actor.roles) || isForKeepers(url) || hasTaskAt(actor.roles, url)) return;
    throw new Refusal('NotAllowed', noContentFor(actor.roles), '个人信息保护法第六条');
  });
}

const noContentFor = (roles: readonly Role[]): string =>
  roles.includes('sysAdmin')
    ? '系统管理员只管单位和账号，不能查看、办理信访内容。需要办件的，请用本人的业务账号登录。'
    : `${roles.map((role) => ROLES[role]).join('、')}不经手信访事项，不能查看信访人的情况和信访内容。有情况要反映、有事要帮忙的，请告诉本单位承办人；在别的单位有办件职务的，请先换到那个单位。`;
