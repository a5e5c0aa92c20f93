// Makes data/divisions/divisions.tsv: the division ids that cannot be derived from a place's name and state. Run by hand
// when the gazetteer or the list of ids changes; see data/divisions/source.md.
//   node build-divisions.ts OCD-US-CENSUS-PLACES.csv
// Prints how many ids are derived, told by the table, and unknown.
import { readFileSync, writeFileSync } from 'node:fs';
import { deriveDivision } from '../src/places/division.ts';
import { openGazetteer } from '../src/places/gazetteer.ts';
import type { PlaceEntry } from '../src/places/place-record.ts';

const prefix = 'ocd-division/country:us/';
const gazetteerText = readFileSync(new URL('../data/places/gazetteer.tsv', import.meta.url), 'utf8');
const gazetteer = openGazetteer(gazetteerText);

const idsByGeoid = new Map<string, string[]>();
for (const line of readFileSync(process.argv[2] ?? '', 'utf8').split(/\r?\n/)) {
  const [, id, geoid] = /^([^,]+),.*,place-(\d+)$/.exec(line) ?? [];
  if (id?.startsWith(prefix) && geoid)
    idsByGeoid.set(geoid, [...(idsByGeoid.get(geoid) ?? []), id.slice(prefix.length)]);
}

const entries = new Map<string, PlaceEntry>();
for (const line of gazetteerText.split('\n'))
  for (const entry of gazetteer.lookup(line.slice(0, line.indexOf('\t')))?.entries ?? [])
    if (/^\d+$/.test(entry.geoid) && 'ctwy'.includes(entry.letter) && !entries.has(entry.geoid))
      entries.set(entry.geoid, entry);

const rows: string[] = [];
const withTownships = new Set(
  [...entries.values()].filter(({ letter }) => letter === 'w').map(({ geoid }) => geoid.slice(0, 5)),
);
for (const county of [...withTownships].sort()) rows.push(`${county}\t${idsByGeoid.get(county)?.[0] ?? '-'}`);
let derived = 0;
let told = 0;
let unknown = 0;
for (const [geoid, entry] of entries) {
  if (entry.region === 'DC') continue;
  const ids = idsByGeoid.get(geoid);
  const usual = deriveDivision(entry, idsByGeoid.get(geoid.slice(0, 5))?.[0] ?? null);
  if (ids && usual !== null && ids.includes(usual)) {
    derived++;
    continue;
  }
  const id = ids?.[0] ?? '-';
  if (ids) told++;
  else unknown++;
  if (entry.letter !== 'y' || !withTownships.has(geoid)) rows.push(`${geoid}\t${id}`);
}
writeFileSync(new URL('../data/divisions/divisions.tsv', import.meta.url), `${rows.join('\n')}\n`);
process.stdout.write(`${derived} derived, ${told} told, ${unknown} without an id; ${rows.length} rows\n`);
