/** Material for the inspectorate (第四十一条第二款, F62): by its letter, in the groups of the article, to a named recipient. */
import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { GROUPS, type Group } from '../domain/inspectorate.ts';
import { ClockShown, Day, Done, Line1, Named, names, Null, Pages, Region, SealNo, Seen, Unit, Uuid } from './shared.ts';

const GroupName = Type.Enum(names<Group>(GROUPS), { title: '材料的类别' });
const RequestParams = Type.Object({ region: Region, request: Uuid });

/** 登记巡视巡察机构的来函. */
export const recordRequest = {
  method: 'POST',
  url: '/api/sealed/requests',
  body: Type.Object({
    organ: Line1(2, 80, '来函的巡视巡察机构'),
    letterNo: Line1(2, 60, '来函文号'),
    receiver: Line1(2, 80, '由谁接收（姓名、职务）'),
    requestedOn: Day,
    dueOn: Day,
    units: Type.Array(Unit, { minItems: 1, maxItems: 50, title: '被巡视巡察的单位' }),
    groups: Type.Array(GroupName, { minItems: 1, maxItems: 4 }),
  }),
  reply: Type.Object({ region: Region, request: Uuid }),
} as const satisfies Endpoint;

export const RequestRow = Type.Object({
  region: Region,
  request: Uuid,
  requestedOn: Day,
  dueOn: Day,
  providedOn: Null(Day),
  no: Null(Type.String()),
});
export type RequestRow = Static<typeof RequestRow>;

export const listRequests = {
  method: 'GET',
  url: '/api/sealed/requests',
  reply: Type.Object({ today: Day, rows: Type.Array(RequestRow) }),
} as const satisfies Endpoint;

export const RequestPage = Type.Object({
  region: Region,
  request: Uuid,
  n: Type.Integer(),
  today: Day,
  organ: Type.String(),
  letterNo: Type.String(),
  receiver: Type.String(),
  requestedOn: Day,
  dueOn: Day,
  units: Type.Array(Named),
  groups: Type.Array(GroupName),
  /** 反映被巡视巡察单位领导班子成员、下一级主要负责人的密件，只写代号. */
  candidates: Type.Array(Type.Object({ region: Region, file: Uuid, code: Type.String(), unitName: Type.String(), receivedOn: Day })),
  provided: Null(
    Type.Object({
      no: Type.String(),
      nothing: Type.Boolean({ description: '书面答复了无可提供' }),
      on: Day,
      by: Type.String(),
      pages: Type.Integer(),
      sealNo: Type.String(),
      groups: Type.Array(Type.Object({ group: GroupName, items: Type.Integer(), pages: Type.Integer() })),
      codes: Type.Array(Type.String()),
    }),
  ),
  clocks: Type.Array(ClockShown),
});
export type RequestPage = Static<typeof RequestPage>;

export const getRequest = {
  method: 'GET',
  url: '/api/sealed/requests/:region/:request',
  params: RequestParams,
  reply: RequestPage,
} as const satisfies Endpoint;

export const provideMaterial = {
  method: 'POST',
  url: '/api/sealed/requests/:region/:request/provide',
  params: RequestParams,
  body: Type.Object({
    seen: Seen,
    groups: Type.Array(Type.Object({ group: GroupName, items: Type.Integer({ minimum: 0, maximum: 9999 }), pages: Pages }), { minItems: 1, maxItems: 4 }),
    files: Type.Array(Type.Object({ region: Region, file: Uuid }), { maxItems: 500 }),
    pages: Pages,
    sealNo: SealNo,
  }),
  reply: Type.Object({ ...Done.properties, no: Type.String() }),
} as const satisfies Endpoint;

/** 来函要的几类都没有可以提供的：书面答复，取号、留底；有正合来函的密件时不能这样答复. */
export const provideNothing = {
  method: 'POST',
  url: '/api/sealed/requests/:region/:request/nothing',
  params: RequestParams,
  body: Type.Object({ seen: Seen }),
  reply: Type.Object({ ...Done.properties, no: Type.String() }),
} as const satisfies Endpoint;

/** F62 向巡视巡察机构提供情况函. */
export const getRequestPaper = {
  method: 'GET',
  url: '/api/sealed/requests/:region/:request/paper',
  params: RequestParams,
  gives: 'application/pdf',
  reply: Type.Unknown(),
} as const satisfies Endpoint;
