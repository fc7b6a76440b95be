/** The blanks of a paper, drawn from its catalogue: lines, texts, dates, choices, lists, and tables of rows. */
import type { Field, Row, Value, Values } from '#contexts/documents/domain/field.ts';
import type { PaperKind } from '#contexts/documents/domain/kind.ts';
import { day as dayOf } from '../shared/dates.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { Blank } from './Blank.tsx';
import { Rows } from './Rows.tsx';
import type { Missing } from './useAutosave.ts';

interface EditorProps {
  kind: PaperKind;
  values: Values;
  missing: readonly Missing[];
  onChange: (name: string, value: Value) => void;
}

/** Blanks that the matter fills by itself stand together, and open only when something is to be changed. */
const FROM_MATTER = new Set([
  'addressee',
  'receivedOn',
  'source',
  'referredBy',
  'acceptedOn',
  'subject',
  'petitioner',
  'contactPerson',
  'contactPhone',
  'handlerName',
  'handlerPost',
  'handlerPhone',
  'arrivedOn',
  'assignmentNo',
  'referralNo',
]);

export function Editor({ kind, values, missing, onChange }: EditorProps) {
  const lacks = (name: string) => missing.some(({ field }) => field === name || field.startsWith(`${name}.`));
  const brought = kind.fields.filter(({ name }) => FROM_MATTER.has(name));
  const own = kind.fields.filter(({ name, kind: each }) => !FROM_MATTER.has(name) && each !== 'rows');
  const tables = kind.fields.filter(({ name, kind: each }) => each === 'rows' && (name !== 'changes' || values['result'] === 'change'));
  const claims = kind.code === 'F23' ? tables.filter(({ name }) => name !== 'changes') : []; // an answer to each claim is the heart of an opinion; other tables stand after the text
  const blank = (field: Field) => (
    <Blank key={field.name} field={field} path={field.name} value={values[field.name]} missing={missing} onChange={(value) => onChange(field.name, value)} />
  );
  const rows = (field: Field) => (
    <Rows
      key={field.name}
      field={field}
      fixed={kind.code === 'F23' || field.name === 'changes'} // as many as there are claims
      value={(values[field.name] ?? []) as readonly Row[]}
      missing={missing}
      onChange={(changed) => onChange(field.name, changed)}
    />
  );

  return (
    <>
      {claims.map(rows)}
      {own.length > 0 && (
        <Sheet title="正文">
          <div className="fields">{own.map(blank)}</div>
        </Sheet>
      )}
      {tables.filter((table) => !claims.includes(table)).map(rows)}
      {brought.length > 0 && (
        <Sheet title="来由和联系人" aside="从事项带入，可以改">
          <details open={brought.some(({ name }) => lacks(name))}>
            <summary className="small">
              {brought
                .map(({ name }) => values[name])
                .flatMap((each) => (typeof each === 'string' && each ? [/^\d{4}-\d\d-\d\d$/.test(each) ? dayOf(each) : each] : []))
                .slice(0, 4)
                .join(' · ') || '展开来填'}
            </summary>
            <div className="fields" style={{ marginTop: 10 }}>
              {brought.map(blank)}
            </div>
          </details>
        </Sheet>
      )}
    </>
  );
}
