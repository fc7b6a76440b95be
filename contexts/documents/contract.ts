import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { PAPER_CODES } from './domain/catalogue.ts';
import { METHODS, type Method } from './domain/delivery.ts';
import { Day, Region } from '#kernel/shapes.ts';

/** 文书的接口: the list of a matter, drafts with autosave and preview, number, void, dispatch, delivery. `matter` names whatever the papers belong to: a matter, or a piece of work beside matters. */

const Code = Type.Enum([...PAPER_CODES]);
const MethodCode = Type.Enum(Object.keys(METHODS) as Method[]);
const Moment = Type.String({ format: 'date-time' });
const OfMatter = Type.Object({ region: Region, matter: Type.String({ format: 'uuid' }) });
const OfDraft = Type.Object({ region: Region, matter: Type.String({ format: 'uuid' }), draft: Type.String({ format: 'uuid' }) });
const OfPaper = Type.Object({ region: Region, matter: Type.String({ format: 'uuid' }), no: Type.Integer({ minimum: 1 }) });
const strict = { additionalProperties: false };

const Cell = Type.String({ maxLength: 20_000 });
export const DraftValues = Type.Record(
  Type.String({ pattern: '^[a-zA-Z]{1,40}$' }),
  Type.Union([
    Cell,
    Type.Array(Cell, { maxItems: 200 }),
    Type.Array(Type.Record(Type.String({ pattern: '^[a-zA-Z]{1,40}$' }), Cell), { maxItems: 500 }),
    Type.Object({ on: Type.String(), rolled: Type.Boolean(), provisional: Type.Boolean() }, strict),
  ]),
);

export type DraftValues = Static<typeof DraftValues>;

export const MissingField = Type.Object({ field: Type.String(), label: Type.String(), why: Type.String() });

/** 取号前要齐的: what is missing, and characters that no face can print. */
const Readiness = {
  version: Type.Integer(),
  missing: Type.Array(MissingField),
  unprintable: Type.Array(Type.Object({ character: Type.String(), code: Type.String({ description: 'U+XXXX' }) })),
};

export const PaperStage = Type.Enum(['numbered', 'sealed', 'dispatched', 'delivered', 'failed', 'unproven', 'voided']);
export type PaperStage = Static<typeof PaperStage>;

export const PaperItem = Type.Object({
  no: Type.Integer(),
  code: Code,
  name: Type.String(),
  number: Type.Union([Type.String(), Type.Null()], { description: '发文字号；表、单等不编号' }),
  stage: PaperStage,
  issuedOn: Day,
  organ: Type.String({ description: '制发单位的编号' }),
  hash: Type.Union([Type.String(), Type.Null()], { description: 'PDF 的 SHA-256；未生成时为空' }),
  pages: Type.Union([Type.Integer(), Type.Null()]),
  method: Type.Union([MethodCode, Type.Null()]),
  dispatchedOn: Type.Union([Day, Type.Null()]),
  endedOn: Type.Union([Day, Type.Null()], { description: '送达或者送达不成的日期' }),
  corrects: Type.Union([Type.Integer(), Type.Null()]),
  correctedBy: Type.Union([Type.Integer(), Type.Null()]),
  allows: Type.Array(Type.Enum(['void', 'dispatch', 'recordDelivery', 'recordFailure', 'correct'])),
});
export type PaperItem = Static<typeof PaperItem>;

export const DraftItem = Type.Object({
  draft: Type.String({ format: 'uuid' }),
  code: Code,
  name: Type.String(),
  savedAt: Moment,
  savedBy: Type.String(),
});
export type DraftItem = Static<typeof DraftItem>;

