// Finds where a known person is named by the given name or a nickname alone ("neither is Curtis"). Knows persons, and
// which given names are a surname or a place in the story as well: those it leaves alone.
import { foldedWord, hasShape, isCapital } from '../reading/reading.ts';
import { shape } from '../reading/shapes.ts';
import { cue, is } from './lexicon.ts';
import { hasClass, hasCue, type NameReading } from './name-reading.ts';
import type { PersonCluster } from './person-clusters.ts';

/** Adds mentions by given name alone to the clusters' `short`. `taken` marks tokens that belong to other names. */
export function addGivenNameMentions(
  reading: NameReading,
  clusters: readonly PersonCluster[],
  taken: Uint8Array,
): void {
  const owners = ownersByGiven(reading, clusters);
  if (owners.size === 0) return;
  for (const i of reading.nameWords) {
    if (taken[i]) continue;
    const owner = owners.get(reading.ids[i] ?? -1);
    if (!owner || i < owner.fullest.from || !standsAlone(reading, i)) continue;
    owner.short.push({ from: i, to: i + 1, titleAt: -1, rule: 'names.given-alone' });
  }
}

/** By word id: given names of three letters or more that one person of the story has and nobody as a surname; null for those of several. */
function ownersByGiven(
  reading: NameReading,
  clusters: readonly PersonCluster[],
): ReadonlyMap<number, PersonCluster | null> {
  const owners = new Map<number, PersonCluster | null>();
  for (const cluster of clusters)
    for (const id of cluster.givenIds)
      if (/^\p{L}{3,}$/u.test(foldedWord(reading, id))) owners.set(id, owners.has(id) ? null : cluster);
  for (const { surname } of clusters) for (let i = surname[0]; i < surname[1]; i++) owners.delete(reading.ids[i] ?? -1);
  return owners;
}

/** A given name with no other capital at its side, not behind a preposition of place, and not first in its sentence if it is a plain word. */
function standsAlone(reading: NameReading, i: number): boolean {
  if (hasClass(reading, i, is.known) && !hasClass(reading, i, is.given)) return false;
  if (hasClass(reading, i, is.title | is.state | is.world | is.function)) return false;
  const sentence = reading.sentenceOf[i];
  const joins = (k: number): boolean =>
    reading.sentenceOf[k] === sentence &&
    ((isCapital(reading, k) && !hasClass(reading, k, is.function)) || hasCue(reading, k, cue.tie));
  if (joins(i + 1) || joins(i - 1)) return false;
  if (hasCue(reading, i - 1, cue.beforeOther)) return false;
  if (hasClass(reading, i + 1, is.comma) && isCapital(reading, i + 2)) return false;
  const opens = i === reading.sentenceStarts[sentence ?? 0] || hasShape(reading, i - 1, shape.quote);
  return !opens || !hasClass(reading, i, is.common);
}
