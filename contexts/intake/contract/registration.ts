import Type, { type Static } from 'typebox';
import { CHANNELS, type Channel } from '#kernel/channels.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import { INTAKE_STAGES, type IntakeStage } from '../domain/intake.ts';
import { CountsGiven, OfflineShown } from './offline.ts';
import { Day, Region, Uuid } from '#kernel/shapes.ts';

/** Taking down what came: one screen, one act, with or without a network; and the earlier intakes of the same petitioner. */
export const ChannelName = Type.Enum(Object.keys(CHANNELS) as Channel[]);
export const Stage = Type.Enum(Object.keys(INTAKE_STAGES) as IntakeStage[]);
export const Text = (min: number, max: number) => Type.String({ minLength: min, maxLength: max });
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
export const Mixed = {
  blackOut: Type.Optional(Type.Array(Text(1, 60), { maxItems: 20, description: '另外要涂黑的词，如姓名' })),
  release: Type.Optional(Type.Array(Type.Integer({ minimum: 0, maximum: 99 }), { maxItems: 20, description: '放行的附件，按次序从0数' })),
};

export const Registration = Type.Object({
  channel: ChannelName,
  receivedAt: Type.String({ format: 'date-time', description: '来信为收发室扫描时间；来访来电为开始接谈的时间' }),
  postmarkOn: Type.Optional(Day), // of a letter: keeps a term of the petitioner, starts none
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
