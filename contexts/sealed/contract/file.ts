/** One sealed file and its list: what those who may see it see. */
import Type, { type Static } from 'typebox';
import { CHANNELS, type Channel } from '#kernel/channels.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import { COMMANDS, type FileCommand } from '../domain/permissions.ts';
import {
  ClockName,
  ClockShown,
  Day,
  FileParams,
  LineName,
  Moment,
  Named,
  names,
  Null,
  PostName,
  Region,
  ReportName,
  StageName,
  Unit,
  Uuid,
  WhomName,
} from './shared.ts';

export const SealedRow = Type.Object({
  region: Region,
  file: Uuid,
  code: Type.String(),
  stage: StageName,
  side: Type.Enum(['triage', 'recipient']),
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
  original: Null(Type.String()),
  parties: Type.Array(
    Type.Object({ name: Type.String(), phone: Type.Optional(Type.String()), address: Type.Optional(Type.String()), note: Type.Optional(Type.String()) }),
  ),
  files: Type.Array(Type.Object({ index: Type.Integer(), name: Type.String(), type: Type.String(), bytes: Type.Integer() })),
});

const TransferShown = Type.Object({
  way: Type.Enum(['transfer', 'up', 'down']),
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

const ReportSent = Type.Object({
  index: Type.Integer(),
  kind: ReportName,
  no: Type.String(),
  sentOn: Day,
  recipients: Type.Array(Type.Object({ post: PostName, name: Type.String(), receivedOn: Null(Day) })),
});

export const SealedPage = Type.Object({
  region: Region,
  file: Uuid,
  n: Type.Integer(),
  today: Day,
  code: Type.String(),
  stage: StageName,
  side: Type.Enum(['triage', 'recipient']),
  may: Type.Array(Type.Enum(names<FileCommand>(COMMANDS))),
  receivedAt: Moment,
  channel: Type.Enum(names<Channel>(CHANNELS)),
  realName: Type.Boolean(),
  content: Null(Content),
  accused: Null(Type.Object({ unit: Unit, unitName: Type.String(), whom: WhomName, line: LineName, also: Type.Array(Named), name: Null(Type.String()) })),
  recipient: Null(Named),
  desk: Named,
  holder: Null(Named),
  transfers: Type.Array(TransferShown),
  clocks: Type.Array(ClockShown),
  marks: Type.Array(Type.Object({ what: Type.String(), on: Day, by: Type.String() })),
  found: Null(Type.Object({ higher: Type.Boolean(), repeated: Type.Boolean() })),
  owed: Type.Array(ReportName, { description: '已确定、还没有报送的' }),
  reports: Type.Array(ReportSent),
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
