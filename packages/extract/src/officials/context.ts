// The document as the rules of officials see it: persons by token, phrases of office. Decides nothing.
import type { Document } from '../document.ts';
import { foldedAt, hasShape, type Reading, tokenAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { CountyFinder } from './county-of-place.ts';
import type { PresidentFinder } from './presidents.ts';
import type { TitledPhrase } from './titled-phrases.ts';

/** A mention of a person as tokens `[from, to)`; `person` is its number in `document.people`. */
export interface PersonMention {
  readonly person: number;
  readonly from: number;
  readonly to: number;
}

/** A document, and the table that says which county a place lies in. */
export interface OfficialDocument extends Document {
  readonly countyOf: CountyFinder;
}

export interface OfficialContext {
  readonly document: OfficialDocument;
  readonly reading: Reading;
  readonly phrases: readonly TitledPhrase[];
  /** All mentions of persons, in text order. */
  readonly mentions: readonly PersonMention[];
  readonly mentionFrom: ReadonlyMap<number, PersonMention>;
  readonly mentionTo: ReadonlyMap<number, PersonMention>;
  /** The dated roster of presidents. */
  readonly presidentOf: PresidentFinder;
  /** Ids of verbs of saying. */
  readonly isSpeech: (id: number) => boolean;
}

/** A person found to hold the office of a phrase. */
export interface OfficeLink {
  readonly person: number;
  readonly phrase: TitledPhrase;
  readonly rule: string;
}

export function createOfficialContext(
  document: OfficialDocument,
  phrases: readonly TitledPhrase[],
  { isSpeech, presidentOf }: Pick<OfficialContext, 'isSpeech' | 'presidentOf'>,
): OfficialContext {
  const { reading, people } = document;
  const mentions = people
    .flatMap((person, index) =>
      person.mentions.map(
        ({ start, end }): PersonMention => ({
          person: index,
          from: tokenAt(reading, start),
          to: tokenAt(reading, end - 1) + 1,
        }),
      ),
    )
    .sort((a, b) => a.from - b.from);
  return {
    document,
    reading,
    phrases,
    mentions,
    mentionFrom: new Map(mentions.map((mention) => [mention.from, mention])),
    mentionTo: new Map(mentions.map((mention) => [mention.to, mention])),
    isSpeech,
    presidentOf,
  };
}

/** The first token of a phrase with its article. */
export function beginOf({ reading }: OfficialContext, phrase: TitledPhrase): number {
  let begin = phrase.from;
  while (begin > 0 && /^(?:the|a|an|its|their|his|her|our|'s|')$/.test(foldedAt(reading, begin - 1))) begin--;
  return begin;
}

/** Words behind a title that make it another thing: "the mayor's wife", "mayor candidate". */
export function turnsAway({ reading }: OfficialContext, { to }: TitledPhrase): boolean {
  const next = foldedAt(reading, to);
  if (hasShape(reading, to, shape.clitic) || next === "'") return next === "'s" || next === "'";
  return /^(?:candidate|candidates|nominee|hopeful|hopefuls|race|election|elections|campaign|office|aide|wife|husband|son|daughter|staff|job|position|seat|post|contest|elect|emeritus|debate|primary)$/.test(
    next,
  );
}

/** A verb of saying next to the mention. */
export function isSaying({ reading, isSpeech }: OfficialContext, from: number, to: number): boolean {
  return (
    isSpeech(reading.ids[to] ?? -1) ||
    (isSpeech(reading.ids[from - 1] ?? -1) && reading.sentenceOf[from - 1] === reading.sentenceOf[from])
  );
}
