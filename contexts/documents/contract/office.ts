import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { PAPER_CODES } from '../domain/catalogue.ts';
import { Region, Uuid } from '#kernel/shapes.ts';

/** 单位用语和单位表格: what an office says in its own words, and its own .docx forms; versioned, looked at before use, with history. */

const Code = Type.Enum([...PAPER_CODES]);
const strict = { additionalProperties: false };
const Moment = Type.String({ format: 'date-time' });
const OfPaper = Type.Object({ code: Code });
const Texts = {
  opening: Type.String({ maxLength: 2_000 }),
  closing: Type.String({ maxLength: 2_000 }),
  contact: Type.String({ maxLength: 1_000 }),
  appendix: Type.String({ maxLength: 10_000 }),
};

export const listOfficeWords = {
  method: 'GET',
  says: '本单位哪些文书有单位用语',
  url: '/api/documents/office/words',
  reply: Type.Array(
    Type.Object({ code: Code, name: Type.String(), inUse: Type.Union([Type.Integer(), Type.Null()]), newest: Type.Union([Type.Integer(), Type.Null()]) }),
  ),
} as const satisfies Endpoint;

export const getOfficeWords = {
  method: 'GET',
  says: '一种文书的单位用语：各版和来历',
  url: '/api/documents/office/words/:code',
  params: OfPaper,
  reply: Type.Object({
    inUse: Type.Union([Type.Integer(), Type.Null()]),
    versions: Type.Array(
      Type.Object({ version: Type.Integer(), ...Texts, note: Type.String(), savedBy: Type.String(), savedAt: Moment, previewed: Type.Boolean() }),
    ),
    history: Type.Array(Type.Object({ act: Type.Enum(['saved', 'previewed', 'used', 'stopped']), version: Type.Integer(), by: Type.String(), at: Moment })),
  }),
} as const satisfies Endpoint;
export type OfficeWords = Static<typeof getOfficeWords.reply>;

export const saveOfficeWords = {
  method: 'POST',
  says: '存一版单位用语',
  url: '/api/documents/office/words/:code',
  params: OfPaper,
  body: Type.Object({ ...Texts, note: Type.String({ minLength: 1, maxLength: 200 }) }, strict),
  reply: Type.Object({ version: Type.Integer() }),
} as const satisfies Endpoint;

/** `version` 0 stops the use. */
export const useOfficeWords = {
  method: 'POST',
  says: '启用或者停用单位用语',
  url: '/api/documents/office/words/:code/use',
  params: OfPaper,
  body: Type.Object({ version: Type.Integer({ minimum: 0 }) }, strict),
  reply: Type.Object({ inUse: Type.Union([Type.Integer(), Type.Null()]) }),
} as const satisfies Endpoint;

export const previewOfficeWords = {
  method: 'GET',
  url: '/api/documents/office/words/:code/:version/preview.pdf',
  params: Type.Object({ code: Code, version: Type.Integer({ minimum: 1 }) }),
  gives: 'application/pdf',
  reply: Type.Unknown(),
} as const satisfies Endpoint;

const Form = Type.Object({
  name: Type.String(),
  version: Type.Integer(),
  fields: Type.Array(Type.String()),
  unknown: Type.Array(Type.String()),
  savedBy: Type.String(),
  savedAt: Moment,
});
export type OfficeForm = Static<typeof Form>;
const Name = Type.String({ minLength: 1, maxLength: 60, pattern: '^[^/\\\\:*?"<>|]+$' });

export const listOfficeForms = {
  method: 'GET',
  says: '本单位的 .docx 表格',
  url: '/api/documents/office/forms',
  reply: Type.Object({ forms: Type.Array(Form), fields: Type.Array(Type.Object({ name: Type.String(), meaning: Type.String() })) }),
} as const satisfies Endpoint;

export const uploadOfficeForm = {
  method: 'POST',
  says: '上传一个 .docx 表格',
  url: '/api/documents/office/forms',
  query: Type.Object({ name: Name }),
  upload: true,
  reply: Type.Object({ version: Type.Integer(), fields: Type.Array(Type.String()), unknown: Type.Array(Type.String()) }),
} as const satisfies Endpoint;

export const fillOfficeForm = {
  method: 'GET',
  url: '/api/documents/matters/:region/:matter/form.docx',
  params: Type.Object({ region: Region, matter: Uuid }),
  query: Type.Object({ name: Name }),
  gives: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  reply: Type.Unknown(),
} as const satisfies Endpoint;
