import Type, { type Static } from 'typebox';
import { CHANNELS, type Channel } from '#kernel/channels.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Day } from '#kernel/shapes.ts';

export { getDoneThisWeek, getFigures, listFigureMatters, type DoneItem, type FigureMatter, type FigureRow } from './figures/contract.ts';
/** Search over the matters that a unit has had to do with. */

export const Hit = Type.Object({
  region: Type.String(),
  matter: Type.String({ format: 'uuid' }),
  no: Type.String(),
  title: Type.String(),
  stage: Type.String(),
  kind: Type.Union([Type.String(), Type.Null()]),
  category: Type.Union([Type.String(), Type.Null()]),
  channel: Type.Enum(Object.keys(CHANNELS) as Channel[]),
  receivedOn: Day,
  snippet: Type.String({ description: '命中处前后几个字' }),
});
export type Hit = Static<typeof Hit>;

/** 找事项：两个字以上；或者一个编号。只找本单位经手的，只比事情，不查人。 */
export const searchMatters = {
  method: 'GET',
  url: '/api/insight/search',
  query: Type.Object({
    q: Type.String({ minLength: 1, maxLength: 100 }),
    stage: Type.Optional(Type.String({ maxLength: 40 })),
    kind: Type.Optional(Type.String({ maxLength: 20 })),
    category: Type.Optional(Type.String({ pattern: '^([0-9]{2}){1,2}$' })),
    channel: Type.Optional(Type.Enum(Object.keys(CHANNELS) as Channel[])),
    from: Type.Optional(Day),
    until: Type.Optional(Day),
  }),
  reply: Type.Object({
    hits: Type.Array(Hit),
    about: Type.Integer({ description: '约有多少件，数到1000为止' }),
    atLeast: Type.Boolean({ description: '不止这些' }),
  }),
} as const satisfies Endpoint;
