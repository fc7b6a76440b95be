import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaValidationError } from 'fastify';
import type { TSchema } from 'typebox';

/** Requests are taken at their word: nothing unknown, nothing converted, and every no names its field in Chinese. */
export interface Field {
  readonly at: string; // 'contact.phone'
  readonly says: string;
}

type Json = Record<string, any>;

/** Fastify's own settings convert and drop what a person sent; these do neither. In an address everything is text, so numbers are read from it. */
const STRICT = { removeAdditional: false, useDefaults: true, allErrors: true, verbose: true, strict: false } as const;
export const WRITTEN = withFormats(new Ajv({ ...STRICT, coerceTypes: false }));
export const IN_ADDRESSES = withFormats(new Ajv({ ...STRICT, coerceTypes: 'array' }));

function withFormats(ajv: Ajv): Ajv {
  addFormats.default(ajv);
  return ajv;
}

/**
 * The same schema, closed: a field that it does not name is refused instead of
 * dropped, because a dropped field is something a person wrote that nobody keeps.
 */
export function closed(schema: TSchema, where: string): TSchema {
  return close(structuredClone(schema) as Json, where) as TSchema;
}

function close(schema: Json, where: string): Json {
  if (schema.allOf) throw new Error(`${where}: write one object instead of an intersection, so that unknown fields can be refused`);
  if (schema.type === 'object' && schema.additionalProperties === undefined && !schema.patternProperties) schema.additionalProperties = false;
  for (const list of ['anyOf', 'oneOf']) schema[list]?.forEach((part: Json) => close(part, where));
  for (const part of Object.values<Json>(schema.properties ?? {})) close(part, where);
  for (const part of [schema.items, schema.additionalProperties]) {
    if (part && typeof part === 'object') (Array.isArray(part) ? part : [part]).forEach((one: Json) => close(one, where));
  }
  return schema;
}

const TYPES: Record<string, string> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: '“是”或“否”',
  array: '一组',
  object: '一组有名称的项目',
  null: '空',
};

const FORMATS: Record<string, string> = {
  date: '日期，如 2026-05-11',
  'date-time': '时间，如 2026-05-11T09:30:00+08:00',
  uuid: '编号',
  email: '邮箱地址',
  uri: '网址',
};

/** One sentence a field; a schema's `title` is the name that people know it by. */
const SAYINGS: Record<string, (name: string, params: Json) => string> = {
  required: (name) => `缺少${name}，请填上`,
  additionalProperties: (name) => `不认识${name}这一项，请去掉或核对名称`,
  type: (name, { type }) =>
    `${name}应当是${[type]
      .flat()
      .map((one: string) => TYPES[one] ?? one)
      .join('或')}`,
  maxLength: (name, { limit }) => `${name}最多${limit}个字`,
  minLength: (name, { limit }) => (limit === 1 ? `${name}不能空着` : `${name}至少${limit}个字`),
  minimum: (name, { limit }) => `${name}不能小于${limit}`,
  maximum: (name, { limit }) => `${name}不能大于${limit}`,
  minItems: (name, { limit }) => `${name}至少${limit}项`,
  maxItems: (name, { limit }) => `${name}最多${limit}项`,
  format: (name, { format }) => `${name}应当是${FORMATS[format] ?? '规定的格式'}`,
  enum: (name, { allowedValues }) => `${name}只能是：${allowedValues.join('、')}`,
  const: (name, { allowedValue }) => `${name}只能是：${allowedValue}`,
};

/** The choices of a union all fail at once; the union alone is told. */
export function fieldsOf(errors: readonly FastifySchemaValidationError[], context: string): Field[] {
  const unions = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf').map(({ instancePath }) => instancePath);
  const told = errors.filter(({ keyword, instancePath }) => keyword === 'anyOf' || keyword === 'oneOf' || !unions.some((path) => instancePath === path));
  return told.slice(0, 10).map((error) => fieldOf(error, context));
}

function fieldOf({ keyword, instancePath, params, ...rest }: FastifySchemaValidationError, context: string): Field {
  const { parentSchema } = rest as { parentSchema?: Json };
  const known = params as Json;
  const inner = known.missingProperty ?? known.additionalProperty;
  const at = [...instancePath.split('/').slice(1), ...(inner === undefined ? [] : [String(inner).slice(0, 40)])].join('.');
  const title = keyword === 'required' ? parentSchema?.properties?.[inner]?.title : inner === undefined ? parentSchema?.title : undefined;
  const name = title ? `“${title}”` : at ? `“${at}”` : context === 'body' ? '提交的内容' : '网址里的内容';
  return { at, says: (SAYINGS[keyword] ?? ((one: string) => `${one}不合要求`))(name, known) };
}
