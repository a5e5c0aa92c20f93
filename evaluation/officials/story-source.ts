// Reads the source form of the annotated stories (marks inside the text, gold lines below it). Knows text, no files.

/** One passage that names an official. `optional`: careful readers could differ, a hit and a miss are both left out. */
export interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** full: given name and surname; surname: one part of the name alone; office: the words of the office alone. */
  readonly kind: 'full' | 'surname' | 'office';
  readonly optional?: true;
}

export interface GoldOfficial {
  readonly name: string | null;
  readonly title: string;
  /** Other titles that the story gives the same person; each is as right. */
  readonly titleAlso?: readonly string[];
  readonly role: string;
  readonly organization: string | null;
  /** Other names of the same body, or the larger body that it belongs to. */
  readonly organizationAlso?: readonly string[];
  readonly jurisdiction: string | null;
  readonly jurisdictionAlso?: readonly string[];
  /** Careful readers could differ on whether this is an official: a hit and a miss are both left out. */
  readonly optional?: true;
  readonly mentions: readonly GoldMention[];
}

/** `work` is for rule work; `probe` and `probe-2` were written later, each to see how rules fitted to the parts before it do; nobody who writes rules reads `held-out`. */
export type Part = 'work' | 'probe' | 'probe-2' | 'held-out';

export interface GoldStory {
  readonly id: string;
  readonly part: Part;
  readonly publisher_place: { readonly name: string; readonly state: string };
  readonly text: string;
  readonly officials: readonly GoldOfficial[];
  readonly people: readonly { readonly name: string; readonly role_as_written: string | null }[];
}

const suffixes = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii']);
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}.'’-]+/gu) ?? [];
const cell = (value: string | undefined): string | null => (value && value !== '-' ? value : null);

/** Stories of one source file (format: README.md). Throws at the first line that does not hold, naming the story. */
export function parseStories(source: string, part: Part): GoldStory[] {
  return source
    .split(/^=== /m)
    .slice(1)
    .map((block) => parseStory(block, part));
}

function parseStory(block: string, part: Part): GoldStory {
  const [head = '', ...rest] = block.split('\n');
  const [id = '', place = ''] = head.split('|').map((piece) => piece.trim());
  const [name = '', state = ''] = place.split(', ');
  const [body = '', gold = ''] = rest.join('\n').split(/^---$/m);
  if (!/^[a-z0-9-]+$/.test(id) || !/^[A-Z]{2}$/.test(state) || !gold.trim()) throw new Error(`${id}: malformed head`);
  const lines = gold.split('\n').filter((line) => line.trim());
  const officialLines = lines.filter((line) => /^o\?? /.test(line)).map((line) => officialLine(id, line));
  const { text, marks } = readMarks(id, body.trim());
  const stray = [...marks.keys()].find((key) => !officialLines.some((line) => line.key === key));
  if (stray !== undefined) throw new Error(`${id}: mark ${stray} has no gold line`);
  const officials = officialLines.map(({ key, ...official }): GoldOfficial => {
    const spans = marks.get(key);
    if (!spans) throw new Error(`${id}: ${key} has no mark in the text`);
    return { ...official, mentions: spans.map((span) => ({ ...span, kind: kindOf(span.text, official.name) })) };
  });
  const people = lines.filter((line) => line.startsWith('p ')).map((line) => personLine(id, line, text));
  if (officials.length + people.length !== lines.length)
    throw new Error(`${id}: a gold line begins with neither o nor p`);
  return { id, part, publisher_place: { name, state }, text, officials, people };
}

function officialLine(id: string, line: string): Omit<GoldOfficial, 'mentions'> & { readonly key: string } {
  const cells = line
    .replace(/^o\?? /, '')
    .split('|')
    .map((piece) => piece.trim());
  const [key, name, titles, role, bodies, places] = cells;
  if (cells.length !== 6 || !key || !titles || !role) throw new Error(`${id}: six cells expected in "${line}"`);
  const [title = '', ...titleAlso] = titles.split(' / ');
  const [organization, ...organizationAlso] = (cell(bodies) ?? '').split(' / ');
  const [jurisdiction, ...jurisdictionAlso] = (cell(places) ?? '').split(' / ');
  return {
    key,
    name: cell(name),
    title,
    ...(titleAlso.length > 0 ? { titleAlso } : {}),
    role,
    organization: cell(organization),
    ...(organizationAlso.length > 0 ? { organizationAlso } : {}),
    jurisdiction: cell(jurisdiction),
    ...(jurisdictionAlso.length > 0 ? { jurisdictionAlso } : {}),
    ...(line.startsWith('o?') ? { optional: true } : {}),
  };
}

function personLine(id: string, line: string, text: string): GoldStory['people'][number] {
  const [name = '', role] = line
    .slice(2)
    .split('|')
    .map((piece) => piece.trim());
  const told = cell(role);
  for (const words of [name, told ?? ''])
    if (!text.includes(words)) throw new Error(`${id}: "${words}" is not in the text`);
  return { name, role_as_written: told };
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly optional?: true;
}

/** Takes `{key words}` and `{?key words}` out of a text; offsets are those of the text without marks. */
function readMarks(id: string, body: string): { readonly text: string; readonly marks: Map<string, Mark[]> } {
  const marks = new Map<string, Mark[]>();
  let text = '';
  let from = 0;
  for (const match of body.matchAll(/\{(\??)([a-z0-9]+) ([^{}]+)\}/g)) {
    const [whole, optional, key = '', words = ''] = match;
    text += body.slice(from, match.index);
    const mark = { start: text.length, end: text.length + words.length, text: words };
    marks.set(key, [...(marks.get(key) ?? []), optional ? { ...mark, optional: true } : mark]);
    text += words;
    from = match.index + whole.length;
  }
  text += body.slice(from);
  if (/[{}]/.test(text)) throw new Error(`${id}: a brace is left in the text`);
  return { text, marks };
}

function kindOf(text: string, name: string | null): GoldMention['kind'] {
  const own = wordsOf(name ?? '');
  const known = wordsOf(text).filter((word) => !suffixes.has(word.toLowerCase()) && own.includes(word));
  if (known.length === 0) return 'office';
  return known.length > 1 && known[0] === own[0] ? 'full' : 'surname';
}

/** Places where an official's surname stands outside of every mark: for the annotator to look at. */
export function unmarkedSurnames(story: GoldStory): string[] {
  return story.officials.flatMap((official) => {
    const surname = wordsOf(official.name ?? '').findLast((word) => !suffixes.has(word.toLowerCase()));
    if (!surname) return [];
    return [...story.text.matchAll(new RegExp(`\\b${surname}\\b`, 'g'))]
      .filter(
        ({ index }) => !story.officials.some((other) => other.mentions.some((m) => m.start <= index && index < m.end)),
      )
      .map(({ index }) => `${story.id}: ${story.text.slice(Math.max(0, index - 30), index + surname.length + 15)}`);
  });
}
