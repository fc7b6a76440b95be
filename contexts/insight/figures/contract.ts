import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';

const Day = Type.String({ format: 'date' });

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
  query: Type.Object({ month: Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' }) }),
  reply: Type.Object({ month: Type.String(), asOf: Day, rows: Type.Array(FigureRow) }),
} as const satisfies Endpoint;
