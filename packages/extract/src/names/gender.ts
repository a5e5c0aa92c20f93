// Tells a person's gender from the text: titles, appositions and pronouns. A given name tells none; it may make a single pronoun doubtful.
import { isCapital, sentenceRange } from '../reading/reading.ts';
import { is } from './lexicon.ts';
import { hasClass, type NameReading } from './name-reading.ts';
import type { NameMention, PersonCluster } from './person-clusters.ts';

type Gender = 'female' | 'male';

/** The pronoun that nearly all people of the person's given name have; null without a given name, or where the name tells nothing. */
export function usualPronoun({ lexicon }: NameReading, { given }: PersonCluster): 'he' | 'she' | null {
  return given === null ? null : (lexicon.usualPronouns.get(given.toLowerCase()) ?? null);
}

/** The gender of each cluster, in order; null when the text tells nothing or contradicts itself. */
export function readGenders(reading: NameReading, clusters: readonly PersonCluster[]): (Gender | null)[] {
  const { ownerOf } = reading.scratch;
  clusters.forEach(({ full, short }, index) => {
    for (const { from, to } of full) for (let i = from; i < to; i++) ownerOf[i] = index;
    for (const { from, to } of short) for (let i = from; i < to; i++) ownerOf[i] = index;
  });
  const bySentence = new Map<number, SentenceVoices>();
  const voicesAt = (token: number): SentenceVoices => {
    const sentence = reading.sentenceOf[token] ?? 0;
    let voices = bySentence.get(sentence);
    if (!voices) {
      voices = readVoices(reading, ownerOf, sentence);
      bySentence.set(sentence, voices);
    }
    return voices;
  };
  return clusters.map((cluster) => {
    const { full, short } = cluster;
    const votes = { female: 0, male: 0 };
    for (const mentions of [full, short])
      for (const mention of mentions) {
        const title = titleGender(reading, mention);
        if (title) votes[title] += 3;
        const pronoun = pronounBehind(reading, voicesAt(mention.from), mention.to);
        if (pronoun) votes[pronoun] += 1;
      }
    if (votes.female === votes.male) return null;
    const [most, least] = votes.female > votes.male ? [votes.female, votes.male] : [votes.male, votes.female];
    if (most < 3 * least) return null;
    const gender = votes.female > votes.male ? 'female' : 'male';
    // "Ana Ruiz was told. He said …": one pronoun may be another's where it is not usual for the name.
    const usual = usualPronoun(reading, cluster);
    return most === 1 && usual !== null && (usual === 'she') !== (gender === 'female') ? null : gender;
  });
}

/** What the title says, else the first word that tells in what stands between two commas behind the name. */
function titleGender(reading: NameReading, { titleAt, to }: NameMention): Gender | null {
  const title = titleAt >= 0 ? wordGender(reading, titleAt) : null;
  if (title || !hasClass(reading, to, is.comma)) return title;
  // "Joyce Tillman, whose son was hurt": the son is another.
  for (let i = to + 1; i < to + 6 && !hasClass(reading, i, is.comma | is.relative); i++) {
    const gender = isCapital(reading, i) ? null : wordGender(reading, i);
    if (gender) return gender;
  }
  return null;
}

/** "councilwoman", but not "the councilwoman's" brother. */
function wordGender(reading: NameReading, i: number): Gender | null {
  if (!hasClass(reading, i, is.female | is.male) || hasClass(reading, i + 1, is.possessive)) return null;
  return hasClass(reading, i, is.female) ? 'female' : 'male';
}

/** What one sentence says of its people: its only owner of names (`mixed` when there are several), and its pronouns in order. */
interface SentenceVoices {
  readonly owner: number;
  readonly pronounsAt: readonly number[];
  /** "He" or "she" as the first word of the next sentence. */
  readonly next: Gender | null;
}

const mixed = -2;

function readVoices(reading: NameReading, ownerOf: Int32Array, sentence: number): SentenceVoices {
  const [start, end] = sentenceRange(reading, sentence);
  let owner = -1;
  const pronounsAt: number[] = [];
  for (let i = start; i < end; i++) {
    const own = ownerOf[i] ?? -1;
    if (own >= 0) owner = owner === -1 || owner === own ? own : mixed;
    else if (hasClass(reading, i, is.she | is.he)) pronounsAt.push(i);
  }
  return { owner, pronounsAt, next: hasClass(reading, end, is.subject) ? pronounGender(reading, end) : null };
}

function pronounGender(reading: NameReading, i: number): Gender {
  return hasClass(reading, i, is.she) ? 'female' : 'male';
}

/** The pronoun that follows with nobody else between, in the sentence or as the first word of the next one. */
function pronounBehind(reading: NameReading, voices: SentenceVoices, to: number): Gender | null {
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
  // "Dana Smith, his aide, spoke": he is another.
  if (at === to + 1 && hasClass(reading, to, is.comma) && !hasClass(reading, at, is.subject)) return null;
  return at === undefined ? voices.next : pronounGender(reading, at);
}
