// Makes data/place-counties/place-counties.tsv: the county that each city or town lies in. Run by hand when the gazetteer
// changes; see data/place-counties/source.md.
//   node build-place-counties.ts CITIES.json
// Prints how many places have a county, and how many are left out because their state has two of the name.
import { readFileSync, writeFileSync } from 'node:fs';
import { distanceKm, type Point, radians } from '../src/places/distance.ts';
import { createDivisionFinder } from '../src/places/division.ts';
import { openGazetteer } from '../src/places/gazetteer.ts';
import { placeKey } from '../src/places/place-key.ts';
import type { PlaceEntry } from '../src/places/place-record.ts';

interface City {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}

const dataFile = (name: string): string => readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');
const gazetteerText = dataFile('places/gazetteer.tsv');
const gazetteer = openGazetteer(gazetteerText);
const divisionOf = createDivisionFinder(dataFile('divisions/divisions.tsv'));
const prefix = 'ocd-division/country:us/';
/** A city of GeoNames is the place of the gazetteer when they are no farther apart. */
const nearKm = 25;
/** States without governments of counties, and cities that are their county. */
const without = new Set(['CT', 'RI', 'DC']);
const consolidated = new Set(['San Francisco, CA', 'Denver, CO', 'Philadelphia, PA', 'New York, NY', 'Honolulu, HI']);

const cities = Map.groupBy(
  (JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as City[]).filter(({ country }) => country === 'US'),
  ({ name, admin1 }) => `${placeKey(name)} ${admin1}`,
);
const entries = new Map<string, PlaceEntry>();
for (const line of gazetteerText.split('\n'))
  for (const entry of gazetteer.lookup(line.slice(0, line.indexOf('\t')))?.entries ?? [])
    if (/^\d+$/.test(entry.geoid) && 'cdty'.includes(entry.letter)) entries.set(entry.geoid, entry);
const counties = new Map(
  [...entries.values()].filter(({ letter }) => letter === 'y').map((entry) => [entry.geoid, entry] as const),
);

function pointOf({ lat, lng }: City): Point {
  return { lat: Number(lat), lon: Number(lng), cosLat: Math.cos(radians(Number(lat))) };
}

/** Five digits of the county; null where nothing tells. */
function countyCode(entry: PlaceEntry): string | null {
  if (entry.letter === 't') return entry.geoid.slice(0, 5);
  const near = (cities.get(`${placeKey(entry.name)} ${entry.region}`) ?? [])
    .map((city) => ({ city, km: distanceKm(pointOf(city), entry) }))
    .filter(({ km }) => km < nearKm)
    .sort((a, b) => a.km - b.km)[0];
  return near ? `${entry.geoid.slice(0, 2)}${near.city.admin2}` : null;
}

const byName = Map.groupBy(
  [...entries.values()].filter(
    ({ letter, region, name }) => letter !== 'y' && !without.has(region) && !consolidated.has(`${name}, ${region}`),
  ),
  ({ name, region }) => `${name}, ${region}`,
);
const rows = new Map<string, string[]>();
let placed = 0;
let doubtful = 0;
for (const places of byName.values()) {
  const told = places.map((entry) => ({ entry, code: countyCode(entry) }));
  const [first] = told.sort((a, b) => b.entry.population - a.entry.population);
  const rivals = told.filter(
    ({ code, entry }) => code !== first?.code && entry.population * 4 > (first?.entry.population ?? 0),
  );
  const county = counties.get(first?.code ?? '');
  if (!first || !county || !/ (?:County|Parish)$/.test(county.name)) continue;
  if (rivals.length > 0) {
    doubtful++;
    continue;
  }
  placed++;
  const head = `${county.region}\t${county.name}\t${divisionOf(county)?.slice(prefix.length) ?? ''}`;
  rows.set(head, [...(rows.get(head) ?? []), first.entry.name]);
}
const lines = [...rows].map(([head, names]) => `${head}\t${names.sort().join('|')}`).sort();
writeFileSync(new URL('../data/place-counties/place-counties.tsv', import.meta.url), `${lines.join('\n')}\n`);
console.log(`${placed} places in ${rows.size} counties, ${doubtful} left out`);
