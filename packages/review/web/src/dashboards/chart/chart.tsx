// The frame of every chart: its SVG, its legend, and the words of the mark that is pointed at. Knows no data.
import { type ReactNode, useRef } from 'react';
import type { Series } from './series.ts';
import { textWidth } from './text-width.ts';
import { type Tip, useMarks } from './use-marks.ts';

interface ChartProps {
  /** What is to be seen, in a sentence; the arrows are said after it. */
  readonly label: string;
  readonly width: number;
  /** Without the legend. */
  readonly height: number;
  readonly legend?: readonly Series[];
  readonly children: ReactNode;
}

const legendHeight = 28;

/** Marks are `Mark`s; their order is the arrows' order. */
export function Chart({ label, width, height, legend = [], children }: ChartProps) {
  const ref = useRef<SVGSVGElement>(null);
  const tip = useMarks(ref);
  const top = legend.length === 0 ? 0 : legendHeight;
  return (
    <svg
      ref={ref}
      className="chart"
      aria-label={`${label} Arrow keys go from mark to mark.`}
      width={width}
      height={height + top}
      viewBox={`0 0 ${width} ${height + top}`}
    >
      {legend.length > 0 && <Legend series={legend} />}
      <g transform={`translate(0,${top})`}>{children}</g>
      {tip !== null && <TipBox tip={tip} width={width} />}
    </svg>
  );
}

function Legend({ series }: { readonly series: readonly Series[] }) {
  let x = 0;
  return (
    <g className="legend">
      {series.map(({ key, words, paint }) => {
        const at = x;
        x += 36 + textWidth(words);
        return (
          <g key={key} transform={`translate(${at},0)`}>
            <rect className={paint} x={0} y={3} width={12} height={12} rx={3} />
            <text x={18} y={13}>
              {words}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Beside the mark, inside of the chart: what the mark's own name says. */
function TipBox({ tip: { x, y, lines }, width }: { readonly tip: Tip; readonly width: number }) {
  const wide = Math.min(width, Math.max(...lines.map(textWidth)) + 26);
  const high = lines.length * 17 + 11;
  const left = Math.max(0, Math.min(width - wide, x - wide / 2));
  const above = y - high - 6;
  return (
    <g className="tip" transform={`translate(${left},${above < 0 ? y + 24 : above})`}>
      <rect width={wide} height={high} rx={5} />
      {lines.map((line, at) => (
        <text key={line} x={10} y={19 + at * 17} className={at === 0 ? 'tip-head' : undefined}>
          {line}
        </text>
      ))}
    </g>
  );
}
