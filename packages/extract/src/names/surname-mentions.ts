// Finds where a known person is named by the surname alone. Knows persons; settles two of one surname by title and nearness.
import { foldedAt, hasShape, isCapital, type Reading } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { isNameWord } from './capital-runs.ts';
import { lastNameToken } from './evidence.ts';
import type { NameLexicon } from './lexicon.ts';
import type { NameMention, PersonCluster } from './person-clusters.ts';

/** A surname that stands alone and could be one of several persons. */
export interface OpenMention {
  readonly at: number;
  readonly owners: readonly PersonCluster[];
}

/**
 * Adds surname-only mentions to the clusters' `short`; returns those that are left open between several persons.
 * `taken` marks tokens that belong to full names or organizations.
 */
export function addSurnameMentions(
  reading: Reading,
  lexicon: NameLexicon,
  clusters: readonly PersonCluster[],
  taken: Uint8Array,
): OpenMention[] {
  const open: OpenMention[] = [];
  const bySurname = new Map<number, PersonCluster[]>();
  for (const cluster of clusters) {
    const list = bySurname.get(cluster.surnameId);
    if (list) list.push(cluster);
    else bySurname.set(cluster.surnameId, [cluster]);
  }
  for (let i = 0; i < reading.count; i++) {
    const owners = bySurname.get(reading.ids[i] ?? -1);
    if (!owners || taken[i] || !isNameWord(reading, i) || !standsAlone(reading, lexicon, i)) continue;
    const mention = mentionAt(reading, lexicon, owners, i);
    const owner = mention && settle(reading, lexicon, owners, mention);
    if (owner && mention) owner.short.push(mention);
    else if (mention && owners.length > 1) open.push({ at: mention.from, owners });
  }
  for (const cluster of clusters) cluster.short.sort((a, b) => a.from - b.from);
  return open;
}

/** What may follow a surname that is a plain word as well, at the beginning of a sentence. */
const verbBehind =
  /^(?:was|is|has|had|did|does|will|would|could|can|also|and|,|left|went|took|gave|made|met|won|lost|ran|kept|held|came|saw|knew|thought|felt|began|became|stood|sat|wrote|spoke|drove|paid|led|never|then|later|[a-z]{3,}ed)$/;

/** Not a word of another name, a street or a body, and not a plain word that only begins its sentence. */
function standsAlone(reading: Reading, { classes }: NameLexicon, i: number): boolean {
  const next = reading.ids[i + 1] ?? -1;
  const joined = isNameWord(reading, i + 1) && hasShape(reading, i + 1, shape.spaced);
  if (joined && classes.has(next, 'organization', 'thing') && !classes.has(next, 'title')) return false;
  // "Gerken Paving": a plain word with a capital makes it another name.
  if (
    joined &&
    classes.has(next, 'known') &&
    !classes.has(next, 'function', 'title', 'world', 'surname', 'speech', 'given', 'role')
  )
    return false;
  if (foldedAt(reading, i + 1) === '-' && isCapital(reading, i + 2) && !hasShape(reading, i + 1, shape.spaced))
    return false;
  const id = reading.ids[i] ?? -1;
  if (!classes.has(id, 'known', 'function', 'thing', 'world', 'state')) return true;
  const begins = reading.sentenceStarts[reading.sentenceOf[i] ?? 0] === i || hasShape(reading, i - 1, shape.quote);
  if (!begins) return !joined;
  return (
    classes.has(next, 'speech') || hasShape(reading, i + 1, shape.clitic) || verbBehind.test(foldedAt(reading, i + 1))
  );
}

function mentionAt(
  reading: Reading,
  lexicon: NameLexicon,
  owners: readonly PersonCluster[],
  i: number,
): NameMention | null {
  const { classes } = lexicon;
  let from = i;
  for (const { fullest, surnameWords, given } of owners) {
    // "Bear Heels", "de la Cruz": as far back as the words go on like the full name's, but for the given name.
    const last = lastNameToken(reading, lexicon, fullest.from, fullest.to);
    const most = given === null ? surnameWords.length - 1 : Math.min(3, last - fullest.from - 1);
    let back = 0;
    while (
      back < most &&
      foldedAt(reading, i - back - 1) === foldedAt(reading, last - back - 1) &&
      (back < surnameWords.length - 1 || isNameWord(reading, i - back - 1))
    )
      back++;
    from = Math.min(from, i - back);
  }
  const before = from - 1;
  const sameSentence = before >= 0 && reading.sentenceOf[before] === reading.sentenceOf[i];
  const id = reading.ids[before] ?? -1;
  const titleAt = sameSentence && classes.has(id, 'title') ? before : -1;
  // A capital before it that is no title makes it part of another name: "Fred Trump", "Camp Trump".
  const adjoins = sameSentence && isNameWord(reading, before) && hasShape(reading, from, shape.spaced);
  if (adjoins && titleAt < 0 && !classes.has(id, 'function', 'state', 'world', 'known')) return null;
  if (sameSentence && foldedAt(reading, before) === '-' && !hasShape(reading, before, shape.spaced)) return null;
  if (adjoins && titleAt < 0 && classes.has(id, 'given')) return null;
  return { from, to: i + 1, titleAt, rule: 'names.surname-alone' };
}

/** The one owner; of two with one surname the one whom the title fits, else the one named in full nearest before. */
function settle(
  reading: Reading,
  { classes }: NameLexicon,
  owners: readonly PersonCluster[],
  mention: NameMention,
): PersonCluster | null {
  if (owners.length === 1) return owners[0] ?? null;
  const title = reading.ids[mention.titleAt] ?? -1;
  if (mention.titleAt >= 0) {
    const titled = owners.filter(({ full }) =>
      full.some(({ titleAt }) => titleAt >= 0 && reading.ids[titleAt] === title),
    );
    if (titled.length === 1) return titled[0] ?? null;
    const sex = classes.has(title, 'female') ? 'female' : classes.has(title, 'male') ? 'male' : null;
    const other = sex === 'female' ? 'male' : 'female';
    const fitting = sex
      ? owners.filter(
          ({ full }) => !full.some(({ titleAt }) => titleAt >= 0 && classes.has(reading.ids[titleAt] ?? -1, other)),
        )
      : [];
    if (fitting.length === 1) return fitting[0] ?? null;
  }
  // Only one of them has been introduced so far.
  const introduced = owners.filter(({ full }) => (full[0]?.from ?? reading.count) < mention.from);
  if (introduced.length === 1) return introduced[0] ?? null;
  const paragraph = reading.paragraphOf[mention.from] ?? 0;
  let best: PersonCluster | null = null;
  let nearest = -1;
  for (const owner of owners)
    for (const { from } of owner.full)
      if (from < mention.from && from > nearest && paragraph - (reading.paragraphOf[from] ?? 0) <= 2) {
        nearest = from;
        best = owner;
      }
  return best ?? principal(owners);
}

/** Of several of one surname the one whom the story names in full most often; null when none stands out. */
function principal(owners: readonly PersonCluster[]): PersonCluster | null {
  const [first, second] = [...owners].sort((a, b) => b.full.length - a.full.length);
  return first && first.full.length > (second?.full.length ?? 0) ? first : null;
}
