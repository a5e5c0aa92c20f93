// Positions month by month, one strip for each issue: supports rise above the line, opposes hang below it, the others lie on it.
// Knows counts; asks for nothing.
import { scaleBand } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { DeskAnswer } from '../../../../src/desk-api/contract.ts';
import { plainWords } from '../../text/words.ts';
import { BottomAxis } from '../chart/axis.tsx';
import { Chart } from '../chart/chart.tsx';
import { Mark } from '../chart/mark.tsx';
import { type ByPosition, ofPosition, positions } from '../positions-words.ts';
import { monthsThrough, monthWords } from './months.ts';

export type Month = DeskAnswer<'get_timeline'>['months'][number];

interface TimelineChartProps {
  readonly months: readonly Month[];
  readonly width: number;
}

const nameHeight = 22;
const margin = 10;
const axisHeight = 34;
const unitMax = 16;
const sideMax = 90;
const tickWidth = 76;

export function TimelineChart({ months, width }: TimelineChartProps) {
  const all = monthsThrough(months.map(({ month }) => month));
  const x = scaleBand<string>({ domain: all, range: [0, width], padding: 0.2 });
  const strips = [...Map.groupBy(months, ({ issue }) => issue)].map(([issue, rows]) => ({
    ...{ issue, rows },
    up: Math.max(...rows.map((row) => sides(row.by_position).up)),
    down: Math.max(...rows.map((row) => sides(row.by_position).down)),
  }));
  const unit = Math.min(unitMax, sideMax / Math.max(1, ...strips.flatMap(({ up, down }) => [up, down])));
  let top = 0;
  const placed = strips.map((strip) => {
    const at = top;
    top += nameHeight + (strip.up + strip.down) * unit + 2 * margin;
    return { ...strip, top: at };
  });
  const columnWidth = Math.min(40, x.bandwidth());
  const ticks = all
    .filter((_, at) => at % Math.ceil((all.length * tickWidth) / width) === 0)
    .map((month) => ({ at: (x(month) ?? 0) + x.bandwidth() / 2, words: monthWords(month) }));
  return (
    <Chart
      label="Positions by month, a strip for each issue: supports above the line, opposes below it."
      width={width}
      height={top + axisHeight}
      legend={positions}
    >
      {placed.map((strip) => (
        <g key={strip.issue} transform={`translate(0,${strip.top})`}>
          <text className="row-name strong" y={14}>
            {plainWords(strip.issue)}
          </text>
          <g transform={`translate(0,${nameHeight + margin + strip.up * unit})`}>
            <line className="zero-line" x1={0} x2={width} y1={0} y2={0} />
            {strip.rows.map((row) => (
              <Column
                key={row.month}
                row={row}
                x={(x(row.month) ?? 0) + (x.bandwidth() - columnWidth) / 2}
                width={columnWidth}
                unit={unit}
              />
            ))}
          </g>
        </g>
      ))}
      <g transform={`translate(0,${top})`}>
        <BottomAxis ticks={ticks} width={width} />
      </g>
    </Chart>
  );
}

/** How far a column goes above and below the line: what is neither lies half on each side. */
function sides({ supports, opposes, mixed, neutral }: ByPosition) {
  const middle = (mixed + neutral) / 2;
  return { up: supports + middle, down: opposes + middle };
}

interface ColumnProps {
  readonly row: Month;
  readonly x: number;
  readonly width: number;
  readonly unit: number;
}

/** From the top down in the order of the legend. */
function Column({ row, x, width, unit }: ColumnProps) {
  let y = -sides(row.by_position).up * unit;
  return positions.map(({ key: position, words, paint }) => {
    const count = row.by_position[position];
    if (count === 0) return null;
    const from = y;
    y += count * unit;
    const tip = `${monthWords(row.month)}: ${plainWords(row.issue)}\n${words}: ${count} of ${row.total.count}`;
    return (
      <Mark key={position} filter={ofPosition(row.total.filter, position)} tip={tip}>
        <Bar className={`bar ${paint}`} x={x} y={from} width={width} height={Math.max(1, count * unit - 1)} />
        {unit >= 12 && (
          <text className="bar-words" x={x + width / 2} y={from + (count * unit) / 2 + 4} textAnchor="middle">
            {count}
          </text>
        )}
      </Mark>
    );
  });
}
