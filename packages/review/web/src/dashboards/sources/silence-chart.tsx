// How long each outlet has been silent, beside the gap that is usual for it. Knows days; asks for nothing.
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { TopAxis } from '../chart/axis.tsx';
import { Chart } from '../chart/chart.tsx';
import { Mark } from '../chart/mark.tsx';
import { fitText, namesWidth } from '../chart/text-width.ts';
import { daysWords, isLate, type Source } from './source-state.ts';

interface SilenceChartProps {
  readonly sources: readonly Source[];
  readonly width: number;
}

const rowHeight = 28;
const axisHeight = 24;
const endWidth = 150;
const series = [
  { key: 'silent', words: 'Days since the last story', paint: 'paint-plain' },
  { key: 'late', words: 'Longer than usual', paint: 'paint-bad' },
  { key: 'usual', words: 'Usual gap', paint: 'paint-ink' },
];

export function SilenceChart({ sources, width }: SilenceChartProps) {
  const nameWidth = namesWidth(
    sources.map(({ name }) => name),
    width,
  );
  const most = Math.max(1, ...sources.flatMap((one) => [one.silent_days ?? 0, one.expected_gap_days ?? 0]));
  const x = scaleLinear<number>({ domain: [0, most], range: [0, width - nameWidth - endWidth] });
  const ticks = x.ticks(Math.max(2, Math.floor(width / 240))).map((days) => ({ at: x(days), words: `${days} d` }));
  return (
    <Chart
      label="Days of silence of each outlet, and the gap that is usual for it."
      width={width}
      height={sources.length * rowHeight + axisHeight}
      legend={series}
    >
      <g transform={`translate(${nameWidth},${axisHeight})`}>
        <TopAxis ticks={ticks} />
        {sources.map((source, at) => {
          const { id, name, silent_days: silent, expected_gap_days: usual, claims } = source;
          const tip = `${name}\n${silent === null ? 'No story yet' : `silent for ${daysWords(silent)}`}${usual === null ? '' : `; usual gap ${daysWords(usual)}`}`;
          return (
            <g key={id} transform={`translate(0,${at * rowHeight})`}>
              <text className="row-name" x={-12} y={18} textAnchor="end">
                {fitText(name, nameWidth - 12)}
              </text>
              <Mark filter={claims} tip={tip}>
                <rect className="hit" x={0} y={0} width={width - nameWidth - endWidth} height={rowHeight} />
                <Bar
                  className={`bar ${isLate(source) ? 'paint-bad' : 'paint-plain'}`}
                  x={0}
                  y={7}
                  width={Math.max(1, x(silent ?? 0))}
                  height={rowHeight - 14}
                />
                {usual !== null && <line className="usual" x1={x(usual)} x2={x(usual)} y1={3} y2={rowHeight - 3} />}
                <text className="row-total" x={x(Math.max(silent ?? 0, usual ?? 0)) + 8} y={18}>
                  {silent === null ? 'no story yet' : daysWords(silent)}
                </text>
              </Mark>
            </g>
          );
        })}
      </g>
    </Chart>
  );
}
