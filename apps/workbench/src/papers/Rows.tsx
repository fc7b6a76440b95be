/** A table of rows as sheets: each claim of an opinion stands by itself, with a line at its side that says whether it is finished. */
import { Button } from 'antd';
import type { Field, Row } from '#contexts/documents/domain/field.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { Blank } from './Blank.tsx';
import type { Missing } from './useAutosave.ts';

interface RowsProps {
  field: Field;
  fixed: boolean; // the rows come from the matter: none may be added or left out
  value: readonly Row[];
  missing: readonly Missing[];
  onChange: (rows: readonly Row[]) => void;
}

export function Rows({ field, fixed, value, missing, onChange }: RowsProps) {
  const rows = value.length > 0 ? value : fixed ? [] : [{}];
  const change = (at: number, name: string, cell: string) => onChange(rows.map((row, place) => (place === at ? { ...row, [name]: cell } : row)));

  return (
    <>
      {rows.map((row, at) => {
        const lacking = missing.filter((each) => each.field.startsWith(`${field.name}.${at}.`));
        const blank = !field.optional && missing.some((each) => each.field === field.name); // nothing written at all: the catalogue misses the table, not its cells
        return (
          <Sheet
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
            key={at}
            title={fixed ? `事 ${row.no ?? at + 1}　${row.claim ?? ''}` : `${field.label} ${at + 1}`}
            aside={
              blank ? <b className="soon">还没有写</b> : lacking.length === 0 ? <b className="ok">已写完</b> : <b className="soon">还差 {lacking.length} 处</b>
            }
            className={blank || lacking.length > 0 ? 'unfinished' : ''}
          >
            <div className="fields">
              {(field.columns ?? [])
                .filter(({ name }) => !(fixed && name === 'no') && isAsked(name, row))
                .map((column) => (
                  <Blank
                    key={column.name}
                    field={column}
                    path={`${field.name}.${at}.${column.name}`}
                    value={row[column.name]}
                    missing={missing}
                    onChange={(cell) => change(at, column.name, String(cell))}
                    cards
                    rows={column.name === 'claim' ? 2 : 3}
                  />
                ))}
            </div>
            {!fixed && rows.length > 1 && (
              <div className="acts" style={{ marginTop: 10 }}>
                <Button onClick={() => onChange(rows.filter((_, place) => place !== at))}>
                  去掉{field.label} {at + 1}
                </Button>
              </div>
            )}
          </Sheet>
        );
      })}
      {!fixed && (
        <div className="more-rows" data-path={field.name}>
          <Button onClick={() => onChange([...rows, {}])}>再加一项{field.label}</Button>
        </div>
      )}
      {fixed && rows.length === 0 && (
        <p className="mute small" data-path={field.name}>
          本件还没有逐项的诉求，请先在事项里写明。
        </p>
      )}
    </>
  );
}

/** Who performs and by when is asked only where the claim is supported. */
const isAsked = (name: string, row: Row) => !(name === 'performer' || name === 'performBy') || row.result === 'supported';
