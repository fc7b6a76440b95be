import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';

/** Bringing in the letters of another system, in the workbench: the file, its columns, a dry run, the run itself, what was turned down. */
const ImportParams = Type.Object({ import: Type.String({ pattern: '^[0-9a-f]{24}$' }) });
const Name = Type.String({ minLength: 1, maxLength: 60 });
const Columns = Type.Record(Type.String({ pattern: '^[a-zA-Z]{1,30}$' }), Type.String({ minLength: 1, maxLength: 200 }));

export const ImportState = Type.Object({
  import: Type.String(),
  file: Type.String(),
  state: Type.Enum(['ready', 'running', 'tried', 'done', 'failed']),
  part: Type.Number({ description: '文件读到哪里，0 到 1' }),
  rows: Type.Integer(),
  registered: Type.Integer({ description: '试做时为可以登记的件数' }),
  opened: Type.Integer({ description: '其中立件的事项' }),
  known: Type.Integer({ description: '先前已登记，不重复' }),
  rejected: Type.Integer(),
  why: Type.Union([Type.String(), Type.Null()], { description: '中断的原因' }),
  first: Type.Array(Type.Object({ line: Type.Integer(), why: Type.String() }), { description: '退回的前几件' }),
});
export type ImportState = Static<typeof ImportState>;

/** 上传一个文件；得到各栏和按栏名猜的对应. */
export const IMPORT_URL = '/api/intake/imports';

export const ImportOpened = Type.Object({
  import: Type.String(),
  file: Type.String(),
  form: Type.String(),
  columns: Type.Array(Type.String()),
  sample: Type.Array(Type.Record(Type.String(), Type.String()), { description: '前几行' }),
  guess: Columns,
  fields: Type.Array(Type.Object({ name: Type.String(), says: Type.String(), required: Type.Boolean() })),
});
export type ImportOpened = Static<typeof ImportOpened>;

export const getImport = {
  method: 'GET',
  url: `${IMPORT_URL}/:import`,
  params: ImportParams,
  reply: Type.Object({ opened: ImportOpened, now: ImportState }),
} as const satisfies Endpoint;

/** 试做，或者导入；断了的从断的地方接着做. */
export const runImport = {
  method: 'POST',
  url: `${IMPORT_URL}/:import/run`,
  params: ImportParams,
  body: Type.Object({
    columns: Columns,
    channel: Type.Optional(Type.String({ pattern: '^[a-zA-Z]{1,30}$', description: '文件里没有渠道一栏时，每件都是' })),
    source: Name,
    dryRun: Type.Boolean(),
  }),
  reply: ImportState,
} as const satisfies Endpoint;

/** 退回的每一行和原因. */
export const getRejected = {
  method: 'GET',
  url: `${IMPORT_URL}/:import/rejected.csv`,
  params: ImportParams,
  gives: 'text/csv; charset=utf-8',
  reply: Type.Any(),
} as const satisfies Endpoint;
