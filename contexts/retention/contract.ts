/** What the workbench and the server say to each other about how long anything is kept. Counts by class: no matter, no person. */
import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Day } from '#kernel/shapes.ts';

export const KeptClass = Type.Object({
  key: Type.String(),
  name: Type.String(),
  term: Type.String({ description: '存多久：30年、180日、永久' }),
  source: Type.String({ description: '出处' }),
  confirmed: Type.Boolean({ description: '期限有法定出处；否则是系统默认，须由档案主管部门确定' }),
  trace: Type.Boolean({ description: '痕迹：不成卷宗，从产生那天起算，每晚清理' }),
  waiting: Type.Integer({ description: '已经办结、还存着的件数；痕迹不数' }),
  nextOn: Type.Union([Day, Type.Null()], { description: '最早哪天期满' }),
  soon: Type.Integer({ description: '三个月内期满的' }),
});
export type KeptClass = Static<typeof KeptClass>;

export const Gone = Type.Object({
  on: Day,
  name: Type.String(),
  count: Type.Integer(),
  job: Type.Enum(['expired', 'asked', 'traces'], { description: '哪个定时任务删的' }),
});
export type Gone = Static<typeof Gone>;

/** 保存期限：什么时候到期、凭什么，哪天删了多少. */
export const getRetention = {
  method: 'GET',
  url: '/api/retention',
  says: '保存期限和已经删除的',
  reply: Type.Object({ today: Day, kept: Type.Array(KeptClass), gone: Type.Array(Gone), more: Type.Boolean() }),
} as const satisfies Endpoint;
