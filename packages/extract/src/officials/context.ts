// The document as the rules of officials see it: persons by token, phrases of office. Decides nothing.
import { foldedAt, hasShape, type Reading } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { cue } from './cue-words.ts';
import type { PresidentFinder } from './presidents.ts';
import { hasCue, type PersonMention, personMentions, type Story } from './story.ts';
import { once } from './story-words.ts';
import type { TitledPhrase } from './titled-phrases.ts';

export type { PersonMention } from './story.ts';

export interface OfficialContext {
  readonly document: Story;
  readonly reading: Reading;
  readonly phrases: readonly TitledPhrase[];
  /** All mentions of persons, in text order. */
  readonly mentions: readonly PersonMention[];
  readonly mentionFrom: ReadonlyMap<number, PersonMention>;
  readonly mentionTo: ReadonlyMap<number, PersonMention>;
  /** The dated roster of presidents. */
  readonly presidentOf: PresidentFinder;
}

/** A person found to hold the office of a phrase. */
export interface OfficeLink {
  readonly person: number;
  readonly phrase: TitledPhrase;
  readonly rule: string;
}

export function createOfficialContext(
  document: Story,
  phrases: readonly TitledPhrase[],
  presidentOf: PresidentFinder,
): OfficialContext {
  const mentions = personMentions(document);
  const mentionFrom = new Map<number, PersonMention>();
  const mentionTo = new Map<number, PersonMention>();
  for (const mention of mentions) {
    mentionFrom.set(mention.from, mention);
    mentionTo.set(mention.to, mention);
  }
  return { document, reading: document.reading, phrases, mentions, mentionFrom, mentionTo, presidentOf };
}

/** The mentions of one person, in text order. */
export function mentionsBy({ document, mentions }: OfficialContext, person: number): readonly PersonMention[] {
  const byPerson = once(document, 'mentions by person', () => Map.groupBy(mentions, (mention) => mention.person));
  return byPerson.get(person) ?? [];
}

/** The first token of a phrase with its article. */
export function beginOf({ document }: OfficialContext, phrase: TitledPhrase): number {
  let begin = phrase.from;
  while (begin > 0 && hasCue(document, begin - 1, cue.opening)) begin--;
  return begin;
}

/** Words behind a title that make it another thing: "the mayor's wife", "mayor candidate". */
export function turnsAway({ document, reading }: OfficialContext, { to }: TitledPhrase): boolean {
  if (!hasCue(document, to, cue.apostrophe)) return hasCue(document, to, cue.away);
  return hasShape(reading, to, shape.clitic) || foldedAt(reading, to) === "'";
}

/** A verb of saying next to the mention. */
export function isSaying({ document, reading }: OfficialContext, from: number, to: number): boolean {
  return (
    hasCue(document, to, cue.speech) ||
    (hasCue(document, from - 1, cue.speech) && reading.sentenceOf[from - 1] === reading.sentenceOf[from])
  );
}
