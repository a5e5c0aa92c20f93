// Groups the persons of a story by surname, and settles which of several of one surname a mention means. Knows titles and nearness.
import { lastNameToken } from './evidence.ts';
import { is } from './lexicon.ts';
import { hasClass, type NameReading } from './name-reading.ts';
import { type NameMention, namesakesMax, type PersonCluster } from './person-clusters.ts';

/** How far a mention of a person may reach back from the surname's last word. */
interface Reach {
  /** The surname's last token in the fullest name. */
  readonly last: number;
  /** Words before it that the mention may have too, at most. */
  readonly most: number;
  /** Of these the words of the surname; others must begin with a capital. */
  readonly sure: number;
}

/** The persons of one surname, in the order in which they are named first. */
export interface Namesakes {
  readonly persons: PersonCluster[];
  /** Only of those whose mentions may reach back. */
  readonly reaches: Reach[];
  /** What the titles of each person say; made when it is asked for. */
  titles: readonly TitlesSeen[] | null;
}

/** Titles before the full names of one person: their word ids, and the bits of `is` of all of them. */
interface TitlesSeen {
  readonly ids: ReadonlySet<number>;
  readonly classes: number;
}

/** The persons by the word id of their surname's last word. A surname of more than `namesakesMax` is left out: it says too little. */
export function groupNamesakes(
  reading: NameReading,
  clusters: readonly PersonCluster[],
): ReadonlyMap<number, Namesakes> {
  const groups = new Map<number, Namesakes>();
  for (const cluster of clusters) {
    let group = groups.get(cluster.surnameId);
    if (!group) {
      group = { persons: [], reaches: [], titles: null };
      groups.set(cluster.surnameId, group);
    }
    group.persons.push(cluster);
    const { fullest, surname, given } = cluster;
    const last = lastNameToken(reading, fullest.from, fullest.to);
    const sure = surname[1] - surname[0] - 1;
    const most = given === null ? sure : Math.min(3, last - fullest.from - 1);
    if (most > 0) group.reaches.push({ last, most, sure });
  }
  for (const [surname, { persons }] of groups) if (persons.length > namesakesMax) groups.delete(surname);
  return groups;
}

/** The one person; of two with one surname the one whom the title fits, else the one named in full nearest before; else null. */
export function settleNamesake(reading: NameReading, namesakes: Namesakes, mention: NameMention): PersonCluster | null {
  const { persons } = namesakes;
  if (persons.length === 1) return persons[0] ?? null;
  const titled = mention.titleAt < 0 ? null : fitsTitle(reading, namesakes, mention.titleAt);
  if (titled) return titled;
  // Only one of them has been introduced so far.
  const introduced = persons.filter(({ full }) => (full[0]?.from ?? reading.count) < mention.from);
  if (introduced.length === 1) return introduced[0] ?? null;
  return nearest(reading, persons, mention.from) ?? principal(persons);
}

/** The only person who bears the title, else the only one whose titles do not speak of the other sex; null when it is not one. */
function fitsTitle(reading: NameReading, namesakes: Namesakes, titleAt: number): PersonCluster | null {
  namesakes.titles ??= namesakes.persons.map((person) => titlesSeen(reading, person));
  const { persons, titles } = namesakes;
  const title = reading.ids[titleAt] ?? -1;
  const titled = persons.filter((_, k) => titles[k]?.ids.has(title));
  if (titled.length === 1) return titled[0] ?? null;
  if (!hasClass(reading, titleAt, is.female | is.male)) return null;
  const other = hasClass(reading, titleAt, is.female) ? is.male : is.female;
  const fitting = persons.filter((_, k) => ((titles[k]?.classes ?? 0) & other) === 0);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function titlesSeen(reading: NameReading, { full }: PersonCluster): TitlesSeen {
  const ids = new Set<number>();
  let classes = 0;
  for (const { titleAt } of full) {
    if (titleAt < 0) continue;
    ids.add(reading.ids[titleAt] ?? -1);
    classes |= reading.classes[titleAt] ?? 0;
  }
  return { ids, classes };
}

/** The person named in full last before token `before`, not further back than two paragraphs; null when there is none. */
function nearest(reading: NameReading, persons: readonly PersonCluster[], before: number): PersonCluster | null {
  const paragraph = reading.paragraphOf[before] ?? 0;
  let best: PersonCluster | null = null;
  let at = -1;
  for (const person of persons) {
    const from = lastFullBefore(person, before);
    if (from <= at || paragraph - (reading.paragraphOf[from] ?? 0) > 2) continue;
    at = from;
    best = person;
  }
  return best;
}

/** Where the person is named in full last before a token (binary search: full names stand in order); -1 when never. */
function lastFullBefore({ full }: PersonCluster, before: number): number {
  let low = 0;
  let high = full.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((full[middle]?.from ?? 0) < before) low = middle + 1;
    else high = middle;
  }
  return full[low - 1]?.from ?? -1;
}

/** Of several of one surname the one whom the story names in full most often; null when none stands out. */
function principal(persons: readonly PersonCluster[]): PersonCluster | null {
  const [first, second] = [...persons].sort((a, b) => b.full.length - a.full.length);
  return first && first.full.length > (second?.full.length ?? 0) ? first : null;
}
