/** What a command asks of the person who gives it, as the contexts write it down: commands are data. */
import { askedNow, type Field as FormField, type Form } from '#contexts/casework/domain/forms/form.ts';

export { askedNow, type Field as FormField, type FieldKind, type Form } from '#contexts/casework/domain/forms/form.ts';

/** What the fields of this matter may choose from. */
export interface About {
  readonly region: string;
  readonly matter?: string; // where there is one already, files can be added to it
  readonly unit: string;
  readonly claims: readonly { readonly no: number; readonly text: string }[];
  readonly words?: string; // of the petitioner: the list of duties is searched by them
}

export type Values = Readonly<Record<string, unknown>>;

/** What stands in the way of sending, by field: empty where it may not be, too short, too much. */
export function lacking(form: Form, values: Values): ReadonlyMap<string, string> {
  return new Map(
    askedNow(form, values).flatMap((field) => {
      const wrong = lackOf(field, values[field.name]);
      return wrong ? [[field.name, wrong] as const] : [];
    }),
  );
}

function lackOf({ label, required, minLength = 0, max, kind }: FormField, value: unknown): string | undefined {
  if (isEmpty(value)) return required ? `还没有填“${label}”` : undefined;
  if (typeof value === 'string' && value.trim().length < minLength) return `“${label}”至少写 ${minLength} 个字，还差 ${minLength - value.trim().length} 个`;
  if (kind === 'number' && max !== undefined && Number(value) > max) return `“${label}”最多是 ${max}`;
  return undefined;
}

/** What is sent: only what is asked for now, no empty fields, lines without blanks. */
export function toSend(form: Form, values: Values): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  for (const { name, kind } of askedNow(form, values)) {
    const value = values[name];
    if (isEmpty(value)) continue;
    sent[name] =
      kind === 'files'
        ? (value as readonly { id: string }[]).map(({ id }) => id)
        : kind === 'number'
          ? Number(value)
          : Array.isArray(value)
            ? value.filter((item) => !isEmpty(item))
            : value;
  }
  return sent;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isEmpty);
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}
