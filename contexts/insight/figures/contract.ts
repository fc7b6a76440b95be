import Type, { type Static } from 'typebox';
import { CHANNELS, type Channel } from '#kernel/channels.ts';
import { CLOCKS } from '#kernel/clocks/index.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Day, UnitCode } from '#kernel/shapes.ts';

const Month = Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' });
const Count = Type.Object({ kept: Type.Integer(), broken: Type.Integer(), rate: Type.String({ description: '没有的写“—”，不写100%' }) });

export const FigureRow = Type.Object({
  unit: Type.String(),
  name: Type.String(),
  clock: Type.String(),
  now: Count,
  closed: Type.Union([Count, Type.Null()], { description: '月底结账时的数；与现在不同的，是后来有补录或者更正' }),
});
export type FigureRow = Static<typeof FigureRow>;

/** 一个月里到期的法定期限，按期办了多少。按名录的次序列出，不按来信来访的多少排。 */
export const getFigures = {
  method: 'GET',
  url: '/api/insight/figures',
  says: '期限办理情况',
  query: Type.Object({ month: Month }),
  reply: Type.Object({ month: Type.String(), asOf: Day, rows: Type.Array(FigureRow) }),
} as const satisfies Endpoint;

export const FigureMatter = Type.Object({
  region: Type.String(),
  matter: Type.String({ format: 'uuid' }),
  no: Type.String(),
  title: Type.Optional(Type.String({ description: '什么事；本单位没有经手的、已依法删除的没有' })),
  key: Type.String(),
  legalOn: Day,
  doneOn: Type.Union([Day, Type.Null()], { description: '到算数的那天还没有办的为空' }),
});
export type FigureMatter = Static<typeof FigureMatter>;

/** 一个数是哪些事项：和 `getFigures` 的同一个数、同一种数法，最早到期的在前。 */
export const listFigureMatters = {
  method: 'GET',
  url: '/api/insight/figures/matters',
  says: '一个数是哪些事项',
  query: Type.Object({
    month: Month,
    unit: UnitCode,
    clock: Type.Enum(Object.keys(CLOCKS) as ClockId[]),
    how: Type.Enum(['kept', 'broken']),
  }),
  reply: Type.Object({
    asOf: Day,
    unitName: Type.String(),
    count: Type.Integer({ description: '表里的那个数' }),
    rows: Type.Array(FigureMatter),
    more: Type.Boolean({ description: '不止这些，先列到这里' }),
  }),
} as const satisfies Endpoint;

export const DoneItem = Type.Object({
  region: Type.String(),
  matter: Type.String({ format: 'uuid' }),
  no: Type.String(),
  title: Type.String(),
  channel: Type.Enum(Object.keys(CHANNELS) as Channel[]),
  clock: Type.Enum(Object.keys(CLOCKS) as ClockId[]),
  key: Type.String(),
  legalOn: Day,
  doneOn: Day,
  kept: Type.Boolean({ description: '按期；否则是超期以后才办成的' }),
});
export type DoneItem = Static<typeof DoneItem>;

/** 本周办成：本单位从本周一起办成的法定回应，新的在前。由后台跟随办理动作得出，晚几秒。 */
export const getDoneThisWeek = {
  method: 'GET',
  url: '/api/insight/done',
  says: '本单位本周办成的',
  reply: Type.Object({ today: Day, from: Day, items: Type.Array(DoneItem), more: Type.Boolean() }),
} as const satisfies Endpoint;
