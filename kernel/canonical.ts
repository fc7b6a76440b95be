/**
 * JSON with its keys sorted by their characters, as RFC 8785 has it: two who
 * write down the same thing write the same text, so that it can be hashed and
 * signed. What is undefined is left out.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if ('toJSON' in value && value.toJSON instanceof Function) return canonical(value.toJSON());
  const parts = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(parts);
  if (keys.length > 1) keys.sort();
  let text = ''; // written out, since every action passes here
  for (const key of keys) {
    const part = parts[key];
    if (part !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(part)}`;
  }
  return `{${text}}`;
}
