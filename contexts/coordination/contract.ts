/** Work beside matters over HTTP: lists, one piece of work, what may be done with it. The forms come as data. */
import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Day, Region, Uuid } from '#kernel/shapes.ts';

const Kind = Type.String({ pattern: '^[a-zA-Z]{2,40}$' });
const Fields = Type.Record(Type.String({ pattern: '^[a-zA-Z]{1,40}$' }), Type.Unknown());
const WorkParams = Type.Object({ region: Region, work: Uuid });
const Line = Type.Object({ label: Type.String(), text: Type.String() });

const Option = Type.Object({ value: Type.String(), label: Type.String(), hint: Type.Optional(Type.String()) });
const FormShown = Type.Object({
  step: Type.String(),
  label: Type.String(),
  ask: Type.String(),
  article: Type.Optional(Type.String()),
  onward: Type.Optional(Type.Boolean({ description: '现在往下走只有这一步' })),
  paper: Type.Optional(Type.String({ description: '这一步随即取号的文书' })),
  known: Type.Optional(Type.Record(Type.String(), Type.String(), { description: '记录里已经有的，填在表里由人核对、修改' })),
  fields: Type.Array(
    Type.Object({
      name: Type.String(),
      label: Type.String(),
      kind: Type.String(),
      required: Type.Optional(Type.Boolean()),
      options: Type.Optional(Type.Array(Option)),
      hint: Type.Optional(Type.String()),
      minLength: Type.Optional(Type.Integer()),
      max: Type.Optional(Type.Integer()),
      when: Type.Optional(
        Type.Object(
          { field: Type.String(), is: Type.Optional(Type.String()), over: Type.Optional(Type.Integer()) },
          { description: '另一栏这样答了才问、才要填' },
        ),
      ),
    }),
  ),
});
export type FormShown = Static<typeof FormShown>;

export const WorkRow = Type.Object({
  region: Region,
  work: Uuid,
  kind: Kind,
  kindName: Type.String(),
  stageName: Type.String(),
  open: Type.Boolean(),
  title: Type.String({ description: '关于什么，一句话；没有话可说的是单位' }),
  about: Type.Optional(Type.String({ description: '对哪个单位、关于哪件，标题里没有说的' })),
  ownerName: Type.String(),
  openedOn: Day,
  clockName: Type.Optional(Type.String()),
  lightOn: Type.Optional(Day),
  legalOn: Type.Optional(Day),
  daysLeft: Type.Optional(Type.Integer({ description: '距亮灯日，负数为超过的天数' })),
});
export type WorkRow = Static<typeof WorkRow>;

/** 本单位看得到的工作，最急的在前；`kinds` 以逗号分隔，空为全部. */
export const listWork = {
  method: 'GET',
  url: '/api/coordination/work',
  query: Type.Object({ kinds: Type.Optional(Type.String({ pattern: '^[a-zA-Z,]{0,400}$' })), open: Type.Optional(Type.Enum(['yes', 'no'])) }),
  reply: Type.Object({
    today: Day,
    rows: Type.Array(WorkRow),
    begin: Type.Array(Type.Object({ kind: Kind, kindName: Type.String(), form: FormShown }), { description: '本人现在可以新开的' }),
  }),
} as const satisfies Endpoint;

/** 一项工作：经过、期限、现在可以办什么. Each look is recorded. */
export const getWork = {
  method: 'GET',
  url: '/api/coordination/work/:region/:work',
  params: WorkParams,
  reply: Type.Object({
    ...WorkRow.properties,
    today: Day,
    article: Type.String(),
    n: Type.Integer(),
    matter: Type.Optional(Type.String()),
    matterAt: Type.Optional(Type.Object({ region: Region, matter: Uuid }, { description: '由系统查出的，直接打开那一件' })),
    counts: Type.Array(Line, { description: '按记录算出的数，还在增加' }),
    entries: Type.Array(Type.Object({ on: Day, label: Type.String(), unit: Type.String(), person: Type.String(), lines: Type.Array(Line) })),
    clocks: Type.Array(
      Type.Object({
        name: Type.String(),
        holder: Type.String(),
        standing: Type.Enum(['law', 'practice', 'default', 'unconfirmed']),
        stopped: Type.Boolean(),
        lines: Type.Array(Type.Object({ word: Type.String(), text: Type.String() })),
      }),
    ),
    forms: Type.Array(FormShown),
  }),
} as const satisfies Endpoint;

/** 新开一项工作. */
export const beginWork = {
  method: 'POST',
  url: '/api/coordination/work',
  body: Type.Object({ kind: Kind, step: Kind, fields: Fields }),
  reply: Type.Object({ region: Region, work: Uuid }),
} as const satisfies Endpoint;

/** 办下一步；`seen` 是页面上看到的序号，别人先办了就不办. */
export const actOnWork = {
  method: 'POST',
  url: '/api/coordination/work/:region/:work',
  params: WorkParams,
  body: Type.Object({ step: Kind, fields: Fields, seen: Type.Optional(Type.Integer({ minimum: 0 })) }),
  reply: Type.Object({ done: Type.Array(Type.String()) }),
} as const satisfies Endpoint;

/** 先看文书: what the step would number, marked 草稿. Nothing is recorded. */
export const previewWork = {
  method: 'POST',
  url: '/api/coordination/work/preview',
  body: Type.Object({ kind: Kind, step: Kind, fields: Fields, region: Type.Optional(Region), work: Type.Optional(Uuid) }),
  gives: 'application/pdf',
  reply: Type.Unknown(),
} as const satisfies Endpoint;
