import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { CallShown } from './contract/calls.ts';
import { OfflineShown } from './contract/offline.ts';
import { ChannelName, Mixed, PartGiven, Stage, Text } from './contract/registration.ts';
import { Day, Region, Uuid } from '#kernel/shapes.ts';

export * from './contract/calls.ts';
export * from './contract/imports.ts';
export * from './contract/matter-files.ts';
export * from './contract/offline.ts';
export * from './contract/reconciliation.ts';
export { findEarlier, PartGiven, Receipt, registerIntake, Registration, syncOffline } from './contract/registration.ts';
export * from './contract/repeats.ts';

/** The endpoints of the desk that receives: what came, what it is, and what becomes of it. */
const IntakeParams = Type.Object({ region: Region, intake: Uuid });

export const WaitingRow = Type.Object({
  region: Region,
  intake: Uuid,
  no: Type.String(),
  title: Type.String(),
  stage: Stage,
  channel: ChannelName,
  receivedAt: Type.String(),
  clock: Type.Union([Type.String(), Type.Null()]),
  legalOn: Type.Union([Day, Type.Null()]),
  lightOn: Type.Union([Day, Type.Null()]),
});

/** 等本渠道甄别、答复的来件，最急的在前。 */
export const listWaiting = {
  method: 'GET',
  url: '/api/intake/waiting',
  reply: Type.Object({ today: Day, rows: Type.Array(WaitingRow) }),
} as const satisfies Endpoint;

export const IntakePage = Type.Object({
  region: Region,
  intake: Uuid,
  no: Type.String(),
  n: Type.Integer(),
  today: Day,
  stage: Stage,
  stageName: Type.String(),
  channel: ChannelName,
  receivedAt: Type.String(),
  postmarkOn: Type.Union([Day, Type.Null()], { description: '来信的邮戳日期；没有记的为空' }),
  lateEntry: Type.Boolean(),
  offline: Type.Union([OfflineShown, Type.Null()], { description: '离线登记的两个时间' }),
  call: Type.Union([CallShown, Type.Null()], { description: '应哪次征集提的建议' }),
  title: Type.String(),
  text: Type.String(),
  claims: Type.Array(Type.String()),
  parties: Type.Array(
    Type.Object({
      role: Type.String(),
      name: Type.String(),
      phone: Type.Optional(Type.String()),
      address: Type.Optional(Type.String()),
      note: Type.Optional(Type.String()),
    }),
  ),
  place: Type.String(),
  anonymous: Type.Boolean(),
  contactKnown: Type.Boolean(),
  electronic: Type.Boolean(),
  people: Type.Integer(),
  files: Type.Array(Type.Object({ index: Type.Integer(), name: Type.String(), type: Type.String(), bytes: Type.Integer() })),
  clock: Type.Union([Type.String(), Type.Null()]),
  legalOn: Type.Union([Day, Type.Null()]),
  matters: Type.Array(Type.Object({ region: Region, matter: Uuid, no: Type.String(), title: Type.String() })),
  original: Type.Boolean({ description: '原话在这里；已经立件的，没有登记、甄别它的人看事项，这里一律是假' }),
  sealed: Type.Boolean(),
  answer: Type.Union([Type.String(), Type.Null()]),
  manager: Type.Union([Type.String(), Type.Null()], { description: '大堂经理' }),
  asksManager: Type.Boolean({ description: '本地规定要指定大堂经理，还没有指定' }),
});
export type IntakePage = Static<typeof IntakePage>;

/** 一件来件。未甄别前只有收件单位的本渠道人员看得到。 */
export const getIntake = {
  method: 'GET',
  url: '/api/intake/:region/:intake',
  params: IntakeParams,
  reply: IntakePage,
} as const satisfies Endpoint;

/** 分成几件立件；其中的检举控告移入密件，不再在这里出现。咨询改提请求的也用它。 */
export const openMatters = {
  method: 'POST',
  url: '/api/intake/:region/:intake/open',
  params: IntakeParams,
  body: Type.Object({ seen: Type.Integer({ minimum: 1 }), parts: Type.Array(PartGiven, { minItems: 1, maxItems: 12 }), ...Mixed }),
  reply: Type.Object({ matters: Type.Array(Type.Object({ region: Region, matter: Uuid, no: Type.String() })), sealed: Type.Integer() }),
} as const satisfies Endpoint;

/** 是咨询或者感谢：不立件，答复后了结。 */
export const keepAsIntake = {
  method: 'POST',
  url: '/api/intake/:region/:intake/keep',
  params: IntakeParams,
  body: Type.Object({ seen: Type.Integer({ minimum: 1 }), purpose: Type.Enum(['inquiry', 'thanks']) }),
  reply: Type.Object({ n: Type.Integer() }),
} as const satisfies Endpoint;

/** 答复咨询，写明依据。 */
export const answerInquiry = {
  method: 'POST',
  url: '/api/intake/:region/:intake/answer',
  params: IntakeParams,
  body: Type.Object({ seen: Type.Integer({ minimum: 1 }), answer: Text(4, 10_000), basis: Text(2, 2_000) }),
  reply: Type.Object({ n: Type.Integer() }),
} as const satisfies Endpoint;

/** 首次接谈不能当场解决的，书面指明去向。 */
export const giveDirection = {
  method: 'POST',
  url: '/api/intake/:region/:intake/direction',
  params: IntakeParams,
  body: Type.Object({ seen: Type.Integer({ minimum: 1 }), place: Text(4, 2_000) }),
  reply: Type.Object({ n: Type.Integer() }),
} as const satisfies Endpoint;

/** 地方规定来信一小时内由大堂经理接件的：写明是谁，信访人看得到（D16）。 */
export const assignLobbyManager = {
  method: 'POST',
  url: '/api/intake/:region/:intake/manager',
  params: IntakeParams,
  body: Type.Object({ seen: Type.Integer({ minimum: 1 }), name: Text(2, 60), post: Text(2, 60), phone: Text(5, 30) }),
  reply: Type.Object({ n: Type.Integer() }),
} as const satisfies Endpoint;

/** 查询码丢了，核对身份后补发：旧码作废，新码只给这一次，不影响期限。 */
export const replaceCode = {
  method: 'POST',
  url: '/api/intake/:region/:intake/code',
  params: IntakeParams,
  body: Type.Object({ seen: Type.Integer({ minimum: 1 }), checked: Text(4, 500) }),
  reply: Type.Object({ n: Type.Integer(), code: Type.String() }),
} as const satisfies Endpoint;

/** 上传一个附件（照片、PDF、录音），得到登记时要用的编号。按内容识别类型，照片去掉位置。 */
export const UPLOAD_URL = '/api/intake/files';

/** 看来件的一个附件。 */
export const getIntakeFile = {
  method: 'GET',
  url: '/api/intake/:region/:intake/files/:index',
  params: Type.Object({ region: Region, intake: Uuid, index: Type.Integer({ minimum: 0 }) }),
  gives: 'application/octet-stream',
  reply: Type.Any(),
} as const satisfies Endpoint;