/** 一件的全部文书和草稿. */
export const listPapers = {
  method: 'GET',
  says: '一件的全部文书和草稿',
  url: '/api/documents/matters/:region/:matter/papers',
  params: OfMatter,
  reply: Type.Object({
    papers: Type.Array(PaperItem),
    drafts: Type.Array(DraftItem),
    electronicConsent: Type.Boolean({ description: '信访人同意电子送达，并有记录' }),
    offers: Type.Optional(Type.Array(Type.Object({ code: Code, name: Type.String() }), { description: '事项以外的工作：现在可以起草哪些' })),
  }),
} as const satisfies Endpoint;

const OfWhat = {
  region: Region,
  matter: Type.String({ format: 'uuid' }),
  matterNo: Type.String(),
  title: Type.String(),
  beside: Type.Optional(Type.Literal(true, { description: '不是信访事项的文书，是督办、会议等工作的' })),
};

export const QueuedDraft = Type.Object({ ...OfWhat, ...DraftItem.properties, forHead: Type.Boolean({ description: '由单位负责人签发' }) });
export type QueuedDraft = Static<typeof QueuedDraft>;

export const QueuedPaper = Type.Object({
  ...OfWhat,
  no: Type.Integer(),
  code: Code,
  name: Type.String(),
  number: Type.Union([Type.String(), Type.Null()]),
  stage: Type.Enum(['numbered', 'sealed', 'dispatched', 'failed', 'unproven']),
  issuedOn: Day,
  method: Type.Union([MethodCode, Type.Null()]),
  dispatchedOn: Type.Union([Day, Type.Null()]),
  endedOn: Type.Union([Day, Type.Null()]),
});
export type QueuedPaper = Static<typeof QueuedPaper>;

/** 本单位还没有走完的文书: drafts that wait for a signature, papers that wait to be sent or for the proof that they arrived. */
export const listPaperQueue = {
  method: 'GET',
  says: '本单位还没有送到的文书和草稿',
  url: '/api/documents/queue',
  reply: Type.Object({ today: Day, drafts: Type.Array(QueuedDraft), papers: Type.Array(QueuedPaper), more: Type.Boolean() }),
} as const satisfies Endpoint;

/** 起草: fields that the matter already knows are filled in. */
export const startDraft = {
  method: 'POST',
  says: '起草一份文书',
  url: '/api/documents/matters/:region/:matter/drafts',
  params: OfMatter,
  body: Type.Object(
    { code: Code, values: Type.Optional(DraftValues), corrects: Type.Optional(Type.Integer({ minimum: 1, description: '更正哪一份' })) },
    strict,
  ),
  reply: Type.Object({ draft: Type.String(), values: DraftValues, ...Readiness }),
} as const satisfies Endpoint;

export const getDraft = {
  method: 'GET',
  says: '打开草稿',
  url: '/api/documents/matters/:region/:matter/drafts/:draft',
  params: OfDraft,
  reply: Type.Object({ draft: Type.String(), code: Code, values: DraftValues, savedAt: Moment, savedBy: Type.String(), ...Readiness }),
} as const satisfies Endpoint;

/** 自动保存: `version` is the one that the page shows; another's later save is not written over. */
export const saveDraft = {
  method: 'POST',
  says: '保存草稿',
  url: '/api/documents/matters/:region/:matter/drafts/:draft',
  params: OfDraft,
  body: Type.Object({ values: DraftValues, version: Type.Integer() }, strict),
  reply: Type.Object({ savedAt: Moment, ...Readiness }),
} as const satisfies Endpoint;

export const discardDraft = {
  method: 'POST',
  says: '弃用草稿',
  url: '/api/documents/matters/:region/:matter/drafts/:draft/discard',
  params: OfDraft,
  reply: Type.Object({ discarded: Type.Boolean() }),
} as const satisfies Endpoint;

/** 取号并用印. */
export const signDraft = {
  method: 'POST',
  says: '取号并用印',
  url: '/api/documents/matters/:region/:matter/drafts/:draft/sign',
  params: OfDraft,
  body: Type.Object({ version: Type.Integer(), seen: Type.Optional(Type.Integer()) }, strict),
  reply: Type.Object({ no: Type.Integer(), number: Type.Union([Type.String(), Type.Null()]), done: Type.Array(Type.String()) }),
} as const satisfies Endpoint;

