/** What a supervisor looks at: what is overdue, by unit, and the figures of a year. Neither counts how many petitions somebody has (不变量 43). */
import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Day, Uuid } from '#kernel/shapes.ts';

export const OverdueRow = Type.Object({
  region: Type.String(),
  matter: Uuid,
  no: Type.String(),
  title: Type.Optional(Type.String({ description: '什么事；本单位没有经手的、已依法删除的没有' })),
  clock: Type.String(),
  clockName: Type.String({ description: '哪一项职责超期' }),
  legalOn: Day,
  daysLate: Type.Integer(),
  order: Type.Optional(Uuid),
  stage: Type.Optional(Type.String({ description: '督办到哪一步' })),
});
export type OverdueRow = Static<typeof OverdueRow>;

/** 超期清单：最久的在前，按单位分组，写明每一件差的是哪一步；不按件数排. */
export const listOverdue = {
  method: 'GET',
  url: '/api/supervision/overdue',
  reply: Type.Object({
    today: Day,
    units: Type.Array(
      Type.Object({ unit: Type.String(), unitName: Type.String(), longest: Type.Integer({ description: '最久的超了几天' }), rows: Type.Array(OverdueRow) }),
    ),
  }),
} as const satisfies Endpoint;

const Count = Type.Union([Type.Integer(), Type.Null()], { description: '少于 5 的为空；分项里能推算出那一项的也为空' });
const YEAR = '^20[0-9]{2}$';
const Counted = Type.Object({
  name: Type.String(),
  count: Count,
  behind: Type.Optional(Type.Object({ what: Type.String(), key: Type.String() }, { description: '看是哪些；不公布的数没有' })),
});

/** 年度报告数据（第四十一条第一款四项的前三项），按全年办理记录算出. */
export const getYearFigures = {
  method: 'GET',
  url: '/api/supervision/year/:year',
  params: Type.Object({ year: Type.String({ pattern: YEAR }) }),
  reply: Type.Object({
    year: Type.String(),
    until: Day,
    matters: Count,
    byCategory: Type.Array(Counted),
    complainedAbout: Type.Array(Counted, { description: '被投诉较多的机关、单位：对办理的投诉，不是信访件数' }),
    sent: Type.Array(Counted, { description: '转送、交办、督办' }),
    recommendations: Type.Array(Counted, { description: '三项建议以及被采纳情况' }),
  }),
} as const satisfies Endpoint;
export type YearFigures = Static<(typeof getYearFigures)['reply']>;

export const YearItem = Type.Object({
  region: Type.String(),
  id: Uuid,
  kind: Type.Enum(['matter', 'work']),
  no: Type.Optional(Type.String()),
  title: Type.Optional(Type.String({ description: '本单位没有经手的、已依法删除的没有' })),
  on: Day,
});
export type YearItem = Static<typeof YearItem>;

/** 年度报告里的一个数是哪些：同一种数法，新的在前。不公布的数不列。 */
export const listYearBehind = {
  method: 'GET',
  url: '/api/supervision/year/:year/behind',
  says: '年度报告里的一个数是哪些',
  params: Type.Object({ year: Type.String({ pattern: YEAR }) }),
  query: Type.Object({ what: Type.String({ pattern: '^[A-Za-z]{1,40}$' }), key: Type.Optional(Type.String({ maxLength: 40 })) }),
  reply: Type.Object({ until: Day, name: Type.String(), count: Type.Integer(), rows: Type.Array(YearItem), more: Type.Boolean() }),
} as const satisfies Endpoint;
