/**
 * A system administrator keeps accounts and opens no content (lifecycle §2, 不变量 29).
 * Held here once, for every endpoint of the office port: an endpoint that nobody
 * thought of is closed to them, not open.
 */
import type { FastifyInstance } from 'fastify';
import { Refusal } from '#kernel/refusal.ts';
import { isForKeepers, mayOpenContent } from '../domain/permissions.ts';

export function guardContent(app: FastifyInstance): void {
  app.addHook('preHandler', async ({ actor, routeOptions: { url = '' } }) => {
    if (!actor || mayOpenContent(actor.roles) || isForKeepers(url)) return;
    throw new Refusal('NotAllowed', '系统管理员只管单位和账号，不能查看、办理信访内容。需要办件的，请用本人的业务账号登录。');
  });
}
