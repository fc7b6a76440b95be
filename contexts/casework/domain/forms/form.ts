/** What a form is made of. The workbench draws each kind of field once. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'date'
  | 'unit'
  | 'units'
  | 'petitionDept'
  | 'choice'
  | 'claims'
  | 'contact'
  | 'yesNo'
  | 'number'
  | 'matter'
  | 'category'
  | 'categories'
  | 'person'
  | 'files';

/** A field that only one answer to another field needs: neither shown nor asked for nor taken without it. */
export type When = { readonly field: string; readonly is: string | boolean } | { readonly field: string; readonly over: number };

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly required?: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly hint?: string;
  readonly minLength?: number; // characters
  readonly max?: number; // of a number
  readonly when?: When;
}

export interface Form {
  readonly label: string; // on the button
  readonly ask: string; // asked once before it is done: what will follow
  readonly article?: string;
  readonly fields: readonly Field[];
}

/** The fields that are asked for, as the others are answered now. A field whose own question is not asked is not asked either. */
export function askedNow({ fields }: Pick<Form, 'fields'>, values: Readonly<Record<string, unknown>>): readonly Field[] {
  const isAsked = ({ when }: Field): boolean => {
    if (!when) return true;
    const other = fields.find(({ name }) => name === when.field);
    return other !== undefined && isAsked(other) && isMet(when, values[when.field]);
  };
  return fields.filter(isAsked);
}

const isMet = (when: When, value: unknown) => ('is' in when ? value === when.is : Number(value) > when.over);
