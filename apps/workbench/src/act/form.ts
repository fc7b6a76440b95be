/** What a command asks of the person who gives it, as the contexts write it down: commands are data. */
export type FieldKind =
  | 'text' | 'longText' | 'date' | 'dateTime' | 'unit' | 'units' | 'choice' | 'claims' | 'contact' | 'paper' | 'yesNo' | 'number' | 'file' | 'matter' | 'person';

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly required?: boolean;
  readonly hint?: string;
  readonly options?: readonly { readonly value: string; readonly label: string; readonly note?: string }[];
}

export interface Form {
  readonly label: string; // 受理
  readonly ask: string; // asked once, before it is done
  readonly article?: string;
  readonly fields: readonly FormField[];
}

/** What the fields of this matter may choose from. */
export interface About {
  readonly region: string;
  readonly unit: string;
  readonly claims: readonly { readonly no: number; readonly text: string }[];
  readonly papers: readonly { readonly document: string; readonly name: string; readonly number?: string | null }[];
  readonly words?: string; // of the petitioner: the list of duties is searched by them
}

export type Values = Readonly<Record<string, unknown>>;

/** Names of the fields that are required and empty, in their order. */
export function lacking({ fields }: Form, values: Values): readonly FormField[] {
  return fields.filter(({ name, required }) => required && isEmpty(values[name]));
}

/** What is sent: no empty fields, lines without blanks. */
export function toSend({ fields }: Form, values: Values): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  for (const { name, kind } of fields) {
    const value = values[name];
    if (isEmpty(value)) continue;
    sent[name] = kind === 'number' ? Number(value) : Array.isArray(value) ? value.filter((item) => !isEmpty(item)) : value;
  }
  return sent;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isEmpty);
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}
