// Makes data/places/gazetteer.tsv from the reference tables. Run by hand when a table changes; see data/places/source.md.
//   node build-gazetteer.ts TABLES GEONAMES.tsv
// Knows the tables' quirks ("(balance)", "Boise City"); not how the stage looks names up beyond the key and the line form.
import { readFileSync, writeFileSync } from 'node:fs';
import { placeKey } from '../src/places/place-key.ts';

/** One referent. `type` is a letter of src/places/gazetteer.ts; `region` a USPS code or an ISO country code. */
interface Row {
  readonly type: string;
  readonly region: string;
  readonly geoid: string;
  readonly population: number;
  readonly lat: number;
  readonly lon: number;
  readonly name: string;
}

const [tables = '', geonamesFile = ''] = process.argv.slice(2);
const data = new URL('../data/places/', import.meta.url);
const lines = (file: string | URL): string[][] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => line.split('\t'));
const rows = new Map<string, Row[]>();

function add(key: string, row: Row): void {
  const list = rows.get(key) ?? [];
  const same = list.find((other) => other.type === row.type && other.region === row.region && near(other, row));
  if (same && row.type !== 'w') return;
  // A town of New England takes the place of the unincorporated centre that bears its name.
  const centre =
    row.type === 't'
      ? list.findIndex((other) => other.type === 'd' && other.region === row.region && near(other, row))
      : -1;
  const old = list[centre];
  if (old) list[centre] = { ...row, population: Math.max(old.population, row.population), lat: old.lat, lon: old.lon };
  else list.push(row);
  rows.set(key, list);
}

function near(a: Row, b: Row): boolean {
  return Math.abs(a.lat - b.lat) < 0.25 && Math.abs(a.lon - b.lon) < 0.3;
}

function toRow(cells: readonly string[], type: string, name = cells[0] ?? ''): Row {
  const [, region = '', geoid = '', population = '', lat = '', lon = ''] = cells;
  return { type, region, geoid, population: Number(population) || 0, lat: Number(lat), lon: Number(lon), name };
}

/** Places of the country by name and state, with coordinates: the towns of New England have none in the other tables. */
const geonames = lines(geonamesFile).map((cells) => {
  const [, name = '', alt = '', country = '', admin = '', code = '', population = '', lat = '', lon = ''] = cells;
  return { name, alt, country, admin, code, population: Number(population), lat: Number(lat), lon: Number(lon) };
});
const geonamesByName = Map.groupBy(
  geonames.filter((place) => place.country === 'US'),
  (place) => `${placeKey(place.name)}|${place.admin}`,
);

const ocd = readFileSync(`${tables}/ocd-us-census-places.csv`, 'utf8')
  .split('\n')
  .slice(1)
  .map((line) => /^([^,]+),"?(.*?)"?,place-(\d+)$/.exec(line.trim()))
  .filter((match) => match !== null)
  .map(([, id = '', name = '', geoid = '']) => ({ id, name, geoid }));
const incorporated = new Set(ocd.filter(({ geoid }) => geoid.length === 7).map(({ geoid }) => geoid));

const counties = new Map<string, Row>();
for (const cells of lines(`${tables}/us-counties-census2010.tsv`).slice(1)) {
  const row = toRow(cells, 'y');
  counties.set(row.geoid, row);
  if (!/ city$/.test(row.name) && row.region !== 'DC') add(placeKey(row.name), row);
}

for (const [type = '', ...cells] of lines(new URL('additions.tsv', data)))
  for (const form of [cells[0] ?? '', ...(cells[6]?.split('|') ?? [])]) add(placeKey(form), toRow(cells, type));

for (const cells of lines(`${tables}/us-places-census2010.tsv`).slice(1)) {
  const row = toRow(cells, incorporated.has(cells[2] ?? '') ? 'c' : 'd');
  for (const name of namesOf(row.name, row.region))
    add(placeKey(name), { ...row, name: namesOf(row.name, row.region)[0] ?? name });
}

