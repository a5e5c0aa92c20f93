// The states, the stronger the more stories name a city there. Knows counts by state; asks for nothing.
import { scaleSqrt } from '@visx/scale';
import { countWords } from '../../text/words.ts';
import { Chart } from '../chart/chart.tsx';
import { Mark } from '../chart/mark.tsx';
import { stateName } from '../positions/state-names.ts';
import { mapSize, stateLines, states } from '../positions/us-shapes.ts';
import type { StateRow } from './state-row.ts';

interface StateMapProps {
  readonly rows: readonly StateRow[];
  readonly width: number;
}

const heightMax = 460;
/** Nothing is white; one story is to be seen. */
const least = 0.18;

export function StateMap({ rows, width }: StateMapProps) {
  const height = Math.min(heightMax, Math.round((width * mapSize.height) / mapSize.width));
  const scale = Math.min(width / mapSize.width, height / mapSize.height);
  const most = Math.max(1, ...rows.map(({ stories }) => stories));
  const strength = scaleSqrt<number>({ domain: [0, most], range: [least, 1] });
  const byName = new Map(rows.map((row) => [stateName(row.state), row]));
  return (
    <Chart label="Map of the states by the number of stories that name a city there." width={width} height={height}>
      <g transform={`translate(${(width - mapSize.width * scale) / 2},0) scale(${scale})`}>
        {states.map(({ name, path }) => {
          const row = byName.get(name);
          if (row === undefined || row.stories === 0) return <path key={name} className="land" d={path} />;
          return (
            <Mark key={name} filter={row.total.filter} tip={`${name}\n${rowWords(row)}`}>
              <path className="land covered" d={path} fillOpacity={strength(row.stories)} />
            </Mark>
          );
        })}
        <path className="land-line" d={stateLines} strokeWidth={1 / scale} />
      </g>
    </Chart>
  );
}

function rowWords({ stories, cities, officials }: StateRow): string {
  return `${countWords(stories, 'story', 'stories')}, ${countWords(cities, 'city', 'cities')}, ${countWords(officials, 'official')}`;
}
