/** The sealed line over HTTP: its list, one file, and what may be done with it. Served by a process of its own, behind the office's port. */
import Type, { type Static } from 'typebox';
import { CHANNELS, type Channel } from '#kernel/channels.ts';
import { CLOCK_IDS } from '#kernel/clocks/index.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import { MARKS, WHOM, type Mark, type Whom } from './domain/actions.ts';
import { SEALED_STAGES, type Stage } from './domain/file.ts';
import { COMMANDS } from './domain/permissions.ts';

const Uuid = Type.String({ format: 'uuid' });
const Day = Type.String({ format: 'date' });
const Moment = Type.String({ format: 'date-time' });
const Unit = Type.String({ pattern: '^[a-z0-9-]+/[a-z0-9-]+$', maxLength: 120, title: '单位' });
const Region = Type.String({ pattern: '^[a-z0-9-]{2,60}$' });
const Null = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const names = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as K[];

const StageName = Type.Enum(names<Stage>(SEALED_STAGES));
const SideName = Type.Enum(['triage', 'recipient']);
const ClockName = Type.Enum([...CLOCK_IDS]);
const WhomName = Type.Enum(names<Whom>(WHOM), { title: '被反映的是' });
const Named = Type.Object({ unit: Unit, name: Type.String() });

const FileParams = Type.Object({ region: Region, file: Uuid });
const Seen = Type.Integer({ minimum: 0, description: '页面上的末号；别人先办了即说明' });
const Pages = Type.Integer({ minimum: 1, maximum: 100_000, title: '页数' });
const SealNo = Type.String({ pattern: '^[A-Za-z0-9-]{2,30}$', title: '封签号' });

export const SealedRow = Type.Object({
  region: Region,
  file: Uuid,
  code: Type.String(),
  stage: StageName,
  side: SideName,
  receivedOn: Day,
  transferredOn: Null(Day),
  recipient: Null(Named),
  clock: Null(ClockName),
  lightOn: Null(Day),
  legalOn: Null(Day),
});
export type SealedRow = Static<typeof SealedRow>;

/** 由本人经办的密件，最急的在前. */
export const listSealed = {
  method: 'GET',
  url: '/api/sealed/files',
  reply: Type.Object({ today: Day, rows: Type.Array(SealedRow) }),
} as const satisfies Endpoint;

const Content = Type.Object({
  title: Type.String(),
  text: Type.String(),
  parties: Type.Array(
    Type.Object({ name: Type.String(), phone: Type.Optional(Type.String()), address: Type.Optional(Type.String()), note: Type.Optional(Type.String()) }),
  ),
  files: Type.Array(Type.Object({ index: Type.Integer(), name: Type.String(), type: Type.String(), bytes: Type.Integer() })),
});

const TransferShown = Type.Object({
  to: Type.String(),
  pages: Type.Integer(),
  sealNo: Type.String(),
  slipNo: Type.String(),
  sentOn: Day,
  by: Type.String(),
  receiptDueOn: Null(Day),
  receivedOn: Null(Day),
  refusedOn: Null(Day),
  reason: Null(Type.String()),
});

const ClockShown = Type.Object({
  clock: ClockName,
  key: Type.String(),
  name: Type.String(),
  startedOn: Day,
  lightOn: Day,
  legalOn: Day,
  stoppedOn: Null(Day),
  outcome: Null(Type.Enum(['kept', 'late', 'stopped'])),
  provisional: Type.Boolean(),
  standing: Type.Enum(['law', 'practice', 'default', 'unconfirmed'], { description: '依据的性质；default 为系统默认，不是法定' }),
  lines: Type.Array(Type.Object({ word: Type.String(), text: Type.String() })),
});

export const SealedPage = Type.Object({
  region: Region,
  file: Uuid,
  n: Type.Integer(),
  today: Day,
  code: Type.String(),
  stage: StageName,
  side: SideName,
  may: Type.Array(Type.Enum(names<keyof typeof COMMANDS>(COMMANDS))),
  receivedAt: Moment,
  channel: Type.Enum(names<Channel>(CHANNELS)),
  realName: Type.Boolean(),
  content: Null(Content),
  accused: Null(Type.Object({ unit: Unit, unitName: Type.String(), whom: WhomName, name: Null(Type.String()) })),
  recipient: Null(Named),
  desk: Named,
  transfers: Type.Array(TransferShown),
  clocks: Type.Array(ClockShown),
  marks: Type.Partial(Type.Record(Type.Enum(names<Mark>(MARKS)), Day)),
});
export type SealedPage = Static<typeof SealedPage>;

/** 打开一件密件. Each look is recorded before anything is shown. */
export const getSealed = { method: 'GET', url: '/api/sealed/files/:region/:file', params: FileParams, reply: SealedPage } as const satisfies Endpoint;

export const getSealedAttachment = {
  method: 'GET',
  url: '/api/sealed/files/:region/:file/attachments/:index',
  params: Type.Object({ ...FileParams.properties, index: Type.Integer({ minimum: 0 }) }),
  gives: 'application/octet-stream',
  reply: Type.Unknown(),
} as const satisfies Endpoint;

/** F54 检举控告移送单. */
export const getSlip = {
  method: 'GET',
  url: '/api/sealed/files/:region/:file/slip',
  params: FileParams,
  gives: 'application/pdf',
  reply: Type.Unknown(),
} as const satisfies Endpoint;

const Done = Type.Object({ n: Type.Integer() });

/** 确认被反映人所在单位；由此按干部管理权限定接收机关. After it the file may have left this desk. */
export const classifySealed = {
  method: 'POST',
  url: '/api/sealed/files/:region/:file/classify',
  params: FileParams,
  body: Type.Object({
    seen: Seen,
    accusedUnit: Unit,
    whom: WhomName,
    accused: Type.Optional(Type.String({ minLength: 1, maxLength: 60, title: '被反映人姓名' })),
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
  body: Type.Object({ seen: Seen, pages: Pages, sealNo: SealNo }),
  reply: Done,
} as const satisfies Endpoint;

export const refuseSealed = {
  method: 'POST',
  url: '/api/sealed/files/:region/:file/refuse',
  params: FileParams,
  body: Type.Object({ seen: Seen, reason: Type.String({ minLength: 4, maxLength: 1000, title: '拒收理由' }) }),
  reply: Done,
} as const satisfies Endpoint;

export const markSealed = {
  method: 'POST',
  url: '/api/sealed/files/:region/:file/mark',
  params: FileParams,
  body: Type.Object({ seen: Seen, mark: Type.Enum(names<Mark>(MARKS), { title: '办理情况' }), on: Day }),
  reply: Done,
} as const satisfies Endpoint;

/** What the office's port passes on: it describes them, and answers none. */
export const SEALED_ENDPOINTS: readonly Endpoint[] = [
  listSealed,
  getSealed,
  getSealedAttachment,
  getSlip,
  classifySealed,
  transferSealed,
  receiveSealed,
  refuseSealed,
  markSealed,
];