/** Plain names of a Census name, the usual one first: "San Buenaventura (Ventura)" → Ventura, San Buenaventura. */
function namesOf(census: string, state: string): string[] {
  if (census === 'Boise City' && state === 'ID') return ['Boise', census];
  const [, outer, inner] = /^(.+?) \((.+)\)$/.exec(census) ?? [];
  if (outer && inner) return outer === 'San Buenaventura' ? [inner, outer] : [outer, inner];
  if (census === 'Urban Honolulu') return ['Honolulu'];
  if (census === 'Lexington-Fayette') return ['Lexington', census];
  if (/^Islamorada/.test(census)) return ['Islamorada'];
  return [census.replace(/[,/] ?[A-Z][a-z]+ County$/, '')];
}

const newEngland = new Set(['ME', 'NH', 'VT', 'MA', 'RI', 'CT']);
for (const { name, geoid } of ocd) {
  if (geoid.length !== 10) continue;
  const county = counties.get(geoid.slice(0, 5));
  const plain = name.replace(
    / (?:charter township|township|town|city|plantation|borough|gore|grant|location|purchase)$/i,
    '',
  );
  if (!county || /\d/.test(plain)) continue;
  const known = (geonamesByName.get(`${placeKey(plain)}|${county.region}`) ?? []).find(
    (place) => Math.abs(place.lat - county.lat) < 0.9 && Math.abs(place.lon - county.lon) < 1.1,
  );
  const { region } = county;
  const where = known ?? county;
  add(placeKey(plain), {
    type: newEngland.has(region) ? 't' : 'w',
    region,
    geoid,
    population: known?.population ?? 0,
    lat: Number(where.lat.toFixed(3)),
    lon: Number(where.lon.toFixed(3)),
    name: plain,
  });
}

for (const place of geonames) {
  const big = place.population >= (place.country === 'CA' ? 20_000 : 100_000) || place.code === 'PPLC';
  if (place.country === 'US' ? place.code === 'PPLX' || place.population < 1_000 : !big) continue;
  const here = place.country === 'US';
  const key = placeKey(place.name);
  if (here && rows.get(key)?.some((row) => row.region === place.admin && near(row, place as unknown as Row))) continue;
  const where = {
    geoid: '',
    population: place.population,
    lat: Number(place.lat.toFixed(3)),
    lon: Number(place.lon.toFixed(3)),
  };
  add(key, { ...where, type: here ? 'd' : 'f', region: here ? place.admin : place.country, name: place.name });
}

/** Areas abroad: "name|other names", country, middle point. */
function addAreas(file: string, type: string): void {
  for (const [names = '', region = '', lat = 0, lon = 0] of lines(new URL(file, data))) {
    const forms = names.split('|');
    const row = { type, region, geoid: '', population: 0, lat: Number(lat), lon: Number(lon), name: forms[0] ?? names };
    for (const form of forms) add(placeKey(form), row);
  }
}
addAreas('countries.tsv', 'n');
addAreas('regions-abroad.tsv', 'r');
addAreas('demonyms.tsv', 'm');

const surnames = new Set(
  readFileSync(`${tables}/us-surnames-census1990.csv`, 'utf8')
    .split('\n')
    .slice(1, 3001)
    .map((line) => line.split(',')[0]?.toLowerCase() ?? ''),
);
const given = new Set(
  readFileSync(`${tables}/nicknames.csv`, 'utf8')
    .toLowerCase()
    .split(/[,\n]/)
    .filter((word) => word !== 'has_nickname'),
);
const common = new Set(
  readFileSync(new URL('common-words.txt', data), 'utf8')
    .replace(/^#.*$/gm, '')
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' ')),
);

function flagsOf(key: string): string {
  return `${common.has(key) ? 'w' : ''}${surnames.has(key) ? 's' : ''}${given.has(key) ? 'g' : ''}`;
}

const out = [...rows]
  .filter(([key]) => key)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([key, list]) => {
    const name = list[0]?.name ?? key;
    const entries = list.map((row) => {
      const { type, region, geoid, population, lat, lon } = row;
      return [type, region, geoid, population || '', lat, lon, ...(row.name === name ? [] : [row.name])].join(',');
    });
    return `${key}\t${flagsOf(key)}\t${name}\t${entries.join('|')}`;
  });
writeFileSync(new URL('gazetteer.tsv', data), `${out.join('\n')}\n`);
console.log(`${out.length} names, ${out.join('\n').length} characters`);