const Done = Type.Object({ done: Type.Array(Type.String()) });

/** 作废: the number stays, marked void. */
export const voidPaper = {
  method: 'POST',
  says: '作废文号',
  url: '/api/documents/matters/:region/:matter/papers/:no/void',
  params: OfPaper,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 2_000 }) }, strict),
  reply: Done,
} as const satisfies Endpoint;

const EvidenceBody = Type.Record(Type.String({ pattern: '^[a-zA-Z]{1,40}$' }), Type.String({ maxLength: 2_000 }));

/** 发出: evidence by the table METHODS of domain/delivery.ts. */
export const dispatchPaper = {
  method: 'POST',
  says: '登记发出',
  url: '/api/documents/matters/:region/:matter/papers/:no/dispatch',
  params: OfPaper,
  body: Type.Object({ method: MethodCode, evidence: EvidenceBody, seen: Type.Optional(Type.Integer()) }, strict),
  reply: Done,
} as const satisfies Endpoint;

/** 送达: `on` is the day of receipt; at the door the way may turn out another (direct, adultFamily, leftAtHome). */
export const recordDelivery = {
  method: 'POST',
  says: '登记送达',
  url: '/api/documents/matters/:region/:matter/papers/:no/delivery',
  params: OfPaper,
  body: Type.Object(
    {
      evidence: EvidenceBody,
      on: Day,
      method: Type.Optional(MethodCode),
      drawn: Type.Optional(Type.String({ maxLength: 16_000, description: '手写屏上的签名，见 domain/drawn.ts' })),
      seen: Type.Optional(Type.Integer()),
    },
    strict,
  ),
  reply: Done,
} as const satisfies Endpoint;

export const recordFailure = {
  method: 'POST',
  says: '登记未送达',
  url: '/api/documents/matters/:region/:matter/papers/:no/failure',
  params: OfPaper,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 2_000 }), seen: Type.Optional(Type.Integer()) }, strict),
  reply: Done,
} as const satisfies Endpoint;

const PDF = { gives: 'application/pdf', reply: Type.Unknown() } as const;

/** 草稿的样子: each page marked 草稿. */
export const previewDraft = {
  method: 'GET',
  url: '/api/documents/matters/:region/:matter/drafts/:draft/preview.pdf',
  params: OfDraft,
  ...PDF,
} as const satisfies Endpoint;
export const getPaperPdf = {
  method: 'GET',
  url: '/api/documents/matters/:region/:matter/papers/:no/paper.pdf',
  params: OfPaper,
  ...PDF,
} as const satisfies Endpoint;
/** 送达回证, of what is on record now. */
export const getDeliveryReceipt = {
  method: 'GET',
  url: '/api/documents/matters/:region/:matter/papers/:no/delivery-receipt.pdf',
  params: OfPaper,
  ...PDF,
} as const satisfies Endpoint;

/** 核对真伪: public, nothing personal. */
export const verifyPaper = {
  method: 'GET',
  says: '核对文书真伪',
  url: '/api/documents/verify/:code',
  open: true,
  params: Type.Object({ code: Type.String({ pattern: '^[0-9A-Z]{16}$' }) }),
  reply: Type.Object({
    number: Type.Union([Type.String(), Type.Null()]),
    name: Type.String(),
    organ: Type.String(),
    issuedOn: Day,
    state: Type.Enum(['inForce', 'corrected', 'revoked', 'voided']),
    replacedBy: Type.Union([Type.String(), Type.Null()], { description: '更正它的文书的文号' }),
    checkValue: Type.String({ description: '印在文书上的校验值' }),
    hash: Type.Union([Type.String(), Type.Null()]),
  }),
} as const satisfies Endpoint;
