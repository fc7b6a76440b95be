import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Day, Region, Uuid } from '#kernel/shapes.ts';

/** 人民建议征集 (第二十九条第三款): a suggestion that comes by letter, telephone or visit may answer a call as well as one from the portal. */

export const CallShown = Type.Object({
  id: Type.String({ format: 'uuid' }),
  title: Type.String(),
  organ: Type.String(),
  until: Day,
});
export type CallShown = Static<typeof CallShown>;

const Intake = Type.Object({ region: Region, intake: Uuid });

/** 这一天正在征集什么建议；没有的，登记时不问。 */
export const listCalls = {
  method: 'GET',
  url: '/api/intake/calls',
  query: Type.Object({ on: Day }),
  reply: Type.Array(CallShown),
} as const satisfies Endpoint;

export const AnsweredCall = Type.Object({
  n: Type.Integer(),
  call: Type.Union([CallShown, Type.Null()], { description: '算作应哪次征集提的' }),
  choices: Type.Array(CallShown, { description: '收到那天正在征集的；不归看的人定的，是空的' }),
});
export type AnsweredCall = Static<typeof AnsweredCall>;

/** 这件来件应哪次征集；收件单位和经手的单位看得到，由收件单位定。 */
export const getAnsweredCall = {
  method: 'GET',
  url: '/api/intake/:region/:intake/call',
  params: Intake,
  reply: AnsweredCall,
} as const satisfies Endpoint;

/** 登记以后才看出是应征集提的，或者选错了：算进、改成、移出，都可以再改；办理和期限不变。 */
export const answerCall = {
  method: 'POST',
  url: '/api/intake/:region/:intake/call',
  params: Intake,
  body: Type.Object({
    seen: Type.Integer({ minimum: 1 }),
    call: Type.Union([Type.String({ format: 'uuid' }), Type.Null()], { description: '空的：不是应征集提的' }),
  }),
  reply: Type.Object({ n: Type.Integer() }),
} as const satisfies Endpoint;
