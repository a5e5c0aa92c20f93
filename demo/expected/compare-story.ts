// Compares what the program found in one story with what the demo expects there. Knows no database and prints nothing.
import type {
  ExpectedFindings,
  ExpectedNever,
  ExpectedOfficial,
  ExpectedQuote,
  ExpectedStance,
  ExpectedStory,
  NeverStance,
} from './expected-story.ts';

/** The program's findings in one story, in its own names (shared/findings.ts has them all and more). */
export interface FoundStory {
  readonly text: string;
  readonly cities: readonly { readonly name: string; readonly state: string | null; readonly focus: boolean }[];
  readonly officials: readonly { readonly name: string | null; readonly role: string | null }[];
  readonly quotes: readonly { readonly text: string; readonly speakerName: string | null }[];
  readonly stances: readonly FoundStance[];
}

interface FoundStance {
  readonly holder: string;
  readonly issue: string;
  readonly position: string;
  readonly basis: string;
  readonly evidence: { readonly start: number; readonly end: number };
}

/** One question to the findings, in words, and whether the answer is right. Only a wrong `required` one fails the demo. */
export interface Check {
  readonly need: 'required' | 'hoped';
  readonly what: string;
  readonly right: boolean;
}

/** Every check of a story with outcome ok, the required ones first. None for a story that demands nothing. */
export function compareStory(expected: ExpectedStory, found: FoundStory): readonly Check[] {
  return [
    ...wanted('required', expected.required, found),
    ...unwanted('required', expected.never, found),
    ...wanted('hoped', expected.hoped, found),
    ...unwanted('hoped', expected.hopedNever, found),
  ];
}

function wanted(need: Check['need'], findings: ExpectedFindings, found: FoundStory): readonly Check[] {
  const { focus, officials = [], quotes = [], stances = [] } = findings;
  return [
    ...(focus === undefined
      ? []
      : [{ need, what: `focus ${focus.name}, ${focus.state}`, right: found.cities.some(isFocus(focus)) }]),
    ...officials.flatMap((official) => officialChecks(need, official, found)),
    ...quotes.map((quote) => ({
      need,
      what: `“${quote.first} … ${quote.last}” by ${quote.speaker}`,
      right: found.quotes.some((candidate) => isQuote(quote, candidate)),
    })),
    ...stances.flatMap((stance) => stanceChecks(need, stance, found)),
  ];
}

function unwanted(need: Check['need'], never: ExpectedNever, found: FoundStory): readonly Check[] {
  const { focus = [], officials = [], quotes = [], stances = [] } = never;
  return [
    ...focus.map((name) => ({
      need,
      what: `${name} is not the focus`,
      right: !found.cities.some((city) => city.focus && same(city.name, name)),
    })),
    ...officials.map((name) => ({
      need,
      what: `${name} is no official`,
      right: !found.officials.some((official) => same(official.name, name)),
    })),
    ...quotes.map((words) => ({
      need,
      what: `“${words}” is nobody’s speech`,
      right: !found.quotes.some((quote) => same(bare(quote.text), bare(words))),
    })),
    ...stances.map((stance) => ({
      need,
      what: `no stance of ${stance.holders[0]}${stance.position === undefined ? '' : ` that ${stance.position}`}: ${stance.because}`,
      right: !found.stances.some((candidate) => isBarred(stance, candidate, found.text)),
    })),
  ];
}

/** The official by name; that the role is ours too is hoped only, since the program names roles in its own list. */
function officialChecks(need: Check['need'], { name, role }: ExpectedOfficial, found: FoundStory): readonly Check[] {
  const official = found.officials.find((candidate) => same(candidate.name, name));
  const rightRole = official?.role?.toLowerCase().replaceAll(/[\s_]+/g, '-') === role;
  return [
    { need, what: `official ${name}`, right: official !== undefined },
    { need: 'hoped', what: `${name} as ${role}`, right: rightRole },
  ];
}

function stanceChecks(need: Check['need'], stance: ExpectedStance, found: FoundStory): readonly Check[] {
  const what = `${stance.holders[0]} ${stance.position} ${stance.issues[0]}`;
  const hits = found.stances.filter((candidate) => isStance(stance, candidate, found.text));
  return [
    { need, what, right: hits.length > 0 },
    { need: 'hoped', what: `${what}, as ${stance.basis}`, right: hits.some((hit) => hit.basis === stance.basis) },
  ];
}

const isFocus =
  (focus: { readonly name: string; readonly state: string }) =>
  (city: FoundStory['cities'][number]): boolean =>
    city.focus && same(city.name, focus.name) && city.state === focus.state;

function isQuote({ speaker, first, last }: ExpectedQuote, found: FoundStory['quotes'][number]): boolean {
  const words = bare(found.text);
  return same(found.speakerName, speaker) && words.startsWith(first) && words.includes(last);
}

function isStance(stance: ExpectedStance, found: FoundStance, text: string): boolean {
  return (
    stance.holders.some((holder) => same(found.holder, holder)) &&
    stance.issues.some((issue) => issue === found.issue) &&
    stance.position === found.position &&
    overlaps(found.evidence, stance.evidence, text)
  );
}

function isBarred(never: NeverStance, found: FoundStance, text: string): boolean {
  return (
    never.holders.some((holder) => same(found.holder, holder)) &&
    (never.issues === undefined || never.issues.some((issue) => issue === found.issue)) &&
    (never.position === undefined || never.position === found.position) &&
    (never.evidence === undefined || overlaps(found.evidence, never.evidence, text))
  );
}

/** The span shares at least one character with the words' place in the text; false when the text lacks the words. */
function overlaps(span: FoundStance['evidence'], words: string, text: string): boolean {
  const start = text.indexOf(words);
  return start >= 0 && span.start < start + words.length && start < span.end;
}

const bare = (quote: string): string => quote.replaceAll(/^[\s"'“”‘’]+|[\s"'“”‘’,.]+$/g, '');

/** One name, whatever its letter case, article and apostrophes. */
function same(one: string | null, other: string): boolean {
  const plain = (name: string): string => name.toLowerCase().replaceAll('’', "'").replace(/^the /, '').trim();
  return one !== null && plain(one) === plain(other);
}
