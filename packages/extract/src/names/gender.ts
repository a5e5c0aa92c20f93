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
  const bySentence = new Map<number, SentenceVoices>();
  const voicesAt = (token: number): SentenceVoices => {
    const sentence = reading.sentenceOf[token] ?? 0;
    const known = bySentence.get(sentence) ?? readVoices(reading, ownerOf, sentence);
    bySentence.set(sentence, known);
    return known;
  };
  return clusters.map(({ full, short }) => {
    const votes = { female: 0, male: 0 };
    for (const mention of [...full, ...short]) {
      const title = titleGender(reading, lexicon, mention);
      if (title) votes[title] += 3;
      const pronoun = pronounBehind(reading, voicesAt(mention.from), mention.to);
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

/** What one sentence says of its people: its only owner of names (`mixed` when there are several), and its pronouns in order. */
interface SentenceVoices {
  readonly owner: number;
  readonly pronounsAt: readonly number[];
  /** "He" or "she" as the first word of the next sentence. */
  readonly next: 'female' | 'male' | null;
}

const mixed = -2;

function readVoices(reading: Reading, ownerOf: Int32Array, sentence: number): SentenceVoices {
  const [start, end] = sentenceRange(reading, sentence);
  let owner = -1;
  const pronounsAt: number[] = [];
  for (let i = start; i < end; i++) {
    const own = ownerOf[i] ?? -1;
    if (own >= 0) owner = owner === -1 || owner === own ? own : mixed;
    else if (pronouns[foldedAt(reading, i)]) pronounsAt.push(i);
  }
  const next = foldedAt(reading, end);
  return { owner, pronounsAt, next: next === 'he' || next === 'she' ? (pronouns[next] ?? null) : null };
}

/** The pronoun that follows with nobody else between, in the sentence or as the first word of the next one. */
function pronounBehind(reading: Reading, voices: SentenceVoices, to: number): 'female' | 'male' | null {
  if (voices.owner === mixed) return null;
  const { pronounsAt } = voices;
  let low = 0;
  let high = pronounsAt.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pronounsAt[middle] ?? 0) >= to) high = middle;
    else low = middle + 1;
  }
  const at = pronounsAt[low];
  return at === undefined ? voices.next : (pronouns[foldedAt(reading, at)] ?? null);
}
