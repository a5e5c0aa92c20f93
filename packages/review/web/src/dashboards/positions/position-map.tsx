// The map: a pie for each city with stances on an issue, as large as they are many. Knows shapes and marks; asks for nothing.
import { scaleSqrt } from '@visx/scale';
import { Chart } from '../chart/chart.tsx';
import { Mark } from '../chart/mark.tsx';
import { positions, positionsWords } from '../positions-words.ts';
import type { CityMark } from './cities.ts';
import { Pie } from './pie.tsx';
import { placeLabels } from './place-labels.ts';
import { stateName } from './state-names.ts';
import { mapSize, pointOf, stateLines, states } from './us-shapes.ts';

interface PositionMapProps {
  readonly marks: readonly CityMark[];
  /** Postal letters of the state that fills the map; null for all. */
  readonly state: string | null;
  readonly width: number;
}

interface View {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

const radiusMost = 20;
/** Of the largest mark where there are very many. */
const radiusLeast = 9;
const heightMax = 560;
const margin = 24;

export function PositionMap({ marks, state, width }: PositionMapProps) {
  const height = Math.min(heightMax, Math.round((width * mapSize.height) / mapSize.width));
  const shape = states.find(({ name }) => state !== null && name === stateName(state));
  const view = viewOf(
    shape?.bounds ?? [
      [0, 0],
      [mapSize.width, mapSize.height],
    ],
    width,
    height,
  );
  // So that hundreds of marks do not hide one another.
  const radiusMax = Math.max(radiusLeast, radiusMost - Math.sqrt(marks.length));
  const radiusOf = scaleSqrt<number>({
    domain: [0, Math.max(4, ...marks.map(({ total }) => total))],
    range: [0, radiusMax],
  });
  const points = marks.flatMap((mark) => {
    const point = pointOf(mark.city);
    if (point === null) return [];
    const [x, y] = [point.x * view.scale + view.left, point.y * view.scale + view.top];
    const radius = Math.max(radiusMax / 3, radiusOf(mark.total));
    const isInside = x >= 0 && y >= 0 && x <= width && y <= height;
    return isInside ? [{ ...{ mark, x, y, radius }, name: mark.city.name.replace(/, [A-Z]{2}$/, '') }] : [];
  });
  return (
    <Chart
      label={`Map of ${marks.length} cities; each mark says what is held there.`}
      width={width}
      height={height}
      legend={positions}
    >
      <g transform={`translate(${view.left},${view.top}) scale(${view.scale})`}>
        {(shape === undefined ? states : [shape]).map(({ name, path }) => (
          <path key={name} className="land" d={path} />
        ))}
        {shape === undefined && <path className="land-line" d={stateLines} strokeWidth={1 / view.scale} />}
      </g>
      {points.map(({ mark, x, y, radius }) => (
        <g key={mark.city.placeId} transform={`translate(${x},${y})`}>
          <Mark filter={mark.filter} tip={`${mark.city.name}\n${positionsWords(mark.counts)}`}>
            <Pie counts={mark.counts} radius={radius} />
          </Mark>
        </g>
      ))}
      <g className="place-names">
        {placeLabels(points, width, height).map(({ name, x, y, anchor }) => (
          <text key={`${name} ${x} ${y}`} x={x} y={y} textAnchor={anchor}>
            {name}
          </text>
        ))}
      </g>
    </Chart>
  );
}

/** How a piece of the map fills the chart. */
function viewOf(
  [[left, top], [right, bottom]]: (typeof states)[number]['bounds'],
  width: number,
  height: number,
): View {
  const scale = Math.min((width - margin) / (right - left), (height - margin) / (bottom - top));
  return {
    scale,
    left: (width - scale * (left + right)) / 2,
    top: (height - scale * (top + bottom)) / 2,
  };
}
