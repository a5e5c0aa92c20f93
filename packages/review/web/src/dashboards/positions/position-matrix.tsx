// Cities by issues: a pie where stances are. Knows counts; asks for nothing.
import { scaleSqrt } from '@visx/scale';
import { plainWords } from '../../text/words.ts';
import { Chart } from '../chart/chart.tsx';
import { Mark } from '../chart/mark.tsx';
import { textWidth } from '../chart/text-width.ts';
import { positions, positionsWords } from '../positions-words.ts';
import type { City, IssueTotal } from './cities.ts';
import { Pie } from './pie.tsx';

interface PositionMatrixProps {
  readonly cities: readonly City[];
  readonly issues: readonly IssueTotal[];
  readonly width: number;
}

const rowHeight = 30;
const nameWidth = 170;
/** Of the issues' names, in degrees. */
const slant = 35;
const radiusMin = 7;
const tailWidth = 70;

export function PositionMatrix({ cities, issues, width }: PositionMatrixProps) {
  const step = Math.min(110, (width - nameWidth - tailWidth) / Math.max(1, issues.length));
  const longest = Math.max(0, ...issues.map(({ issue }) => textWidth(plainWords(issue))));
  const headHeight = Math.ceil(longest * Math.sin((slant * Math.PI) / 180)) + 18;
  const most = Math.max(4, ...cities.flatMap(({ byIssue }) => [...byIssue.values()].map(({ total }) => total.count)));
  const radiusOf = scaleSqrt<number>({ domain: [0, most], range: [0, Math.min(13, step / 2 - 1)] });
  return (
    <Chart
      label="Cities by issues; each mark says what is held there."
      width={width}
      height={headHeight + cities.length * rowHeight}
      legend={positions}
    >
      {issues.map(({ issue }, at) => (
        <g key={issue} transform={`translate(${nameWidth + (at + 0.5) * step},${headHeight - 8}) rotate(${-slant})`}>
          <text className="row-name">{plainWords(issue)}</text>
        </g>
      ))}
      {cities.map(({ placeId, name, byIssue }, row) => (
        <g key={placeId} transform={`translate(0,${headHeight + row * rowHeight})`}>
          <line className="rule-line" x1={0} x2={nameWidth + issues.length * step} y1={0} y2={0} />
          <text className="row-name" x={0} y={19}>
            {name}
          </text>
          {issues.map(({ issue }, at) => {
            const cell = byIssue.get(issue);
            if (cell === undefined) return null;
            const tip = `${name}: ${plainWords(issue)}\n${positionsWords(cell.by_position)}`;
            return (
              <g key={issue} transform={`translate(${nameWidth + (at + 0.5) * step},${rowHeight / 2})`}>
                <Mark filter={cell.total.filter} tip={tip}>
                  <Pie counts={cell.by_position} radius={Math.max(radiusMin, radiusOf(cell.total.count))} />
                </Mark>
              </g>
            );
          })}
        </g>
      ))}
    </Chart>
  );
}
