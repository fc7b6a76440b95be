/** Organs: the tree, one of them, finding the right one by the words of its duties, and keeping them. */
import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { LEVELS, ORGAN_TYPES, type Level, type OrganType } from '../domain/organ.ts';
import { Day, Done, PersonId, RoleName, UnitCode } from './shared.ts';

const Text = (maxLength: number) => Type.String({ maxLength });
const OrganTypeName = Type.Enum(Object.keys(ORGAN_TYPES) as OrganType[]);
const LevelName = Type.Enum(Object.keys(LEVELS) as Level[]);

/** A node of the tree; the page hangs it under `parent`. In the order in which it is to be shown. */
export const OrganNode = Type.Object({
  unit: UnitCode,
  name: Type.String(),
  shortName: Type.String(),
  type: OrganTypeName,
  level: LevelName,
  region: Type.String(),
  parent: Type.Optional(UnitCode),
  petitionDept: Type.Boolean(),
  closed: Type.Boolean({ description: '已撤并' }),
});
export type OrganNode = Static<typeof OrganNode>;

export const listOrgans = { method: 'GET', url: '/api/directory/organs', reply: Type.Array(OrganNode) } as const satisfies Endpoint;

export const Duty = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 60 }),
  title: Type.String({ minLength: 1, maxLength: 200 }),
  words: Type.Array(Text(40), { maxItems: 60 }),
  basis: Type.Optional(Text(200)),
});

/** 按职责找单位: each hit shows the line of the 权责清单 that it was found by; a person decides. */
export const OrganHit = Type.Object({
  unit: UnitCode,
  name: Type.String(),
  shortName: Type.String(),
  duty: Type.Optional(Type.Object({ id: Type.String(), title: Type.String(), basis: Type.Optional(Type.String()) })),
  words: Type.Array(Type.String(), { description: '命中的词' }),
});
export type OrganHit = Static<typeof OrganHit>;

export const findOrgans = {
  method: 'POST', // what is searched for may be a petitioner's words: never in an address, never in a log
  url: '/api/directory/organs/find',
  body: Type.Object({ words: Type.String({ minLength: 1, maxLength: 4000 }), region: Type.Optional(Text(60)) }),
  reply: Type.Array(OrganHit),
} as const satisfies Endpoint;

export const OrganBody = Type.Object(
  {
    name: Type.String({ minLength: 2, maxLength: 120 }),
    shortName: Type.String({ minLength: 1, maxLength: 40 }),
    type: OrganTypeName,
    level: LevelName,
    division: Type.String({ pattern: '^\\d{6,12}$', description: '行政区划代码' }),
    parent: Type.Optional(UnitCode),
    superiors: Type.Array(UnitCode, { maxItems: 5, description: '复查机关，通常的在前；空则为上级单位' }),
    discipline: Type.Optional(UnitCode),
    leadersDiscipline: Type.Optional(UnitCode),
    complaintsTo: Type.Optional(UnitCode),
    petitionDept: Type.Boolean(),
    duties: Type.Array(Duty, { maxItems: 200 }),
    address: Text(200),
    phones: Type.Array(Text(40), { maxItems: 20 }),
    hours: Text(200),
    documentWord: Text(20),
    documentWords: Type.Record(Type.String({ pattern: '^F\\d{2}$' }), Text(20)),
    validFrom: Day,
    validTo: Type.Optional(Day),
    successor: Type.Optional(UnitCode),
  },
  { additionalProperties: false },
);
export type OrganBody = Static<typeof OrganBody>;

const OrganParams = Type.Object({ region: Text(60), slug: Text(60) });
const Named = Type.Object({ unit: UnitCode, name: Type.String() });

export const Colleague = Type.Object({
  person: PersonId,
  name: Type.String(),
  post: Type.String(),
  phone: Type.String(),
  roles: Type.Array(RoleName),
  standsInFor: Type.Optional(Type.String({ description: '代班：代谁，姓名' })),
  away: Type.Optional(PersonId),
  from: Type.Optional(Type.String({ format: 'date', description: '还没有开始的代班：从哪天起' })),
  to: Type.Optional(Day),
});
export type Colleague = Static<typeof Colleague>;

/** 单位详情: with what follows from its place in the tree, in names. */
export const getOrgan = {
  method: 'GET',
  url: '/api/directory/organs/:region/:slug',
  params: OrganParams,
  reply: Type.Object({
    unit: UnitCode,
    ...OrganBody.properties,
    version: Type.Integer(),
    children: Type.Array(Named),
    reviewOrgans: Type.Array(Named, { description: '复查机关' }),
    disciplineOrgan: Type.Optional(Named),
    complaintsOrgan: Type.Optional(Named),
    people: Type.Array(Colleague),
  }),
} as const satisfies Endpoint;

/** 本单位同事: to choose a handler, whose name, post and phone the petitioner will be told. */
export const listColleagues = {
  method: 'GET',
  url: '/api/directory/organs/:region/:slug/people',
  params: OrganParams,
  reply: Type.Array(Colleague),
} as const satisfies Endpoint;

/** 新设或修改单位. `version`: what the page showed, 0 for a new one; somebody else's change in between is not overwritten. */
export const saveOrgan = {
  method: 'POST',
  url: '/api/directory/organs/:region/:slug',
  params: OrganParams,
  body: Type.Object({ version: Type.Integer({ minimum: 0 }), organ: OrganBody }, { additionalProperties: false }),
  reply: Done,
} as const satisfies Endpoint;
