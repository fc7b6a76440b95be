import Type, { type Static } from 'typebox';
import { CLOCKS } from '#kernel/clocks/index.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import { CHANNELS, type Channel } from '#kernel/channels.ts';
import { KINDS, type Kind } from './domain/kinds.ts';
import { FORMS } from './domain/forms.ts';
import type { CommandType } from './domain/commands.ts';
import { STAGE_NAMES, type Stage } from './domain/stages.ts';
import { Day, Region, Uuid } from '#kernel/shapes.ts';

/** The endpoints of casework: the desk, the list, one matter, and what is done to it. */
export { takeDownRequest } from './requests/contract.ts';
export { getCalendar, getRules, importNotice, previewNotice, type LimitShown, type RuleShown } from './rules/contract.ts';
const StageName = Type.Enum(STAGE_NAMES as Stage[]);
const ChannelName = Type.Enum(Object.keys(CHANNELS) as Channel[]);
const KindName = Type.Enum(Object.keys(KINDS) as Kind[]);
const ClockName = Type.Enum(Object.keys(CLOCKS) as ClockId[]);
const MatterParams = Type.Object({ region: Region, matter: Uuid });

export const DeskItem = Type.Object({
  region: Region,
  matter: Uuid,
  no: Type.String(),
  title: Type.String(),
  stage: StageName,
  channel: ChannelName,
  receivedOn: Day,
  clock: ClockName,
  key: Type.String(),
  startedOn: Day,
  lightOn: Day,
  legalOn: Day,
  targetAt: Type.Union([Type.String(), Type.Null()], { description: '以小时计的期限的终点；其余为空' }),
  handler: Type.Union([Type.Object({ person: Type.String(), name: Type.String() }), Type.Null()], { description: '承办人；还没有指定的为空' }),
});
export type DeskItem = Static<typeof DeskItem>;

/** 我单位的案头：正在走的期限，最急的在前。`today` 供前端分组，以服务器为准。 */
export const getDesk = {
  method: 'GET',
  url: '/api/casework/desk',
  query: Type.Object({ rows: Type.Optional(Type.Integer({ minimum: 1, maximum: 400, description: '先要最急的几条；不写，最多四百条' })) }),
  reply: Type.Object({ today: Day, now: Type.String(), items: Type.Array(DeskItem), more: Type.Boolean() }),
} as const satisfies Endpoint;

export const WaitingItem = Type.Intersect([DeskItem, Type.Object({ holder: Type.String({ description: '在等谁：单位名称，或者信访人' }) })]);
export type WaitingItem = Static<typeof WaitingItem>;

/** 等别人：本单位经手、还没有了结的事项里，别的单位欠着的，信访人还可以提出的。 */
export const getWaiting = {
  method: 'GET',
  url: '/api/casework/waiting',
  reply: Type.Object({ today: Day, now: Type.String(), items: Type.Array(WaitingItem), more: Type.Boolean() }),
} as const satisfies Endpoint;

/** 等回访的撤回申请：由承办单位以外的人问信访人是不是自愿，问过以前照常办理。 */
export const listCallBacks = {
  method: 'GET',
  url: '/api/casework/call-backs',
  reply: Type.Object({
    rows: Type.Array(
      Type.Object({
        region: Region,
        matter: Uuid,
        no: Type.String(),
        unit: Type.Union([Type.String(), Type.Null()], { description: '承办单位' }),
        askedOn: Day,
      }),
    ),
  }),
} as const satisfies Endpoint;

export const MatterRow = Type.Object({
  region: Region,
  matter: Uuid,
  no: Type.String(),
  title: Type.String(),
  stage: StageName,
  kind: Type.Union([KindName, Type.Null()]),
  category: Type.Union([Type.String(), Type.Null()]),
  channel: ChannelName,
  receivedOn: Day,
});
export type MatterRow = Static<typeof MatterRow>;

/** 本单位经手的事项，新的在前；按键翻页。 */
export const listMatters = {
  method: 'GET',
  url: '/api/casework/matters',
  query: Type.Object({
    stage: Type.Optional(StageName),
    kind: Type.Optional(KindName),
    category: Type.Optional(Type.String({ pattern: '^[0-9]{2,4}$' })),
    channel: Type.Optional(ChannelName),
    from: Type.Optional(Day),
    until: Type.Optional(Day),
    after: Type.Optional(Type.String({ description: '上一页最后一行的 next' })),
  }),
  reply: Type.Object({ rows: Type.Array(MatterRow), next: Type.Union([Type.String(), Type.Null()]) }),
} as const satisfies Endpoint;

/** 按信访事项编号找一件。 */
export const findMatterByNo = {
  method: 'GET',
  url: '/api/casework/numbers/:no',
  params: Type.Object({ no: Type.String({ minLength: 3, maxLength: 60 }) }),
  reply: MatterRow,
} as const satisfies Endpoint;

const Line = Type.Object({ word: Type.String(), text: Type.String() });

export const ClockShown = Type.Object({
  clock: ClockName,
  key: Type.String(),
  name: Type.String(),
  type: Type.String(),
  holder: Type.String({ description: '单位名称' }),
  startedOn: Day,
  targetOn: Day,
  legalOn: Day,
  lightOn: Day,
  targetAt: Type.Union([Type.String(), Type.Null()]),
  stoppedOn: Type.Union([Day, Type.Null()]),
  outcome: Type.Union([Type.Literal('kept'), Type.Literal('late'), Type.Literal('stopped'), Type.Null()]),
  provisional: Type.Boolean(),
  evidence: Type.Enum(['T', 'S', 'P', 'M'], { description: 'T 法定、S 做法；P 产品默认、M 待确认，后两者不写作法' }),
  lines: Type.Array(Line),
});
export type ClockShown = Static<typeof ClockShown>;

