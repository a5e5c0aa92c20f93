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

/**
 * All mentions in the order of their claim: organizations, then officials by their office alone, then people.
 * Where two cover a token, the later in this list names it.
 */
export function collectMentions(context: QuoteContext): Mention[] {
  const { people, organizations, officials } = context.document;
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
  const byName = new Map(people.map((person) => [person.name, person]));
  const officialNames = new Set(officials.map((official) => official.name));
  for (const { name, mentions: spans } of officials) {
    // "the mayor said": the office alone, also when the story never names who holds it.
    const voice: Voice = { name, type: 'official', person: (name && byName.get(name)) || null };
    add(
      voice,
      spans.filter((span) => span.kind === 'office'),
    );
  }
  for (const person of people) {
    const type = officialNames.has(person.name) ? 'official' : 'person';
    add({ name: person.name, type, person }, person.mentions);
  }
  return mentions;
}

/** Ids of words that stand with a capital inside of a sentence. */
export function innerCapitals(context: QuoteContext): ReadonlySet<number> {
  const { sentenceOf, ids, count } = context.reading;
  const found = new Set<number>();
  for (let i = 1; i < count; i++) {
    if (isCapitalWord(context, i) && sentenceOf[i] === sentenceOf[i - 1] && !spanAt(context, i))
      found.add(ids[i] ?? -1);
  }
  return found;
}
