/** Fills in whatever an endpoint asks for, from its own printed description: for the test that tries every one of them. */
type Schema = any;

/** One method of one address, as the description prints it. */
export type Operation = Schema;

/** Every place of an address: the region where a region is asked, a number where a number is, else the id that is attacked. */
export function fillPath(path: string, { region, id }: { region: string; id: string }): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'region') return region;
    if (name === 'slug') return 'housing';
    return /^(index|no|page|n)$/.test(name) ? '0' : encodeURIComponent(id);
  });
}

/** What an attacker knows and tries everywhere: an id, a number, words. */
export interface Known {
  readonly id: string;
  readonly no: string;
  readonly words: string;
}

/** The words that are looked for, in every question that takes words; whatever else must be asked, as its schema wants it. */
export function loosely(operation: Operation, known: Known): string {
  const asked = new URLSearchParams();
  for (const { in: place, name, schema, required } of operation.parameters ?? []) {
    if (place !== 'query') continue;
    const isFree = schema?.type === 'string' && !schema.format && !schema.pattern && !schema.enum;
    if (isFree || required) asked.set(name, isFree ? known.words : String(make(schema ?? {}, { ...known, all: false }, name)));
  }
  return asked.size > 0 ? `?${asked}` : '';
}

/** Something that the schema takes, with the attacker's words wherever words may stand, their id wherever an id may; `all`: what may be left out too. */
export function sample(schema: Schema, known: Known, all = false): object {
  return (make(schema ?? { type: 'object' }, { ...known, all }) ?? {}) as object;
}

type Filling = Known & { readonly all: boolean };

function make(schema: Schema, filling: Filling, name = ''): unknown {
  const one = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (one) return make(one, filling, name);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const { properties = {}, required = [] } = schema;
  switch (schema.type) {
    case 'object':
      return Object.fromEntries((filling.all ? Object.keys(properties) : required).map((each: string) => [each, make(properties[each] ?? {}, filling, each)]));
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, filling.all ? 1 : 0) }, () => make(schema.items ?? {}, filling, name));
    case 'integer':
    case 'number':
      return Math.min(Math.max(3, schema.minimum ?? 0), schema.maximum ?? 3);
    case 'boolean':
      return true;
    case 'string':
      return stringFor(schema, filling, name);
    default:
      return null;
  }
}

function stringFor({ format, pattern, minLength = 0, maxLength = 5_000 }: Schema, { id, no, words, all }: Filling, name: string): string {
  if (format === 'uuid') return id || '00000000-0000-4000-8000-000000000001';
  if (format === 'date') return '2026-11-20';
  if (format === 'date-time') return '2026-11-20T09:00:00+08:00';
  if (pattern?.includes('/')) return 'qinghe/water';
  if (pattern?.includes('{4}')) return '0306';
  if (pattern) return 'FQ-1';
  if (all && /^(no|target|code|number|matterNo)$/i.test(name)) return no;
  return words.padEnd(minLength, '。').slice(0, maxLength);
}