const Party = Type.Object({
  role: Type.String(),
  name: Type.String(),
  phone: Type.Optional(Type.String()),
  address: Type.Optional(Type.String()),
  note: Type.Optional(Type.String()),
});

const Card = Type.Object({ name: Type.String(), post: Type.String(), phone: Type.String() });

export const MatterPage = Type.Object({
  region: Region,
  matter: Uuid,
  no: Type.String(),
  n: Type.Integer({ description: '末号，办理时带回 seen' }),
  today: Day,
  now: Type.String({ description: '服务器的时刻，供以小时计的期限' }),
  title: Type.String(),
  stage: StageName,
  stageName: Type.String(),
  kind: Type.Union([KindName, Type.Null()]),
  category: Type.Union([Type.String(), Type.Null()]),
  channel: ChannelName,
  receivedAt: Type.String(),
  firstTime: Type.Union([Type.Boolean(), Type.Null()]),
  anonymous: Type.Boolean(),
  contactKnown: Type.Boolean(),
  electronic: Type.Boolean(),
  people: Type.Integer(),
  members: Type.Optional(Type.Integer({ description: '联名事项里自己加入名册的人数；没有名单' })),
  membersSigned: Type.Optional(Type.Integer({ description: '其中各自签了双向承诺书的人数；只算本人，不签没有任何影响' })),
  answers: Type.Optional(
    Type.Object(
      { until: Day, agreed: Type.Integer(), declined: Type.Integer(), open: Type.Integer() },
      { description: '协议送各人答复，到现在几人同意、几人不同意、几人没有答复；没有名单' },
    ),
  ),
  intakeNo: Type.String(),
  intake: Uuid,
  answerable: Type.Union([Type.Object({ unit: Type.String(), name: Type.String() }), Type.Null()]),
  words: Type.String({ description: '信访人的话' }),
  performsOnly: Type.Optional(Type.Literal(true, { description: '本单位只负责落实：没有来件原文、附件和别的办理经过' })),
  claims: Type.Array(Type.Object({ no: Type.Integer(), text: Type.String(), result: Type.Union([Type.String(), Type.Null()]) })),
  parties: Type.Object({ masked: Type.Boolean(), list: Type.Array(Party) }),
  handler: Type.Union([Card, Type.Null()], { description: '现在手上有这件的人：承办人，或者复查、复核人员' }),
  handledBy: Type.Optional(
    Type.Object({ unitName: Type.String(), card: Type.Union([Card, Type.Null()]) }, { description: '复查、复核期间：原来由哪个单位、谁承办的' }),
  ),
  assignments: Type.Array(Type.Object({ from: Type.String(), to: Type.String(), receivedOn: Day, reportDuty: Type.Boolean(), state: Type.String() })),
  clocks: Type.Array(ClockShown),
  timeline: Type.Array(
    Type.Object({
      n: Type.Integer(),
      at: Type.String(),
      recordedAt: Type.String(),
      type: Type.String(),
      title: Type.String(),
      text: Type.String(),
      person: Type.String(),
      unit: Type.String(),
      shown: Type.Boolean(),
    }),
  ),
  can: Type.Array(Type.Object({ command: Type.String(), label: Type.String(), primary: Type.Boolean() })),
  opened: Type.Array(Type.Object({ unit: Type.String(), times: Type.Integer(), last: Type.String() })),
});
export type MatterPage = Static<typeof MatterPage>;

/** 一件事项。打开即留痕。 */
export const getMatter = {
  method: 'GET',
  url: '/api/casework/matters/:region/:matter',
  params: MatterParams,
  reply: MatterPage,
} as const satisfies Endpoint;

export const Obstacle = Type.Object({
  command: Type.String(),
  label: Type.String(),
  why: Type.String(),
  article: Type.Optional(Type.String()),
  posts: Type.Boolean({ description: '现在可以办，只是要由本单位别的岗位的人办' }),
});
export type Obstacle = Static<typeof Obstacle>;

/** 现在不能做的，一项一句为什么：有几十项，展开了才取。 */
export const listObstacles = {
  method: 'GET',
  url: '/api/casework/matters/:region/:matter/cannot',
  params: MatterParams,
  reply: Type.Array(Obstacle),
} as const satisfies Endpoint;

/** 查看信访人的姓名、电话、住址：要写明事由，信访人看得到哪个单位查看过。 */
export const revealParties = {
  method: 'POST',
  url: '/api/casework/matters/:region/:matter/parties',
  params: MatterParams,
  body: Type.Object({ purpose: Type.String({ minLength: 4, maxLength: 200 }) }),
  reply: Type.Array(Party),
} as const satisfies Endpoint;

export const OFFERED_COMMANDS = Object.keys(FORMS) as CommandType[];

/** 办理：一个命令，一次法律行为。`fields` 按 domain/forms.ts 中该命令的表填写。 */
export const actOnMatter = {
  method: 'POST',
  url: '/api/casework/matters/:region/:matter/act',
  params: MatterParams,
  body: Type.Object({
    seen: Type.Integer({ minimum: 0, description: '页面上看到的末号' }),
    command: Type.Enum(OFFERED_COMMANDS as [CommandType, ...CommandType[]]),
    fields: Type.Record(Type.String({ pattern: '^[a-zA-Z]{1,40}$' }), Type.Unknown()),
  }),
  reply: Type.Object({ n: Type.Integer(), done: Type.Array(Type.String()) }),
} as const satisfies Endpoint;
