import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';

/** 人民建议征集 (第二十九条第三款): a suggestion that comes by letter, telephone or visit may answer a call as well as one from the portal. */
const Day = Type.String({ format: 'date' });

export const CallShown = Type.Object({
  id: Type.String({ format: 'uuid' }),
  title: Type.String(),
  organ: Type.String(),
  until: Day,
});
export type CallShown = Static<typeof CallShown>;

/** 这一天正在征集什么建议；没有的，登记时不问。 */
export const listCalls = {
  method: 'GET',
  url: '/api/intake/calls',
  query: Type.Object({ on: Day }),
  reply: Type.Array(CallShown),
} as const satisfies Endpoint;
