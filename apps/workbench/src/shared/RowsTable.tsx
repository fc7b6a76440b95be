/** A list of things to open: one tab stop, J and K walk it, Enter opens, E does the verb; on a phone each row is a card. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useKeys } from './keys.ts';
import { useRoving } from './useRoving.ts';

export interface Column<Row> {
  readonly head: string;
  readonly width?: number;
  readonly className?: string;
  readonly named?: true; // on a phone its head stands before it
  readonly cell: (row: Row, tabIndex: 0 | -1) => ReactNode; // what is inside can be reached in the current row alone
}

interface RowsTableProps<Row> {
  caption: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  nameOf: (row: Row) => string;
  open: (row: Row) => void;
  verb?: { readonly does: string; readonly of: (row: Row) => string };
}

export function RowsTable<Row>({ caption, rows, columns, keyOf, nameOf, open, verb }: RowsTableProps<Row>) {
  const roving = useRoving(rows.length);
  const openCurrent = () => {
    const row = rows[roving.at];
    if (row) open(row);
  };
  useKeys({
    J: { does: '下一件', run: () => roving.step(1) },
    K: { does: '上一件', run: () => roving.step(-1) },
    Enter: { does: '打开这件', run: openCurrent },
    ...(verb && { E: { does: verb.does, run: openCurrent } }),
  });

  return (
    <table className="grid cards">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ head, width }) => (
            <th key={head} scope="col" {...(width && { style: { width } })}>
              {head}
            </th>
          ))}
          {verb && (
            <th scope="col" style={{ width: 88 }}>
              <span className="vh">操作</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => {
          const current = at === roving.at;
          const tabIndex = current ? 0 : -1;
          return (
            <tr
              key={keyOf(row)}
              {...roving.row(at)}
              className={`open${current ? ' sel' : ''}`}
              aria-label={nameOf(row)}
              onClick={(event) => !(event.target as HTMLElement).closest('a,button') && open(row)}
            >
              {columns.map(({ head, className, named, cell }) => (
                <td key={head} {...(className && { className })} {...(named && { 'data-name': head })}>
                  {cell(row, tabIndex)}
                </td>
              ))}
              {verb && (
                <td className="act">
                  <Button
                    className="verb"
                    tabIndex={tabIndex}
                    type={current ? 'primary' : 'default'}
                    aria-label={`${verb.of(row)}：${nameOf(row)}`}
                    onClick={() => open(row)}
                  >
                    {verb.of(row)}
                  </Button>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
