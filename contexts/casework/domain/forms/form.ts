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
  | 'person';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly required?: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly hint?: string;
  readonly minLength?: number; // characters
  readonly max?: number; // of a number
}

export interface Form {
  readonly label: string; // on the button
  readonly ask: string; // asked once before it is done: what will follow
  readonly article?: string;
  readonly fields: readonly Field[];
}
