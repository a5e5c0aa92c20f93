// Finds where a known person is named by the given name or a nickname alone ("neither is Curtis"). Knows persons, and
// which given names are a surname or a place in the story as well: those it leaves alone.
import { foldedAt, hasShape, isCapital, type Reading } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { isNameWord } from './capital-runs.ts';
import type { NameLexicon } from './lexicon.ts';
import type { PersonCluster } from './person-clusters.ts';

/** Adds mentions by given name alone to the clusters' `short`. `taken` marks tokens that belong to other names. */
export function addGivenNameMentions(
  reading: Reading,
  lexicon: NameLexicon,
  clusters: readonly PersonCluster[],
  taken: Uint8Array,
): void {
  const owners = ownersByGiven(clusters);
  for (let i = 0; i < reading.count; i++) {
    if (taken[i] || !isNameWord(reading, i)) continue;
    const owner = owners.get(foldedAt(reading, i));
    if (!owner || !standsAlone(reading, lexicon, i) || i < owner.fullest.from) continue;
    owner.short.push({ from: i, to: i + 1, titleAt: -1, rule: 'names.given-alone' });
  }
  for (const cluster of clusters) cluster.short.sort((a, b) => a.from - b.from);
}

/** Given names of three letters or more that exactly one person of the story has, and nobody as a surname. */
function ownersByGiven(clusters: readonly PersonCluster[]): Map<string, PersonCluster> {
  const owners = new Map<string, PersonCluster | null>();
  for (const cluster of clusters)
    for (const form of cluster.givenForms)
      if (/^\p{L}{3,}$/u.test(form)) owners.set(form, owners.has(form) ? null : cluster);
  for (const { surnameWords } of clusters) for (const word of surnameWords) owners.delete(word);
  return new Map([...owners].filter((entry): entry is [string, PersonCluster] => entry[1] !== null));
}

/** A given name with no other capital at its side, not behind a preposition of place, and not first in its sentence if it is a plain word. */
function standsAlone(reading: Reading, { classes }: NameLexicon, i: number): boolean {
  const id = reading.ids[i] ?? -1;
  if (classes.has(id, 'known') && !classes.has(id, 'given')) return false;
  if (classes.has(id, 'title', 'state', 'world', 'function')) return false;
  const sentence = reading.sentenceOf[i];
  const joins = (k: number): boolean =>
    reading.sentenceOf[k] === sentence &&
    ((isCapital(reading, k) && !classes.has(reading.ids[k] ?? -1, 'function')) ||
      /^[-–&(]$/.test(foldedAt(reading, k)));
  if (joins(i + 1) || joins(i - 1)) return false;
  if (/^(?:in|at|near|outside|of|the|a|an|st\.|saint|hurricane|storm)$/.test(foldedAt(reading, i - 1))) return false;
  if (foldedAt(reading, i + 1) === ',' && isCapital(reading, i + 2)) return false;
  const opens = i === reading.sentenceStarts[sentence ?? 0] || hasShape(reading, i - 1, shape.quote);
  return !opens || !classes.has(id, 'common');
}
