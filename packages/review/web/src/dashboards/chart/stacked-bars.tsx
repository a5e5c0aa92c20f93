// Rows of bars, each divided into series; every piece and every total leads to its claims. Knows counts and filters alone.
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { DeskFilter } from '../../../../src/desk-api/contract.ts';
import { numberWords } from '../../text/words.ts';
import { TopAxis } from './axis.tsx';
import { Chart } from './chart.tsx';
import { Mark } from './mark.tsx';
import type { Series } from './series.ts';
import { fitText, namesWidth, textWidth } from './text-width.ts';

export interface BarPiece extends Series {
  readonly count: number;
  readonly filter: DeskFilter | null;
}

export interface BarRow {
  readonly name: string;
  readonly pieces: readonly BarPiece[];
  /** What the number at the bar's end counts. */
  readonly filter: DeskFilter | null;
  /** Where a bar that is not of claims leads. */
  readonly address?: string;
  /** At the bar's end, in the total's stead. */
  readonly end?: string;
}

interface StackedBarsProps {
  readonly label: string;
  readonly rows: readonly BarRow[];
  readonly legend: readonly Series[];
  readonly width: number;
  /** What is counted: "stances". */
  readonly of: string;
}

const rowHeight = 28;
const axisHeight = 24;

export function StackedBars({ label, rows, legend, width, of }: StackedBarsProps) {
  const nameWidth = namesWidth(
    rows.map(({ name }) => name),
    width,
  );
  const endWidth = 16 + Math.max(...rows.map(({ end }) => textWidth(end ?? '0,000')));
  const totals = rows.map(({ pieces }) => pieces.reduce((sum, { count }) => sum + count, 0));
  const most = Math.max(1, ...totals);
  const x = scaleLinear<number>({ domain: [0, most], range: [0, width - nameWidth - endWidth] });
  const ticks = x
    .ticks(Math.min(most, Math.max(2, Math.floor(width / 140))))
    .filter(Number.isInteger)
    .map((count) => ({ at: x(count), words: numberWords(count) }));
  return (
    <Chart label={label} width={width} height={rows.length * rowHeight + axisHeight} legend={legend}>
      <g transform={`translate(${nameWidth},${axisHeight})`}>
        <TopAxis ticks={ticks} />
        {rows.map(({ name, pieces, filter, address, end }, at) => {
          let left = 0;
          const total = totals[at] ?? 0;
          return (
            <g key={name} transform={`translate(0,${at * rowHeight})`}>
              <text className="row-name" x={-12} y={18} textAnchor="end">
                {fitText(name, nameWidth - 12)}
              </text>
              {pieces
                .filter(({ count }) => count > 0)
                .map(({ key, words, paint, count, filter: ofPiece }) => {
                  const [from, wide] = [left, x(count)];
                  left += wide;
                  return (
                    <Mark
                      key={key}
                      filter={ofPiece}
                      address={address}
                      tip={`${name}\n${words}: ${numberWords(count)} ${of}`}
                    >
                      <Bar
                        className={`bar ${paint}`}
                        x={from}
                        y={4}
                        width={Math.max(1, wide - 1)}
                        height={rowHeight - 8}
                      />
                      {end === undefined && pieces.length > 1 && wide > textWidth(numberWords(count)) + 8 && (
                        <text className="bar-words" x={from + wide / 2} y={18} textAnchor="middle">
                          {numberWords(count)}
                        </text>
                      )}
                    </Mark>
                  );
                })}
              <Mark
                filter={total === 0 ? null : filter}
                address={total === 0 ? undefined : address}
                tip={`${name}\n${end ?? numberWords(total)} ${of}`}
              >
                <text className="row-total" x={left + 8} y={18}>
                  {end ?? numberWords(total)}
                </text>
              </Mark>
            </g>
          );
        })}
      </g>
    </Chart>
  );
}
