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

/** The words that are looked for, in every question that takes words. */
export function loosely(operation: Schema, words: string): string {
  const asked = new URLSearchParams();
  for (const { in: place, name, schema } of operation.parameters ?? []) {
    if (place !== 'query') continue;
    if (schema?.type === 'string' && !schema.format && !schema.pattern && !schema.enum) asked.set(name, words);
  }
  return asked.size > 0 ? `?${asked}` : '';
}

/** Something that the schema takes, with the accusation's own words wherever words may stand. */
export function sample(schema: Schema, words: string): object {
  return (make(schema ?? { type: 'object' }, words) ?? {}) as object;
}

function make(schema: Schema, words: string): unknown {
  const one = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (one) return make(one, words);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((name: string) => [name, make(schema.properties?.[name] ?? {}, words)]));
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => make(schema.items ?? {}, words));
    case 'integer':
    case 'number':
      return Math.max(3, schema.minimum ?? 0);
    case 'boolean':
      return true;
    case 'string':
      return stringFor(schema, words);
    default:
      return null;
  }
}

function stringFor({ format, pattern, minLength = 0, maxLength = 5_000 }: Schema, words: string): string {
  if (format === 'uuid') return '00000000-0000-4000-8000-000000000001';
  if (format === 'date') return '2026-11-20';
  if (format === 'date-time') return '2026-11-20T09:00:00+08:00';
  if (pattern?.includes('/')) return 'qinghe/water';
  if (pattern) return 'FQ-1';
  return words.padEnd(minLength, '。').slice(0, maxLength);
}
