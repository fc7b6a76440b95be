import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { CHANNELS, type Channel } from '#kernel/channels.ts';
import { CallShown } from './contract/calls.ts';
import { CountsGiven, OfflineShown } from './contract/offline.ts';
import { INTAKE_STAGES, type IntakeStage } from './domain/intake.ts';

export * from './contract/calls.ts';
export * from './contract/imports.ts';
export * from './contract/matter-files.ts';
export * from './contract/offline.ts';
export * from './contract/repeats.ts';

/** The endpoints of the desk that receives: what came, what it is, and what becomes of it. */
const Uuid = Type.String({ format: 'uuid' });
const Day = Type.String({ format: 'date' });
const Region = Type.String({ pattern: '^[a-z0-9-]{2,40}$' });
const ChannelName = Type.Enum(Object.keys(CHANNELS) as Channel[]);
const Stage = Type.Enum(Object.keys(INTAKE_STAGES) as IntakeStage[]);
const IntakeParams = Type.Object({ region: Region, intake: Uuid });
const Text = (min: number, max: number) => Type.String({ minLength: min, maxLength: max });
const Code4 = Type.String({ pattern: '^[0-9]{4}$' });

export const PartyGiven = Type.Object({
  role: Type.Enum(['principal', 'representative', 'agent', 'guardian', 'cosigner', 'contact']),
  name: Text(1, 60),
  phone: Type.Optional(Text(5, 30)),
  address: Type.Optional(Text(1, 200)),
  note: Type.Optional(Text(1, 200)),
});

export const Classify = Type.Object({
  kind: Type.Enum(['suggestion', 'claim']),
  purpose: Type.Enum(['appeal', 'seekResolution', 'suggestion', 'reportFacts', 'other']),
  category: Code4,
  also: Type.Array(Code4, { maxItems: 3 }),
  firstTime: Type.Boolean(),
  general: Type.Boolean(),
  litigation: Type.Boolean(),
  simple: Type.Optional(Type.Boolean()),
  ownLower: Type.Optional(Type.Boolean()),
});

export const PartGiven = Type.Object({
  title: Text(2, 80),
  text: Text(2, 20_000),
  claims: Type.Array(Text(2, 2_000), { maxItems: 20 }),
  accusation: Type.Boolean({ description: '检举控告：移入密件' }),
  classify: Type.Optional(Classify),
});
export type PartGiven = Static<typeof PartGiven>;

/** 一件来件里有检举控告的：另外要涂黑的词；附件都随密件走，逐个放行的才留给别的部分. */
const Mixed = {
  blackOut: Type.Optional(Type.Array(Text(1, 60), { maxItems: 20, description: '另外要涂黑的词，如姓名' })),
  release: Type.Optional(Type.Array(Type.Integer({ minimum: 0, maximum: 99 }), { maxItems: 20, description: '放行的附件，按次序从0数' })),
};

export const Registration = Type.Object({
  channel: ChannelName,
  receivedAt: Type.String({ format: 'date-time', description: '来信为收发室扫描时间；来访来电为开始接谈的时间' }),
  title: Text(2, 80),
  text: Text(2, 20_000),
  claims: Type.Array(Text(2, 2_000), { maxItems: 20 }),
  parties: Type.Array(PartyGiven, { maxItems: 60 }),
  anonymous: Type.Boolean(),
  electronic: Type.Boolean({ description: '同意电子送达' }),
  people: Type.Integer({ minimum: 1, maximum: 100_000 }),
  place: Type.Optional(Text(2, 200)),
  idNumber: Type.Optional(Text(6, 30)),
  oral: Type.Optional(Type.Enum(['signature', 'voice', 'refused'])),
  drawn: Type.Optional(Type.String({ maxLength: 16_000, description: '来访人在手写屏上的签名，可以不签' })),
  files: Type.Optional(Type.Array(Type.String({ description: '先上传得到的编号' }), { maxItems: 20 })),
  external: Type.Optional(Type.Object({ source: Text(1, 40), id: Text(1, 120) })),
  parts: Type.Optional(Type.Array(PartGiven, { maxItems: 12, description: '当场就能分清的，一并立件' })),
  call: Type.Optional(Type.String({ format: 'uuid', description: '应哪次征集提的建议；收到那天正在征集的' })),
  ...Mixed,
});
export type Registration = Static<typeof Registration>;

export const Receipt = Type.Object({
  region: Region,
  intake: Uuid,
  no: Type.String(),
  receivedAt: Type.String(),
  known: Type.Boolean({ description: '先前已登记，没有重复写入' }),
  code: Type.Union([Type.String(), Type.Null()], { description: '查询码，只给这一次' }),
  matters: Type.Array(Type.Object({ region: Region, matter: Uuid, no: Type.String() })),
  sealed: Type.Integer(),
});
export type Receipt = Static<typeof Receipt>;

/** 登记来信、来访、来电等：一屏填完，得到收件号和查询码。 */
export const registerIntake = {
  method: 'POST',
  url: '/api/intake/register',
  body: Registration,
  reply: Receipt,
} as const satisfies Endpoint;

/** 离线登记的联网登记：核对设备的签名，只登记一次；时隔超过72小时的，要写明以哪个时间为准和理由（不变量 46）。 */
export const syncOffline = {
  method: 'POST',
  url: '/api/intake/offline',
  body: Type.Object({
    device: Uuid,
    sequence: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    madeAt: Type.String({ format: 'date-time' }),
    registration: Registration,
    signature: Type.String({ pattern: '^[A-Za-z0-9+/]+=*$', maxLength: 200 }),
    decided: Type.Optional(Type.Object({ counts: CountsGiven, why: Text(2, 500) })),
  }),
  reply: Type.Object({
    receipt: Receipt,
    offline: Type.Union([OfflineShown, Type.Null()]),
    withoutCall: Type.Optional(Type.String({ description: '登记了，但没有算应征集提的：为什么' })),
  }),
} as const satisfies Endpoint;

export const EarlierRow = Type.Object({
  region: Region,
  intake: Uuid,
  no: Type.String(),
  title: Type.String(),
  stage: Stage,
  channel: ChannelName,
  receivedOn: Day,
});

/** 同一信访人先前的来件：凭电话、证件号或者姓名加住址，只为登记时合并用，查一次留一次痕。 */
export const findEarlier = {
  method: 'POST',
  url: '/api/intake/earlier',
  body: Type.Object({ parties: Type.Array(PartyGiven, { maxItems: 60 }), idNumber: Type.Optional(Text(6, 30)) }),
  reply: Type.Array(EarlierRow),
} as const satisfies Endpoint;

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
