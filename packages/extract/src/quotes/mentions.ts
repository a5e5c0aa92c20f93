// Who is named where in a story: people, organizations and officials as one list of mentions. Knows records; no speech.
import type { Quote } from '@civicwire/shared';
import type { NamedPerson } from '../document.ts';
import { tokenAt } from '../reading/reading.ts';
import { isCapitalWord, type QuoteContext, spanAt, type TokenRange } from './context.ts';

/** Somebody that the story has a record of, or a bare name. `name` is null for an office that nobody is named to hold. */
export interface Voice {
  readonly name: string | null;
  readonly type: Quote['speakerType'];
  readonly person: NamedPerson | null;
}

/** Tokens that name a voice. */
export interface Mention extends TokenRange {
  readonly voice: Voice;
}

/** One story with its mentions by token. */
export interface Scene {
  readonly context: QuoteContext;
  readonly mentionAt: (token: number) => Mention | undefined;
  /** Whether the word of token i stands with its capital inside of a sentence somewhere. */
  readonly isInnerCapital: (token: number) => boolean;
  /** The person of that surname, when the story has one alone. */
  readonly surnameOf: (surname: string) => Voice | null;
  /** The organization that a plain noun stands for ("the council"), when the story has one of that kind alone. */
  readonly organizationOf: (noun: string) => Voice | null;
}

/** Collects who is named where. */
export function setScene(context: QuoteContext): Scene {
  const mentions = collectMentions(context);
  const mentionOf = new Int32Array(context.reading.count).fill(-1);
  mentions.forEach(({ from, to }, index) => {
    mentionOf.fill(index, from, to);
  });
  let capitals: ReadonlySet<number> | null = null;
  const { organizations } = context.document;
  const bodies = onlyOnes(organizations, ({ name }) => [
    name.slice(name.lastIndexOf(' ') + 1).toLowerCase(),
    { name, type: 'organization', person: null },
  ]);
  const voices = peopleOf(context);
  const surnames = onlyOnes(voices, (voice) => [voice.person?.surname ?? '', voice]);
  return {
    context,
    mentionAt: (token) => mentions[mentionOf[token] ?? -1],
    isInnerCapital: (token) => {
      capitals ??= innerCapitals(context);
      return capitals.has(context.reading.ids[token] ?? -1);
    },
    surnameOf: (surname) => surnames.get(surname) ?? null,
    organizationOf: (noun) => bodies.get(noun) ?? null,
  };
}

/** Voices by a key that no two of them share; null where two do. */
function onlyOnes<Item>(
  items: readonly Item[],
  entryOf: (item: Item) => readonly [string, Voice],
): ReadonlyMap<string, Voice | null> {
  const found = new Map<string, Voice | null>();
  for (const item of items) {
    const [key, voice] = entryOf(item);
    found.set(key, found.has(key) ? null : voice);
  }
  return found;
}

function peopleOf({ document: { people, officials } }: QuoteContext): readonly Voice[] {
  const officialNames = new Set(officials.map((official) => official.name));
  return people.map((person) => {
    const type = officialNames.has(person.name) ? 'official' : 'person';
    return { name: person.name, type, person };
  });
}

/**
 * All mentions in the order of their claim: organizations, then officials by their office alone, then people.
 * Where two cover a token, the later in this list names it.
 */
function collectMentions(context: QuoteContext): Mention[] {
  const { organizations, officials } = context.document;
  const mentions: Mention[] = [];
  const add = (voice: Voice, spans: readonly { readonly start: number; readonly end: number }[]): void => {
    for (const span of spans) {
      const from = tokenAt(context.reading, span.start);
      let to = from;
      while (to < context.reading.count && (context.reading.starts[to] ?? 0) < span.end) to++;
      if (to > from) mentions.push({ from, to, voice });
    }
  };
  for (const organization of organizations)
    add({ name: organization.name, type: 'organization', person: null }, organization.mentions);
  const voices = peopleOf(context);
  const byName = new Map(voices.map((voice) => [voice.name, voice.person]));
  for (const { name, mentions: spans } of officials) {
    // "the mayor said": the office alone, also when the story never names who holds it.
    const voice: Voice = { name, type: 'official', person: (name && byName.get(name)) || null };
    add(
      voice,
      spans.filter((span) => span.kind === 'office'),
    );
  }
  for (const voice of voices) add(voice, voice.person?.mentions ?? []);
  return mentions;
}

/** Ids of words that stand with a capital inside of a sentence. */
function innerCapitals(context: QuoteContext): ReadonlySet<number> {
  const { sentenceOf, ids, count } = context.reading;
  const found = new Set<number>();
  for (let i = 1; i < count; i++) {
    if (isCapitalWord(context, i) && sentenceOf[i] === sentenceOf[i - 1] && !spanAt(context, i))
      found.add(ids[i] ?? -1);
  }
  return found;
}
