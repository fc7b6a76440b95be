/** Complaints about how a matter is handled: the queue of the organ outside the unit, one complaint, its answer. */
import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { ABOUTS, RESULTS, WAYS_TO_TELL, type About, type Result, type WayToTell } from './domain/complaint.ts';
import { Day, Region, UnitCode as Unit, Uuid } from '#kernel/shapes.ts';

const AboutName = Type.Enum(Object.keys(ABOUTS) as About[]);
const ResultName = Type.Enum(Object.keys(RESULTS) as Result[]);
const ComplaintParams = Type.Object({ region: Region, complaint: Uuid });

export const ComplaintRow = Type.Object({
  region: Region,
  complaint: Uuid,
  about: AboutName,
  unit: Unit,
  unitName: Type.String(),
  receivedOn: Day,
  lightOn: Type.Optional(Day),
  legalOn: Type.Optional(Day),
  daysLeft: Type.Optional(Type.Integer({ description: '距最后一日，负数为超过的天数' })),
  answeredOn: Type.Optional(Day),
  result: Type.Optional(ResultName),
});
export type ComplaintRow = Static<typeof ComplaintRow>;

/** 不再受理的抽查：十分之一，按事项编号抽，由督查人员重新看事实和理由的对照. */
export const listReaudits = {
  method: 'GET',
  url: '/api/supervision/reaudits',
  reply: Type.Object({
    rows: Type.Array(
      Type.Object({
        region: Region,
        matter: Uuid,
        no: Type.String(),
        receivedOn: Day,
        refusedBy: Type.String({ description: '作出不再受理决定的机关；它自己看不到这一行' }),
        confirmed: Type.Optional(Type.Boolean({ description: '已经抽查过，不再受理是对的；错的已经重新办理，不再列出' })),
      }),
    ),
  }),
} as const satisfies Endpoint;

/** 过了日期、信访人没有确认做到的承诺，由督查人员督办. */
export const listOverduePromises = {
  method: 'GET',
  url: '/api/supervision/promises',
  reply: Type.Object({
    rows: Type.Array(
      Type.Object({
        region: Region,
        matter: Uuid,
        no: Type.String(),
        title: Type.Optional(Type.String({ description: '本单位经手的才有' })),
        promise: Type.Integer(),
        owner: Type.String(),
        unit: Type.String(),
        dueOn: Day,
        daysOver: Type.Integer(),
        denied: Type.Boolean({ description: '向信访人核实过，信访人说没有做到' }),
        order: Type.Optional(Uuid),
        stage: Type.Optional(Type.String({ description: '督办走到哪一步' })),
      }),
    ),
  }),
} as const satisfies Endpoint;

/** 由本单位处理的投诉，最急的在前. */
export const listComplaints = {
  method: 'GET',
  url: '/api/supervision/complaints',
  query: Type.Object({ answered: Type.Optional(Type.Enum(['yes', 'no'])) }),
  reply: Type.Object({ today: Day, rows: Type.Array(ComplaintRow) }),
} as const satisfies Endpoint;

/** 一件投诉. Each look is recorded. */
export const getComplaint = {
  method: 'GET',
  url: '/api/supervision/complaints/:region/:complaint',
  params: ComplaintParams,
  reply: Type.Object({
    ...ComplaintRow.properties,
    text: Type.String(),
    contact: Type.Optional(Type.String()),
    matter: Type.Optional(Uuid),
    ofMember: Type.Optional(Type.Boolean({ description: '联名事项的一名成员自己提出的：只回复给本人，代表和别的成员看不到' })),
    clock: Type.Optional(
      Type.Object({
        name: Type.String(),
        standing: Type.Enum(['law', 'practice', 'default', 'unconfirmed'], { description: '依据的性质；default 为系统默认，不是法定' }),
        lines: Type.Array(Type.Object({ word: Type.String(), text: Type.String() })),
      }),
    ),
    answer: Type.Optional(Type.Object({ text: Type.String(), told: Type.String(), toldOn: Day, evidence: Type.Optional(Type.String()), by: Type.String() })),
  }),
} as const satisfies Endpoint;

/** 窗口、电话、来信收到的投诉，登记给被投诉单位以外的机关. */
export const registerComplaint = {
  method: 'POST',
  url: '/api/supervision/complaints',
  body: Type.Object({
    unit: Unit,
    about: AboutName,
    text: Type.String({ minLength: 2, maxLength: 5000, title: '投诉内容' }),
    contact: Type.Optional(Type.String({ minLength: 2, maxLength: 200, title: '怎样回复投诉人' })),
    matter: Type.Optional(Type.Object({ region: Region, id: Uuid })),
  }),
  reply: Type.Object({ region: Region, complaint: Uuid, organ: Unit, organName: Type.String() }),
} as const satisfies Endpoint;

/** 答复投诉. */
export const answerComplaint = {
  method: 'POST',
  url: '/api/supervision/complaints/:region/:complaint/answer',
  params: ComplaintParams,
  body: Type.Object({
    result: ResultName,
    text: Type.String({ minLength: 1, maxLength: 5000, title: '答复' }),
    told: Type.Enum(Object.keys(WAYS_TO_TELL) as WayToTell[]),
    toldOn: Day,
    evidence: Type.Optional(Type.String({ minLength: 2, maxLength: 200, title: '告知的凭据' })),
  }),
  reply: Type.Object({ done: Type.Array(Type.String()) }),
} as const satisfies Endpoint;
