import Type, { type Static } from 'typebox';

/** What a row can say of an arrival, and by which column names files call it. The first list that has a column wins. */
interface ImportField {
  readonly name: string; // as the operator reads it
  readonly columns: readonly string[];
}

export const IMPORT_FIELDS = {
  externalId: {
    name: '外部编号',
    columns: [
      '外部编号',
      '编号',
      '信访件编号',
      '登记编号',
      '工单号',
      '工单编号',
      '留言编号',
      '序号',
      'id',
      'no',
      'number',
      'external_id',
      'externalid',
      'case_id',
      'ticket',
    ],
  },
  title: { name: '标题', columns: ['标题', '主题', '概况', '留言主题', '事项标题', '概况信息', 'title', 'subject', 'summary'] },
  text: {
    name: '内容',
    columns: [
      '内容',
      '正文',
      '诉求内容',
      '留言详情',
      '留言内容',
      '反映内容',
      '信访内容',
      '详情',
      'text',
      'detail',
      'content',
      'description',
      'body',
      'message',
    ],
  },
  claims: { name: '诉求', columns: ['诉求', '请求', '具体诉求', 'claims', 'claim', 'request'] },
  receivedAt: {
    name: '收到时间',
    columns: [
      '收到时间',
      '来信时间',
      '来访时间',
      '信访日期',
      '登记时间',
      '留言时间',
      '时间',
      '日期',
      '受理时间',
      'received_at',
      'receivedat',
      'received',
      'time',
      'date',
      'created_at',
      'createdat',
    ],
  },
  channel: { name: '渠道', columns: ['渠道', '信访形式', '来源', '方式', '信访方式', 'channel', 'source', 'form'] },
  name: { name: '姓名', columns: ['姓名', '信访人', '信访人姓名', '联系人', '留言人', 'name', 'petitioner'] },
  phone: { name: '电话', columns: ['电话', '联系电话', '手机', '手机号', '手机号码', 'phone', 'mobile', 'tel'] },
  address: { name: '住址', columns: ['住址', '地址', '联系地址', '家庭住址', 'address'] },
  idNumber: { name: '证件号', columns: ['证件号', '证件号码', '身份证号', '身份证号码', 'id_number', 'idnumber'] },
  people: { name: '人数', columns: ['人数', '信访人数', '涉及人数', 'people'] },
  place: { name: '问题所在地', columns: ['问题属地', '问题发生地', '问题所在地', '属地', 'place', 'location'] },
  kind: { name: '种类', columns: ['种类', '信访种类', '事项种类', 'kind'] },
  purpose: { name: '目的', columns: ['目的', '信访目的', 'purpose'] },
  category: { name: '内容分类', columns: ['内容分类', '分类', '问题分类', '二级分类', 'category'] },
  firstTime: { name: '是否初次', columns: ['是否初次', '初次', '初信初访', 'first_time', 'firsttime'] },
} as const satisfies Record<string, ImportField>;

export type ImportFieldName = keyof typeof IMPORT_FIELDS;
export const IMPORT_NAMES = Object.keys(IMPORT_FIELDS) as ImportFieldName[];

const Names = (of: Type.TSchema) => Type.Partial(Type.Object(Object.fromEntries(IMPORT_NAMES.map((name) => [name, of])), { additionalProperties: false }));

/** Which column says what; `constants` are said of every row, where no column is. */
export const Mapping = Type.Object(
  { columns: Type.Optional(Names(Type.String({ minLength: 1 }))), constants: Type.Optional(Names(Type.Union([Type.String(), Type.Number(), Type.Boolean()]))) },
  { additionalProperties: false },
);
export interface Mapping {
  readonly columns: Readonly<Partial<Record<ImportFieldName, string>>>;
  readonly constants: Readonly<Partial<Record<ImportFieldName, unknown>>>;
}
export type MappingFile = Static<typeof Mapping>;

/** By the names of the columns; a column says one thing only. */
export function guessMapping(columns: readonly string[]): Mapping {
  const plain = new Map(columns.map((column) => [plainly(column), column] as const));
  const taken = new Set<string>();
  const found = IMPORT_NAMES.flatMap((name) => {
    const column = IMPORT_FIELDS[name].columns.map((one) => plain.get(plainly(one))).find((one) => one !== undefined && !taken.has(one));
    if (column === undefined) return [];
    taken.add(column);
    return [[name, column] as const];
  });
  return { columns: Object.fromEntries(found), constants: {} };
}

const plainly = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-（）()：:*]/g, '');
