import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';

/** How far the demonstration county is: open to anyone, since it says nothing of any matter. */
export const Progress = Type.Object({
  finished: Type.Boolean(),
  ready: Type.Integer({ description: '已备好的件数' }),
  all: Type.Integer({ description: '一共几件；正式使用时为 0' }),
  codes: Type.Array(Type.Object({ code: Type.String(), what: Type.String() }), { description: '可以试用的查询码' }),
  minutes: Type.Union([Type.Integer(), Type.Null()], { description: '约还要几分钟；还看不出来时为空' }),
});
export type Progress = Static<typeof Progress>;

/** 演示数据准备到哪里；不是演示、或者已经备好的，finished 为真。 */
export const getDemoProgress = {
  method: 'GET',
  says: '演示数据准备到哪里',
  url: '/api/demo/progress',
  open: true,
  reply: Progress,
} as const satisfies Endpoint;
