// The precision of each rule with its interval, and what it was before: earlier decisions above, recent ones below.
// Knows rule cards; asks for nothing.
import { scaleLinear } from '@visx/scale';
import { numberWords, percentWords } from '../../text/words.ts';
import { TopAxis } from '../chart/axis.tsx';
import { Chart } from '../chart/chart.tsx';
import { Mark } from '../chart/mark.tsx';
import { fitText, namesWidth } from '../chart/text-width.ts';
import { driftWords, precisionWords, type RuleCard } from './rule-words.ts';

interface ForestChartProps {
  readonly rules: readonly RuleCard[];
  readonly width: number;
}

const rowHeight = 26;
/** With what was before and lately. */
const threeHeight = 42;
const axisHeight = 26;
const endWidth = 210;
const series = [
  { key: 'all', words: 'All decisions, with the 95 % interval', paint: 'paint-accent' },
  { key: 'earlier', words: 'Before the last 30 days', paint: 'paint-neutral' },
  { key: 'recent', words: 'Last 30 days', paint: 'paint-warn' },
];

const shares = [0, 0.25, 0.5, 0.75, 1];

type Precision = NonNullable<RuleCard['precision']>;

export function ForestChart({ rules, width }: ForestChartProps) {
  const nameWidth = namesWidth(
    rules.map(({ rule }) => rule),
    width,
  );
  const x = scaleLinear<number>({ domain: [0, 1], range: [0, width - nameWidth - endWidth] });
  let height = 0;
  const placed = rules.map((card) => {
    const [top, own] = [height, card.earlier !== null && card.recent !== null ? threeHeight : rowHeight];
    height += own;
    return { card, top, height: own };
  });
  return (
    <Chart
      label="Share of each rule’s claims that editors accepted, with its interval, earlier and lately."
      width={width}
      height={height + axisHeight}
      legend={series}
    >
      <g transform={`translate(${nameWidth},${axisHeight})`}>
        <TopAxis ticks={shares.map((share) => ({ at: x(share), words: percentWords(share) }))} />
        {shares.map((share) => (
          <line key={share} className="rule-line" x1={x(share)} x2={x(share)} y1={0} y2={height} />
        ))}
        {placed.map((row) => (
          <g key={`${row.card.rule} ${row.card.kind}`} transform={`translate(0,${row.top})`}>
            <Row card={row.card} height={row.height} nameWidth={nameWidth} width={width} x={x} />
          </g>
        ))}
      </g>
    </Chart>
  );
}

interface RowProps {
  readonly card: RuleCard;
  readonly height: number;
  readonly nameWidth: number;
  readonly width: number;
  readonly x: (share: number) => number;
}

function Row({ card, height, nameWidth, width, x }: RowProps) {
  const { rule, kind, found, precision, recent, earlier, drift } = card;
  const tip = [
    `${rule} (${kind})`,
    `found ${numberWords(found.count)}; accepted ${precisionWords(precision)}`,
    ...(earlier === null ? [] : [`before: ${precisionWords(earlier)}`]),
    ...(recent === null ? [] : [`lately: ${precisionWords(recent)}`]),
    ...(drift === null ? [] : [driftWords[drift].words]),
  ].join('\n');
  const middle = height / 2;
  return (
    <>
      <Mark filter={found.filter} tip={tip}>
        <rect className="hit" x={-nameWidth} y={0} width={width} height={height} />
        {precision !== null && <Interval precision={precision} x={x} y={middle} paint="paint-accent" radius={5} />}
        {earlier !== null && recent !== null && (
          <>
            <Interval precision={earlier} x={x} y={middle - 11} paint="paint-neutral" radius={3} />
            <Interval precision={recent} x={x} y={middle + 11} paint="paint-warn" radius={3} />
          </>
        )}
      </Mark>
      <text className="row-name over" x={-12} y={middle + 4} textAnchor="end">
        {fitText(rule, nameWidth - 12)}
      </text>
      <text className="row-total over" x={x(1) + 16} y={middle + 4}>
        {precision === null ? 'not reviewed' : `${precision.accepted} of ${precision.reviewed}`}
        {drift === null ? '' : ` ${driftWords[drift].sign}`}
      </text>
      <text className="row-total over" x={width - nameWidth} y={middle + 4} textAnchor="end">
        {numberWords(found.count)} found
      </text>
    </>
  );
}

interface IntervalProps {
  readonly precision: Precision;
  readonly x: (share: number) => number;
  readonly y: number;
  readonly paint: string;
  readonly radius: number;
}

function Interval({ precision: { low, high, share }, x, y, paint, radius }: IntervalProps) {
  return (
    <>
      <line className={`interval ${paint}`} x1={x(low)} x2={x(high)} y1={y} y2={y} />
      <circle className={`dot ${paint}`} cx={x(share)} cy={y} r={radius} />
    </>
  );
}
