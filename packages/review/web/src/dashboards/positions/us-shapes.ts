// The states' shapes, as the Census Bureau gives them and us-atlas simplifies them: fetched with the page's own files, once.
// Knows the projection; knows no stance.
import { geoAlbersUsa, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import shapes from 'us-atlas/states-albers-10m.json';

/** Of the shapes, in their own units (us-atlas: "fit a 975×610 viewport"). */
export const mapSize = { width: 975, height: 610 } as const;

const topology = shapes as unknown as Topology<{ states: GeometryCollection<{ readonly name: string }> }>;
/** The one that the shapes were projected with (us-atlas: README). */
const projection = geoAlbersUsa().scale(1300).translate([487.5, 305]);
const path = geoPath();

export interface StateShape {
  readonly name: string;
  readonly path: string;
  readonly bounds: readonly [readonly [number, number], readonly [number, number]];
}

export const states: readonly StateShape[] = feature(topology, topology.objects.states).features.map((one) => ({
  name: one.properties.name,
  path: path(one) ?? '',
  bounds: path.bounds(one),
}));

/** The lines between states, each once. */
export const stateLines = path(mesh(topology, topology.objects.states, (a, b) => a !== b)) ?? '';

/** Where a place stands on the map; null for one that is not on it (Puerto Rico, Guam …). */
export function pointOf({ lat, lon }: { readonly lat: number | null; readonly lon: number | null }) {
  const point = lat === null || lon === null ? null : projection([lon, lat]);
  return point === null ? null : { x: point[0], y: point[1] };
}
