/** What may be done with a sealed file, each an endpoint of its own. */
import Type from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Day, Done, FileParams, Line1, LineName, MarkName, Pages, SealNo, Seen, Unit, WhomName } from './shared.ts';

/** 确认被反映人所在单位；由此按干部管理权限定接收机关. After it the file may have left this desk. */
export const classifySealed = {
  method: 'POST',
  url: '/api/sealed/files/:region/:file/classify',
  params: FileParams,
  body: Type.Object({
    seen: Seen,
    accusedUnit: Unit,
    whom: WhomName,
    also: Type.Optional(Type.Array(Unit, { maxItems: 10, title: '被反映人兼任、分管的其他单位' })),
    line: Type.Optional(LineName),
    accused: Type.Optional(Line1(1, 60, '被反映人姓名')),
  }),
  reply: Type.Object({ n: Type.Integer(), recipient: Type.String(), stays: Type.Boolean({ description: '仍由本单位移送' }) }),
} as const satisfies Endpoint;

export const transferSealed = {
  method: 'POST',
  url: '/api/sealed/files/:region/:file/transfer',
  params: FileParams,
  body: Type.Object({ seen: Seen, pages: Pages, sealNo: SealNo }),
  reply: Done,
} as const satisfies Endpoint;

export const receiveSealed = {
  method: 'POST',
  url: '/api/sealed/files/:region/:file/receive',
  params: FileParams,
  body: Type.Object({
    seen: Seen,
    pages: Pages,
    sealNo: SealNo,
    higher: Type.Optional(Type.Boolean({ title: '属上级管辖，要报送上级' })),
    repeated: Type.Optional(Type.Boolean({ title: '重复检举控告，已经告知过' })),
  }),
  reply: Done,
} as const satisfies Endpoint;

export const refuseSealed = {
  method: 'POST',
  url: '/api/sealed/files/:region/:file/refuse',
  params: FileParams,
  body: Type.Object({
    seen: Seen,
    reason: Line1(4, 1000, '拒收理由'),
    noAccusation: Type.Optional(Type.Boolean({ title: '内容不是检举控告，应当按一般信访事项办理' })),
  }),
  reply: Done,
} as const satisfies Endpoint;

/** 签收以后看了内容才知道不是检举控告的，退回移送的信访部门；登记过办理情况的不能. */
export const handBackSealed = {
  method: 'POST',
  url: '/api/sealed/files/:region/:file/hand-back',
  params: FileParams,
  body: Type.Object({ seen: Seen, reason: Line1(4, 1000, '为什么不是检举控告') }),
  reply: Done,
} as const satisfies Endpoint;

/** 有权处理的机关写明不是检举控告的，由密件专管员核对后转回一般信访办理：在原来件下另立一件，期限从收到那天算. */
export const giveBackSealed = {
  method: 'POST',
  url: '/api/sealed/files/:region/:file/back',
  params: FileParams,
  body: Type.Object({ seen: Seen, reason: Line1(4, 1000, '核对的情况') }),
  reply: Done,
} as const satisfies Endpoint;

/** 只记发生了什么、哪一天，不记内容. */
export const markSealed = {
  method: 'POST',
  url: '/api/sealed/files/:region/:file/mark',
  params: FileParams,
  body: Type.Object({ seen: Seen, mark: MarkName, on: Day }),
  reply: Done,
} as const satisfies Endpoint;

/** 报送上级、转交下级纪检监察机关；名录里有的，由对方签收，没有的只记日期. */
export const forwardSealed = {
  method: 'POST',
  url: '/api/sealed/files/:region/:file/forward',
  params: FileParams,
  body: Type.Object({
    seen: Seen,
    way: Type.Enum(['up', 'down'], { title: '报送上级还是转交下级' }),
    on: Day,
    pages: Type.Optional(Pages),
    sealNo: Type.Optional(SealNo),
  }),
  reply: Type.Object({ n: Type.Integer(), recipient: Type.Union([Type.String(), Type.Null()], { description: '名录里没有的为空' }) }),
} as const satisfies Endpoint;

/** 查询码丢了，由看得到原件的一边核对身份后补发：旧码作废，新码只给这一次，日期照旧看得到. */
export const giveSealedCode = {
  method: 'POST',
  url: '/api/sealed/files/:region/:file/code',
  params: FileParams,
  body: Type.Object({ seen: Seen, checked: Line1(4, 500, '怎样核对的身份') }),
  reply: Type.Object({ n: Type.Integer(), code: Type.String() }),
} as const satisfies Endpoint;
