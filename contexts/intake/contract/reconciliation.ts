import Type from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Day, Region, Uuid } from '#kernel/shapes.ts';
import { ASTRAY, type AstrayKind } from '../domain/reconciliation.ts';
import { ChannelName } from './registration.ts';

const ReconciledRow = Type.Object({
  day: Day,
  channel: ChannelName,
  came: Type.Integer({ description: '来的件数，在认出是什么以前数' }),
  registered: Type.Integer({ description: '恰好登记了一次的' }),
  difference: Type.Integer(),
});

const AstrayRow = Type.Object({
  kind: Type.Enum(Object.keys(ASTRAY) as AstrayKind[]),
  no: Type.String({ description: '收件号；没有着落的是事项编号' }),
  day: Day,
  channel: ChannelName,
  foundAt: Type.String(),
  says: Type.String(),
  next: Type.String({ description: '现在该做什么' }),
  region: Region,
  matter: Type.Union([Uuid, Type.Null()]),
});

/** 对账：每天每个渠道来的件数和登记的件数，对不上的逐件列出。信访部门的负责人、督查看。 */
export const getReconciliation = {
  method: 'GET',
  url: '/api/intake/reconciliation',
  says: '每天每个渠道来的件和登记的件对账',
  query: Type.Object({ month: Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' }) }),
  reply: Type.Object({
    countedAt: Type.Union([Type.String(), Type.Null()], { description: '最近一次对账的时间；还没有对过的为空' }),
    came: Type.Integer(),
    registered: Type.Integer(),
    rows: Type.Array(ReconciledRow),
    astray: Type.Array(AstrayRow, { description: '现在还对不上的，不论哪个月' }),
    more: Type.Boolean({ description: '不止这些，先列到这里' }),
  }),
} as const satisfies Endpoint;
