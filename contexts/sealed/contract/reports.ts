/** Reports on cadres (第三十条第二款, F55): flagged, sent to the recipients that the law names, read and signed for by them alone. */
import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Day, Done, FileParams, Line1, Named, Null, Pages, PostName, Region, ReportName, SealNo, Seen, Uuid } from './shared.ts';

/** 确定这件反映了干部问题，要通报；或者是重大情况，要报送. */
export const flagCadre = {
  method: 'POST',
  url: '/api/sealed/files/:region/:file/cadre',
  params: FileParams,
  body: Type.Object({ seen: Seen, kind: ReportName }),
  reply: Done,
} as const satisfies Endpoint;

const Leader = Type.Object({ person: Uuid, name: Line1(2, 60, '收件人（职务）') });

/** 报送：通报由系统按干部管理权限定组织部门；重大情况写明两位负责同志，不能再有别人. */
export const sendReport = {
  method: 'POST',
  url: '/api/sealed/files/:region/:file/reports',
  params: FileParams,
  body: Type.Object({
    seen: Seen,
    kind: ReportName,
    office: Line1(2, 120, '涉及的职务'),
    subject: Line1(2, 300, '反映的问题'),
    facts: Line1(4, 5000, '信访人反映的情况'),
    count: Type.Integer({ minimum: 1, maximum: 999, title: '反映的件数' }),
    identity: Type.Optional(Line1(4, 500, '需要说明身份的理由')),
    pages: Pages,
    sealNo: SealNo,
    secretary: Type.Optional(Leader),
    organizationLeader: Type.Optional(Leader),
  }),
  reply: Type.Object({ n: Type.Integer(), no: Type.String() }),
} as const satisfies Endpoint;

/** 可以写明的负责同志：管理这名干部的党委里，名录中登记为领导干部的. */
export const listLeaders = {
  method: 'GET',
  url: '/api/sealed/files/:region/:file/leaders',
  params: FileParams,
  reply: Type.Object({
    organization: Null(Named),
    leaders: Type.Array(Type.Object({ person: Uuid, name: Type.String(), post: Type.String(), unitName: Type.String() })),
  }),
} as const satisfies Endpoint;

const ReportParams = Type.Object({ ...FileParams.properties, report: Type.Integer({ minimum: 0 }) });

export const ReportPage = Type.Object({
  region: Region,
  file: Uuid,
  report: Type.Integer(),
  n: Type.Integer(),
  today: Day,
  code: Type.String(),
  kind: ReportName,
  no: Type.String(),
  from: Type.String(),
  sentOn: Day,
  office: Type.String(),
  subject: Type.String(),
  facts: Type.String(),
  count: Type.Integer(),
  identity: Null(Type.String()),
  pages: Type.Integer(),
  sealNo: Type.String(),
  as: PostName,
  recipients: Type.Array(Type.Object({ post: PostName, name: Type.String(), receivedOn: Null(Day) })),
  may: Type.Array(Type.Enum(['receive'])),
});
export type ReportPage = Static<typeof ReportPage>;

/** 收件人看一份通报：只有通报写的，没有原件. */
export const getReport = {
  method: 'GET',
  url: '/api/sealed/reports/:region/:file/:report',
  params: ReportParams,
  reply: ReportPage,
} as const satisfies Endpoint;

/** F55 反映干部问题信访情况通报. */
export const getReportPaper = {
  method: 'GET',
  url: '/api/sealed/reports/:region/:file/:report/paper',
  params: ReportParams,
  gives: 'application/pdf',
  reply: Type.Unknown(),
} as const satisfies Endpoint;

export const receiveReport = {
  method: 'POST',
  url: '/api/sealed/reports/:region/:file/:report/receive',
  params: ReportParams,
  body: Type.Object({ seen: Seen, pages: Pages, sealNo: SealNo }),
  reply: Done,
} as const satisfies Endpoint;

/** 发给本人的通报. */
export const listReports = {
  method: 'GET',
  url: '/api/sealed/reports',
  reply: Type.Object({
    today: Day,
    rows: Type.Array(
      Type.Object({
        region: Region,
        file: Uuid,
        report: Type.Integer(),
        code: Type.String(),
        kind: ReportName,
        no: Type.String(),
        sentOn: Day,
        receivedOn: Null(Day),
      }),
    ),
  }),
} as const satisfies Endpoint;
