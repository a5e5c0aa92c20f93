// Distances on the globe. Knows nothing of places.

export const radians = (degrees: number): number => degrees * (Math.PI / 180);

/** A point in degrees, with the cosine of its latitude. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
  readonly cosLat: number;
}

/** Great-circle distance in kilometres (haversine, mean radius 6371.0 km). */
export function distanceKm(a: Point, b: Point): number {
  const dLat = radians(b.lat - a.lat);
  const dLon = radians(b.lon - a.lon);
  const h = Math.sin(dLat / 2) ** 2 + a.cosLat * b.cosLat * Math.sin(dLon / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}
