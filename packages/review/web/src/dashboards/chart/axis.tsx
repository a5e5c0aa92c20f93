// Words along an axis. @visx/axis would bring a text part with a calculator of style expressions, which no chart of ours needs.
// Knows places and words; knows no scale.

interface Tick {
  /** In the chart's units. */
  readonly at: number;
  readonly words: string;
}

/** Words with a short line under each: the axis above rows. */
export function TopAxis({ ticks }: { readonly ticks: readonly Tick[] }) {
  return (
    <g className="axis">
      {ticks.map(({ at, words }) => (
        <g key={at} transform={`translate(${at},0)`}>
          <line y1={-8} y2={0} />
          <text className="tick" y={-12} textAnchor="middle">
            {words}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Words under a line: the axis below columns. */
export function BottomAxis({ ticks, width }: { readonly ticks: readonly Tick[]; readonly width: number }) {
  return (
    <g className="axis">
      <line x1={0} x2={width} />
      {ticks.map(({ at, words }) => (
        <text key={at} className="tick" x={at} y={20} textAnchor="middle">
          {words}
        </text>
      ))}
    </g>
  );
}
