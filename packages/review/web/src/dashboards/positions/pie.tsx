// How positions divide, as a small pie: the same mark on the map and in the matrix. Knows counts; knows no place.
import { Arc } from '@visx/shape';
import { type ByPosition, positions, positionsTotal } from '../positions-words.ts';

interface PieProps {
  readonly counts: ByPosition;
  readonly radius: number;
}

/** From twelve o'clock in the order of the legend; a sign stands in a pie of one position. */
export function Pie({ counts, radius }: PieProps) {
  const total = positionsTotal(counts);
  const held = positions.filter(({ key }) => counts[key] > 0);
  const [first] = held;
  if (first === undefined) return null;
  if (held.length === 1) {
    return (
      <>
        <circle className={`pie ${first.paint}`} cx={0} cy={0} r={radius} />
        {radius >= 6 && (
          <text className="sign" y={4.5}>
            {first.sign}
          </text>
        )}
      </>
    );
  }
  let at = 0;
  return held.map(({ key, paint }) => {
    const startAngle = at;
    at += (counts[key] / total) * 2 * Math.PI;
    return (
      <Arc
        key={key}
        className={`pie ${paint}`}
        innerRadius={0}
        outerRadius={radius}
        startAngle={startAngle}
        endAngle={at}
      />
    );
  });
}
