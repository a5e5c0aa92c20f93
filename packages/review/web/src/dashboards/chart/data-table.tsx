// A chart's numbers as a table: sorted by any column, each count a way to its claims. Knows cells; knows no chart.
import { useState } from 'react';
import { numberWords } from '../../text/words.ts';
import { claimsAddress } from '../claims-address.ts';
import type { Cell, TableData } from './table-data.ts';

const rowsAtFirst = 100;

interface Order {
  readonly column: number;
  readonly descending: boolean;
}

export function DataTable({ data, caption }: { readonly data: TableData; readonly caption: string }) {
  const [order, setOrder] = useState<Order | null>(null);
  const [all, setAll] = useState(false);
  const rows = order === null ? data.rows : sorted(data.rows, order);
  const sort = (column: number, isNumber: boolean) =>
    setOrder(order?.column === column ? { column, descending: !order.descending } : { column, descending: isNumber });
  return (
    <>
      <div className="scroll">
        <table className="table data-table">
          <caption className="hidden">{caption}</caption>
          <thead>
            <tr>
              {data.columns.map(({ label, isNumber }, at) => (
                <th
                  key={label}
                  scope="col"
                  className={isNumber ? 'number' : undefined}
                  aria-sort={order?.column === at ? (order.descending ? 'descending' : 'ascending') : 'none'}
                >
                  <button type="button" className="sort" onClick={() => sort(at, isNumber)}>
                    {label}
                    <span aria-hidden="true">{order?.column === at ? (order.descending ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(all ? rows : rows.slice(0, rowsAtFirst)).map((row, index) => (
              <tr key={index}>
                {row.map((cell, at) => {
                  const column = data.columns[at];
                  const inner = <CellWords cell={cell} name={`${row[0]?.words ?? row[0]?.value}, ${column?.label}`} />;
                  return at === 0 ? (
                    <th key={column?.label} scope="row" dir="auto">
                      {inner}
                    </th>
                  ) : (
                    <td key={column?.label} className={column?.isNumber ? 'number' : undefined} dir="auto">
                      {inner}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!all && rows.length > rowsAtFirst && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          Show all {numberWords(rows.length)} rows
        </button>
      )}
    </>
  );
}

function CellWords({ cell, name }: { readonly cell: Cell; readonly name: string }) {
  const { value, filter, address } = cell;
  const words = cell.words ?? (typeof value === 'number' ? numberWords(value) : (value ?? '–'));
  if (filter !== undefined) {
    return (
      <a href={claimsAddress(filter)} aria-label={`${words}: ${name}`}>
        {words}
      </a>
    );
  }
  return address === undefined ? words : <a href={address}>{words}</a>;
}

/** Nothing comes last, whichever way. */
function sorted(rows: TableData['rows'], { column, descending }: Order): TableData['rows'] {
  const way = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [one, other] = [a[column]?.value ?? null, b[column]?.value ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    if (typeof one === 'number' && typeof other === 'number') return way * (one - other);
    return way * String(one).localeCompare(String(other), 'en-US', { numeric: true });
  });
}
