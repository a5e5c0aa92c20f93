// Tells a person's gender from the text: titles, appositions and pronouns. Knows no list of female or male names.
import { foldedAt, isCapital, type Reading, sentenceRange } from '../reading/reading.ts';
import type { NameLexicon } from './lexicon.ts';
import type { NameMention, PersonCluster } from './person-clusters.ts';

const pronouns: Readonly<Record<string, 'female' | 'male'>> = {
  he: 'male',
  his: 'male',
  him: 'male',
  himself: 'male',
  she: 'female',
  her: 'female',
  hers: 'female',
  herself: 'female',
};

/** The gender of each cluster, in order; null when the text tells nothing or contradicts itself. */
export function readGenders(
  reading: Reading,
  lexicon: NameLexicon,
  clusters: readonly PersonCluster[],
): ('female' | 'male' | null)[] {
  const ownerOf = new Int32Array(reading.count).fill(-1);
  clusters.forEach(({ full, short }, index) => {
    for (const { from, to } of [...full, ...short]) ownerOf.fill(index, from, to);
  });
  return clusters.map(({ full, short }, index) => {
    const votes = { female: 0, male: 0 };
    for (const mention of [...full, ...short]) {
      const title = titleGender(reading, lexicon, mention);
      if (title) votes[title] += 3;
      const pronoun = pronounBehind(reading, ownerOf, mention, index);
      if (pronoun) votes[pronoun] += 1;
    }
    if (votes.female === votes.male) return null;
    const [most, least] = votes.female > votes.male ? [votes.female, votes.male] : [votes.male, votes.female];
    return most >= 3 * least ? (votes.female > votes.male ? 'female' : 'male') : null;
  });
}

function titleGender(
  reading: Reading,
  { classes }: NameLexicon,
  { titleAt, to }: NameMention,
): 'female' | 'male' | null {
  const words = titleAt >= 0 ? [titleAt] : [];
  if (foldedAt(reading, to) === ',')
    for (let i = to + 1; i < to + 6 && foldedAt(reading, i) !== ','; i++) if (!isCapital(reading, i)) words.push(i);
  for (const i of words) {
    const id = reading.ids[i] ?? -1;
    if (/^'s$/.test(foldedAt(reading, i + 1))) continue;
    if (classes.has(id, 'female')) return 'female';
    if (classes.has(id, 'male')) return 'male';
  }
  return null;
}

/** The pronoun that follows with nobody else between, in the sentence or as the first word of the next one. */
function pronounBehind(
  reading: Reading,
  ownerOf: Int32Array,
  { from, to }: NameMention,
  owner: number,
): 'female' | 'male' | null {
  const [start, end] = sentenceRange(reading, reading.sentenceOf[from] ?? 0);
  for (let i = start; i < end; i++) if ((ownerOf[i] ?? -1) >= 0 && ownerOf[i] !== owner) return null;
  for (let i = to; i < end; i++) {
    const gender = pronouns[foldedAt(reading, i)];
    if (gender) return gender;
  }
  const next = foldedAt(reading, end);
  return next === 'he' || next === 'she' ? (pronouns[next] ?? null) : null;
}
